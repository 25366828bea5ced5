import type { Database } from 'better-sqlite3';
import type { Kinds, Values } from '../../core/kind.ts';
import type { Problem } from '../../core/message.ts';
import type { Heading, Link } from '../../core/record.ts';
import { choose, linkKeys } from '../../core/resolve.ts';
import type { Candidate } from '../../core/resolve.ts';
import type { Selection } from '../../core/selection.ts';
import type {
  Edge,
  FullRecord,
  Hits,
  LinkState,
  OpenLink,
  RecordName,
  SharedId,
  Store,
  StoredLink,
  StoredRecord,
} from '../store.ts';
import { states } from './resolve.ts';
import { compile, weights } from './select.ts';

type Reader = Omit<Store, 'apply' | 'rebuilt' | typeof Symbol.asyncDispose>;

/** How many rows are taken at a time, so that nothing long is held in memory and no statement stays open. */
const page = 1_000;

export function reader(database: Database, kinds: Kinds): Reader {
  const statements = prepare(database);

  const search = (selection: Selection): Hits => {
    const { from, where, order, parameters, orderParameters, ranked } = compile(selection, kinds);
    const score = ranked ? `-bm25(words, ${weights})` : '0';
    const total =
      database
        .prepare<unknown[], number>(`select count(*) from ${from} where ${where}`)
        .pluck()
        .get(...parameters) ?? 0;
    const rows = database
      .prepare<unknown[], RecordRow & { score: number }>(
        `select ${recordColumns}, ${score} as score from ${from} where ${where} order by ${order} limit ?`,
      )
      .all(...parameters, ...orderParameters, selection.limit ?? -1);
    return {
      total,
      hits: rows.map((row) => ({
        record: recordOf(row),
        score: Math.round(row.score * 1e4) / 1e4,
      })),
    };
  };

  async function* records(selection: Selection): AsyncIterable<StoredRecord> {
    const { from, where, order, parameters, orderParameters } = compile(selection, kinds);
    const keys = database
      .prepare<unknown[], number>(
        `select r.key from ${from} where ${where} order by ${order} limit ?`,
      )
      .pluck()
      .all(...parameters, ...orderParameters, selection.limit ?? -1);
    for (let at = 0; at < keys.length; at += page) {
      const wanted = keys.slice(at, at + page);
      const rows = new Map(
        statements.recordsOf.all(JSON.stringify(wanted)).map((row) => [row.key, row]),
      );
      for (const key of wanted) {
        const row = rows.get(key);
        if (row) yield recordOf(row);
      }
    }
  }

  const record = (key: number): FullRecord | undefined => {
    const row = statements.full.get(key);
    return (
      row && {
        ...recordOf(row),
        text: row.body,
        front: row.front,
        headings: JSON.parse(row.headings) as Heading[],
      }
    );
  };

  const candidates = (keys: ReturnType<typeof linkKeys>): Candidate[] =>
    [keys.near, keys.base, keys.name].flatMap((name) => (name ? statements.named.all(name) : []));

  const namesOf = (keys: readonly number[]) =>
    new Map(statements.names.all(JSON.stringify(keys)).map((row) => [row.key, row]));

  const find = (target: string): RecordName[] => {
    const found = candidates(linkKeys({ target }, ''));
    if (found.length === 0) return [];
    const keys = choose(found, '', undefined).map(({ key }) => key);
    return [...namesOf(keys).values()];
  };

  async function* edges(
    of: { readonly keys?: readonly number[]; readonly relations?: readonly string[] } = {},
  ): AsyncIterable<Edge> {
    const relations = JSON.stringify(of.relations ?? null);
    if (of.keys) {
      for (const row of statements.edgesOf.all({ keys: JSON.stringify(of.keys), relations }))
        yield edgeOf(row);
      return;
    }
    let last: EdgeRow | undefined;
    for (;;) {
      const rows = statements.edges.all({
        source: last?.source ?? -1,
        number: last?.number ?? -1,
        relations,
        limit: page * 10,
      });
      for (const row of rows) yield edgeOf(row);
      last = rows.at(-1);
      if (rows.length < page * 10) return;
    }
  }

  async function* openLinks(): AsyncIterable<OpenLink> {
    for (const row of statements.openLinks.all()) {
      const declared = kinds.get(row.kind)?.relations[row.relation]?.to;
      const found = candidates({ name: row.name, near: row.near, base: row.base });
      const chosen =
        found.length === 0 ? [] : choose(found, row.folder, declared).map(({ key }) => key);
      yield { link: linkOf(row), path: row.path, candidates: [...namesOf(chosen).values()] };
    }
  }

  async function* sharedIds(): AsyncIterable<SharedId> {
    const groups = new Map<string, SharedRow[]>();
    for (const row of statements.shared.all())
      groups.set(row.slug, [...(groups.get(row.slug) ?? []), row]);
    for (const [id, rows] of groups) {
      const explicit = rows.filter((row) => row.explicit === 1);
      if (explicit.length > 1) yield { id, explicit: true, records: explicit };
      const others = rows.filter((row) => row.explicit === 0);
      if (others.length > 0) yield { id, explicit: false, records: rows };
    }
  }

  return {
    files: async () =>
      new Map(
        statements.files
          .all()
          .map(({ path, racy, ...state }) => [path, { ...state, racy: racy === 1 }]),
      ),
    search: async (selection) => search(selection),
    records,
    record: async (key) => record(key),
    async *fronts(paths) {
      yield* statements.fronts.all(JSON.stringify(paths));
    },
    names: async (keys) => namesOf(keys),
    find: async (target) => find(target),
    async *knownNames() {
      yield* statements.knownNames.all();
    },
    linksFrom: async (key) => statements.linksFrom.all(key).map(linkOf),
    linksTo: async (key) => statements.linksTo.all(key).map(linkOf),
    edges,
    openLinks,
    async *problems() {
      for (const { path, problem } of statements.problems.all())
        yield { ...(JSON.parse(problem) as Problem), file: path };
    },
    sharedIds,
    async *indexedWords() {
      yield* statements.indexedWords.all();
    },
    counts: async () => ({
      kinds: new Map(statements.kinds.all().map(({ kind, count }) => [kind, count])),
      links: new Map(
        statements.links
          .all()
          .map(({ state, count }) => [stateNames[state] ?? 'unresolved', count]),
      ),
    }),
  };
}

const stateNames: readonly LinkState[] = [
  'unresolved',
  'resolved',
  'ambiguous',
  'misplaced',
  'doubled',
];

const recordColumns = 'r.key, r.id, r.kind, r.title, r.path, r.fields, r.extra';

interface RecordRow {
  readonly key: number;
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly path: string;
  readonly fields: string;
  readonly extra: string;
}

interface FullRow extends RecordRow {
  readonly front: string;
  readonly headings: string;
  readonly body: string;
}

interface LinkRow {
  readonly source: number;
  readonly relation: string;
  readonly target: string;
  readonly found: number | null;
  readonly state: number;
  readonly detail: string;
}

interface OpenRow extends LinkRow {
  readonly name: string | null;
  readonly near: string | null;
  readonly base: string | null;
  readonly path: string;
  readonly kind: string;
  readonly folder: string;
}

interface EdgeRow {
  readonly source: number;
  readonly number: number;
  readonly found: number;
  readonly relation: string;
  readonly facts: string | null;
}

interface SharedRow {
  readonly slug: string;
  readonly path: string;
  readonly id: string;
  readonly title: string;
  readonly explicit: number;
}

function recordOf({ key, id, kind, title, path, fields, extra }: RecordRow): StoredRecord {
  return {
    key,
    id,
    kind,
    title,
    path,
    values: JSON.parse(fields) as Values,
    extra: extra === '{}' ? {} : (JSON.parse(extra) as Values),
  };
}

function linkOf({ source, relation, target, found, state, detail }: LinkRow): StoredLink {
  const rest = JSON.parse(detail) as Omit<Link, 'relation' | 'target'>;
  return {
    ...rest,
    relation,
    target,
    from: source,
    to: found,
    state: stateNames[state] ?? 'unresolved',
  };
}

function edgeOf({ source, found, relation, facts }: EdgeRow): Edge {
  const edge = { from: source, to: found, relation };
  return facts === null
    ? edge
    : { ...edge, facts: JSON.parse(facts) as NonNullable<Edge['facts']> };
}

function prepare(database: Database) {
  const link = 'l.source, l.relation, l.target, l.found, l.state, l.detail';
  const edge = "l.source, l.number, l.found, l.relation, l.detail ->> '$.facts' as facts";
  const related =
    "(@relations = 'null' or l.relation in (select value from json_each(@relations)))";
  return {
    files: database.prepare<
      [],
      {
        path: string;
        size: number;
        mtime: number;
        ctime: number;
        inode: number;
        hash: string;
        racy: number;
      }
    >('select path, size, mtime, ctime, inode, hash, racy from file'),
    recordsOf: database.prepare<[string], RecordRow>(
      `select ${recordColumns} from record r where r.key in (select value from json_each(?))`,
    ),
    full: database.prepare<[number], FullRow>(
      `select ${recordColumns}, p.front, p.headings, p.body from record r join page p on p.record = r.key where r.key = ?`,
    ),
    names: database.prepare<[string], RecordName>(
      'select r.key, r.id, r.kind, r.title from record r where r.key in (select value from json_each(?)) order by r.id',
    ),
    named: database.prepare<[string], Candidate>(
      'select n.record as key, n.rank, r.kind, r.folder from name n join record r on r.key = n.record where n.name = ?',
    ),
    knownNames: database.prepare<[], { name: string; key: number }>(
      "select name, record as key from name where rank > 1 and name not like '/%'",
    ),
    fronts: database.prepare<[string], { path: string; front: string }>(
      'select r.path, p.front from record r join page p on p.record = r.key where r.path in (select value from json_each(?))',
    ),
    linksFrom: database.prepare<[number], LinkRow>(
      `select ${link} from link l where l.source = ? order by l.number`,
    ),
    linksTo: database.prepare<[number], LinkRow>(
      `select ${link} from link l join record r on r.key = l.source where l.found = ? order by l.relation, r.id, l.number`,
    ),
    edges: database.prepare<
      [{ source: number; number: number; relations: string; limit: number }],
      EdgeRow
    >(
      `select ${edge} from link l where (l.source, l.number) > (@source, @number) and l.found is not null and ${related}
       order by l.source, l.number limit @limit`,
    ),
    edgesOf: database.prepare<[{ keys: string; relations: string }], EdgeRow>(
      `select ${edge} from link l where l.source in (select value from json_each(@keys)) and l.found is not null and ${related}
       union select ${edge} from link l where l.found in (select value from json_each(@keys)) and ${related}
       order by 1, 2`,
    ),
    openLinks: database.prepare<[], OpenRow>(
      `select ${link}, l.name, l.near, l.base, r.path, r.kind, r.folder from link l join record r on r.key = l.source
       where l.state <> ${states.resolved} order by r.path, l.number`,
    ),
    problems: database.prepare<[], { path: string; problem: string }>(
      'select path, problem from problem order by path, number',
    ),
    shared: database.prepare<[], SharedRow>(
      `select slug, path, id, title, explicit from record where slug in (select slug from record group by slug having count(*) > 1)
       order by slug, path`,
    ),
    indexedWords: database.prepare<[], string>('select term from word').pluck(),
    kinds: database.prepare<[], { kind: string; count: number }>(
      'select kind, count(*) as count from record group by kind order by kind',
    ),
    links: database.prepare<[], { state: number; count: number }>(
      'select state, count(*) as count from link group by state',
    ),
  };
}
