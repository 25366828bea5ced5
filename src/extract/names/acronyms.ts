import type { AcronymPair } from './acronym-pair.ts';
import { acronymPair } from './acronym-pair.ts';
import { besideMark } from './beside-mark.ts';
import { alignAcronym, coversWords, isOfEvery, sharesInitials } from './align-acronym.ts';
import { arabicStart, definedBefore } from './arabic-names.ts';
import { knownAs } from './known-as.ts';
import { longWithin } from './long-within.ts';
import type { NameMention } from './name-mention.ts';
import { isNumbering, isPartnerNumber } from './numbering.ts';
import type { NameScan } from './name-scan.ts';
import { latinAfter, phraseAfter } from './short-beside.ts';
import { bracketEnd, isWordRow, shortAt } from './short-name.ts';

/** So far before a bracket a long name may begin, in words. */
const reach = 16;

/** Short names with their long ones: `long (SHORT)`, `SHORT (long)`, `long, SHORT,`, `SHORT – long`, `long – SHORT`. */
export function findAcronyms(scan: NameScan, names: readonly NameMention[]): AcronymPair[] {
  const found: AcronymPair[] = [];
  const byEnd = new Map(
    names.filter((name) => name.kind !== undefined).map((name) => [name.last, name]),
  );
  const byFirst = new Map(
    names.filter((name) => name.kind !== undefined).map((name) => [name.first, name]),
  );
  for (let at = scan.first + 1; at < scan.last; at++) {
    const word = scan.words[at];
    const before = scan.words[at - 1];
    if (!word || !before) continue;
    const between = scan.passage.shadow.slice(before.end, word.start);
    if (/^["'.]{0,2} ?\(["']?$/.test(between)) {
      const last = bracketEnd(scan, at);
      if (last === undefined || isNumbering(before.key) || isNumbering(word.key)) continue;
      const pair =
        knownAs(scan, at, byEnd) ??
        longBefore(scan, at, last, byEnd) ??
        longWithin(scan, at, last, byFirst);
      if (pair) found.push(pair);
    } else if (isPartnerNumber(before.key)) {
      // “AP1 – City of Valletta”
      continue;
    } else if (/^ - $/.test(between) || between === ', ') {
      const pair =
        besideMark(scan, at, between, byEnd, byFirst) ??
        knownAs(scan, at, byEnd) ??
        (between === ', ' ? phraseAfter(scan, at) : undefined);
      if (pair) found.push(pair);
    } else if (between === '، ') {
      const pair = knownAs(scan, at, byEnd);
      if (pair) found.push(pair);
    } else if (between === ' ' && word.shape === 'upper') {
      const pair = latinAfter(scan, at, byEnd);
      if (pair) found.push(pair);
    }
  }
  return found;
}

/** `long (SHORT)`. */
function longBefore(
  scan: NameScan,
  at: number,
  last: number,
  byEnd: ReadonlyMap<number, NameMention>,
): AcronymPair | undefined {
  const short = shortAt(scan, at, last);
  if (short === undefined) return undefined;
  const name = byEnd.get(at);
  const from = clauseStart(scan, at);
  const keys = scan.words.slice(from, at).map((word) => word.key);
  // A place or another name may follow the letters: `CEPES Andalucía`.
  const letters =
    last - at > 1 && isWordRow(scan, at, last) ? (scan.words[at]?.key ?? short) : short;
  const shape = scan.words[at]?.shape;
  const isBrand = shape === 'capital';
  const isStart = (word: number) => !scan.cues.and.has(keys[word] ?? '');
  const aligned =
    alignAcronym(letters, keys, isStart) ?? alignAcronym(letters, withoutSmall(scan, from, at));
  const placeOnly =
    scan.isPlace(at) &&
    (isBrand || shape === 'upper') &&
    !scan.isTaken(at) &&
    (isBrand || !aligned);
  if (placeOnly) return undefined;
  const isGood =
    aligned !== undefined &&
    (!scan.cues.acronyms.has(letters) ||
      scan.isCapital(from + aligned.first) ||
      aligned.initials === 1 ||
      isOfEvery(letters, withoutSmall(scan, from + aligned.first, at))) &&
    at - from - aligned.first >= 2 &&
    aligned.initials >= (isBrand ? 0.2 : 0.5);
  if (isGood) {
    const first = extended(scan, from + aligned.first, name);
    const words = at - first;
    if (
      words <= Math.max(2 * letters.length + 2, 8) &&
      words >= 2 &&
      isNounPhrase(scan, first, at, name)
    ) {
      return acronymPair(
        scan,
        at,
        last,
        first,
        at,
        aligned.initials > 0.6 || !name ? 'initials' : 'covered',
      );
    }
  }
  if (!name) {
    const first = scan.cues.language === 'ar' ? definedBefore(scan, at) : undefined;
    if (first !== undefined)
      return acronymPair(scan, at, last, first, at, 'unaligned', arabicStart(scan, first));
    return coveredBefore(scan, at, last, letters);
  }
  if (name.kind === 'none') return undefined;
  const own = scan.words.slice(name.first, at).map((word) => word.key);
  const covered = coversWords(letters, own);
  if (!covered && !isBrand && !sharesInitials(letters, own)) return undefined;
  if (isBrand && !covered && !sharesBeginning(letters, scan, name)) return undefined;
  if (scan.cues.acronyms.has(letters) || /^[a-z]{2}$/.test(letters) || name.kind === 'document')
    return undefined;
  return acronymPair(scan, at, last, name.first, at, covered ? 'covered' : 'unaligned', name.start);
}

/** “Échanges Méditerranée (EchMed)”: capitals whose beginnings the letters of a brand are. */
function coveredBefore(
  scan: NameScan,
  at: number,
  last: number,
  letters: string,
): AcronymPair | undefined {
  if (scan.words[at]?.shape !== 'mixed' && scan.words[at]?.shape !== 'upper') return undefined;
  let first = at;
  while (
    first > scan.first &&
    at - first < 4 &&
    scan.isCapital(first - 1) &&
    !scan.isTaken(first - 1) &&
    (first === at || scan.gap(first - 1) === 'space')
  )
    first--;
  const keys = scan.words.slice(first, at).map((word) => word.key);
  return at - first > 1 &&
    letters.startsWith(keys[0]?.slice(0, 2) ?? '-') &&
    coversWords(letters, keys)
    ? acronymPair(scan, at, last, first, at, 'covered')
    : undefined;
}

/** A brand of one capital that is made of the beginnings of two words: `Legacoop` of “League of Cooperatives”. */
function sharesBeginning(letters: string, scan: NameScan, name: NameMention): boolean {
  const keys = scan.words
    .slice(name.first, name.last)
    .map((word) => word.key)
    .filter((key) => key.length > 3);
  return (
    keys.some((key) => letters.includes(key.slice(0, 4))) ||
    keys.some((key) => letters.startsWith(key.slice(0, 3)))
  );
}

function withoutSmall(scan: NameScan, from: number, to: number): string[] {
  return scan.words
    .slice(from, to)
    .map(({ key }) => (scan.cues.connectors.has(key) || scan.cues.and.has(key) ? '' : key));
}

/** Where the clause before a bracket begins, at most {@link reach} words back. */
function clauseStart(scan: NameScan, at: number): number {
  let from = at;
  while (from > scan.first && at - from < reach) {
    const between = scan.passage.shadow.slice(
      scan.words[from - 1]?.end ?? 0,
      scan.words[from]?.start ?? 0,
    );
    if (from < at && between === ', ' && !scan.isCapital(from)) break;
    const isStop = from < at && /[.;:()!?"]/.test(between) && !/^\. ?$/.test(between);
    if (
      isStop ||
      (from < at &&
        /^\. $/.test(between) &&
        (scan.words[from - 1]?.end ?? 0) - (scan.words[from - 1]?.start ?? 0) > 2)
    )
      break;
    if (from < at && between === ', ' && scan.cues.articles.has(scan.key(from))) break;
    from--;
  }
  return from;
}

/** No verb stands in it, and no word that ends names. */
function isNounPhrase(
  scan: NameScan,
  first: number,
  last: number,
  name: NameMention | undefined,
): boolean {
  for (let at = first; at < last; at++) {
    if (name && at >= name.first) return true;
    const key = scan.key(at);
    if (scan.cues.connectors.has(key) || scan.cues.tail.has(key)) continue;
    if (scan.cues.ends.has(key) || scan.cues.verbs.at(scan.words, at, last)) return false;
    if (/(?:εται|ονται|θηκε|θηκαν)$/.test(key)) return false;
  }
  return true;
}

/** A name that begins before the letters do is taken whole, one that is only its end is not. */
function extended(scan: NameScan, first: number, name: NameMention | undefined): number {
  if (!name || name.first >= first) return first;
  return first - name.first <= 3 && (name.kind !== undefined || scan.isCapital(name.first))
    ? name.first
    : first;
}
