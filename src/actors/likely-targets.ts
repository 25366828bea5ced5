import type { Decided } from '../core/decision.ts';
import { parseName } from '../names/name.ts';
import type { Store } from '../store/store.ts';
import type { Ranked, Ranking } from './ranked.ts';
import { ranking } from './ranked.ts';

/** The records that a name may mean which is nobody's exact name; of any of the kinds, or of all where none is named. */
export type LikelyTargets = (
  target: string,
  kinds: readonly string[] | undefined,
) => Promise<readonly Ranked[]>;

/** Likely targets of many links; the names of the base are made ready when the first one is asked for. */
export function likelyTargets(store: Store, decided?: Decided): LikelyTargets {
  let opened: Promise<Ranking> | undefined;
  return async (target, kinds) => {
    const ranked = await (opened ??= ranking(store, decided));
    const found = await ranked.of({ names: [parseName(target)] });
    const allowed = kinds === undefined || kinds.includes('any') ? undefined : kinds;
    return found.filter(({ record }) => allowed?.includes(record.kind) ?? true);
  };
}

/** Ids of likely targets, for messages. */
export function alike(
  store: Store,
): (target: string, kinds: readonly string[] | undefined) => Promise<readonly string[]> {
  const likely = likelyTargets(store);
  return async (target, kinds) =>
    (await likely(target, kinds)).slice(0, 3).map(({ record }) => record.id);
}
