import type { TextSpan } from '../../core/document.ts';
import { withoutNumber } from './name-cells.ts';
import { nameCues } from './name-cues.ts';
import type { LabelKind } from './name-kinds.ts';
import type { NameScan } from './name-scan.ts';
import { firstWordAt } from './name-scan.ts';

/** A row of which every cell is short and none a number is a header, not a label with its value. */
export function areLabels(scan: NameScan, cells: readonly TextSpan[]): boolean {
  return cells.every((cell) => {
    const written = scan.passage.text.slice(cell.start, cell.end).trim();
    // “Budget (€)” has its unit beside it.
    const bare = written.replace(/ ?\([^()\d]{1,4}\)$/, '');
    return /^[^\d(]{1,24}$/.test(bare) && bare.split(/\s+/).length <= 2;
  });
}

/** What the words of a cell are the label of. */
export function labelKind(scan: NameScan, cell: TextSpan): LabelKind | undefined {
  const first = firstWordAt(scan.words, cell.start);
  const last = firstWordAt(scan.words, cell.end);
  return kindOfLabel(scan, first, last);
}

/** A label may have a number after it: `Partner 2`. */
export function kindOfLabel(scan: NameScan, first: number, last: number): LabelKind | undefined {
  let end = last;
  while (end > first && scan.words[end - 1]?.shape === 'number') end--;
  if (end <= first || end - first > 6) return undefined;
  const own =
    scan.cues.labels.at(scan.words, first, end) ??
    nameCues(scan.passage.language).labels.at(scan.words, first, end);
  if (own && own.length === end - first) return own.value;
  if (scan.passage.text.length < 8) return undefined;
  const english = nameCues('en').labels.at(scan.words, first, end);
  return english && english.length === end - first ? english.value : undefined;
}

/** A heading may say more in brackets: “Approved projects (by score)”. */
export function headingKind(scan: NameScan): LabelKind | undefined {
  const { start, end } = withoutNumber(scan);
  const bracket = scan.passage.shadow.slice(start, Math.min(end, start + 80)).indexOf(' (');
  const last = bracket < 0 ? scan.last : firstWordAt(scan.words, start + bracket);
  const first = firstWordAt(scan.words, start);
  if (last - first > 6) return undefined;
  return kindOfLabel(scan, first, last);
}

/** “Lead partner: X”. */
export function labelled(
  scan: NameScan,
): { readonly kind: LabelKind; readonly rest: TextSpan } | undefined {
  const { shadow } = scan.passage;
  const { start, end } = scan.block;
  const colon = shadow.slice(start, Math.min(end, start + 60)).indexOf(':');
  if (colon < 0) return undefined;
  const kind = kindOfLabel(scan, scan.first, firstWordAt(scan.words, start + colon));
  return kind && { kind, rest: { start: start + colon + 1, end: Math.min(end, start + 1200) } };
}

/** A sentence cut where another label begins after a semicolon: “Applicant: X; partners: Y, Z”. */
export function clausesOf(shadow: string, { start, end }: TextSpan): TextSpan[] {
  const text = shadow.slice(start, end);
  const parts: TextSpan[] = [];
  let from = start;
  for (const { index } of text.matchAll(/; (?=[^:;,.]{2,30}:)/g)) {
    parts.push({ start: from, end: start + index });
    from = start + index + 2;
  }
  return [...parts, { start: from, end }];
}
