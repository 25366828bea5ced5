import type { FileChange } from '../base/history.ts';
import { isText, normalKey, textsOf } from '../core/node.ts';
import { UsageError } from '../core/usage-error.ts';
import { writtenFields } from '../core/written-fields.ts';
import { editFront } from '../markdown/edit-front.ts';
import { readFront } from '../markdown/front.ts';
import { inItsWords } from '../markdown/in-its-words.ts';
import { fold } from '../vocabulary/fold.ts';
import type { Editing, RecordFile } from './base-files.ts';
import { kindOf, readWhole, recordFile } from './base-files.ts';
import { edited } from './edited.ts';

/** The change that gives a record another title; what it was called leads to it as a further name. */
export async function titleChanges(
  key: number,
  title: string,
  editing: Editing,
): Promise<readonly FileChange[]> {
  const file = await recordFile(key, editing);
  await refuseTaken(file, title, editing);
  return [{ path: file.path, before: file.text, after: entitled(file, title, editing) }];
}

/** Throws a {@link UsageError} for the title that the record has, and for the name of another record of its kind. */
async function refuseTaken(
  { key, kind, title: old }: RecordFile,
  title: string,
  { store }: Editing,
): Promise<void> {
  if (title === '') throw new UsageError('A record needs a title');
  if (title === old) throw new UsageError(`The record already has the title “${title}”`);
  const other = (await store.find(title)).find((each) => each.key !== key && each.kind === kind);
  if (other)
    throw new UsageError(
      `${other.id} (${other.title}) has this name already; “koinon merge” makes one of two records`,
    );
}

/** The text of a record with another title, under the key that its file has for it. */
function entitled(file: RecordFile, title: string, editing: Editing): string {
  const { data } = readFront(file.text);
  const { values, title: old } = readWhole(file, editing);
  const own = writtenFields(data, kindOf(file, editing), editing);
  const fields = editing.concepts('fields');
  const keys = Object.keys(data);
  const key =
    keys.find((each) => normalKey(each) === 'title') ??
    keys.find((each) => normalKey(each) === 'name' && isText(data[each])) ??
    keys.find((each) => fields.find(each) === 'title') ??
    'title';
  const names = ['aliases', 'acronym', 'names'].flatMap((field) =>
    (values[field] ?? []).flatMap(textsOf),
  );
  const isKnown = [title, ...names].some((name) => fold(name) === fold(old));
  const text = edited(file.path, () =>
    editFront(
      file.text,
      [{ set: key, values: [title] }, ...(isKnown ? [] : [{ add: 'aliases', values: [old] }])].map(
        (edit) => inItsWords(edit, own),
      ),
    ),
  );
  if (readWhole({ ...file, text }, editing).title !== title)
    throw new UsageError(`${file.path} would not have the title “${title}”; change it by hand`);
  return text;
}
