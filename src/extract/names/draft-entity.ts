import type { TextSpan } from '../../core/document.ts';
import type { Cluster } from './cluster.ts';
import { spanKey } from './cluster.ts';
import type { NameKind } from './name-kinds.ts';
import type { NameMention } from './name-mention.ts';
import { closed, tidy } from '../text/balance.ts';
import type { Passage } from '../text/passage.ts';
import type { Verdict } from './vote.ts';

/** An entity before its mentions are complete. */
export interface EntityDraft {
  kind: NameKind;
  title: string;
  acronym?: string;
  record?: string;
  candidates?: readonly string[];
  aliases: Set<string>;
  spans: TextSpan[];
  rule: string;
  confidence: number;
  /** Spans whose words are sought elsewhere in the text. */
  forms: Set<TextSpan>;
}

/** The entity that a cluster is: its longest name is its title, its acronym is what the document gives for that. */
export function draftEntity(
  passage: Passage,
  cluster: Cluster,
  { kind, rule, confidence }: Verdict,
): EntityDraft {
  const named = cluster.mentions.filter((mention) => !mention.isBare);
  const longs = [
    ...named.map((mention) => ({
      start: mention.start,
      end: mention.end,
      weight: weightOf(mention),
    })),
    ...cluster.pairs.map((pair) => ({ ...pair.long, weight: 3 })),
  ];
  const shorts = new Set(cluster.pairs.map((pair) => spanKey(passage, pair.short)));
  const best =
    longs
      .filter((span) => !shorts.has(spanKey(passage, span)))
      .toSorted((a, b) => b.weight - a.weight || a.start - b.start)[0] ?? longs[0];
  const title = best ? titleOf(passage, best) : '';
  const short = cluster.pairs
    .map((pair) => titleOf(passage, pair.short))
    .find((text) => isAcronym(text));
  const given = named.flatMap(({ kind, alias }) => (kind !== 'project' && alias ? [alias] : []));
  const aliases = new Set([
    ...cluster.pairs.map((pair) => titleOf(passage, pair.short)),
    ...cluster.pairs.map((pair) => titleOf(passage, pair.long)),
    ...named.map((mention) => titleOf(passage, mention)),
    ...given.map((span) => titleOf(passage, span)),
  ]);
  return {
    kind,
    title,
    ...(short !== undefined && short !== title && { acronym: short }),
    aliases,
    spans: [
      ...cluster.mentions,
      ...given,
      ...cluster.pairs.map((pair) => pair.long),
      ...cluster.pairs.map((pair) => pair.short),
    ].map(({ start, end }) => ({ start, end })),
    rule: cluster.pairs.length > 0 && rule === 'head' ? 'acronym' : rule,
    confidence,
    forms: new Set([...named, ...cluster.pairs.flatMap((pair) => [pair.short, pair.long])]),
  };
}

function weightOf(mention: NameMention): number {
  if (mention.rule === 'table' || mention.rule === 'label') return 4;
  return mention.kind === undefined ? 1 : 3;
}

/** As it is written, on one line, its first letter a capital where it is a phrase. */
function titleOf(passage: Passage, span: TextSpan): string {
  const { start, end } = closed(passage.text, span);
  const text = tidy(passage.text.slice(start, end));
  return /^\p{Ll}+[\s’'-]/u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function isAcronym(text: string): boolean {
  return /^[\p{L}\p{N}.&-]{2,14}$/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text);
}
