import type { Document, TextSpan } from '../core/document.ts';
import type { Vocabularies } from '../vocabulary/load.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { confidenceOf } from './facts/confidence.ts';
import { addDeclared } from './facts/declared.ts';
import type { Dated } from './dates/dated.ts';
import { datesOf } from './dates/dated.ts';
import type { Entity, Extraction } from './extraction.ts';
import { factBook, quoteOf } from './facts/fact-book.ts';
import { proposeFacts } from './facts/facts.ts';
import { figuresOf } from './amounts/figures-found.ts';
import { homesOf } from './places/home.ts';
import type { KnownRecord } from '../core/known-record.ts';
import { makePassage } from './text/make-passage.ts';
import type { Mention } from './text/mention.ts';
import { inOrder, nested } from './text/mention.ts';
import { surroundings } from './text/nearby.ts';
import { projectRows } from './roles/project-rows.ts';
import { partnerRows } from './roles/partner-rows.ts';
import type { Passage } from './text/passage.ts';
import type { Places } from './places/places.ts';
import { authorOf } from './facts/author.ts';
import { placeSpans, recognise } from './recognise.ts';
import type { Salience } from './roles/role-target.ts';
import { salienceOf } from './roles/role-target.ts';
import type { FoundRole } from './roles/found-role.ts';
import { findRoles } from './roles/roles.ts';
import { settleRoles } from './roles/settle-roles.ts';
import { roleOfField, sheetRoles } from './roles/sheet-roles.ts';
import type { Labelled } from './roles/sheet.ts';
import { sheetOf } from './roles/sheet.ts';
import { firstAt } from './text/spans.ts';
import { settleSubject } from './facts/settle-subject.ts';
import { sumsOf } from './amounts/sums.ts';
import { findThemes } from './facts/themes.ts';
import { Things } from './facts/thing.ts';
import { titleOf } from './facts/title.ts';

/** What an extraction needs beside the document. */
export interface ExtractionContext {
  /** Of the file that the document was read from, in hexadecimal digits. */
  readonly sha256: string;
  readonly known: readonly KnownRecord[];
  readonly vocabularies: Vocabularies;
}

/** All that a document says: the same document, records and vocabularies give the same answer. */
export function extract(
  document: Document,
  { sha256, known, vocabularies }: ExtractionContext,
): Extraction {
  const { text } = document;
  const passage = makePassage(document);
  const recognised = recognise(passage, known);
  const sheet = sheetOf(passage, vocabularies);
  const rows = partnerRows(passage, vocabularies);
  const things = new Things(recognised.entities);
  addDeclared(passage, things, sheet, rows, [
    ...recognised.persons,
    ...placeSpans(recognised.places),
  ]);

  const title = titleOf(
    document,
    passage,
    sheet,
    nested(things.mentions()),
    recognised.places.countries,
  );
  const subject = settleSubject(passage, things, title, sheet, {
    hasRoles: rows.some(({ field }) => field !== undefined),
    eventDates: recognised.dates.filter(({ role }) => role === 'event'),
  });
  const mentions = nested(things.mentions());
  const author = authorOf(document, passage, things, mentions, subject, sheet, rows);
  let salience: Salience | undefined;
  const around = surroundings(passage, mentions, () => salience ?? nothing);
  salience = salienceOf(
    mentions,
    headingMentions(passage, mentions),
    subject,
    author,
    (place) => around.block(place),
    passage.shadow,
    headingBefore(passage),
  );

  const places = inOrder(placeSpans(recognised.places));
  const marked = { mentions, places, persons: inOrder(recognised.persons) };
  const table = projectRows(passage, mentions, salience, vocabularies);
  const roles = settleRoles([
    ...sheetRoles(sheet, rows, mentions, salience),
    ...table.roles,
    ...findRoles(passage, marked, salience, inOrder([...toldBy(sheet), ...table.rows])),
  ]);
  const homes = homesOf(passage, mentions, recognised.places, sheet, rows, vocabularies);
  const dates = datesOf(
    passage,
    recognised.dates,
    sheet,
    document.metadata.published,
    around,
    salience,
  );
  const sums = sumsOf(recognised.money, sheet, rows, around, salience);

  const themes = findThemes(passage, namesOfOthers(mentions, subject));
  const book = factBook(text, sha256);
  proposeFacts({
    text,
    passage,
    book,
    things,
    mentions,
    recognised,
    roles,
    homes,
    dates,
    sums,
    themes,
    sheet,
    salience,
    around,
    title,
    vocabularies,
  });
  const facts = book.facts();
  const published =
    document.metadata.published ?? dates.find(({ role }) => role === 'published')?.value;
  const about = subject && things.get(subject.entity);
  const byActor = Map.groupBy(
    roles.filter(({ kind }) => kind !== 'programme'),
    ({ entity }) => entity,
  );
  const countries = new Map(known.map(({ id, country }) => [id, country]));
  return {
    document: {
      title:
        title?.text ?? (about && about.kind !== 'event' ? about.title : firstSentence(passage)),
      language: passage.language,
      ...(published === undefined ? {} : { published }),
      dates: dates.map((date) => dateEntry(text, date)),
      sha256,
    },
    subject: about ? { kind: about.kind, entity: about.id } : null,
    facts,
    entities: things.all().map((thing): Entity => {
      const { id, kind, title, acronym, aliases, record, candidates, rule, confidence } = thing;
      const home = homes.get(id);
      return {
        id,
        kind,
        title,
        ...(acronym === undefined ? {} : { acronym }),
        aliases,
        ...countryOf(home?.country ?? countries.get(record ?? '')),
        status: record !== undefined ? 'known' : candidates?.length ? 'candidates' : 'new',
        ...(record === undefined ? {} : { record }),
        ...(candidates?.length && record === undefined
          ? {
              candidates: candidates.map((each) => ({
                record: each,
                score: 1 / candidates.length,
                reason: 'name',
              })),
            }
          : {}),
        confidence,
        rule,
        mentions: thing.mentions.map((span) => quoteOf(text, span)),
        roles: (byActor.get(id) ?? []).map((role) => roleEntry(text, role)),
      };
    }),
    acronyms: recognised.acronyms.map(({ short, long }) => ({
      short: text.slice(short.start, short.end),
      long: text.slice(long.start, long.end),
      evidence: quoteOf(
        text,
        withBracket(text, {
          start: Math.min(short.start, long.start),
          end: Math.max(short.end, long.end),
        }),
      ),
    })),
    countries: countriesOf(text, recognised.places),
    regions: regionsOf(text, recognised.places, vocabularies('regions'), passage.language),
    money: sums.map(({ amount, currency, kind, start, end }) => ({
      amount,
      currency,
      kind,
      evidence: quoteOf(text, { start, end }),
    })),
    themes,
    figures: figuresOf(text, recognised.figures, facts, roles, around, salience),
  };
}

/** Organisations that the document is not about: what they work on, their names say, and not the document. */
function namesOfOthers(
  mentions: readonly Mention[],
  subject: { readonly entity: string } | undefined,
): readonly TextSpan[] {
  return mentions.filter(
    ({ kind, entity }) => kind === 'organisation' && entity !== subject?.entity,
  );
}

/** The lines of a sheet that name roles. */
function toldBy(sheet: readonly Labelled[]): TextSpan[] {
  return inOrder(
    sheet
      .filter(({ field, sort }) => roleOfField[field] !== undefined && sort === 'line')
      .map(({ label, values }) => ({ start: label.start, end: values.at(-1)?.end ?? label.end })),
  );
}

const nothing: Salience = {
  at: () => undefined,
  above: () => undefined,
  sheet: () => undefined,
};

/** The last heading before a place. */
function headingBefore({ blocks }: Passage): (place: number) => TextSpan | undefined {
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  return (place) => {
    const next = firstAt(headings, place);
    return headings[next - 1];
  };
}

function headingMentions(passage: Passage, mentions: readonly Mention[]): Mention[] {
  const headings = passage.blocks.filter(({ kind }) => kind === 'heading');
  let at = 0;
  return mentions.filter((mention) => {
    while (at < headings.length && (headings[at]?.end ?? 0) < mention.end) at++;
    return (headings[at]?.start ?? Infinity) <= mention.start;
  });
}

function firstSentence({ text, blocks }: Passage): string {
  const body = blocks.find(({ zone, kind }) => zone === 'body' && kind !== 'row') ?? blocks[0];
  const span = body?.sentences[0] ?? body;
  return span
    ? text
        .slice(span.start, Math.min(span.end, span.start + 200))
        .replaceAll(/\s+/g, ' ')
        .trim()
    : '';
}

function dateEntry(
  text: string,
  { role, of, value, inferred, start, end }: Dated,
): Extraction['document']['dates'][number] {
  return {
    role,
    ...(of ? { of: of.entity } : {}),
    value,
    ...(inferred ? { inferred } : {}),
    evidence: quoteOf(text, { start, end }),
  };
}

function roleEntry(text: string, { role, of, evidence, rule }: FoundRole): Entity['roles'][number] {
  return { role, of, evidence: quoteOf(text, evidence), rule, confidence: confidenceOf(rule) };
}

/** “Union of Dyers (UOD”: with the bracket that closes. */
function withBracket(text: string, { start, end }: TextSpan): TextSpan {
  const quote = text.slice(start, end);
  const isOpen = quote.lastIndexOf('(') > quote.lastIndexOf(')');
  const close = isOpen ? /^["”»]?\)/.exec(text.slice(end, end + 2)) : null;
  return { start, end: end + (close?.[0].length ?? 0) };
}

function countryOf(country: string | undefined): { readonly country?: string } {
  return country === undefined ? {} : { country };
}

const bases = ['explicit', 'implied', 'publisher'] as const;

/** Countries with the best basis that a mention gives; those whose embassy or agency alone is named are none of the document. */
function countriesOf(text: string, { countries }: Places): Extraction['countries'] {
  const places = countries.filter(({ how }) => how !== 'state body');
  const byCode = Map.groupBy(places, ({ code }) => code);
  return [...byCode].map(([code, list]) => ({
    code,
    basis: bases.find((basis) => list.some((each) => each.basis === basis)) ?? 'implied',
    mentions: list.map((span) => quoteOf(text, span)),
  }));
}

function regionsOf(
  text: string,
  { regions }: Places,
  vocabulary: Vocabulary,
  language: string,
): Extraction['regions'] {
  const byCode = Map.groupBy(regions, ({ code }) => code);
  return [...byCode].map(([code, list]) => ({
    code,
    name: vocabulary.label(code, language),
    mentions: list.map((span: TextSpan) => quoteOf(text, span)),
  }));
}
