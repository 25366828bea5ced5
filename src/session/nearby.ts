import type { Lexicon } from '../core/lexicon.ts';
import type { Query } from '../core/query.ts';
import { changedWords, wantedWords } from '../core/query.ts';
import type { Store } from '../store/store.ts';
import { misspelt } from '../vocabulary/nearest.ts';

/** A query whose unknown words gave way to near ones, and which. */
export interface Corrected {
  readonly query: Query;
  readonly changes: readonly { readonly from: string; readonly to: string }[];
}

/** The query with near words for those that nothing has, for one that found nothing; undefined where there are none. */
export async function corrected(
  query: Query,
  store: Store,
  lexicon: Lexicon,
): Promise<Corrected | undefined> {
  const changes = new Map<string, string>();
  for (const word of new Set(wantedWords(query).flatMap(typed))) {
    const near = await nearWord(word, store, lexicon);
    if (near !== undefined) changes.set(word, near);
  }
  if (changes.size === 0) return undefined;
  return {
    query: changedWords(query, (words) =>
      words.prefix
        ? words
        : { ...words, words: words.words.map((word) => changes.get(word) ?? word) },
    ),
    changes: [...changes].map(([from, to]) => ({ from, to })),
  };
}

function typed(words: ReturnType<typeof wantedWords>[number]): readonly string[] {
  return words.prefix ? [] : words.words;
}

/** The nearest word of the index or of the vocabularies; of those alike the one that most records have. Undefined for a known word. */
async function nearWord(word: string, store: Store, lexicon: Lexicon): Promise<string | undefined> {
  const slips = word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
  const [first = '', second = ''] = word;
  const named = new Set(lexicon.words());
  if (slips === 0 || named.has(word)) return undefined;
  // Most slips leave the first letter, or swap or drop it; only then is every word looked at.
  for (const beginning of new Set([first, second, ''])) {
    const known = await store.indexedWords(beginning);
    if (beginning === first && known.some((each) => each.word === word)) return undefined;
    const candidates = [...known];
    for (const each of named)
      if (each.startsWith(beginning)) candidates.push({ word: each, records: 0 });
    const best = bestOf(word, candidates, slips);
    if (best !== undefined) return best;
  }
  return undefined;
}

function bestOf(
  word: string,
  candidates: readonly { readonly word: string; readonly records: number }[],
  slips: number,
): string | undefined {
  let best:
    | { readonly word: string; readonly records: number; readonly distance: number }
    | undefined;
  for (const each of candidates) {
    if (Math.abs(each.word.length - word.length) > slips) continue;
    const distance = misspelt(word, each.word) ?? Infinity;
    if (distance > slips) continue;
    const better =
      best === undefined ||
      distance < best.distance ||
      (distance === best.distance && each.records > best.records);
    if (better) best = { ...each, distance };
  }
  return best?.word;
}
