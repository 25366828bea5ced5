import { fold } from '../vocabulary/fold.ts';
import { misspelt } from '../vocabulary/nearest.ts';

/** Finds the names that a text may have meant. */
export interface NearNames {
  /** Keys of records with a name near the text, best first. */
  near(text: string, limit: number): number[];
}

/**
 * Names are compared only where they share enough runs of three letters, so that a large base stays quick to ask. Of two
 * that are equally near, the one that was given first comes first.
 */
export function nearNames(
  names: Iterable<{ readonly name: string; readonly key: number }>,
): NearNames {
  const list = [...names];
  const byGram = new Map<string, number[]>();
  list.forEach(({ name }, index) => {
    for (const gram of grams(name)) {
      const known = byGram.get(gram);
      if (known) known.push(index);
      else byGram.set(gram, [index]);
    }
  });
  return {
    near: (text, limit) => {
      const wanted = fold(text);
      const own = grams(wanted);
      const shared = new Map<number, number>();
      for (const gram of own) {
        for (const index of byGram.get(gram) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
      }
      const scored: { readonly index: number; readonly key: number; readonly score: number }[] = [];
      for (const [index, count] of shared) {
        const entry = list[index];
        if (!entry || count < own.size / 3) continue;
        const slips = misspelt(wanted, entry.name);
        const overlap = (2 * count) / (own.size + grams(entry.name).size);
        if (slips === undefined && overlap < 0.5) continue;
        scored.push({
          index,
          key: entry.key,
          score: overlap + (slips === undefined ? 0 : 1 / (1 + slips)),
        });
      }
      scored.sort((a, b) => b.score - a.score || a.index - b.index);
      return [...new Set(scored.map(({ key }) => key))].slice(0, limit);
    },
  };
}

function grams(name: string): Set<string> {
  const padded = ` ${name} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
  return found;
}
