import type { Database } from 'better-sqlite3';
import type { Kinds } from '../../core/kind.ts';
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

/** Resolves links by folded names; the work grows with what was touched, not with the base. */
export interface Resolver {
  /** A name came, went, or belongs to a record that changed: links that use it are looked at again. */
  readonly touch: (name: string) => void;
  /** A record whose own links are new. */
  readonly added: (key: number) => void;
  /** With `all` every record is new, and their own links are all there are. */
  readonly resolve: (all: boolean) => void;
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
  readonly kind: string;
  readonly folder: string;
}

interface FoundLink {
  readonly number: number;
  readonly relation: string;
  readonly found: number;
  readonly state: number;
}

export function resolver(database: Database, kinds: Kinds): Resolver {
  const touched = new Set<string>();
  const fresh = new Set<number>();
  return {
    touch: (name) => touched.add(name),
    added: (key) => fresh.add(key),
    resolve: (all) => {
      const statements = prepare(database);
      const known = new Map<string, Candidate[]>();
      const candidates = (name: string | null): readonly Candidate[] => {
        if (name === null || name === '') return [];
        let found = known.get(name);
        if (!found) {
          found = statements.named.all(name);
          if (known.size < 200_000) known.set(name, found);
        }
        return found;
      };
      const sources = new Set(fresh);
      const settle = (link: OpenLink) => {
        const declared = kinds.get(link.kind)?.relations[link.relation]?.to;
        const named = [
          ...candidates(link.near),
          ...candidates(link.base),
          ...candidates(link.name),
        ];
        const { found, state } = verdict(named, link.folder, declared);
        if (found === link.found && state === link.state) return;
        statements.settle.run(found, state, link.source, link.number);
        sources.add(link.source);
      };
      for (const key of fresh) for (const link of statements.ofRecord.all(key)) settle(link);
      if (!all) {
        for (const name of touched) for (const link of statements.using.all({ name })) settle(link);
      }
      for (const source of sources) markDoubled(source, statements, kinds);
    },
  };
}

/** Where a link leads, if anywhere, and why not. */
function verdict(
  named: readonly Candidate[],
  folder: string,
  declared: readonly string[] | undefined,
): { readonly found: number | null; readonly state: number } {
  if (named.length === 0) return { found: null, state: states.unresolved };
  const [only, ...others] = choose(named, folder, declared);
  if (!only || others.length > 0) return { found: null, state: states.ambiguous };
  const fits = !declared || declared.includes('any') || declared.includes(only.kind);
  return fits
    ? { found: only.key, state: states.resolved }
    : { found: null, state: states.misplaced };
}

/** A record that a kind allows in one relation only, such as lead or partner, and that stands in both. */
function markDoubled(source: number, statements: Statements, kinds: Kinds): void {
  const kind = statements.kindOf.get(source);
  const exclusive = kind === undefined ? undefined : kinds.get(kind)?.exclusive;
  if (!exclusive) return;
  const links = statements.foundOf.all(source);
  for (const link of links) {
    const rivals = exclusive
      .filter(([, second]) => second === link.relation)
      .map(([first]) => first);
    const doubled = links.some(
      (other) => other.found === link.found && rivals.includes(other.relation),
    );
    const state = doubled ? states.doubled : states.resolved;
    if (state !== link.state) statements.settle.run(link.found, state, source, link.number);
  }
}

type Statements = ReturnType<typeof prepare>;

function prepare(database: Database) {
  const select = `select l.source, l.number, l.relation, l.name, l.near, l.base, l.found, l.state, r.kind, r.folder
    from link l join record r on r.key = l.source`;
  return {
    named: database.prepare<[string], Candidate>(
      'select n.record as key, n.rank, r.kind, r.folder from name n join record r on r.key = n.record where n.name = ?',
    ),
    ofRecord: database.prepare<[number], OpenLink>(`${select} where l.source = ?`),
    using: database.prepare<[{ name: string }], OpenLink>(
      `${select} where l.name = @name union ${select} where l.near = @name union ${select} where l.base = @name`,
    ),
    kindOf: database.prepare<[number], string>('select kind from record where key = ?').pluck(),
    foundOf: database.prepare<[number], FoundLink>(
      'select number, relation, found, state from link where source = ? and found is not null',
    ),
    settle: database.prepare<[number | null, number, number, number]>(
      'update link set found = ?, state = ? where source = ? and number = ?',
    ),
  };
}
