import { isMereArea } from './mere-area.ts';
import { kindOf } from './name-kinds.ts';
import type { HeadKind } from './name-kinds.ts';
import type { NameMention, Vote } from './name-mention.ts';
import type { Head } from './name-tail.ts';
import { runFrom } from './name-run.ts';
import type { NameScan } from './name-scan.ts';
import { segmentsOf } from './name-segments.ts';
import type { Segment } from './name-segments.ts';
import { votesAround } from './context.ts';
import { closeDot } from './legal-form.ts';
import { votesBeside } from './name-beside.ts';

/** The names of a block that are written with capitals, each with what stands around it. */
export function findNames(scan: NameScan): NameMention[] {
  const found: NameMention[] = [];
  for (let at = scan.first; at < scan.last; at++) {
    if (!scan.isCapital(at) || scan.isTaken(at)) continue;
    const run = runFrom(scan, at);
    for (const segment of segmentsOf(scan, run)) {
      const mention = mentionOf(scan, segment);
      if (!mention) continue;
      const isOuter = mention.kind === 'event' || mention.kind === 'none';
      const inner = isOuter ? innerName(scan, segment) : undefined;
      // A description of an event may hold other names, its name may not; “Bulletin of the X” is no name.
      if (!inner) found.push(mention);
      else if (mention.kind === 'event') found.push({ ...mention, rule: 'event-phrase' });
      if (inner) found.push(inner);
    }
    at = run.last - 1;
  }
  return found;
}

/** “Annual Meeting of the Blue Coast Network”: whose event it is. */
function innerName(scan: NameScan, { first, last, head }: Segment): NameMention | undefined {
  if (!head) return undefined;
  let next = head.index + head.length;
  while (next < last && scan.words[next]?.shape === 'lower') next++;
  if (next === head.index + head.length || next >= last || next === first) return undefined;
  const [segment] = segmentsOf(scan, { first: next, last });
  const kind = segment?.head?.kind;
  const isActor = kind === 'organisation' || kind === 'authority';
  return segment && isActor && segment.last === last ? mentionOf(scan, segment) : undefined;
}

/** A mention of a segment, or nothing where its words are no name. */
function mentionOf(scan: NameScan, segment: Segment): NameMention | undefined {
  const { first, last, head } = segment;
  const start = scan.words[first]?.start;
  const end = scan.words[last - 1]?.end;
  if (start === undefined || end === undefined) return undefined;
  const around = [
    ...votesAround(scan, first, last, head !== undefined),
    ...(head ? [] : votesBeside(scan, first, last)),
  ];
  const isAnnounced = around.some((vote) => vote.rule === 'apposition');
  const base = { start, end: closeDot(scan, first, last, end), first, last, votes: around };
  if (isHeadline(scan, first, last)) return undefined;
  if (head?.kind === 'document' && isDescription(scan, segment)) return undefined;
  // “Department of Planning, Project and Policies”
  if (
    head?.kind === 'project' &&
    head.index === first &&
    scan.cues.and.has(scan.key(first + head.length))
  )
    return undefined;
  if (head?.kind === 'authority' && isMereArea(scan, first, last, around)) return undefined;
  if (!head || (head.kind === 'none' && isAnnounced))
    return isNoName(scan, first, last) ? undefined : { ...base, rule: 'brand' };
  const isBare = isBareHead(scan, segment);
  if (isBare && indefinite.has(scan.key(first - 1)) && scan.gap(first - 1) === 'space')
    return undefined;
  return {
    ...base,
    votes: [...own(head.kind), ...around],
    kind: head.kind,
    rule: head.kind === 'authority' ? 'authority' : 'head',
    head: head.key,
    ...(isBare && { isBare }),
  };
}

/** “WEAVERS SIGN A CHARTER IN PATRAS”: in capitals, with a small word that ends every name. */
function isHeadline(scan: NameScan, first: number, last: number): boolean {
  if (last - first < 4) return false;
  const { ends, connectors, and } = scan.cues;
  const inner = range(first + 1, last - 1).map((at) => scan.key(at));
  return (
    scan.words.slice(first, last).every(({ shape, key }) => shape === 'upper' || key.length < 3) &&
    inner.some((key) => ends.has(key) && !connectors.has(key) && !and.has(key))
  );
}

/** “Letter of the direction”, “Guide for applicants”: a document whose only capital is that of its line. */
function isDescription(scan: NameScan, { first, last }: Segment): boolean {
  if (!scan.isFirst(first)) return false;
  return range(first + 1, last).every((at) => scan.words[at]?.shape === 'lower');
}

function own(kind: HeadKind): Vote[] {
  const named = kindOf(kind);
  return named
    ? [{ kind: named, weight: 3, rule: kind === 'authority' ? 'authority' : 'head' }]
    : [];
}

/** A head alone, or with words that leave it general: “the Federation”, “la Fédération régionale”. */
function isBareHead(scan: NameScan, { first, last, head }: Segment): boolean {
  if (!head) return false;
  const isIndefinite =
    indefinite.has(scan.key(first - 1)) && scan.words[first - 1]?.shape === 'lower';
  let distinct = 0;
  let smalls = 0;
  let capitals = 0;
  let lowers = 0;
  for (let at = first; at < last; at++) {
    if (at >= head.index && at < head.index + head.length) continue;
    const key = scan.key(at);
    if (
      !scan.isCapital(at) &&
      (scan.cues.connectors.has(key) || scan.cues.and.has(key) || scan.cues.articles.has(key))
    ) {
      smalls++;
      continue;
    }
    if (scan.isCapital(at) || scan.isPlace(at)) capitals++;
    else lowers++;
    const isPlain =
      scan.cues.plain.has(key) || (isIndefinite && scan.cues.qualifiers.at(scan.words, at, last));
    if (!isPlain || (!isIndefinite && scan.words[at]?.shape !== 'lower')) distinct++;
    else if (
      /^europ|^ευρωπ/.test(key) &&
      /^(?:union|unio|uniao|commission|comm?iss|comision|parl|ενωση|επιτροπη|κοινοβουλιο)/.test(
        head.key,
      )
    )
      distinct++;
  }
  if (head.kind === 'event' && head.length > 1 && !isIndefinite && isQualified(scan, head))
    return false;
  if (isNameItself(scan, head) && !isIndefinite) return false;
  // A head with no more than adjectives in lower case: “Entidad responsable”, “Seminário intercalar”.
  if (
    capitals === 0 &&
    smalls === 0 &&
    lowers > 0 &&
    head.kind !== 'event' &&
    !/^europ|^ευρωπ/.test(scan.key(head.index + head.length))
  )
    return true;
  return distinct === 0;
}

/** “Instituto de Fomento”: a head of several words that is written as a name. */
function isNameItself(scan: NameScan, { index, length, kind }: Head): boolean {
  if (kind !== 'organisation' || length < 3) return false;
  const words = scan.words.slice(index, index + length);
  return words.every(({ shape, key }) => shape !== 'lower' || scan.cues.connectors.has(key));
}

/** “closing ceremony”, but not “round table”. */
function isQualified(scan: NameScan, head: Head): boolean {
  return range(head.index, head.index + head.length).some(
    (at) => scan.cues.qualifiers.at(scan.words, at, head.index + head.length) !== undefined,
  );
}

const indefinite = new Set(
  'a an un une una um uma ενασ μια ενα another each every any some otra outra autre altra this that these those ce cet cette questo questa quel quella este esta ese esa este esse essa aquest aquesta αυτο αυτη'.split(
    ' ',
  ),
);

/** Places alone, common acronyms, single letters, and capitals that only begin a sentence. */
function isNoName(scan: NameScan, first: number, last: number): boolean {
  const word = scan.words[first];
  if (!word) return true;
  let places = 0;
  let plain = 0;
  for (let at = first; at < last; at++) {
    if (scan.isPlace(at)) places++;
    else if (isPlainWord(scan, at)) plain++;
  }
  if (places + plain === last - first || !range(first, last).some((at) => scan.isCapital(at)))
    return true;
  if (
    word.key.length < 2 &&
    scan.gap(first) === 'space' &&
    scan.words[first + 1]?.shape === 'lower'
  )
    return true;
  if (isCode(scan, first, last) || isAddress(scan, first, last)) return true;
  if (last - first > 1) return false;
  if (word.key.length < 2 || scan.cues.acronyms.has(word.key)) return true;
  return (
    scan.cues.ends.has(word.key) ||
    scan.cues.articles.has(word.key) ||
    scan.cues.roles.at(scan.words, first, last) !== undefined
  );
}

/** “VO/0000”: two letters at most, and a number. */
function isCode(scan: NameScan, first: number, last: number): boolean {
  const words = scan.words.slice(first, last);
  return (
    last - first > 1 &&
    words.some(({ shape, key }) => shape === 'number' && key.length > 2) &&
    words.every(({ shape, key }) => shape === 'number' || key.length < 3)
  );
}

/** “V. Ex.ª”: abbreviations by which somebody is spoken to. */
function isAddress(scan: NameScan, first: number, last: number): boolean {
  const words = scan.words.slice(first, last);
  return (
    last - first > 1 &&
    words.some(({ shape }) => shape === 'capital') &&
    words.every(({ key }, at) => key.length < 3 && (at === 0 || scan.gap(first + at - 1) === 'dot'))
  );
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first }, (_, at) => first + at);
}

function isPlainWord(scan: NameScan, at: number): boolean {
  const key = scan.key(at);
  const { plain, acronyms, connectors, and, articles, honorifics } = scan.cues;
  return (
    plain.has(key) ||
    acronyms.has(key) ||
    scan.cues.legal.at(scan.words, at, at + 1) !== undefined ||
    (scan.words[at]?.shape === 'capital' &&
      scan.cues.qualifiers.at(scan.words, at, at + 1) !== undefined) ||
    connectors.has(key) ||
    and.has(key) ||
    articles.has(key) ||
    honorifics.has(key) ||
    scan.words[at]?.shape === 'number'
  );
}
