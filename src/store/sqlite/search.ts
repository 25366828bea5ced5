import type { Database } from 'better-sqlite3';
import type { Kinds } from '../../core/kind.ts';
import { rank } from '../../core/resolve.ts';
import type { Selection } from '../../core/selection.ts';
import type { Hit } from '../store.ts';
import { compile, orderOf } from './select.ts';
import type { Textual } from './textual.ts';
import { textual } from './textual.ts';

/** Title and names count most, the body least; weights of bm25 in the order of the columns. */
const weights = '10.0, 10.0, 4.0, 2.0, 1.0';

/** bm25 costs a microsecond or two a record: of more than these only a part is ranked, in steps. */
const rankable = 2_000;

export interface Ranked {
  readonly total: number;
  readonly bounded: boolean;
  readonly found: readonly (Pick<Hit, 'score' | 'matched'> & { readonly key: number })[];
}

/** The best of a selection: those with the words themselves first, then those with others that mean the same. */
export function rankedKeys(database: Database, kinds: Kinds, selection: Selection): Ranked {
  const text = textual(selection, kinds);
  if (text && (selection.sort ?? []).length === 0) return ranked(database, kinds, selection, text);
  const { from, parameters } = unranked(selection, kinds);
  const total = database
    .prepare<unknown[], number>(`select count(*) from ${from}`)
    .pluck()
    .get(...parameters);
  const literal = text && text.literal !== text.meant ? literalKeys(database, text) : undefined;
  const found = keysInOrder(database, kinds, selection).map((key) => ({
    key,
    score: 0,
    matched: literal?.has(key) === false ? ('meaning' as const) : ('literal' as const),
  }));
  return { total: total ?? 0, bounded: false, found };
}

/** The keys of a selection in the order asked for, else by id. */
export function keysInOrder(
  database: Database,
  kinds: Kinds,
  selection: Selection,
): readonly number[] {
  const { from, parameters } = unranked(selection, kinds);
  const sorting: string[] = [];
  return database
    .prepare<unknown[], number>(
      `select r.key from ${from} order by ${orderOf(selection.sort, sorting)} limit ?`,
    )
    .pluck()
    .all(...parameters, ...sorting, selection.limit ?? -1);
}

function literalKeys(database: Database, { literal }: Textual): ReadonlySet<number> {
  const keys = database
    .prepare<[string], number>('select rowid from words where words match ?')
    .pluck()
    .all(literal);
  return new Set(keys);
}

function unranked(selection: Selection, kinds: Kinds) {
  const text = textual(selection, kinds);
  const { where, parameters } = compile(selection, kinds, 'r.key', text);
  const match = text ? ['r.key in (select rowid from words where words match ?)'] : [];
  return {
    from: `record r where ${[...match, ...where].join(' and ') || '1'}`,
    parameters: [...(text ? [text.filtered(text.meant)] : []), ...parameters],
  };
}

/**
 * Shelves of records, each emptied before the next is looked at. Where there are more than can be ranked, those with the
 * words in title or names come first, and of a shelf that is too large only the first ones read are compared.
 */
function ranked(database: Database, kinds: Kinds, selection: Selection, text: Textual): Ranked {
  const { where, parameters, needsRecord } = compile(selection, kinds, '+words.rowid', text);
  const record = needsRecord ? 'cross join record r on r.key = words.rowid' : '';
  const from = `words ${record} where ${['words match ?', ...where].join(' and ')}`;
  const total =
    database
      .prepare<unknown[], number>(`select count(*) from ${from}`)
      .pluck()
      .get(text.filtered(text.meant), ...parameters) ?? 0;
  const limit = selection.limit ?? -1;
  const wanted = limit < 0 ? total : Math.min(limit, total);
  const bound = Math.max(rankable, wanted);
  // To order equals by id costs reading their records, so only those are joined that can be among the best.
  const best = (score: string, among: string) =>
    database.prepare<unknown[], { key: number; score: number; seen: number }>(
      `with b as materialized (
         select words.rowid as key, ${score} as score from ${from}
           and +words.rowid not in (select value from json_each(?)) ${among} limit ${bound}
       )
       select b.key, b.score, (select count(*) from b) as seen from b join record o on o.key = b.key
       where b.score >= coalesce((select score from b order by score desc limit 1 offset ?), -1e999)
       order by b.score desc, o.id limit ?`,
    );
  const found: Ranked['found'][number][] = [];
  let bounded = false;
  for (const { expression, matched, score, name } of shelves(text, total > bound)) {
    if (found.length >= wanted) break;
    const taken = JSON.stringify(found.map(({ key }) => key));
    const match = text.filtered(expression);
    const [among, called] = name === undefined ? ['', []] : [nameClause, [name]];
    const left = wanted - found.length;
    const rows = best(score, among).all(match, ...parameters, taken, ...called, left - 1, left);
    bounded ||= total > bound && rows[0]?.seen === bound;
    for (const { key, score } of rows) found.push({ key, score, matched });
  }
  return { total, bounded, found };
}

/** Who bears a name, be it as id, title, acronym or alias. */
const nameClause = `and words.rowid in (select record from name where name = ? and rank between ${rank.id} and ${rank.names})`;

interface Shelf {
  readonly expression: string;
  /** Only records that are called so. */
  readonly name?: string;
  readonly matched: Hit['matched'];
  readonly score: string;
}

/**
 * Those that bear the typed words as their name come before those that speak of them. What is carried by many without being
 * said has nothing to be ranked by.
 */
function shelves({ literal, worded, meant, name }: Textual, many: boolean): readonly Shelf[] {
  const score = `-bm25(words, ${weights})`;
  const shelf = (matched: Hit['matched']) => (expression: string) => ({
    expression,
    matched,
    score,
  });
  const named = (expression: string) => `({title names} : ${expression})`;
  const called = name === undefined ? [] : [{ ...shelf('literal')(literal), name }];
  if (!many) {
    const exact = [...called, shelf('literal')(literal)];
    return literal === meant ? exact : [...exact, shelf('meaning')(meant)];
  }
  const exact = [...called, ...[named(literal), literal].map(shelf('literal'))];
  if (literal === meant) return exact;
  const said = [named(worded), worded].map(shelf('meaning'));
  return [...exact, ...said, { expression: meant, matched: 'meaning', score: '0' }];
}
