import { announces, appositionAfter, appositionBefore } from './apposition.ts';
import { definitionAfter, pastBrackets } from './definition.ts';
import { legalIn } from './legal-form.ts';
import type { Cues } from './name-cues.ts';
import { nameCues } from './name-cues.ts';
import { kindOf } from './name-kinds.ts';
import type { NameKind } from './name-kinds.ts';
import type { Vote } from './name-mention.ts';
import { isShouted } from './name-segments.ts';
import type { NameScan } from './name-scan.ts';

/** What the words around a name say about its kind; `hasHead` of a name that says so itself. */
export function votesAround(scan: NameScan, first: number, last: number, hasHead: boolean): Vote[] {
  const votes: Vote[] = [];
  const give = (kind: NameKind | undefined, weight: number, rule: Vote['rule']) => {
    if (kind) votes.push({ kind, weight, rule });
  };
  const before = appositionBefore(scan, first);
  // “Hanno sostenuto il progetto la Fondazione X”: with an article of its own it is another.
  const isOther = hasHead && before && announces(before) && isArticle(scan, first - 1);
  if (before && !isOther)
    give(kindOf(before), !hasHead ? 3 : announces(before) ? 4 : 2, 'apposition');
  if (!hasHead) {
    const after = appositionAfter(scan, last);
    if (after) give(kindOf(after.kind), 3, 'apposition');
    if (hasLegalForm(scan, first, last)) give('organisation', 4, 'legal-form');
  }
  const defined = definitionAfter(scan, first, last);
  if (defined) give(kindOf(defined), 3, 'definition');
  give(verbAfter(scan, last), 1.5, 'verb');
  if (!hasHead && isLed(scan, first, last)) give('project', 1.5, 'verb');
  const cue = cueBefore(scan, first);
  // Two or three plain capitals may be a person's: “coordinated by Hind Alami”.
  if (cue)
    give(cue.kind, isPlainRow(scan, first, last) ? Math.min(cue.weight, 1) : cue.weight, 'context');
  return votes;
}

function isArticle(scan: NameScan, at: number): boolean {
  return scan.words[at]?.shape === 'lower' && scan.cues.articles.has(scan.key(at));
}

function isPlainRow(scan: NameScan, first: number, last: number): boolean {
  const words = scan.words.slice(first, last);
  return (
    (words.length === 2 || words.length === 3) &&
    words.every(({ shape }, at) => shape === 'capital' && !scan.isPlace(first + at))
  );
}

function verbAfter(scan: NameScan, last: number): NameKind | undefined {
  const at = pastBrackets(scan, last);
  if (at >= scan.last) return undefined;
  const isQuotedBefore = /^["'], $/.test(between(scan, last));
  const hasComma = at === last && (scan.gap(last - 1) === 'comma' || isQuotedBefore);
  if (hasComma && relative.has(scan.key(at))) {
    // “RURBAN, which ran from 2019 to 2022”
    const verb = scan.cues.verbs.at(scan.words, at + 1, scan.last)?.value;
    return verb === 'project' ? verb : undefined;
  }
  if (at === last && scan.gap(last - 1) !== 'space') return undefined;
  return scan.cues.verbs.at(scan.words, at, scan.last)?.value;
}

function between({ passage, words }: NameScan, last: number): string {
  return passage.shadow.slice(words[last - 1]?.end ?? 0, words[last]?.start);
}

/** “SEA-T, led by the University of Tangier”: capitals, or several words, that somebody leads. */
function isLed(scan: NameScan, first: number, last: number): boolean {
  const own = scan.words.slice(first, last);
  const isLoud = own.every(
    ({ shape, key }) => shape !== 'lower' && (shape !== 'capital' || key.length < 3),
  );
  if (!isLoud || !/^["']?,? (?:\()?$/.test(between(scan, last))) return false;
  return last < scan.last && scan.cues.led.at(scan.words, last, scan.last) !== undefined;
}

const relative = new Set('which that qui que che το που'.split(' '));

/** “organised by the X”, “résultats du X”, “president of X”, “حضور”. */
function cueBefore(
  scan: NameScan,
  first: number,
): { readonly kind: NameKind; readonly weight: number } | undefined {
  const { cues } = scan;
  let end = first;
  while (
    end > scan.first &&
    first - end < 2 &&
    scan.gap(end - 1) !== 'break' &&
    scan.gap(end - 1) !== 'comma' &&
    isSmall(scan, end - 1)
  )
    end--;
  for (let stop = first; stop >= end; stop--) {
    for (let at = stop - 1; at >= Math.max(scan.first, stop - 4); at--) {
      if (scan.gap(at) === 'break') break;
      const cue = cues.before.at(scan.words, at, stop);
      if (cue && at + cue.length === stop) return { kind: cue.value, weight: 1.5 };
      const role = stop < first ? cues.roles.at(scan.words, at, stop) : undefined;
      if (role && at + role.length === stop) return roleWeight(scan.key(at));
    }
  }
  return undefined;
}

/** A person presides over organisations, coordinates projects too, and is the minister of no name. */
function roleWeight(key: string): { readonly kind: NameKind; readonly weight: number } | undefined {
  if (/^(?:minist|υπουργ|وزير)/.test(key)) return undefined;
  return {
    kind: 'organisation',
    weight: /^(?:presid|vice|porta|porte|spokes|secret|tres|treas|tesor|προεδρ|رييس|رئيس)/.test(key)
      ? 3.5
      : 1.5,
  };
}

function isSmall(scan: NameScan, at: number): boolean {
  const key = scan.key(at);
  return scan.cues.articles.has(key) || scan.cues.connectors.has(key);
}

/** A legal form at the beginning, at the end or right beside. */
function hasLegalForm(scan: NameScan, first: number, last: number): boolean {
  return (
    formStands(scan, scan.cues.legal, first, last) ||
    ((/^[a-z]/.test(scan.key(last - 1)) || /^[a-z]/.test(scan.key(last))) &&
      legalIn.some((language) => formStands(scan, nameCues(language).legal, first, last)))
  );
}

function formStands(scan: NameScan, legal: Cues<true>, first: number, last: number): boolean {
  for (let at = first; at < last; at++) {
    const form = legal.at(scan.words, at, scan.last);
    // “SAL E ARGÃO”: a short word at the head of a name in capitals.
    const isWord = at === first && scan.key(at).length < 4 && isShouted(scan, first, last);
    if (
      form &&
      (at > first || at + form.length < last) &&
      !isWord &&
      isWritten(scan, at, form.length)
    )
      return true;
  }
  const gap = scan.gap(last - 1);
  if (gap !== 'space' && gap !== 'comma') return false;
  const form = legal.at(scan.words, last, scan.last);
  return form !== undefined && isWritten(scan, last, form.length);
}

/** Legal forms are written with capitals: `SCOP`, `S.Coop.` */
function isWritten(scan: NameScan, at: number, length: number): boolean {
  return length > 1
    ? scan.isCapital(at) || scan.gap(at) === 'dot'
    : scan.words[at]?.shape === 'upper' ||
        scan.words[at]?.shape === 'mixed' ||
        scan.key(at).length > 3;
}
