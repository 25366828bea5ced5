import type { WrittenField } from '../core/written-fields.ts';
import type { FrontEdit } from './front-edit.ts';

/** An edit by the keys that the file has: who wrote `fin:` gets no `end:` beside it. */
export function inItsWords(edit: FrontEdit, fields: ReadonlyMap<string, WrittenField>): FrontEdit {
  if ('set' in edit) return { ...edit, set: fields.get(edit.set)?.key ?? edit.set };
  if ('add' in edit) return { ...edit, add: fields.get(edit.add)?.key ?? edit.add };
  return edit;
}
