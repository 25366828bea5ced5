import type { HeadKind } from './name-kinds.ts';
import { isBody } from './name-edges.ts';
import { headOver } from './name-run.ts';
import type { NameScan } from './name-scan.ts';

/** “projet MedTOWN”, “la cooperativa La Fageda”, “projet de coopération transfrontalière MedTOWN”. */
export function appositionBefore(scan: NameScan, first: number): HeadKind | undefined {
  if (scan.isFirst(first) || first - 1 < scan.first) return undefined;
  const gap = scan.gap(first - 1);
  if (gap === 'comma') return isOneOfSeveral(scan, first) ? 'project' : undefined;
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

/** “Their second project, Windmills, begins in May”. */
function isOneOfSeveral(scan: NameScan, first: number): boolean {
  const head = headOver(scan, first - 1);
  if (head?.kind !== 'project' || head.index + head.length !== first) return false;
  if (scan.words[first - 1]?.shape === 'upper') return false;
  for (let at = head.index - 1; at >= Math.max(scan.first, head.index - 2); at--) {
    if (scan.gap(at) !== 'space') return false;
    if (scan.cues.qualifiers.at(scan.words, at, head.index)) return true;
  }
  return false;
}

const platform = /^(?:plate?|plata|piatta|πλατ)/;
const by = new Set(
  'through on via tramite attraverso sulla su sur en par mediante traves pela pelo na por mitja μεσω στην'.split(
    ' ',
  ),
);

/** “Projet MedTOWN” may begin a line. */
export function announces(kind: HeadKind | undefined): boolean {
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
export function appositionAfter(
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
