import { textsOf } from '../../core/node.ts';
import { nameCues } from '../names/name-cues.ts';
import { cueNode } from '../text/cues.ts';
import { firstAt } from '../text/spans.ts';
import type { Passage, PassageBlock } from '../text/passage.ts';
import type { PhraseBook } from '../text/phrase-book.ts';
import { phraseBook } from '../text/phrase-book.ts';
import { keysOf } from '../text/pieces.ts';
import { shadow } from '../text/shadow.ts';
import { hasTitleCue } from './subject-words.ts';

/** As long as a title is at most, in code units. */
export const longest = 180;

/** “by Ana Ruiz · 17/9/2023”, “di Ottavia Benincasa”. */
export const byLine =
  /^\s?(?:[Bb]y|[Pp]ar|[Pp]or|[Dd]i|[Dd]e|[Pp]er|[Αα]πό|[Ττ]ου|[Ττ]ης)[ :]\s?\p{Lu}\p{L}+|^\s?(?:بقلم|كتب)/u;

/** So many words has a line at most that only says what sort of paper it is. */
const shortLine = 6;

/** Whether a block may be a title: a line of the text that is no row, no item and no sentence. */
export function isTitleLine({ text }: Passage, block: PassageBlock): boolean {
  if (block.zone !== 'body' || block.kind === 'row' || block.kind === 'item') return false;
  const line = text.slice(block.start, block.end).trim();
  return line.length <= longest && !/[.;,:]$/.test(line) && /\p{L}{2}/u.test(line);
}

/** Lines that stand over titles: breadcrumbs, “Press release”, places and dates, sources, kinds of sheets, capital letterheads. */
export function isFurniture(passage: Passage, block: PassageBlock): boolean {
  const { text, words } = passage;
  const line = text.slice(block.start, block.end).trim();
  if ((isBreadcrumb(line) && !isPaperName(passage, block, line)) || isAddress(line)) return true;
  const isShort = block.lastWord - block.firstWord <= shortLine;
  const keys = words.slice(block.firstWord, block.lastWord).map(({ key }) => key);
  const { over, between } = cues();
  if (
    isShort &&
    keys.some((key) => over.has(key)) &&
    keys.every((key) => key.length < 3 || /^\d+$/.test(key) || over.has(key) || between.has(key))
  )
    return true;
  // “March 2024”, but not “Annual report 2023” and “Forum «Salt» 2024”
  return (
    isShort &&
    /\b(?:19|20)\d{2}\b/.test(line) &&
    !/[«“"]/.test(line) &&
    !hasTitleCue(passage, block)
  );
}

/** Menus and breadcrumbs; a sign that closes a quotation is none of them. */
function isBreadcrumb(line: string): boolean {
  const unquoted = line.replaceAll(/«[^«»]{0,160}»/g, '');
  return (
    /\S {2,40}\S.{1,80} {2,40}\S/.test(line) ||
    /[←→»]|\s\/\s.{1,60}\s\/\s|\s>\s/.test(unquoted) ||
    (/^[[(]|[|>]|\s·\s/.test(line) && !isNumbered(line))
  );
}

/** “THE LOOM · Newsletter of the weavers”: one dot between the name of a periodical and what it is, without a number. */
function isPaperName(passage: Passage, block: PassageBlock, line: string): boolean {
  const parts = line.split(' · ');
  return parts.length === 2 && !/\d|[|>→»]/.test(line) && hasTitleCue(passage, block);
}

function isAddress(line: string): boolean {
  return (
    /\b(?:siège|sede|seu|siret|nif|cif|rna|p\.\s?iva|loi 1901|c\.f\.)\s?:?\s|\s:\s\d{1,4},?\s/iu.test(
      line,
    ) ||
    (/@|https?:|www\.|\d{4,5}\s\p{Lu}|tel\.?\s|^\d/iu.test(line) && !isNumbered(line))
  );
}

/** “4th Forum of …”, “2η Συνάντηση …” */
function isNumbered(line: string): boolean {
  return /^\d{1,2}(?:st|nd|rd|th|[aªºο]|er?|è|η)\s/iu.test(line);
}

/** Whether a line is the heading of a part, such as a foreword, or says only who agreed to the paper. */
export function isPart({ words }: Passage, { firstWord, lastWord }: PassageBlock): boolean {
  const { parts, agreed, annexes } = cues();
  const isFirst = (book: PhraseBook<true>) =>
    book(words, firstWord, lastWord).some(({ first }) => first === firstWord);
  if (isFirst(agreed) || isFirst(annexes)) return true;
  const [part] = parts(words, firstWord, lastWord);
  // “Introduction to beekeeping” is the title of something.
  return part?.first === firstWord && lastWord - part.last <= mostAfterPart;
}

/** So many words may come after the name of a part: “Foreword by the Chair”. */
const mostAfterPart = 5;

/** A line that ends with “in the”, that goes on in the next one, which begins with a small letter, or goes on from the one above. */
export function isRunning({ text, blocks, words }: Passage, line: PassageBlock): boolean {
  const last = words[line.lastWord - 1];
  const { articles, connectors } = nameCues(line.language);
  const isOpen = (key: string) => articles.has(key) || connectors.has(key) || cues().open.has(key);
  if (last?.shape === 'lower' && isOpen(last.key)) return true;
  const at = firstAt(blocks, line.start);
  const goesOn = (from: PassageBlock | undefined, to: PassageBlock | undefined) =>
    from !== undefined &&
    to !== undefined &&
    from.kind === 'paragraph' &&
    to.kind === 'paragraph' &&
    /^\n$/.test(text.slice(from.end, to.start).replaceAll(/[ \t\r]/g, '')) &&
    /^\p{Ll}{1,20}[’'\s]/u.test(text.slice(to.start, to.start + 24)) &&
    !byLine.test(text.slice(to.start, to.start + 90)) &&
    /[\p{L},]\s*$/u.test(text.slice(from.start, from.end));
  return goesOn(line, blocks[at + 1]) || goesOn(blocks[at - 1], line);
}

interface Cues {
  readonly over: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
  readonly parts: PhraseBook<true>;
  readonly agreed: PhraseBook<true>;
  readonly annexes: PhraseBook<true>;
}

let made: Cues | undefined;

function cues(): Cues {
  const listed = (key: string) =>
    textsOf(cueNode('titles', key)).flatMap((line) => line.split(', '));
  const keys = (key: string) => new Set(listed(key).flatMap((each) => keysOf(each, shadow(each))));
  const book = (key: string) =>
    phraseBook(listed(key).map((each): [string, true] => [each.replaceAll('-', ' '), true]));
  return (made ??= {
    over: keys('over'),
    between: keys('between'),
    open: keys('open'),
    parts: book('parts'),
    agreed: book('agreed'),
    annexes: book('annexes'),
  });
}
