import type { NameMention } from './name-mention.ts';
import type { NameScan } from './name-scan.ts';

/** So many words back may stand what “the project” is. */
const reach = 60;

/** Words that stand before “project” where it speaks of one that was named. */
const definite = new Set(
  'the this le ce du au el este del al il questo lo nel dal dell o este deste do ao no aquest το του αυτο'.split(
    ' ',
  ),
);

/** The same before “initiative”, which is feminine where words are. */
const feminine = new Set('la l esta essa cette questa aquesta η αυτη την τησ'.split(' '));
const initiative = /^in[a-z]{1,2}iati?v|^πρωτοβουλι/;

const indefinite = new Set('a an un une um uma ενα'.split(' '));

/** The mentions of a block, of which brands that the next sentence calls “the project” have its vote. */
export function withAnaphora(scan: NameScan, mentions: readonly NameMention[]): NameMention[] {
  const found = new Set<NameMention>();
  let before: NameMention | undefined;
  let next = 0;
  const sorted = mentions.toSorted((a, b) => a.first - b.first);
  for (let at = scan.first; at < scan.last; at++) {
    for (let mention = sorted[next]; mention && mention.last <= at; mention = sorted[++next]) {
      if (isBrand(scan, mention)) before = mention;
      else if (mention.kind === 'project' || mention.votes.some(({ kind }) => kind === 'project'))
        before = undefined;
    }
    const said = before && at - before.last <= reach ? isProject(scan, at) : undefined;
    if (!before || !said || (said === 'the' && !isMarked(scan, before))) continue;
    const isNamed = sorted[next] !== undefined && (sorted[next]?.first ?? 0) <= at + 1;
    if (!isNamed && crossesSentence(scan, before, at)) found.add(before);
  }
  return mentions.map((mention) =>
    found.has(mention)
      ? { ...mention, votes: [...mention.votes, { kind: 'project', weight: 2, rule: 'anaphora' }] }
      : mention,
  );
}

/** A brand in capitals, of several words or in quotes, of which nothing else says that it is an organisation. */
function isBrand(
  scan: NameScan,
  { kind, rule, votes, first, last, isQuoted }: NameMention,
): boolean {
  if (kind !== undefined || rule !== 'brand') return false;
  if (votes.some((vote) => vote.kind === 'organisation' && vote.weight >= 2)) return false;
  return isMarked(scan, { first, last, isQuoted: isQuoted === true }) || !scan.isFirst(first);
}

/** It looks like a name more than a capital does. */
function isMarked(
  scan: NameScan,
  { first, last, isQuoted }: Pick<NameMention, 'first' | 'last' | 'isQuoted'>,
): boolean {
  if (isQuoted === true) return true;
  const words = scan.words.slice(first, last);
  if (words.every(({ shape, key }) => shape === 'upper' || shape === 'mixed' || key.length < 3))
    return true;
  return last - first > 1 && scan.isFirst(first);
}

/** “The project” and “It is a project”, not “the project Alpha” and not “a project”. */
function isProject(scan: NameScan, at: number): 'the' | 'a' | undefined {
  const { cues, words } = scan;
  const head = cues.heads.at(words, at, scan.last);
  if (head?.value !== 'project') return undefined;
  const shape = words[at]?.shape;
  if (shape === 'caseless') return /^(?:[وفبلك]?ال|لل)/.test(scan.key(at)) ? 'the' : undefined;
  if (shape !== 'lower') return undefined;
  const key = scan.key(at - 1);
  if (definite.has(key)) return 'the';
  if (feminine.has(key) && initiative.test(scan.key(at))) return 'the';
  const isSubject =
    indefinite.has(key) &&
    cues.copulas.has(scan.key(at - 2)) &&
    scan.isCapital(at - 2) &&
    scan.isFirst(at - 2);
  return isSubject ? 'a' : undefined;
}

/** A sentence ends between them, or what follows a colon or a comma begins. */
function crossesSentence(scan: NameScan, { end }: NameMention, at: number): boolean {
  const start = scan.words[at]?.start ?? end;
  return /[.!?:;,»"\n]/.test(scan.passage.shadow.slice(end, Math.min(start, end + 400)));
}
