import type { Block, TextSpan } from '../../core/document.ts';
import { dropsHyphen, wordsOf } from '../parted-words.ts';

/** A word that goes on in the next line: its first part, the sign, the line end, and what of it follows. */
const parted =
  /([\p{L}\p{M}'’]{1,60})([-\u2010\u00AD])([ \t]*(?:\r\n|\n|\r)[ \t]*)(?=(\p{L}[\p{L}\p{M}]{0,60}))/gu;

/** Where the ends of lines part words of a block: the places to leave out, with the hyphen unless it belongs to the word. */
export function breaksOf(text: string, blocks: readonly Block[]): TextSpan[] {
  let isKnown: ((word: string) => boolean) | undefined;
  const isWord = (word: string) => (isKnown ??= wordsOf(text.split(/\r\n|\n|\r/)))(word);
  return blocks
    .filter(({ kind }) => kind !== 'row')
    .flatMap(({ start, end }) =>
      [...text.slice(start, end).matchAll(parted)].map((match) => {
        const [whole, left = '', sign = '', , right = ''] = match;
        const hyphen = start + match.index + left.length;
        const isSmall = /^\p{Ll}/u.test(right);
        const isDropped = sign === '\u00AD' || (isSmall && dropsHyphen(left, right, isWord));
        return {
          start: hyphen + (isDropped ? 0 : sign.length),
          end: start + match.index + whole.length,
        };
      }),
    );
}

/** Whether a line ends in the middle of a word that the next one goes on with. */
export function isParted(text: string, line: TextSpan, next: TextSpan): boolean {
  return (
    /\p{Ll}[-\u2010\u00AD]$/u.test(text.slice(Math.max(line.start, line.end - 3), line.end)) &&
    /^\p{Ll}/u.test(text.slice(next.start, next.start + 2))
  );
}
