import { expect, test } from 'vitest';
import graphExport from '../../src/commands/graph/export.ts';
import { base, call, run } from './run.ts';

test.each(['dot', 'json'])('a graph as %s holds no sign that hides or reorders', async (format) => {
  const folder = base({ 'organisations/a.md': '---\ntitle: "A\\u202eb\\u200b\\u0085c"\n---\n' });
  const { written } = await run(graphExport, folder, call([], { format }));
  expect(written).not.toMatch(/[\u0085\u200b\u202e]/);
  expect(written).toMatch(
    format === 'dot' ? /A\\\\u\{202e\}b\\\\u\{200b\} c/ : /A\\u202eb\\u200b\\u0085c/,
  );
});
