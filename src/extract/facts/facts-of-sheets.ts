import type { TextSpan } from '../../core/document.ts';
import type { FactSources } from './fact-sources.ts';
import { documentSubject } from '../names/found-entity.ts';
import { isIn } from '../dates/next-meeting.ts';
import { valueOf } from './fact-sources.ts';
import type { Recognised } from '../recognise.ts';
import { fieldOf } from '../text/labels.ts';
import { trim } from '../roles/sheet.ts';
import { spansIn } from '../text/spans.ts';

/** Values that labels of a sheet tell of what the document is about. */
export function ofSheet({
  book,
  text,
  things,
  mentions,
  sheet,
  salience,
  vocabularies,
  recognised,
}: FactSources): void {
  const { subject } = salience;
  if (!subject) return;
  for (const { field, label, values, sort } of sheet) {
    const [value] = values;
    if (!value || sort !== 'line') continue;
    // The place of the next meeting is not that of the one that the paper is about.
    if (subject.kind === 'event' && isIn(recognised.nextMeetings, label.start)) continue;
    const evidence = [{ start: label.start, end: value.end }];
    const written = text.slice(value.start, value.end);
    const tell = (name: string, found: string) =>
      book.propose({ subject: subject.entity, field: name, value: found, evidence, rule: 'label' });
    if (field === 'programme' && subject.kind === 'project') {
      const programme = spansIn(mentions, value).find(({ kind }) => kind === 'programme');
      const thing = programme && things.get(programme.entity);
      if (thing)
        book.propose({
          subject: subject.entity,
          field,
          value: valueOf(thing),
          evidence,
          rule: 'programme-label',
        });
    } else if (field === 'website') {
      const url = /(?:https?:\/\/|www\.)\S{3,200}/.exec(written)?.[0];
      if (url !== undefined) tell('website', url);
    } else if (field === 'acronym') tell('acronym', written);
    else if (field === 'call' && subject.kind === 'project') tell('call', written);
    else if (field === 'level' && subject.kind === 'practice') {
      const level = vocabularies('levels').find(written);
      if (level !== undefined) tell('level', level);
    } else if (field === 'venue' && subject.kind === 'event') tell('venue', written);
    if (/^(?:venue|place|city|country|region)$/.test(field))
      placesIn(value, recognised, subject.kind, tell);
  }
}

function placesIn(
  value: TextSpan,
  { places }: Recognised,
  kind: string,
  tell: (field: string, value: string) => void,
): void {
  if (!/^(?:event|practice|organisation)$/.test(kind)) return;
  const [country] = spansIn(places.countries, value);
  const [region] = spansIn(places.regions, value);
  const [city] = spansIn(places.cities, value);
  if (country) tell('country', country.code);
  if (region) tell('region', region.code);
  if (city) tell('city', city.name);
}

/** Sections of the sheet of a practice that are fields of it. */
const practiceFields = new Set(['resources', 'evidence', 'challenges', 'transfer']);

/** A section is quoted up to this length, in code units. */
const longestSection = 700;

/** “Potential for transfer” with the paragraph below it, or after a colon. */
export function ofSections({ book, text, passage, salience, vocabularies }: FactSources): void {
  const { subject } = salience;
  if (subject?.kind !== 'practice') return;
  const { blocks } = passage;
  blocks.forEach((block, at) => {
    const colon = text.slice(block.start, Math.min(block.end, block.start + 72)).indexOf(':');
    const label = { start: block.start, end: colon > 0 ? block.start + colon : block.end };
    const field = fieldOf(passage, label, vocabularies);
    if (field === undefined || !practiceFields.has(field)) return;
    const own = trim(text, { start: label.end + 1, end: block.end });
    const next = blocks[at + 1];
    const value = own.end > own.start ? own : next && trim(text, next);
    if (!value || value.end - value.start < 8) return;
    const end = Math.min(value.end, value.start + longestSection);
    book.propose({
      subject: subject.entity,
      field,
      value: text.slice(value.start, end).replaceAll(/\s+/g, ' '),
      evidence: [{ start: value.start, end }],
      rule: 'label',
    });
  });
}

/** What is true of the document itself. */
export function ofDocument({ book, title, salience, things }: FactSources): void {
  const { subject, author } = salience;
  if (title?.span)
    book.propose({
      subject: documentSubject,
      field: 'title',
      value: title.text,
      evidence: [title.span],
      rule: 'title',
    });
  const about = subject && things.get(subject.entity);
  if (subject && about && about.id !== documentSubject)
    book.propose({
      subject: documentSubject,
      field: 'about',
      value: valueOf(about),
      evidence: [{ start: subject.start, end: subject.end }],
      rule: 'subject',
    });
  const publisher = author && things.get(author.entity);
  if (author && publisher)
    book.propose({
      subject: documentSubject,
      field: 'publisher',
      value: valueOf(publisher),
      evidence: [{ start: author.start, end: author.end }],
      rule: 'publisher',
      inferred: true,
    });
}
