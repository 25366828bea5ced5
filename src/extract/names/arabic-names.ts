import { isMereArea } from './mere-area.ts';
import { kindOf } from './name-kinds.ts';
import type { NameMention } from './name-mention.ts';
import type { NameScan } from './name-scan.ts';
import { soughtForms } from '../text/word-forms.ts';
import { votesAround } from './context.ts';

/** A word with the article, alone or after “and”, “for”, “with”. */
const defined = /^(?:[وفبك]?ال|[وف]?لل)[\u0621-\u064a]{2}/;

/** After the head at most so many words without article: “جمعية نساء …”. */
const longestBare = 3;

/** Names in Arabic, which has no capitals: a head word, what it is of, and the defined words that follow. */
export function findArabic(scan: NameScan): NameMention[] {
  const found: NameMention[] = [];
  for (let at = scan.first; at < scan.last; at++) {
    // A noun that ends in alif is undefined: “a centre”.
    if (scan.words[at]?.shape !== 'caseless' || scan.isTaken(at) || scan.key(at).endsWith('ا'))
      continue;
    const head = scan.cues.heads.at(scan.words, at, scan.last);
    if (!head || isSeat(scan, at, head)) continue;
    const kind = head.value;
    const plain = pastSeat(scan, at, nameEnd(scan, at, at + head.length, kind === 'authority'));
    const last = beforeShort(scan, plain);
    const isWhole = head.length > 2;
    const isNamed = last > at + head.length || isWhole || (head.length > 1 && kind === 'event');
    const named = kindOf(kind);
    const start = arabicStart(scan, at);
    const end = scan.words[last - 1]?.end;
    if (
      isNamed &&
      end !== undefined &&
      (isWhole || hasShort(scan, last) || isDistinct(scan, at, at + head.length, last, kind))
    ) {
      const rule = kind === 'authority' ? 'authority' : kind === 'event' ? 'event-phrase' : 'head';
      const own = named ? [{ kind: named, weight: 3, rule } as const] : [];
      // “a project that bears the name «…»”: what follows is the name.
      if (bearsName.test(scan.key(last - 1))) continue;
      const around = votesAround(scan, at, last, true).filter((vote) => vote.rule !== 'apposition');
      if (kind === 'authority' && isMereArea(scan, at, last, around)) continue;
      const votes = [...own, ...around];
      found.push({ start, end, first: at, last, kind, rule, head: bareHead(scan.key(at)), votes });
      at = last - 1;
    } else at += head.length - 1;
  }
  return found;
}

const bearsName = /^(?:اسم|عنوان|شعار|تسميه)$/;

/** Whether a bracket with Latin capitals follows: what is abbreviated is a name. */
function hasShort(scan: NameScan, last: number): boolean {
  const between = scan.passage.shadow.slice(scan.words[last - 1]?.end, scan.words[last]?.start);
  return between === ' (' && scan.words[last]?.shape === 'upper' && scan.key(last).length > 2;
}

/** “التعاونية النسائية تيفاوين (CFT)”: past one word without article, which only the bracket shows to be of the name. */
function beforeShort(scan: NameScan, last: number): number {
  const isWord = scan.words[last]?.shape === 'caseless' && scan.gap(last - 1) === 'space';
  const goesOn = isWord && last + 1 < scan.last && hasShort(scan, last + 1);
  return goesOn && !isEnd(scan, last) && !scan.isTaken(last) ? last + 1 : last;
}

function bareHead(key: string): string {
  return soughtForms(key).at(-1) ?? key;
}

/** “مقر المؤسسة التعاونية”: whose seat or hall it is, is a name, and the seat is none of it. */
function isSeat(
  scan: NameScan,
  at: number,
  head: { readonly value: string; readonly length: number },
): boolean {
  if (head.value !== 'none' || head.length > 1 || scan.gap(at) !== 'space') return false;
  if (!defined.test(scan.key(at + 1))) return false;
  const owner = scan.cues.heads.at(scan.words, at + 1, scan.last)?.value;
  return owner === 'organisation' || owner === 'authority';
}

/** The first of at least two defined words before a place, which no head begins: `الإغاثة الزراعية الفلسطينية`. */
export function definedBefore(scan: NameScan, end: number): number | undefined {
  let first = end;
  while (
    first > scan.first &&
    end - first < longestDefined &&
    (first === end || scan.gap(first - 1) === 'space') &&
    /^و?ال[\u0621-\u064a]{3}/.test(scan.key(first - 1)) &&
    !scan.isTaken(first - 1) &&
    !scan.cues.ends.has(scan.key(first - 1)) &&
    !scan.cues.honorifics.has(scan.key(first - 1))
  )
    first--;
  return end - first >= 2 ? first : undefined;
}

const longestDefined = 7;

/** Without the particles that are joined before the head; its article stays. */
export function arabicStart(scan: NameScan, at: number): number {
  const word = scan.words[at];
  if (!word) return 0;
  const isHead = (key: string) =>
    scan.cues.heads.at([{ ...word, key }], 0, 1) !== undefined && soughtForms(key).length === 1;
  if (/^[وفبك]ال/.test(word.key)) return word.start + 1;
  if (/^[وفبل]/.test(word.key) && !isHead(word.key) && isHead(word.key.slice(1)))
    return word.start + 1;
  return word.start;
}

/** “الجامعة الأميركية في بيروت”: where it sits tells which one it is. */
function pastSeat(scan: NameScan, at: number, last: number): number {
  const isDefined = defined.test(scan.key(at));
  return isDefined &&
    last - at === 2 &&
    scan.key(last) === 'في' &&
    scan.gap(last - 1) === 'space' &&
    scan.gap(last) === 'space' &&
    last + 1 < scan.last &&
    scan.isPlace(last + 1)
    ? last + 2
    : last;
}

function nameEnd(scan: NameScan, at: number, from: number, isAuthority: boolean): number {
  const isDefined = defined.test(scan.key(at)) || scan.key(at).startsWith('لل');
  let bare = 0;
  let hasDefined = isDefined;
  let end = from;
  for (let next = from; next < scan.last && next - at < 14; next++) {
    const gap = scan.gap(next - 1);
    const word = scan.words[next];
    if (gap !== 'space' || !word || scan.isTaken(next)) break;
    if (word.shape !== 'caseless') {
      if (
        (word.shape === 'upper' || word.shape === 'mixed' || word.shape === 'capital') &&
        next === from
      ) {
        while (
          next < scan.last &&
          scan.isCapital(next) &&
          (next === from || scan.gap(next - 1) === 'space')
        )
          next++;
        return next;
      }
      break;
    }
    const key = word.key;
    if (key === 'من' && scan.key(next + 1) === 'اجل') {
      next++;
      hasDefined = false;
      bare = 1;
      continue;
    }
    if (isEnd(scan, next)) break;
    if (isDefined && next === from && isBody(scan, next)) break;
    if (defined.test(key)) {
      hasDefined = true;
      end = next + 1;
      continue;
    }
    if (scan.isPlace(next)) {
      end = next + 1;
      if (!scan.isPlace(next + 1) && !scan.key(next + 1).startsWith('لل')) break;
      continue;
    }
    if (hasDefined || (isDefined && bare === 0)) {
      if (
        /^و[\u0621-\u064a]{4}/.test(key) &&
        !isDefined &&
        defined.test(scan.key(next + 1)) &&
        !scan.cues.heads.at(scan.words, next, scan.last)
      )
        continue;
      if (
        /^[لب][\u0621-\u064a]{3}/.test(key) &&
        (scan.isPlace(next) || (isAuthority && key.startsWith('ل')))
      )
        end = next + 1;
      // “… التعاونية لتسويق منتجات المرأة”: what it is for.
      if (isPurpose(scan, next)) {
        hasDefined = false;
        bare = 1;
        continue;
      }
      break;
    }
    // “a cooperative and an enterprise”
    if (next === from && /^و[\u0621-\u064a]{4}/.test(key)) break;
    bare++;
    if (bare > longestBare) break;
    end = next + 1;
  }
  return end;
}

/** “For” with a noun of doing, then what is done it to. */
function isPurpose(scan: NameScan, at: number): boolean {
  return (
    /^ل(?:ت[\u0621-\u064a]{3,5}|[اإ][\u0621-\u064a]{4,6}|دعم|حمايه|رعايه|ترقيه|تنميه|نشر|خدمه)$/.test(
      scan.key(at),
    ) &&
    scan.gap(at) === 'space' &&
    scan.words[at + 1]?.shape === 'caseless' &&
    !isEnd(scan, at + 1) &&
    (defined.test(scan.key(at + 1)) || defined.test(scan.key(at + 2)))
  );
}

/** “نظمت الندوة الشبكة …”: after a defined noun a defined body is another name; “التعاونية” may be an adjective. */
function isBody(scan: NameScan, at: number): boolean {
  const key = scan.key(at);
  if (!key.startsWith('ال') || key.endsWith('يه')) return false;
  return scan.cues.heads.at(scan.words, at, scan.last)?.value === 'organisation';
}

function isEnd(scan: NameScan, at: number): boolean {
  const key = scan.key(at);
  if (scan.cues.ends.has(key) || scan.cues.verbs.at(scan.words, at, scan.last)) return true;
  const bare = key.replace(/^[وف]/, '');
  if (
    bare !== key &&
    (scan.cues.ends.has(bare) ||
      (!defined.test(key) && scan.cues.verbs.at([{ ...scan.words[at]!, key: bare }], 0, 1)))
  )
    return true;
  const head = scan.cues.heads.at(scan.words, at, scan.last);
  // “and the University of …” begins another name; “federation of cooperatives of the region …” goes on.
  return scan.cues.honorifics.has(key) || (head !== undefined && key.startsWith('و'));
}

/** Something in it says which one it is: a defined word after an undefined head, a place, a word that is no adjective. */
function isDistinct(scan: NameScan, at: number, from: number, last: number, kind: string): boolean {
  const isDefined = defined.test(scan.key(at)) || scan.key(at).startsWith('لل');
  let distinct = 0;
  let places = 0;
  for (let index = from; index < last; index++) {
    const key = scan.key(index);
    if (scan.isPlace(index)) places++;
    else if (!scan.cues.plain.has(key) && !/(?:يه|ات)$/.test(key)) distinct++;
    else if (defined.test(key) && !isDefined) distinct += 0.5;
  }
  if (kind === 'event') return last > from || from > at + 1;
  if (!isDefined && scan.cues.plain.has(scan.key(from)) && !defined.test(scan.key(from)))
    return false;
  if ((kind === 'project' || kind === 'programme') && isDefined) return scan.isCapital(last - 1);
  if (isDefined && last - from === 1 && kind === 'organisation' && /^ال.*يه$/.test(scan.key(from)))
    return false;
  if (isDefined && last - from === 1)
    return distinct + places > 0 && !scan.cues.plain.has(scan.key(from));
  return distinct + places > 0 || last - from >= 2;
}
