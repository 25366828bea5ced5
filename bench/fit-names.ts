import { readFileSync, writeFileSync } from 'node:fs';
import type { Measure } from '../src/names/features.ts';
import { measure, measures } from '../src/names/features.ts';
import { parseName } from '../src/names/name.ts';
import type { Rarity } from '../src/names/rarity.ts';
import { rarityOf } from '../src/names/rarity.ts';
import type { Measurement } from './tools/measurement.ts';
import type { RorRecord } from './tools/name-data.ts';
import { hasNames, readPairs, readRegistry, recallAt, share } from './tools/name-data.ts';
import type { Example } from './tools/name-examples.ts';
import { madeExamples } from './tools/name-examples.ts';
import type { Belief, Case } from './tools/regression.ts';
import { fit } from './tools/regression.ts';

// Fits the weights of names on pairs of organisations: each half of them on the other, to see what holds, then on all.
// usage: node bench/fit-names.ts [--write], which writes them into src/names/weights.ts

/** What weights that were fitted on one half miss on the other. */
export default (async function* ({ large }) {
  if (!hasNames || !large) return;
  for (const [half, missed] of halves(readCases()).entries())
    yield {
      what: `names, missed: pairs of the half not fitted on, ${half + 1}`,
      measured: missed,
      bar: 0.6,
      sky: 0.4,
    };
}) satisfies Measurement;

interface Measured extends Case {
  readonly isMade: boolean;
  readonly half: number;
}

const positive: readonly Measure[] = [
  'share',
  'shareSquared',
  'cover',
  'coverFull',
  'bits',
  'top',
  'same',
  'sameWords',
  'start',
  'end',
  'prefix',
  'order',
  'aside',
  'partStart',
  'lettersExact',
  'lettersExactLong',
  'lettersTranslated',
  'lettersTranslatedLong',
  'lettersAligned',
  'lettersAlignedLong',
  'lettersNamed',
  'lettersShare',
];

/** Of these the data may say what they want. */
const free: readonly Measure[] = [
  'base',
  'single',
  'partSingle',
  'partCountry',
  'lettersBase',
  'lettersNumber',
];

/**
 * Mean and strength of what is known better than these data know it: their pairs that differ were chosen for being alike, and
 * in their registry a branch and a company with one word more are often one with the whole.
 */
const known: Readonly<Partial<Record<Measure, readonly [mean: number, strength: number]>>> = {
  numberOne: [-0.8, 800],
  placeOne: [-0.5, 60],
  formConflict: [-1.1, 120],
  partFormed: [-1.5, 250],
  partKind: [-0.2, 40],
  partCountry: [-0.3, 60],
  leftTopBoth: [-1.4, 100],
  ownBoth: [-0.3, 60],
  singleCommon: [-0.5, 20],
  slips: [-0.3, 60],
  share: [0.3, 60],
  prefix: [0.2, 60],
  order: [0.2, 40],
  lettersExact: [0.5, 40],
};

const beliefs: readonly Belief[] = measures.map((name) => {
  const [mean = 0, strength = 1] = known[name] ?? [];
  return {
    mean,
    strength,
    ...(free.includes(name) ? {} : { sign: positive.includes(name) ? 1 : -1 }),
  };
});

function fitAll(isWritten: boolean): void {
  const cases = readCases();
  for (const missed of halves(cases)) say(`recall on the other half ${(1 - missed).toFixed(3)}`);
  const weights = fit(cases, beliefs);
  say(`recall on all ${recall(cases, weights).toFixed(3)}`);
  const lines = measures.map(
    (name, at) => `  ${name}: ${Number((weights[at] ?? 0).toFixed(3)) || 0},`,
  );
  say(lines.join('\n'));
  if (!isWritten) return;
  const file = new URL('../src/names/weights.ts', import.meta.url);
  const text = readFileSync(file, 'utf8');
  const marked = /(?<= {2}\/\/ fitted\n)[^]*?(?= {2}\/\/ end of fitted)/;
  writeFileSync(file, text.replace(marked, `${lines.join('\n')}\n`));
}

function halves(cases: readonly Measured[]): readonly number[] {
  return [0, 1].map((half) => {
    const weights = fit(
      cases.filter((each) => each.half === half),
      beliefs,
    );
    return (
      1 -
      recall(
        cases.filter((each) => each.half !== half),
        weights,
      )
    );
  });
}

function recall(cases: readonly Measured[], weights: Float64Array): number {
  const scored = cases
    .filter(({ isMade }) => !isMade)
    .map(({ values, label }) => ({
      label,
      score: values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0),
    }));
  return recallAt(scored, 0.95);
}

function readCases(): readonly Measured[] {
  const registry = readRegistry();
  const pairs = readPairs();
  const ids = new Set(pairs.flatMap(({ id1, id2 }) => [id1, id2]));
  const own = registry.filter(({ id }) => ids.has(id));
  const rarity = rarityOf(frequenciesOf(registry));
  return [...pairs.map((pair) => ({ ...pair, isMade: false })), ...madeExamples(own)].map((each) =>
    caseOf(each, rarity),
  );
}

function frequenciesOf(registry: readonly RorRecord[]) {
  const counts = new Map<string, number>();
  for (const { names } of registry) {
    const keys = new Set(names.flatMap(({ v }) => parseName(v).words.map(({ key }) => key)));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return { size: registry.length, of: (key: string) => counts.get(key) ?? 0 };
}

/** Halves by organisation, so that none is on both sides. */
function caseOf({ name1, name2, id1, id2, label, isMade }: Example, rarity: Rarity): Measured {
  const [a, b] = [parseName(name1), parseName(name2)];
  const isBefore = a.fold === b.fold ? a.text <= b.text : a.fold < b.fold;
  return {
    values: (isBefore ? measure(a, b, rarity) : measure(b, a, rarity)).values,
    label,
    weight: isMade ? 0.35 : 1,
    isMade,
    half: share(id1 < id2 ? id1 : id2) < 0.5 ? 0 : 1,
  };
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

if (import.meta.main) {
  if (hasNames) fitAll(process.argv.includes('--write'));
  else say('skipped, no data');
}
