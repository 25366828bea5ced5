import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FileChange } from '../base/history.ts';
import { isList, isText, normalKey } from '../core/node.ts';
import { folderOf } from '../core/resolve.ts';
import { deviceName, isDeviceName, isId, slug } from '../core/slug.ts';
import { stemOf } from '../core/stem.ts';
import { UsageError } from '../core/usage-error.ts';
import type { FrontEdit } from '../markdown/front-edit.ts';
import { editFront } from '../markdown/edit-front.ts';
import { readFront } from '../markdown/front.ts';
import { readRecord } from '../markdown/read-record.ts';
import { fold } from '../vocabulary/fold.ts';
import type { Editing, RecordFile } from './base-files.ts';
import { recordFile } from './base-files.ts';
import { edited } from './edited.ts';
import { meansBy, relinked, relinkedText, targetsFrom } from './relink.ts';

/**
 * The changes that give a record another id: its file gets the id for a name, where it had the old one; links that used the
 * old id or its path lead to the new one; and the record remembers the old id for links from elsewhere.
 */
export async function renameChanges(
  key: number,
  id: string,
  editing: Editing,
): Promise<readonly FileChange[]> {
  const record = await recordFile(key, editing);
  if (!isId(id) || id.includes('/'))
    throw new UsageError(
      `An id consists of lower-case letters, digits and hyphens, found “${id}”${slug(id) ? ` (${slug(id)}?)` : ''}`,
    );
  if (isDeviceName(id)) throw new UsageError(deviceName(id));
  if (id === record.id) throw new UsageError(`The record already has the id ${id}`);
  const [taken] = await editing.store.find(id);
  if (taken && taken.key !== key)
    throw new UsageError(`“${id}” already means ${taken.id} (${taken.title}); choose another id`);
  const hasId = Object.keys(readFront(record.text).data).some((name) => normalKey(name) === 'id');
  const stem = stemOf(record.path);
  const isByName = slug(stem) === record.id;
  const path = isByName ? renamedPath(record.path, stem, id) : record.path;
  if (path !== record.path && existsSync(join(editing.folder, path)))
    throw new UsageError(`There is a file ${path} already; choose another id`);
  const to = { name: id, path };
  const names = new Set([fold(record.id), ...(isByName ? [fold(stem)] : [])]);
  const own = await targetsFrom(key, key, editing);
  const relinkedOwn =
    own.size === 0
      ? record.text
      : relinkedText(
          record.text,
          record.path,
          (link) => meansBy(link, record.path, names, record.path),
          to,
          editing,
        );
  const edits = [
    // A file that keeps its name has to say what it is called.
    ...(hasId || path === record.path ? [{ set: 'id', values: [id] }] : []),
    ...formerIds(record.text, record.id, id),
    ...titleAt(path, record, editing),
  ];
  const text = edited(record.path, () => editFront(relinkedOwn, edits));
  const moved: readonly FileChange[] =
    path === record.path
      ? [{ path, before: record.text, after: text }]
      : [
          { path, before: null, after: text },
          { path: record.path, before: record.text, after: null },
        ];
  const links = await relinked(
    { key, to, concerns: (link, file) => meansBy(link, file, names, record.path) },
    new Set([record.path]),
    editing,
  );
  return [...moved, ...links];
}

/** A record without a written title is called by its file, and keeps that name. */
function titleAt(
  path: string,
  { title, text }: RecordFile,
  editing: Editing,
): readonly FrontEdit[] {
  const there = readRecord(text, path, editing).record;
  // A list or group that somebody wrote as the title is an error to be told, not to be written over.
  const isOther = Object.entries(readFront(text).data).some(
    ([name, node]) => normalKey(name) === 'title' && !isText(node),
  );
  return there && there.title !== title && !isOther ? [{ set: 'title', values: [title] }] : [];
}

/** The old id joins those of before; one that the record has again leaves them. */
function formerIds(text: string, old: string, id: string): readonly FrontEdit[] {
  const before = readFront(text).data['former_ids'] ?? [];
  const list = isText(before) ? [before] : isList(before) ? before : [];
  if (!list.includes(id)) return [{ add: 'former_ids', values: [old] }];
  return [{ set: 'former_ids', values: [...list.filter((each) => each !== id), old] }];
}

/** `organisations/old.md` → `organisations/new.md`; of an index page the folder would have to go with it, so it keeps its name. */
function renamedPath(path: string, stem: string, id: string): string {
  const folder = folderOf(path);
  const file = path.slice(folder === '' ? 0 : folder.length + 1);
  if (file.replace(/\.md$/i, '') !== stem) return path;
  return `${folder === '' ? '' : `${folder}/`}${id}.md`;
}
