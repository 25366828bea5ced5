import { textsOf } from '../../core/node.ts';
import { cueNode } from '../text/cues.ts';
import { isMasthead } from '../text/masthead.ts';
import type { PassageBlock } from '../text/passage.ts';
import type { PhraseBook } from '../text/phrase-book.ts';
import { phraseBook } from '../text/phrase-book.ts';
import { isGeneral } from './general-event.ts';
import { withoutNumber } from './name-cells.ts';
import type { NameMention } from './name-mention.ts';
import type { NameScan } from './name-scan.ts';
import { firstWordAt } from './name-scan.ts';

/** An invitation stands in the first lines. */
const lowest = 8;

/** As long as the title of an event is at most, in code units, and so many words it has at least and at most. */
const longest = 140;
const fewest = 2;
const most = 20;

/**
 * The title of an event that has no head word of its own: alone on the line below “… invites you to the seminar” or below
 * “ROUND TABLE”, or above “Talks by the sea – 3rd session”.
 */
export function announcedEvent(
  blocks: readonly PassageBlock[],
  scanOf: (block: PassageBlock) => NameScan,
): NameMention | undefined {
  const [head, below] = blocks;
  if (head && below && below.end - below.start <= longest && isOfSeries(scanOf(below))) {
    const title = titleIn(scanOf(head));
    if (title) return title;
  }
  for (const [at, block] of blocks.slice(0, lowest).entries()) {
    const next = blocks[at + 1];
    if (!next || block.kind === 'row' || block.kind === 'item') continue;
    // “THE WEAVER · No. 12 · Meetings” announces nothing.
    if (isMasthead(scanOf(block).passage.text.slice(block.start, block.end))) continue;
    const scan = scanOf(block);
    const { first, last } = scan;
    // “10.00 Opening ceremony”: what is below is its part of the programme.
    if (scan.words[first]?.shape === 'number' || !endsWithEvent(scan)) continue;
    const isInvitation = invites()(scan.words, first, last).length > 0;
    if (isInvitation || isGeneral(scan, first, last)) {
      const title = titleIn(scanOf(next));
      if (title) return title;
    }
  }
  return undefined;
}

function endsWithEvent(scan: NameScan): boolean {
  for (let at = scan.last - 1; at >= Math.max(scan.first, scan.last - 3); at--) {
    const head = scan.cues.heads.at(scan.words, at, scan.last);
    if (head?.value === 'event' && at + head.length === scan.last) return true;
  }
  return false;
}

/** The line as a name, unless it is a day, a place, a sentence or a name that tells its kind itself. */
function titleIn(scan: NameScan): NameMention | undefined {
  const { block, passage, words } = scan;
  if (block.kind === 'row' || block.kind === 'item' || block.end - block.start > longest)
    return undefined;
  const line = passage.text.slice(block.start, block.end);
  if (/[.;,:]\s*$|:\s|\n|@/.test(line) || /\b(?:19|20)\d{2}\b|^\s*\d/.test(line)) return undefined;
  const { start, end } = unquoted(passage.text, withoutNumber(scan));
  const first = firstWordAt(words, start);
  const last = firstWordAt(words, end);
  if (last - first < fewest || last - first > most) return undefined;
  if (words[first]?.shape === 'lower') return undefined;
  let places = 0;
  for (let at = first; at < last; at++) {
    if (scan.isPlace(at)) places++;
    if (scan.isTaken(at)) return undefined;
    const head = scan.cues.heads.at(words, at, last)?.value;
    const isNamed = head === 'event' && scan.isCapital(at);
    if (isNamed || (at === first && (head === 'organisation' || head === 'authority')))
      return undefined;
  }
  if (places * 2 > last - first) return undefined;
  return {
    start,
    end,
    first,
    last,
    kind: 'event',
    rule: 'label',
    votes: [{ kind: 'event', weight: 4, rule: 'label' }],
  };
}

/** A place without blanks and quotation marks around it. */
function unquoted(text: string, span: { readonly start: number; readonly end: number }) {
  let { start, end } = span;
  while (start < end && /[\s"“«‘']/.test(text[start] ?? '')) start++;
  while (end > start && /[\s"”»’']/.test(text[end - 1] ?? '')) end--;
  return { start, end };
}

/** “Talks by the sea – 3rd session” */
function isOfSeries({ words, first, last }: NameScan): boolean {
  return series()(words, first, last).length > 0;
}

const made = new Map<string, PhraseBook<true>>();

function book(key: string): PhraseBook<true> {
  const found =
    made.get(key) ??
    phraseBook(
      textsOf(cueNode('titles', key))
        .flatMap((line) => line.split(', '))
        .map((each): [string, true] => [each, true]),
    );
  made.set(key, found);
  return found;
}

const invites = () => book('invites');
const series = () => book('series');
