import type { Kinds } from '../core/kind.ts';
import type { Node } from '../core/node.ts';
import { isList, isMap, isText, nodeMap, normalKey, textsOf } from '../core/node.ts';
import { parseTarget } from '../core/target.ts';
import { readFront } from '../markdown/front.ts';
import type { Quote } from '../extract/extraction.ts';
import type { Draft, DraftEntity, DraftFact } from './draft.ts';
import { restsOn } from './rests-on.ts';

/** One source for each part of a text that facts rest on, with the fields that it supports and that the record does not yet rest on it. */
export function citations(
  facts: readonly DraftFact[],
  draft: Draft,
  document: string,
  text: string,
  kinds: Kinds,
): readonly Node[] {
  const byPlace = new Map<string, { readonly quote?: Quote; readonly fields: Set<string> }>();
  for (const fact of facts) {
    const quotes = restsOn(fact, draft, kinds);
    for (const quote of quotes.length > 0 ? quotes : [undefined]) {
      const key = quote ? `${quote.start} ${quote.end}` : '';
      const known = byPlace.get(key) ?? { ...(quote ? { quote } : {}), fields: new Set() };
      known.fields.add(fact.field === 'title' ? 'aliases' : fact.field);
      byPlace.set(key, known);
    }
  }
  const stated = statedIn(text, document);
  return [...byPlace].flatMap(([key, { quote, fields }]) => {
    const left = [...fields].filter((field) => !stated.get(key)?.has(field));
    if (left.length === 0) return [];
    return nodeMap([['document', document], ['supports', left], ...(quote ? placed(quote) : [])]);
  });
}

/** What a new record is called needs a source too, where no fact has brought one. */
export function namingSource({ mentions: [mention] }: DraftEntity, document: string): Node[] {
  return mention ? [nodeMap([['document', document], ...placed(mention)])] : [];
}

function placed({ quote, start, end }: Quote) {
  return [
    ['quote', quote],
    ['start', String(start)],
    ['end', String(end)],
  ] as const;
}

/** The fields that a record already rests on a document, by the places of their quotes. */
function statedIn(text: string, document: string): ReadonlyMap<string, ReadonlySet<string>> {
  const stated = new Map<string, Set<string>>();
  for (const [name, node] of Object.entries(readFront(text).data)) {
    if (normalKey(name) !== 'sources') continue;
    for (const item of isList(node) ? node : [node]) {
      if (!isMap(item)) continue;
      const { document: written, supports, start, end } = item;
      if (!isText(written) || parseTarget(written)?.target !== document) continue;
      const key = isText(start) && isText(end) ? `${start} ${end}` : '';
      const fields = stated.get(key) ?? new Set();
      for (const field of textsOf(supports ?? [])) fields.add(field);
      stated.set(key, fields);
    }
  }
  return stated;
}
