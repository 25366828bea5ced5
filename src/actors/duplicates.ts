import type { Decided } from '../core/decision.ts';
import type { Kind, Kinds } from '../core/kind.ts';
import type { Selection } from '../core/selection.ts';
import type { NamedActor } from '../names/actor.ts';
import type { Reason } from '../names/reason.ts';
import type { Edge } from '../names/cluster.ts';
import { clusters } from '../names/cluster.ts';
import type { Decision } from '../names/decide.ts';
import { decide, leadOf } from '../names/decide.ts';
import type { Likeness } from '../names/likeness.ts';
import { likeness, quickScore } from '../names/likeness.ts';
import { pairsOf } from '../names/pairs.ts';
import type { Rarity } from '../names/rarity.ts';
import { rarityOf } from '../names/rarity.ts';
import { thresholds } from '../names/weights.ts';
import type { Store } from '../store/store.ts';
import { actorOf, parentRelations } from './actor-of.ts';

/** Two records of one kind that may be one. */
export interface Duplicate {
  readonly a: string;
  readonly b: string;
  readonly score: number;
  readonly decision: Exclude<Decision, 'no'>;
  readonly likeness: Likeness;
  /** Somebody has noted that they are one. */
  readonly isDecided: boolean;
}

export interface Duplicates {
  /** The likeliest first. */
  readonly pairs: readonly Duplicate[];
  /** Ids of records that are one beyond doubt, each group of two or more. */
  readonly groups: readonly (readonly string[])[];
}

export interface DuplicateOptions {
  readonly selection: Selection;
  readonly decided: Decided;
  readonly progress?: (done: number, total: number) => void;
}

/** Records that may be one, kind by kind; never those that somebody has noted as different, or that something forbids. */
export async function duplicates(
  store: Store,
  kinds: Kinds,
  { selection, decided, progress }: DuplicateOptions,
): Promise<Duplicates> {
  let pairs: readonly Duplicate[] = [];
  let groups: readonly (readonly string[])[] = [];
  for (const kind of kinds.all()) {
    const wanted = selection.kind;
    if (
      wanted &&
      (wanted.none.includes(kind.name) ||
        (wanted.any.length > 0 && !wanted.any.includes(kind.name)))
    )
      continue;
    const actors = await actorsOf(kind, store, {
      ...selection,
      kind: { any: [kind.name], none: [] },
    });
    const made = duplicatesAmong(actors, decided, progress);
    pairs = pairs.concat(made.pairs);
    groups = groups.concat(made.groups);
  }
  return {
    pairs: (await withWorks(pairs, store)).toSorted(
      (x, y) => y.score - x.score || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1),
    ),
    groups,
  };
}

/** The pairs with the ids of the works that they rest on, in place of the keys; all others are as they were, since there may be many. */
async function withWorks(pairs: readonly Duplicate[], store: Store): Promise<readonly Duplicate[]> {
  const isWork = ({ reason }: Reason) => reason === 'work';
  const keys = pairs.flatMap(({ likeness }) =>
    likeness.reasons.filter(isWork).map(({ detail }) => Number(detail)),
  );
  if (keys.length === 0) return pairs;
  const names = await store.names([...new Set(keys)]);
  const withId = (reason: Reason): Reason =>
    isWork(reason) ? { ...reason, detail: names.get(Number(reason.detail))?.id ?? '' } : reason;
  return pairs.map((pair) => {
    const { likeness } = pair;
    if (!likeness.reasons.some(isWork)) return pair;
    return { ...pair, likeness: { ...likeness, reasons: likeness.reasons.map(withId) } };
  });
}

/** Records of a kind with what they are part of and what they take part in. */
async function actorsOf(
  kind: Kind,
  store: Store,
  selection: Selection,
): Promise<readonly NamedActor[]> {
  const keys = await store.keys(selection);
  const parents = await namedLinks(keys, parentRelations(kind), store);
  const works = await worksOf(keys, store);
  const actors: NamedActor[] = [];
  for await (const record of store.records({ keys })) {
    actors.push(
      actorOf(record, {
        parents: parents.get(record.key) ?? [],
        works: works.get(record.key) ?? [],
      }),
    );
  }
  return withoutShared(actors);
}

/** More than so many with one web domain are guests of a platform, not one organisation. */
const mostOnDomain = 4;

function withoutShared(actors: readonly NamedActor[]): readonly NamedActor[] {
  const counts = new Map<string, number>();
  for (const { domains = [] } of actors)
    for (const domain of domains) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  return actors.map((actor) => ({
    ...actor,
    domains: (actor.domains ?? []).filter((domain) => (counts.get(domain) ?? 0) <= mostOnDomain),
  }));
}

async function namedLinks(
  keys: readonly number[],
  relations: readonly string[],
  store: Store,
): Promise<ReadonlyMap<number, readonly string[]>> {
  if (relations.length === 0) return new Map();
  const targets = new Map<number, number[]>();
  for await (const [from, links] of store.linksOf(keys, relations))
    targets.set(
      from,
      links.flatMap(({ to }) => to ?? []),
    );
  const names = await store.names([...new Set([...targets.values()].flat())]);
  return new Map(
    [...targets].map(([from, list]) => [from, list.flatMap((key) => names.get(key)?.id ?? [])]),
  );
}

/** What a record has a part in, by the keys of the works, since ids are wanted only of those that two share. */
async function worksOf(
  keys: readonly number[],
  store: Store,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const wanted = new Set(keys);
  const works = new Map<number, string[]>();
  for await (const { from, to } of store.edges()) {
    if (!wanted.has(to)) continue;
    const list = works.get(to);
    if (list) list.push(String(from));
    else works.set(to, [String(from)]);
  }
  return works;
}

function duplicatesAmong(
  actors: readonly NamedActor[],
  decided: Decided,
  progress: DuplicateOptions['progress'],
): Duplicates {
  const rarity = rarityOf(frequencies(actors));
  const scored = scoredPairs(actors, rarity, progress);
  const best = bestScores(scored, actors.length);
  const judging = {
    rarity,
    areDifferent: (a: string, b: string) => decided.between(a, b) === 'different',
  };
  const pairs: Duplicate[] = [];
  const sure: Edge[] = [];
  for (const { a, b, score } of scored) {
    const [one, other] = [actors[a], actors[b]];
    const judged = one && other && likeness(one, other, judging);
    if (!judged || judged.forbidden !== undefined) continue;
    const isDecided = decided.between(one.id ?? '', other.id ?? '') === 'same';
    const rival = Math.max(rivalOf(best, a, score), rivalOf(best, b, score));
    const decision = isDecided ? 'same' : decide(judged, leadOf(judged.score, rival));
    if (decision === 'no') continue;
    const [first = '', second = ''] = [one.id ?? '', other.id ?? ''].sort((x, y) =>
      x < y ? -1 : 1,
    );
    pairs.push({ a: first, b: second, score: judged.score, decision, likeness: judged, isDecided });
    if (decision === 'same') sure.push({ a, b, score: judged.score });
  }
  const forbids = (a: number, b: number) => {
    const [one, other] = [actors[a], actors[b]];
    return (
      one !== undefined &&
      other !== undefined &&
      likeness(one, other, judging)?.forbidden !== undefined
    );
  };
  const groups = clusters(sure, forbids).map((group) =>
    group.flatMap((at) => actors[at]?.id ?? []),
  );
  return { pairs, groups };
}

function scoredPairs(
  actors: readonly NamedActor[],
  rarity: Rarity,
  progress: DuplicateOptions['progress'],
): readonly Edge[] {
  const edges: Edge[] = [];
  let done = 0;
  for (const [a, b] of pairsOf(actors, rarity)) {
    if (++done % 1_000 === 0) progress?.(a, actors.length);
    const [one, other] = [actors[a], actors[b]];
    if (!one || !other) continue;
    const score = quickScore(one, other, rarity);
    if (score >= thresholds.review) edges.push({ a, b, score });
  }
  return edges;
}

/** For each actor its best score and the next one. */
function bestScores(edges: readonly Edge[], size: number): Float64Array {
  const best = new Float64Array(size * 2);
  for (const { a, b, score } of edges) {
    for (const each of [a, b]) {
      if (score > (best[each * 2] ?? 0)) {
        best[each * 2 + 1] = best[each * 2] ?? 0;
        best[each * 2] = score;
      } else if (score > (best[each * 2 + 1] ?? 0)) best[each * 2 + 1] = score;
    }
  }
  return best;
}

/** The best score that an actor has with anybody else than in this pair. */
function rivalOf(best: Float64Array, actor: number, score: number): number {
  const [first = 0, second = 0] = [best[actor * 2], best[actor * 2 + 1]];
  return first > score ? first : second;
}

/** In how many actors' names each word is. */
function frequencies(actors: readonly NamedActor[]) {
  const counts = new Map<string, number>();
  for (const { names } of actors) {
    const keys = new Set(names.flatMap(({ words }) => words.map(({ key }) => key)));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return { size: actors.length, of: (key: string) => counts.get(key) ?? 0 };
}
