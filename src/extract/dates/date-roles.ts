import type { DateMention } from './dates.ts';
import { cueKinds, cueWords } from '../text/cues.ts';
import type { Passage } from '../text/passage.ts';
import type { Phrases } from '../text/phrases.ts';
import type { Piece } from '../text/pieces.ts';
import { firstFrom, piecesOf } from '../text/pieces.ts';

type DateRole =
  | 'published'
  | 'event'
  | 'start'
  | 'end'
  | 'period'
  | 'programme'
  | 'founded'
  | 'dissolved'
  | 'deadline'
  | 'other';

/** A date with what it most likely is a date of, by zone and by the nearest cue of its sentence. */
export interface RoledDate extends DateMention {
  readonly role: DateRole;
}

/** So many words before a date its cue may stand, and after it. */
const farthest = { before: 10, after: 6 };

/** So many words may stand between “until” and the last day to send something in. */
const farthestUntil = 4;

/** A cue after a date must be so much nearer than one before it. */
const weightAfter = 2;

/** The programming periods of the European Union. */
const unionPeriods = new Set(['2000/2006', '2007/2013', '2014/2020', '2021/2027', '2028/2034']);

/** The dates of a passage with their roles, in the order given; dates of birth are left out. */
export function datesWithRoles(
  passage: Passage,
  dates: readonly DateMention[],
): readonly RoledDate[] {
  const pieces = piecesOf(passage);
  const datelines = passage.blocks.filter(({ zone }) => zone === 'dateline');
  const places = dates.map((date) => ({
    from: firstFrom(pieces, date.start),
    next: firstFrom(pieces, date.end),
  }));
  return dates.flatMap((date, at) => {
    const place = places[at];
    if (!place) return [];
    if (
      date.kind === 'moment' &&
      date.precision === 'day' &&
      datelines.some(({ start, end }) => start <= date.start && date.end <= end)
    )
      return [{ ...date, role: 'published' }];
    const cues = cuesAround(
      pieces,
      place.from,
      place.next,
      places[at - 1]?.next ?? 0,
      places[at + 1]?.from ?? Infinity,
    );
    const role = roleOf(date, cues);
    return role ? [{ ...date, role }] : [];
  });
}

interface Cue {
  readonly kind: string;
  readonly distance: number;
}

function roleOf(date: DateMention, cues: readonly Cue[]): DateRole | undefined {
  const nearest = (...kinds: readonly string[]) => cues.find(({ kind }) => kinds.includes(kind));
  const birth = nearest('birth');
  if (birth && birth.distance <= 3) return undefined;
  if (date.kind === 'period') return roleOfPeriod(date, nearest);
  const found = nearest('published', 'deadline', 'founded', 'dissolved', 'start', 'end', 'event');
  if (isLastDay(date, found, nearest)) return 'deadline';
  if (!found) return 'other';
  if (found.kind === 'deadline' && date.precision === 'year') return 'other';
  if (found.kind === 'event' && date.precision === 'year' && found.distance > 3) return 'other';
  return found.kind as DateRole;
}

/** “Applications are accepted until 31 March”: up to that day something may be sent in, and nothing ends. */
function isLastDay(
  { precision }: DateMention,
  found: Cue | undefined,
  nearest: (...kinds: readonly string[]) => Cue | undefined,
): boolean {
  if (precision === 'year') return false;
  const isUntil = found?.kind === 'end' || (!found && nearest('until') !== undefined);
  return (
    isUntil &&
    (nearest('asked') !== undefined || (nearest('deadline') !== undefined && !nearest('project')))
  );
}

function roleOfPeriod(
  date: DateMention,
  nearest: (...kinds: readonly string[]) => Cue | undefined,
): DateRole {
  const isDays = date.precision === 'day';
  if (isDays && lengthInDays(date.value) <= 31) return 'event';
  // “Applications from 15 November to 31 January”
  if (date.precision !== 'year' && nearest('asked')) return 'deadline';
  if (isDays) return 'period';
  if (date.precision === 'month') return 'period';
  const programme = nearest('programme');
  // “SALT, a project that the ENI programme paid for between 2016 and 2019”: only years right beside it are the programme's.
  const isProgramme = programme && (programme.distance === 0 || !nearest('project'));
  return isProgramme || unionPeriods.has(date.value) ? 'programme' : 'period';
}

function lengthInDays(period: string): number {
  const [start, end] = period
    .replaceAll('XXXX', '2000')
    .split('/')
    .map((day) => Date.parse(day));
  return ((end ?? 0) - (start ?? 0)) / 86_400_000;
}

/** The cues of a sentence around a date and up to its neighbours, nearest first. */
function cuesAround(
  pieces: readonly Piece[],
  from: number,
  next: number,
  low: number,
  high: number,
): Cue[] {
  const { roles, adjacent } = lexicon();
  const { sentence } = pieces[from] ?? {};
  const found: Cue[] = [];
  for (let at = from - 1; at >= Math.max(low, from - farthest.before); at--) {
    if (pieces[at]?.sentence !== sentence) break;
    const cue = roles.at(pieces, at);
    if (!cue || cue.next > from) continue;
    const distance = from - cue.next;
    const isLoose = distance > 2 && isEdge(cue.value) && adjacent.at(pieces, at) !== undefined;
    if (!isLoose) found.push({ kind: cue.value, distance });
    // “until the coming 28th of …”
    else if (cue.value === 'end' && distance <= farthestUntil)
      found.push({ kind: 'until', distance });
  }
  for (let at = next; at < Math.min(high, next + farthest.after); at++) {
    if (pieces[at]?.sentence !== sentence) break;
    const cue = roles.at(pieces, at);
    if (!cue || (isEdge(cue.value) && adjacent.at(pieces, at))) continue;
    found.push({ kind: cue.value, distance: (at - next + 1) * weightAfter });
  }
  return found.toSorted((a, b) => a.distance - b.distance);
}

function isEdge(kind: string): boolean {
  return kind === 'start' || kind === 'end';
}

let made: { readonly roles: Phrases<string>; readonly adjacent: Phrases<true> } | undefined;

function lexicon() {
  return (made ??= { roles: cueKinds('dates', 'roles'), adjacent: cueWords('dates', 'adjacent') });
}
