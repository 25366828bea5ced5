import type { TextSpan } from '../../core/document.ts';
import type { AcronymPair } from './acronym-pair.ts';
import { arabicStart } from './arabic-names.ts';
import { closeDot } from './legal-form.ts';
import type { LabelKind } from './name-kinds.ts';
import { isName } from './name-kinds.ts';
import type { NameMention } from './name-mention.ts';
import type { NameScan } from './name-scan.ts';
import { firstWordAt } from './name-scan.ts';
import { isPartnerNumber } from './numbering.ts';
import type { Passage } from '../text/passage.ts';

/** A name with the acronym of the column beside it, or of the line below. */
export function columnPair(
  scan: NameScan,
  long: NameMention,
  cell: TextSpan,
): AcronymPair | undefined {
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

/** The names of a list in one line: by semicolons, else by commas outside brackets. */
export function partsOf(passage: Passage, rest: TextSpan): TextSpan[] {
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
    if (beforeForm.test(text.slice(at, at + 8))) continue;
    parts.push({ start: rest.start + from, end: rest.start + at });
    from = at + 1;
  }
  return parts.length > 12 ? parts.slice(0, 60) : parts;
}

/** “…, S. Coop.”: a comma before a legal form parts no names. */
const beforeForm = /^[,،] ?(?:s\.|soc[. ]|lda|srl|inc\b|coop\.)/;

/** A cell, item or part that looks like a name, up to a bracket, a dash or a comma. */
export function listedName(
  scan: NameScan,
  span: TextSpan | undefined,
  kind: LabelKind | undefined,
  rule: 'table' | 'label',
): NameMention | undefined {
  if (!span || !isName(kind)) return undefined;
  const inner = scan.passage.shadow.slice(span.start, Math.min(span.end, span.start + 300));
  const stop = inner.search(
    / \(|[,،](?! ?(?:s\.|soc[. ]|lda|srl|inc\b|coop\.))| - | · |;|\.$| \/ |\n/,
  );
  const cut = span.start + (stop < 0 ? inner.length : stop);
  let first = firstWordAt(scan.words, span.start);
  const last = sentenceEnd(scan, first, firstWordAt(scan.words, cut));
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
    start: scan.cues.language === 'ar' ? arabicStart(scan, first) : word.start,
    end: closed,
    first,
    last,
    rule,
    kind,
    votes: [{ kind, weight: 4, rule }],
  };
}

/** Where the first sentence of a row of words ends: not after the dots of short forms. */
function sentenceEnd(scan: NameScan, first: number, last: number): number {
  for (let at = first; at < last - 1; at++)
    if (scan.gap(at) === 'break' && scan.passage.shadow[scan.words[at]?.end ?? 0] === '.')
      return at + 1;
  return last;
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
    (last - first > 1 && isPartnerNumber(word?.key ?? ''))
  );
}
