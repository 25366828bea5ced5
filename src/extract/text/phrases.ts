import { shadow } from './shadow.ts';
import type { Piece } from './pieces.ts';
import { keysOf } from './pieces.ts';

/** Phrases to be found among pieces, each with what it stands for. */
export interface Phrases<Value> {
  /** The longest phrase that begins with this piece; `next` is the first piece after it. */
  at(
    pieces: readonly Piece[],
    index: number,
  ): { readonly value: Value; readonly next: number } | undefined;
}

interface Phrase<Value> {
  readonly parts: readonly Part[];
  readonly value: Value;
}

interface Part {
  readonly key: string;
  readonly open: boolean;
}

const shortestStem = 3;

/**
 * Phrases from pairs of words and meaning; a star after a word stands for any ending, and Arabic words are also found
 * with the particles that are written joined to them. Of two that are the same, the first stays.
 */
export function phrases<Value>(entries: Iterable<readonly [string, Value]>): Phrases<Value> {
  const exact = new Map<string, Phrase<Value>[]>();
  const open = new Map<string, Phrase<Value>[]>();
  for (const [text, value] of entries) {
    const parts = partsOf(text);
    const first = parts[0];
    if (!first) continue;
    const index = first.open ? open : exact;
    index.set(first.key, [...(index.get(first.key) ?? []), { parts, value }]);
  }
  for (const index of [exact, open])
    for (const list of index.values()) list.sort((a, b) => b.parts.length - a.parts.length);
  const longest = (key: string, pieces: readonly Piece[], index: number) => {
    let best = exact.get(key)?.find(({ parts }) => goesOn(parts, pieces, index));
    for (let length = shortestStem; length <= key.length && length <= longestStem; length++) {
      const found = open
        .get(key.slice(0, length))
        ?.find(({ parts }) => goesOn(parts, pieces, index));
      if (found && found.parts.length > (best?.parts.length ?? 0)) best = found;
    }
    return best;
  };
  const longestStem = Math.max(0, ...[...open.keys()].map((key) => key.length));
  return {
    at: (pieces, index) => {
      const piece = pieces[index];
      if (!piece) return undefined;
      for (const key of bareForms(piece.key)) {
        const found = longest(key, pieces, index);
        if (found) return { value: found.value, next: index + found.parts.length };
      }
      return undefined;
    },
  };
}

function partsOf(text: string): Part[] {
  return text.split(/\s+/).flatMap((word) => {
    const keys = keysOf(word, shadow(word));
    return keys.map((key, at) => ({ key, open: word.endsWith('*') && at === keys.length - 1 }));
  });
}

function goesOn(parts: readonly Part[], pieces: readonly Piece[], index: number): boolean {
  return parts.every((part, at) => {
    if (at === 0) return true;
    const piece = pieces[index + at];
    if (!piece || !/^[\s'.-]{0,3}$/.test(piece.gap)) return false;
    return bareForms(piece.key).some((key) =>
      part.open ? key.startsWith(part.key) : key === part.key,
    );
  });
}

/** A key as it is, and an Arabic one without what may be joined before it. */
export function bareForms(key: string): readonly string[] {
  if (!/^[\u0621-\u064a]{3}/.test(key)) return [key];
  const forms = new Set([key]);
  for (const form of forms) {
    for (const particle of ['و', 'ف', 'ب', 'ل', 'ك', 'ال', 'لل']) {
      if (form.startsWith(particle) && form.length - particle.length >= 3)
        forms.add(form.slice(particle.length));
    }
    if (forms.size > 6) break;
  }
  return [...forms];
}
