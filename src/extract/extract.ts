import type { Document, TextSpan } from '../core/document.ts';
import type { Vocabularies } from '../vocabulary/load.ts';
import { addDeclared } from './facts/declared.ts';
import { isIn } from './dates/next-meeting.ts';
import { datesOf } from './dates/dated.ts';
import { acronymEntry, countriesOf, dateEntry, entityEntry, regionsOf } from './answer.ts';
import type { Extraction } from './extraction.ts';
import { factBook, quoteOf } from './facts/fact-book.ts';
import { proposeFacts } from './facts/facts.ts';
import { figuresOf } from './amounts/figures-found.ts';
import { homesOf } from './places/home.ts';
import type { KnownRecord } from '../core/known-record.ts';
import { mended } from './mended.ts';
import { letterOf } from './text/letter.ts';
import { makePassage } from './text/make-passage.ts';
import type { Mention } from './text/mention.ts';
import { inOrder, nested } from './text/mention.ts';
import { surroundings } from './text/nearby.ts';
import { projectRows } from './roles/project-rows.ts';
import { partnerRows } from './roles/partner-rows.ts';
import { olderMessages } from './text/older-message.ts';
import type { Passage } from './text/passage.ts';
import { authorOf } from './facts/author.ts';
import { isNameless } from './names/nameless-event.ts';
import { placeSpans, recognise } from './recognise.ts';
import type { Salience } from './roles/role-target.ts';
import { salienceOf } from './roles/role-target.ts';
import type { FoundRole } from './roles/found-role.ts';
import { findRoles } from './roles/roles.ts';
import { newerRoles, settleRoles } from './roles/settle-roles.ts';
import { roleOfField, sheetRoles } from './roles/sheet-roles.ts';
import type { Labelled } from './roles/sheet.ts';
import { sheetOf } from './roles/sheet.ts';
import { firstAt, spanAround } from './text/spans.ts';
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
export function extract(document: Document, context: ExtractionContext): Extraction {
  const whole = mended(document);
  return whole
    ? whole.putBack(extractFrom(whole.document, context))
    : extractFrom(document, context);
}

function extractFrom(
  document: Document,
  { sha256, known, vocabularies }: ExtractionContext,
): Extraction {
  const { text } = document;
  const passage = makePassage(document);
  const recognised = recognise(passage, known);
  const older = olderMessages(passage);
  const sheet = sheetOf(passage, vocabularies);
  const rows = partnerRows(passage, vocabularies);
  const things = new Things(recognised.entities);
  addDeclared(passage, things, sheet, rows, [
    ...recognised.persons,
    ...placeSpans(recognised.places),
  ]);

  // Who a letter is written to is not what it is about, and the next meeting not what minutes are.
  const elsewhere = inOrder([...letterOf(passage).addressees, ...recognised.nextMeetings]);
  const title = titleOf(
    document,
    passage,
    sheet,
    nested(things.mentions()).filter((mention) => !spanAround(elsewhere, mention)),
    recognised.places.countries,
  );
  const hints = {
    hasRoles: rows.some(({ field }) => field !== undefined),
    eventDates: recognised.dates.filter(({ role }) => role === 'event'),
  };
  const subject = settleSubject(passage, things, title, sheet, hints, elsewhere);
  leaveOutNameless(passage, things, subject);
  const mentions = nested(things.mentions());
  const author = authorOf(
    document,
    passage,
    things,
    mentions.filter((mention) => !spanAround(older, mention)),
    subject,
    sheet,
    rows,
  );
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
  const told = settleRoles([
    ...sheetRoles(sheet, rows, mentions, salience),
    ...table.roles,
    ...findRoles(passage, marked, salience, inOrder([...toldBy(sheet), ...table.rows])),
  ]).filter((role) => !isOfNext(role, recognised.nextMeetings, subject));
  const roles = newerRoles(told, older);
  const homes = homesOf(passage, mentions, recognised.places, sheet, rows, vocabularies);
  const dates = datesOf(
    passage,
    recognised.dates,
    sheet,
    document.metadata.published,
    around,
    salience,
    recognised.nextMeetings,
    older,
  );
  const sums = sumsOf(recognised.money, sheet, rows, around, salience);

  const themes = findThemes(passage, namesOfOthers(mentions, subject));
  const book = factBook(text, sha256, older);
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
  const facts = book
    .facts()
    .filter(({ subject: of, value }) => !things.isLeftOut(of) && !things.isLeftOut(value));
  const published =
    document.metadata.published ?? dates.find(({ role }) => role === 'published')?.value;
  const about = subject && things.get(subject.entity);
  const byActor = Map.groupBy(
    roles.filter(({ kind, of }) => kind !== 'programme' && !things.isLeftOut(of)),
    ({ entity }) => entity,
  );
  const countries = new Map(known.map(({ id, country }) => [id, country]));
  return {
    document: {
      title:
        title?.text ?? (about && about.kind !== 'event' ? about.title : firstSentence(passage)),
      language: passage.language,
      ...(published === undefined ? {} : { published }),
      dates: dates.map((date) => dateEntry(text, date, things)),
      sha256,
    },
    subject: about ? { kind: about.kind, entity: about.id } : null,
    facts,
    entities: things
      .named()
      .map((thing) =>
        entityEntry(
          text,
          thing,
          homes.get(thing.id)?.country ?? countries.get(thing.record ?? ''),
          byActor.get(thing.id) ?? [],
        ),
      ),
    acronyms: recognised.acronyms.map((pair) => acronymEntry(text, pair)),
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

/** “The next meeting will be hosted by …”: no part in what the paper is about. */
function isOfNext(
  { of, evidence }: FoundRole,
  nextMeetings: readonly TextSpan[],
  subject: { readonly entity: string; readonly kind: string } | undefined,
): boolean {
  return subject?.kind === 'event' && of === subject.entity && isIn(nextMeetings, evidence.start);
}

/** “Next meeting” is no record of its own, unless the document is about it. */
function leaveOutNameless(
  passage: Passage,
  things: Things,
  subject: { readonly entity: string } | undefined,
): void {
  for (const { id, kind, record, mentions } of things.all())
    if (kind === 'event' && record === undefined && id !== subject?.entity)
      if (isNameless(passage, mentions)) things.leaveOut(id);
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
