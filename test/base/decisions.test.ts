import { describe, expect, test } from 'vitest';
import { decisionsAdded, decisionsMessage, readDecisions } from '../../src/base/decisions.ts';
import { UsageError } from '../../src/core/usage-error.ts';
import { folderWith, writeFiles } from './folder.ts';

const first = { verdict: 'same', a: 'one', b: 'two', by: 'Rosa' } as const;
const second = { verdict: 'is', name: 'The "Union": of all', record: 'union' } as const;

describe('a decision is added to the end of', () => {
  test.each([
    ['nothing', undefined],
    ['an empty file', ''],
    ['the beginning of a document', '---\n# ours\n'],
    ['a file of comments', '\ufeff# ours\n\n  # and theirs\n'],
    ['a list with a comment and no last line end', '# ours\n- same: [one, two] # sure\n  by: Rosa'],
    ['a list with the line ends of Windows', '- same:\r\n    - one\r\n    - two\r\n  by: Rosa\r\n'],
  ])('%s, which stays as it is', (_, before) => {
    const folder = folderWith(before === undefined ? {} : { 'decisions.yaml': before });
    const known = readDecisions(folder);
    const { after } = decisionsAdded(folder, [second]);
    expect(after?.startsWith(before ?? '#')).toBe(true);
    writeFiles(folder, { 'decisions.yaml': after ?? '' });
    expect(readDecisions(folder)).toEqual([...known, second]);
    expect(known).toEqual(before?.includes('one') ? [first] : []);
  });

  test.each([
    ['a list in brackets', '[{same: [one, two]}]\n'],
    ['a list that is indented', '  - same: [one, two]\n'],
    ['a closed document', '- same: [one, two]\n...\n'],
  ])('%s only by a person', (_, before) => {
    const folder = folderWith({ 'decisions.yaml': before });
    expect(readDecisions(folder)).toHaveLength(1);
    expect(() => decisionsAdded(folder, [second])).toThrow(UsageError);
  });
});

test.each([
  'same: x',
  '\u2028',
  '- same: [one]',
  '- 1',
  '{',
  '|\n  ',
  '""',
  '- same: [one, two]\n- "x',
])('what is no list of decisions is refused: %j', (text) => {
  const folder = folderWith({ 'decisions.yaml': text });
  expect(() => readDecisions(folder)).toThrow(UsageError);
});

test.each([
  ['- same: [one, two]\n- sam: [a, b]\n', 2],
  ['# ours\n- same: [one, two]\n- same: [a\n', 4],
])('%j has a message with its line', (text, line) => {
  const folder = folderWith({ 'decisions.yaml': text });
  expect(decisionsMessage(folder)).toMatchObject({
    file: 'decisions.yaml',
    severity: 'error',
    line,
  });
});
