import type { HeadKind } from './name-kinds.ts';
import { kindOf } from './name-kinds.ts';
import type { Vote } from './name-mention.ts';
import { headOver } from './name-run.ts';
import type { NameScan } from './name-scan.ts';

/** What brands without a head tell of themselves, and what places, persons and “called” beside them tell. */
export function votesBeside(scan: NameScan, first: number, last: number): Vote[] {
  const votes: Vote[] = [];
  const named = calledBefore(scan, first);
  const kind = named && kindOf(named);
  if (kind) votes.push({ kind, weight: 3, rule: 'apposition' });
  if (isOfNation(scan, first))
    votes.push({
      kind: 'organisation',
      weight: last - first > 1 || isMarked(scan, first, last) || isLong(scan, first) ? 3 : 1.5,
      rule: 'brand-cue',
    });
  if (isAffiliation(scan, first, last))
    votes.push({ kind: 'organisation', weight: 2, rule: 'brand-cue' });
  if (isBranch(scan, first, last))
    votes.push({ kind: 'organisation', weight: 1.5, rule: 'brand-form' });
  if (isCooperative(scan, first, last))
    votes.push({ kind: 'organisation', weight: 1.5, rule: 'brand-form' });
  return votes;
}

/** “a bid named SLOW FERRY”, “una red llamada Arrels”. */
function calledBefore(scan: NameScan, first: number): HeadKind | undefined {
  const { cues, words } = scan;
  for (let at = first - 1; at >= Math.max(scan.first, first - 4); at--) {
    if (scan.gap(at) !== 'space') return undefined;
    const cue = cues.named.at(words, at, first);
    if (!cue || at + cue.length !== first) continue;
    for (let back = at - 1; back >= Math.max(scan.first, at - 4); back--) {
      if (scan.gap(back) !== 'space') return undefined;
      const head = headOver(scan, back);
      if (head && words[back]?.shape === 'lower') return head.kind;
    }
    return undefined;
  }
  return undefined;
}

/** “la catalana Aracoop”, “the Greek Dock”, “i greci di Vio.Me”. */
function isOfNation(scan: NameScan, first: number): boolean {
  let before = first - 1;
  if (/^(?:di|de|d|do|da)$/.test(scan.key(before)) && scan.gap(before) === 'space') before--;
  if (before <= scan.first || scan.gap(before) !== 'space' || !scan.isPlace(before)) return false;
  const isWritten =
    scan.words[before]?.shape === 'lower' || (scan.cues.language === 'en' && before === first - 1);
  const article = before - 1;
  return (
    isWritten &&
    scan.gap(article) !== 'break' &&
    (scan.cues.articles.has(scan.key(article)) || /^(?:dei|della|dalla|dal|del|al|alla|pela|pelo|da|do|στην?|της|τησ|του)$/.test(scan.key(article)))
  );
}

/** “Ana Silva, Som Energia, Spain”, “(Amel Trabelsi, Lab'ess)”: where somebody comes from. */
function isAffiliation(scan: NameScan, first: number, last: number): boolean {
  const before = first - 1;
  if (before < scan.first || !scan.isTaken(before)) return false;
  const { shadow } = scan.passage;
  const start = scan.words[first]?.start ?? 0;
  const end = scan.words[last - 1]?.end ?? 0;
  if (!/^(?:, | \(| - )$/.test(shadow.slice(scan.words[before]?.end ?? 0, start))) return false;
  const after = shadow.slice(end, Math.min(end + 3, scan.block.end));
  if (isMarked(scan, first, last)) return /^(?:$|[,;.)\n]| -)/.test(after);
  return last - first > 1 && /^, ?/.test(after) && scan.isPlace(last);
}

/** Of prepositions after which a place stands. */
const locative = new Set(
  'in at from near to a à au aux en em no na ao à nel nella nello al alla allo dans vers στη στην στον στο από'.split(' '),
);

/** “ANCI Puglia”, “Habitat Participatif France”: a brand with the place of its branch. */
function isBranch(scan: NameScan, first: number, last: number): boolean {
  if (last - first < 2 || scan.isPlace(first) || !scan.isPlace(last - 1)) return false;
  if (!scan.isCapital(last - 1) || scan.gap(last - 2) !== 'space') return false;
  if (locative.has(scan.key(first - 1))) return false;
  if (scan.cues.given.has(scan.key(first))) return false;
  const shape = scan.words[first]?.shape;
  const isAcronym = (shape === 'upper' || shape === 'mixed') && scan.key(first).length > 2;
  const isWhole = scan.words.slice(first, last).every((word) => word.shape === 'upper');
  return isAcronym ? !isWhole : last - first > 2 && !scan.isFirst(first);
}

/** “CoopLisboa”, “Aracoop”. */
function isCooperative(scan: NameScan, first: number, last: number): boolean {
  return scan.words
    .slice(first, last)
    .some(
      ({ key, shape }) =>
        shape !== 'lower' && /^.{2,}[ck]oop$|^[ck]oop(?!er|$).{2,}|[ck]oop(?!er).{3,}/.test(key),
    );
}

function isMarked(scan: NameScan, first: number, last: number): boolean {
  return scan.words
    .slice(first, last)
    .some(({ shape, key }) => (shape === 'upper' || shape === 'mixed') && key.length > 2);
}

function isLong(scan: NameScan, first: number): boolean {
  return scan.key(first).length >= 6;
}
