import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { textBlocks } from '../../src/readers/text/blocks.ts';
import { concepts } from '../../src/vocabulary/load.ts';
import { growth } from './growth.ts';

const run = (text: string) =>
  extract(
    { format: 'text', text, blocks: textBlocks(text), metadata: {}, notes: [] },
    { sha256: '0'.repeat(64), known: [], vocabularies: concepts },
  );

describe('the time of a whole extraction grows with the length', () => {
  it.each([
    ['cues without an end', 'which led by and coordinates '],
    ['labels', 'Partners: Alpha Beta (ES)\n'],
    ['rows', 'x ; Union of Dyers ; Spain ; partner ; 10 000 EUR\n'],
    ['paragraphs', 'The project Alpha is led by the Union of Dyers in Italy until 4 May.\n\n'],
    ['one sentence of names', 'led by the Union of Dyers, '],
    ['one sentence of cues without names', 'at the head of Project Alpha stands '],
    ['parts in brackets', 'Union of Dyers (lead), Guild of Weavers, '],
    ['those named before', 'It is organised by the two bodies. '],
  ])(
    '%s',
    (_, unit) => {
      expect(growth(unit, run)).toBeLessThan(24);
    },
    120_000,
  );
});
