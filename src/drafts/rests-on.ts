import type { Kinds } from '../core/kind.ts';
import type { TextSpan } from '../core/document.ts';
import type { Quote } from '../extract/extraction.ts';
import { fold } from '../vocabulary/fold.ts';
import type { Draft, DraftFact } from './draft.ts';
import { ledTo } from './subjects.ts';
import { quotesIn } from './quotes-in.ts';

/**
 * What a fact rests on, as it may stand in a record: of the row of a table only the cells with its subject and its value, and of words
 * around an e-mail address or a telephone number only these themselves, so that nobody’s name or number enters a record by the way.
 * The draft keeps the whole quote; each part stands at its place in the text, and where nothing of it is about the fact none is left.
 */
export function restsOn(fact: DraftFact, draft: Draft, kinds: Kinds): readonly Quote[] {
  const [quote] = fact.evidence;
  if (!quote) return [];
  const cells = cellsOf(quote);
  if (cells.length < 2 && !reaches.test(quote.quote)) return [quote];
  const said = saidOf(fact, draft, kinds);
  const value = fold(fact.value);
  const runs: TextSpan[] = [];
  let isBeside = false;
  for (const cell of cells) {
    const words = fold(wordsAt(quote, cell));
    const mentions = said.filter(({ start, end }) => start >= cell.start && end <= cell.end);
    const isNeeded = mentions.length > 0 || (value !== '' && words.includes(value));
    const parts = reaches.test(wordsAt(quote, cell)) ? mentions : isNeeded ? [cell] : [];
    for (const part of parts) {
      const last = runs.at(-1);
      if (last && isBeside && part === cell) runs.splice(-1, 1, { ...last, end: cell.end });
      else if (!last || part.start >= last.end) runs.push({ start: part.start, end: part.end });
    }
    isBeside = parts.includes(cell);
  }
  return runs.map((run) => ({ start: run.start, end: run.end, quote: wordsAt(quote, run) }));
}

/** An e-mail address, or a number as people are called by. */
const reaches =
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]|(?<![\p{N}.,])(?:\+|00)\d(?:[\s().-]{0,2}\d){6,13}/u;

/** The places of the names of both sides, and of what else was found in the text with the same value. */
function saidOf(fact: DraftFact, draft: Draft, kinds: Kinds): readonly Quote[] {
  const { value } = fact;
  const { entities, found, document } = draft;
  const about = entities.find(({ id }) => id === fact.subject);
  return [
    ...(about?.mentions ?? []),
    ...(ledTo(draft, fact, kinds)?.mentions ?? []),
    ...quotesIn(found.countries.filter(({ code }) => code === value)),
    ...quotesIn(found.regions.filter(({ code, name }) => code === value || name === value)),
    ...quotesIn(found.themes.filter(({ id }) => id === value)),
    ...quotesIn(found.money),
    ...quotesIn(document.dates.filter((date) => value.includes(date.value))),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The cells of a row without the space around them; a text that is no row is one cell. */
function cellsOf({ start, quote }: Quote): readonly TextSpan[] {
  const cell = /[|\t]/.test(quote) ? /[^|\t\n]+/g : /[^]+/g;
  return [...quote.matchAll(cell)].flatMap(({ 0: whole, index }) => {
    const words = whole.trim();
    const at = start + index + whole.indexOf(words);
    return words === '' ? [] : [{ start: at, end: at + words.length }];
  });
}

function wordsAt({ start, quote }: Quote, span: TextSpan): string {
  return quote.slice(span.start - start, span.end - start);
}
