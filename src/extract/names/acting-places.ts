import { votesAround } from './context.ts';
import type { KnownSpan } from './found-entity.ts';
import type { NameScan } from './name-scan.ts';
import { firstWordAt } from './name-scan.ts';
import type { Passage, PassageBlock } from '../text/passage.ts';

/**
 * Known names without those that are only places here: a region is an actor where it does what organisations do, or where
 * the document also gives the longer name of its government.
 */
export function withoutMerePlaces(
  passage: Passage,
  scans: ReadonlyMap<PassageBlock, NameScan>,
  known: readonly KnownSpan[],
  places: ReadonlySet<number>,
): readonly KnownSpan[] {
  const list = [...scans.values()];
  const acting = new Set<string>();
  const wordsOf = ({ start, end }: KnownSpan) =>
    [firstWordAt(passage.words, start), firstWordAt(passage.words, end)] as const;
  const isPlace = (hit: KnownSpan) => {
    const [first, last] = wordsOf(hit);
    for (let at = first; at < last; at++) if (!places.has(at)) return false;
    return hit.records.every(({ kind }) => kind === 'organisation');
  };
  for (const hit of known) {
    const [first, last] = wordsOf(hit);
    const scan = scanAt(list, first);
    const acts =
      scan !== undefined &&
      !isEndOfName(scan, first) &&
      votesAround(scan, first, last, false).some(({ kind }) => kind === 'organisation');
    if (acts || !isPlace(hit)) for (const { id } of hit.records) acting.add(id);
  }
  for (const row of rowsOf(passage, known.filter(isPlace))) {
    const [first] = row[0] ? wordsOf(row[0]) : [0];
    const scan = scanAt(list, first);
    const leads =
      scan &&
      (scan.cues.connectors.has(scan.key(first - 1)) || scan.cues.ends.has(scan.key(first - 1)));
    const acts = row.some(({ records }) => records.some(({ id }) => acting.has(id)));
    if (row.length > 2 && acts && leads === false)
      for (const { records } of row) for (const { id } of records) acting.add(id);
  }
  return known.filter((hit) => !isPlace(hit) || hit.records.some(({ id }) => acting.has(id)));
}

/** “Coop57 Andalucía” or “Red de Monedas de Andalucía” acts, which Andalusia does not. */
function isEndOfName(scan: NameScan, first: number): boolean {
  let at = first;
  do {
    const [before, word] = [scan.words[at - 1], scan.words[at]];
    if (!before || !word || word.start - before.end !== 1) return false;
    if (scan.cues.articles.has(before.key)) return false;
    at -= 1;
  } while (scan.cues.connectors.has(scan.words[at]?.key ?? '') && first - at < 3);
  return scan.words[at]?.shape !== 'lower';
}

/** Places that stand in one list: “Occitania, Campania, Corsica, and Catalonia”. */
function rowsOf(passage: Passage, hits: readonly KnownSpan[]): KnownSpan[][] {
  const rows: KnownSpan[][] = [];
  for (const hit of hits.toSorted((a, b) => a.start - b.start)) {
    const row = rows.at(-1);
    const before = row?.at(-1);
    const between = before
      ? passage.shadow.slice(before.end, Math.min(hit.start, before.end + 9))
      : '';
    const isNext =
      before &&
      hit.start - before.end < 9 &&
      /^,? ?(?:(?:and|et|y|e|i|και|و) ?)?(?:l'|the )?$/.test(between);
    if (row && isNext) row.push(hit);
    else rows.push([hit]);
  }
  return rows;
}

/** The scan of the block that holds a word. */
function scanAt(scans: readonly NameScan[], index: number): NameScan | undefined {
  let low = 0;
  let high = scans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scans[middle]?.last ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  const found = scans[low];
  return found && found.first <= index ? found : undefined;
}
