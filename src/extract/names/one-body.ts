import type { TextSpan } from '../../core/document.ts';
import { languages } from '../../vocabulary/world.ts';
import { nameCues } from './name-cues.ts';
import type { NameMention } from './name-mention.ts';
import { headAt } from './name-run.ts';
import type { NameScan } from './name-scan.ts';

/**
 * The names of a block, in order, with those that are one body as one: a university with its faculty, a name with the same name
 * in another language, an acronym with the words that follow it.
 */
export function asOneBody(scan: NameScan, names: readonly NameMention[]): NameMention[] {
  const found: NameMention[] = [];
  let at = -1;
  for (const name of names) {
    const before = found[at];
    const one = before && isBody(before) && isBody(name) ? joined(scan, before, name) : undefined;
    if (one) {
      found[at] = one;
      continue;
    }
    if (isBody(name)) at = found.length;
    found.push(name);
  }
  return found;
}

function isBody({ kind, isBare, votes }: NameMention): boolean {
  const isOther = votes.some((vote) => vote.kind !== 'organisation');
  return (
    (kind === undefined ? !isOther : kind === 'organisation' || kind === 'authority') && !isBare
  );
}

function joined(scan: NameScan, left: NameMention, right: NameMention): NameMention | undefined {
  const between = scan.passage.shadow.slice(left.end, right.start);
  if (/^(?: - |, | \/ | ?\()$/.test(between)) {
    const unit = withUnit(scan, left, right, between);
    if (unit) return unit;
  }
  if (isPair(scan, left, right, between)) return { ...left, alias: spanOf(right) };
  return between === ' ' && isSpelt(scan, left, right)
    ? { ...right, start: left.start, first: left.first, alias: spanOf(right) }
    : undefined;
}

function spanOf({ start, end }: NameMention): TextSpan {
  return { start, end };
}

/** “Universitat de València – Facultat d'Economia”, “Department of Agriculture, University of Patras”. */
function withUnit(
  scan: NameScan,
  left: NameMention,
  right: NameMention,
  between: string,
): NameMention | undefined {
  const [isLeft, isRight] = [isUnit(scan, left), isUnit(scan, right)];
  if (isLeft === isRight) return undefined;
  const [host, unit] = isLeft ? [right, left] : [left, right];
  const isHost = host.kind === 'authority' || firstHead(scan, host)?.kind === 'authority';
  if (!isHost || (unit.kind === undefined && unit.head === undefined)) return undefined;
  const close = between.endsWith('(') && scan.passage.text[right.end] === ')' ? 1 : 0;
  if (between.endsWith('(') && close === 0) return undefined;
  return {
    ...host,
    start: left.start,
    end: right.end + close,
    first: left.first,
    last: right.last,
    rule: left.rule === 'table' || left.rule === 'label' ? left.rule : host.rule,
    votes: [...host.votes, ...unit.votes],
    alias: spanOf(host),
  };
}

/** Whether a name begins with a word for a part of a body, in any language. */
function isUnit(scan: NameScan, { first, last }: NameMention): boolean {
  return languages.some(
    (language) => nameCues(language).units.at(scan.words, first, last) !== undefined,
  );
}

/** “Καρίτας Ελλάς / Caritas Hellas”, “Fundació Pa i Vi (Bread and Wine Foundation)”: two scripts, or heads of two languages. */
function isPair(scan: NameScan, left: NameMention, right: NameMention, between: string): boolean {
  if (!/^(?: - | ?\/ ?| \()$/.test(between)) return false;
  const after = scan.passage.shadow.slice(right.end, Math.min(right.end + 3, scan.block.end));
  const isWhole = between === ' (' ? after.startsWith(')') : /^(?:$|[,;.)\n]| \(|\t)/.test(after);
  if (!isWhole) return false;
  const [one, other] = [scan.key(left.first), scan.key(right.first)];
  if (scriptOf(one) !== scriptOf(other)) return right.last - right.first > 1;
  const [a, b] = [headAt(scan, left.first), firstHead(scan, right)];
  if (!a || !b) return false;
  return a.isEnglish !== b.isEnglish && a.kind !== 'none' && b.kind !== 'none';
}

function firstHead(scan: NameScan, { first, last }: NameMention) {
  for (let at = first; at < last; at++) {
    const isStart = scan.isCapital(at) || scan.words[at]?.shape === 'caseless';
    const head = isStart ? headAt(scan, at) : undefined;
    if (head) return head;
  }
  return undefined;
}

function scriptOf(key: string): 'latin' | 'greek' | 'arabic' | 'other' {
  if (/^[a-z]/.test(key)) return 'latin';
  if (/^[α-ω]/.test(key)) return 'greek';
  return /^[\u0621-\u064a]/.test(key) ? 'arabic' : 'other';
}

/** “REAS Red de Redes”: letters before a name whose head begins with the first of them. */
function isSpelt(scan: NameScan, left: NameMention, right: NameMention): boolean {
  const word = scan.words[left.first];
  return (
    left.last - left.first === 1 &&
    right.head !== undefined &&
    right.last - right.first > 1 &&
    (word?.shape === 'upper' || word?.shape === 'mixed') &&
    word.key.length > 2 &&
    scan.key(right.first).startsWith(word.key[0] ?? '-')
  );
}
