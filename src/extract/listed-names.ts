import type { TextSpan } from '../core/document.ts';
import type { AcronymPair } from './acronym-pair.ts';
import { closeDot } from './context.ts';
import type { LabelKind, NameKind } from './name-kinds.ts';
import { cellsOf, withoutNumber } from './name-cells.ts';
import type { NameMention } from './name-mention.ts';
import { nameCues } from './name-cues.ts';
import type { NameScan } from './name-scan.ts';
import { firstWordAt } from './name-scan.ts';
import type { Passage, PassageBlock } from './passage.ts';

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
  for (const block of blocks) {
    const scan = scanOf(block);
    const cells = cellsOf(scan);
    const kinds = cells.map((cell) => labelKind(scan, cell));
    const isLabelled = cells.length === 2 && kinds[0] !== undefined;
    const isHeader = !wasRow && kinds.some((kind) => kind !== undefined && kind !== 'other');
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
      } else if (label.kind !== 'other') {
        const kind = label.kind;
        const found = partsOf(scan.passage, label.rest).flatMap(
          (part) => listedName(scan, part, kind, 'label') ?? [],
        );
        if (kind === 'project') project ??= found[0];
        names.push(...found);
      }
      listKind = undefined;
      continue;
    }
    const heading = label ? label.kind : headingKind(scan);
    if (heading === 'other') listKind = undefined;
    else if (heading !== undefined && heading !== 'acronym') listKind = heading;
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
    if (kind === undefined || kind === 'acronym' || kind === 'other') return [];
    return partsOf(scan.passage, { start: start + colon + 1, end }).flatMap(
      (part) => listedName(scan, part, kind, 'label') ?? [],
    );
  });
}

/** A sentence cut where another label begins after a semicolon: “Applicant: X; partners: Y, Z”. */
function clausesOf(shadow: string, { start, end }: TextSpan): TextSpan[] {
  const text = shadow.slice(start, end);
  const parts: TextSpan[] = [];
  let from = start;
  for (const { index } of text.matchAll(/; (?=[^:;,.]{2,30}:)/g)) {
    parts.push({ start: from, end: start + index });
    from = start + index + 2;
  }
  return [...parts, { start: from, end }];
}

/** A paragraph that begins with a few words, then a bracket, a dot or a dash: a name with its description. */
function startsWithName(scan: NameScan): boolean {
  const { shadow } = scan.passage;
  const { start, end } = withoutNumber(scan);
  return /^[^.(:,]{3,50}(?: \(|\. | - )/.test(shadow.slice(start, Math.min(end, start + 60)));
}

function columnPair(scan: NameScan, long: NameMention, cell: TextSpan): AcronymPair | undefined {
  const first = firstWordAt(scan.words, cell.start);
  const last = firstWordAt(scan.words, cell.end);
  const [word, end] = [scan.words[first], scan.words[last - 1]];
  if (!word || !end || last <= first || last - first > 4) return undefined;
  if (word.shape === 'lower' || word.shape === 'number' || end.end - word.start > 24)
    return undefined;
  return {
    short: { start: word.start, end: end.end },
    long: { start: long.start, end: long.end },
    rule: 'covered',
    confidence: 0.95,
  };
}

/** A row of which every cell is short and none a number is a header, not a label with its value. */
function areLabels(scan: NameScan, cells: readonly TextSpan[]): boolean {
  const kinds = cells.filter((cell) =>
    /^[^\d(]{1,24}$/.test(scan.passage.text.slice(cell.start, cell.end).trim()),
  );
  return (
    kinds.length === cells.length &&
    cells.every(
      (cell) => scan.passage.text.slice(cell.start, cell.end).trim().split(/\s+/).length <= 2,
    )
  );
}

function labelKind(scan: NameScan, cell: TextSpan): LabelKind | undefined {
  const first = firstWordAt(scan.words, cell.start);
  const last = firstWordAt(scan.words, cell.end);
  return kindOfLabel(scan, first, last);
}

/** A label may have a number after it: `Partner 2`. */
function kindOfLabel(scan: NameScan, first: number, last: number): LabelKind | undefined {
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
function headingKind(scan: NameScan): LabelKind | undefined {
  const { start, end } = withoutNumber(scan);
  const bracket = scan.passage.shadow.slice(start, Math.min(end, start + 80)).indexOf(' (');
  const last = bracket < 0 ? scan.last : firstWordAt(scan.words, start + bracket);
  const first = firstWordAt(scan.words, start);
  if (last - first > 6) return undefined;
  return kindOfLabel(scan, first, last);
}

/** “Lead partner: X”. */
function labelled(
  scan: NameScan,
): { readonly kind: LabelKind; readonly rest: TextSpan } | undefined {
  const { shadow } = scan.passage;
  const { start, end } = scan.block;
  const colon = shadow.slice(start, Math.min(end, start + 60)).indexOf(':');
  if (colon < 0) return undefined;
  const kind = kindOfLabel(scan, scan.first, firstWordAt(scan.words, start + colon));
  return kind && { kind, rest: { start: start + colon + 1, end: Math.min(end, start + 1200) } };
}

/** The names of a list in one line: by semicolons, else by commas outside brackets. */
function partsOf(passage: Passage, rest: TextSpan): TextSpan[] {
  const text = passage.shadow.slice(rest.start, rest.end);
  const separators = /[;؛]/.test(text) ? ';؛' : ',،';
  const parts: TextSpan[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const unit = text[at] ?? ';';
    if (unit === '(') depth++;
    else if (unit === ')') depth = Math.max(0, depth - 1);
    if (at < text.length && (depth > 0 || !separators.includes(unit))) continue;
    parts.push({ start: rest.start + from, end: rest.start + at });
    from = at + 1;
  }
  return parts.length > 12 ? parts.slice(0, 60) : parts;
}

/** A cell, item or part that looks like a name, up to a bracket, a dash or a comma. */
function listedName(
  scan: NameScan,
  span: TextSpan | undefined,
  kind: LabelKind | undefined,
  rule: 'table' | 'label',
): NameMention | undefined {
  if (!span || !kind || kind === 'acronym' || kind === 'other') return undefined;
  const inner = scan.passage.shadow.slice(span.start, Math.min(span.end, span.start + 300));
  const stop = inner.search(
    / \(|[,،](?! ?(?:s\.|soc|lda|srl|inc))| - |;|\.$|\. (?!coop|and|mad)[^a-z]?| \/ |\n/,
  );
  const cut = span.start + (stop < 0 ? inner.length : stop);
  let first = firstWordAt(scan.words, span.start);
  const last = firstWordAt(scan.words, cut);
  while (first < last && isLead(scan, first, last)) first++;
  const words = scan.words.slice(first, last);
  const [word, end] = [words[0], words.at(-1)];
  if (
    !word ||
    !end ||
    words.length > 16 ||
    words.every(({ shape }) => shape === 'lower' || shape === 'number')
  )
    return undefined;
  if (word.shape === 'lower' && words[1]?.shape === 'lower') return undefined;
  const all = words.map((_, at) => first + at);
  if (scan.cues.ends.has(word.key) && words[1]?.shape !== 'capital' && kind === 'event')
    return undefined;
  if (all.some((at) => scan.isTaken(at)) || all.every((at) => scan.isPlace(at))) return undefined;
  if (
    words.length === 1 &&
    kind !== 'project' &&
    (scan.cues.acronyms.has(word.key) || scan.cues.heads.at(scan.words, first, last))
  )
    return undefined;
  if (scan.cues.language === 'ar') {
    if (!scan.cues.heads.at(scan.words, first, last) && words.length > 4) return undefined;
  } else if (words.every(({ key, shape }) => shape === 'lower' || scan.cues.plain.has(key)))
    return undefined;
  const closed = closeDot(scan, first, last, closing(scan.passage.text, word.start, end.end));
  const alias = kind === 'project' ? titleAfter(scan, last, span.end) : undefined;
  return {
    ...(alias && { alias }),
    start: word.start,
    end: closed,
    first,
    last,
    rule,
    kind,
    votes: [{ kind, weight: 4, rule }],
  };
}

/** “LIEVITO MADRE – Panifici di comunità”: the title after the short name. */
function titleAfter(scan: NameScan, last: number, end: number): TextSpan | undefined {
  const next = scan.words[last];
  const final = scan.words[firstWordAt(scan.words, end) - 1];
  if (!next || !final || next.start >= end || final.end - next.start > 160) return undefined;
  const between = scan.passage.shadow.slice(scan.words[last - 1]?.end ?? 0, next.start);
  return /^["']? - ["']?$/.test(between) && final.end > next.end
    ? { start: next.start, end: final.end }
    : undefined;
}

/** A quotation mark that was opened within is closed. */
function closing(text: string, start: number, end: number): number {
  return /[«“"]/.test(text.slice(start, end)) && /[»”"]/.test(text[end] ?? '') ? end + 1 : end;
}

/** Numbers, articles and `PP1` before a name. */
function isLead(scan: NameScan, first: number, last: number): boolean {
  const word = scan.words[first];
  return (
    word?.shape === 'number' ||
    (word?.shape === 'lower' && scan.cues.articles.has(word.key)) ||
    (last - first > 1 && /^(?:l?p|pp|lp|ap|bp|be)\d{0,2}$/.test(word?.key ?? ''))
  );
}
