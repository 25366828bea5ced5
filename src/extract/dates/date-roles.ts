import type { DateMention } from './dates.ts';
import { textsOf } from '../../core/node.ts';
import { cueKinds, cueNode, cueWords } from '../text/cues.ts';
import { shadow as shadowOf } from '../text/shadow.ts';
import { tenseAt } from './infer-year.ts';
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
  /** Told by a verb that something ends on it, not only by “until”. */
  readonly isEnded?: true;
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
    const isTold = isTimed(passage, date);
    if (
      date.kind === 'moment' &&
      date.precision === 'day' &&
      isTold !== 'range' &&
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
    if (role === 'other' && isLastBefore(passage, pieces, place.from, date))
      return [{ ...date, role: 'deadline' }];
    if (role === 'other' && isTold) return [{ ...date, role: 'event' }];
    const isEnded = role === 'end' && cues.some(({ kind, isVerb }) => kind === 'end' && isVerb);
    return role ? [{ ...date, role, ...(isEnded ? { isEnded } : {}) }] : [];
  });
}

interface Cue {
  readonly kind: string;
  readonly distance: number;
  /** Not one of those that hold only for the date right after them. */
  readonly isVerb?: boolean;
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
    const isVerb = adjacent.at(pieces, at) === undefined;
    const isLoose = distance > 2 && isEdge(cue.value) && !isVerb;
    if (!isLoose) found.push({ kind: cue.value, distance, isVerb });
    // “until the coming 28th of …”
    else if (cue.value === 'end' && distance <= farthestUntil)
      found.push({ kind: 'until', distance });
  }
  for (let at = next; at < Math.min(high, next + farthest.after); at++) {
    if (pieces[at]?.sentence !== sentence) break;
    const cue = roles.at(pieces, at);
    if (!cue || (isEdge(cue.value) && adjacent.at(pieces, at))) continue;
    // “began in May, ends on 3 June”: what follows a comma and leads to the next date is told of that.
    if (isEdge(cue.value) && /[,;]/.test(pieces[at]?.gap ?? '') && high - cue.next <= 3) continue;
    found.push({ kind: cue.value, distance: (at - next + 1) * weightAfter, isVerb: true });
  }
  return found.toSorted((a, b) => a.distance - b.distance);
}

/** “by 15 September” in a sentence that looks ahead. */
function isLastBefore(
  passage: Passage,
  pieces: readonly Piece[],
  from: number,
  date: DateMention,
): boolean {
  if (date.kind !== 'moment' || date.precision === 'year') return false;
  const { lastDay } = lexicon();
  const isBy = [1, 2, 3].some((back) => lastDay.at(pieces, from - back)?.next === from);
  return isBy && tenseAt(passage, date) === 'future';
}

/** An hour after a day: one, or the two between which something takes place. */
function isTimed(
  { text, shadow }: Passage,
  { end, precision }: DateMention,
): 'hour' | 'range' | undefined {
  if (precision !== 'day') return undefined;
  const line = /^[^\n]{0,40}/.exec(text.slice(end, end + 40))?.[0].length ?? 0;
  const ahead = shadow.slice(end, end + line);
  if (hourRange.test(ahead)) return 'range';
  return hourWords().test(ahead) ? 'hour' : undefined;
}

const hour = String.raw`\d{1,2}(?:\s?[h:.]\s?\d\d|\s?h\b|\s?[ap]\.?m\b|\s?[πμ]\.?μ\b|\sτο\s(?:πρωι|μεσημερι|απογευμα|βραδυ))`;
const hourRange = new RegExp(
  String.raw`^[\s,(·|-]{1,4}(?:\p{L}{1,5}\s(?:l[ae]s\s)?)?${hour}\s?(?:-|\p{L}{1,5}\s(?:l[ae]s\s)?|\s)\s?${hour}`,
  'u',
);

/** An hour with its sign after a comma or a short word, a bare one only after the words for “at” that hardly stand before a count. */
function hourWords(): RegExp {
  const words = textsOf(cueNode('dates', 'hours')).map(shadowOf).join('|');
  return (hoursSaid ??= new RegExp(
    String.raw`^(?:,\s{0,2}(?:\p{L}{1,5}\s(?:l[ae]s\s)?)?${hour}|\s\p{L}{1,5}\s(?:l[ae]s\s)?${hour}|,?\s(?:${words})\s\d{1,2}(?![\d/%€$£]|\s?\p{L}{4,}\s\d{4}))`,
    'u',
  ));
}

let hoursSaid: RegExp | undefined;

function isEdge(kind: string): boolean {
  return kind === 'start' || kind === 'end';
}

interface Lexicon {
  readonly roles: Phrases<string>;
  readonly adjacent: Phrases<true>;
  readonly lastDay: Phrases<true>;
}

let made: Lexicon | undefined;

function lexicon(): Lexicon {
  return (made ??= {
    roles: cueKinds('dates', 'roles'),
    adjacent: cueWords('dates', 'adjacent'),
    lastDay: cueWords('dates', 'last_day'),
  });
}
