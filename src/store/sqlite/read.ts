import type { Database } from 'better-sqlite3';
import type { Kinds, Values } from '../../core/kind.ts';
import type { Problem } from '../../core/message.ts';
import type { NodeMap } from '../../core/node.ts';
import type { Heading, Link } from '../../core/record.ts';
import { choose, linkKeys } from '../../core/resolve.ts';
import type { Candidate } from '../../core/resolve.ts';
import type { Selection } from '../../core/selection.ts';
import type {
  Edge,
  FullRecord,
  Hits,
  LinkState,
  LinksOf,
  OpenLink,
  RecordName,
  SharedId,
  StatedLink,
  Store,
  StoredLink,
  StoredRecord,
} from '../store.ts';
import { isFacetToken } from '../facet-token.ts';
import { keysOf } from './keys.ts';
import { postingsOf } from './postings.ts';
import { partsReader } from './parts.ts';
import type { RecordRow, LinkRow, EdgeRow, StatedRow, SharedRow } from './read-statements.ts';
import { readStatements } from './read-statements.ts';
import { keysInOrder, rankedKeys } from './search.ts';
import { stored } from './stored.ts';

type Reader = Omit<
  Store,
  'apply' | 'remember' | 'overtaken' | 'rebuilt' | 'examine' | 'clear' | typeof Symbol.asyncDispose
>;

/** How many rows are taken at a time, so that nothing long is held in memory and no statement stays open. */
const page = 1_000;

export function reader(database: Database, kinds: Kinds): Reader {
  const statements = readStatements(database);

  async function* recordPages(selection: Selection): AsyncIterable<readonly StoredRecord[]> {
    const keys = keysInOrder(database, kinds, selection);
    for (let at = 0; at < keys.length; at += page) yield recordsOf(keys.slice(at, at + page));
  }

  const recordsOf = (keys: readonly number[]): StoredRecord[] => {
    const rows = new Map(
      statements.recordsOf.all(JSON.stringify(keys)).map((row) => [row.key, row]),
    );
    return keys.flatMap((key) => {
      const row = rows.get(key);
      return row ? [recordOf(row)] : [];
    });
  };

  const search = (selection: Selection): Hits => {
    const { total, bounded, found } = rankedKeys(database, kinds, selection);
    const records = new Map(recordsOf(found.map(({ key }) => key)).map((each) => [each.key, each]));
    const hits = found.flatMap(({ key, score, matched }) => {
      const record = records.get(key);
      return record ? [{ record, score: Math.round(score * 1e4) / 1e4, matched }] : [];
    });
    return { total, bounded, hits };
  };

  const record = (key: number): FullRecord | undefined => {
    const row = statements.full.get(key);
    return (
      row && {
        ...recordOf(row),
        text: row.body,
        front: row.front,
        headings: stored(row.headings) as Heading[],
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

  async function* linkPages(
    keys: readonly number[],
    relations: readonly string[],
  ): AsyncIterable<readonly LinksOf[]> {
    for (let at = 0; at < keys.length; at += page) {
      const rows = statements.linksOf.all({
        keys: JSON.stringify(keys.slice(at, at + page)),
        relations: JSON.stringify(relations),
      });
      const links: LinksOf[] = [];
      for (let first = 0, end = 0; first < rows.length; first = end) {
        const source = rows[first]?.source ?? 0;
        while (rows[end]?.source === source) end++;
        links.push([source, rows.slice(first, end).map(statedLinkOf)]);
      }
      yield links;
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
      const all = rows.map(({ path, id, title, explicit }) => ({
        path,
        id,
        title,
        explicit: explicit === 1,
      }));
      const written = all.filter(({ explicit }) => explicit);
      if (written.length > 1) yield { id, explicit: true, records: written };
      if (written.length < all.length) yield { id, explicit: false, records: all };
    }
  }

  return {
    seen: async () => statements.seen.get(),
    isEmpty: async () => statements.anyFile.get() === undefined,
    ...postingsOf(database),
    unposted: async function* () {
      for (let keys = statements.unposted.all(page); keys.length > 0;) {
        yield* recordsOf(keys);
        keys = statements.unpostedAfter.all(keys.at(-1) ?? 0, page);
      }
    },
    bearing: async (names) => statements.bearing.all(JSON.stringify(names)),
    beginning: async (runs) => statements.beginning.all(JSON.stringify(runs)),
    files: async () =>
      new Map(
        statements.files
          .all()
          .map(({ path, racy, ...state }) => [path, { ...state, racy: racy === 1 }]),
      ),
    search: async (selection) => search(selection),
    records: (selection) => each(recordPages(selection)),
    recordPages,
    keys: async (selection) => keysOf(database, kinds, selection),
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
    linksOf: (keys, relations) => each(linkPages(keys, relations)),
    linkPages,
    ...partsReader(database),
    openLinks,
    extraFields: async () => new Set(statements.extraFields.all()),
    strays: async () => statements.strays.all(),
    async *problems() {
      for (const { path, problem } of statements.problems.all())
        yield { ...(stored(problem) as Problem), file: path };
    },
    sharedIds,
    facets: async (name) =>
      new Map(statements.facets.all(name).map(({ value, count }) => [value, count])),
    indexedWords: async (beginning) =>
      statements.indexedWords
        .all(beginning, `${beginning}\u{10ffff}`)
        .filter(({ word }) => !isFacetToken(word)),
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

async function* each<Item>(pages: AsyncIterable<readonly Item[]>): AsyncIterable<Item> {
  for await (const items of pages) yield* items;
}

const stateNames: readonly LinkState[] = [
  'unresolved',
  'resolved',
  'ambiguous',
  'misplaced',
  'doubled',
];

function recordOf({ key, id, kind, title, path, fields, extra }: RecordRow): StoredRecord {
  return {
    key,
    id,
    kind,
    title,
    path,
    values: stored(fields) as Values,
    extra: extra === '{}' ? {} : (stored(extra) as Values),
  };
}

function linkOf({ source, relation, target, found, state, detail }: LinkRow): StoredLink {
  const rest = stored(detail) as Omit<Link, 'relation' | 'target'>;
  return {
    ...rest,
    relation,
    target,
    from: source,
    to: found,
    state: stateNames[state] ?? 'unresolved',
  };
}

function statedLinkOf({ relation, role, target, found, facts }: StatedRow): StatedLink {
  const link = { relation, role, target, to: found };
  return facts === null ? link : { ...link, facts: stored(facts) as NodeMap };
}

function edgeOf({ source, found, relation, facts }: EdgeRow): Edge {
  const edge = { from: source, to: found, relation };
  return facts === null ? edge : { ...edge, facts: stored(facts) as NonNullable<Edge['facts']> };
}
