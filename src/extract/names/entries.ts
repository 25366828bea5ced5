import { isMap, textsOf } from '../../core/node.ts';
import { shipped } from '../../shipped.ts';
import { cueNode } from '../text/cues.ts';
import { fieldInWords } from '../text/labels.ts';
import type { PassageBlock } from '../text/passage.ts';
import type { PhraseBook } from '../text/phrase-book.ts';
import { phraseBook } from '../text/phrase-book.ts';
import { linesOf } from './name-cells.ts';
import { kindOfLabel } from './name-labels.ts';
import type { NameMention } from './name-mention.ts';
import { headOver } from './name-run.ts';
import { isNumbering } from './numbering.ts';
import type { NameScan } from './name-scan.ts';

/** How a name at the head of an entry is marked, from the surest. */
type Form = 'quoted' | 'capitals' | 'title';

/** A block that begins with what may be a name, and the labels after it. */
interface Entry {
  readonly first: number;
  readonly last: number;
  readonly form: Form;
  /** Of who leads, who takes part, what it costs, and the years in brackets after its name. */
  readonly labels: ReadonlySet<Label>;
  readonly number: number | undefined;
  /** A dash follows the name, and another name. */
  readonly isPair: boolean;
  /** Its words are those of a body: only the number after those of sure entries makes it a project. */
  readonly isBody: boolean;
}

type Label = 'actor' | 'money' | 'years';

/** Further in, a label tells of something else, in code units. */
const longestEntry = 900;
const longestName = 10;
const longestLabel = 6;

/**
 * Projects that begin the entries of a list: “NETS. Applicant: X; partner: Y. Grant: …”. Where two entries tell who acts, every
 * entry is one that has a label, or a name in quotation marks or capitals; one alone is a project where its name is so written
 * and both who and how much are told.
 */
export function entryProjects(
  blocks: readonly PassageBlock[],
  scanOf: (block: PassageBlock) => NameScan,
): NameMention[] {
  const found: NameMention[] = [];
  let run: { readonly scan: NameScan; readonly entry: Entry }[] = [];
  let next: number | undefined;
  let isBelowProjects = false;
  const close = () => {
    const sure = run.filter(({ entry }) => entry.labels.has('actor'));
    for (const { scan, entry } of run) {
      const isSure =
        sure.length > 1
          ? entry.labels.size > 0 || entry.form !== 'title'
          : entry.form !== 'title' && entry.labels.has('actor') && entry.labels.has('money');
      const isDated = entry.form === 'capitals' && entry.labels.has('years') && !entry.isBody;
      if (!isSure && !isDated && !(entry.form === 'capitals' && isBelowProjects)) continue;
      found.push(mentionOf(scan, entry));
      if (entry.number !== undefined) next = entry.number + 1;
    }
    run = [];
  };
  for (const block of blocks.flatMap((each) => linesOf(scanOf(each)))) {
    const scan = scanOf(block);
    if (block.kind === 'heading') {
      close();
      isBelowProjects = speaksOfProjects(scan);
      continue;
    }
    const entry = block.kind === 'item' || block.kind === 'paragraph' ? entryAt(scan) : undefined;
    const isLoudBody = entry?.isBody === true && isBelowProjects && entry.form === 'capitals';
    if (!entry || (entry.isBody && !isLoudBody && !(entry.isPair && entry.labels.size === 0))) {
      close();
      continue;
    }
    const before = run.at(-1)?.entry;
    if (before && (before.number === undefined) !== (entry.number === undefined)) close();
    if (entry.labels.size === 0 && entry.isPair && entry.number !== undefined) {
      close();
      // “8) CARE ON WHEELS – Applicant”, after the seven that were told at length.
      if (entry.number === next) {
        found.push(mentionOf(scan, entry));
        next++;
        continue;
      }
    }
    if (entry.isBody && !isLoudBody) {
      close();
      continue;
    }
    run.push({ scan, entry });
  }
  close();
  return found;
}

function mentionOf({ words }: NameScan, { first, last }: Entry): NameMention {
  return {
    start: words[first]?.start ?? 0,
    end: words[last - 1]?.end ?? 0,
    first,
    last,
    kind: 'project',
    rule: 'label',
    votes: [{ kind: 'project', weight: 4, rule: 'label' }],
  };
}

function entryAt(scan: NameScan): Entry | undefined {
  const { block, passage, words } = scan;
  let first = scan.first;
  while (first < scan.last && words[first]?.shape === 'number') first++;
  const start = words[first]?.start;
  if (start === undefined || first >= scan.last || !isLead(passage.text, block.start, start))
    return undefined;
  const name = /["«“„]/.test(passage.text[start - 1] ?? '')
    ? quotedFrom(scan, first)
    : plainFrom(scan, first);
  if (!name) return undefined;
  const { last, form } = name;
  if (!isTitle(scan, first, last, form)) return undefined;
  const isBody = form !== 'quoted' && isBodyName(scan, first, last);
  const end = words[last - 1]?.end ?? start;
  return {
    first,
    last,
    form,
    labels: labelsIn(scan, last),
    number: numberBefore(passage.text, start),
    isPair: /^["»”]? [–—-] \p{Lu}/u.test(passage.text.slice(end, end + 5)),
    isBody,
  };
}

/** “Our projects in brief”: a heading below which entries in capitals are projects. */
function speaksOfProjects({ words, first, last }: NameScan): boolean {
  return last - first <= longestHeading && projects()(words, first, last).length > 0;
}

const longestHeading = 8;

/** Only a number, a letter, a bullet and a quotation mark stand before the name. */
function isLead(text: string, from: number, start: number): boolean {
  return (
    start - from < 12 &&
    /^\s*(?:\p{N}{1,3}\s?[.)ºª°/-]*|\p{Ll}[.)])?[^\p{L}\p{N}(]{0,5}$/u.test(text.slice(from, start))
  );
}

/** “3.”, “3)” before a name: what a reader of lists has cut off stands before the block. */
function numberBefore(text: string, start: number): number | undefined {
  const found = /(?:^|\n)[^\S\n]{0,4}(\d{1,3})[.)º°]{1,2}\s{1,3}["«“„]?$/.exec(
    text.slice(Math.max(0, start - 14), start),
  );
  return found ? Number(found[1]) : undefined;
}

function quotedFrom(
  { passage, words, last: end }: NameScan,
  first: number,
): { readonly last: number; readonly form: Form } | undefined {
  for (let last = first + 1; last <= Math.min(end, first + longestName); last++) {
    const after = passage.text.slice(words[last - 1]?.end ?? 0, words[last]?.start);
    if (/["»”]/.test(after)) return { last, form: 'quoted' };
    if (/[.:;]/.test(after)) return undefined;
  }
  return undefined;
}

/** A name in capitals or title case up to what no name goes past; one in capitals may hold a comma. */
function plainFrom(
  scan: NameScan,
  first: number,
): { readonly last: number; readonly form: Form } | undefined {
  const { words, passage } = scan;
  if (!scan.isCapital(first)) return undefined;
  const isLoud = (at: number) => words[at]?.shape === 'upper' || words[at]?.shape === 'number';
  let last = first + 1;
  while (last < scan.last && last - first <= longestName) {
    const gap = scan.gap(last - 1);
    const isWithin = gap === 'comma' && isLoud(last - 1) && words[last]?.shape === 'upper';
    if (gap !== 'space' && gap !== 'joined' && gap !== 'ampersand' && !isWithin) break;
    last++;
  }
  if (last - first > longestName) return undefined;
  const after = passage.shadow.slice(words[last - 1]?.end ?? 0, words[last]?.start);
  if (!/^(?:\. | \(| - |, |: )/.test(after)) return undefined;
  const own = words.slice(first, last);
  const isCapitals = own.every(
    ({ shape, key }) => shape !== 'lower' && (shape !== 'capital' || key.length === 1),
  );
  if (isCapitals && words[first]?.shape !== 'number') return { last, form: 'capitals' };
  // Of title case, the last word is no small one, and the comma of a sentence ends none.
  const isSmall = words[last - 1]?.shape === 'lower';
  return isSmall || after.startsWith(',') || after.startsWith(':')
    ? undefined
    : { last, form: 'title' };
}

/** Whether words can be the title of a project: no person, place, programme or part of a work plan. */
function isTitle(scan: NameScan, first: number, last: number, form: Form): boolean {
  const { words } = scan;
  const own = words.slice(first, last);
  if (own.every((_, at) => scan.isPlace(first + at))) return false;
  if (own.some((_, at) => scan.isTaken(first + at))) return false;
  if (isNumbering(scan.key(first))) return false;
  if (kindOfLabel(scan, first, last) !== undefined || isPart(scan, first, last)) return false;
  if (fieldInWords(words, first, last) !== undefined) return false;
  if (form === 'quoted') return true;
  return own.length > 1 || (form !== 'title' && scan.key(first).length >= 4);
}

/** “Harbour Hub”: whether a word of a name is a head of something else than a project. */
function isBodyName(scan: NameScan, first: number, last: number): boolean {
  for (let at = first; at < last; at++) {
    const head = headOver(scan, at);
    if (head && head.kind !== 'project' && (head.kind !== 'none' || head.index <= first))
      return true;
  }
  return false;
}

/** The labels of an entry: a colon after a few words that say who or how much. */
function labelsIn(scan: NameScan, from: number): ReadonlySet<Label> {
  const { passage, words, block } = scan;
  const found = new Set<Label>();
  const { start, end: last } = block;
  const prose = passage.text.slice(
    words[from - 1]?.end ?? start,
    Math.min(last, start + longestEntry),
  );
  // “TWIN OVENS. From May 2023 to June 2025 … 90 000 €”: its time and its costs are told in prose.
  if (from - scan.first > 1 && sum.test(prose) && span.test(prose)) found.add('years');
  if (years.test(prose)) found.add('years');
  const end = Math.min(block.end, block.start + longestEntry);
  for (let at = from; at < scan.last && (words[at]?.start ?? end) < end; at++) {
    const after = passage.shadow.slice(words[at]?.end ?? 0, words[at + 1]?.start ?? block.end);
    if (!/^ ?: ?$/.test(after)) continue;
    let first = at;
    while (first > from && at - first < longestLabel && scan.gap(first - 1) === 'space') first--;
    const field = fieldInWords(words, first, at + 1);
    const label = field === undefined ? kindOfLabel(scan, first, at + 1) : undefined;
    const value = passage.text.slice(words[at]?.end, words[at + 1]?.end);
    const isSum = label === 'other' && /^ ?: ?(?:\D{0,4}\d|(?:eur|usd)\b)/i.test(value);
    if (isSum || /^(?:budget|grant|duration)$/.test(field ?? '')) found.add('money');
    else if (label === 'organisation' || /^(?:lead|owner|partners)$/.test(field ?? ''))
      found.add('actor');
  }
  return found;
}

const sum =
  /(?:€|\bEUR|\bUSD|\$)\s?\d|\d\s?(?:€|EUR\b|USD\b|\$|eur[oò]s?\b|ευρώ|درهم|دينار|دولار)/iu;
const span = /\b(?:19|20)\d\d\b[^.;]{2,50}\b(?:19|20)\d\d\b/u;

/** “ (2022–2024)” */
const years = /^["»”]? \((?:19|20)\d\d ?[-–/] ?(?:(?:19|20)?\d\d)?\)/;

/** “Work package 2”, “Module A”, “Annex”. */
function isPart({ words }: NameScan, first: number, last: number): boolean {
  const part = book()(words, first, Math.min(last, first + 4))[0];
  if (part?.first !== first) return false;
  const next = part.last + 1 < last ? words[part.last + 1] : undefined;
  return !next || next.shape === 'number' || /^(?:[a-zα-ω]|[ivx]+)$/.test(next.key);
}

let madeProjects: PhraseBook<true> | undefined;

function projects(): PhraseBook<true> {
  return (madeProjects ??= phraseBook(
    textsOf(cueNode('titles', 'projects'))
      .flatMap((line) => line.split(', '))
      .map((each): [string, true] => [each, true]),
  ));
}

let made: PhraseBook<true> | undefined;

function book(): PhraseBook<true> {
  if (made) return made;
  const file = shipped('cues/tables');
  const phrases = isMap(file) ? file['part'] : undefined;
  made = phraseBook(
    (phrases === undefined ? [] : textsOf(phrases)).map((each): [string, true] => [each, true]),
  );
  return made;
}
