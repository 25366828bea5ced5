import type { NamedActor } from './actor.ts';
import { evidenceOf } from './evidence.ts';
import type { Measured } from './features.ts';
import { measure, measures } from './features.ts';
import { forbiddenBetween } from './forbid.ts';
import type { Name } from './name.ts';
import type { Rarity } from './rarity.ts';
import type { Forbidden, Reason } from './reason.ts';
import { nameReasons } from './reasons.ts';
import { measureWeights, sameForm, sameLetters } from './weights.ts';

/** How likely two actors are one and the same. */
export interface Likeness {
  /** 0 to 1; 1 only where all names of one are names of the other and nothing speaks against it. */
  readonly score: number;
  /** The weightiest first. */
  readonly reasons: readonly Reason[];
  readonly forbidden?: Forbidden;
  /** The two names that decided. */
  readonly names: readonly [Name, Name];
}

/** What likeness is judged by, besides the two actors. */
export interface Judging {
  readonly rarity: Rarity;
  /** True for ids of records that someone has declared to be different. */
  readonly areDifferent?: (a: string, b: string) => boolean;
}

/** Two names at their best, as log-odds. */
interface Best {
  readonly odds: number;
  readonly a: Name;
  readonly b: Name;
}

/** Compares two actors by all their names and by all that is known of both; the order of the two makes no difference. */
export function likeness(a: NamedActor, b: NamedActor, judging: Judging): Likeness | undefined {
  const best = bestNames(a.names, b.names, judging.rarity);
  if (!best) return undefined;
  const measured =
    lettersOdds(best.a, best.b) === undefined
      ? measureSorted(best.a, best.b, judging.rarity)
      : undefined;
  const evidence = evidenceOf(a, b);
  let odds = best.odds;
  for (const { weight } of evidence) odds += weight;
  const isSame = allNamed(a.names, b.names) || allNamed(b.names, a.names);
  const isPlain = evidence.every(({ weight }) => weight > 0);
  const forbidden = forbiddenBetween(a, b, measured, judging.areDifferent);
  return {
    score: isSame && isPlain ? 1 : Math.min(1 / (1 + Math.exp(-odds)), 0.9999),
    reasons: [...nameReasons(best.a, best.b, measured, best.odds), ...evidence].sort(
      (x, y) => Math.abs(y.weight) - Math.abs(x.weight),
    ),
    names: [best.a, best.b],
    ...(forbidden === undefined ? {} : { forbidden }),
  };
}

/** The score alone, for many pairs. */
export function quickScore(a: NamedActor, b: NamedActor, rarity: Rarity): number {
  const best = bestNames(a.names, b.names, rarity);
  if (!best) return 0;
  let odds = best.odds;
  for (const { weight } of evidenceOf(a, b)) odds += weight;
  return 1 / (1 + Math.exp(-odds));
}

function bestNames(a: readonly Name[], b: readonly Name[], rarity: Rarity): Best | undefined {
  let best: Best | undefined;
  for (const one of a) {
    for (const other of b) {
      const odds = nameOdds(one, other, rarity);
      if (!best || odds > best.odds) best = { odds, a: one, b: other };
    }
  }
  return best;
}

/** Log-odds that two names name one actor, as far as names can tell. */
function nameOdds(a: Name, b: Name, rarity: Rarity): number {
  const letters = lettersOdds(a, b);
  if (letters !== undefined) return letters;
  const { values } = measureSorted(a, b, rarity, scratch);
  let odds = 0;
  for (let at = 0; at < weights.length; at++) odds += (weights[at] ?? 0) * (values[at] ?? 0);
  return odds;
}

const weights = Float64Array.from(measures, (name) => measureWeights[name]);
const scratch = new Float64Array(measures.length);

/** Two acronyms have nothing but their letters. */
function lettersOdds(a: Name, b: Name): number | undefined {
  if (a.acronym === undefined || b.acronym === undefined) return undefined;
  if (a.acronym === b.acronym) {
    const odds = sameLetters[Math.min(a.acronym.length, sameLetters.length - 1)] ?? 0;
    return a.forms.some(({ id }) => b.forms.some((form) => form.id === id))
      ? odds + sameForm
      : odds;
  }
  return /\d/.test(a.acronym + b.acronym) ? undefined : -4;
}

function measureSorted(a: Name, b: Name, rarity: Rarity, values?: Float64Array): Measured {
  return isBefore(a, b) ? measure(a, b, rarity, values) : measure(b, a, rarity, values);
}

/** Greedy alignment may depend on the order, so there is only one. */
function isBefore(a: Name, b: Name): boolean {
  return a.fold === b.fold ? a.text <= b.text : a.fold < b.fold;
}

function allNamed(a: readonly Name[], b: readonly Name[]): boolean {
  return a.length > 0 && a.every((one) => b.some((other) => other.fold === one.fold));
}
