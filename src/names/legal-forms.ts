import type { LegalForm } from './lexicon.ts';
import { nameLexicon } from './lexicon.ts';

/** Legal forms are at most so many words long, and at most so many follow one another. */
const longest = 7;
const most = 3;

/**
 * Where a name begins and ends without its legal forms, which are added to `found`: those at the end, and one of three
 * letters or more at the start. One word is always left.
 */
export function legalForms(
  words: readonly string[],
  found: LegalForm[],
  country?: string,
): readonly [from: number, to: number] {
  let to = words.length;
  for (let times = 0; times < most; times++) {
    const start = endingAt(words, to);
    if (start === undefined) break;
    const form = formOf(words, start, to, country);
    if (form) found.push(form);
    to = start;
  }
  for (let end = Math.min(longest, to - 1); end > 0; end--) {
    if (end === 1 && (words[0] ?? '').length < 3) continue;
    const form = formOf(words, 0, end, country);
    if (!form) continue;
    found.push(form);
    return [end, to];
  }
  return [0, to];
}

function endingAt(words: readonly string[], to: number): number | undefined {
  for (let start = Math.max(1, to - longest); start < to; start++)
    if (formOf(words, start, to)) return start;
  return undefined;
}

/** The form that is written by exactly these words, of the country if it has one. */
function formOf(
  words: readonly string[],
  from: number,
  to: number,
  country?: string,
): LegalForm | undefined {
  let first: LegalForm | undefined;
  for (const { words: form, meaning } of nameLexicon().forms.get(words[from] ?? '') ?? []) {
    if (form.length !== to - from || !form.every((word, at) => words[from + at] === word)) continue;
    if (country === undefined || meaning.country === country) return meaning;
    first ??= meaning;
  }
  return first;
}
