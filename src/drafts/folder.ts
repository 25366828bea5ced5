import { readdirSync } from 'node:fs';
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { perform } from '../base/journal.ts';
import { readFileText } from '../base/read-file.ts';
import { fileSlug, shortSlug } from '../core/slug.ts';
import { ChangedMeanwhile, UsageError } from '../core/usage-error.ts';
import type { Draft } from './draft.ts';
import { draftText, readDraft } from './draft.ts';

/** Paths of what a draft consists of, relative to the base. */
export function draftPaths(id: string, sha256: string) {
  return {
    facts: `drafts/${id}.facts.jsonl`,
    page: `drafts/${id}.md`,
    text: `drafts/sources/${sha256}.txt`,
  };
}

/** Every draft of a base, by its id; what is no draft in that folder is left alone. */
export function drafts(base: string): readonly Draft[] {
  let names: readonly string[];
  try {
    names = readdirSync(join(base, 'drafts'));
  } catch {
    return [];
  }
  return names
    .filter((name) => name.endsWith(ending))
    .sort()
    .flatMap((name) => draftCalled(base, name.slice(0, -ending.length)) ?? []);
}

const ending = '.facts.jsonl';

/** A draft is what its file is called: another id in it would lead to other files. */
export function draftCalled(base: string, id: string): Draft | undefined {
  const read = readFileText(join(base, 'drafts', `${id}${ending}`));
  const draft = 'text' in read ? readDraft(read.text) : undefined;
  return draft?.id === id ? draft : undefined;
}

/** The draft that a word names: its id, or the file that was imported; without a word the only one there is. */
export function draftNamed(base: string, word: string | undefined): Draft {
  const all = drafts(base);
  if (all.length === 0)
    throw new UsageError('There is no draft; “koinon import FILE” makes one of a document');
  const wanted = word?.replace(/^(?:.*\/)?drafts\//, '').replace(/\.(?:md|facts\.jsonl)$/, '');
  const fitting =
    wanted === undefined
      ? all
      : all.filter(({ id, file, document }) => [id, file, document.sha256].includes(wanted));
  const [only, ...others] = fitting;
  if (only && others.length === 0) return only;
  const ids = (only ? fitting : all).map(({ id }) => id).join(', ');
  throw new UsageError(
    wanted === undefined
      ? `Which draft? There are ${ids}`
      : only
        ? `“${wanted}” names several drafts: ${ids}`
        : `There is no draft “${wanted}”; there are ${ids}`,
  );
}

/** The file of a draft with its text; throws a {@link UsageError} where it no longer says what the draft says. */
export function draftFile(
  base: string,
  draft: Draft,
): { readonly path: string; readonly text: string } {
  const path = draftPaths(draft.id, draft.document.sha256).facts;
  const read = readFileText(join(base, path));
  const there = 'text' in read ? readDraft(read.text) : undefined;
  if (!('text' in read) || !there || draftText(there) !== draftText(draft))
    throw new ChangedMeanwhile(path);
  return { path, text: read.text };
}

/**
 * Saves what was decided since, at once and whole, so that it can be taken back; what `joins` is one with the answer before. What
 * somebody else decided meanwhile is never written over.
 */
export async function saveDraft(
  base: string,
  draft: Draft,
  before: Draft,
  joins = false,
): Promise<void> {
  const { path, text } = draftFile(base, before);
  const changes = [{ path, before: text, after: draftText(draft) }];
  await perform(base, { label: `review ${draft.id}`, changes, joins });
}

/** The text that the quotes of a draft refer to; throws a {@link UsageError} where it is not what it was. */
export function frozenText(base: string, sha256: string): string {
  for (const path of [`drafts/sources/${sha256}.txt`, `sources/${sha256}.txt`]) {
    const read = readFileText(join(base, path));
    if ('gone' in read) continue;
    if ('text' in read && textHash(read.text) === sha256) return read.text;
    throw new UsageError(
      `${path} was changed, so that quotes can no longer be found in it; put it back, or import the document again`,
    );
  }
  throw new UsageError(`The text of the document is gone (sources/${sha256}.txt); import it again`);
}

/** SHA-256 of a text in UTF-8, in hex: what a document is known by, whatever file it came in. */
export function textHash(text: string): string {
  return hash('sha256', Buffer.from(text, 'utf8'));
}

/** A stem for a document's draft that nothing else has. */
export function freeId(title: string, file: string, isTaken: (id: string) => boolean): string {
  const wish = shortSlug(title);
  const stem = wish || fileSlug(file.replace(/\.[^.]*$/, '')) || 'document';
  for (let number = 1; ; number++) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!isTaken(id)) return id;
  }
}
