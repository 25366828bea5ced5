import type { Run } from './name-run.ts';
import type { Head } from './name-tail.ts';
import {
  headsIn,
  isEdge,
  isLetter,
  pastNationality,
  pastOpener,
  pastParticiple,
  withoutProject,
} from './name-edges.ts';
import { headAt } from './name-run.ts';
import { pastLegalForm } from './legal-form.ts';
import type { NameScan } from './name-scan.ts';

/** A part of a run that is one name, with the head word that it has. */
export interface Segment extends Run {
  readonly head?: Head;
}

/** A run cut where it holds several names: “Ministry of Labour and Legacoop”, “CEPES and the University of Seville”. */
export function segmentsOf(scan: NameScan, run: Run): Segment[] {
  const cuts = [run.first];
  for (let at = run.first + 1; at < run.last - 1; at++) {
    const isAnd = scan.cues.and.has(scan.key(at)) && scan.words[at]?.shape === 'lower';
    const from = cuts.at(-1) ?? run.first;
    if (isAnd || scan.gap(at - 1) === 'ampersand') {
      const right = isAnd ? at + 1 : at;
      if (cutsAt(scan, from, at, right, run.last)) cuts.push(right);
    }
  }
  return cuts.flatMap((first, index) => {
    let last = cuts[index + 1] ?? run.last;
    if (cuts[index + 1] !== undefined) while (last > first && isJoint(scan, last - 1)) last--;
    return splitBrand(scan, trimmed(scan, { first, last }));
  });
}

function isJoint(scan: NameScan, index: number): boolean {
  return (
    scan.words[index]?.shape === 'lower' &&
    (scan.cues.and.has(scan.key(index)) || scan.cues.articles.has(scan.key(index)))
  );
}

/** Whether an “and” joins two names, not two words of one. */
function cutsAt(scan: NameScan, first: number, at: number, right: number, last: number): boolean {
  const left = headsIn(scan, first, at);
  if (scan.cues.articles.has(scan.key(right)) && scan.gap(right) !== 'joined') return true;
  const next = headAt(scan, right);
  if (next && next.kind !== 'none' && scan.isCapital(right)) return true;
  const shape = scan.words[right]?.shape;
  const isBrand = (shape === 'upper' || shape === 'mixed') && last - right <= 2;
  if (isBrand && scan.words[at - 1]?.shape !== 'upper') return true;
  if (scan.isPlace(at - 1) && !scan.isPlace(right)) return true;
  // “… and Coopera Malta”: a brand with its country.
  if (
    last - right === 2 &&
    scan.isPlace(last - 1) &&
    !scan.isPlace(right) &&
    scan.isCapital(right) &&
    !hasSmall(scan, right, last)
  )
    return true;
  if (left.length === 0)
    return scan.words[at - 1]?.shape === 'capital'
      ? !isShortPair(scan, first, at, right, last)
      : true;
  const rightHeads = headsIn(scan, right, last).filter((head) => head.kind !== 'none');
  return (
    rightHeads.some((head) => head.isEnglish && head.index + head.length === last) &&
    !hasSmall(scan, first, at)
  );
}

/** “Research and Development”: single words stay together until something says otherwise. */
function isShortPair(
  scan: NameScan,
  first: number,
  at: number,
  right: number,
  last: number,
): boolean {
  return headsIn(scan, right, last).length > 0 && at - first <= 2;
}

function hasSmall(scan: NameScan, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (scan.words[at]?.shape === 'lower') return true;
  return false;
}

/** Without what begins a sentence or joins at its edges. */
function trimmed(scan: NameScan, run: Run): Segment {
  let { first, last } = run;
  while (
    first < last - 1 &&
    (isOpening(scan, first) ||
      isLetter(scan, first) ||
      (scan.words[first]?.shape === 'lower' && isEdge(scan, first)))
  )
    first++;
  last = withoutProject(scan, first, last);
  while (last > first + 1 && scan.words[last - 1]?.shape === 'lower' && isEdge(scan, last - 1))
    last--;
  // “Convidar Xarxa de …”: a line that begins with what is to be done.
  if (
    scan.isFirst(first) &&
    scan.words[first]?.shape === 'capital' &&
    scan.cues.language !== 'en' &&
    /[aei]re?$/.test(scan.key(first)) &&
    first + 2 < last &&
    headAt(scan, first + 1, false)?.kind === 'organisation'
  )
    first++;
  first = pastOpener(scan, first, last);
  first = pastParticiple(scan, first, last);
  first = pastNationality(scan, first, last);
  last = pastLegalForm(scan, first, last);
  const head = mainHead(scan, first, last);
  const announcing = headAt(scan, first);
  const next = announcing ? first + announcing.length : last;
  // “Projet MedTOWN”: the word says what it is, and is no part of its name.
  if (
    announcing &&
    (announcing.kind === 'project' || announcing.kind === 'programme') &&
    next < last &&
    scan.isCapital(next) &&
    !headAt(scan, next)
  )
    return { first: next, last };
  if (head?.kind === 'none' && saysNothing(scan, first, last, head)) return { first, last };
  return { first, last, ...(head && { head }) };
}

/** “The Federation”, “In Sevilla”, but “Les Fées” within a sentence. */
function isOpening(scan: NameScan, index: number): boolean {
  const key = scan.key(index);
  const { articles, ends, connectors, and, roles, honorifics } = scan.cues;
  if (headAt(scan, index, false)) return false;
  if (
    articles.has(key) ||
    (scan.gap(index) === 'joined' && key.length <= 2 && scan.words[index]?.shape !== 'upper')
  ) {
    return (
      scan.isFirst(index) || headAt(scan, index + 1) !== undefined || !scan.isCapital(index + 1)
    );
  }
  return (
    (scan.isFirst(index) && (ends.has(key) || connectors.has(key) || and.has(key))) ||
    roles.at(scan.words, index, scan.last) !== undefined ||
    (honorifics.has(key) && key.length > 1)
  );
}

/** English heads stand last, or last before the first “of”; those of other languages first. */
function mainHead(scan: NameScan, first: number, last: number): Head | undefined {
  const heads = headsIn(scan, first, last);
  const [foremost] = heads;
  if (!foremost) return undefined;
  let small = last;
  for (let at = first + 1; at < last && small === last; at++) {
    if (scan.words[at]?.shape === 'lower' && isEdge(scan, at)) small = at;
  }
  let core = last;
  while (core > first + 1 && (scan.isPlace(core - 1) || scan.words[core - 1]?.shape === 'number'))
    core--;
  const before = heads.filter((head) => head.index < small && isAtEnd(head, Math.min(small, core)));
  if (!foremost.isEnglish && scan.cues.language !== 'en') return foremost;
  if (!foremost.isEnglish && foremost.index === first) return foremost;
  const best =
    before.findLast((head) => head.index + head.length >= small) ??
    before.at(-1) ??
    heads.findLast((head) => isAtEnd(head, core));
  return best?.kind === 'none' &&
    before.length > 1 &&
    foremost.index === first &&
    foremost.kind !== 'none'
    ? foremost
    : best;
}

/** A common word in a name in capitals, or after the first word of a name of which it is not the head. */
function saysNothing(scan: NameScan, first: number, last: number, head: Head): boolean {
  const allUpper = scan.words.slice(first, last).every((word) => word.shape === 'upper');
  return (
    (allUpper && last - first > 1) ||
    (!head.isEnglish && head.index > first && scan.cues.language !== 'en')
  );
}

/** English events, documents and projects end with their head: “Fair Trade Lebanon” is no fair. */
function isAtEnd(head: Head, end: number): boolean {
  const isStrict =
    head.kind === 'event' ||
    head.kind === 'document' ||
    head.kind === 'project' ||
    head.kind === 'none';
  return !head.isEnglish || !isStrict || head.index + head.length >= end;
}

/** All in capitals, and so are the small words of it: “ILLES EN XARXA”, “SAL E ARGÃO”. */
export function isShouted(scan: NameScan, first: number, last: number): boolean {
  const words = scan.words.slice(first, last);
  return words.every(
    ({ shape, key }, at) =>
      (shape === 'upper' && key.length > 2) ||
      (at > 0 &&
        at < words.length - 1 &&
        shape !== 'lower' &&
        key.length <= 2 &&
        isEdge(scan, first + at)),
  );
}

/** “CEPES Federación de …”: a brand before the head of a language that puts it first is a name of its own. */
function splitBrand(scan: NameScan, segment: Segment): Segment[] {
  const { head, first, last } = segment;
  if (!head || head.isEnglish || head.index === first) return [segment];
  // A name that is all in capitals holds words that are heads elsewhere: “HUILE COMMUNE”.
  if (isShouted(scan, first, last) && last - first < 5) return [{ first, last }];
  let brand = head.index;
  for (let at = first; at < head.index; at++) {
    if (scan.cues.qualifiers.at(scan.words, at, scan.last) || scan.words[at]?.shape === 'number')
      return [segment];
    if (scan.words[at]?.shape !== 'upper' && scan.words[at]?.shape !== 'mixed') return [segment];
  }
  while (brand > first + 1 && scan.words[brand - 1]?.shape === 'lower') brand--;
  return brand < head.index
    ? [segment]
    : [
        { first, last: head.index },
        { first: head.index, last, head },
      ];
}
