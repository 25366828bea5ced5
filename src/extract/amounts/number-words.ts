import { textsOf } from '../../core/node.ts';
import { cueNode, entriesOf } from '../text/cues.ts';
import type { Phrases } from '../text/phrases.ts';
import { phrases } from '../text/phrases.ts';
import type { Piece } from '../text/pieces.ts';

interface WordsFound {
  readonly value: number;
  readonly next: number;
}

let made:
  | { readonly numbers: ReadonlyMap<string, Phrases<number>>; readonly joins: Phrases<true> }
  | undefined;

/** A number in words, in the language of its block: `twenty-five`, `quatre-vingt-douze`, `خمسة وعشرون`. */
export function numberWordsAt(pieces: readonly Piece[], index: number): WordsFound | undefined {
  const numbers = lexicon().numbers.get(pieces[index]?.language ?? '');
  const first = numbers?.at(pieces, index);
  if (!numbers || !first) return undefined;
  const second = restAt(numbers, pieces, first.next);
  if (!second || !isSum(first.value, second.value, pieces[first.next]))
    return { value: first.value, next: first.next };
  const sum = { value: first.value + second.value, next: second.next };
  const third = first.value >= 100 ? restAt(numbers, pieces, second.next) : undefined;
  if (!third || !isSum(second.value, third.value, pieces[second.next])) return sum;
  return { value: sum.value + third.value, next: third.next };
}

/** The next number word, with the “and” or hyphen that joins it. */
function restAt(
  numbers: Phrases<number>,
  pieces: readonly Piece[],
  index: number,
): WordsFound | undefined {
  if (!/^[ -]$/.test(pieces[index]?.gap ?? '')) return undefined;
  const join = lexicon().joins.at(pieces, index);
  return numbers.at(pieces, index) ?? (join && numbers.at(pieces, join.next));
}

/** Arabic says the units before the tens. */
function isSum(first: number, second: number, joint: Piece | undefined): boolean {
  if (first < 10)
    return second >= 20 && second < 100 && second % 10 === 0 && joint?.key.startsWith('و') === true;
  if (first === 60 || first === 80) return second < 20;
  if (first >= 20 && first < 100) return first % 10 === 0 && second < 10;
  return first >= 100 && second < 100;
}

function lexicon() {
  return (made ??= {
    numbers: new Map(
      entriesOf(cueNode('figures', 'numbers')).map(([language, values]) => [
        language,
        phrases(
          entriesOf(values).flatMap(([value, words]) =>
            textsOf(words).map((word) => [word, Number(value)] as const),
          ),
        ),
      ]),
    ),
    joins: phrases(textsOf(cueNode('figures', 'joins')).map((word) => [word, true] as const)),
  });
}
