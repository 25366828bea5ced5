import { headAt } from './name-run.ts';
import type { Head } from './name-tail.ts';
import { isParticiple } from './name-tail.ts';
import type { NameScan } from './name-scan.ts';

/** The heads among the capitalised words of a run. */
export function headsIn(scan: NameScan, first: number, last: number): Head[] {
  const found: Head[] = [];
  for (let at = first; at < last; at++) {
    const head = scan.isCapital(at) ? headAt(scan, at) : undefined;
    if (!head || head.index + head.length > last) continue;
    found.push(head);
    at += head.length - 1;
  }
  return found;
}

/** “Lebanese NGO Arcenciel”: what it is, and whose, before its name. */
export function pastNationality(scan: NameScan, first: number, last: number): number {
  let next = first;
  if (isBody(scan.key(first))) {
    while (next + 1 < last && scan.isPlace(next + 1)) next++;
    return next + 1 < last && scan.isCapital(next + 1) ? next + 1 : first;
  }
  while (next < last && scan.isPlace(next)) next++;
  return isBody(scan.key(next)) && next + 1 < last && scan.isCapital(next + 1) ? next + 1 : first;
}

/** “Open Workshop of the project”: of which one, the name does not say. */
export function withoutProject(scan: NameScan, first: number, last: number): number {
  const at = last - 1;
  if (at < first + 2 || scan.words[at]?.shape !== 'lower') return last;
  const isGeneral =
    scan.cues.heads.at(scan.words, at, last)?.value === 'project' || networks.has(scan.key(at));
  return isGeneral &&
    isEdge(scan, at - 1) &&
    /^(?:the|le|la|du|del|della|dello|el|do|da|il|lo|του|τησ|l)$/.test(scan.key(at - 1))
    ? at
    : last;
}

const networks = new Set(
  'network reseau red rete rede xarxa δικτυου consortium consorcio consorzio'.split(' '),
);

/** “NGO”, which stands in capitals before names. */
export function isBody(key: string): boolean {
  return /^(?:ngo|ong|ongd|μκο)$/.test(key);
}

/** “Agenda of the Annual Meeting of …”, “Programma del II Festival …”: what follows is the name. */
export function pastOpener(scan: NameScan, first: number, last: number): number {
  if (!openers.has(scan.key(first))) return first;
  let next = first + 1;
  while (next < last - 1 && scan.words[next]?.shape === 'lower' && isEdge(scan, next)) next++;
  if (next === first + 1 || next >= last) return first;
  const event = headsIn(scan, next, Math.min(next + 4, last)).find((head) => head.kind === 'event');
  return event ? next : first;
}

/** “Porté par l’ONG X”: a sentence begins with what X does. */
export function pastParticiple(scan: NameScan, first: number, last: number): number {
  if (!scan.isFirst(first) || scan.words[first]?.shape !== 'capital' || !isParticiple(scan, first))
    return first;
  let next = first + 1;
  while (next < last - 1 && scan.words[next]?.shape === 'lower' && !headAt(scan, next)) next++;
  return next < last ? next : first;
}

const openers = new Set(
  'agenda minutes report programme program programa programma ordre acta acte verbale ata προγραμμα πρακτικα calendar'.split(
    ' ',
  ),
);

/** “Building C by the City of Nice”: a letter that numbers something. */
export function isLetter(scan: NameScan, index: number): boolean {
  return (
    scan.isCapital(index) &&
    scan.key(index).length === 1 &&
    scan.gap(index) === 'space' &&
    scan.words[index + 1]?.shape === 'lower'
  );
}

export function isEdge(scan: NameScan, index: number): boolean {
  const key = scan.key(index);
  return (
    scan.cues.connectors.has(key) ||
    scan.cues.and.has(key) ||
    scan.cues.articles.has(key) ||
    scan.cues.tail.has(key)
  );
}
