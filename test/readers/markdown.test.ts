import { expect, test } from 'vitest';
import { readDocument } from '../../src/readers/read-document.ts';
import { tell } from './tools/tell.ts';

const page = `---
title: "A meeting in Tunis"
language: ar-TN
date: 2021-05-04
source: https://example.org/meeting
---

# A meeting ##

Five networks
met again.

Second title
------------

> A quoted line

- one
  goes on
- [x] two
3. three

| Name | Country |
|------|---------|
| Alfa | Italy   |

\`\`\`
# no heading
\`\`\`

***
`;

test('Markdown is cut into blocks and stays as it is written', async () => {
  const document = await readDocument(Buffer.from(page), 'meeting.md');
  expect(document.text).toBe(page);
  expect(document.metadata).toEqual({
    title: 'A meeting in Tunis',
    language: 'ar',
    published: '2021-05-04',
    url: 'https://example.org/meeting',
  });
  expect(tell(document)).toEqual([
    'heading 1: A meeting',
    'paragraph: Five networks\nmet again.',
    'heading 2: Second title',
    'paragraph: A quoted line',
    'item: one\n  goes on',
    'item: two',
    'item: three',
    'row: Name | Country',
    'row: Alfa | Italy',
    'paragraph: # no heading',
  ]);
});

test.each([
  ['notes.txt', '# One\n\n# Two\n', 'markdown'],
  ['notes.txt', '---\ntitle: A\n---\nText\n', 'markdown'],
  ['notes.txt', '#hashtag and # sign\n', 'text'],
  ['notes.md', 'Nothing but a line\n', 'markdown'],
])('%s with %j is read as %s', async (name, content, format) => {
  expect((await readDocument(Buffer.from(content), name)).format).toBe(format);
});
