import type { AcronymPair } from './acronym-pair.ts';
import { acronymPair } from './acronym-pair.ts';
import { besideMark } from './beside-mark.ts';
import { alignAcronym, coversWords, sharesInitials } from './align-acronym.ts';
import type { NameMention } from './name-mention.ts';
import type { NameScan } from './name-scan.ts';

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
      if (last === undefined) continue;
      const pair =
        hereinafter(scan, at, byEnd) ??
        longBefore(scan, at, last, byEnd) ??
        longWithin(scan, at, last, byFirst);
      if (pair) found.push(pair);
    } else if (/^ - $/.test(between) || between === ', ') {
      const pair = besideMark(scan, at, between, byEnd, byFirst);
      if (pair) found.push(pair);
    }
  }
  return found;
}

/** Past the last word of a bracket that begins at a word; of those that hold several things, of the first. */
function bracketEnd(scan: NameScan, at: number): number | undefined {
  const { shadow } = scan.passage;
  for (let last = at; last < Math.min(at + 18, scan.last); last++) {
    const from = scan.words[last]?.end ?? 0;
    const next = shadow.slice(from, Math.min(from + 3, scan.words[last + 1]?.start ?? from + 3));
    if (/^["'.]{0,2}\)/.test(next) || /^[,;]/.test(next) || next.startsWith(' - ')) return last + 1;
  }
  return undefined;
}

/** What contracts and minutes put before the name that they go on with. */
const fromHere =
  /^\((?:hereinafter|hereafter|henceforth|also known as|known as|in short|abbreviated(?: as)?|en adelante|en lo sucesivo|de ahora en adelante|conocida como|ci-apres|ci-dessous|dorenavant|dite?|en abrege|di seguito|d'ora in poi|in breve|in sigla|doravante|a partir de agora|abreviadamente|en endavant|d'ara endavant|en sigles|en siglas|εφεξησ|στο εξησ|στη συνεχεια|ή συντομα)(?: (?:referred to as|designated|denominad[oa]|denominat|denominada|designad[oa]|denomme|denommee|designe|called|anche))?,?:? ?(?:the |la |le |les |el |l'|il |lo |o |a |els |η |ο |το )?["'“«]?$/;

/** `long (hereinafter SHORT)`. */
function hereinafter(
  scan: NameScan,
  at: number,
  byEnd: ReadonlyMap<number, NameMention>,
): AcronymPair | undefined {
  const name = byEnd.get(at);
  if (!name || name.kind === 'none') return undefined;
  for (let short = at + 1; short < Math.min(at + 8, scan.last); short++) {
    const shape = scan.words[short]?.shape;
    if (shape !== 'upper' && shape !== 'mixed' && shape !== 'capital') continue;
    const between = scan.passage.shadow.slice(name.end, scan.words[short]?.start);
    if (!fromHere.test(between.trimStart())) return undefined;
    const last = bracketEnd(scan, short);
    return last !== undefined && shortAt(scan, short, last) !== undefined
      ? acronymPair(scan, short, last, name.first, at, 'covered', name.start)
      : undefined;
  }
  return undefined;
}

/** What a short name looks like: capitals, a brand, dotted letters, at most four words, the first of them such. */
function shortAt(scan: NameScan, first: number, last: number): string | undefined {
  const word = scan.words[first];
  if (!word || last - first > 6) return undefined;
  const keys = scan.words.slice(first, last).map((each) => each.key);
  const text = scan.passage.text.slice(word.start, scan.words[last - 1]?.end ?? word.end);
  if (/\d{4}|@|:\/\//.test(text) || text.length > 32) return undefined;
  const isDotted = /^(?:\p{L}{1,3}\.){1,7}\p{L}{0,4}$/u.test(text);
  if (!isDotted && last - first > 3) return undefined;
  if (
    !isDotted &&
    word.shape !== 'upper' &&
    word.shape !== 'mixed' &&
    !(word.shape === 'capital' && last - first <= 2)
  )
    return undefined;
  if (word.shape === 'upper' && word.key.length < 2 && !isDotted) return undefined;
  if (
    /^(?:i{1,3}|iv|v|vi{1,3}|ix|x|eur|usd|mad|tnd|n|nb|p|pp|ed|eds|cf|ex|es)$/.test(keys[0] ?? '')
  )
    return undefined;
  return keys.join('');
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
  const aligned =
    alignAcronym(letters, keys) ?? alignAcronym(letters, withoutSmall(scan, from, at));
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
      aligned.initials === 1) &&
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
  if (!name) return coveredBefore(scan, at, last, letters);
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

function isWordRow(scan: NameScan, first: number, last: number): boolean {
  for (let at = first; at < last - 1; at++) if (scan.gap(at) !== 'space') return false;
  return true;
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
    .map((word) => (scan.cues.connectors.has(word.key) ? '' : word.key));
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

/** `SHORT (long)`, also with one word between. */
function longWithin(
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
      if (aligned && aligned.first <= 1 && (aligned.initials >= 0.6 || coversWords(letters, keys)))
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
