import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Ranking } from '../actors/ranked.ts';
import { perform } from '../base/journal.ts';
import type { FileChange } from '../base/history.ts';
import { readFileText } from '../base/read-file.ts';
import type { Kinds } from '../core/kind.ts';
import { ChangedMeanwhile, UsageError } from '../core/usage-error.ts';
import type { Decided } from '../core/decision.ts';
import { nothing } from '../core/decision.ts';
import type { Document } from '../core/document.ts';
import { extract } from '../extract/extract.ts';
import type { Extraction } from '../extract/extraction.ts';
import type { Store, StoredRecord } from '../store/store.ts';
import type { Vocabularies } from '../vocabulary/load.ts';
import { counted } from '../terminal/counted.ts';
import { choose } from './decide.ts';
import type { Draft, Source } from './draft.ts';
import { draftText, newDraft } from './draft.ts';
import { isVersion, standing, supersede } from './earlier-version.ts';
import { draftCalled, draftFile, draftPaths, drafts, freeId, textHash } from './folder.ts';
import { keepDecisions } from './keep-decisions.ts';
import { knownRecords } from '../store/known-records.ts';
import { pageText } from './page-text.ts';
import { resolveEntities } from './resolve-entities.ts';
import { shortfalls } from './shortfalls.ts';

/** What is needed to draft what a document says. */
export interface Importing {
  readonly folder: string;
  /** Those that the run found; read once, since every document is compared with all of them. */
  readonly drafts: readonly Draft[];
  /** Those of the documents before this one, whose place it never takes. */
  readonly made: readonly Draft[];
  /** The draft whose place the document takes, as somebody said. */
  readonly replaces?: Draft;
  readonly store: Store;
  readonly kinds: Kinds;
  readonly concepts: Vocabularies;
  readonly decided: Decided;
  /** Likeness of names, made ready when it is first asked for. */
  readonly ranking: () => Promise<Ranking>;
}

/** What the document says; offsets are those of its text. */
export async function extractionOf(document: Document, importing: Importing): Promise<Extraction> {
  const known = await knownRecords(importing.store, document.text);
  const extraction = extract(document, {
    sha256: textHash(document.text),
    known,
    vocabularies: importing.concepts,
  });
  return resolveEntities(extraction, await importing.ranking(), importing.decided);
}

/** A draft with those that it is made from. */
export interface Drafted {
  readonly draft: Draft;
  /** The one whose place it takes, as it was read. */
  readonly earlier?: Draft;
  /** A second draft of the same text, which goes. */
  readonly twin?: Draft;
}

/** The draft of a document: the one that was begun before, with its decisions, or a new one. */
export async function draftOf(
  document: Document,
  extraction: Extraction,
  source: Source,
  importing: Importing,
): Promise<Drafted> {
  const { folder, store, kinds, drafts, made } = importing;
  const { sha256, title } = extraction.document;
  const known = [...made, ...drafts];
  const same = known.find((draft) => draft.document.sha256 === sha256);
  const begun = importing.replaces ?? same;
  const alike = begun ? undefined : versionOf(document, extraction, source, importing);
  // Somebody may have decided on it since the first document was read.
  const earlier = draftCalled(folder, (begun ?? alike?.earlier)?.id ?? '');
  const taken = new Set(known.map(({ id }) => id));
  const isTaken = (id: string) => {
    const { page, facts } = draftPaths(id, sha256);
    return taken.has(id) || [page, facts].some((path) => existsSync(join(folder, path)));
  };
  const id = earlier?.id ?? freeId(title, source.file, isTaken);
  const before = await documentRecord(sha256, store);
  const notes = [
    ...(alike && !earlier ? [alike.note] : []),
    ...(before === undefined ? [] : [`in the base already, as ${before.id}`]),
    ...(document.encoding === undefined ? [] : [`read as ${document.encoding}`]),
    ...document.notes,
    ...shortfalls(extraction.figures),
  ];
  const draft = newDraft(id, source, document.format, extraction, notes);
  if (!earlier) return { draft: asDecided(draft, importing) };
  if (earlier.document.sha256 === sha256)
    return { draft: asDecided(keepDecisions(draft, earlier, kinds), importing), earlier };
  const { kept, gone, ...later } = supersede({ draft, text: document.text }, earlier, kinds);
  const note = `takes the place of the draft of an earlier version (${earlier.file}): ${counted(kept, 'decision')} kept, ${gone} gone with their quotes`;
  return {
    draft: asDecided({ ...later.draft, notes: [note, ...notes] }, importing),
    earlier,
    ...(same && same.id !== id ? { twin: undecided(same) } : {}),
  };
}

/**
 * The draft whose place a document takes unasked: of the same source, about the same subject, saying most of the same. Where one of the
 * two is missing there is only a note, since what looks like a version may be another document.
 */
function versionOf(
  { text }: Document,
  { document, subject }: Extraction,
  source: Source,
  { folder, drafts }: Importing,
): { readonly earlier?: Draft; readonly note: string } | undefined {
  const alike = drafts.flatMap((draft) => {
    const { isSameSource, isSameSubject } = standing(draft, source, subject);
    if (!isSameSource && !isSameSubject) return [];
    const was = textOf(folder, draft);
    if (was === undefined || !isVersion({ draft, text: was }, document.title, source.file, text))
      return [];
    return [{ draft, isLater: isSameSource && isSameSubject }];
  });
  const earlier = alike.find(({ isLater }) => isLater)?.draft;
  const [first] = alike;
  if (!first) return undefined;
  const { id } = first.draft;
  const note = `looks like a later version of the draft ${id}; where it is one, “koinon import FILE --replaces ${id}” keeps its decisions`;
  return { note, ...(earlier ? { earlier } : {}) };
}

/** A draft that may go, since nobody accepted any of it; throws a {@link UsageError} for any other. */
function undecided(draft: Draft): Draft {
  if (draft.facts.some(({ status }) => status === 'accepted' || status === 'applied'))
    throw new UsageError(
      `This document has a draft with decisions already, ${draft.id}; where they may go, “koinon review ${draft.id} --discard” removes it`,
    );
  return draft;
}

/** The record of a document that was applied before. */
export async function documentRecord(
  sha256: string,
  store: Store,
): Promise<StoredRecord | undefined> {
  const where = [{ field: 'sha256', operator: '=', value: sha256 }] as const;
  for await (const record of store.records({ kind: { any: ['document'], none: [] }, where }))
    return record;
  return undefined;
}

/** Drafts what a document says and writes it, anew where somebody else came between the two; gives the draft. */
export async function importDocument(
  document: Document,
  extraction: Extraction,
  source: Source,
  importing: Importing,
): Promise<Draft> {
  const { folder } = importing;
  for (let again = 2, known = importing; ; again--) {
    const drafted = await draftOf(document, extraction, source, known);
    try {
      await writeDraft(drafted, document, folder);
      return drafted.draft;
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile) || again === 0) throw error;
      const made = new Set(importing.made.map(({ id }) => id));
      known = { ...importing, drafts: drafts(folder).filter(({ id }) => !made.has(id)) };
    }
  }
}

/** Puts the draft, the record of its document and the frozen text below `drafts/`, all or none; those of an earlier version go. */
async function writeDraft(
  { draft, earlier, twin }: Drafted,
  document: Document,
  folder: string,
): Promise<void> {
  const { sha256 } = draft.document;
  const paths = draftPaths(draft.id, sha256);
  // What another koinon decided since is not in this draft, and must not be lost by it.
  const was = earlier && draftFile(folder, earlier);
  const page = contentOf(folder, paths.page);
  const isOurs = page === null || (earlier !== undefined && page === pageText(earlier));
  const textWas = earlier?.document.sha256 ?? sha256;
  const changes: FileChange[] = [
    { path: paths.facts, before: was?.text ?? null, after: draftText(draft) },
    // A page that somebody has already touched is theirs, but for the text that it is about.
    {
      path: paths.page,
      before: page,
      after: isOurs ? pageText(draft) : page.replaceAll(textWas, sha256),
    },
    { path: paths.text, before: contentOf(folder, paths.text), after: document.text },
    ...(textWas === sha256 ? [] : [goes(folder, draftPaths(draft.id, textWas).text)]),
    ...(twin ? twinGoes(folder, twin) : []),
  ];
  await perform(folder, { label: `import ${draft.file}`, changes });
}

/** What no other draft has a part in. */
function twinGoes(folder: string, twin: Draft): readonly FileChange[] {
  const { path, text } = draftFile(folder, twin);
  return [
    { path, before: text, after: null },
    goes(folder, draftPaths(twin.id, twin.document.sha256).page),
  ];
}

function goes(folder: string, path: string): FileChange {
  return { path, before: contentOf(folder, path), after: null };
}

/** Removes a draft with the record of its document and the frozen text; all of it comes back with an undo. */
export async function discardDraft(draft: Draft, folder: string): Promise<void> {
  const paths = Object.values(draftPaths(draft.id, draft.document.sha256));
  const changes = paths.map((path) => goes(folder, path));
  await perform(folder, { label: `discard ${draft.id}`, changes });
}

/** The text of a draft, which has left `drafts/` where some of it was applied. */
function textOf(folder: string, { document }: Draft): string | undefined {
  const { text } = draftPaths('', document.sha256);
  return contentOf(folder, text) ?? contentOf(folder, text.replace('drafts/', '')) ?? undefined;
}

/** What somebody said is nothing worth a record is not asked about again, and neither are its facts. */
function asDecided(draft: Draft, { decided, kinds }: Importing): Draft {
  const needless = draft.entities.filter(
    ({ choice, also, title, aliases, acronym = title }) =>
      // What was said of one of two names that somebody made one does not hold for the other.
      choice === undefined &&
      also === undefined &&
      [title, acronym, ...aliases].some((name) => decided.meaning(name) === nothing),
  );
  return needless.reduce((each, { id }) => choose(each, id, 'none', kinds), draft);
}

function contentOf(folder: string, path: string): string | null {
  const read = readFileText(join(folder, path));
  return 'text' in read ? read.text : null;
}
