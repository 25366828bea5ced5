import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finderOf } from '../../src/privacy/finder.ts';
import { removedFrom } from '../../src/privacy/removed.ts';
import { cost } from '../cost.ts';

function without(name: string, text: string, names: readonly string[] = []): string {
  const places = finderOf([name], names).find(text);
  return removedFrom(
    text,
    places.filter(({ within }) => within === undefined),
  ).text;
}

describe('a name is found as whole words, however it is written', () => {
  test.each([
    ['Rosa Marino', 'Ask Rosa Marino today.', 'Ask [removed] today.'],
    ['rosa marino', 'ROSA MARINO, Rosa\u00a0Marino', '[removed], [removed]'],
    ['Rosa Marino', 'wrapped: Rosa\n  Marino.', 'wrapped: [removed].'],
    ['Rosa Marino', 'Rosa\n\nMarino', 'Rosa\n\nMarino'],
    ['Rosa Marino', 'Marino, Rosa', '[removed]'],
    ['Rosa Marino', 'Rosalia Marino and Rosa Marinos', 'Rosalia Marino and Rosa Marinos'],
    ['Rosa Marino', 'with **Rosa** Marino', 'with **[removed]'],
    ['Zoé Łukasz', 'by ZOE LUKASZ', 'by [removed]'],
    ['Maria D’Angelo', "Maria D'Angelo (CEPES)", '[removed] (CEPES)'],
    ['Μαρία Παππά', 'η ΜΑΡΙΑ ΠΑΠΠΑ', 'η [removed]'],
    ['فاطمة بن علي', 'وقالت فاطمة بن علي وفاطمه بن علي', 'وقالت [removed] و[removed]'],
    ['Mercedes', 'Mercedes met Mercedesa', '[removed] met Mercedesa'],
    [
      'rosa@x.org',
      'rosa@x.org, maria.rosa@x.org, rosa@x.org.uk',
      '[removed], maria.rosa@x.org, rosa@x.org.uk',
    ],
    ['rosa@x.org', 'Write to ROSA@x.org.', 'Write to [removed].'],
    [
      '+39 06 123 4567',
      'Tel. 06/1234567, 0039 06 1234567; 06 123 4568',
      'Tel. [removed], [removed]; 06 123 4568',
    ],
  ])('%s: %s', (name, text, left) => {
    expect(without(name, text)).toBe(left);
  });

  test.each([
    ['an address', 'https://x.org/rosa-marino/', 'https://x.org/removed/'],
    ['an id', 'rosa-marino-foundation', 'removed-foundation'],
    ['a link of Markdown', '[Rosa Marino](https://x.org)', '[removed](https://x.org)'],
    ['a line that would define a link', 'Rosa Marino: the chair', 'removed: the chair'],
    ['cells of a table', '| Rosa | Marino |', '| [removed] | [removed] |'],
  ])('no brackets where they would mean something: %s', (_, text, left) => {
    expect(without('Rosa Marino', text)).toBe(left);
  });

  test('inside the name of a record it is that record', () => {
    const names = ['Fundación Rosa Marino', 'Rosa Marino'];
    expect(without('Rosa Marino', 'Rosa Marino founded the Fundación Rosa Marino.', names)).toBe(
      '[removed] founded the Fundación Rosa Marino.',
    );
  });

  test('takes a time that grows with the text', () => {
    const finder = finderOf(['Rosa Marino', 'rosa@x.org', '+39 06 123 4567'], []);
    const time = (size: number) => {
      const text = 'rosa 0 1 2 3 4 5 @ rosa- (0 '.repeat(size);
      return cost(() => finder.find(text), 7);
    };
    time(2_000);
    // Four times the text: four times as long, or sixteen times where it is quadratic.
    expect(time(40_000) / time(10_000)).toBeLessThan(11);
  });
});

test('places before, between and after what is removed still mean the same words', () => {
  const piece = fc.constantFrom('Rosa Marino', 'the lagoon', ' ', 'work', '\n', 'Marino');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join(' ');
      const places = finderOf(['Rosa Marino'], []).find(text);
      const { text: left, shifted } = removedFrom(text, places);
      for (const match of text.matchAll(/lagoon|work/g)) {
        const end = match.index + match[0].length;
        expect(left.slice(shifted(match.index, 'start'), shifted(end, 'end'))).toBe(match[0]);
      }
      for (const { start, end } of places)
        expect(left.slice(shifted(start, 'start'), shifted(end, 'end'))).toMatch(/^\[?removed\]?$/);
    }),
  );
});
