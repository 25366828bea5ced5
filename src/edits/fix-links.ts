import type { FileChange } from '../base/history.ts';
import type { LikelyTargets } from '../actors/likely-targets.ts';
import type { NewTarget } from '../markdown/edit-links.ts';
import { editLinks } from '../markdown/edit-links.ts';
import { linkName } from '../core/link-name.ts';
import { allNames } from '../store/all-names.ts';
import { fold } from '../vocabulary/fold.ts';
import { misspelt } from '../vocabulary/nearest.ts';
import type { Editing } from './base-files.ts';
import { textOf } from './base-files.ts';
import { edited } from './edited.ts';

/** A link that leads nowhere, and the one record that it can only mean. */
export interface Fix {
  readonly file: string;
  readonly target: string;
  readonly record: string;
  readonly title: string;
}

/** Letters of a name in which one slip is sure to be a slip; IEMed and iesMed are two. */
const least = 8;

/** Fixes for the links of some files about which there is no doubt: one slip in a long name, or the same name in other words. */
export async function sureFixes(
  isWanted: (file: string) => boolean,
  likely: LikelyTargets,
  editing: Editing,
): Promise<readonly Fix[]> {
  const { store, kinds } = editing;
  const near = await allNames(store);
  const fixes: Fix[] = [];
  for await (const { link, path } of store.openLinks()) {
    if (link.state !== 'unresolved' || !isWanted(path) || link.pathOnly) continue;
    const source = (await store.names([link.from])).get(link.from);
    const to = source && kinds.get(source.kind)?.relations[link.relation]?.to;
    const keys = near.near(link.target, 3);
    const names = await store.names(keys);
    const slips = keys.flatMap((key) => {
      const name = names.get(key);
      return name && isSlip(link.target, [name.id, name.title]) ? [name] : [];
    });
    const [slip, ...others] = slips;
    const alike = slips.length === 0 ? await likely(link.target, to) : [];
    // Where others come near too, there is doubt.
    const same = alike.length === 1 && alike[0]?.decision === 'same' ? alike[0].record : undefined;
    const meant = slip && others.length === 0 ? slip : same;
    if (!meant || (to && !to.includes('any') && !to.includes(meant.kind))) continue;
    fixes.push({ file: path, target: link.target, record: meant.id, title: meant.title });
  }
  return fixes;
}

/** The files with their links led to the records. */
export async function fixChanges(
  fixes: readonly Fix[],
  editing: Editing,
): Promise<readonly FileChange[]> {
  const { store, folder } = editing;
  const changes: FileChange[] = [];
  for (const path of new Set(fixes.map(({ file }) => file))) {
    const targets = new Map<string, NewTarget>();
    for (const { file, target, record } of fixes) {
      if (file !== path) continue;
      const found = (await store.find(record)).find(({ id }) => id === record);
      const full = found && (await store.record(found.key));
      if (!full) continue;
      targets.set(target, { name: linkName(full), path: full.path });
    }
    const before = textOf(folder, path);
    const after = edited(path, () =>
      editLinks(
        before,
        path,
        ({ target, pathOnly }) => (pathOnly ? undefined : targets.get(target)),
        editing,
      ),
    );
    changes.push({ path, before, after });
  }
  return changes;
}

function isSlip(target: string, names: readonly string[]): boolean {
  const folded = fold(target.replaceAll('-', ' '));
  return names
    .map((name) => fold(name.replaceAll('-', ' ')))
    .some(
      (name) =>
        name.length >= least &&
        (misspelt(folded, name) ?? 9) <= 1 &&
        numbers(name) === numbers(folded),
    );
}

/** Years and numbers tell names apart that are else the same. */
function numbers(name: string): string {
  return name.replaceAll(/\P{Nd}+/gu, ' ');
}
