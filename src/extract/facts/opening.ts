import type { TextSpan } from '../../core/document.ts';
import { isMasthead } from '../text/masthead.ts';
import type { Passage, PassageBlock } from '../text/passage.ts';

/** So many headings and short lines before the first prose are looked at. */
const mostLines = 6;

/** A line is no longer, in code units; blanks that set the parts of a running head apart count once. */
const longestLine = 90;

/** What stands at the beginning of a text. */
interface Opening {
  /** The title with the headings and short lines before the first prose. */
  readonly lines: readonly TextSpan[];
  /** The first three sentences of prose. */
  readonly sentences: readonly TextSpan[];
  /** “Home › Good practices › …”: the way to a page. */
  readonly crumbs: readonly TextSpan[];
}

/** Lines, sentences and the way to the page at the beginning of a text, without the name of a paper and its number. */
export function openingOf({ text, blocks }: Passage, title: TextSpan | undefined): Opening {
  const lines: TextSpan[] = title ? [title] : [];
  const sentences: TextSpan[] = [];
  let lined = 0;
  for (const block of blocks) {
    if (block.zone === 'navigation' || block.zone === 'letterhead' || block.zone === 'repeated')
      continue;
    if (isLine(text, block)) {
      const isTitle = title && block.start <= title.start && block.end >= title.end;
      const isOther = isTitle || isMasthead(text.slice(block.start, block.end));
      if (sentences.length === 0 && lined++ < mostLines && !isOther) lines.push(block);
    } else sentences.push(...block.sentences.slice(0, 3 - sentences.length));
    if (sentences.length >= 3) break;
  }
  const crumbs = blocks.slice(0, mostCrumbs).filter((block) => isCrumb(text, block));
  return { lines, sentences, crumbs };
}

/** The way to a page is one of the first lines. */
const mostCrumbs = 3;

function isCrumb(text: string, { start, end }: PassageBlock): boolean {
  const line = text.slice(start, Math.min(end, start + 2 * longestLine)).trim();
  const parts = line.split(/\s[›»>]\s/);
  return line.length < 2 * longestLine && parts.length > 2 && !/[«“"]/.test(parts[0] ?? '');
}

function isLine(text: string, { kind, start, end }: PassageBlock): boolean {
  if (kind === 'heading') return true;
  if (end - start > 4 * longestLine) return false;
  const line = text.slice(start, end).replaceAll(/\s+/g, ' ').trim();
  return line.length < longestLine && !/[.!?؟;]$/.test(line);
}

/** As many answers or questions make an interview. */
const fewest = 3;

/** Whether paragraphs begin with somebody’s initials and a dash, or are questions below a title that is what somebody said. */
export function isInterview({ text, blocks }: Passage, title: TextSpan | undefined): boolean {
  const answers = blocks.filter(({ start, end }) =>
    answer.test(text.slice(start, Math.min(end, start + 24))),
  );
  if (answers.length >= fewest) return true;
  const isSaid =
    title !== undefined && /^\s*["“«].*["”»]\s*$/su.test(text.slice(title.start, title.end));
  const questions = blocks.filter(({ start, end }) =>
    text
      .slice(start, Math.min(end, start + longestQuestion))
      .split('\n', 1)[0]
      ?.trimEnd()
      .endsWith('?'),
  );
  return isSaid && questions.length >= fewest;
}

/** A question stands on one line, in code units. */
const longestQuestion = 200;

/** “N. U. – ”. */
const answer = /^(?:\p{Lu}\.[ -]?){2,4}\s?[–—:-]/u;
