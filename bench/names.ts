import type { NamedActor } from '../src/names/actor.ts';
import { candidates } from '../src/names/candidates.ts';
import { decide, leadOf } from '../src/names/decide.ts';
import { actorKeys } from '../src/names/keys.ts';
import { likeness, quickScore } from '../src/names/likeness.ts';
import type { Name } from '../src/names/name.ts';
import { parseName } from '../src/names/name.ts';
import { pairsOf } from '../src/names/pairs.ts';
import { memoryPostings } from '../src/names/postings.ts';
import type { Rarity } from '../src/names/rarity.ts';
import { rarityOf } from '../src/names/rarity.ts';
import { fold } from '../src/vocabulary/fold.ts';
import type { Measurement } from './tools/measurement.ts';
import type { HeldName, RorRecord } from './tools/name-data.ts';
import {
  bestF1,
  hasNames,
  readHeldNames,
  readPairs,
  readRegistry,
  readRival,
  readSanctions,
  recallAt,
  share,
} from './tools/name-data.ts';

// How well names are told apart, on organisations of the Research Organization Registry. `node bench/names.ts` prints
// what was reached; among the other measurements, where less is better, what was missed is shown.

/** One figure, of which more is better, beside its bar. */
interface Figure {
  readonly what: string;
  readonly reached: number;
  readonly bar?: number;
  readonly sky?: number;
}

export default (async function* () {
  if (!hasNames) return;
  for (const { what, reached, bar, sky } of quality())
    yield {
      what: `names, missed: ${what}`,
      measured: 1 - reached,
      ...(bar === undefined ? {} : { bar: 1 - bar }),
      ...(sky === undefined ? {} : { sky: 1 - sky }),
    };
}) satisfies Measurement;

/** Names of which nothing but a stored alias can tell whose they are. */
const opaque = new Set(['acronym', 'disjoint']);

if (import.meta.main) await print();

async function print(): Promise<void> {
  const only = process.argv[2];
  if (!hasNames) return say('skipped, no data');
  for (const { what, reached, bar, sky } of quality(only))
    say(`${what.padEnd(62)} ${reached.toFixed(3)}  bar ${bar ?? '–'}  sky ${sky ?? '–'}`);
}

function* quality(only?: string): Generator<Figure> {
  const registry = readRegistry();
  const actors = registry.map((record) => actorOf(record));
  const rarity = rarityOf(frequenciesOf(actors));
  if (only === undefined || only === 'pairs') yield* pairFigures(rarity);
  if (only === undefined || only === 'sanctions') yield* sanctionFigures();
  if (only === undefined || only === 'link') yield* linkFigures(registry, actors, rarity);
  if (only === undefined || only === 'complete') yield* completeness(registry, rarity);
}

function actorOf(record: RorRecord): NamedActor {
  return {
    id: record.id,
    country: record.country,
    names: record.names.map(({ v, t }) =>
      parseName(v, {
        country: record.country,
        kind: t.includes('acronym') ? 'acronym' : t.includes('ror_display') ? 'title' : 'alias',
      }),
    ),
  };
}

function frequenciesOf(actors: readonly NamedActor[]) {
  const counts = new Map<string, number>();
  for (const { names } of actors) {
    const keys = new Set(names.flatMap(({ words }) => words.map(({ key }) => key)));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return { size: actors.length, of: (key: string) => counts.get(key) ?? 0 };
}

function scoreOf(a: string, b: string, rarity: Rarity): number {
  return quickScore({ names: [parseName(a)] }, { names: [parseName(b)] }, rarity);
}

function* pairFigures(rarity: Rarity): Generator<Figure> {
  const pairs = readPairs();
  const prior = rarityOf();
  for (const [what, by] of [
    ['base', rarity],
    ['prior only', prior],
  ] as const) {
    const scored = pairs.map((pair) => ({
      ...pair,
      score: scoreOf(pair.name1, pair.name2, by),
    }));
    const reached = recallAt(scored, 0.95);
    yield what === 'base'
      ? { what: 'pairs, names only, recall at precision .95', reached, bar: 0.4, sky: 0.6 }
      : { what: `  the same with rarity by expectation`, reached };
  }
}

function* sanctionFigures(): Generator<Figure> {
  const cases = readSanctions();
  const prior = rarityOf();
  const scored = cases.map((pair) => ({ ...pair, score: scoreOf(pair.name1, pair.name2, prior) }));
  const rival = readRival();
  yield { what: 'OpenSanctions bench, best F1', reached: bestF1(scored), bar: 0.88, sky: 0.93 };
  yield { what: '  logic-v2', reached: bestF1(rival) };
  yield {
    what: 'OpenSanctions bench, recall at precision .95',
    reached: recallAt(scored, 0.95),
    bar: 0.74,
    sky: 0.85,
  };
  yield { what: '  logic-v2', reached: recallAt(rival, 0.95) };
}

function* linkFigures(
  registry: readonly RorRecord[],
  actors: readonly NamedActor[],
  rarity: Rarity,
): Generator<Figure> {
  const held = readHeldNames();
  const numbers = new Map(registry.map(({ id }, number) => [id, number]));
  const without = [...actors];
  for (const { id, query } of held) {
    const number = numbers.get(id) ?? -1;
    const actor = without[number];
    if (!actor) continue;
    const names = actor.names.filter(({ text }) => fold(text) !== fold(query));
    without[number] = { ...actor, names };
  }
  const postings = memoryPostings();
  for (const [number, actor] of without.entries())
    for (const key of actorKeys(actor, rarity)) postings.post(key, number);
  const times: number[] = [];
  const results = held.map((query) => {
    const started = performance.now();
    const result = linkOne(
      query,
      without,
      numbers.get(query.id) ?? -1,
      (name, limit) =>
        candidates(name, postings, rarity, { country: query.country, limit }).map(
          ({ record }) => record,
        ),
      rarity,
    );
    times.push(performance.now() - started);
    return { ...query, ...result };
  });
  const clear = results.filter(({ category }) => !opaque.has(category));
  const rate = (list: readonly { readonly place: number }[], within: number) =>
    list.filter(({ place }) => place >= 0 && place < within).length / list.length;
  yield {
    what: 'link with country, in the first five, names not opaque',
    reached: rate(clear, 5),
    bar: 0.93,
    sky: 0.98,
  };
  yield { what: '  first', reached: rate(clear, 1) };
  yield {
    what: '  among the candidates',
    reached: clear.filter(({ isCandidate }) => isCandidate).length / clear.length,
  };
  const told = clear.filter(({ isTold }) => isTold);
  yield {
    what: `  in the first five, of the ${told.length} that share a word`,
    reached: rate(told, 5),
  };
  for (const category of new Set(results.map((each) => each.category))) {
    const some = results.filter((each) => each.category === category);
    yield { what: `  ${category} (${some.length}), in the first five`, reached: rate(some, 5) };
  }
  const automatic = results
    .filter(({ decision }) => decision === 'same')
    .map(({ score, place }) => ({ score, label: place === 0 ? 1 : 0 }));
  yield { what: '  automatic: coverage', reached: automatic.length / results.length };
  yield {
    what: '  automatic: precision',
    reached: automatic.filter(({ label }) => label).length / automatic.length,
  };
  yield {
    what: 'automatic link with country, precision at coverage .35',
    reached: precisionAt(results, 0.35),
    bar: 0.98,
    sky: 0.995,
  };
  times.sort((a, b) => a - b);
  yield {
    what: `  median ${times[times.length >> 1]?.toFixed(1)} ms a name, 95th percentile (ms)`,
    reached: times[Math.floor(times.length * 0.95)] ?? 0,
  };
}

/** Precision of the surest share of links, by score and lead. */
function precisionAt(
  results: readonly { readonly sure: number; readonly place: number }[],
  coverage: number,
): number {
  const sorted = results.toSorted((a, b) => b.sure - a.sure).slice(0, results.length * coverage);
  return sorted.filter(({ place }) => place === 0).length / sorted.length;
}

/** The right one's place among those found. */
function linkOne(
  query: HeldName,
  actors: readonly NamedActor[],
  right: number,
  find: (name: Name, limit: number) => readonly number[],
  rarity: Rarity,
) {
  const name = parseName(query.query, { country: query.country });
  const asked: NamedActor = { names: [name], country: query.country };
  const left = actors[right]?.names ?? [];
  const found = find(name, 80).flatMap((record) => {
    const actor = actors[record];
    return actor ? [{ record, actor }] : [];
  });
  const ranked = found
    .map(({ record, actor }) => ({ record, actor, score: quickScore(asked, actor, rarity) }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  const score = first?.score ?? 0;
  const lead = leadOf(score, second?.score);
  const likely = first && likeness(asked, first.actor, { rarity });
  const words = new Set(name.words.map(({ sense }) => sense));
  return {
    place: ranked.findIndex(({ record }) => record === right),
    isCandidate: found.some(({ record }) => record === right),
    isTold: left.some((other) =>
      other.words.some((word) => word.role !== 'ordinary' && words.has(word.sense)),
    ),
    score,
    sure: leadOf(score, 0.5) + 1.5 * Math.min(lead, 5),
    decision: likely ? decide(likely, lead) : 'no',
  };
}

/**
 * Each organisation with two names or more twice. “One name changed”: all its names, and one of them with a word less, a
 * slip, other order or a legal form. “Halves”: its names dealt out between the two, so that none is in both.
 */
function* completeness(registry: readonly RorRecord[], rarity: Rarity): Generator<Figure> {
  for (const [what, twin] of [
    ['one name changed', changed],
    ['halves of its names', halves],
    ['title and one alias only', single],
  ] as const) {
    const actors: NamedActor[] = [];
    const twins = new Set<number>();
    for (const record of registry) {
      const two = twin(record);
      if (!two) continue;
      twins.add(actors.length);
      for (const names of two) actors.push(actorOf({ ...record, names }));
    }
    let pairs = 0;
    let hits = 0;
    for (const [a, b] of pairsOf(actors, rarity)) {
      pairs++;
      if (b === a + 1 && twins.has(a)) hits++;
    }
    yield {
      what: `pair completeness, ${what}, ${(pairs / actors.length).toFixed(1)} pairs a record`,
      reached: hits / twins.size,
      ...(what === 'one name changed' ? { bar: 0.95, sky: 0.98 } : {}),
    };
  }
}

type Names = RorRecord['names'];

function changed({ id, names }: RorRecord): readonly [Names, Names] | undefined {
  const long = names.filter(({ v, t }) => !t.includes('acronym') && v.includes(' '));
  const chosen = long[Math.floor(share(id) * long.length)];
  if (!chosen) return undefined;
  return [names, [{ ...chosen, v: change(chosen.v, share(`${id} change`)) }]];
}

function change(name: string, by: number): string {
  const words = name.split(' ');
  const at = Math.floor(((by * 97) % 1) * words.length);
  if (by < 0.25 && words.length > 2) return words.toSpliced(at, 1).join(' ');
  if (by < 0.5) return words.toReversed().join(' ');
  if (by < 0.6) return `${name}, S.A.`;
  const word = words[at] ?? '';
  const cut = Math.floor(((by * 31) % 1) * word.length);
  return words.with(at, word.slice(0, cut) + word.slice(cut + 1)).join(' ');
}

function halves({ id, names }: RorRecord): readonly [Names, Names] | undefined {
  if (names.length < 2) return undefined;
  const dealt = names.toSorted((a, b) => share(id + a.v) - share(id + b.v));
  const middle = Math.ceil(dealt.length / 2);
  return [dealt.slice(0, middle), dealt.slice(middle)];
}

function single({ id, names }: RorRecord): readonly [Names, Names] | undefined {
  const title = names.find(({ t }) => t.includes('ror_display'));
  const others = names.filter((each) => each !== title && !each.t.includes('acronym'));
  const other = others[Math.floor(share(id) * others.length)];
  return title && other ? [[title], [other]] : undefined;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
