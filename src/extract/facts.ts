import type { TextSpan } from '../core/document.ts';
import type { Vocabularies } from '../vocabulary/load.ts';
import type { Dated } from './dated.ts';
import type { RoleName } from './extraction.ts';
import type { FactBook } from './fact-book.ts';
import type { Home } from './home.ts';
import type { Mention } from './mention.ts';
import type { Surroundings } from './nearby.ts';
import type { Recognised } from './recognise.ts';
import type { Salience } from './role-target.ts';
import type { FoundRole } from './roles.ts';
import { spanAround, spansIn } from './spans.ts';
import type { Labelled } from './sheet.ts';
import type { Sum } from './sums.ts';
import type { Thing, Things } from './thing.ts';
import type { FoundTitle } from './title.ts';

/** What facts are made of. */
export interface FactSources {
  readonly text: string;
  readonly book: FactBook;
  readonly things: Things;
  readonly mentions: readonly Mention[];
  readonly recognised: Recognised;
  readonly roles: readonly FoundRole[];
  readonly homes: ReadonlyMap<string, Home>;
  readonly dates: readonly Dated[];
  readonly sums: readonly Sum[];
  readonly sheet: readonly Labelled[];
  readonly salience: Salience;
  readonly around: Surroundings;
  readonly title: FoundTitle | undefined;
  readonly vocabularies: Vocabularies;
}

/** The subject of facts about the document itself, which is no entity. */
export const documentSubject = 'document';

/** Proposes every fact that the sources allow, in a fixed order. */
export function proposeFacts(sources: FactSources): void {
  for (const propose of [ofRoles, ofDates, ofSums, ofCountries, ofNames, ofEvents, ofSheet, ofThemes, ofDocument])
    propose(sources);
}

/** The field of a kind that a role fills. */
const fieldOfRole: Readonly<{ [kind: string]: Readonly<{ [role in RoleName]?: string }> }> = {
  project: { lead: 'lead', partner: 'partners', associated: 'associates', funder: 'funders' },
  event: {
    organiser: 'organisers',
    'co-organiser': 'co_organisers',
    host: 'hosts',
    funder: 'funders',
    participant: 'participants',
    speaker: 'participants',
  },
  practice: { lead: 'owner' },
};

function ofRoles({ book, things, roles }: FactSources): void {
  for (const { role, entity, kind, of, ofKind, evidence, rule } of roles) {
    const [actor, target] = [things.get(entity), things.get(of)];
    if (!actor || !target) continue;
    const at_most = Math.min(actor.confidence, target.confidence);
    const base = { evidence: [evidence], rule, at_most };
    if (role === 'member') book.propose({ ...base, subject: entity, field: 'member_of', value: valueOf(target) });
    else if (kind === 'programme') {
      if (ofKind === 'project') book.propose({ ...base, rule: 'programme', subject: of, field: 'programme', value: valueOf(actor) });
    } else {
      const field = fieldOfRole[ofKind]?.[role];
      if (field !== undefined) book.propose({ ...base, subject: of, field, value: valueOf(actor) });
    }
  }
}

/** The record that an entity is, or the entity of the answer. */
export function valueOf({ id, record }: Thing): string {
  return record ?? id;
}

function ofDates({ book, dates }: FactSources): void {
  for (const { role, value, of, inferred, rule, start, end } of dates) {
    const tell = (subject: string, field: string, date: string) =>
      book.propose({ subject, field, value: date, evidence: [{ start, end }], rule, inferred: inferred === true });
    const [first = value, last] = value.split('/');
    if (role === 'published') tell(documentSubject, 'published', value);
    if (!of) continue;
    if (role === 'programme') tell(of.entity, 'period', value);
    else if (role === 'founded') tell(of.entity, 'founded', value);
    else if (of.kind === 'project' || of.kind === 'event') {
      if (role !== 'end') tell(of.entity, 'start', first);
      if (last !== undefined) tell(of.entity, 'end', last);
      else if (role === 'end') tell(of.entity, 'end', value);
    } else if (of.kind === 'practice' && role !== 'end') tell(of.entity, 'start', first);
  }
}

function ofSums({ book, sums }: FactSources): void {
  for (const { amount, currency, field, of, rule, start, end } of sums)
    if (of && field) book.propose({ subject: of.entity, field, value: `${amount} ${currency}`, evidence: [{ start, end }], rule });
}

function ofCountries({ book, things, homes, roles, recognised, around, salience, sheet }: FactSources): void {
  for (const [entity, { country, city, region, evidence, rule }] of homes) {
    if (things.get(entity)?.kind !== 'organisation') continue;
    const base = { subject: entity, evidence: [evidence], rule, inferred: rule === 'place-name' };
    book.propose({ ...base, field: 'country', value: country });
    if (rule === 'place-name' || rule === 'place-before') continue;
    if (city !== undefined) book.propose({ ...base, field: 'city', value: city });
    if (region !== undefined) book.propose({ ...base, field: 'region', value: region });
  }
  for (const { list, span } of countryLists(recognised, around)) {
    const target = around.owner(span, ['project']);
    if (!target) continue;
    for (const value of list)
      book.propose({ subject: target.entity, field: 'countries', value, evidence: [span], rule: 'country-list' });
  }
  for (const { field, values } of sheet) {
    const { subject } = salience;
    if (field !== 'countries' || !subject) continue;
    for (const value of values)
      for (const { code } of spansIn(recognised.places.countries, value))
        book.propose({ subject: subject.entity, field: 'countries', value: code, evidence: [value], rule: 'label' });
  }
  for (const { role, entity, of, ofKind } of roles) {
    const home = homes.get(entity);
    if (ofKind !== 'project' || !home || !/^(?:lead|partner)$/.test(role)) continue;
    book.propose({ subject: of, field: 'countries', value: home.country, evidence: [home.evidence], rule: 'from-partners', inferred: true });
  }
}

/** Three countries or more, named one after the other. */
function countryLists({ places }: Recognised, around: Surroundings): { list: string[]; span: TextSpan }[] {
  const found: { list: string[]; span: TextSpan }[] = [];
  let row: (typeof places.countries)[number][] = [];
  const flush = () => {
    const [first, last] = [row[0], row.at(-1)];
    if (row.length >= 3 && first && last)
      found.push({ list: row.map(({ code }) => code), span: { start: first.start, end: last.end } });
    row = [];
  };
  for (const place of places.countries.toSorted((a, b) => a.start - b.start)) {
    if (place.basis !== 'explicit') continue;
    const last = row.at(-1);
    if (last && (place.start - last.end > 14 || around.sentence(place.start).start !== around.sentence(last.start).start)) flush();
    row.push(place);
  }
  flush();
  return found;
}

function ofNames({ book, text, things, recognised, vocabularies, mentions }: FactSources): void {
  for (const { short, long } of recognised.acronyms) {
    const owner = spanAround(mentions, { start: long.start, end: long.start + 1 });
    const thing = owner && things.get(owner.entity);
    const name = text.slice(short.start, short.end);
    if (thing && thing.title !== name)
      book.propose({ subject: thing.id, field: 'acronym', value: name, evidence: [{ start: Math.min(short.start, long.start), end: Math.max(short.end, long.end) }], rule: 'acronym', at_most: thing.confidence });
  }
  const forms = vocabularies('forms');
  for (const thing of things.all()) {
    const [first] = thing.mentions;
    if (thing.kind !== 'organisation' || !first) continue;
    const form = formIn(thing.title, (word) => forms.find(word));
    if (form !== undefined)
      book.propose({ subject: thing.id, field: 'form', value: form, evidence: [first], rule: 'form', inferred: true, at_most: thing.confidence });
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

/** Where events take place, how many came, and what they are about. */
function ofEvents({ book, things, mentions, recognised, dates, around, salience }: FactSources): void {
  for (const { of, role, start, end } of dates) {
    if (role !== 'event' || !of) continue;
    const sentence = around.sentence(start);
    const [city] = nearest(recognised.places.cities, sentence, start);
    const [country] = nearest(recognised.places.countries, sentence, start);
    const of_ = { subject: of.entity, rule: 'place-sentence' };
    const spanOf = (place: TextSpan) => ({ start: Math.min(place.start, start), end: Math.max(place.end, end) });
    if (city) book.propose({ ...of_, field: 'city', value: city.name, evidence: [spanOf(city)] });
    const code = city?.country ?? country?.code;
    const place = city ?? country;
    if (code !== undefined && place) book.propose({ ...of_, field: 'country', value: code, evidence: [spanOf(place)], inferred: city !== undefined });
  }
  for (const mention of mentions) {
    if (mention.kind !== 'event') continue;
    for (const { kind, entity } of mention.inner ?? []) {
      const about = things.get(entity);
      if (kind === 'project' && about) book.propose({ subject: mention.entity, field: 'about', value: valueOf(about), evidence: [mention], rule: 'in-name' });
    }
  }
  for (const { what, value, start, end } of recognised.figures) {
    if (what !== 'participants') continue;
    const target = spansIn(mentions, around.sentence(start)).find(({ kind }) => kind === 'event') ?? (salience.subject?.kind === 'event' ? salience.subject : undefined);
    if (target) book.propose({ subject: target.entity, field: 'attendance', value: String(value), evidence: [{ start, end }], rule: 'attendance' });
  }
}

/** The places of a sentence, the nearest first. */
function nearest<Place extends TextSpan>(places: readonly Place[], sentence: TextSpan, at: number): Place[] {
  return spansIn(places, sentence).toSorted((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at),
  );
}

function ofSheet({ book, text, things, mentions, sheet, salience, vocabularies, recognised }: FactSources): void {
  const { subject } = salience;
  if (!subject) return;
  for (const { field, label, values, sort } of sheet) {
    const [value] = values;
    if (!value || sort !== 'line') continue;
    const evidence = [{ start: label.start, end: value.end }];
    const written = text.slice(value.start, value.end);
    const tell = (name: string, found: string) => book.propose({ subject: subject.entity, field: name, value: found, evidence, rule: 'label' });
    if (field === 'programme' && subject.kind === 'project') {
      const [programme] = spansIn(mentions, value).filter(({ kind }) => kind === 'programme');
      const thing = programme && things.get(programme.entity);
      if (thing) book.propose({ subject: subject.entity, field, value: valueOf(thing), evidence, rule: 'programme-label' });
    } else if (field === 'website') {
      const url = /(?:https?:\/\/|www\.)\S{3,200}/.exec(written)?.[0];
      if (url !== undefined) tell('website', url);
    } else if (field === 'acronym') tell('acronym', written);
    else if (field === 'call' && subject.kind === 'project') tell('call', written);
    else if (field === 'level' && subject.kind === 'practice') {
      const level = vocabularies('levels').find(written);
      if (level !== undefined) tell('level', level);
    } else if (field === 'venue' && subject.kind === 'event') tell('venue', written);
    if (/^(?:venue|place|city|country|region)$/.test(field)) placesIn(value, recognised, subject.kind, tell);
  }
}

function placesIn(value: TextSpan, { places }: Recognised, kind: string, tell: (field: string, value: string) => void): void {
  if (!/^(?:event|practice|organisation)$/.test(kind)) return;
  const [country] = spansIn(places.countries, value);
  const [region] = spansIn(places.regions, value);
  const [city] = spansIn(places.cities, value);
  if (country) tell('country', country.code);
  if (region) tell('region', region.code);
  if (city) tell('city', city.name);
}

function ofThemes({ book, recognised, salience }: FactSources): void {
  const { subject } = salience;
  if (!subject) return;
  for (const { id, score, evidence } of recognised.themes)
    book.propose({ subject: subject.entity, field: 'themes', value: id, evidence: evidence.slice(0, 2), rule: 'theme', at_most: Math.max(0.3, score) });
}

function ofDocument({ book, title, salience, things }: FactSources): void {
  const { subject, author } = salience;
  if (title?.span) book.propose({ subject: documentSubject, field: 'title', value: title.text, evidence: [title.span], rule: 'title' });
  const about = subject && things.get(subject.entity);
  if (subject && about) book.propose({ subject: documentSubject, field: 'about', value: valueOf(about), evidence: [{ start: subject.start, end: subject.end }], rule: 'subject' });
  const publisher = author && things.get(author.entity);
  if (author && publisher) book.propose({ subject: documentSubject, field: 'publisher', value: valueOf(publisher), evidence: [{ start: author.start, end: author.end }], rule: 'publisher', inferred: true });
}
