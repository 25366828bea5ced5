import type { Node } from '../../core/node.ts';
import { isMap, textsOf } from '../../core/node.ts';
import { cueKinds, cueNode, cueWords, entriesOf } from '../text/cues.ts';
import type { Passage } from '../text/passage.ts';
import type { Phrases } from '../text/phrases.ts';
import { phrases } from '../text/phrases.ts';
import type { Piece } from '../text/pieces.ts';
import { piecesOf } from '../text/pieces.ts';

interface MoneyWords {
  readonly currencies: Phrases<string>;
  readonly shared: Phrases<true>;
  readonly scales: Phrases<string>;
  readonly alone: Phrases<string>;
  readonly letters: Phrases<true>;
  readonly of: Phrases<true>;
  readonly and: Phrases<true>;
  readonly between: Phrases<true>;
  readonly kinds: Phrases<string>;
  readonly labels: Phrases<true>;
  readonly shareBefore: Phrases<true>;
  readonly shareAfter: Phrases<true>;
}

let made: MoneyWords | undefined;

/** The words of money, from `data/cues/money.yaml`. */
export function moneyWords(): MoneyWords {
  const shared = cueNode('money', 'shared');
  const shares = cueNode('money', 'shares');
  return (made ??= {
    currencies: cueKinds('money', 'currencies'),
    shared: listOf(shared, 'words'),
    scales: cueKinds('money', 'scales'),
    alone: cueKinds('money', 'alone'),
    letters: cueWords('money', 'letters'),
    of: cueWords('money', 'of'),
    and: cueWords('money', 'and'),
    between: cueWords('money', 'between'),
    kinds: cueKinds('money', 'kinds'),
    labels: cueWords('money', 'labels'),
    shareBefore: listOf(shares, 'before'),
    shareAfter: listOf(shares, 'after'),
  });
}

function listOf(node: Node, key: string): Phrases<true> {
  const words = textsOf((isMap(node) ? node[key] : undefined) ?? []);
  return phrases(words.map((word) => [word, true] as const));
}

/** Signs of currencies with their codes of ISO 4217. */
export const currencySymbols: Readonly<{ [symbol: string]: string }> = {
  '€': 'EUR',
  '£': 'GBP',
  $: 'USD',
  '₺': 'TRY',
  '₪': 'ILS',
};

/** A currency by its code or name. */
export function currencyAt(
  pieces: readonly Piece[],
  index: number,
): { readonly value: string; readonly next: number } | undefined {
  const piece = pieces[index];
  const found = moneyWords().currencies.at(pieces, index);
  // “try” and “mad” are words; codes have capitals.
  return found && piece && /^(?:try|mad|all)$/.test(piece.key) && piece.shape !== 'upper'
    ? undefined
    : found;
}

/** The one country with dinars that the text speaks of, as its currency; undefined where there are none or two. */
export function sharedCurrency(passage: Passage): string | undefined {
  const shared = cueNode('money', 'shared');
  const countries = phrases(
    entriesOf(isMap(shared) ? shared['countries'] : undefined).flatMap(([code, words]) =>
      textsOf(words).map((word) => [word, code] as const),
    ),
  );
  const pieces = piecesOf(passage);
  const found = new Set<string>();
  for (let index = 0; index < pieces.length && found.size < 2; index++) {
    const country = countries.at(pieces, index);
    if (country) found.add(country.value);
  }
  return found.size === 1 ? [...found][0] : undefined;
}
