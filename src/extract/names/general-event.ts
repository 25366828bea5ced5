import type { NameMention } from './name-mention.ts';
import type { NameScan } from './name-scan.ts';
import type { PassageBlock } from '../text/passage.ts';
import { firstAt, spansIn } from '../text/spans.ts';
import { withoutNumber } from './name-cells.ts';

/** Whether words say no more of an event than what sort it is: “round table”, “Closing session”, “Congress 2025”. */
export function isGeneral(scan: NameScan, first: number, last: number): boolean {
  const { heads, qualifiers, plain, connectors, articles, and } = scan.cues;
  let hasHead = false;
  for (let at = first; at < last;) {
    const head = heads.at(scan.words, at, last);
    const found = head ?? qualifiers.at(scan.words, at, last);
    hasHead ||= head !== undefined;
    if (found) {
      at += found.length;
      continue;
    }
    const key = scan.key(at);
    const isSmall = connectors.has(key) || articles.has(key) || and.has(key) || plain.has(key);
    const isName = scan.words[at]?.shape === 'caseless' || (scan.isCapital(at) && at > first);
    if (!isSmall && (isName || scan.isPlace(at))) return false;
    at++;
  }
  return hasHead;
}

/** The names of a block without what is no event of its own: a session of a programme, what takes place every year, a fairground. */
export function withoutSessions(scan: NameScan, names: readonly NameMention[]): NameMention[] {
  return names.filter((name) => {
    if (name.kind !== 'event') return true;
    if (isHeldAt(scan, name)) return false;
    const hour = hourBefore(scan, name);
    if (hour !== undefined && name.first - hour <= mostAfterHour) return false;
    if (!isGeneral(scan, name.first, name.last)) return true;
    return hour === undefined && !recurs(scan, name);
  });
}

/** So many words may stand between the hour and the name of a session: “10.00 Round table «Salt»”. */
const mostAfterHour = 3;

/** No line of a programme has its hour farther from what it is the hour of, in code units. */
const lineStart = 80;

const hour =
  /^[^\p{L}\p{N}]{0,4}(?:(?:ore|h|at|à|a las|a les|às|alle|στις|ώρα|الساعة|على الساعة)\s)?\d{1,2}(?:\s?[.:h]\s?\d{2}(?!\d)|\s?h\b)(?:\s?[-–—/]\s?\d{1,2}\s?[.:h]\s?\d{2})?/iu;

/** The first word after the hour that a line begins with. */
function hourBefore({ passage, block, words }: NameScan, name: NameMention): number | undefined {
  const from = Math.max(block.start, name.start - lineStart);
  const before = passage.text.slice(from, name.start);
  const line = before.lastIndexOf('\n') + 1;
  if (line === 0 && from > block.start) return undefined;
  const found = hour.exec(before.slice(line));
  return found ? firstAt(words, from + line + found[0].length) : undefined;
}

/** “The general assembly meets every year in March.” */
function recurs({ block, cues, words }: NameScan, { start, first, last }: NameMention): boolean {
  const sentence = block.sentences[firstAt(block.sentences, start + 1) - 1] ?? block;
  const isInside = (at: number) =>
    (words[at]?.start ?? -1) >= sentence.start && (words[at]?.end ?? Infinity) <= sentence.end;
  let isSaid = false;
  for (let at = first - 1; at >= first - recurringReach && isInside(at); at--)
    isSaid ||= cues.recurring.at(words, at, first) !== undefined;
  for (let at = last; at < last + recurringReach && isInside(at); at++)
    isSaid ||= cues.recurring.at(words, at, block.lastWord) !== undefined;
  // “… every year. The last one was on 7 June 2024”: this one has a day.
  const after = words.slice(last, Math.min(last + datedReach, block.lastWord));
  return isSaid && !after.some(({ shape }) => shape === 'number');
}

/** So many words around an event may say that it recurs, and so many after it give the day of one. */
const recurringReach = 8;
const datedReach = 30;

/** “presso la Fiera del Levante”, “in Bari (Fiera del Levante, 3 December)”: a place named after what takes place there. */
function isHeldAt(scan: NameScan, { start, first }: NameMention): boolean {
  const { cues, words, first: begin } = scan;
  if (
    scan.isPlace(first - 1) &&
    /^ \($/.test(scan.passage.shadow.slice(words[first - 1]?.end, start))
  )
    return true;
  let at = first;
  while (at > begin && cues.articles.has(words[at - 1]?.key ?? '')) at--;
  for (let from = at - 1; from >= Math.max(begin, at - 4); from--) {
    const found = cues.venues.at(words, from, at);
    if (found && from + found.length === at) return true;
  }
  return false;
}

/** Mentions without the headings that only say what sort of event the next paragraph names: “4. Congress 2025”. */
export function withoutEventHeadings(
  mentions: readonly NameMention[],
  scans: ReadonlyMap<PassageBlock, NameScan>,
): NameMention[] {
  const events = mentions
    .filter(({ kind }) => kind === 'event')
    .toSorted((a, b) => a.start - b.start);
  const blocks = [...scans.keys()];
  const headings = new Set<NameMention>();
  for (const [at, block] of blocks.entries()) {
    const scan = scans.get(block);
    const next = blocks[at + 1];
    if (!scan || !next || (block.kind !== 'heading' && block.kind !== 'item')) continue;
    const [only, ...others] = spansIn(events, block);
    if (!only || others.length > 0 || !isGeneral(scan, only.first, only.last)) continue;
    const line = withoutNumber(scan);
    const isAlone = only.start - line.start <= 1 && line.end - only.end <= 1;
    const isProse = next.kind === 'paragraph' && next.end - next.start > line.end - line.start;
    if (isAlone && isProse && spansIn(events, next).some((each) => isNamed(scans.get(next), each)))
      headings.add(only);
  }
  return mentions.filter((mention) => !headings.has(mention));
}

function isNamed(scan: NameScan | undefined, { first, last }: NameMention): boolean {
  return scan !== undefined && !isGeneral(scan, first, last);
}
