import type { AcronymPair } from './acronym-pair.ts';
import { acronymPair } from './acronym-pair.ts';
import { alignAcronym, coversWords } from './align-acronym.ts';
import type { NameMention } from './name-mention.ts';
import { headAt } from './name-run.ts';
import type { NameScan } from './name-scan.ts';

/** `long, SHORT,` and `SHORT – long` and `long – SHORT`. */
export function besideMark(
  scan: NameScan,
  at: number,
  mark: string,
  byEnd: ReadonlyMap<number, NameMention>,
  byFirst: ReadonlyMap<number, NameMention>,
): AcronymPair | undefined {
  const isComma = mark === ', ';
  const left = byEnd.get(at);
  const shape = scan.words[at]?.shape;
  const after = scan.passage.shadow.slice(scan.words[at]?.end ?? 0, (scan.words[at]?.end ?? 0) + 2);
  const closes = /^(?:[,;.)]|$|\n| -| \()/.test(after);
  if (left && left.kind !== 'none' && (shape === 'upper' || shape === 'mixed') && closes) {
    const short = scan.key(at);
    const keys = scan.words.slice(left.first, at).map((word) => word.key);
    const aligned = alignAcronym(short, keys);
    if (short.length >= 2 && at - left.first >= 2) {
      if (aligned && aligned.initials >= (isComma ? 0.7 : 0.5))
        return acronymPair(scan, at, at + 1, left.first, at, 'initials');
      if (coversWords(short, keys)) return acronymPair(scan, at, at + 1, left.first, at, 'covered');
    }
  }
  if (left && isComma && scan.cues.articles.has(scan.key(at))) {
    // “…, the RARBA,”
    const short = scan.words[at + 1];
    const gap = scan.gap(at);
    const ends = scan.passage.shadow.slice(short?.end ?? 0, (short?.end ?? 0) + 2);
    const keys = scan.words.slice(left.first, at).map((word) => word.key);
    const aligned =
      short?.shape === 'upper' &&
      (gap === 'space' || gap === 'joined') &&
      /^(?:[,;.)]|$| \()/.test(ends)
        ? alignAcronym(short.key, keys)
        : undefined;
    if (aligned && aligned.initials >= 0.7)
      return acronymPair(scan, at + 1, at + 2, left.first, at, 'initials');
  }
  const brand = scan.words[at - 1];
  const titled = titlePair(scan, at, isComma);
  if (titled) return titled;
  const name =
    byFirst.get(at) ?? (scan.cues.articles.has(scan.key(at)) ? byFirst.get(at + 1) : undefined);
  if (!brand || !name || name.kind === 'none' || name.last - name.first < 2) return undefined;
  if (brand.shape !== 'upper' && brand.shape !== 'mixed' && brand.shape !== 'capital')
    return undefined;
  // “The LOV – League of Ovens –” begins with an article, and no longer name ends with the short one.
  if (
    at - 2 >= scan.first &&
    scan.isCapital(at - 2) &&
    scan.gap(at - 2) === 'space' &&
    !scan.cues.articles.has(scan.key(at - 2))
  )
    return undefined;
  const keys = scan.words.slice(name.first, name.last).map((word) => word.key);
  const aligned = alignAcronym(brand.key, keys);
  if (aligned && brand.shape !== 'capital' && aligned.initials >= 0.7 && aligned.first === 0)
    return acronymPair(scan, at - 1, at, name.first, name.last, 'initials');
  if (
    (brand.shape !== 'capital' || (!isComma && !scan.isPlace(at - 1))) &&
    coversWords(brand.key, keys)
  )
    return acronymPair(scan, at - 1, at, name.first, name.last, 'covered');
  if (
    !isComma &&
    brand.shape === 'capital' &&
    brand.key.length >= 5 &&
    !scan.isPlace(at - 1) &&
    keys.some((key) => key.length > 4 && brand.key.includes(key.slice(0, 4)))
  ) {
    const last = pastPlace(scan, name, brand.key);
    const rule = last > name.last ? 'covered' : 'unaligned';
    return acronymPair(scan, at - 1, at, name.first, last, rule);
  }
  if (
    !isComma &&
    brand.shape === 'upper' &&
    brand.key.length >= 3 &&
    (scan.isFirst(at - 1) || name.last - name.first >= 4) &&
    hasHead(scan, name)
  )
    return acronymPair(scan, at - 1, at, name.first, name.last, 'unaligned');
  return undefined;
}

/** A head at the beginning of a name, after an adjective too: “Κοινωνική Οργάνωση …”. */
function hasHead(scan: NameScan, { first, last }: NameMention): boolean {
  return [first, first + 1].some((at) => at < last && headAt(scan, at) !== undefined);
}

/** “Union of Cooperatives in Zamora”: past a place that gives a short name the letters that the words before it lack. */
function pastPlace(scan: NameScan, name: NameMention, short: string): number {
  let first = name.last;
  while (first < name.last + 3 && scan.gap(first - 1) === 'space' && isJoin(scan, first)) first++;
  let last = first;
  while (last < scan.last && scan.isPlace(last) && scan.gap(last - 1) !== 'break') last++;
  if (first === name.last || last === first || last - first > 6) return name.last;
  const keys = scan.words.slice(name.first, last).map(({ key }) => key);
  const covers = (to: number) => coversWords(short, keys.slice(0, to - name.first));
  return covers(last) && !covers(name.last) ? last : name.last;
}

function isJoin(scan: NameScan, at: number): boolean {
  return (
    scan.words[at]?.shape === 'lower' &&
    !scan.isPlace(at) &&
    (scan.cues.connectors.has(scan.key(at)) || /^(?:in|en|em|a|à|στη|στην|στο)$/.test(scan.key(at)))
  );
}

/** “SALTWORKS – Social and Local Trades for Working Coasts” as a line of its own. */
function titlePair(scan: NameScan, at: number, isComma: boolean): AcronymPair | undefined {
  const brand = scan.words[at - 1];
  if (isComma || at - 1 !== scan.first || (brand?.shape !== 'upper' && brand?.shape !== 'mixed'))
    return undefined;
  if (brand.key.length < 3 || scan.last - at < 2 || scan.last - at > 16 || !scan.isCapital(at))
    return undefined;
  const keys = scan.words.slice(at, scan.last).map((word) => word.key);
  const aligned = alignAcronym(brand.key, keys);
  return aligned && aligned.first === 0 && aligned.initials >= 0.4
    ? acronymPair(scan, at - 1, at, at, scan.last, 'initials')
    : undefined;
}
