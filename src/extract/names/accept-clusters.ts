import type { TextSpan } from '../../core/document.ts';
import type { Cluster } from './cluster.ts';
import type { NameKind } from './name-kinds.ts';
import type { NameMention, Vote } from './name-mention.ts';
import { firstWordAt } from './name-scan.ts';
import type { Passage } from '../text/passage.ts';
import type { Verdict } from './vote.ts';
import { vote } from './vote.ts';

/** A cluster that is an entity, and what kind of. */
export interface Accepted {
  readonly cluster: Cluster;
  readonly verdict: Verdict;
}

/** Clusters that are entities, by the vote of their mentions and then of their neighbours in lists. */
export function acceptClusters(
  passage: Passage,
  clusters: readonly Cluster[],
  places: ReadonlySet<number>,
): Accepted[] {
  const verdicts = new Map<Cluster, Verdict>();
  for (const cluster of clusters) {
    const verdict = vote(cluster.mentions, pairVotes(passage, cluster));
    if (verdict && isEnough(passage, cluster, verdict)) verdicts.set(cluster, verdict);
  }
  for (let round = 0; round < 2; round++) {
    const ends = new Map<number, Neighbour>();
    const starts = new Map<number, Neighbour>();
    for (const [cluster, { kind }] of verdicts) {
      for (const { first, last, head } of cluster.mentions) {
        const neighbour = { kind, hasHead: head !== undefined };
        ends.set(last, neighbour);
        starts.set(first, neighbour);
      }
    }
    for (const cluster of clusters) {
      if (verdicts.has(cluster)) continue;
      const beside = cluster.mentions.flatMap((mention) =>
        listVotes(passage, places, mention, ends, starts),
      );
      const verdict =
        beside.length > 0
          ? vote(cluster.mentions, [...pairVotes(passage, cluster), ...beside])
          : undefined;
      if (verdict && isEnough(passage, cluster, verdict)) verdicts.set(cluster, verdict);
    }
  }
  return [...verdicts].map(([cluster, verdict]) => ({ cluster, verdict }));
}

/** An acronym speaks for the kind that its long name has. */
function pairVotes(passage: Passage, cluster: Cluster): Vote[] {
  const named = cluster.mentions.find(
    (mention) =>
      mention.kind &&
      mention.kind !== 'none' &&
      cluster.pairs.some(
        (pair) => pair.long.start >= mention.start && pair.long.start < mention.end,
      ),
  );
  if (!named) {
    const isName = cluster.pairs.some(
      (pair) => pair.rule === 'initials' && isCapitalised(passage, pair.long),
    );
    return isName ? [{ kind: 'organisation', weight: 1.5, rule: 'acronym-brand' }] : [];
  }
  if (!named.kind || named.kind === 'none') return [];
  return [
    { kind: named.kind === 'authority' ? 'organisation' : named.kind, weight: 1, rule: 'acronym' },
  ];
}

/** Three capitals or more, and no other words but small ones. */
function isCapitalised(passage: Passage, span: TextSpan): boolean {
  const words = passage.words.slice(
    firstWordAt(passage.words, span.start),
    firstWordAt(passage.words, span.end),
  );
  return (
    words.filter((word) => word.shape !== 'lower').length >= 3 &&
    words.every((word) => word.shape !== 'lower' || word.key.length <= 4)
  );
}

/** What stands between two names of a list: a comma, an “and”, articles, with or without a preposition said again. */
const joint =
  /^\.?(?: ?\([^()]{1,60}\))?(?:[,;،؛]|[,;]? (?:and|et|y|e|i|ed|και|or|ou|o|u|ή|as well as|ainsi que|así como|nonché|bem como|així com) ?(?:(?:a|con|com|amb|avec|with|from|by|di|de|d'|per|por|par|pour|με|στη|στην|στο) )?| ?&|,)? ?(?:(?:the|la|le|el|il|a|o|i|os|as|l'|les|los|las|els|gli|da|do|de|di|de la|de l'|del|della|dell'|du|des|dei|di|al|alla|all'|aux|au|à|η|ο|οι|την|τον|το|τη|της|τησ|του) ?)?$/;

/** A name that is known to be one, beside another. */
interface Neighbour {
  readonly kind: NameKind;
  readonly hasHead: boolean;
}

/** “Cooperativa Pa i Vi, Vilanova, …”: plain capitals after a comma and a name that says what it is are where that has its seat. */
function isSeat(passage: Passage, first: number, last: number): boolean {
  const words = passage.words.slice(first, last);
  const between = passage.shadow.slice(passage.words[first - 1]?.end, words[0]?.start);
  return (
    between === ', ' &&
    words.length <= 4 &&
    words.every(({ shape }, at) => shape === 'capital' || (at > 0 && shape === 'lower'))
  );
}

/** “X, Y and Z”: beside an organisation stands an organisation. */
function listVotes(
  passage: Passage,
  places: ReadonlySet<number>,
  { first, last }: NameMention,
  ends: ReadonlyMap<number, Neighbour>,
  starts: ReadonlyMap<number, Neighbour>,
): Vote[] {
  const votes: Vote[] = [];
  const joinsAt = (left: number, right: number) => {
    const between = passage.shadow.slice(
      passage.words[left]?.end ?? 0,
      passage.words[right]?.start ?? 0,
    );
    // “…, de Évora”: where it comes from.
    return (
      joint.test(between) &&
      !/^[^(]*, (?:da|do|de|de la|del|della|di|du|του|τησ|a|al|alla) ?$/.test(between)
    );
  };
  for (const reach of [0, 1, 2]) {
    // Two plain capitals may be a person's.
    const weight =
      last - first === 2 &&
      !places.has(first + 1) &&
      passage.words.slice(first, last).every((word) => word.shape === 'capital')
        ? 1
        : 1.5;
    const before = ends.get(first - reach);
    if (before?.kind === 'organisation' && joinsAt(first - reach - 1, first)) {
      if (before.hasHead && reach === 0 && isSeat(passage, first, last)) return [];
      votes.push({ kind: before.kind, weight, rule: 'list' });
    }
    const after = starts.get(last + reach);
    if (after?.kind === 'organisation' && joinsAt(last - 1, last + reach))
      votes.push({ kind: after.kind, weight, rule: 'list' });
  }
  return votes.slice(0, 2);
}

/** Whether a cluster is named well enough to be an entity. */
function isEnough(passage: Passage, cluster: Cluster, { weight, rule }: Verdict): boolean {
  if (
    cluster.mentions.some(
      (mention) => mention.kind !== undefined && mention.kind !== 'none' && !mention.isBare,
    )
  )
    return true;
  if (weight >= 3 && rule !== 'verb' && rule !== 'list' && rule !== 'context') return true;
  const isBrand = cluster.mentions.some(({ first, last }) => {
    const shape = passage.words[first]?.shape;
    return (
      ((shape === 'upper' || shape === 'mixed') && (passage.words[first]?.key.length ?? 0) >= 3) ||
      last - first > 1
    );
  });
  const isLong =
    rule === 'context' &&
    cluster.mentions.some(({ first }) => (passage.words[first]?.key.length ?? 0) >= 7);
  return isBrand || isLong ? weight >= 1.5 : weight >= 3;
}
