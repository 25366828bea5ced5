import type { TextSpan } from '../../core/document.ts';
import { isMap, textsOf } from '../../core/node.ts';
import { shipped } from '../../shipped.ts';
import type { Labelled } from '../roles/sheet.ts';
import { trim } from '../roles/sheet.ts';
import { wordRange } from '../text/labels.ts';
import type { Passage, PassageBlock } from '../text/passage.ts';
import type { PhraseBook } from '../text/phrase-book.ts';
import { phraseBook } from '../text/phrase-book.ts';

/** So many labels one below the other make a sheet. */
const fewestLabels = 3;
/** A sheet that begins lower is a part of what the document is about. */
const lowest = 16;
/** Lines between the heading and the sheet that say only what sort of sheet it is. */
const mostBetween = 3;
const longestHeading = 140;

/** Labels that a sheet of a project, a practice or an event has; one of a person or of a page has none. */
const telling = new Set(
  'lead partners associates funders budget grant duration programme call owner level organisers venue participants transfer'.split(
    ' ',
  ),
);

/** “La Cantine des Deux Rives” above “Pays : …”, “Porteur : …”, “Budget : …”: the line that a sheet stands below. */
export function sheetHeading(passage: Passage, sheet: readonly Labelled[]): TextSpan | undefined {
  const first = firstLabel(sheet);
  if (first === undefined || first > lowest) return undefined;
  const labels = new Set(sheet.map(({ block }) => block));
  for (let at = first - 1; at >= Math.max(0, first - mostBetween); at--) {
    const block = passage.blocks[at];
    if (!block || labels.has(at)) return undefined;
    if (block.zone === 'navigation' || block.zone === 'dateline' || isOfForm(passage, block))
      continue;
    return isHeading(passage.text, block) ? trim(passage.text, block) : undefined;
  }
  return undefined;
}

/** The block of the first of several labels that follow each other. */
function firstLabel(sheet: readonly Labelled[]): number | undefined {
  const lines = sheet.filter(({ sort }) => sort === 'line').toSorted((a, b) => a.block - b.block);
  let run: Labelled[] = [];
  for (const line of lines) {
    const before = run.at(-1);
    if (before && line.block - before.block > 2) run = [];
    run.push(line);
    const fields = new Set(run.map(({ field }) => field));
    if (fields.size >= fewestLabels && [...fields].some((field) => telling.has(field)))
      return run[0]?.block;
  }
  return undefined;
}

function isHeading(text: string, { kind, zone, start, end }: PassageBlock): boolean {
  const line = text.slice(start, end).trim();
  return (
    zone === 'body' &&
    kind !== 'row' &&
    kind !== 'item' &&
    line.length <= longestHeading &&
    !line.includes('\n') &&
    !/[.;,:!?]$|@|https?:|www\.|\d{4}\s?[-–]\s?\d{4}$/u.test(line) &&
    /\p{L}{3}/u.test(line)
  );
}

/** “Fiche n° 17”, “Key data”, “Consortium”: what says only that a sheet follows, or what it lists. */
function isOfForm(passage: Passage, block: PassageBlock): boolean {
  const [first, last] = wordRange(passage.words, block);
  const words = passage.words.slice(first, last);
  let told = first;
  for (const found of book()(passage.words, first, last))
    if (found.first <= told) told = Math.max(told, found.last + 1);
  return words.slice(told - first).every(({ shape, key }) => shape === 'number' || key.length < 3);
}

let made: PhraseBook<true> | undefined;

function book(): PhraseBook<true> {
  if (made) return made;
  const file = shipped('cues/tables');
  const headings = isMap(file) ? file['heading'] : undefined;
  const parts = [
    isMap(file) ? file['sheet'] : undefined,
    isMap(headings) ? headings['partners'] : undefined,
  ];
  made = phraseBook(
    parts.flatMap((each) => textsOf(each ?? [])).map((each): [string, true] => [each, true]),
  );
  return made;
}
