import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ingest } from '../../src/base/ingest.ts';
import { readFront } from '../../src/markdown/front.ts';
import { readRecord } from '../../src/markdown/read-record.ts';
import { mentionsOf } from '../../src/privacy/mentions.ts';
import { sqliteStore } from '../../src/store/sqlite/store.ts';
import { folderWith } from '../base/folder.ts';
import { context } from '../store/contract.ts';

const name = fc.constantFrom('Rosa Marino', 'ROSA MARINO', 'Marino, Rosa', 'rosa-marino');
const before = fc.constantFrom('', 'by ', '(', '“', 'l’', 'see ', '# ');
const after = fc.constantFrom('', ' said', ')', '”', ': yes', ', too', ' #x');

const words = fc.tuple(before, name, after).map((parts) => parts.join(''));
const quoted = words.map((text) => `"${text}"`);
const single = words.map((text) => `'${text}'`);
const plain = name.filter((text) => !text.includes(','));
const scalar = fc.oneof(quoted, single, plain);
const block = fc.tuple(
  fc.constantFrom('|', '>', '|-', '>-'),
  fc.array(words, { minLength: 1, maxLength: 3 }),
);

const field = fc.oneof(
  fc
    .tuple(fc.constantFrom('note', 'odd', 'city', 'summary'), scalar)
    .map(([key, text]) => `${key}: ${text}`),
  block.map(([sign, lines]) =>
    `note: ${sign}\n${lines.map((line) => `  ${line}\n`).join('')}`.trimEnd(),
  ),
  fc
    .array(scalar, { minLength: 1, maxLength: 3 })
    .map((list) => `aliases: [${list.join(', ')}, X]`),
  fc
    .array(scalar, { minLength: 1, maxLength: 3 })
    .map((list) => `tags:\n${list.map((text) => `  - ${text}`).join('\n')}`),
  scalar.map((text) => `names: {fr: ${text}, es: Y}`),
  scalar.map((text) => `contacts:\n  - name: ${text}\n    email: r@x.org\n  - {name: Ana}`),
  scalar.map((text) => `contacts: [{name: Ana}, {name: ${text}}]`),
  scalar.map((text) => `contacts: ${text}`),
  plain.map((text) => `related: ["[[${text}]]", "[[b]]"]`),
  plain.map((text) => `part_of: "[[b|${text}]]"`),
  words.map((text) => `# ${text}`),
  fc.constantFrom(
    'website: https://x.org/rosa-marino',
    'founded: 1990 # rosa marino',
    'country: PT',
  ),
);

const line = fc.oneof(
  words,
  name.map((text) => `[[${text}]]`),
  name.map((text) => `[[b|${text}]] and [${text}](https://x.org)`),
  name.map((text) => `- **${text}**: \`${text}\``),
  name.map((text) => `<!-- ${text} -->`),
  fc.constantFrom('| Rosa | Marino |', 'Rosa\nMarino', 'See [b](b.md).'),
);

const page = fc
  .tuple(
    fc.uniqueArray(field, { maxLength: 5, selector: (text) => text.split(':')[0] }),
    fc.array(line, { maxLength: 4 }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([fields, lines, newline]) =>
    `---\ntitle: A\n${fields.map((each) => `${each}\n`).join('')}---\n${lines.map((each) => `${each}\n`).join('')}`.replaceAll(
      '\n',
      newline,
    ),
  );

/** What front matter says with the name and what replaces it taken out. */
function bare(text: string): string {
  const { contacts: _, related: __, ...rest } = readFront(text).data;
  return JSON.stringify(rest).replaceAll(
    /\[removed\]|removed|rosa[\s,-]{1,4}marino|marino[\s,-]{1,4}rosa/gi,
    '',
  );
}

test('in whatever way a record writes the name, it goes, and the rest says what it said', async () => {
  await fc.assert(
    fc.asyncProperty(page, async (text) => {
      const folder = folderWith({
        'koinon.yaml': 'name: X\n',
        'organisations/a.md': text,
        'organisations/b.md': '---\ntitle: B\n---\n',
      });
      await using store = sqliteStore(undefined, context.kinds);
      await ingest(folder, store, context);
      const { changes } = await mentionsOf({
        ...context,
        folder,
        store,
        spellings: ['Rosa Marino'],
      });
      const made = changes.find(({ path }) => path === 'organisations/a.md')?.after ?? text;
      expect(made).not.toMatch(/marino/i);
      const [old, left] = [text, made].map((each) =>
        readRecord(each, 'organisations/a.md', context),
      );
      const errors = (reading: typeof old) =>
        reading?.problems.filter(({ severity }) => severity === 'error').length ?? 0;
      expect(errors(left)).toBeLessThanOrEqual(errors(old));
      if (errors(old) === 0) expect(bare(made)).toBe(bare(text));
      expect(made.includes('\r\n')).toBe(text.includes('\r\n'));
      rmSync(folder, { recursive: true });
    }),
    {
      numRuns: Number(process.env['KOINON_RUNS'] ?? 150),
      seed: Number(process.env['KOINON_SEED'] ?? 7),
    },
  );
}, 600_000);

test('the example base can be searched without a change', async () => {
  const folder = new URL('../../data/base', import.meta.url).pathname;
  await using store = sqliteStore(undefined, context.kinds);
  await ingest(folder, store, context);
  const found = await mentionsOf({ ...context, folder, store, spellings: ['Nobody Atall'] });
  expect(found).toMatchObject({ mentions: [], changes: [] });
  expect(readdirSync(folder).length).toBeGreaterThan(3);
  expect(readFileSync(join(folder, 'koinon.yaml'), 'utf8')).not.toBe('');
});
