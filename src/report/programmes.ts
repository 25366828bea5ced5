import type { StatedLink, Store } from '../store/store.ts';
import { shortName } from './cells.ts';
import { recordsByKey } from './linked.ts';

/** How the programmes that links lead to are called: by acronym or title, or as written where there is no record. */
export async function programmeNames(
  store: Store,
): Promise<(links: readonly StatedLink[]) => readonly string[]> {
  const programmes = await recordsByKey(store, { kind: { any: ['programme'], none: [] } });
  return (links) => {
    const names = new Set<string>();
    for (const { relation, to, target } of links) {
      if (relation !== 'programme') continue;
      const record = to === null ? undefined : programmes.get(to);
      names.add(record ? shortName(record) : target);
    }
    return [...names];
  };
}
