import type { AcronymPair } from './acronym-pair.ts';
import type { NameMention } from './name-mention.ts';
import { nameKey, tokensOf } from './name-key.ts';
import { firstWordAt } from './name-scan.ts';
import type { Passage } from '../text/passage.ts';
import type { TextSpan } from '../../core/document.ts';

/** Mentions that name one thing, with the acronym that the document gives it. */
export interface Cluster {
  readonly keys: ReadonlySet<string>;
  readonly mentions: readonly NameMention[];
  readonly pairs: readonly AcronymPair[];
}

/**
 * Mentions by what they name: the same words, an acronym and what it stands for, or the beginning of a longer name with the
 * same head; never a name and the same name with a place more (`Legacoop`, `Legacoop Marche`).
 */
export function clusterNames(
  passage: Passage,
  mentions: readonly NameMention[],
  pairs: readonly AcronymPair[],
  places: ReadonlySet<number>,
): Cluster[] {
  const parent = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    while (parent.has(root) && parent.get(root) !== root) root = parent.get(root) ?? root;
    return root;
  };
  const join = (left: string, right: string) => {
    const [a, b] = [rootOf(left), rootOf(right)];
    parent.set(a, a);
    parent.set(b, b);
    if (a !== b) parent.set(b, a);
  };
  const keyOf = (first: number, last: number) => nameKey(passage.words.slice(first, last));
  for (const mention of mentions)
    if (!mention.isBare)
      parent.set(keyOf(mention.first, mention.last), rootOf(keyOf(mention.first, mention.last)));
  for (const pair of pairs) join(spanKey(passage, pair.long), spanKey(passage, pair.short));
  for (const mention of mentions)
    if (mention.alias) join(keyOf(mention.first, mention.last), spanKey(passage, mention.alias));
  joinBeginnings(passage, mentions, join, places);
  joinAcronymRows(passage, mentions, pairs, join);
  const groups = new Map<
    string,
    { keys: Set<string>; mentions: NameMention[]; pairs: AcronymPair[] }
  >();
  const groupOf = (key: string) => {
    const root = rootOf(key);
    const group = groups.get(root) ?? { keys: new Set([root]), mentions: [], pairs: [] };
    groups.set(root, group);
    group.keys.add(key);
    return group;
  };
  for (const mention of mentions)
    if (!mention.isBare) groupOf(keyOf(mention.first, mention.last)).mentions.push(mention);
  for (const pair of pairs) groupOf(spanKey(passage, pair.long)).pairs.push(pair);
  giveBare(mentions, [...groups.values()]);
  return [...groups.values()];
}

/** The words of a span as names are compared. */
export function spanKey(passage: Passage, span: TextSpan): string {
  const first = firstWordAt(passage.words, span.start);
  return nameKey(passage.words.slice(first, firstWordAt(passage.words, span.end)));
}

/** A name that begins a longer one of the same head, without a place more. */
function joinBeginnings(
  passage: Passage,
  mentions: readonly NameMention[],
  join: (left: string, right: string) => void,
  places: ReadonlySet<number>,
): void {
  const byHead = new Map<string, NameMention[]>();
  for (const mention of mentions) {
    if (mention.head === undefined || mention.isBare || mention.kind === 'none') continue;
    byHead.set(mention.head, [...(byHead.get(mention.head) ?? []), mention].slice(0, 60));
  }
  for (const group of byHead.values()) {
    const items = group.map((mention) => ({
      mention,
      tokens: tokensOf(passage.words.slice(mention.first, mention.last)),
    }));
    for (const short of items) {
      const longer = items.filter(
        ({ tokens }) =>
          tokens.length > short.tokens.length &&
          short.tokens.every((token, at) => token === tokens[at]),
      );
      const distinct = new Set(longer.map(({ tokens }) => tokens.join(' ')));
      const longest = longer.toSorted((a, b) => b.tokens.length - a.tokens.length)[0];
      if (
        !longest ||
        short.tokens.length < 2 ||
        (distinct.size > 1 && !chain(longer.map(({ tokens }) => tokens)))
      )
        continue;
      const { mention } = longest;
      if (
        mention.kind !== 'event' &&
        hasPlace(places, mention.first, mention.last) &&
        !hasPlace(places, short.mention.first, short.mention.last)
      )
        continue;
      join(longest.tokens.join(' '), short.tokens.join(' '));
    }
  }
}

/** Whether each of several names begins the next longer one. */
function chain(rows: readonly (readonly string[])[]): boolean {
  const sorted = rows.toSorted((a, b) => a.length - b.length);
  return sorted.every(
    (row, at) => at === 0 || (sorted[at - 1] ?? []).every((token, place) => token === row[place]),
  );
}

function hasPlace(places: ReadonlySet<number>, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (places.has(at)) return true;
  return false;
}

/** `IMC CPMR`: an acronym with words of the name that it belongs to. */
function joinAcronymRows(
  passage: Passage,
  mentions: readonly NameMention[],
  pairs: readonly AcronymPair[],
  join: (left: string, right: string) => void,
): void {
  const byShort = Map.groupBy(pairs, (pair) => spanKey(passage, pair.short));
  for (const { first, last, kind } of mentions) {
    if (kind !== undefined || last - first < 2) continue;
    const own = passage.words.slice(first, last);
    if (!own.every((word) => word.shape === 'upper')) continue;
    const [acronym = '', ...rest] = tokensOf(own);
    const isSame = (pair: AcronymPair) => {
      const from = firstWordAt(passage.words, pair.long.start);
      const row = passage.words
        .slice(Math.max(0, from - 2), firstWordAt(passage.words, pair.long.end))
        .map((word) => word.key);
      return rest.every((token) => row.includes(token));
    };
    const pair = byShort.get(acronym)?.find(isSame);
    if (pair) join(spanKey(passage, pair.long), [acronym, ...rest].join(' '));
  }
}

/** “the Federation” is the last one named before it, where only one has that head. */
function giveBare(
  mentions: readonly NameMention[],
  groups: readonly { readonly mentions: NameMention[] }[],
): void {
  const byHead = new Map<string, Set<{ readonly mentions: NameMention[] }>>();
  for (const group of groups) {
    for (const { head } of group.mentions)
      if (head !== undefined) byHead.set(head, (byHead.get(head) ?? new Set()).add(group));
  }
  for (const mention of mentions) {
    if (!mention.isBare || mention.head === undefined) continue;
    const owners = [...(byHead.get(mention.head) ?? [])].filter((group) =>
      group.mentions.some((each) => !each.isBare && each.start < mention.start),
    );
    const [owner] = owners;
    if (owners.length === 1 && owner) owner.mentions.push({ ...mention, votes: [] });
  }
}
