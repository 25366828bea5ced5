import type { TextSpan } from '../core/document.ts';
import { linesOf } from '../core/lines.ts';
import type { KnownRecord } from '../core/known-record.ts';
import type { KnownFinder } from '../extract/names/known-names.ts';
import { knownFinder } from '../extract/names/known-names.ts';
import type { Passage, PassageBlock } from '../extract/text/passage.ts';
import { sentencesOf } from '../extract/text/sentences.ts';
import { shadow } from '../extract/text/shadow.ts';
import { wordsOf } from '../extract/text/word.ts';
import { readFront } from '../markdown/front.ts';
import { proseOf } from '../markdown/prose.ts';

/** A place in a record's body that names another record and is no link yet. */
export interface Unlinked {
  /** Half-open, in UTF-16 code units of the file. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Counted from 1, in the file. */
  readonly line: number;
  /** The records that bear this name; only where it is one can a link be made of it. */
  readonly records: readonly string[];
}

/** Finds mentions of these records, each by its title, acronym and other names. */
export function unlinkedFinder(records: readonly KnownRecord[]): {
  /** The mentions in a file that its body does not link; of each record the first one, unless all are wanted. */
  find(
    text: string,
    options: { readonly without: ReadonlySet<string>; readonly all: boolean },
  ): readonly Unlinked[];
} {
  const finder = knownFinder(records);
  return {
    find: (text, { without, all }) => {
      const body = readFront(text).body;
      const offset = text.length - body.length;
      const seen = new Set(without);
      const lines = linesOf(text);
      return mentionsIn(body, finder)
        .filter(({ records }) => {
          const isNew = records.every((id) => !seen.has(id));
          if (isNew && !all) for (const id of records) seen.add(id);
          return isNew;
        })
        .map(({ start, end, records }) => ({
          start: start + offset,
          end: end + offset,
          text: body.slice(start, end),
          line: lines.lineAt(start + offset),
          records,
        }));
    },
  };
}

function mentionsIn(body: string, finder: KnownFinder) {
  const text = proseOf(body);
  if (text.trim() === '') return [];
  return finder(plainPassage(text)).filter(
    ({ start, end }) => !/\n\s*\n/.test(body.slice(start, end)),
  );
}

/** A text as names are looked for in it; its language is not asked for, which would take longer than all the rest. */
function plainPassage(text: string): Passage {
  const shaded = shadow(text);
  const words = wordsOf(text, shaded);
  let at = 0;
  const blocks = paragraphs(text).map((span): PassageBlock => {
    while (at < words.length && (words[at]?.start ?? 0) < span.start) at++;
    const firstWord = at;
    while (at < words.length && (words[at]?.start ?? 0) < span.end) at++;
    const sentences = sentencesOf(text, span, 'en');
    return {
      ...span,
      kind: 'paragraph',
      language: 'en',
      zone: 'body',
      sentences,
      firstWord,
      lastWord: at,
    };
  });
  return { text, shadow: shaded, words, blocks, language: 'en' };
}

/** What stands between empty lines. */
function paragraphs(text: string): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  let start = 0;
  for (const gap of [...text.matchAll(/\n[ \t\r]*\n/g), undefined]) {
    const end = gap ? gap.index : text.length;
    if (text.slice(start, end).trim() !== '') spans.push({ start, end });
    if (gap) start = gap.index + gap[0].length;
  }
  return spans;
}
