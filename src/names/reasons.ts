import type { Measure, Measured } from './features.ts';
import { measures } from './features.ts';
import type { Name } from './name.ts';
import type { Reason, ReasonName } from './reason.ts';
import { measureWeights } from './weights.ts';
import type { Word } from './word.ts';

/** Which reason a measure belongs to; all others are about the words that both names have. */
const reasonOf: Readonly<Partial<Record<Measure, ReasonName>>> = {
  left: 'otherWords',
  leftBoth: 'otherWords',
  leftTop: 'otherWords',
  leftTopBoth: 'otherWords',
  ownBoth: 'otherWords',
  ownOne: 'otherWords',
  thingBoth: 'otherWords',
  thingOne: 'otherWords',
  kindBoth: 'otherWords',
  kindOne: 'otherWords',
  ordinaryOne: 'otherWords',
  partKind: 'otherWords',
  partOwn: 'otherWords',
  partThing: 'otherWords',
  partFormed: 'otherWords',
  placeConflict: 'place',
  placeNested: 'place',
  placeOne: 'place',
  partPlace: 'place',
  numberConflict: 'number',
  numberOne: 'number',
  formConflict: 'form',
};

/** What two names say, grouped; the weights add up to `odds`. */
export function nameReasons(
  a: Name,
  b: Name,
  measured: Measured | undefined,
  odds: number,
): readonly Reason[] {
  if (!measured) return [{ reason: 'letters', weight: odds, detail: `${a.text} · ${b.text}` }];
  const sums = new Map<ReasonName, number>();
  for (const [at, name] of measures.entries()) {
    const value = measured.values[at] ?? 0;
    const reason = name.startsWith('letters') ? 'letters' : (reasonOf[name] ?? 'words');
    sums.set(reason, (sums.get(reason) ?? 0) + measureWeights[name] * value);
  }
  return [...sums]
    .filter(([, weight]) => Math.abs(weight) >= 0.005)
    .map(([reason, weight]) => ({ reason, weight, detail: detailOf(reason, a, b, measured) }));
}

function detailOf(reason: ReasonName, a: Name, b: Name, measured: Measured): string {
  if (reason === 'letters' || reason === 'form') return `${a.text} · ${b.text}`;
  const { names, alignment } = measured;
  if (reason === 'words')
    return alignment.matches
      .map(({ a: left }) => left.map((at) => shown(names[0].words[at])).join(' '))
      .join(', ');
  return [alignment.ofA, alignment.ofB]
    .map((likeness, side) =>
      names[side === 0 ? 0 : 1].words
        .filter((word, at) => likeness[at] === 0 && isAbout(reason, word.role))
        .map(shown)
        .join(' '),
    )
    .join(' · ');
}

/** A word as people know it; a place by its code, in capitals, since each language calls it otherwise. */
function shown(word: Word | undefined): string {
  return word?.place?.id ?? word?.text ?? '';
}

function isAbout(reason: ReasonName, role: string): boolean {
  if (reason === 'place' || reason === 'number') return role === reason;
  return role !== 'place' && role !== 'number';
}
