import type { FactSources } from './fact-sources.ts';
import { documentSubject } from '../names/found-entity.ts';
import { spanAround } from '../text/spans.ts';

/** Days and periods of projects, events, practices, programmes and organisations. */
export function ofDates({ book, dates }: FactSources): void {
  const hasPeriod = new Set(
    dates.flatMap(({ role, of }) => (role === 'period' && of ? [of.entity] : [])),
  );
  for (const { role, value, of, inferred, rule, start, end } of dates) {
    const tell = (subject: string, field: string, date: string) =>
      book.propose({
        subject,
        field,
        value: date,
        evidence: [{ start, end }],
        rule,
        inferred: inferred === true,
      });
    const [first = value, last] = value.split('/');
    if (role === 'published') tell(documentSubject, 'published', value);
    if (!of) continue;
    // The whole period says more than a start that stands alone.
    if (hasPeriod.has(of.entity) && (role === 'start' || role === 'end')) continue;
    if (role === 'programme') tell(of.entity, 'period', value);
    else if (role === 'founded' || role === 'dissolved') tell(of.entity, role, value);
    else if (of.kind === 'project' || of.kind === 'event') {
      if (role !== 'end') tell(of.entity, 'start', first);
      if (last !== undefined) tell(of.entity, 'end', last);
      else if (role === 'end') tell(of.entity, 'end', value);
    } else if (of.kind === 'practice' && role !== 'end') tell(of.entity, 'start', first);
  }
}

/** Budgets and grants of projects. */
export function ofSums({ book, sums }: FactSources): void {
  for (const { amount, currency, field, of, rule, start, end } of sums)
    if (of && field)
      book.propose({
        subject: of.entity,
        field,
        value: `${amount} ${currency}`,
        evidence: [{ start, end }],
        rule,
      });
}

/** Short names, and the forms of organisations that their names tell. */
export function ofNames({
  book,
  text,
  things,
  recognised,
  vocabularies,
  mentions,
}: FactSources): void {
  for (const { short, long } of recognised.acronyms) {
    const owner = spanAround(mentions, { start: long.start, end: long.start + 1 });
    const thing = owner && things.get(owner.entity);
    const name = text.slice(short.start, short.end);
    if (thing && thing.title !== name)
      book.propose({
        subject: thing.id,
        field: 'acronym',
        value: name,
        evidence: [
          { start: Math.min(short.start, long.start), end: Math.max(short.end, long.end) },
        ],
        rule: 'acronym',
        atMost: thing.confidence,
      });
  }
  const forms = vocabularies('forms');
  for (const thing of things.all()) {
    const [first] = thing.mentions;
    if (thing.kind !== 'organisation' || !first) continue;
    const form = formIn(thing.title, (word) => forms.find(word));
    if (form !== undefined)
      book.propose({
        subject: thing.id,
        field: 'form',
        value: form,
        evidence: [first],
        rule: 'form',
        inferred: true,
        atMost: thing.confidence,
      });
  }
}

/** A form whose name begins or ends a title: “Fundación X”, “X Cooperative”. */
function formIn(title: string, find: (name: string) => string | undefined): string | undefined {
  const words = title.split(/[\s,]+/).slice(0, 12);
  const at = [words.slice(0, 2), words.slice(0, 1), words.slice(-2), words.slice(-1)];
  for (const part of at) {
    const found = part.join(' ').length > 2 ? find(part.join(' ')) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Themes of what the document is about. */
export function ofThemes({ book, themes, salience }: FactSources): void {
  const { subject } = salience;
  if (!subject) return;
  for (const { id, score, evidence } of themes)
    book.propose({
      subject: subject.entity,
      field: 'themes',
      value: id,
      evidence: evidence.slice(0, 2),
      rule: 'theme',
      atMost: Math.max(0.3, score),
    });
}
