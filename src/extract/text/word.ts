import type { TextSpan } from '../../core/document.ts';

/** A word of a text: letters, marks and digits that stand together; elided articles and hyphens end one. */
export interface Word extends TextSpan {
  /** As words are compared: from the shadow, without marks, Arabic lengthening and the dot of Catalan `l·l`. */
  readonly key: string;
  /** How it is written: `Word`, `WORD` (two letters or more), `iesMed` or `MedTOWN`, `word`, a script without capitals, `2019`. */
  readonly shape: 'capital' | 'upper' | 'mixed' | 'lower' | 'caseless' | 'number';
}

/** The words of a text, in order; `shadow` is that of the text. */
export function wordsOf(text: string, shadow: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:·[\p{L}\p{M}\p{N}]+)*/gu)) {
    const start = match.index;
    const end = start + match[0].length;
    found.push({
      start,
      end,
      key: shadow.slice(start, end).replaceAll(/[\p{M}·ـ]/gu, ''),
      shape: shapeOf(match[0]),
    });
  }
  return found;
}

function shapeOf(word: string): Word['shape'] {
  if (!/\p{L}/u.test(word)) return 'number';
  if (/^[\p{Lo}\p{Lm}\p{M}\p{N}]+$/u.test(word)) return 'caseless';
  if (!/\p{Lu}/u.test(word)) return 'lower';
  if (/^\p{Lu}[^\p{Lu}]*$/u.test(word)) return 'capital';
  return /\p{Ll}/u.test(word) ? 'mixed' : 'upper';
}
