import type { TextSpan } from '../core/document.ts';
import { hasHours } from './agenda.ts';
import type { RoledDate } from './date-roles.ts';
import { inferYear, tenseAt } from './infer-year.ts';
import type { Mention } from './mention.ts';
import { inOrder } from './mention.ts';
import type { Surroundings } from './nearby.ts';
import type { Passage } from './passage.ts';
import type { Salience } from './role-target.ts';
import type { Labelled } from './sheet.ts';
import { spanAround } from './spans.ts';

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
};

const labelRoles: Readonly<{ [field: string]: string }> = {
  start: 'start',
  end: 'end',
  duration: 'period',
  published: 'published',
  founded: 'founded',
};

/** Dates by the labels of a sheet and by the words around them; years are inferred from the day of publication only. */
export function datesOf(
  passage: Passage,
  dates: readonly RoledDate[],
  sheet: readonly Labelled[],
  stated: string | undefined,
  around: Surroundings,
  salience: Salience,
): Dated[] {
  const labels = sheet
    .filter(({ field }) => labelRoles[field] !== undefined)
    .flatMap(({ field, values }) => values.slice(0, 1).map((value) => ({ field, ...value })));
  const ordered = inOrder(labels);
  const labelOf = (date: RoledDate) => spanAround(ordered, date)?.field;
  const subject = salience.subject;
  const isEvent = subject?.kind === 'event';
  const hasEvent = dates.some(({ role }) => role === 'event');
  const isDatedBelow = dates.some(({ role, start }) => role === 'published' && start >= 600);
  let lacksEvent = isEvent && !hasEvent && (hasHours(passage) || isDatedBelow);
  const roled = dates.map((date): RoledDate & { readonly label?: string } => {
    const label = labelOf(date);
    if (label !== undefined)
      return {
        ...date,
        role: (date.kind === 'moment' && label === 'duration'
          ? date.role
          : labelRoles[label]) as RoledDate['role'],
        label,
      };
    // The date at the head of minutes and agendas is that of the meeting, not of the paper.
    const isHead = date.role === 'published' || date.role === 'other';
    if (lacksEvent && isHead && date.start < 600 && date.precision === 'day') {
      lacksEvent = false;
      return { ...date, role: 'event' };
    }
    if (isEvent && date.role === 'published' && date.kind === 'period')
      return { ...date, role: 'event' };
    // “Open until 10 October” is the end of nothing that has a name.
    if (date.role === 'end' && date.value.startsWith('XXXX') && !around.names(date, 'project'))
      return { ...date, role: 'deadline' };
    return date;
  });
  const paper = roled.find(({ role, value }) => role === 'published' && /^\d{4}/.test(value));
  const published = stated ?? paper?.value;
  const publishedAt = stated === undefined ? (paper?.start ?? 0) : 0;
  const takesPlace = roled.find(
    ({ role, value }) => role === 'event' && /^\d{4}-\d\d-/.test(value),
  )?.value;
  return roled.map((date) => {
    const { start, end, role, label } = date;
    const known =
      (published !== undefined && role !== 'published'
        ? yearOf(passage, date, published, publishedAt)
        : undefined) ??
      // One registers before the event.
      (role === 'deadline' && takesPlace !== undefined
        ? inferYear(date, takesPlace.slice(0, 10), 'past')
        : undefined);
    const kinds = kindsOf[role];
    const of =
      kinds &&
      (label === undefined
        ? around.owner(date, kinds)
        : labelledOwner(kinds, subject, salience, start));
    const value = known?.value ?? date.value;
    const isInferred = known !== undefined || date.inferred === true;
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

function labelledOwner(
  kinds: readonly string[],
  subject: Mention | undefined,
  salience: Salience,
  place: number,
): Mention | undefined {
  return subject && kinds.includes(subject.kind) ? subject : salience.sheet(place, kinds);
}

/** The tense of the sentence decides; without one a deadline lies ahead, and minutes are dated at their end. */
function yearOf(passage: Passage, date: RoledDate, published: string, publishedAt: number) {
  if (!date.value.startsWith('XXXX')) return undefined;
  const tense = tenseAt(passage, date) ?? (date.role === 'deadline' ? 'future' : undefined);
  if (tense !== undefined) return inferYear(date, published, tense);
  const isHead = date.role === 'event' && date.start < 600;
  return isHead && publishedAt > date.start + 600 ? inferYear(date, published, 'past') : undefined;
}
