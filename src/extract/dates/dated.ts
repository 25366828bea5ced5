import type { TextSpan } from '../../core/document.ts';
import { headDay, inYear, isBesideName, isHeadLine, isSigned, yearTold } from './paper-day.ts';
import { hasHours } from '../roles/agenda.ts';
import { isIn, isMinutes } from './next-meeting.ts';
import type { RoledDate } from './date-roles.ts';
import { inferYear, nearestYear, tenseAt, withYearOfDay, yearsOfDays } from './infer-year.ts';
import type { Mention } from '../text/mention.ts';
import { inOrder } from '../text/mention.ts';
import type { Surroundings } from '../text/nearby.ts';
import type { OlderMessage } from '../text/older-message.ts';
import type { Passage } from '../text/passage.ts';
import type { Salience } from '../roles/role-target.ts';
import type { Labelled } from '../roles/sheet.ts';
import { spanAround } from '../text/spans.ts';

/** A date with its role and the entity that it is a date of. */
export interface Dated extends TextSpan {
  readonly role: string;
  readonly value: string;
  readonly of?: Mention;
  readonly inferred?: true;
  readonly rule: string;
}

/** The kinds of entities that a date of a role belongs to. */
const kindsOf: Readonly<{ [role: string]: readonly string[] }> = {
  event: ['event'],
  start: ['project', 'practice'],
  end: ['project', 'practice'],
  period: ['project', 'practice'],
  programme: ['programme'],
  founded: ['organisation'],
  dissolved: ['organisation'],
};

const labelRoles: Readonly<{ [field: string]: string }> = {
  start: 'start',
  end: 'end',
  duration: 'period',
  published: 'published',
  founded: 'founded',
  dissolved: 'dissolved',
};

/** Dates by the labels of a sheet and by the words around them; years are inferred from the day of publication only. */
export function datesOf(
  passage: Passage,
  dates: readonly RoledDate[],
  sheet: readonly Labelled[],
  stated: string | undefined,
  around: Surroundings,
  salience: Salience,
  nextMeetings: readonly TextSpan[],
  older: readonly OlderMessage[],
): Dated[] {
  // When an older message was sent is the day of nothing that this one tells.
  const heads = older.map(({ start, body }) => ({ start, end: body }));
  const labels = sheet
    .filter(({ field }) => labelRoles[field] !== undefined)
    .flatMap(({ field, values }) => values.slice(0, 1).map((value) => ({ field, ...value })));
  const ordered = inOrder(labels);
  const labelOf = (date: RoledDate) => spanAround(ordered, date)?.field;
  const subject = salience.subject;
  const isEvent = subject?.kind === 'event';
  const hasEvent = dates.some(({ role, start }) => role === 'event' && !isIn(nextMeetings, start));
  const isPaperOfMeeting = isMinutes(passage);
  const isDatedBelow = dates.some(({ role, start }) => role === 'published' && start >= 600);
  const isNext = ({ start }: TextSpan) => isIn(nextMeetings, start);
  let lacksEvent = isEvent && !hasEvent;
  const isOfDay = hasHours(passage) || isDatedBelow || isPaperOfMeeting;
  const isHeadDay = (date: RoledDate) =>
    lacksEvent &&
    (isOfDay || (subject !== undefined && isBesideName(passage, date, subject))) &&
    (date.role === 'published' || date.role === 'other') &&
    date.start < 600 &&
    date.precision === 'day' &&
    !isNext(date);
  let hasPublished =
    stated !== undefined ||
    dates.some(
      (date) =>
        !spanAround(older, date) && (date.role === 'published' || labelOf(date) === 'published'),
    );
  const startTold = dates
    .find((date) => {
      const label = labelOf(date);
      return label === 'start' || label === 'duration';
    })
    ?.value.split('/')[0];
  const roled: (RoledDate & { readonly label?: string })[] = dates.map((date) => {
    if (spanAround(heads, date)) return { ...date, role: 'other' };
    const label = labelOf(date);
    const isPublished = (label ?? date.role) === 'published';
    if (isPublished && spanAround(older, date)) return { ...date, role: 'other' };
    // “Date: 15 February” at the head of minutes
    if (label === 'published' && isNext(date)) return { ...date, role: 'event' };
    if (label === 'published' && lacksEvent && isPaperOfMeeting && date.precision === 'day') {
      lacksEvent = false;
      return { ...date, role: 'event', label };
    }
    if (label !== undefined)
      return {
        ...date,
        role: (date.kind === 'moment' && label === 'duration'
          ? halfOf(date, ordered, dates)
          : labelRoles[label]) as RoledDate['role'],
        label,
      };
    // The date at the head of minutes and agendas is that of the meeting, not of the paper.
    if (isHeadDay(date)) {
      lacksEvent = false;
      return { ...date, role: 'event' };
    }
    if (isEvent && date.role === 'published' && date.kind === 'period')
      return { ...date, role: 'event' };
    const block = around.block(date.start);
    if (!hasPublished && isHeadLine(passage, date, block)) {
      hasPublished = true;
      return { ...date, role: 'published' };
    }
    // “• 6 June, 6 p.m. – Debate”
    const isItem = date.start - block.start < 4 && block.end - date.end > 12;
    if (date.role === 'other' && isItem && date.precision === 'day' && date.start > 300)
      return { ...date, role: 'event' };
    // “Rural Development Programme 2014-2022”
    if (date.role === 'period' && date.precision === 'year') {
      const programme = around.owner(date, ['programme']);
      if (programme && programme.end >= date.start - 2 && programme.start < date.end)
        return { ...date, role: 'programme' };
    }
    // What is launched on a day after a sheet has told when it starts is an event.
    if (date.role === 'start' && date.precision === 'day' && startTold && startTold !== date.value)
      return { ...date, role: 'event' };
    const isOpen = date.value.startsWith('XXXX') && !around.names(date, 'project');
    if (date.role === 'end' && isOpen && date.isEnded)
      return isEvent ? { ...date, role: 'event' } : date;
    // “Open until 10 October” is the end of nothing that has a name.
    if (date.role === 'end' && isOpen) return { ...date, role: 'deadline' };
    return date;
  });
  sameEvents(roled, around);
  if (!hasPublished) {
    const at = roled.findIndex((date) => isSigned(passage, date, around.block(date.start)));
    const signed = roled[at];
    if (signed) roled[at] = { ...signed, role: 'published' };
  }
  const paper =
    roled.find(({ role, value }) => role === 'published' && /^\d{4}/.test(value)) ??
    headDay(
      roled.filter((date) => !isNext(date)),
      isEvent,
    );
  const published = stated ?? paper?.value;
  const isPaper = stated !== undefined || paper?.role === 'published';
  const publishedAt = stated === undefined ? (paper?.start ?? 0) : 0;
  const takesPlace = roled.find(
    ({ role, value }) => role === 'event' && /^\d{4}-\d\d-/.test(value),
  )?.value;
  // The day of a foundation tells nothing of the year of a deadline.
  const years = yearsOfDays(roled.filter(({ role }) => role === 'event' || role === 'published'));
  const told = stated === undefined ? yearTold(passage, roled) : undefined;
  return roled.flatMap((date) => {
    const { start, end, role, label } = date;
    const known =
      (role === 'deadline' ? undefined : withYearOfDay(date, years)) ??
      (published !== undefined && role !== 'published' && (isPaper || role !== 'deadline')
        ? yearOf(passage, date, published, publishedAt, told)
        : undefined) ??
      (published === undefined && told !== undefined ? inYear(date, told) : undefined) ??
      // One registers before the event.
      (role === 'deadline' && takesPlace !== undefined
        ? inferYear(date, takesPlace.slice(0, 10), 'past')
        : undefined);
    const kinds = kindsOf[role];
    const owner =
      kinds &&
      (label === undefined
        ? around.owner(date, kinds)
        : labelledOwner(kinds, subject, salience, start));
    // The day of the next meeting is not that of the one that the paper is about.
    const of =
      role === 'event' && isNext(date) && !isOther(owner, subject, start) ? undefined : owner;
    const value = known?.value ?? date.value;
    const isInferred = known !== undefined || date.inferred === true;
    // “next May” of a paper without a day is no date.
    if (/^XXXX-\d\d$/.test(value)) return [];
    return {
      start,
      end,
      role,
      value,
      ...(of ? { of } : {}),
      ...(isInferred && !value.startsWith('XXXX') ? { inferred: true as const } : {}),
      rule: known ? 'date-inferred' : label === undefined ? 'date-role' : 'date-label',
    };
  });
}

/** “Period: 01.02.2022 → 31.07.2024”: the first day begins it, the last ends it. */
function halfOf(
  date: RoledDate,
  labels: readonly TextSpan[],
  dates: readonly RoledDate[],
): RoledDate['role'] {
  const value = spanAround(labels, date);
  const inside = dates.filter(
    ({ start, end }) => value && start >= value.start && end <= value.end,
  );
  if (inside.length !== 2) return date.role;
  return inside[0] === date ? 'start' : 'end';
}

/** Days without a role that are those of an event told elsewhere, or that follow one in its sentence, are of events too. */
function sameEvents(dates: RoledDate[], around: Surroundings): void {
  const days = new Set(
    dates.flatMap(({ role, value }) => (role === 'event' ? [value.slice(5)] : [])),
  );
  dates.forEach((date, at) => {
    if (date.role !== 'other' || date.precision !== 'day') return;
    const before = dates[at - 1];
    const follows =
      before?.role === 'event' &&
      before.precision === 'day' &&
      around.sentence(before.start).start === around.sentence(date.start).start;
    if (follows || days.has(date.value.slice(5))) dates[at] = { ...date, role: 'event' };
  });
}

/** Whether who has a date is named beside it, and not what the paper is about. */
function isOther(owner: Mention | undefined, subject: Mention | undefined, place: number): boolean {
  return (
    owner !== undefined &&
    owner.entity !== subject?.entity &&
    Math.abs(owner.start - place) < farthestOwner
  );
}

/** In code units. */
const farthestOwner = 300;

function labelledOwner(
  kinds: readonly string[],
  subject: Mention | undefined,
  salience: Salience,
  place: number,
): Mention | undefined {
  return subject && kinds.includes(subject.kind) ? subject : salience.sheet(place, kinds);
}

/** A deadline lies ahead; else the tense of the sentence decides, and minutes are dated at their end. */
function yearOf(
  passage: Passage,
  date: RoledDate,
  published: string,
  publishedAt: number,
  told: string | undefined,
) {
  if (!date.value.startsWith('XXXX')) return undefined;
  const tense = date.role === 'deadline' ? 'future' : tenseAt(passage, date);
  if (told !== undefined && tense !== 'future') return inYear(date, told);
  if (tense !== undefined) return inferYear(date, published, tense);
  const nearest =
    publishedAt < 1500 && date.role !== 'other' ? nearestYear(date, published) : undefined;
  if (nearest) return nearest;
  const isHead = date.role === 'event' && date.start < 600;
  return isHead && publishedAt > date.start + 600 ? inferYear(date, published, 'past') : undefined;
}
