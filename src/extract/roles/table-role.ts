import type { TextSpan } from '../../core/document.ts';
import { isMap, textsOf } from '../../core/node.ts';
import { shipped } from '../../shipped.ts';
import type { Vocabularies } from '../../vocabulary/load.ts';
import { fieldOf, wordRange } from '../text/labels.ts';
import type { Passage, PassageBlock } from '../text/passage.ts';
import type { PhraseBook } from '../text/phrase-book.ts';
import { phraseBook } from '../text/phrase-book.ts';

/** A heading is no longer, in code units. */
const longestHeading = 110;
/** Paragraphs that may stand between a heading and its table. */
const mostBetween = 3;

/** The field that the heading above a table gives to all its rows: “Composition of the consortium”, “Associated partners”. */
export function roleAbove(
  passage: Passage,
  table: number,
  vocabularies: Vocabularies,
): string | undefined {
  const { blocks, text, words } = passage;
  for (let at = table - 1; at >= 0 && at >= table - 1 - mostBetween; at--) {
    const block = blocks[at];
    if (!block || block.kind === 'row') return undefined;
    if (!isHeading(text, block)) continue;
    const field = fieldOf(passage, block, vocabularies);
    if (field === 'partners' || field === 'associates') return field;
    const [first, last] = wordRange(words, block);
    const [told] = books().heading(words, first, last);
    if (told) return told.meaning;
    if (block.kind === 'heading') return undefined;
  }
  return undefined;
}

function isHeading(text: string, { kind, start, end }: PassageBlock): boolean {
  return (
    kind === 'heading' ||
    (end - start <= longestHeading && !/[.!?;,]\s*$/.test(text.slice(start, end)))
  );
}

/** Whether a row without a cell for the role marks who leads: `1 (CO)`, `LP`, “X (coordinator)”. */
export function isLeadRow(
  passage: Passage,
  { cells }: PassageBlock,
  name: TextSpan,
  vocabularies: Vocabularies,
): boolean {
  const { text, words } = passage;
  const brackets = /\(([^()]{2,40})\)\s*$/.exec(text.slice(name.start, name.end));
  if (brackets?.[1]) {
    const start = name.start + brackets.index + 1;
    const inside = { start, end: start + brackets[1].length };
    if (isLeadMark(passage, inside) || fieldOf(passage, inside, vocabularies) === 'lead')
      return true;
  }
  return (cells ?? []).some((cell) => {
    if (cell.start >= name.start || cell.end - cell.start > 16) return false;
    const [first, last] = wordRange(words, cell);
    return books()
      .mark(words, first, last)
      .some(({ meaning }) => meaning === 'lead');
  });
}

/** Whether a span is a mark of who leads, such as `LP` or `coordinator`. */
export function isLeadMark({ words }: Passage, span: TextSpan): boolean {
  const [first, last] = wordRange(words, span);
  return books()
    .mark(words, first, last)
    .some((found) => found.first === first && found.last === last - 1);
}

let made: { readonly [part in 'heading' | 'mark']: PhraseBook<string> } | undefined;

function books() {
  if (made) return made;
  const file = shipped('cues/tables');
  const book = (part: string) => {
    const lists = isMap(file) ? file[part] : undefined;
    return phraseBook(
      Object.entries(isMap(lists) ? lists : {}).flatMap(([field, list]) =>
        textsOf(list).map((each): [string, string] => [each, field]),
      ),
    );
  };
  made = { heading: book('heading'), mark: book('mark') };
  return made;
}
