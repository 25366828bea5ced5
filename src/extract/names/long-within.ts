import type { AcronymPair } from './acronym-pair.ts';
import { acronymPair } from './acronym-pair.ts';
import { alignAcronym, coversWords, isOfEvery, sharesInitials } from './align-acronym.ts';
import type { NameMention } from './name-mention.ts';
import type { NameScan } from './name-scan.ts';
import { isWordRow, shortAt } from './short-name.ts';

/** `SHORT (long)`, also with one word between. */
export function longWithin(
  scan: NameScan,
  at: number,
  last: number,
  byFirst: ReadonlyMap<number, NameMention>,
): AcronymPair | undefined {
  let innerEnd = last;
  while (innerEnd < Math.min(at + 18, scan.last) && !closesAfter(scan, innerEnd - 1)) innerEnd++;
  const name = byFirst.get(at) ?? byFirst.get(at + 1);
  for (const shortLast of [at, at - 1]) {
    for (const length of [1, 2, 3]) {
      let first = shortLast - length;
      // “CoopTour-Med (Cooperatives for …)”
      while (
        first - 1 > scan.first &&
        scan.gap(first - 1) === 'joined' &&
        scan.isCapital(first - 1)
      )
        first--;
      if (first < scan.first) continue;
      const shape = scan.words[first]?.shape;
      if (shape !== 'upper' && shape !== 'mixed') continue;
      const short = shortAt(scan, first, shortLast);
      if (short === undefined || innerEnd - at < 2 || !isWordRow(scan, first, shortLast)) continue;
      const letters = scan.words[first]?.key ?? short;
      const keys = scan.words.slice(at, innerEnd).map((word) => word.key);
      const aligned = alignAcronym(letters, keys);
      if (
        aligned &&
        aligned.first <= 1 &&
        (aligned.initials >= 0.6 || coversWords(letters, keys) || isOfEvery(letters, keys))
      )
        return acronymPair(
          scan,
          first,
          shortLast,
          at + (aligned.first === 1 && scan.words[at]?.shape === 'lower' ? 1 : 0),
          innerEnd,
          'initials',
        );
      const isWhole =
        name && name.last >= innerEnd && name.kind !== 'none' && name.last - name.first >= 3;
      if (isWhole && length === 1) {
        const covered = coversWords(letters, keys);
        if (!covered && (letters.length > 7 || !sharesInitials(letters, keys))) return undefined;
        return acronymPair(
          scan,
          first,
          shortLast,
          name.first,
          Math.min(name.last, innerEnd),
          covered ? 'covered' : 'unaligned',
        );
      }
    }
  }
  return undefined;
}

function closesAfter(scan: NameScan, index: number): boolean {
  const end = scan.words[index]?.end ?? 0;
  return /^["'.]{0,2}\)/.test(scan.passage.shadow.slice(end, end + 4));
}
