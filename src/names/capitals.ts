import { fold } from '../vocabulary/fold.ts';
import { latin } from './latin.ts';

const none: ReadonlySet<string> = new Set();

/**
 * The words of a text that are written like acronyms (`CNRS`, `Γ.Σ.Ε.Ε.`, `CoNISMa`), folded, in Latin letters. Where
 * all of a text is in capitals, short words of a short text are.
 */
export function readCapitals(text: string): ReadonlySet<string> {
  if (!/\p{Lu}[.&-]?\p{Lu}|\p{Ll}\p{Lu}|\p{Lu}\d/u.test(text)) return none;
  const isLoud = !/\p{Ll}/u.test(text);
  const found = new Set<string>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.&]{0,15}/gu)) {
    const upper = word.match(/\p{Lu}/gu)?.length ?? 0;
    const lower = word.match(/\p{Ll}/gu)?.length ?? 0;
    if (upper < 2 && !(upper === 1 && lower === 0 && word.length > 1 && /\d/.test(word))) continue;
    if (isLoud && (text.length > 16 || upper > 6)) continue;
    if (lower <= upper * 2) for (const each of fold(word).split(' ')) found.add(latin(each));
  }
  return found;
}
