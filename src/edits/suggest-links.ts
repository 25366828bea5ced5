import { knownRecord } from '../store/known-records.ts';
import { linkName } from '../core/link-name.ts';
import type { Selection } from '../core/selection.ts';
import type { KnownRecord } from '../core/known-record.ts';
import type { StoredRecord } from '../store/store.ts';
import type { Editing } from './base-files.ts';
import { textOf } from './base-files.ts';
import type { Unlinked } from './unlinked.ts';
import { unlinkedFinder } from './unlinked.ts';
import type { Linked, Wanted } from './with-links.ts';
import { withLinks } from './with-links.ts';

/** A file with the places in it that could be links. */
export interface Suggestion {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly text: string;
  readonly mentions: readonly Unlinked[];
}

export interface SuggestOptions {
  /** The records in whose bodies is looked. */
  readonly selection: Selection;
  /** Only mentions of this record. */
  readonly to?: string;
  /** Every mention, also of records that the body links or names before. */
  readonly all: boolean;
  readonly progress?: (done: number) => void;
}

/** Mentions of records in bodies that are no links yet, file by file in the order of their ids. */
export async function* suggestLinks(
  { selection, to, all, progress }: SuggestOptions,
  editing: Editing,
): AsyncIterable<Suggestion> {
  const { store, folder } = editing;
  const known: KnownRecord[] = [];
  const ids = new Map<number, string>();
  for await (const record of store.records({})) {
    ids.set(record.key, record.id);
    if (to === undefined || record.id === to) known.push(knownRecord(record));
  }
  const finder = unlinkedFinder(known);
  let done = 0;
  for await (const record of store.records(selection)) {
    progress?.(++done);
    const text = textOf(folder, record.path);
    const linked = all ? [] : await linkedInBody(record, ids, editing);
    const without = new Set([record.id, ...linked]);
    const mentions = finder.find(text, { without, all });
    if (mentions.length > 0)
      yield { id: record.id, title: record.title, path: record.path, text, mentions };
  }
}

async function linkedInBody(
  { key }: StoredRecord,
  ids: ReadonlyMap<number, string>,
  { store }: Editing,
): Promise<readonly string[]> {
  const links = await store.linksFrom(key);
  return links.flatMap(({ path, to }) =>
    path === undefined && to !== null ? (ids.get(to) ?? []) : [],
  );
}

/** The file with links in place of its mentions, and the mentions that could not become one. */
export async function linkedText(
  { path, text, mentions }: Suggestion,
  editing: Editing,
): Promise<Linked> {
  const wanted: Wanted[] = [];
  const unclear: Unlinked[] = [];
  const names = new Map<string, string>();
  for (const mention of mentions) {
    const [id, ...others] = mention.records;
    if (id === undefined || others.length > 0) {
      unclear.push(mention);
      continue;
    }
    const name = names.get(id) ?? (await nameOf(id, editing));
    names.set(id, name);
    wanted.push({ mention, name });
  }
  const made = withLinks(text, path, wanted, editing);
  return {
    text: made.text,
    refused: [...unclear, ...made.refused].sort((a, b) => a.start - b.start),
  };
}

async function nameOf(id: string, { store }: Editing): Promise<string> {
  const found = (await store.find(id)).find((each) => each.id === id);
  const record = found && (await store.record(found.key));
  return record ? linkName(record) : id;
}
