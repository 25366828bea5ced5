import { nameCues } from './name-cues.ts';
import type { NameScan } from './name-scan.ts';

/** How many words a legal form has that begins at a word, in the language of the block or in another that is written alike. */
export function legalAt(scan: NameScan, at: number): number | undefined {
  for (const language of [scan.cues.language, ...legalIn]) {
    if (language !== scan.cues.language && !/^[a-z]/.test(scan.key(at))) continue;
    const found = nameCues(language).legal.at(scan.words, at, scan.last);
    // “S.L.” is not all of “S.L.P.”.
    const end = scan.words[at + (found?.length ?? 0) - 1]?.end ?? 0;
    if (found && !/^\.\p{L}/u.test(scan.passage.text.slice(end, end + 2))) return found.length;
  }
  return undefined;
}

/** Legal forms of these languages stand in texts of every language. */
export const legalIn = ['it', 'es', 'en', 'fr', 'pt', 'ca'] as const;

/** A legal form has no more words: “Soc. Coop. Soc. a r.l.”. */
export const longestForm = 6;

/** “Housing Toscano S.r.l.”, “La Madia soc. coop. a r.l.”, “Pa i Vi, S. Coop.”: a legal form goes on in lower case, or follows. */
export function pastLegalForm(scan: NameScan, first: number, last: number): number {
  const gap = scan.gap(last - 1);
  const next = gap === 'space' || gap === 'comma' ? legalAt(scan, last) : undefined;
  // Only one with dots is a form wherever it stands: “a scop” may be any.
  if (next !== undefined && scan.gap(last) === 'dot') return last + next;
  for (let at = last - 1; at > first && at >= last - 3; at--) {
    const form = scan.cues.legal.at(scan.words, at, scan.last);
    if (form && at + form.length > last && scan.gap(last - 1) === 'dot') return at + form.length;
  }
  return last;
}

/** Whether the words before a place end with a legal form. */
export function endsWithForm(scan: NameScan, last: number, first = scan.first): boolean {
  for (let at = last - 1; at >= Math.max(first, last - longestForm); at--)
    if (legalAt(scan, at) === last - at) return true;
  return false;
}

/** The end of a name with the last dot of a legal form or of letters: `S. Coop. And.`, `Α.Σ.Κ.Ε.` */
export function closeDot(scan: NameScan, first: number, last: number, end: number): number {
  if (scan.passage.text[end] !== '.' || last - first < 2 || scan.gap(last - 2) !== 'dot')
    return end;
  const isLetters = scan.key(last - 1).length === 1 && scan.key(last - 2).length === 1;
  return isLetters || endsWithForm(scan, last, first) ? end + 1 : end;
}
