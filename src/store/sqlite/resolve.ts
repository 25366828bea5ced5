import type { Database } from 'better-sqlite3';
import type { Kind, Kinds } from '../../core/kind.ts';
import type { Candidate } from '../../core/resolve.ts';
import { choose } from '../../core/resolve.ts';

/** States of a link as they are stored; their order is that of {@link LinkState}. */
export const states = {
  unresolved: 0,
  resolved: 1,
  ambiguous: 2,
  misplaced: 3,
  doubled: 4,
} as const;

/** The candidates of this many names are remembered, about 200 bytes each: nearly every record is meant by several links. */
const remembered = 200_000;

/** Records whose keys follow each other are asked for together, at most so many. */
const together = 200;

interface Source {
  readonly key: number;
  readonly kind: string;
  readonly folder: string;
}

interface OpenLink {
  readonly source: number;
  readonly number: number;
  readonly relation: string;
  readonly name: string | null;
  readonly near: string | null;
  readonly base: string | null;
  readonly found: number | null;
  readonly state: number;
}

interface Verdict {
  readonly found: number | null;
  readonly state: number;
}

/** Resolves the links of these records and of all that use one of the names; the work grows with them, not with the base. */
export function resolveLinks(
  database: Database,
  kinds: Kinds,
  records: ReadonlySet<number>,
  names: ReadonlySet<string>,
): void {
  const statements = prepare(database);
  const known = new Map<string, readonly Candidate[]>();
  const candidates = (name: string | null): readonly Candidate[] => {
    if (name === null || name === '') return [];
    const before = known.get(name);
    if (before) return before;
    const found = statements.named.all(name);
    if (known.size < remembered) known.set(name, found);
    return found;
  };
  const resolveAll = ({ key, kind: name, folder }: Source, links: readonly OpenLink[]) => {
    const kind = kinds.get(name);
    const verdicts = links.map(({ relation, near, base, name }) =>
      verdict(
        near === null && base === null ? candidates(name) : [near, base, name].flatMap(candidates),
        folder,
        kind?.relations[relation]?.to,
      ),
    );
    links.forEach((link, index) => {
      const { found, state } = settled(index, links, verdicts, kind);
      if (found !== link.found || state !== link.state)
        statements.settle.run(found, state, key, link.number);
    });
  };
  const keys = new Set([...records, ...usersOf(names, statements)]);
  for (const [first, last] of runs([...keys].sort((a, b) => a - b))) {
    const links = Map.groupBy(statements.linksOf.iterate(first, last), ({ source }) => source);
    for (const source of statements.sources.all(first, last))
      resolveAll(source, links.get(source.key) ?? []);
  }
}

/** The first and the last of keys that follow each other without a gap. */
function* runs(keys: readonly number[]): Iterable<readonly [first: number, last: number]> {
  let first = 0;
  for (let at = 1; at <= keys.length; at++) {
    const [begin = 0, before = 0, now = Infinity] = [keys[first], keys[at - 1], keys[at]];
    if (now === before + 1 && at - first < together) continue;
    yield [begin, before];
    first = at;
  }
}

function usersOf(names: ReadonlySet<string>, statements: Statements): Set<number> {
  const users = new Set<number>();
  for (const name of names) for (const key of statements.using.all({ name })) users.add(key);
  return users;
}

/** Where a link leads, if anywhere, and why not. */
function verdict(
  named: readonly Candidate[],
  folder: string,
  declared: readonly string[] | undefined,
): Verdict {
  if (named.length === 0) return { found: null, state: states.unresolved };
  const [only, ...others] = choose(named, folder, declared);
  if (!only || others.length > 0) return { found: null, state: states.ambiguous };
  const fits = !declared || declared.includes('any') || declared.includes(only.kind);
  return fits
    ? { found: only.key, state: states.resolved }
    : { found: null, state: states.misplaced };
}

/** The verdict of one link among the others: a kind may allow a record in one relation only, such as lead or partner. */
function settled(
  index: number,
  links: readonly OpenLink[],
  verdicts: readonly Verdict[],
  kind: Kind | undefined,
): Verdict {
  const own = verdicts[index] ?? { found: null, state: states.unresolved };
  if (own.found === null || !kind?.exclusive) return own;
  const doubled = kind.exclusive.some(
    ([first, second]) =>
      second === links[index]?.relation &&
      links.some(
        ({ relation }, other) => relation === first && verdicts[other]?.found === own.found,
      ),
  );
  return doubled ? { found: own.found, state: states.doubled } : own;
}

type Statements = ReturnType<typeof prepare>;

function prepare(database: Database) {
  return {
    // As a join the same rows take three times as long.
    named: database.prepare<[string], Candidate>(
      `select n.record as key, n.rank, (select kind from record where key = n.record) as kind,
       (select folder from record where key = n.record) as folder from name n where n.name = ?`,
    ),
    sources: database.prepare<[number, number], Source>(
      'select key, kind, folder from record where key between ? and ?',
    ),
    linksOf: database.prepare<[number, number], OpenLink>(
      `select source, number, relation, name, near, base, found, state from link
       where source between ? and ? order by source, number`,
    ),
    using: database
      .prepare<[{ name: string }], number>(
        'select source from link where name = @name union select source from link where near = @name union select source from link where base = @name',
      )
      .pluck(),
    settle: database.prepare<[number | null, number, number, number]>(
      'update link set found = ?, state = ? where source = ? and number = ?',
    ),
  };
}
