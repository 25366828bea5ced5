import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import SQLite from 'better-sqlite3';
import { findings } from '../../src/base/findings.ts';
import { ingest } from '../../src/base/ingest.ts';
import { sqliteStore } from '../../src/store/sqlite/store.ts';
import type { Store } from '../../src/store/store.ts';
import { folderWith, writeFiles } from '../base/folder.ts';
import { context, page } from './contract.ts';
import { messageLine } from '../message-line.ts';

const paths = [
  'projects/a.md',
  'projects/b.md',
  'organisations/a.md',
  'organisations/a/index.md',
  'a.md',
  'x/projects/a.md',
  'events/Été.md',
  'events/A.md',
  'notes/b.md',
];
const names = [
  'a',
  'b',
  'Alpha',
  'alpha',
  'Beta',
  'projects/a',
  '../organisations/a',
  'a.md',
  'été',
  'nobody',
  'AL',
];

const name = fc.constantFrom(...names);
const line = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('title', 'id', 'acronym', 'aliases'),
      fc.constantFrom('a', 'b', 'Alpha', 'Beta', 'AL', 'Été', 'projects/a'),
    )
    .map(([key, value]) => `${key}: ${value}`),
  fc.constantFrom(
    'kind: project',
    'kind: organisation',
    'kind: event',
    'kind: nonsense',
    'start: 2019',
    'start: never',
    'country: ES',
    'themes: [sse]',
    'tags: x',
    'odd: v',
    'names: {fr: Alpha}',
  ),
  fc
    .tuple(fc.constantFrom('lead', 'partners', 'associates', 'related', 'part_of', 'sources'), name)
    .map(([key, target]) => `${key}: "[[${target}]]"`),
  fc
    .tuple(fc.constantFrom('lead', 'partners'), name)
    .map(([key, target]) => `${key}:\n  - organisation: ${target}\n    country: FR`),
);
const text = fc.oneof(
  fc
    .tuple(fc.array(line, { maxLength: 4 }), fc.array(name, { maxLength: 2 }))
    .map(([lines, targets]) =>
      page(lines.join('\n'), targets.map((target) => `See [[${target}]].\n`).join('\n')),
    ),
  fc.constantFrom('# Only a body\n', '---\ntitle: open\n', page('title: a: b')),
);

type Step =
  | { readonly write: string; readonly text: string }
  | { readonly rename: string; readonly to: string }
  | { readonly remove: string }
  | { readonly ingest: true };

const path = fc.constantFrom(...paths);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ write: path, text }) },
  { weight: 2, arbitrary: fc.record({ rename: path, to: path }) },
  { weight: 2, arbitrary: fc.record({ remove: path }) },
  { weight: 3, arbitrary: fc.constant({ ingest: true as const }) },
);

/** Every row of the index in a folder, with paths for keys and without what differs between two readings of one file. */
function rows(indexFolder: string): unknown {
  const file = readdirSync(indexFolder).find((each) => each.endsWith('.db')) ?? '';
  const database = new SQLite(join(indexFolder, file));
  const all = (sql: string) =>
    database
      .prepare(sql)
      .raw()
      .all()
      .map((row) => JSON.stringify(row))
      .toSorted();
  try {
    database.exec("create virtual table temp.term using fts5vocab('main', 'words', 'instance')");
    return {
      file: all('select path, size, mtime, ctime, inode, hash from file'),
      problem: all('select * from problem'),
      record: all(
        'select path, folder, kind, id, slug, explicit, title, since, until, fields, extra from record',
      ),
      page: all('select path, front, headings, body from page join record on key = record'),
      name: all('select name, rank, path from name join record on key = record'),
      facet: all('select field, value, path from facet join record on key = record'),
      link: all(`select s.path, number, relation, role, target, l.name, near, base, t.path, state, detail
        from link l join record s on s.key = l.source left join record t on t.key = l.found`),
      words: all('select term, path, col, offset from temp.term join record on key = doc'),
      lost: all('select doc from temp.term where doc not in (select key from record)'),
      damage: all('pragma integrity_check'),
      foreign: all('pragma foreign_key_check'),
    };
  } finally {
    database.close();
  }
}

/** The same through the port: what people are told, and where links lead. */
async function told(store: Store): Promise<readonly string[]> {
  const lines = (await findings(store, context.kinds)).map(messageLine);
  const ids = new Map<number, string>();
  for await (const { key, id, path: where, title } of store.records({})) {
    ids.set(key, id);
    lines.push(`${where} ${id} ${title}`);
  }
  for await (const { from, to, relation, facts } of store.edges())
    lines.push(`${ids.get(from)} ${relation} ${ids.get(to)} ${JSON.stringify(facts)}`);
  return lines.toSorted();
}

it('any changes and ingests give the rows that a new index of the same files has', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const folder = folderWith();
      const kept = join(folder, '.koinon/kept');
      const run = async (index: string) => {
        await using store = sqliteStore(index, context.kinds);
        await ingest(folder, store, context);
        return { told: await told(store) };
      };
      for (const each of steps) {
        if ('ingest' in each) await run(kept);
        else if ('write' in each) writeFiles(folder, { [each.write]: each.text });
        else if ('remove' in each) rmSync(join(folder, each.remove), { force: true });
        else if (existsSync(join(folder, each.rename))) {
          mkdirSync(dirname(join(folder, each.to)), { recursive: true });
          renameSync(join(folder, each.rename), join(folder, each.to));
        }
      }
      const after = await run(kept);
      const fresh = await run(join(folder, '.koinon/fresh'));
      expect({ ...after, rows: rows(kept) }).toEqual({
        ...fresh,
        rows: rows(join(folder, '.koinon/fresh')),
      });
      rmSync(folder, { recursive: true });
    }),
    {
      numRuns: Number(process.env['KOINON_RUNS'] ?? 150),
      seed: Number(process.env['KOINON_SEED'] ?? 5),
    },
  );
}, 3_600_000);
