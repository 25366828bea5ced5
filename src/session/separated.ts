import type { Kind } from '../core/kind.ts';
import type { Store } from '../store/store.ts';
import type { Session } from './session.ts';

/**
 * The values that one text of a call names: semicolons part links, further names and what a field reads as a list. A comma may be part
 * of a name, and parts links only where no record has the whole for a name, and every part is the name of one.
 */
export async function separated(
  written: string,
  field: string,
  kind: Kind,
  store: Store,
  session: Session,
): Promise<readonly string[]> {
  const items = kind.fields[field]?.value.items?.(written, session);
  if (items) return trimmed(items.flatMap((each) => each.split(';')));
  const isLink = Object.hasOwn(kind.relations, field);
  if (!isLink && field !== 'aliases') return [written];
  const parts = trimmed(written.split(';'));
  if (!isLink) return parts;
  const links: string[] = [];
  for (const part of parts) links.push(...(await names(part, store, session)));
  return links;
}

async function names(part: string, store: Store, session: Session): Promise<readonly string[]> {
  const each = trimmed(part.split(','));
  const isOne = each.length < 2 || /^(?:https?:|\[)/.test(part);
  if (isOne || (await store.find(part)).length > 0) return [part];
  const found = await Promise.all(each.map((name) => store.find(name)));
  if (found.every((records) => records.length > 0)) return each;
  session.note(`“${part}” is taken for one name; for several put “; ” between them`);
  return [part];
}

function trimmed(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}
