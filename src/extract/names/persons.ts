import type { TextSpan } from '../../core/document.ts';
import { nameCues } from './name-cues.ts';
import { headAt } from './name-run.ts';
import type { NameScan } from './name-scan.ts';
import {
  hasGreekSurname,
  isInitial,
  isNamedLikeHead,
  isSurnameFirst,
  isWestern,
  roleAfter,
  roleBefore,
  roleBelow,
} from './person-signs.ts';

/** Particles of surnames. */
const particles = new Set(
  'de da do dos das del della di la le van von der el al ben bin ibn bou abu y i e'.split(' '),
);

/** Words of a name before which or after which nothing else needs to say that it is a person's. */
const longest = 5;

/**
 * Names of persons: capitalised words beside a title, a role or a speech verb, or that begin with a given name. They are
 * found so that they are not taken for organisations, and are never kept.
 */
export function findPersons(scan: NameScan): TextSpan[] {
  const found: TextSpan[] = [];
  const { words } = scan;
  for (let at = scan.first; at < scan.last; at++) {
    if (
      !isNamePart(scan, at) ||
      (particles.has(scan.key(at + 1)) &&
        scan.words[at]?.shape === 'capital' &&
        !scan.cues.given.has(scan.key(at)) &&
        scan.cues.given.has(scan.key(at + 2)))
    )
      continue;
    const end = nameEnd(scan, at);
    const length = partsIn(scan, at, end);
    const afterHonorific = hasHonorific(scan, at);
    const given =
      (isGiven(scan, at) ||
        isInitial(scan, at) ||
        isSurnameFirst(scan, at) ||
        hasGreekSurname(scan, at, end)) &&
      length >= 2;
    if (isNamesake(scan, at)) {
      at = end - 1;
      continue;
    }
    const isPerson =
      (afterHonorific && !scan.cues.roles.at(scan.words, at, end)) ||
      given ||
      (length >= 2 &&
        length <= 4 &&
        isWestern(scan, at, end) &&
        (roleAfter(scan, end) || roleBefore(scan, at) || roleBelow(scan, at, end))) ||
      (length >= 2 && length <= 3 && isNamedLikeHead(scan, at, end));
    const first = words[at];
    const last = words[end - 1];
    if (isPerson && isNamesakeBefore(scan, at)) at = end - 1;
    else if (isPerson && first && last) {
      found.push({ start: first.start, end: last.end });
      at = end - 1;
    } else if (end > at + 1 && !given) {
      at = skipTo(scan, at, end);
    }
  }
  return found;
}

/** A given name may follow other capitals: `Ministra Ana Silva`. */
function skipTo(scan: NameScan, at: number, end: number): number {
  for (let next = at + 1; next < end; next++) {
    if (scan.cues.given.has(scan.key(next)) || hasHonorific(scan, next)) return next - 1;
  }
  return end - 1;
}

function isNamePart(scan: NameScan, index: number): boolean {
  const word = scan.words[index];
  if (
    !word ||
    scan.cues.ends.has(word.key) ||
    (scan.cues.honorifics.has(word.key) && word.key.length > 1)
  )
    return false;
  if (word.shape === 'caseless') return scan.cues.given.has(word.key) || hasHonorific(scan, index);
  if (scan.isTaken(index)) return false;
  return (
    word.shape === 'capital' ||
    (word.shape === 'upper' &&
      (isInitial(scan, index) ||
        isSurnameFirst(scan, index) ||
        (word.key.length > 3 && hasHonorific(scan, index))))
  );
}

/** A given name of the language, or of another that writes with Latin letters. */
function isGiven(scan: NameScan, at: number): boolean {
  const key = scan.key(at);
  if (scan.cues.given.has(key)) return true;
  return (
    /^[a-z]/.test(key) &&
    key.length > 3 &&
    latin.some((language) => nameCues(language).given.has(key))
  );
}

const latin = ['en', 'fr', 'es', 'it', 'pt', 'ca'] as const;

/** “Anna Lindh Foundation”, which English names after the person. */
function isNamesakeBefore(scan: NameScan, at: number): boolean {
  for (let next = at + 1; next < Math.min(at + 5, scan.last); next++) {
    if (scan.gap(next - 1) !== 'space' || !scan.isCapital(next)) return false;
    const head = next > at + 1 ? headAt(scan, next) : undefined;
    if (head?.isEnglish && (head.kind === 'organisation' || head.kind === 'authority')) return true;
  }
  return false;
}

/** Past the last word of a run of capitals, with the particles of surnames. */
function nameEnd(scan: NameScan, at: number): number {
  if (scan.words[at]?.shape === 'caseless') return arabicEnd(scan, at);
  let end = at + 1;
  while (end < scan.last && end - at < longest + 2) {
    const gap = scan.gap(end - 1);
    const initial = gap === 'dot' && scan.key(end - 1).length === 1;
    if (gap !== 'space' && gap !== 'joined' && !initial) break;
    if (scan.words[end]?.shape === 'capital') end++;
    else if (
      scan.words[end]?.shape === 'upper' &&
      scan.key(end).length > 3 &&
      (end === at ||
        gap === 'joined' ||
        hasHonorific(scan, at) ||
        isInitial(scan, at) ||
        isSurnameFirst(scan, at))
    )
      end++;
    else if (
      particles.has(scan.key(end)) &&
      scan.words[end + 1]?.shape === 'capital' &&
      scan.gap(end) === 'space'
    )
      end += 2;
    else if (
      scan.words[end]?.shape === 'upper' &&
      scan.key(end).length > 3 &&
      end === at + 1 &&
      scan.cues.given.has(scan.key(at))
    )
      end++;
    else break;
  }
  return end;
}

/** A given name, then a surname with its particle: `سعاد بن عمر`. */
function arabicEnd(scan: NameScan, at: number): number {
  let end = at + 1;
  for (let parts = 1; parts < 2 && end < scan.last && scan.gap(end - 1) === 'space'; end++) {
    if (
      scan.cues.ends.has(scan.key(end)) ||
      scan.cues.heads.at(scan.words, end, scan.last) ||
      scan.cues.roles.at(scan.words, end, scan.last)
    )
      break;
    if (!/^(?:بن|ابن|بنت|ابو|ال)$/.test(scan.key(end))) parts++;
  }
  return end;
}

function partsIn(scan: NameScan, at: number, end: number): number {
  let count = 0;
  for (let index = at; index < end; index++) if (!particles.has(scan.key(index))) count++;
  return count;
}

function hasHonorific(scan: NameScan, at: number): boolean {
  const before = at - 1;
  if (before < scan.first || !scan.cues.honorifics.has(scan.key(before))) return false;
  const between = scan.passage.shadow.slice(
    scan.words[before]?.end ?? 0,
    scan.words[at]?.start ?? 0,
  );
  // “Α.Σ.Κ.Ε.”: a letter among letters is no title.
  if (between === '.' && scan.key(before).length === 1) return false;
  // `M.` is a title, `m` a measure; `en` and `na` stand before Catalan names, but mostly elsewhere.
  if (scan.key(before) === 'm' && between === '. ' && scan.isCapital(before)) return true;
  // “Ca na Margalida” is a house.
  if (/^(?:en|na|d|m)$/.test(scan.key(before)))
    return scan.cues.given.has(scan.key(at)) && scan.key(before - 1) !== 'ca';
  return between.length <= 2;
}

/** “Universidad Miguel Hernández”, “Lycée Paul Bousquet”: what bears the name of a person. */
function isNamesake(scan: NameScan, at: number): boolean {
  if (scan.words[at]?.shape === 'caseless') {
    const head = at > scan.first ? scan.cues.heads.at(scan.words, at - 1, at) : undefined;
    return head?.value === 'organisation' || head?.value === 'authority';
  }
  for (let before = at - 1; before >= Math.max(scan.first, at - 5); before--) {
    const gap = scan.gap(before);
    if (gap !== 'space' && gap !== 'joined') return false;
    const head = scan.isCapital(before)
      ? scan.cues.heads.at(scan.words, before, scan.last)
      : undefined;
    if (head) return true;
    if (
      !scan.isCapital(before) &&
      !scan.cues.connectors.has(scan.key(before)) &&
      scan.words[before]?.shape !== 'lower'
    )
      return false;
    if (scan.cues.ends.has(scan.key(before)) && !scan.cues.connectors.has(scan.key(before)))
      return false;
    if (
      scan.cues.verbs.at(scan.words, before, scan.last) ||
      scan.cues.roles.at(scan.words, before, scan.last) ||
      scan.cues.honorifics.has(scan.key(before))
    )
      return false;
  }
  return false;
}
