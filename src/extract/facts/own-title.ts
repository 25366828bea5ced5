import type { TextSpan } from '../../core/document.ts';
import { textsOf } from '../../core/node.ts';
import { closed, tidy } from '../text/balance.ts';
import { cueNode } from '../text/cues.ts';
import { shadow } from '../text/shadow.ts';

/** No row of such signs is longer, in code units. */
const longest = 120;

/** “Fwd: RE: Minutes      7”: the part of a title that is its own, without what programs for mail write before a subject and the number of a page. */
export function ownTitle(text: string, { start, end: last }: TextSpan): TextSpan {
  const line = text.slice(start, last);
  const end = last - (isRunningHead(line) ? (pageNumber.exec(line)?.[0].length ?? 0) : 0);
  const head = shadow(text.slice(start, Math.min(end, start + longest)));
  const own = closed(text, { start: start + (signs().exec(head)?.[0].length ?? 0), end });
  return own.end > own.start ? own : { start, end };
}

/** “ … – Mid-term review        7”: the number of a page, far from what stands before it. */
const pageNumber = / {3,120}(?:\p{L}{1,5}\.? ?)?\d{1,4}\s*$/u;

function isRunningHead(line: string): boolean {
  return line.length < 2 * longest && /\p{L} {3}/u.test(line);
}

/** A title as it is written, on one line, without such signs. */
export function ownWords(title: string): string {
  const { start, end } = ownTitle(title, { start: 0, end: title.length });
  return tidy(title.slice(start, end));
}

let made: RegExp | undefined;

/** One or several of the signs, each with a colon: “R: I: ”, “TR : ”, “Re[2]: ”; a single letter is one beside another sign only. */
function signs(): RegExp {
  const words = textsOf(cueNode('titles', 'forwarded'))
    .flatMap((line) => line.split(', '))
    .map((word) => shadow(word));
  const sign = (of: readonly string[]) => `(?:${of.join('|')})(?:\\[\\d{1,2}\\])? ?: *`;
  const long = words.filter((word) => word.length > 1);
  return (made ??= new RegExp(`^\\s*(?:(?:${sign(words)}){2,}|${sign(long)})`, 'u'));
}
