import { describe, expect, it } from 'vitest';
import type { KnownRecord } from '../../src/core/known-record.ts';
import { extract } from '../../src/extract/extract.ts';
import { textBlocks } from '../../src/readers/text/blocks.ts';
import { concepts } from '../../src/vocabulary/load.ts';
import { growth } from './growth.ts';

const said = (text: string, known: readonly KnownRecord[]) =>
  extract(
    { format: 'text', text, blocks: textBlocks(text), metadata: {}, notes: [] },
    { sha256: '0'.repeat(64), known, vocabularies: concepts },
  );

const run = (text: string) => said(text, []);

describe('the time of a whole extraction grows with the length', () => {
  it.each([
    ['cues without an end', 'which led by and coordinates '],
    ['labels', 'Partners: Alpha Beta (ES)\n'],
    ['rows', 'x ; Union of Dyers ; Spain ; partner ; 10 000 EUR\n'],
    ['paragraphs', 'The project Alpha is led by the Union of Dyers in Italy until 4 May.\n\n'],
    ['one sentence of names', 'led by the Union of Dyers, '],
  ])(
    '%s',
    (_, unit) => {
      expect(growth(unit, run)).toBeLessThan(24);
    },
    120_000,
  );

  it('also where most of its names are new, and beside each stands one that the base knows', () => {
    const known = [{ id: 'dyers', kind: 'organisation', title: 'Union of Dyers', names: [] }];
    const numbered = (text: string) => {
      let number = 0;
      return text.replaceAll('#', () => String(number++));
    };
    const unit = 'Partners are the Sousse# Women Association and the Union of Dyers.\n';
    expect(growth(unit, (text) => said(numbered(text), known))).toBeLessThan(24);
  }, 120_000);
});
