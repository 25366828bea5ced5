import { fold } from '../vocabulary/fold.ts';
import type { Link } from '../core/record.ts';
import { folderOf, linkKeys } from '../core/resolve.ts';
import type { FileChange } from '../base/history.ts';
import type { NewTarget } from '../markdown/edit-links.ts';
import { editLinks } from '../markdown/edit-links.ts';
import type { Editing } from './base-files.ts';
import { textOf } from './base-files.ts';
import { edited } from './edited.ts';

/** A record that links lead to, and by which of their words it is to be found in future. */
export interface Relinked {
  readonly key: number;
  readonly to: NewTarget;
  /** Which links change; others still mean the record as they are written. */
  readonly concerns: (link: Link, file: string) => boolean;
}

/** The files in which links to a record change, but for one that is edited otherwise; throws a {@link UsageError} naming what cannot be. */
export async function relinked(
  { key, to, concerns }: Relinked,
  without: ReadonlySet<string>,
  editing: Editing,
): Promise<readonly FileChange[]> {
  const { folder, store } = editing;
  const froms = new Set((await store.linksTo(key)).map(({ from }) => from));
  const changes: FileChange[] = [];
  for (const from of froms) {
    const path = (await store.record(from))?.path;
    if (path === undefined || without.has(path)) continue;
    const meant = await targetsFrom(from, key, editing);
    const before = textOf(folder, path);
    const after = relinkedText(
      before,
      path,
      (link) => meant.has(targetKey(link)) && concerns(link, path),
      to,
      editing,
    );
    if (after !== before) changes.push({ path, before, after });
  }
  return changes;
}

/** A file's text with the links that are meant leading elsewhere. */
export function relinkedText(
  text: string,
  path: string,
  isMeant: (link: Link) => boolean,
  to: NewTarget,
  editing: Editing,
): string {
  return edited(path, () =>
    editLinks(text, path, (link) => (isMeant(link) ? to : undefined), editing),
  );
}

/** How the links of a record that lead to another are written. */
export async function targetsFrom(
  from: number,
  to: number,
  { store }: Editing,
): Promise<ReadonlySet<string>> {
  const links = (await store.linksFrom(from)).filter((link) => link.to === to);
  return new Set(links.map(targetKey));
}

export function targetKey({ target, pathOnly }: Pick<Link, 'target' | 'pathOnly'>): string {
  return `${pathOnly ? 'path' : 'name'} ${target}`;
}

/** Whether a link means its record by one of these folded names, or by the path. */
export function meansBy(
  link: Link,
  file: string,
  names: ReadonlySet<string>,
  path: string,
): boolean {
  const { name, near, base } = linkKeys(link, folderOf(file));
  const byPath = linkKeys({ target: `/${path}`, pathOnly: true }, '').base;
  return (
    (name !== null && names.has(name)) ||
    near === byPath ||
    base === byPath ||
    names.has(fold(link.target))
  );
}
