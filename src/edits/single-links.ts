import { relative } from 'node:path/posix';
import type { Link } from '../core/record.ts';
import { folderOf } from '../core/resolve.ts';
import { editFront } from '../markdown/edit-front.ts';
import type { NewTarget } from '../markdown/edit-links.ts';
import { readRecord } from '../markdown/read-record.ts';
import type { Editing, RecordFile } from './base-files.ts';
import { edited } from './edited.ts';
import { relinkedText, targetKey, targetsFrom } from './relink.ts';

/** The files with links to both records: how those are written in them that will lead to the one that stays. */
export async function sharersOf(
  from: number,
  into: number,
  to: NewTarget,
  editing: Editing,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { store } = editing;
  const sharers = new Map<string, ReadonlySet<string>>();
  for (const key of new Set((await store.linksTo(from)).map((link) => link.from))) {
    const path = (await store.record(key))?.path;
    if (path === undefined) continue;
    const way = relative(folderOf(path) || '.', to.path);
    const made = [{ target: to.name }, { target: way, pathOnly: true as const }].map(targetKey);
    sharers.set(path, new Set([...(await targetsFrom(key, into, editing)), ...made]));
  }
  return sharers;
}

/** Links of the record to itself go from its front matter; in the body they become links to its own page. */
export function withoutSelf(
  text: string,
  into: RecordFile,
  own: ReadonlySet<string>,
  to: NewTarget,
  editing: Editing,
): string {
  const isOld = (link: Link) => own.has(targetKey(link));
  const links = readRecord(text, into.path, editing).record?.links ?? [];
  const inFront = links.filter((link) => link.relation !== 'sources' && isOld(link));
  const cleaned = withoutItems(text, inFront, links, into.path);
  return relinkedText(
    cleaned,
    into.path,
    (link) => isOld(link) && link.path === undefined,
    to,
    editing,
  );
}

/** After the links of both lead to one, a relation may name it twice, or two that exclude each other: once is enough. */
export function withoutDoubles(
  text: string,
  path: string,
  names: ReadonlySet<string>,
  editing: Editing,
): string {
  const { record } = readRecord(text, path, editing);
  const kind = editing.kinds.get(record?.kind ?? '');
  const isMeant = (link: Link) =>
    link.path !== undefined && link.relation !== 'sources' && names.has(targetKey(link));
  const links = record?.links ?? [];
  const meant = links.filter(isMeant);
  const stands = new Set(meant.map(({ relation }) => relation));
  const seen = new Set<string>();
  const doubles = meant.filter(({ relation, facts }) => {
    const isLess = (kind?.exclusive ?? []).some(
      ([more, less]) => less === relation && stands.has(more),
    );
    const isDouble = (isLess || seen.has(relation)) && facts === undefined;
    if (!isDouble) seen.add(relation);
    return isDouble;
  });
  return withoutItems(text, doubles, links, path);
}

/** The front matter without the items that hold these links, and no others. */
function withoutItems(
  text: string,
  gone: readonly Link[],
  links: readonly Link[],
  file: string,
): string {
  const itemOf = ({ path = [] }: Link) => path.slice(0, typeof path[1] === 'number' ? 2 : 1);
  const placeOf = (link: Link) => JSON.stringify(itemOf(link));
  const shared = new Set(links.filter((link) => !gone.includes(link)).map(placeOf));
  const items = new Map(
    gone
      .filter((link) => link.path !== undefined && !shared.has(placeOf(link)))
      .map((link) => [placeOf(link), { remove: itemOf(link) }]),
  );
  return edited(file, () => editFront(text, [...items.values()].toReversed()));
}
