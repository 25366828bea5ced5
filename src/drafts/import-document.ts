import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Ranking } from '../actors/ranked.ts';
import { perform } from '../base/journal.ts';
import type { FileChange } from '../base/journal.ts';
import { readFileText } from '../base/read-file.ts';
import type { Decided } from '../core/decision.ts';
import type { Document } from '../core/document.ts';
import { extract } from '../extract/extract.ts';
import type { Extraction } from '../extract/extraction.ts';
import { writeRecord } from '../markdown/write-front.ts';
import type { Store } from '../store/store.ts';
import type { Vocabularies } from '../vocabulary/load.ts';
import type { Draft, DraftEntity } from './draft.ts';
import { draftText, keepDecisions, newDraft } from './draft.ts';
import { draftPaths, drafts, freeId, textHash } from './folder.ts';
import { knownRecords } from '../store/known-records.ts';
import { resolveEntities } from './resolve-entities.ts';

/** What is needed to draft what a document says. */
export interface Importing {
  readonly folder: string;
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
  const { folder, decided, store } = importing;
  const { sha256, title } = extraction.document;
  const all = drafts(folder);
  const earlier = all.find((draft) => draft.document.sha256 === sha256);
  const taken = new Set(all.map(({ id }) => id));
  const isTaken = (id: string) =>
    taken.has(id) || existsSync(join(folder, draftPaths(id, sha256).page));
  const id = earlier?.id ?? freeId(title, file, isTaken);
  const before = await recordOf(sha256, store);
  const notes = [
    ...(before === undefined ? [] : [`in the base already, as ${before}`]),
    ...(document.encoding === undefined ? [] : [`read as ${document.encoding}`]),
    ...document.notes,
  ];
  const fresh = newDraft(id, file, document.format, extraction, notes);
  const known = { ...fresh, entities: fresh.entities.map((entity) => asDecided(entity, decided)) };
  return earlier ? keepDecisions(known, earlier) : known;
}

/** The record of a document that was applied before. */
async function recordOf(sha256: string, store: Store): Promise<string | undefined> {
  const where = [{ field: 'sha256', operator: '=', value: sha256 }] as const;
  for await (const { id } of store.records({ kind: { any: ['document'], none: [] }, where }))
    return id;
  return undefined;
}

/** Puts the draft, the record of its document and the frozen text below `drafts/`, all or none. */
export async function writeDraft(draft: Draft, document: Document, folder: string): Promise<void> {
  const paths = draftPaths(draft.id, draft.document.sha256);
  const page = contentOf(folder, paths.page);
  const changes: FileChange[] = [
    { path: paths.facts, before: contentOf(folder, paths.facts), after: draftText(draft) },
    // A page that somebody has already touched is theirs.
    { path: paths.page, before: page, after: page ?? pageText(draft, document) },
    { path: paths.text, before: contentOf(folder, paths.text), after: document.text },
  ];
  await perform(folder, { label: `import ${draft.file}`, changes });
}

/** The record of the document as it will stand in the base. */
function pageText(draft: Draft, { metadata }: Document): string {
  const { title, language, published, sha256 } = draft.document;
  const url =
    metadata.url !== undefined && /^https?:\/\/\S+$/.test(metadata.url) ? metadata.url : undefined;
  return writeRecord(
    [
      ['kind', ['document']],
      ['title', [title]],
      ['lang', [language]],
      ...(published === undefined ? [] : [['published', [published]] as const]),
      ...(url === undefined ? [] : [['url', [url]] as const]),
      ['file', [draft.file]],
      ['sha256', [sha256]],
    ],
    '',
  );
}

/** What somebody said is nothing worth a record is not asked about again. */
function asDecided(entity: DraftEntity, decided: Decided): DraftEntity {
  const names = [
    entity.title,
    ...entity.aliases,
    ...(entity.acronym === undefined ? [] : [entity.acronym]),
  ];
  return names.some((name) => decided.meaning(name) === 'none')
    ? { ...entity, choice: 'none' }
    : entity;
}

function contentOf(folder: string, path: string): string | null {
  const read = readFileText(join(folder, path));
  return 'text' in read ? read.text : null;
}
