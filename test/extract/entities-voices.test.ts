import { expect, test } from 'vitest';
import { makePassage } from '../../src/extract/text/make-passage.ts';
import { recognise } from '../../src/extract/recognise.ts';
import { textBlocks } from '../../src/readers/text/blocks.ts';
import voices from './entity-texts/voices.ts';

test.each(voices)('$what', ({ text, names, open = [], never }) => {
  const passage = makePassage({
    format: 'text',
    text,
    blocks: textBlocks(text),
    metadata: {},
    notes: [],
  });
  const { entities } = recognise(passage, []);
  const found = entities.flatMap(({ kind, title, aliases }) =>
    [title, ...aliases].map((name) => `${kind}: ${name}`),
  );
  expect(found).toEqual(expect.arrayContaining(names.filter((name) => !open.includes(name))));
  const titles = entities.map(({ title }) => title);
  expect(never.filter((name) => titles.includes(name))).toEqual([]);
});
