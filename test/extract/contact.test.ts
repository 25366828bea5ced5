import { describe, expect, it } from 'vitest';
import { isContact } from '../../src/extract/text/contact.ts';
import { partsOf, readText } from './read-text.ts';

describe('a contact', () => {
  it.each([
    ['Ana Ruiz Soler', ', ruiz@loom.example.org', true],
    ['Ana Ruiz', '; press: Union of Dyers', true],
    ['Μαρία Κανδήλη', ', τηλ. 2610 000000', true],
    ['هند العلمي', '، hind@nasij.example.org', true],
    ['سلمى بن يوسف', ' (الهاتف: 71000000)', true],
    ['هند العلمي', '؛ التواصل: شبكة النساجات', true],
    ['شبكة النساجات', '، info@nasij.example.org', false],
    ['هند العلمي', '، صفاقس', false],
    ['Union of Dyers', ', info@dyers.example.org', false],
  ])('%s%s: %s', (name, after, is) => {
    expect(isContact(`${name}${after}`, { start: 0, end: name.length })).toBe(is);
  });

  it('leads no project, in Arabic either', () => {
    const found = readText(
      'مشروع خيوط\n\nيعلم مشروع خيوط النسيج في ثلاث مدن.\n\nالتنسيق: هند العلمي، hind@nasij.example.org',
    );
    expect(partsOf(found)).toEqual([]);
  });
});
