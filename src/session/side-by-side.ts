import type { Node } from '../core/node.ts';
import { asText } from '../core/node.ts';
import { pad, toTerminal, wrap } from '../terminal/text.ts';
import { findOne } from './find-one.ts';
import type { Session } from './session.ts';

/** Columns of a window that is not known. */
const usual = 100;

/** Two records as two columns, field by field; what both say alike stands once. */
export async function sideBySide(a: string, b: string, session: Session): Promise<string> {
  const { surroundings, labels, palette } = session;
  const store = await session.store();
  const records = await Promise.all(
    [a, b].map(async (id) => store.record((await findOne(store, id)).key)),
  );
  const [one, other] = records;
  if (!one || !other) return '';
  const shown = (record: typeof one) =>
    new Map<string, string>([
      ['id', record.id],
      ['title', record.title],
      ...Object.entries(record.values)
        .filter(([field]) => field !== 'claims')
        .map(([field, values]) => [field, text(values, field, record.kind, session)] as const),
      ['path', record.path],
    ]);
  const [left, right] = [shown(one), shown(other)];
  const fields = [...new Set([...left.keys(), ...right.keys()])];
  const width = Math.min(surroundings.width ?? usual, 160);
  const first = Math.min(24, Math.max(...fields.map((field) => labels.column(field).length)));
  const column = Math.floor((width - first - 4) / 2);
  return fields
    .map((field) => {
      const cells = [left.get(field) ?? '', right.get(field) ?? ''];
      const isSame = cells[0] === cells[1];
      const [x = [], y = []] = cells.map((cell) => wrap(toTerminal(cell), column));
      const lines = Math.max(x.length, y.length, 1);
      return Array.from({ length: lines }, (_, at) => {
        const label = palette.quiet(
          pad(at === 0 ? toTerminal(labels.column(field)).slice(0, first) : '', first),
        );
        const [l, r] = [pad(x[at] ?? '', column), y[at] ?? ''];
        return `${label}  ${isSame ? palette.quiet(l) : palette.match(l)}  ${isSame ? palette.quiet(r) : palette.match(r)}`.trimEnd();
      }).join('\n');
    })
    .join('\n');
}

function text(values: readonly Node[], field: string, kindName: string, session: Session): string {
  const value = session.kinds.get(kindName)?.fields[field]?.value;
  return values
    .map((each) => value?.show?.(each, session, session.language) ?? asText(each))
    .join(session.comma);
}
