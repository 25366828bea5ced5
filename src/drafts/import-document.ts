import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Ranking } from '../actors/ranked.ts';
import { perform } from '../base/journal.ts';
import type { FileChange } from '../base/history.ts';
import { readFileText } from '../base/read-file.ts';
import type { Decided } from '../core/decision.ts';
import { nothing } from '../core/decision.ts';
import type { Document } from '../core/document.ts';
import { extract } from '../extract/extract.ts';
import type { Extraction } from '../extract/extraction.ts';
import type { Store, StoredRecord } from '../store/store.ts';
import type { Vocabularies } from '../vocabulary/load.ts';
import { counted } from '../terminal/counted.ts';
import { choose } from './decide.ts';
import type { Draft } from './draft.ts';
import { draftText, newDraft } from './draft.ts';
import { isVersion, supersede } from './earlier-version.ts';
import { draftCalled, draftPaths, freeId, textHash } from './folder.ts';
import { keepDecisions } from './keep-decisions.ts';
import { knownRecords } from '../store/known-records.ts';
import { pageText } from './page-text.ts';
import { resolveEntities } from './resolve-entities.ts';
import { shortfalls } from './shortfalls.ts';

/** What is needed to draft what a document says. */
export interface Importing {
  readonly folder: string;
  /** Those of the base; read once, since every document is compared with all of them. */
  readonly drafts: readonly Draft[];
  readonly store: Store;
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

/** The draft of a document: the one that was begun before, with its decisions, or a new one. */
export async function draftOf(
  document: Document,
  extraction: Extraction,
  file: string,
  importing: Importing,
): Promise<Draft> {
  const { folder, decided, store, drafts } = importing;
  const { sha256, title } = extraction.document;
  const begun =
    drafts.find((draft) => draft.document.sha256 === sha256) ??
    drafts.find((draft) => {
      const text = textOf(folder, draft);
      return text !== undefined && isVersion({ draft, text }, title, file, document.text);
    });
  // Somebody may have decided on it since the first document was read.
  const earlier = begun && draftCalled(folder, begun.id);
  const taken = new Set(drafts.map(({ id }) => id));
  const isTaken = (id: string) => {
    const { page, facts } = draftPaths(id, sha256);
    return taken.has(id) || [page, facts].some((path) => existsSync(join(folder, path)));
  };
  const id = earlier?.id ?? freeId(title, file, isTaken);
  const before = await documentRecord(sha256, store);
  const notes = [
    ...(before === undefined ? [] : [`in the base already, as ${before.id}`]),
    ...(document.encoding === undefined ? [] : [`read as ${document.encoding}`]),
    ...document.notes,
    ...shortfalls(extraction.figures),
  ];
  const draft = newDraft(id, file, document.format, extraction, notes);
  if (!earlier) return asDecided(draft, decided);
  if (earlier.document.sha256 === sha256) return asDecided(keepDecisions(draft, earlier), decided);
  const { kept, gone, ...later } = supersede({ draft, text: document.text }, earlier);
  const note = `takes the place of the draft of an earlier version (${earlier.file}): ${counted(kept, 'decision')} kept, ${gone} gone with their quotes`;
  return asDecided({ ...later.draft, notes: [note, ...notes] }, decided);
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

/** Puts the draft, the record of its document and the frozen text below `drafts/`, all or none; those of an earlier version go. */
export async function writeDraft(draft: Draft, document: Document, folder: string): Promise<void> {
  const { sha256 } = draft.document;
  const paths = draftPaths(draft.id, sha256);
  const earlier = draftCalled(folder, draft.id);
  const was = earlier?.document.sha256 ?? sha256;
  const page = contentOf(folder, paths.page);
  const fresh = pageText(draft, document.metadata.url);
  const isOurs = page === null || (earlier !== undefined && page === pageText(earlier));
  const before = draftPaths(draft.id, was).text;
  const changes: FileChange[] = [
    { path: paths.facts, before: contentOf(folder, paths.facts), after: draftText(draft) },
    // A page that somebody has already touched is theirs, but for the text that it is about.
    { path: paths.page, before: page, after: isOurs ? fresh : page.replaceAll(was, sha256) },
    { path: paths.text, before: contentOf(folder, paths.text), after: document.text },
    ...(was === sha256 ? [] : [{ path: before, before: contentOf(folder, before), after: null }]),
  ];
  await perform(folder, { label: `import ${draft.file}`, changes });
}

/** Removes a draft with the record of its document and the frozen text; all of it comes back with an undo. */
export async function discardDraft(draft: Draft, folder: string): Promise<void> {
  const paths = Object.values(draftPaths(draft.id, draft.document.sha256));
  const changes = paths.map((path) => ({ path, before: contentOf(folder, path), after: null }));
  await perform(folder, { label: `discard ${draft.id}`, changes });
}

/** The text of a draft, which has left `drafts/` where some of it was applied. */
function textOf(folder: string, { document }: Draft): string | undefined {
  const { text } = draftPaths('', document.sha256);
  return contentOf(folder, text) ?? contentOf(folder, text.replace('drafts/', '')) ?? undefined;
}

/** What somebody said is nothing worth a record is not asked about again, and neither are its facts. */
function asDecided(draft: Draft, decided: Decided): Draft {
  const needless = draft.entities.filter(
    ({ choice, title, aliases, acronym = title }) =>
      choice === undefined &&
      [title, acronym, ...aliases].some((name) => decided.meaning(name) === nothing),
  );
  return needless.reduce((each, { id }) => choose(each, id, 'none'), draft);
}

function contentOf(folder: string, path: string): string | null {
  const read = readFileText(join(folder, path));
  return 'text' in read ? read.text : null;
}
