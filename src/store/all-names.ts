import type { NearNames } from '../core/near-names.ts';
import { nearNames } from '../core/near-names.ts';
import type { Store } from './store.ts';

/** All names of a base, ready to be asked which ones lie near a text. */
export async function allNames(store: Store): Promise<NearNames> {
  const names: { readonly name: string; readonly key: number }[] = [];
  for await (const each of store.knownNames()) names.push(each);
  return nearNames(names);
}
