import { isJoining } from '../core/grammar.ts';
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
  const named = new Set(lexicon.words());
  if (slips === 0 || isJoining(word) || named.has(word)) return undefined;
  const alike = await store.indexedWords(word.slice(0, 1));
  if (alike.some((each) => each.word === word)) return undefined;
  const unseen = [...named].map((each) => ({ word: each, records: 0 }));
  const withFirst = unseen.filter((each) => each.word.startsWith(word.slice(0, 1)));
  const best = bestOf(word, [...alike, ...withFirst], slips);
  if (best !== undefined) return best;
  let others: readonly { readonly word: string; readonly records: number }[] = unseen;
  for (const beginning of otherBeginnings(word))
    others = others.concat(await store.indexedWords(beginning));
  return bestOf(word, others, slips);
}

const alphabets = [
  'abcdefghijklmnopqrstuvwxyz0123456789',
  'αβγδεζηθικλμνξοπρστυφχψω',
  'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
];

/** How a word may begin whose first letter is wrong, missing, one too many or swapped; the two after it are taken as right. */
function otherBeginnings(word: string): ReadonlySet<string> {
  const [first = '', second = '', third = ''] = word;
  const alphabet = alphabets.find((letters) => letters.includes(first)) ?? '';
  return new Set([
    second + first,
    second + third,
    ...alphabet.split('').flatMap((letter) => [letter + second + third, letter + first + second]),
  ]);
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
