import type { NameMention } from './name-mention.ts';

/** What is told first where two mentions overlap. */
const order: { readonly [rule: string]: number } = {
  table: 0,
  label: 0,
  quoted: 1,
  'legal-form': 1,
  head: 2,
  authority: 2,
  'event-phrase': 3,
  'brand-list': 3,
  brand: 4,
};

/**
 * Mentions without overlaps: what says more of itself stays, then what is longer; a description of an event may hold other
 * names. What is left out still votes for one with the same words.
 */
export function settleOverlaps(mentions: readonly NameMention[]): NameMention[] {
  const sorted = mentions.toSorted(
    (a, b) => rank(a) - rank(b) || b.last - b.first - (a.last - a.first) || a.first - b.first,
  );
  const owner = new Map<number, number>();
  const kept: NameMention[] = [];
  const phrases: NameMention[] = [];
  for (const mention of sorted) {
    if (mention.rule === 'event-phrase') {
      phrases.push(mention);
      continue;
    }
    const over = ownerOf(owner, mention);
    if (over === undefined) {
      for (let at = mention.first; at < mention.last; at++) owner.set(at, kept.length);
      kept.push(mention);
      continue;
    }
    const other = kept[over];
    if (
      other &&
      other.first === mention.first &&
      other.last === mention.last &&
      mention.kind !== 'none' &&
      other.kind !== 'none'
    )
      kept[over] = {
        ...other,
        votes: [
          ...other.votes,
          ...mention.votes.filter((vote) => vote.rule !== 'head' && vote.rule !== 'authority'),
        ],
        ...(mention.head !== undefined && { head: mention.head }),
      };
  }
  const spoken = new Set<number>();
  const events = phrases
    .filter((phrase) => {
      const over = ownerOf(owner, phrase);
      const inside = over === undefined ? undefined : kept[over];
      const isDouble =
        spoken.has(phrase.first) ||
        (inside !== undefined && inside.first <= phrase.first && inside.last >= phrase.last);
      if (!isDouble) for (let at = phrase.first; at < phrase.last; at++) spoken.add(at);
      return !isDouble && !(inside?.kind === 'event' && inside.first <= phrase.first);
    })
    .map((phrase) => reaching(phrase, kept[owner.get(phrase.last - 1) ?? -1]));
  return [...kept, ...events].toSorted((a, b) => a.first - b.first);
}

/** A phrase that ends within a name goes on to its end. */
function reaching(phrase: NameMention, name: NameMention | undefined): NameMention {
  return name && name.first > phrase.first && name.last > phrase.last
    ? { ...phrase, last: name.last, end: name.end }
    : phrase;
}

function rank({ rule, kind }: NameMention): number {
  return (order[rule] ?? 3) + (kind === 'none' && rule === 'quoted' ? 0 : 0);
}

function ownerOf(
  owner: ReadonlyMap<number, number>,
  { first, last }: NameMention,
): number | undefined {
  for (let at = first; at < last; at++) {
    const found = owner.get(at);
    if (found !== undefined) return found;
  }
  return undefined;
}
