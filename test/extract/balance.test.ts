import { expect, test } from 'vitest';
import { tidy } from '../../src/extract/text/balance.ts';
import { ownWords } from '../../src/extract/facts/own-title.ts';

test.each([
  'Annex a) and b) to the agreement',
  'Points 1) to 3)',
  'Report (phase 2) of the project',
  '„Looms” and „dyes“',
  '»Looms« und Farben',
  '12" records',
  '"Budget 2027"',
  'l’«École» des métiers',
])('marks that belong to a name stay: %s', (name) => {
  expect(tidy(name)).toBe(name);
});

test.each([
  ['«Loom Lane', 'Loom Lane'],
  ['Loom Lane»', 'Loom Lane'],
  ['Loom «Lane', 'Loom Lane'],
  ['Guild of Weavers) ended in 2020', 'Guild of Weavers'],
])('marks that nothing opens or closes go: %s', (name, own) => {
  expect(tidy(name)).toBe(own);
});

test.each([
  ['R: I: Verbale', 'Verbale'],
  ['Fwd: RE: Minutes', 'Minutes'],
  ['TR : Ordre du jour', 'Ordre du jour'],
  ['R: a language for weavers', 'R: a language for weavers'],
  ['I: Les acteurs du projet', 'I: Les acteurs du projet'],
])('what programs for mail write goes, a letter of a list stays: %s', (subject, own) => {
  expect(ownWords(subject)).toBe(own);
});
