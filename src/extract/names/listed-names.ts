import type { AcronymPair } from './acronym-pair.ts';
import { cellsOf, linesOf, withoutNumber } from './name-cells.ts';
import { columnPair, listedName, partsOf } from './name-in-list.ts';
import type { LabelKind, NameKind } from './name-kinds.ts';
import { isName } from './name-kinds.ts';
import {
  areLabels,
  clausesOf,
  headingKind,
  kindOfLabel,
  labelKind,
  labelled,
} from './name-labels.ts';
import type { NameMention } from './name-mention.ts';
import type { NameScan } from './name-scan.ts';
import { firstWordAt } from './name-scan.ts';
import { segmentsOf } from './name-segments.ts';
import { isContact } from '../text/contact.ts';
import type { PassageBlock } from '../text/passage.ts';
import type { TextSpan } from '../../core/document.ts';

/** Names that stand whole in cells, list items and after labels, and the acronyms that stand in a column beside them. */
export interface Listed {
  readonly names: readonly NameMention[];
  readonly pairs: readonly AcronymPair[];
}

/** The column, the heading or the label says what these names are. */
export function findListed(
  blocks: readonly PassageBlock[],
  scanOf: (block: PassageBlock) => NameScan,
): Listed {
  const names: NameMention[] = [];
  const pairs: AcronymPair[] = [];
  let columns: readonly (LabelKind | undefined)[] = [];
  let listKind: NameKind | undefined;
  let wasRow = false;
  let project: NameMention | undefined;
  for (const block of blocks.flatMap((each) => linesOf(scanOf(each)))) {
    const scan = scanOf(block);
    const cells = cellsOf(scan);
    const kinds = cells.map((cell) => labelKind(scan, cell));
    const isLabelled = cells.length === 2 && kinds[0] !== undefined;
    const isHeader = !wasRow && kinds.some((kind) => isName(kind) || kind === 'acronym');
    if (
      block.kind === 'row' ||
      isLabelled ||
      (cells.length > 2 && (columns.length > 0 || isHeader))
    ) {
      if (isHeader && (cells.length > 2 || areLabels(scan, cells))) columns = kinds;
      else if (isLabelled) {
        columns = [];
        const name = listedName(scan, cells[1], kinds[0], 'table');
        if (name) names.push(name);
      } else {
        const found = cells.map((cell, at) => listedName(scan, cell, columns[at], 'table'));
        const acronym = cells[columns.indexOf('acronym')];
        const long =
          found.find((name) => name?.kind === 'organisation') ??
          found.find((name) => name !== undefined);
        const pair = long && acronym && columnPair(scan, long, acronym);
        if (pair) pairs.push(pair);
        names.push(...found.filter((name) => name !== undefined));
      }
      wasRow = true;
      // “Name  X” below “Partner 2” is one of a list that goes on.
      if (block.kind === 'row' || !isLabelled) listKind = undefined;
      continue;
    }
    wasRow = false;
    columns = [];
    names.push(...labelledWithin(scan));
    const label = labelled(scan);
    if (label && label.rest.end > label.rest.start) {
      if (label.kind === 'acronym') {
        const pair = project && columnPair(scan, project, label.rest);
        const name = listedName(scan, label.rest, 'project', 'label');
        if (pair) pairs.push(pair);
        if (name) names.push(name);
      } else if (isName(label.kind)) {
        const kind = label.kind;
        const found = actorsIn(scan, label.rest)
          .flatMap((part) => listedName(scan, part, kind, 'label') ?? [])
          .filter((name) => kind !== 'organisation' || !isContact(scan.passage.text, name));
        if (kind === 'project') project ??= found[0];
        names.push(...found);
      }
      listKind = undefined;
      continue;
    }
    const heading = label ? label.kind : headingKind(scan);
    if (heading === 'other' || heading === 'links') listKind = undefined;
    else if (isName(heading)) listKind = heading;
    else if (listKind && (block.kind === 'item' || isShort(scan))) {
      const name = isAddress(scan)
        ? undefined
        : listedName(scan, withoutNumber(scan), listKind, 'table');
      if (name) names.push(name);
    } else if (block.kind === 'heading' || block.kind === 'item') listKind = undefined;
    else if (!startsWithName(scan)) listKind = undefined;
    else if (listKind === 'project') {
      const name = listedName(scan, withoutNumber(scan), listKind, 'table');
      if (name) names.push(name);
    }
  }
  return { names, pairs };
}

/** The parts of what follows a label; “the Guild of X and the University of Y” are two where both have a head word. */
function actorsIn(scan: NameScan, rest: TextSpan): TextSpan[] {
  return partsOf(scan.passage, rest).flatMap((part) => {
    const first = firstWordAt(scan.words, part.start);
    const last = firstWordAt(scan.words, part.end);
    if (last - first > longestPair) return [part];
    const segments = segmentsOf(scan, { first, last });
    const areNames = segments.every(({ head }) => head !== undefined && head.kind !== 'none');
    if (segments.length < 2 || !areNames) return [part];
    return segments.map((segment) => ({
      start: scan.words[segment.first]?.start ?? part.start,
      end: scan.words[segment.last - 1]?.end ?? part.end,
    }));
  });
}

/** So many words have two names that “and” joins. */
const longestPair = 24;

/** A line that is no sentence. */
function isShort(scan: NameScan): boolean {
  const { shadow } = scan.passage;
  const { start, end, kind } = scan.block;
  const isOther = /^[^:]{2,40}:/.test(shadow.slice(start, Math.min(end, start + 42)));
  return (
    kind === 'paragraph' &&
    !isOther &&
    scan.last - scan.first <= 16 &&
    !/[.!?]\s*$/.test(shadow.slice(Math.max(start, end - 4), end))
  );
}

/** “Coruche, Portugal” below a name. */
function isAddress(scan: NameScan): boolean {
  const { block, passage } = scan;
  if (block.kind !== 'paragraph' || !scan.isCapital(scan.first)) return false;
  const after = passage.shadow.slice(
    scan.words[scan.first]?.end ?? 0,
    scan.words[scan.first + 1]?.start ?? 0,
  );
  return after === ', ' && scan.isPlace(scan.first + 1);
}

/** “Working title: COMMON TABLE.” within a paragraph. */
function labelledWithin(scan: NameScan): NameMention[] {
  const { shadow } = scan.passage;
  const sentences = scan.block.sentences.flatMap((sentence, at) => {
    const parts = clausesOf(shadow, sentence);
    return at === 0 ? parts.slice(1) : parts;
  });
  return sentences.flatMap(({ start, end }) => {
    const colon = shadow.slice(start, Math.min(end, start + 40)).indexOf(':');
    if (colon < 0) return [];
    const kind = kindOfLabel(
      scan,
      firstWordAt(scan.words, start),
      firstWordAt(scan.words, start + colon),
    );
    if (!isName(kind)) return [];
    return actorsIn(scan, { start: start + colon + 1, end }).flatMap(
      (part) => listedName(scan, part, kind, 'label') ?? [],
    );
  });
}

/** A paragraph that begins with a few words, then a bracket, a dot or a dash: a name with its description. */
function startsWithName(scan: NameScan): boolean {
  const { shadow } = scan.passage;
  const { start, end } = withoutNumber(scan);
  const head = scan.passage.text.slice(start, Math.min(end, start + 60));
  return (
    /^[^.(:,]{3,50}(?: \(|\. | - )/.test(shadow.slice(start, Math.min(end, start + 60))) ||
    // Before a colon or a comma only what is written as a name: a word there is a label, or begins a sentence.
    /^(?:["“«][^"”»:]{2,50}["”»]|[\p{Lu}\d&-]{3,20}(?: [\p{Lu}\d&-]{1,20}){0,4}) ?[:,] /u.test(head)
  );
}
