import type { NameMention } from './name-mention.ts';
import type { NameScan } from './name-scan.ts';
import type { Passage, PassageBlock } from '../text/passage.ts';

/** Names of several words that a label or a table has given, wherever else they stand. */
export function givenAgain(
  passage: Passage,
  scans: ReadonlyMap<PassageBlock, NameScan>,
  listed: readonly NameMention[],
): NameMention[] {
  const byFirst = new Map<string, NameMention[]>();
  for (const mention of listed) {
    if (mention.last - mention.first < 2) continue;
    const key = passage.words[mention.first]?.key ?? '';
    byFirst.set(key, [...(byFirst.get(key) ?? []), mention].slice(0, 20));
  }
  const found: NameMention[] = [];
  for (const [block, scan] of scans) {
    for (let at = block.firstWord; at < block.lastWord; at++) {
      if (!scan.isCapital(at) && passage.words[at]?.shape !== 'caseless') continue;
      const same = byFirst
        .get(scan.key(at))
        ?.find(
          ({ first, last }) =>
            first !== at &&
            at + last - first <= block.lastWord &&
            passage.words
              .slice(first, last)
              .every((word, step) => word.key === scan.key(at + step)),
        );
      if (!same) continue;
      const last = at + same.last - same.first;
      const { kind, votes } = same;
      found.push({
        start: passage.words[at]?.start ?? 0,
        end: passage.words[last - 1]?.end ?? 0,
        first: at,
        last,
        rule: same.rule,
        votes: votes.slice(0, 1),
        ...(kind && { kind }),
      });
      at = last - 1;
    }
  }
  return found;
}
