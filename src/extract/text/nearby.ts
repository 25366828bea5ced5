import type { TextSpan } from '../../core/document.ts';
import type { Mention } from './mention.ts';
import type { Passage } from './passage.ts';
import type { Salience } from '../roles/role-target.ts';
import { spansIn } from './spans.ts';

/** Where a place of a passage lies. */
export interface Surroundings {
  /** The block around a place. */
  block(place: number): TextSpan;
  /** The sentence around a place; of a row, the row. */
  sentence(place: number): TextSpan;
  /** The entity of one of the kinds that a date or sum at a place belongs to: named before it in its sentence, named after it, or meant. */
  owner(place: TextSpan, kinds: readonly string[]): Mention | undefined;
  /** Whether the sentence around a place names an entity of a kind. */
  names(place: TextSpan, kind: string): boolean;
}

export function surroundings(
  passage: Passage,
  mentions: readonly Mention[],
  salience: () => Salience,
): Surroundings {
  const { blocks } = passage;
  const blockAt = (place: number) => {
    let [low, high] = [0, blocks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((blocks[middle]?.start ?? Infinity) <= place) low = middle + 1;
      else high = middle;
    }
    return blocks[Math.max(0, low - 1)];
  };
  const whole = { start: 0, end: passage.text.length };
  const sentence = (place: number): TextSpan => {
    const found = blockAt(place);
    const list = found?.sentences ?? [];
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.start ?? Infinity) <= place) low = middle + 1;
      else high = middle;
    }
    return list[Math.max(0, low - 1)] ?? found ?? whole;
  };
  return {
    block: (place) => blockAt(place) ?? whole,
    sentence,
    names: ({ start }, kind) => lastOf(spansIn(mentions, sentence(start)), kind) !== undefined,
    owner: (place, kinds) => {
      const { start, end } = sentence(place.start);
      for (const kind of kinds) {
        const before = spansIn(mentions, {
          start: Math.max(start, place.start - 600),
          end: place.start,
        });
        const last = lastOf(before, kind);
        if (last) return last;
        const after = spansIn(mentions, { start: place.end, end: Math.min(end, place.end + 200) });
        const next = after.find((each) => each.kind === kind);
        if (next) return next;
      }
      return salience().at(place.start, kinds);
    },
  };
}

function lastOf(mentions: readonly Mention[], kind: string): Mention | undefined {
  for (const mention of mentions.toReversed()) {
    const found = [mention, ...(mention.inner ?? [])].find((each) => each.kind === kind);
    if (found) return found;
  }
  return undefined;
}
