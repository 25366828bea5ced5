import type { Cues } from './name-cues.ts';
import { nameCues } from './name-cues.ts';
import { kindOf } from './name-kinds.ts';
import type { HeadKind, NameKind } from './name-kinds.ts';
import type { Vote } from './name-mention.ts';
import { headOver } from './name-run.ts';
import { isBody } from './name-edges.ts';
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

/** “projet MedTOWN”, “la cooperativa La Fageda”, “projet de coopération transfrontalière MedTOWN”. */
function appositionBefore(scan: NameScan, first: number): HeadKind | undefined {
  if (scan.isFirst(first) || first - 1 < scan.first) return undefined;
  const gap = scan.gap(first - 1);
  if (gap !== 'space') return undefined;
  if (
    scan.words[first - 1]?.shape !== 'lower' &&
    !announces(headOver(scan, first - 1)?.kind) &&
    !isBody(scan.key(first - 1))
  )
    return undefined;
  const { cues } = scan;
  for (let at = first - 1; at >= Math.max(scan.first, first - 8); at--) {
    const head = headOver(scan, at);
    if (head && head.index + head.length <= first) {
      if (scan.words[at]?.shape === 'upper' && !isBody(scan.key(at))) return undefined;
      // “through the platform X”: a site, not a network.
      if (platform.test(head.key) && by.has(scan.key(head.index - 1))) return undefined;
      if (platform.test(head.key) && by.has(scan.key(head.index - 2))) return undefined;
      return fits(scan, head.index + head.length, first) &&
        (cues.language !== 'en' || head.index + head.length === first)
        ? head.kind
        : undefined;
    }
    if (scan.gap(at) !== 'space' && scan.gap(at) !== 'joined') return undefined;
    if (cues.ends.has(scan.key(at)) && !cues.connectors.has(scan.key(at))) return undefined;
  }
  return undefined;
}

const platform = /^(?:plate?|plata|piatta|πλατ)/;
const by = new Set(
  'through on via tramite attraverso sulla su sur en par mediante traves pela pelo na por mitja μεσω στην'.split(
    ' ',
  ),
);

/** “Projet MedTOWN” may begin a line. */
function announces(kind: HeadKind | undefined): boolean {
  return kind === 'project' || kind === 'programme';
}

/** Between a head and its name stand only adjectives and complements, and no connector last. */
function fits(scan: NameScan, from: number, to: number): boolean {
  let contents = 0;
  let isComplement = false;
  for (let at = from; at < to; at++) {
    const key = scan.key(at);
    const isSmall = scan.cues.connectors.has(key) || scan.cues.and.has(key);
    if (at === to - 1 && (isSmall || scan.cues.articles.has(key)))
      return scan.cues.articles.has(key) && from === at;
    if (isSmall) {
      isComplement = true;
      contents = 0;
    } else if (/^(?:pour|per|para|to|a)$/.test(scan.key(at - 1)) && /[aei]re?$/.test(key)) {
      // “an agreement to set up X”: what is set up is no agreement.
      return false;
    } else if (!scan.cues.plain.has(key) && !scan.isPlace(at)) {
      contents++;
      if (!isComplement || contents > 2) return false;
    }
  }
  return true;
}

/** “the ICS project”, “Campania region”. */
function appositionAfter(
  scan: NameScan,
  last: number,
): { readonly kind: HeadKind; readonly last: number } | undefined {
  if (scan.cues.language !== 'en' || last >= scan.last) return undefined;
  if (scan.gap(last - 1) !== 'space' || scan.words[last]?.shape !== 'lower') return undefined;
  const head = scan.cues.heads.at(scan.words, last, scan.last);
  if (!head) return undefined;
  const next = last + head.length;
  // “Adriatic and Ionian region”: an actor only where its place is known.
  if (head.value === 'authority' && !scan.isPlace(last - 1)) return undefined;
  // “the ICS project partners” is about the project; “the CEPES training centre” is not about CEPES.
  return { kind: head.value, last: next };
}

/** “X is a cooperative”, “X, una federación”. */
function definitionAfter(scan: NameScan, first: number, last: number): HeadKind | undefined {
  const announced = announcedBefore(scan, last);
  if (announced || last >= scan.last) return announced;
  const { cues } = scan;
  let at = last;
  const isComma = scan.gap(last - 1) === 'comma';
  // “Ensuite, le projet …”
  if (
    isComma &&
    last - first === 1 &&
    scan.isFirst(first) &&
    scan.words[first]?.shape === 'capital'
  )
    return undefined;
  if (!isComma) {
    at = pastBrackets(scan, last);
    if (!cues.copulas.has(scan.key(at))) return undefined;
    at++;
  }
  // “Avise, agence d’ingénierie …”: beside a comma the head may stand alone.
  const head =
    isComma && scan.words[at]?.shape === 'lower'
      ? cues.heads.at(scan.words, at, scan.last)
      : undefined;
  if (head && cues.language !== 'en') return head.value;
  if (!cues.articles.has(scan.key(at)) && cues.language !== 'el' && cues.language !== 'ar')
    return undefined;
  if (!isComma || cues.articles.has(scan.key(at))) at++;
  for (let step = 0; step < 4 && at < scan.last; step++, at++) {
    if (step > 0 && scan.gap(at - 1) !== 'space' && scan.gap(at - 1) !== 'joined') return undefined;
    const head = cues.heads.at(scan.words, at, scan.last);
    if (head && scan.words[at]?.shape === 'lower') {
      const isLast =
        cues.language !== 'en' || !cues.heads.at(scan.words, at + head.length, scan.last);
      if (isLast) return head.value;
    }
    if (cues.ends.has(scan.key(at)) && !cues.articles.has(scan.key(at))) return undefined;
  }
  return undefined;
}

/** “A new association of cooperatives has been created: Medcoop.” */
function announcedBefore(scan: NameScan, last: number): HeadKind | undefined {
  const { shadow } = scan.passage;
  let first = last - 1;
  while (
    first > scan.first &&
    last - first < 4 &&
    scan.isCapital(first - 1) &&
    scan.gap(first - 1) === 'space'
  )
    first--;
  const start = scan.words[first]?.start ?? 0;
  const end = scan.words[last - 1]?.end ?? 0;
  if (
    shadow.slice(start - 2, start) !== ': ' ||
    !/^(?:[.!]?(?:\n|$)|[.!] )/.test(shadow.slice(end, end + 2)) ||
    last - first > 4
  )
    return undefined;
  for (let at = Math.max(scan.first, first - 16); at < first; at++) {
    const head =
      scan.words[at]?.shape === 'lower' ? scan.cues.heads.at(scan.words, at, scan.last) : undefined;
    if (
      head &&
      head.value !== 'none' &&
      scan.words.slice(Math.max(scan.first, at - 3), at).some((word) => singles.has(word.key))
    )
      return head.value;
  }
  return undefined;
}

const singles = new Set('a an un una une um uma μια ενα ενασ'.split(' '));

/** Past “(ACR)” and “, ACR,”. */
function pastBrackets(scan: NameScan, last: number): number {
  const before = scan.words[last - 1];
  const word = scan.words[last];
  if (!before || !word) return last;
  if (!/^ \($/.test(scan.passage.shadow.slice(before.end, word.start))) return last;
  for (let at = last; at < Math.min(last + 4, scan.last - 1); at++) {
    const between = scan.passage.shadow.slice(
      scan.words[at]?.end ?? 0,
      scan.words[at + 1]?.start ?? 0,
    );
    if (between.startsWith(')')) return at + 1;
  }
  return last;
}

function verbAfter(scan: NameScan, last: number): NameKind | undefined {
  const at = pastBrackets(scan, last);
  if (at >= scan.last) return undefined;
  if (at === last && scan.gap(last - 1) === 'comma' && relative.has(scan.key(at))) {
    // “RURBAN, which ran from 2019 to 2022”
    const verb = scan.cues.verbs.at(scan.words, at + 1, scan.last)?.value;
    return verb === 'project' ? verb : undefined;
  }
  if (at === last && scan.gap(last - 1) !== 'space') return undefined;
  return scan.cues.verbs.at(scan.words, at, scan.last)?.value;
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

/** Legal forms of other countries stand in texts of every language. */
const legalIn = ['it', 'es', 'en', 'fr'] as const;

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
    ? scan.isCapital(at)
    : scan.words[at]?.shape === 'upper' ||
        scan.words[at]?.shape === 'mixed' ||
        scan.key(at).length > 3;
}

/** The end of a name with the last dot of a legal form: `S. Coop. And.` */
export function closeDot(scan: NameScan, first: number, last: number, end: number): number {
  const isDotted =
    last - first > 1 && scan.gap(last - 2) === 'dot' && hasLegalForm(scan, first, last);
  return isDotted && scan.passage.text[end] === '.' ? end + 1 : end;
}
