import { sentenceAt } from '../text/sentence-at.ts';
import { placeWords } from '../places/place-cues.ts';
import { votesAround } from './context.ts';
import { isMereArea } from './mere-area.ts';
import type { HeadKind } from './name-kinds.ts';
import type { NameMention } from './name-mention.ts';
import { runFrom } from './name-run.ts';
import type { NameScan } from './name-scan.ts';
import { segmentsOf } from './name-segments.ts';

/** Names whose head word is in lower case: “mairie de Séville”, “final conference of ICS”, “rapport sur …” in quotes is elsewhere. */
export function findDescribed(scan: NameScan): NameMention[] {
  const found: NameMention[] = [];
  for (let at = scan.first; at < scan.last; at++) {
    const word = scan.words[at];
    if (!word || (word.shape !== 'lower' && word.shape !== 'capital') || scan.isTaken(at)) continue;
    const head = scan.cues.heads.at(scan.words, at, scan.last);
    if (!head) continue;
    const mention =
      head.value === 'event'
        ? eventAt(scan, at, head.length)
        : word.shape === 'lower' || scan.isFirst(at)
          ? authorityAt(scan, at, head.length, head.value)
          : undefined;
    if (mention) {
      if (!isArea(scan, mention)) found.push(mention);
      at = Math.max(at, mention.last - 1);
    } else at += head.length - 1;
  }
  return found;
}

function isArea(scan: NameScan, { kind, first, last }: NameMention): boolean {
  return (
    kind === 'authority' && isMereArea(scan, first, last, votesAround(scan, first, last, true))
  );
}

/** A public body by its place: the head, a connector or none, and a capital. */
function authorityAt(
  scan: NameScan,
  at: number,
  length: number,
  kind: HeadKind,
): NameMention | undefined {
  if (kind !== 'authority') return undefined;
  const english = scan.cues.language === 'en';
  if (
    english &&
    scan.isPlace(at - 1) &&
    scan.isCapital(at - 1) &&
    at > scan.first &&
    scan.gap(at - 1) === 'space'
  ) {
    let first = at - 1;
    while (
      first > scan.first &&
      scan.isPlace(first - 1) &&
      scan.isCapital(first - 1) &&
      scan.gap(first - 1) === 'space'
    )
      first--;
    return named(scan, first, at + length, at, 'authority', 'authority');
  }
  let next = at + length;
  const after = next;
  while (
    next < scan.last &&
    next - after < 3 &&
    scan.gap(next - 1) !== 'break' &&
    scan.gap(next - 1) !== 'comma' &&
    isOf(scan, next)
  )
    next++;
  if (next >= scan.last || (scan.gap(next - 1) !== 'space' && scan.gap(next - 1) !== 'joined'))
    return undefined;
  if (scan.isPlace(next) && scan.words[next]?.shape === 'lower')
    return partsOfLand().has(scan.key(at))
      ? undefined
      : named(scan, at, next + 1, at, 'authority', 'authority');
  if (!scan.isCapital(next) || scan.isTaken(next)) return undefined;
  if (english && next === after) return undefined;
  if (!english && next === after && !scan.isPlace(next)) return undefined;
  const [segment] = segmentsOf(scan, runFrom(scan, next));
  if (!segment || segment.first !== next) return undefined;
  if (segment.head && segment.head.kind !== 'none' && segment.head.index === next) return undefined;
  return named(scan, at, segment.last, at, 'authority', 'authority');
}

let parts: ReadonlySet<string> | undefined;

function partsOfLand(): ReadonlySet<string> {
  return (parts ??= placeWords('parts-of-land'));
}

function isOf(scan: NameScan, at: number): boolean {
  return (
    /^(?:of|the|de|du|des|d|del|della|dell|dello|dei|di|do|da|dos|das|dels|la|l|του|τησ|των)$/.test(
      scan.key(at),
    ) && scan.words[at]?.shape === 'lower'
  );
}

/** An event described by a phrase: with what makes it one of several, or with what it is of. */
function eventAt(scan: NameScan, at: number, length: number): NameMention | undefined {
  const { cues } = scan;
  const head = { first: at, last: at + length };
  if (scan.words[at]?.shape === 'capital' && !scan.isFirst(at)) return undefined;
  let first = at;
  let isOne =
    length > 1 &&
    scan.words
      .slice(at, at + length)
      .some((_, step) => cues.qualifiers.at(scan.words, at + step, at + length) !== undefined);
  for (let steps = 0; steps < 4 && first > scan.first; steps++) {
    const gap = scan.gap(first - 1);
    if (gap !== 'space' && gap !== 'joined') break;
    const longer = qualifierBefore(scan, first);
    if (longer === undefined) break;
    const isStretch = cues.next.has(scan.key(longer)) && stretches.test(scan.key(at));
    if (!cues.plain.has(scan.key(longer)) && !isStretch) isOne = true;
    first = longer;
  }
  let last = head.last;
  for (let steps = 0; steps < 4 && last < scan.last; steps++) {
    if (scan.gap(last - 1) !== 'space' && scan.gap(last - 1) !== 'joined') break;
    const small = isOf(scan, last) ? 1 : 0;
    const found = cues.qualifiers.at(scan.words, last + small, scan.last);
    if (!found || (scan.isCapital(last + small) && cues.language !== 'ar')) break;
    if (!cues.plain.has(scan.key(last + small))) isOne = true;
    last += small + found.length;
  }
  const of = ofName(scan, last);
  if (of !== undefined) last = of;
  if (!isOne && (of === undefined || cues.language === 'ar')) return undefined;
  if (isGeneral(scan, first, last)) return undefined;
  return named(scan, first, last, at, 'event', 'event-phrase');
}

/** “Next week”, “les prochaines journées”: heads that are stretches of time, too. */
const stretches =
  /^(?:week|day|semain|seman|settiman|setman|journ|jorn|giorn|evening|soir|εβδομαδ|ημερ|اسبوع|ايام|سنة|دورة)/;

function qualifierBefore(scan: NameScan, first: number): number | undefined {
  for (const length of [1, 2]) {
    const at = first - length;
    if (at < scan.first) break;
    const found = scan.cues.qualifiers.at(scan.words, at, first);
    if (
      found &&
      at + found.length === first &&
      (scan.words[at]?.shape !== 'capital' || scan.isFirst(at))
    )
      return at;
  }
  return undefined;
}

/** Past “of the ICS project”, “de MedTOWN”, “of the Working Group”. */
function ofName(scan: NameScan, last: number): number | undefined {
  let next = last;
  while (
    next < scan.last &&
    next - last < 5 &&
    scan.gap(next - 1) !== 'break' &&
    scan.gap(next - 1) !== 'comma'
  ) {
    if (scan.isCapital(next)) break;
    const isHead =
      next > last && scan.cues.heads.at(scan.words, next, scan.last)?.value === 'project';
    if (!isOf(scan, next) && !isHead) return undefined;
    next++;
  }
  if (
    next === last ||
    next >= scan.last ||
    !scan.isCapital(next) ||
    scan.gap(next - 1) === 'break' ||
    scan.gap(next - 1) === 'comma'
  )
    return undefined;
  if (scan.isPlace(next) && !scan.isPlace(next + 1)) return undefined;
  const [segment] = segmentsOf(scan, runFrom(scan, next));
  if (!segment || segment.first !== next) return undefined;
  const after =
    scan.cues.language === 'en' && scan.gap(segment.last - 1) === 'space'
      ? scan.cues.heads.at(scan.words, segment.last, scan.last)
      : undefined;
  return after?.value === 'project' ? segment.last + after.length : segment.last;
}

/** “every annual meeting”, “two conferences”; “a follow-up meeting” and “its final seminar”, too, unless the day follows. */
function isGeneral(scan: NameScan, first: number, last: number): boolean {
  const before = scan.key(first - 1);
  if (before === 'a' && scan.cues.language === 'en') return !isDated(scan, last);
  if (scan.gap(first - 1) !== 'space') return false;
  if (/^(?:every|each|any|no|several|chaque|toute|cada|ogni|qualunque|κάθε|καθε|كل)$/.test(before))
    return true;
  return (
    /^(?:un|une|una|um|uma|an|ενα|μια|its|their|our|su|sus|sa|son|ses|leur|leurs|notre|sua|suo|loro|nostra|seu|seva|nuestra)$/.test(
      before,
    ) && !isDated(scan, last)
  );
}

/** Whether a year follows in the same sentence: what is said to have one took or takes place once. */
function isDated({ block, words }: NameScan, last: number): boolean {
  const end = sentenceAt(block.sentences, words[last - 1]?.start ?? block.start)?.end ?? block.end;
  return words
    .slice(last, last + datedReach)
    .some(({ key, end: until }) => until <= end && /^(?:19|20)\d\d$/.test(key));
}

/** So many words after an event may give its day. */
const datedReach = 16;

function named(
  scan: NameScan,
  first: number,
  last: number,
  head: number,
  kind: HeadKind,
  rule: 'authority' | 'event-phrase',
): NameMention | undefined {
  const start = scan.words[first]?.start;
  const end = scan.words[last - 1]?.end;
  if (start === undefined || end === undefined) return undefined;
  const named = kind === 'event' ? 'event' : 'organisation';
  return {
    start,
    end,
    first,
    last,
    kind,
    rule,
    head: scan.key(head),
    votes: [{ kind: named, weight: 3, rule }],
  };
}
