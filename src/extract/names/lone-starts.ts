import type { NameMention } from './name-mention.ts';
import type { NameScan } from './name-scan.ts';
import type { Passage, PassageBlock } from '../text/passage.ts';

/** A single capital at the beginning of a sentence is a name only where the same word has a capital elsewhere too. */
export function withoutLoneStarts(
  passage: Passage,
  mentions: readonly NameMention[],
  scans: ReadonlyMap<PassageBlock, NameScan>,
): NameMention[] {
  const anyScan = scans.values().next().value;
  if (!anyScan) return [];
  const inner = new Set<string>();
  const isFirst = (index: number) => scanAt(index)?.isFirst(index) ?? true;
  const list = [...scans];
  const scanAt = (index: number) => {
    let low = 0;
    let high = list.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.[0].lastWord ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    return list[low]?.[1];
  };
  for (const { first, last } of mentions)
    if (last - first > 1 || !isFirst(first)) inner.add(passage.words[first]?.key ?? '');
  return mentions.filter(({ first, last, rule, votes }) => {
    if (
      rule !== 'brand' ||
      votes.some((vote) => vote.weight >= 3) ||
      last - first > 1 ||
      passage.words[first]?.shape !== 'capital'
    )
      return true;
    return !isFirst(first) || inner.has(passage.words[first].key);
  });
}
