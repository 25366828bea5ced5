import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { indexFile, rowsOf } from '../doctor/files.ts';
import { base } from '../commands/run.ts';
import type { Ended } from '../../torture/tools/koinon.ts';
import { koinon } from '../../torture/tools/koinon.ts';

const files = Object.fromEntries(
  Array.from({ length: 12 }, (_, n) => [
    `organisations/o${n}.md`,
    `---\ntitle: Saltworks ${n}\ncountry: GR\ncountries: [GR, IT]\nrelated:\n  - organisation: o${(n + 1) % 12}\n    from: 2019\nextra: told ${n}\n---\n# Head\nWords.\n`,
  ]),
);

/** One byte of what stands in a column becomes a control, which no JSON has. */
function damage(table: string, column: string, at = 3): (path: string) => void {
  return (path) => {
    const database = new SQLite(path);
    const changed = `cast(substr(${column}, 1, ${at - 1}) || char(1) || substr(${column}, ${at + 1}) as text)`;
    database.exec(`update ${table} set ${column} = ${changed} where length(${column}) > 4`);
    database.close();
  };
}

/** As it happens to disks: without SQLite knowing. */
function overwrite(from: number): (path: string) => void {
  return (path) => {
    const bytes = readFileSync(path);
    bytes.fill(0x5a, from);
    writeFileSync(path, bytes);
  };
}

const calls: readonly (readonly string[])[] = [
  ['search', 'saltworks'],
  ['search', '--where', 'extra=told 3'],
  ['search', '--no-refresh', 'saltworks'],
  ['show', 'o3'],
  ['check'],
  ['partners', 'saltworks'],
  ['export', 'csv', 'records', 'organisation'],
  ['link', 'list', 'o3'],
  ['graph', 'path', 'o1', 'o4'],
  ['dedupe', '--list'],
];

test.each([
  ['fields', damage('record', 'fields')],
  ['further fields', damage('record', 'extra', 2)],
  ['links', damage('link', 'detail')],
  ['headings', damage('page', 'headings')],
  ['pages of the file', overwrite(4_096 * 3)],
] as const)(
  'an index with damaged %s is made anew by whatever meets it, which answers all the same',
  async (_, harm) => {
    const folder = base(files);
    await koinon(folder, ['ingest', '--quiet']);
    const rows = await rowsOf(folder);
    const answers: object[] = [];
    const of = ({ code, out }: Ended) => ({ code, out });
    for (const words of calls) answers.push(of(await koinon(folder, words)));
    const path = indexFile(folder);
    const whole = readFileSync(path);
    let met = 0;
    for (const [at, words] of calls.entries()) {
      writeFileSync(path, whole);
      harm(path);
      const answer = await koinon(folder, words);
      expect(of(answer), words.join(' ')).toEqual(answers[at]);
      const said = answer.error.match(/damaged/g) ?? [];
      expect(said.length, answer.error).toBeLessThan(2);
      if (said.length === 0) continue;
      met++;
      expect(await rowsOf(folder), words.join(' ')).toEqual(rows);
    }
    expect(met).toBeGreaterThan(0);
  },
  240_000,
);

test('what was told already is not told again: the call says what to do', async () => {
  const folder = base(
    Object.fromEntries(
      Array.from({ length: 2_500 }, (_, n) => [
        `organisations/o${String(n).padStart(4, '0')}.md`,
        `---\ntitle: Saltworks ${n}\n---\n`,
      ]),
    ),
  );
  await koinon(folder, ['ingest', '--quiet']);
  const database = new SQLite(join(indexFile(folder)));
  database.exec("update record set fields = '{' where id = 'o2499'");
  database.close();
  const cut = await koinon(folder, ['export', 'csv', 'records', 'organisation']);
  expect(cut.code).toBe(2);
  expect(cut.error).toContain('the same call again makes it anew');
  const again = await koinon(folder, ['export', 'csv', 'records', 'organisation']);
  expect(again.code).toBe(0);
  expect(again.out.split('\r\n')).toHaveLength(2_502);
});
