import { expect, test } from 'vitest';
import { maxKey } from '../../src/markdown/body-relation.ts';
import { concepts } from '../../src/vocabulary/load.ts';

test('no name of a field in any language is longer than what is looked at before a link', () => {
  const lengths = [...concepts('fields').names().keys()].map(({ length }) => length);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(maxKey);
  expect(Math.max(...lengths)).toBeGreaterThan(20);
});
