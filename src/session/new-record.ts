import { readdirSync } from 'node:fs';
import type { Kind } from '../core/kind.ts';
import type { Node } from '../core/node.ts';
import { isText } from '../core/node.ts';
import { linkName } from '../core/link-name.ts';
import type { Store } from '../store/store.ts';
import type { Session } from './session.ts';

/** The folder in which the base keeps records of a kind, however it is called. */
export function folderFor(kind: Kind, { base, kinds }: Session): string {
  const folders = readdirSync(base.folder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const own = folders.find(({ name }) => kinds.inFolder(name) === kind);
  return own?.name ?? kind.plural;
}

/** Fields in the order of the kind; a name that means one record becomes a link by its id. */
export async function fieldsInOrder(
  answers: ReadonlyMap<string, readonly Node[]>,
  kind: Kind,
  store: Store,
  session: Session,
): Promise<(readonly [string, readonly Node[]])[]> {
  const order = ['title', ...Object.keys(kind.fields), ...Object.keys(kind.relations)];
  const place = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
  const fields: (readonly [string, readonly Node[]])[] = [];
  for (const [field, values] of [...answers].sort((a, b) => place(a[0]) - place(b[0]))) {
    if (!kind.relations[field]) {
      fields.push([field, values.map((value) => canonical(field, value, kind, session))]);
      continue;
    }
    const links: Node[] = [];
    for (const value of values.filter(isText)) {
      links.push(await linkTo(value.trim().replace(/^\[\[(.*)\]\]$/, '$1'), store, session));
    }
    fields.push([field, links]);
  }
  return fields;
}

/** Concepts are written by their ids, which every language and every other tool reads alike. */
function canonical(field: string, value: Node, kind: Kind, session: Session): Node {
  const declared = kind.fields[field]?.value;
  if (!declared?.vocabulary) return value;
  const parsed = declared.parse(value, session);
  return 'value' in parsed ? parsed.value : value;
}

async function linkTo(written: string, store: Store, session: Session): Promise<string> {
  if (/^https?:\/\//.test(written)) return written;
  const [only, ...others] = await store.find(written);
  if (!only) session.note(`No record is called “${written}” yet; the link waits for it`);
  if (!only || others.length > 0) return `[[${written}]]`;
  const record = await store.record(only.key);
  return `[[${record ? linkName(record) : only.id}]]`;
}
