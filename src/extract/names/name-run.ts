import type { Cues, NameCues } from './name-cues.ts';
import { nameCues } from './name-cues.ts';
import type { HeadKind } from './name-kinds.ts';
import type { NameScan } from './name-scan.ts';
import type { Head } from './name-tail.ts';
import { endsWithForm } from './legal-form.ts';
import { days, loose, tailEnd } from './name-tail.ts';

/** Words of a text: from the first to before the last. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** No name is longer, in words. */
const longest = 26;

/** They lead to another name. */
const accompanying = new Set('with con com amb avec με'.split(' '));

/** The languages whose names stand in texts of the others. */
const romance = ['es', 'fr', 'it', 'pt', 'ca', 'en'] as const;

/** The head word or phrase that begins at a capitalised word, in the language of the block, else in another. */
export function headAt(scan: NameScan, index: number, anyLanguage = true): Head | undefined {
  const own = headIn(scan, scan.cues, index);
  if (own || !anyLanguage || !/^[a-z]/.test(scan.key(index))) return own;
  for (const language of romance) {
    const found =
      language === scan.cues.language ? undefined : headIn(scan, nameCues(language), index);
    if (found) return found;
  }
  return undefined;
}

function headIn(scan: NameScan, cues: NameCues, index: number): Head | undefined {
  const found = longestOf(cues.heads, scan, index);
  if (!found) return undefined;
  const words = scan.words.slice(index, index + found.length);
  return {
    index,
    length: found.length,
    kind: found.value,
    key: words.map((word) => word.key).join(' '),
    isEnglish: cues.language === 'en',
    cues,
  };
}

function longestOf(heads: Cues<HeadKind>, scan: NameScan, index: number) {
  return heads.at(scan.words, index, scan.last);
}

/**
 * A run of capitalised words with the small words of names between them, and after a head also its words in lower case
 * (“Agence andalouse de coopération internationale”). It begins at a capitalised word.
 */
export function runFrom(scan: NameScan, at: number): Run {
  let head = headAt(scan, at);
  let end = at + (head?.length ?? 1);
  for (let steps = 0; steps < longest && end < scan.last && end - at < longest; steps++) {
    const next = stepFrom(scan, end, head);
    if (next <= end) break;
    for (let index = end; index < next; index++) {
      const found = scan.isCapital(index) ? headAt(scan, index) : undefined;
      if (found && (!head || head.kind === 'none' || found.isEnglish)) head = found;
    }
    end = Math.max(next, head ? head.index + head.length : 0);
  }
  return { first: at, last: Math.min(end, scan.last) };
}

/** Where the run goes on to, or where it is. */
function stepFrom(scan: NameScan, end: number, head: Head | undefined): number {
  const gap = scan.gap(end - 1);
  if (gap === 'break' || scan.isTaken(end)) return end;
  if (gap === 'dot' && !head && isBrandEnd(scan, end)) return end;
  if (gap === 'comma') return head && listed.test(head.key) ? listEnd(scan, end) : end;
  if (scan.isCapital(end)) return endsBefore(scan, end) || isPronoun(scan, end) ? end : end + 1;
  if (/^(?:19|20)\d\d$/.test(scan.key(end)) && gap === 'space' && head?.kind === 'event')
    return end + 1;
  if (gap === 'joined' && (/^\d{1,4}$/.test(scan.key(end)) || isHyphened(scan, end)))
    return end + 1;
  const crossed = crossedFrom(scan, end, head);
  if (crossed > end) return crossed;
  return head && head.kind !== 'none' ? tailEnd(scan, end, head) : end;
}

/** “… at Vio.Me. Archive …”: without a head, a brand with dots goes on before a place only. */
function isBrandEnd(scan: NameScan, end: number): boolean {
  const { passage, words } = scan;
  const before = words[end - 1];
  return (
    before !== undefined &&
    before.key.length > 1 &&
    passage.text[before.start - 1] === '.' &&
    words[end]?.start === before.end + 2 &&
    !scan.isPlace(end) &&
    !endsWithForm(scan, end)
  );
}

/** “I”, which English writes with a capital. */
function isPronoun(scan: NameScan, index: number): boolean {
  return (
    scan.key(index) === 'i' &&
    scan.cues.language === 'en' &&
    scan.words[index + 1]?.shape === 'lower'
  );
}

/** “Co-production”: the second half of a word. */
function isHyphened(scan: NameScan, index: number): boolean {
  return (
    scan.passage.shadow[(scan.words[index]?.start ?? 0) - 1] === '-' &&
    !scan.cues.connectors.has(scan.key(index))
  );
}

/** The head whose phrase covers a word: of “centre de congrès”, not its last word alone. */
export function headOver(scan: NameScan, index: number): Head | undefined {
  for (let back = 3; back >= 0; back--) {
    const at = index - back;
    const found = at < scan.first ? undefined : headIn(scan, scan.cues, at);
    if (found && found.length > back) return found;
  }
  return undefined;
}

/** A capital that begins something else: a sentence without a stop before it, as in headings. */
function endsBefore(scan: NameScan, end: number): boolean {
  return scan.isFirst(end) && scan.gap(end - 1) !== 'dot' && scan.gap(end - 1) !== 'joined';
}

/** Heads whose names are lists: “Ministry of Agriculture, Fisheries and Food”. */
const listed =
  /minist|consej|consell|depart|dipart|camar|cambr|chamb|camer|secret|direc|direz|υπουργ|assessor|concej|regidor/;

/** “… e di Legacoop”: without an article another name follows, not another theme. */
function isOfBrand(scan: NameScan, small: string | undefined, next: number): boolean {
  if (small !== 'di' && small !== 'de' && small !== 'd' && small !== 'of') return false;
  const shape = scan.words[next]?.shape;
  const isBrand = shape === 'upper' || shape === 'mixed' || scan.cues.language === 'it';
  return isBrand && !scan.isPlace(next);
}

/** Small words, then a capital. */
function crossedFrom(scan: NameScan, end: number, head: Head | undefined): number {
  let next = end;
  while (next < scan.last && next - end < 3 && isSmall(scan, next, head)) {
    if (scan.gap(next) !== 'space' && scan.gap(next) !== 'joined') return end;
    next++;
  }
  if (next === end || next >= scan.last || !scan.isCapital(next) || scan.isTaken(next)) return end;
  const small = scan.words.slice(end, next).map((word) => word.key);
  const first = small[0] ?? '';
  if (accompanying.has(first) || days.test(scan.key(next))) return end;
  if (
    loose.has(first) &&
    first !== 'a' &&
    (scan.isPlace(next) || !head || head.kind === 'authority')
  )
    return end;
  const begins = loose.has(first) ? headAt(scan, next) : undefined;
  // “Festival of Salt in the Municipality of …”
  if (
    begins &&
    (begins.kind === 'organisation' || begins.kind === 'authority') &&
    head?.kind === 'event'
  )
    return end;
  if (first === 'a' && !head) return end;
  if (head?.kind === 'event' && scan.cues.and.has(first) && isOfBrand(scan, small[1], next))
    return end;
  if (small.length === 1 && scan.cues.articles.has(first)) {
    const afterHead = head && head.index + head.length === end;
    const begun = headAt(scan, pastOrdinal(scan, next));
    const isGlued = scan.cues.connectors.has(scan.key(end - 1)) && scan.isCapital(end - 1);
    if (
      !afterHead &&
      !isGlued &&
      (head !== undefined || scan.cues.language === 'en' || (begun && begun.kind !== 'none'))
    )
      return end;
  }
  const other = small.some((key) => scan.cues.and.has(key)) ? headAt(scan, next) : undefined;
  if (other && other.kind !== 'none' && !other.isEnglish) return end;
  if (
    scan.cues.and.has(first) &&
    small.length > 1 &&
    (scan.cues.articles.has(small[1] ?? '') || loose.has(small[1] ?? ''))
  )
    return end;
  return next + 1;
}

/** Past “II” and “5th”, which stand before the head of an event. */
function pastOrdinal(scan: NameScan, at: number): number {
  return scan.cues.qualifiers.at(scan.words, at, scan.last) && !headAt(scan, at) ? at + 1 : at;
}

function isSmall(scan: NameScan, index: number, head: Head | undefined): boolean {
  const key = scan.key(index);
  if (scan.words[index]?.shape !== 'lower') return false;
  return (
    scan.cues.connectors.has(key) ||
    scan.cues.and.has(key) ||
    (head !== undefined && !scan.cues.ends.has(key) && nameCues('es').tail.has(key))
  );
}

/** “Ministry of Agriculture, Fisheries and Food”: capitals with commas, up to an “and”. */
function listEnd(scan: NameScan, end: number): number {
  let at = end;
  for (let items = 0; items < 4; items++) {
    let words = 0;
    while (scan.isCapital(at) && words < 3 && isTheme(scan, at)) {
      at++;
      words++;
      if (scan.gap(at - 1) !== 'space') break;
    }
    if (words === 0 || at >= scan.last) return end;
    if (scan.cues.and.has(scan.key(at)) && scan.gap(at - 1) === 'space') {
      return scan.isCapital(at + 1) &&
        isTheme(scan, at + 1) &&
        scan.words[at + 1]?.shape === 'capital'
        ? at + 2
        : end;
    }
    if (scan.gap(at - 1) !== 'comma') return end;
  }
  return end;
}

/** What a ministry is for; another body is not. */
function isTheme(scan: NameScan, index: number): boolean {
  const head = headAt(scan, index, false);
  return !head || head.kind === 'none';
}
