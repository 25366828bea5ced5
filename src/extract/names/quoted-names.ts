import { votesAround } from './context.ts';
import { votesBeside } from './name-beside.ts';
import { kindOf } from './name-kinds.ts';
import type { HeadKind } from './name-kinds.ts';
import type { NameMention } from './name-mention.ts';
import { headAt, headOver } from './name-run.ts';
import { legalAt, longestForm } from './legal-form.ts';
import { closed } from '../text/balance.ts';
import type { NameScan } from './name-scan.ts';
import { firstWordAt } from './name-scan.ts';

/** Longer quotations are speech. */
const longest = 220;

/** Names in quotation marks: after a word that says what they are, after “called”, or headed by a word of their own. */
export function findQuoted(scan: NameScan): NameMention[] {
  const found: NameMention[] = [];
  for (const { start, end } of quotationsIn(scan)) {
    const first = firstWordAt(scan.words, start);
    const last = firstWordAt(scan.words, end);
    if (last <= first || last - first > 22) continue;
    const form = formBefore(scan, first);
    if (form !== undefined && !isSentence(scan.passage.text.slice(start, end))) {
      found.push(formed(scan, form, last));
      continue;
    }
    const before = kindBefore(scan, first);
    // What stands beside it says more than its own head, that more than a head further away.
    const isNear = before?.from === first || before?.kind === 'none';
    const own = isNear ? undefined : ownHead(scan, first, last);
    const kind = own ?? before ?? kindAfter(scan, last);
    if (before && workshops.test(scan.key(before.from - 1)) && before.from === first) continue;
    const word = scan.words[first];
    const isName = word && word.shape !== 'lower' && word.shape !== 'number';
    if (!kind && isName) found.push(...unsaid(scan, first, last, end));
    if (!kind || !isName || (kind.kind === 'authority' && last - first > 8)) continue;
    const named = kindOf(kind.kind);
    const brand = before && named && brandBetween(scan, before.from, first);
    if (brand)
      found.push({
        ...brand,
        kind: kind.kind,
        rule: 'apposition',
        alias: { start: word.start, end: scan.words[last - 1]?.end ?? end },
        votes: [{ kind: named, weight: 3, rule: 'apposition' }],
      });
    found.push({
      start: word.start,
      end: scan.words[last - 1]?.end ?? end,
      first,
      last,
      kind: kind.kind,
      rule: 'quoted',
      votes: named ? [{ kind: named, weight: 4, rule: 'quoted' }] : [],
    });
  }
  return found;
}

/** What somebody said, not a name. */
function isSentence(quoted: string): boolean {
  return /[.!?…,;:]/.test(quoted);
}

/** “Κοιν.Σ.Επ. «Ανάδραση»”: where the legal form right before a quotation begins, which is part of the name. */
function formBefore(scan: NameScan, first: number): number | undefined {
  const start = scan.words[first]?.start ?? 0;
  const before = scan.words[first - 1];
  if (!before || first <= scan.first) return undefined;
  if (!/^\.? ?"$/.test(scan.passage.shadow.slice(before.end, start))) return undefined;
  for (let at = Math.max(scan.first, first - longestForm); at < first; at++)
    if (scan.isCapital(at) && legalAt(scan, at) === first - at && closesForm(scan, at, first))
      return at;
  return undefined;
}

/** Of a form without dots within, the one after it ends a sentence. */
function closesForm(scan: NameScan, at: number, first: number): boolean {
  const isDotted = first - at > 1 && scan.gap(at) === 'dot';
  return isDotted || scan.passage.shadow[scan.words[first - 1]?.end ?? 0] !== '.';
}

function formed(scan: NameScan, first: number, last: number): NameMention {
  const start = scan.words[first]?.start ?? 0;
  const { end } = closed(scan.passage.text, { start, end: scan.words[last - 1]?.end ?? start });
  return {
    start,
    end,
    first,
    last,
    kind: 'organisation',
    rule: 'legal-form',
    votes: [{ kind: 'organisation', weight: 4, rule: 'legal-form' }],
  };
}

/** A short quotation of which nothing says what it is; what is around it may. */
function unsaid(scan: NameScan, first: number, last: number, end: number): NameMention[] {
  const word = scan.words[first];
  const final = scan.words[last - 1];
  if (!word || !final || last - first > 6 || word.shape === 'number') return [];
  if (
    isSentence(scan.passage.text.slice(word.start, end)) ||
    (word.shape === 'caseless' && last - first > 3)
  )
    return [];
  const votes = [...votesAround(scan, first, last, false), ...votesBeside(scan, first, last)];
  return [
    {
      start: word.start,
      end: final.end,
      first,
      last,
      rule: 'brand',
      isQuoted: true,
      votes: [
        // Quoted titles and slogans “present” and “propose” much.
        ...votes.filter(
          ({ rule, kind }) => rule !== 'brand-form' && (rule !== 'verb' || kind === 'project'),
        ),
        ...(isEntryOfYears(scan, first) ? [entry] : []),
      ],
    },
  ];
}

const entry = { kind: 'project', weight: 3, rule: 'context' } as const;

/** “2018–2020 «Seeds»”, “Since 2024 «Thread»”: what a list of years tells of. */
function isEntryOfYears(scan: NameScan, first: number): boolean {
  const { start } = scan.block;
  const before = scan.passage.shadow.slice(start, scan.words[first]?.start);
  return (
    before.length < 40 &&
    /^\W{0,4}(?:(?:[^\d\W]{2,8} ){0,2}|\p{L}{2,8} (?:\p{L}{1,4} )?)(?:19|20)\d\d(?: ?[-–/] ?(?:(?:19|20)?\d\d|\p{L}{3,8}))?\)?[:.,]? ?["'«]?$/u.test(
      before,
    ) &&
    /\d\d ?[-–/]|\p{L} (?:19|20)\d\d/u.test(before)
  );
}

/** A laboratory whose title is quoted is a workshop of an agenda. */
const workshops = /^(?:laborator|atelier|taller|oficina|εργαστηρ)/;

/** What stands between quotation marks, without them; single ones only where they are curly. */
function quotationsIn(scan: NameScan): { start: number; end: number }[] {
  const { text } = scan.passage;
  const { start, end } = scan.block;
  const found: { start: number; end: number }[] = [];
  let open = -1;
  let mark = '';
  for (let at = start; at < end; at++) {
    const unit = text[at] ?? '';
    if (open >= 0 && (at - open > longest || closing[mark]?.includes(unit))) {
      if (at - open <= longest && (mark !== '‘' || !/\p{L}/u.test(text[at + 1] ?? ' '))) {
        found.push({ start: open, end: at });
        open = -1;
        continue;
      }
      if (at - open > longest) {
        at = open;
        open = -1;
        continue;
      }
    }
    if (
      open < 0 &&
      closing[unit] !== undefined &&
      (unit !== '‘' || !/[\p{L}]/u.test(text[at - 1] ?? ' '))
    ) {
      open = at + 1;
      mark = unit;
    }
  }
  return found;
}

const closing: Readonly<{ [mark: string]: string }> = {
  '“': '”“"',
  '”': '”',
  '„': '“”',
  '«': '»',
  '"': '"”',
  '‘': '’',
};

/** The word before that says what is quoted: beside the quotation, or before “called”. */
function kindBefore(
  scan: NameScan,
  first: number,
): { readonly kind: HeadKind; readonly from: number } | undefined {
  const { cues, words } = scan;
  let stop = first;
  for (let at = first - 1; at >= Math.max(scan.first, first - 4); at--) {
    const cue = cues.named.at(words, at, first);
    if (cue && at + cue.length >= first - 1) stop = at;
  }
  const reach = stop < first ? 14 : 5;
  for (let at = stop - 1; at >= Math.max(scan.first, stop - reach); at--) {
    if (
      /[.!?;:"()]/.test(
        scan.passage.shadow
          .slice(words[at]?.end ?? 0, words[at + 1]?.start ?? 0)
          .slice(0, at + 1 === first ? 1 : 9),
      )
    )
      return undefined;
    const head = headOver(scan, at);
    // “PROJECT «Open Yards»”
    const isBeside = head?.kind === 'project' && head.index + head.length === first;
    if (!head || (words[at]?.shape === 'upper' && !isBeside)) continue;
    const isNear =
      stop < first || at + 1 >= first - (cues.language === 'en' && head.kind !== 'none' ? 0 : 3);
    const isOwn =
      stop < first ? words[at]?.shape === 'lower' || words[at]?.shape === 'caseless' : true;
    if (!isOwn || head.index + head.length > first) continue;
    return isNear
      ? { kind: head.kind, from: stop < first ? first : head.index + head.length }
      : undefined;
  }
  return undefined;
}

/** “Projet MedTOWN « Coproduction … »”: the name between what it is and its long title. */
function brandBetween(
  scan: NameScan,
  from: number,
  first: number,
): { first: number; last: number; start: number; end: number } | undefined {
  if (first - from < 1 || first - from > 3) return undefined;
  for (let at = from; at < first; at++)
    if (!scan.isCapital(at) || scan.isPlace(at)) return undefined;
  return {
    first: from,
    last: first,
    start: scan.words[from]?.start ?? 0,
    end: scan.words[first - 1]?.end ?? 0,
  };
}

/** “Fare Comunità”, il festival …: what follows the quotation says what it is. */
function kindAfter(scan: NameScan, last: number): { readonly kind: HeadKind } | undefined {
  const next = scan.words[last];
  if (!next || last >= scan.last || !scan.cues.articles.has(next.key)) return undefined;
  const between = scan.passage.shadow.slice(scan.words[last - 1]?.end ?? 0, next.start);
  if (!/^[.!?]?", $|^," $/.test(between)) return undefined;
  for (let at = last + 1; at < Math.min(last + 4, scan.last); at++) {
    const head = scan.cues.heads.at(scan.words, at, scan.last);
    // “«Salt Roads», the work that lasts”: no name, but what elsewhere is said to be one.
    if (head && scan.words[at]?.shape === 'lower')
      return head.value === 'none' ? undefined : { kind: head.value };
    if (scan.gap(at) !== 'space') return undefined;
  }
  return undefined;
}

function ownHead(
  scan: NameScan,
  first: number,
  last: number,
): { readonly kind: HeadKind } | undefined {
  if (scan.words[first]?.shape === 'caseless') {
    const head = scan.cues.heads.at(scan.words, first, last);
    return head && last - first > 1 ? { kind: head.value } : undefined;
  }
  for (let at = first; at < Math.min(first + 3, last); at++) {
    const head = scan.isCapital(at) ? headAt(scan, at) : undefined;
    if (head && head.index + head.length < last && !head.isEnglish) return { kind: head.kind };
    if (head?.isEnglish && last - first <= 8 && (head.index + head.length === last || at === first))
      return { kind: head.kind };
  }
  return undefined;
}
