import { describe, expect, test } from 'vitest';
import { readApart } from '../../src/readers/read-apart.ts';
import { UnreadableDocument } from '../../src/readers/unreadable-document.ts';
import { damaged } from '../../torture/documents.ts';
import { hostileDocuments } from '../../torture/tools/hostile-documents.ts';

// A sample; “npm run torture documents” imports all of them and measures what that takes.
const chosen = hostileDocuments.filter(({ isLong }, at) => !isLong && at % 3 === 1);

describe('a document that was made to harm', () => {
  test.each(chosen)('$name', async ({ make, mayBeRead }) => {
    const answer = await readApart(make(), 'document').catch((error: unknown) => error);
    if (answer instanceof Error) {
      expect(answer).toBeInstanceOf(UnreadableDocument);
      expect(answer.message).not.toMatch(/longer than|too much memory/);
    } else expect(mayBeRead).toBe(true);
    expect(JSON.stringify(answer)).not.toMatch(/root:|PWNED=1/);
  });
});

test('a damaged document is read, or refused in words', async () => {
  expect((await damaged(16, 1)).failures).toEqual([]);
});
