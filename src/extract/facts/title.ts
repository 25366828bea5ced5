import type { Document, TextSpan } from '../../core/document.ts';
import { letterOf } from '../text/letter.ts';
import type { Mention } from '../text/mention.ts';
import type { Passage, PassageBlock } from '../text/passage.ts';
import { hasTitleCue } from './subject-words.ts';
import { byLine, isFurniture, isPart, isRunning, isTitleLine, longest } from './title-lines.ts';
import { firstAt, spansIn } from '../text/spans.ts';
import { tidy } from '../text/balance.ts';
import type { Labelled } from '../roles/sheet.ts';
import { trim } from '../roles/sheet.ts';
import { ownTitle, ownWords } from './own-title.ts';

/** The title of a document, with its place where it stands in the text. */
export interface FoundTitle {
  readonly text: string;
  readonly span?: TextSpan;
  readonly rule: 'metadata' | 'label' | 'heading' | 'line' | 'entity' | 'sentence';
}

/** Titles that programs write for want of one. */
const noTitle =
  /^(?:microsoft word|untitled|document\d*|sans titre|sin título|senza titolo|home|\S+\.(?:docx?|pdf|odt|html?))/iu;

/** Metadata, a labelled title, the heading or line at the head that looks most like one, or nothing. */
export function titleOf(
  document: Document,
  passage: Passage,
  sheet: readonly Labelled[],
  mentions: readonly Mention[],
  places: readonly TextSpan[],
): FoundTitle | undefined {
  const stated = document.metadata.title?.trim();
  if (
    stated !== undefined &&
    stated.length > 3 &&
    stated.length <= longest &&
    !noTitle.test(stated)
  ) {
    const own = ownWords(stated);
    const start = document.text.indexOf(own);
    return {
      text: own,
      rule: 'metadata',
      ...(start < 0 ? {} : { span: { start, end: start + own.length } }),
    };
  }
  const labelled =
    sheet.find(({ field, sort }) => field === 'subject' && sort === 'line') ??
    sheet.find(({ field, sort }) => field === 'title' && sort === 'line');
  if (labelled?.values[0])
    return titled(passage, unquoted(passage.text, labelled.values[0]), 'label');
  const labels = new Set(sheet.map(({ block }) => block));
  const firstLabel = Math.min(
    ...sheet.filter(({ field }) => ofSheets.has(field)).map(({ block }) => block),
    16,
  );
  const { labelled: addressed } = letterOf(passage);
  const lines = passage.blocks
    .slice(0, Math.max(firstLabel, 1))
    .filter((line, at) => !labels.has(at) && spansIn(addressed, line).length === 0);
  // Below the first prose there are only headings of parts.
  const prose = lines.findIndex(
    (line) =>
      line.end - line.start > 200 ||
      line.sentences.length > 1 ||
      (line.end - line.start > 90 &&
        /[.!?]$/.test(passage.text.slice(line.start, line.end).trim())),
  );
  const top = lines.slice(0, prose < 0 ? lines.length : Math.max(prose, 1));
  const [best] = top
    .filter((line) => isTitleLine(passage, line))
    .map((line, at): Scored => ({
      line,
      score: scoreOf(passage, line, at, mentions, places, firstLabel < 16),
    }))
    .map(({ line, score }, at, all) => ({
      line,
      score: score + besides(passage, line, mentions, all[at - 1]),
    }))
    .toSorted((a, b) => b.score - a.score);
  // “ANNEX B – Partners” above “Project: «Salt and Bread» · No. 7”
  const named = sheet.find(({ field, sort }) => field === 'project' && sort === 'line')?.values[0];
  const isNamedFirst = named !== undefined && (!best || best.line.start > named.start);
  if (named && (isNamedFirst || !best || isPart(passage, best.line)))
    return titled(passage, quotedFirst(passage.text, named), 'label');
  if (!best || best.score < weakest) return runningHead(passage);
  if (best.line === passage.blocks[0]) return runningHead(passage) ?? lineTitle(passage, best.line);
  return lineTitle(passage, best.line);
}

function lineTitle(passage: Passage, line: PassageBlock): FoundTitle {
  return titled(passage, trim(passage.text, line), line.kind === 'heading' ? 'heading' : 'line');
}

/** “Union of Millers      Annual Report 2022 | 17”: the part of a running head that says what is read. */
function runningHead(passage: Passage): FoundTitle | undefined {
  const { text, blocks } = passage;
  const [head] = blocks;
  if (!head || head.zone === 'navigation' || head.end - head.start > 2 * longest) return undefined;
  const parts = [...text.slice(head.start, head.end).matchAll(/(?:[^\s|]| (?! |\|))+/g)].map(
    ({ index, 0: part }) => ({
      start: head.start + index,
      end: head.start + index + part.length,
    }),
  );
  const told = parts.length > 1 ? parts.find((part) => hasTitleCue(passage, part)) : undefined;
  return told && titled(passage, trim(text, told), 'line');
}

/** Fields that come after the title. */
const ofSheets = new Set(
  'lead partners associates funders budget grant duration programme acronym start end organisers participants venue'.split(
    ' ',
  ),
);

/** As many words as a headline has at least. */
const headline = 6;

interface Scored {
  readonly line: PassageBlock;
  readonly score: number;
}

/** What stands around a line: a by-line below it makes it the title, a headline above it makes it a second one. */
function besides(
  passage: Passage,
  line: PassageBlock,
  mentions: readonly Mention[],
  before: Scored | undefined,
): number {
  const { blocks, text } = passage;
  const at = firstAt(blocks, line.start);
  const next = blocks[at + 1];
  const isSigned = next !== undefined && byLine.test(text.slice(next.start, next.end).slice(0, 90));
  const isEvent = spansIn(mentions, line).some(
    ({ kind, start, end }) => kind === 'event' && (end - start) * 3 > (line.end - line.start) * 2,
  );
  const isSecond =
    before !== undefined &&
    before.score > 0 &&
    before.line.lastWord - before.line.firstWord >= headline &&
    blocks[at - 1] === before.line &&
    !isEvent;
  if (isQuotedBelow(passage, at)) return 2.6;
  return isSigned ? 1.8 : isSecond ? -2.2 : 0;
}

/** “STUDY DAY” and below it “«Water for all»”: a line in quotation marks below a short one that says what sort of thing it is. */
function isQuotedBelow({ text, blocks }: Passage, at: number): boolean {
  const [above, line] = [blocks[at - 1], blocks[at]];
  if (!above || !line || above.lastWord - above.firstWord >= headline) return false;
  return wholeQuote.test(trimmed(text, line)) && /[\p{L}\d]$/u.test(trimmed(text, above));
}

const wholeQuote = /^["“«][^"“”«»]{12,}["”»]$/;

function trimmed(text: string, { start, end }: TextSpan): string {
  return text.slice(start, end).trim();
}

/** A line that scores less is no title. */
const weakest = -2;

/** How much a line looks like the title: early, a heading, with the name of a project or event, and neither furniture nor a letterhead. */
function scoreOf(
  passage: Passage,
  line: PassageBlock,
  at: number,
  mentions: readonly Mention[],
  places: readonly TextSpan[],
  isSheet: boolean,
): number {
  const text = passage.text.slice(line.start, line.end).trim();
  const inside = spansIn(mentions, line);
  const isOnlyName = inside.some(
    ({ kind, start, end }) => kind === 'organisation' && end - start > (text.length * 2) / 3,
  );
  const names = inside.some(
    ({ kind, start }) =>
      kind === 'project' ||
      kind === 'event' ||
      kind === 'practice' ||
      (kind === 'programme' && isCalledProgramme(passage.text.slice(line.start, start))),
  );
  const isShouted = text === text.toUpperCase() && text !== text.toLowerCase();
  let score = -at * 0.3;
  if (line.kind === 'heading') score += 0.7;
  // A whole line in quotation marks is what somebody said: the headline of an interview.
  if (/^["“«].{12,}["”»]$/.test(text)) score += 0.9;
  if (!names && hasTitleCue(passage, line)) score += 0.9;
  if (names) score += 2;
  else if (inside.length > 0 && !isOnlyName) score += 0.7;
  if (isOnlyName) score -= 1.2;
  if (line.lastWord - line.firstWord >= 5) score += 0.6;
  if (
    isShouted &&
    (inside.length > 0 ||
      places.some(({ start, end }) => start >= line.start && end <= line.end)) &&
    !names
  )
    score -= 1;
  if (
    places.some(
      ({ start, end }) => start >= line.start && end <= line.end && (end - start) * 2 > text.length,
    )
  )
    score -= 2;
  // A sheet often begins with the short name of its project.
  if (
    isShouted &&
    at === 0 &&
    (inside.length === 0 || isSheet) &&
    line.lastWord - line.firstWord <= 6
  )
    score += isSheet ? 2.5 : 0.8;
  if (isFurniture(passage, line)) score -= 4;
  if (isPart(passage, line)) score -= 3;
  if (isRunning(passage, line)) score -= 3;
  // “INQUIRY”, “NEWS”: the heading of a column.
  if (isShouted && !isSheet && inside.length === 0 && line.lastWord - line.firstWord === 1)
    score -= 2;
  return score;
}

/** “Programme «Roots»”: what the line begins with says that it names the programme that the text is about. */
function isCalledProgramme(before: string): boolean {
  return /^\s*(?:the |le |el |il |lo |o |το )?(?:programm?[ae]?|πρόγραμμα|برنامج)\s*["“«]\s*$/iu.test(
    before,
  );
}

function titled({ text }: Passage, span: TextSpan, rule: FoundTitle['rule']): FoundTitle {
  const own = ownTitle(text, span);
  return { text: tidy(text.slice(own.start, own.end)), span: own, rule };
}

/** Of a value that begins with a quotation, what is quoted. */
function quotedFirst(text: string, span: TextSpan): TextSpan {
  const { start, end } = trim(text, span);
  const quoted = /^["“«]\s?([^"”»]{3,120}?)\s?["”»]/.exec(text.slice(start, end))?.[1];
  if (quoted === undefined) return unquoted(text, span);
  const from = text.indexOf(quoted, start);
  return { start: from, end: from + quoted.length };
}

/** A place without the quotation marks around it. */
function unquoted(text: string, span: TextSpan): TextSpan {
  const { start, end } = trim(text, span);
  return /["“«‘']/.test(text[start] ?? '') && /["”»’']/.test(text[end - 1] ?? '')
    ? { start: start + 1, end: end - 1 }
    : { start, end };
}
