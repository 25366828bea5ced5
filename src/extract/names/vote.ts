import type { NameKind } from './name-kinds.ts';
import type { NameMention, Vote } from './name-mention.ts';
import type { NameRule } from './name-rules.ts';
import { precisionOf } from './name-rules.ts';

/** What all mentions of a name together say of its kind. */
export interface Verdict {
  readonly kind: NameKind;
  readonly weight: number;
  /** The best rule that spoke for the kind. */
  readonly rule: NameRule;
  readonly confidence: number;
}

/** No number of weak signs is certain. */
const ceiling = 0.97;

/** The kind that most weight speaks for, unless more says that the name is none. */
export function vote(
  mentions: readonly NameMention[],
  more: readonly Vote[] = [],
): Verdict | undefined {
  const all = [...mentions.flatMap((mention) => mention.votes), ...more];
  // What only its form says counts where nothing else speaks.
  const spoken = all.filter((each) => each.rule !== 'brand-form');
  const votes = spoken.some((each) => each.kind !== 'organisation') ? spoken : all;
  const weights = new Map<NameKind, number>();
  for (const { kind, weight } of votes) weights.set(kind, (weights.get(kind) ?? 0) + weight);
  const [best, second] = [...weights].toSorted((a, b) => b[1] - a[1]);
  if (!best) return undefined;
  const [kind, weight] = best;
  const none = mentions.filter((mention) => mention.kind === 'none').length * 3;
  if (none >= weight) return undefined;
  const rules = [
    ...new Set(votes.filter((each) => each.kind === kind).map((each) => each.rule)),
  ].toSorted((a, b) => precisionOf[b] - precisionOf[a]);
  const [rule = 'brand'] = rules;
  const doubt = rules.slice(0, 3).reduce((product, each) => product * (1 - precisionOf[each]), 1);
  const share = weight / (weight + (second?.[1] ?? 0));
  return {
    kind,
    weight,
    rule,
    confidence: round(Math.min(ceiling, 1 - doubt) * (share < 0.75 ? 0.85 : 1)),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
