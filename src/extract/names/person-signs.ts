import type { NameScan } from './name-scan.ts';

/** “B. Chauvelot”, but not “S. Coop.” */
export function isInitial(scan: NameScan, at: number): boolean {
  const next = scan.words[at + 1];
  // “R. Yes, …” begins an answer.
  if (
    at === scan.first &&
    !roleAfter(scan, at + 2) &&
    !scan.cues.verbs.at(scan.words, at + 2, scan.last)
  )
    return false;
  return (
    scan.key(at).length === 1 &&
    !scan.cues.honorifics.has(scan.key(at)) &&
    scan.isCapital(at) &&
    scan.gap(at) === 'dot' &&
    scan.passage.shadow.slice(scan.words[at]?.end, next?.start) === '. ' &&
    (next?.shape === 'capital' || (next?.shape === 'upper' && next.key.length > 3)) &&
    !scan.isPlace(at + 1) &&
    scan.cues.legal.at(scan.words, at, scan.last) === undefined &&
    !/^(?:coop|soc)/.test(next.key) &&
    scan.cues.heads.at(scan.words, at + 1, scan.last) === undefined
  );
}

/** “Καλλιόπη Ζαχαριουδάκη”: two capitals, the second with an ending that only surnames have. */
export function hasGreekSurname(scan: NameScan, at: number, end: number): boolean {
  const rows = end - at;
  return (
    (rows === 2 || rows === 3) &&
    greekSurname.test(scan.key(end - 1)) &&
    isWestern(scan, at, end) &&
    scan.words.slice(at, end).every(({ shape }) => shape === 'capital')
  );
}

const greekSurname =
  /^[α-ω]{3,}(?:οπουλοσ|οπουλου|ιδησ|ιδη|ιδου|ιαδησ|ιαδη|ιαδου|ακησ|ακη|ογλου|ιωτησ|ιωτη|ουδησ|ουδη|ουλησ|ουλη|ιαννησ)$/;

/** “GIUNTOLI Fiammetta (…)”: as lists of those present have it. */
export function isSurnameFirst(scan: NameScan, at: number): boolean {
  if (at !== scan.first || scan.words[at]?.shape !== 'upper' || scan.key(at).length < 4)
    return false;
  let next = at + 1;
  while (scan.words[next]?.shape === 'upper' && next - at < 3) next++;
  const given = scan.words[next];
  if (given?.shape !== 'capital' || next >= scan.last || scan.isPlace(next)) return false;
  if (scan.gap(next - 1) !== 'space' || scan.gap(next) === 'space') return false;
  return (
    /^(?:, | \(| - )/.test(scan.passage.shadow.slice(given.end, given.end + 3)) &&
    (scan.block.kind === 'item' || roleAfter(scan, next + 1)) &&
    scan.cues.heads.at(scan.words, at, scan.last) === undefined
  );
}

/** No word of it heads a name or stands for a place. */
export function isWestern(scan: NameScan, at: number, end: number): boolean {
  for (let index = at; index < end; index++) {
    if (scan.cues.heads.at(scan.words, index, scan.last) || scan.isPlace(index)) return false;
    if (scan.cues.plain.has(scan.key(index))) return false;
  }
  return true;
}

/** “its manager, Nadine Union, …”, “Sante Fattoria, agronomo”: a surname that is a word of organisations, with a role at a comma. */
export function isNamedLikeHead(scan: NameScan, at: number, end: number): boolean {
  const isPlain = scan.words.slice(at, end).every(({ shape }) => shape === 'capital');
  if (!isPlain || !isWestern(scan, at, at + 1) || isWestern(scan, at, end)) return false;
  for (let index = at + 1; index < end; index++) if (scan.isPlace(index)) return false;
  const before = scan.words[at - 1];
  const isMarked = scan.passage.shadow.slice(before?.end, scan.words[at]?.start) === ', ';
  return (isMarked && hasRoleRightBefore(scan, at)) || roleAfter(scan, end);
}

/** `, president of`, `(director)`. */
export function roleAfter(scan: NameScan, end: number): boolean {
  const word = scan.words[end];
  if (!word || end >= scan.last || scan.cues.and.has(word.key)) return false;
  const between = scan.passage.shadow.slice(scan.words[end - 1]?.end ?? 0, word.start);
  if (!/^(?:, ?| \(| - )$/.test(between)) return false;
  // “Ana Silva, President, …”
  if (word.shape === 'capital') return scan.cues.roles.at(scan.words, end, scan.last) !== undefined;
  if (word.shape !== 'lower') return false;
  for (let index = end; index < Math.min(end + 3, scan.last); index++)
    if (scan.cues.roles.at(scan.words, index, scan.last)) return true;
  return false;
}

/** A signature: the name alone on its line, and below it what its bearer is. */
export function roleBelow(scan: NameScan, at: number, end: number): boolean {
  if (at !== scan.first || end !== scan.last) return false;
  const { words, text } = scan.passage;
  const next = words[end];
  if (!next) return false;
  const line = text.slice(next.start, next.start + longestRole).split('\n', 1)[0] ?? '';
  return (
    line.length < longestRole &&
    !/[.:]\s*$/.test(line) &&
    scan.cues.roles.at(words, end, words.length) !== undefined
  );
}

/** As long as a line that says what somebody is, in code units. */
const longestRole = 70;

/** `president Ana Silva`, `the director, Ana Silva`. */
export function roleBefore(scan: NameScan, at: number): boolean {
  const between = scan.passage.shadow.slice(
    scan.words[at - 1]?.end ?? 0,
    scan.words[at]?.start ?? 0,
  );
  if (!/^,? $/.test(between)) return false;
  if (hasRoleRightBefore(scan, at)) return true;
  if (between !== ', ') return false;
  for (let index = Math.max(scan.first, at - 8); index < at; index++)
    if (scan.cues.roles.at(scan.words, index, at)) return true;
  return false;
}

function hasRoleRightBefore(scan: NameScan, at: number): boolean {
  for (let index = Math.max(scan.first, at - 3); index < at; index++) {
    const role = scan.cues.roles.at(scan.words, index, scan.last);
    if (role && index + role.length === at) return true;
  }
  return false;
}
