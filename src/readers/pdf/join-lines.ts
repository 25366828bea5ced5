import { dropsHyphen } from '../parted-words.ts';

/** Joins broken lines; `isWord` tells whether a word stands elsewhere in the document. */
export function joinLines(lines: readonly string[], isWord: (word: string) => boolean): string {
  return lines.reduce((text, line) => (text === '' ? line : joinTwo(text, line, isWord)), '');
}

/** A word parted at the end of a line is one again, unless its hyphen belongs to it: `Co-operatives`, `7-8 April`. */
function joinTwo(text: string, line: string, isWord: (word: string) => boolean): string {
  if (text.endsWith('\u00AD')) return text.slice(0, -1) + line;
  const left = /[\p{L}\p{M}'’]{1,60}(?=[-\u2010]$)/u.exec(text.slice(-62))?.[0];
  if (left === undefined)
    return /[\p{L}\d][-\u2010/]$/u.test(text) ? text + line : `${text} ${line}`;
  const right = /^\p{Ll}[\p{L}\p{M}]{0,60}/u.exec(line)?.[0];
  if (right === undefined) return text + line;
  return dropsHyphen(left, right, isWord) ? text.slice(0, -1) + line : text + line;
}
