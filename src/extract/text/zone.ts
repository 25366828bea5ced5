import type { TextSpan } from '../../core/document.ts';
import { firstAt } from './spans.ts';
import { cueWords } from './cues.ts';
import { datesWithRoles } from '../dates/date-roles.ts';
import { findDates } from '../dates/dates.ts';
import type { Passage, PassageBlock, Zone } from './passage.ts';
import type { Phrases } from './phrases.ts';
import type { Piece } from './pieces.ts';
import { firstFrom, piecesOf } from './pieces.ts';

/** So many blocks from the top may be a letterhead or date line, and from the bottom a menu. */
const edge = 12;

/** Blocks of so many words and more are told to be repeated. */
const repeatable = 6;

const longestLetterhead = 60;
const longestDateline = 8;

/** In UTF-16 code units: what is longer is a sentence, and no line of an address. */
const longestLine = 160;

/** The passage with the zone of every block; those that it came with are not looked at. */
export function withZones(passage: Passage): Passage {
  const seen = new Set<string>();
  const dated = datedWords(passage);
  let isTop = true;
  const blocks = passage.blocks.map((block, index): PassageBlock => {
    const words = passage.words.slice(block.firstWord, block.lastWord);
    const key = words.map((word) => word.key).join(' ');
    const isRepeated = words.length >= repeatable && seen.has(key);
    seen.add(key);
    if (words.length > longestLetterhead) isTop = false;
    const isEdge = index < edge || index >= passage.blocks.length - edge;
    let zone: Zone = 'body';
    if (isRepeated) zone = isNavigation(passage, block) ? 'navigation' : 'repeated';
    else if (isEdge && isDateline(words.length, dated.get(block) ?? 0)) zone = 'dateline';
    else if (isTop && index < edge && isLetterhead(passage, block)) zone = 'letterhead';
    else if (isNavigation(passage, block)) zone = 'navigation';
    return { ...block, zone };
  });
  return { ...passage, blocks };
}

/** Of each short block at the edges: how many of its words belong to a day. */
function datedWords(passage: Passage): ReadonlyMap<PassageBlock, number> {
  const short = passage.blocks.filter(
    (block, index) =>
      (index < edge || index >= passage.blocks.length - edge) &&
      block.lastWord - block.firstWord <= 3 * longestDateline,
  );
  const reading = { ...passage, blocks: short };
  const days = datesWithRoles(reading, findDates(reading)).filter(
    ({ precision, kind, value, role }) =>
      precision === 'day' &&
      kind === 'moment' &&
      !value.startsWith('X') &&
      (role === 'published' || role === 'other'),
  );
  const counts = new Map<PassageBlock, number>();
  for (const block of short) {
    const inside = passage.words
      .slice(block.firstWord, block.lastWord)
      .filter((word) => days.some((day) => word.start >= day.start && word.end <= day.end));
    counts.set(block, inside.length);
  }
  return counts;
}

function isDateline(words: number, dated: number): boolean {
  return dated > 0 && words - dated <= longestDateline - 3;
}

function isLetterhead(passage: Passage, block: PassageBlock): boolean {
  const { address, phone, email, street } = cues();
  const text = passage.shadow.slice(block.start, block.end);
  const pieces = piecesIn(passage, block);
  if (pieces.length > 2 * longestLetterhead) return false;
  let signs = 0;
  if (/[\w.-]{1,40}@[\w-]{1,40}\.\w/.test(text)) signs += 2;
  if (/(?:\+|\b00)\d{1,3}[ .(-]{1,2}\d/.test(text)) signs += 2;
  if (labelled(phone, pieces)) signs += 2;
  if (labelled(email, pieces)) signs += 1;
  if (labelled(address, pieces)) signs += 2;
  if (
    /\b(?:[a-z]{1,2}-)?(?!(?:19|20)\d\d\b)\d{4,5}(?: [a-z]{2})?,? [a-z\u0370-\u03ff]{3}|\b\d{3} \d{2} [a-z\u0370-\u03ff]{3}/.test(
      text,
    )
  )
    signs += 1;
  if (pieces.some((_, index) => street.at(pieces, index)) && /\d/.test(text)) signs += 1;
  if (/(?:https?:\/\/|www\.)/.test(text)) signs += 1;
  return signs >= 2 && block.sentences.every(({ start, end }) => end - start < longestLine);
}

/** Whether such a label stands before a colon, a number or an address. */
function labelled(label: Phrases<true>, pieces: readonly Piece[]): boolean {
  return pieces.some((piece, index) => {
    const found = label.at(pieces, index);
    const next = found && pieces[found.next];
    return (
      next !== undefined &&
      next.sentence === piece.sentence &&
      (/[:+(]/.test(next.gap) || (next.digits && /^[ .]*$/.test(next.gap)))
    );
  });
}

function isNavigation(passage: Passage, block: PassageBlock): boolean {
  const pieces = piecesIn(passage, block);
  if (pieces.length === 0 || pieces.length > 40) return false;
  const { languages, menu, residue } = cues();
  if (!isOfTable(passage, block) && covered(residue, pieces, 1)) return true;
  if (isBar(passage, block) || leadsElsewhere(pieces) || opensInBrowser(pieces)) return true;
  if (block.kind === 'row') return false;
  if (covered(languages, pieces, 2)) return true;
  return block.kind !== 'heading' && covered(menu, pieces, block.kind === 'item' ? 1 : 2);
}

/** “Read also: …”: titles of other pages. */
function leadsElsewhere(pieces: readonly Piece[]): boolean {
  const found = cues().links.at(pieces, 0);
  // A mark on the last letter of an Arabic word stands in the gap.
  return found !== undefined && /^[\p{M} ]{0,2}:/u.test(pieces[found.next]?.gap ?? '');
}

/** “Trouble reading this? View it in your browser”: what mail says of itself. */
function opensInBrowser(pieces: readonly Piece[]): boolean {
  const { browser, viewing } = cues();
  if (pieces.length > longestOfMail) return false;
  const has = (phrases: Phrases<true>) => pieces.some((_, index) => phrases.at(pieces, index));
  return has(browser) && has(viewing);
}

/** Such a line has no more words. */
const longestOfMail = 24;

/** A part of a bar has no more words. */
const longestPart = 4;

/** “Print | Export to a table | Back to the list”: short parts between signs, one of which only a page has; no row of a table. */
function isBar(passage: Passage, block: PassageBlock): boolean {
  const line = passage.text.slice(block.start, block.end);
  if (line.length > longestLine || line.includes('\n') || isOfTable(passage, block)) return false;
  const parts: TextSpan[] = [];
  for (const part of line.matchAll(/[^|·•›»/\t:]+/g))
    if (/[\p{L}\p{N}]/u.test(part[0]))
      parts.push({
        start: block.start + part.index,
        end: block.start + part.index + part[0].length,
      });
  if (parts.length < 2) return false;
  const { residue, menu, languages } = cues();
  const isWhole = (part: TextSpan, phrases: Phrases<true>) => {
    const pieces = piecesIn(passage, part);
    const found = phrases.at(pieces, 0);
    return found !== undefined && pieces.length - found.next <= 1;
  };
  if (parts.some((part) => piecesIn(passage, part).length > longestPart)) return false;
  if (parts.some((part) => isWhole(part, residue))) return true;
  // The last part of a breadcrumb may say what the text is about.
  const least = /[›»/]/.test(line) ? parts.length : Math.max(2, parts.length / 2);
  const told = parts.filter((part) => isWhole(part, menu)).length;
  // “Home | Members | CA · ES”: languages count where the bar has another word of a menu.
  const spoken = parts.filter((part) => isWhole(part, languages)).length;
  return told > 0 && told + spoken >= least;
}

/** A row beside another one that leads nowhere else. */
function isOfTable(passage: Passage, block: PassageBlock): boolean {
  if (block.kind !== 'row') return false;
  const at = firstAt(passage.blocks, block.start);
  return [passage.blocks[at - 1], passage.blocks[at + 1]].some(
    (beside) => beside?.kind === 'row' && !leadsElsewhere(piecesIn(passage, beside)),
  );
}

/** Whether at least so many of the phrases stand there, and hardly anything else. */
function covered(phrases: Phrases<true>, pieces: readonly Piece[], least: number): boolean {
  let [count, inside] = [0, 0];
  for (let index = 0; index < pieces.length;) {
    const found = phrases.at(pieces, index);
    if (found) {
      count++;
      inside += found.next - index;
    }
    index = found?.next ?? index + 1;
  }
  return count >= least && inside >= pieces.length * 0.8;
}

function piecesIn(passage: Passage, block: TextSpan): readonly Piece[] {
  const pieces = piecesOf(passage);
  return pieces.slice(firstFrom(pieces, block.start), firstFrom(pieces, block.end));
}

interface Cues {
  readonly address: Phrases<true>;
  readonly phone: Phrases<true>;
  readonly email: Phrases<true>;
  readonly street: Phrases<true>;
  readonly languages: Phrases<true>;
  readonly menu: Phrases<true>;
  readonly residue: Phrases<true>;
  readonly links: Phrases<true>;
  readonly browser: Phrases<true>;
  readonly viewing: Phrases<true>;
}

let made: Cues | undefined;

function cues(): Cues {
  const of = (key: string) => cueWords('zones', key);
  return (made ??= {
    address: of('address'),
    phone: of('phone'),
    email: of('email'),
    street: of('street'),
    languages: of('languages'),
    menu: of('menu'),
    residue: of('residue'),
    links: of('links'),
    browser: of('browser'),
    viewing: of('viewing'),
  });
}
