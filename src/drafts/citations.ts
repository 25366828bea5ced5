import type { Kinds } from '../core/kind.ts';
import type { Node } from '../core/node.ts';
import { isList, isMap, isText, nodeMap, normalKey, textsOf } from '../core/node.ts';
import { setByPerson } from '../core/set-by-person.ts';
import { parseTarget } from '../core/target.ts';
import { readFront } from '../markdown/front.ts';
import type { Quote } from '../extract/extraction.ts';
import type { Draft, DraftEntity, DraftFact } from './draft.ts';
import { isByPerson } from './draft.ts';
import { restsOn } from './rests-on.ts';

/**
 * One source for each part of a text that facts rest on, with the fields that it supports and that the record does not yet rest on it;
 * fields that a person set otherwise stand apart, since the quote is only what the document said.
 */
export function citations(
  facts: readonly DraftFact[],
  draft: Draft,
  document: string,
  text: string,
  kinds: Kinds,
): readonly Node[] {
  const byPlace = new Map<string, Cited>();
  for (const fact of facts) {
    const quotes = restsOn(fact, draft, kinds);
    for (const quote of quotes.length > 0 ? quotes : [undefined]) {
      const key = quote ? `${quote.start} ${quote.end}` : '';
      const known = byPlace.get(key) ?? {
        ...(quote ? { quote } : {}),
        supports: new Set(),
        [setByPerson]: new Set(),
      };
      known[wayOf(fact)].add(fact.field === 'title' ? 'aliases' : fact.field);
      byPlace.set(key, known);
    }
  }
  const stated = statedIn(text, document);
  return [...byPlace].flatMap(([key, { quote, ...cited }]) => {
    const left = ways.flatMap((way) => {
      const fields = [...cited[way]].filter((field) => !stated.get(`${way} ${key}`)?.has(field));
      return fields.length === 0 ? [] : [[way, fields] as const];
    });
    if (left.length === 0) return [];
    return nodeMap([['document', document], ...left, ...(quote ? placed(quote) : [])]);
  });
}

/** What a part of a text has to do with a field: it supports the value, or a person set another one. */
const ways = ['supports', setByPerson] as const;

type Cited = { readonly quote?: Quote } & { readonly [way in (typeof ways)[number]]: Set<string> };

function wayOf(fact: DraftFact): (typeof ways)[number] {
  return isByPerson(fact) ? setByPerson : 'supports';
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

/** The fields that a record already rests on a document, or has set otherwise, by the places of their quotes. */
function statedIn(text: string, document: string): ReadonlyMap<string, ReadonlySet<string>> {
  const stated = new Map<string, Set<string>>();
  for (const [name, node] of Object.entries(readFront(text).data)) {
    if (normalKey(name) !== 'sources') continue;
    for (const item of isList(node) ? node : [node]) {
      if (!isMap(item)) continue;
      const { document: written, start, end } = item;
      if (!isText(written) || parseTarget(written)?.target !== document) continue;
      const place = isText(start) && isText(end) ? `${start} ${end}` : '';
      for (const way of ways) {
        const key = `${way} ${place}`;
        const fields = stated.get(key) ?? new Set();
        for (const field of textsOf(item[way] ?? [])) fields.add(field);
        stated.set(key, fields);
      }
    }
  }
  return stated;
}
