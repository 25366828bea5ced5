import type { FileChange } from '../base/history.ts';
import type { Node } from '../core/node.ts';
import { asText } from '../core/node.ts';
import { folderOf } from '../core/resolve.ts';
import { linkName } from '../core/link-name.ts';
import { UsageError } from '../core/usage-error.ts';
import type { NewTarget } from '../markdown/edit-links.ts';
import { editLinks } from '../markdown/edit-links.ts';
import type { Editing, RecordFile } from './base-files.ts';
import { kindOf, readWhole, recordFile } from './base-files.ts';
import { edited } from './edited.ts';
import { relinked, targetKey, targetsFrom } from './relink.ts';
import { sharersOf, withoutDoubles, withoutSelf } from './single-links.ts';
import type { Conflict, Leads, Merge, Resolution } from './unite.ts';
import { unite } from './unite.ts';

/** Two records that are to be one, and what they disagree about; throws a {@link UsageError} where they cannot be one. */
export async function mergeOf(from: number, into: number, editing: Editing): Promise<Merge> {
  if (from === into)
    throw new UsageError('Both names mean the same record; there is nothing to merge');
  const [source, target] = [await recordFile(from, editing), await recordFile(into, editing)];
  if (source.kind !== target.kind)
    throw new UsageError(
      `${source.id} is of kind ${source.kind}, ${target.id} of kind ${target.kind}; only records of one kind are merged`,
    );
  return { from: source, into: target, conflicts: conflictsOf(source, target, editing) };
}

/**
 * The changes that make one record of two: fields united, names kept as aliases, every link rewritten, the old id kept in
 * `former_ids`, the file of the merged record gone.
 */
export async function mergeChanges(
  { from, into, conflicts }: Merge,
  resolutions: ReadonlyMap<string, Resolution>,
  editing: Editing,
): Promise<readonly FileChange[]> {
  const to = { name: linkName(into), path: into.path };
  // Links between the two would lead from the one record to itself.
  const both = new Set([from.path, into.path]);
  const links = await relinked({ key: from.key, to, concerns: () => true }, both, editing);
  const sharers = await sharersOf(from.key, into.key, to, editing);
  const moved = await movedBeside(from, into, editing);
  const meant = { from: await leadsOf(from, editing), into: await leadsOf(into, editing) };
  const united = unite({ from: moved, into, conflicts }, resolutions, meant, editing);
  const own = await targetsFrom(into.key, from.key, editing);
  const text = withoutSelf(united, into, own, to, editing);
  return [
    { path: into.path, before: into.text, after: text },
    ...links.map(({ path, before, after }) => ({
      path,
      before,
      after: withoutDoubles(after ?? '', path, sharers.get(path) ?? new Set(), editing),
    })),
    { path: from.path, before: from.text, after: null },
  ];
}

async function leadsOf({ key }: RecordFile, { store }: Editing): Promise<Leads> {
  const links = await store.linksFrom(key);
  return new Map(links.flatMap((link) => (link.to === null ? [] : [[targetKey(link), link.to]])));
}

/** The record with its links by relative paths as they have to be in the folder of the other one. */
async function movedBeside(
  from: RecordFile,
  into: RecordFile,
  editing: Editing,
): Promise<RecordFile> {
  if (folderOf(from.path) === folderOf(into.path)) return from;
  const ways = new Map<string, NewTarget>();
  for (const link of await editing.store.linksFrom(from.key)) {
    const isPath = link.pathOnly === true || link.target.includes('/');
    const record = isPath && link.to !== null ? await editing.store.record(link.to) : undefined;
    if (record) ways.set(targetKey(link), { name: linkName(record), path: record.path });
  }
  if (ways.size === 0) return from;
  return {
    ...from,
    text: edited(from.path, () =>
      editLinks(from.text, into.path, (link) => ways.get(targetKey(link)), editing),
    ),
  };
}

function conflictsOf(from: RecordFile, into: RecordFile, editing: Editing): readonly Conflict[] {
  const [a, b] = [readWhole(from, editing), readWhole(into, editing)];
  const kind = kindOf(into, editing);
  return Object.entries(kind.fields).flatMap(([field, { single, value }]) => {
    const [here, there] = [a.values[field] ?? [], b.values[field] ?? []];
    const isOne = single === true || value.name === 'money';
    if (!isOne || here.length === 0 || there.length === 0) return [];
    if (JSON.stringify(here) === JSON.stringify(there)) return [];
    const shown = (nodes: readonly Node[]) =>
      nodes.map((node) => value.show?.(node, editing, 'en') ?? asText(node)).join(', ');
    return [{ field, from: shown(here), into: shown(there) }];
  });
}
