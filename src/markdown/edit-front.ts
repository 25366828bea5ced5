import type { NodeMap } from '../core/node.ts';
import { normalKey } from '../core/node.ts';
import type { Front } from './front.ts';
import { readFront } from './front.ts';
import { dataAfter, dataAfterAll, sameData } from './front-after.ts';
import type { FrontEdit, PathEdit } from './front-edit.ts';
import { EditRefused } from './front-edit.ts';
import { spliced } from './front-splice.ts';

/**
 * A file's text with the edits made one after the other: only the bytes that they concern change, and what is read afterwards
 * is exactly what was meant; throws {@link EditRefused} where that cannot be had.
 */
export function editFront(text: string, edits: readonly FrontEdit[]): string {
  return runsOf(edits).reduce(editAll, text);
}

/** Edits that come to the same whether they are made one after the other or all at once, one run after the other. */
function runsOf(edits: readonly FrontEdit[]): readonly (readonly FrontEdit[])[] {
  const runs: FrontEdit[][] = [];
  for (const edit of edits) {
    const run = runs.at(-1);
    if (run && isAlike(edit, run.at(-1))) run.push(edit);
    else runs.push([edit]);
  }
  return runs;
}

/** Texts of other ways do not touch each other; an item that goes leaves those before it in their places. */
function isAlike(edit: FrontEdit, last: FrontEdit | undefined): boolean {
  if (!last) return false;
  if ('replace' in edit) return 'replace' in last;
  if (!('remove' in edit && 'remove' in last)) return false;
  const [[key, at], [list, later]] = [edit.remove, last.remove];
  return edit.remove.length === 2 && key === list && Number(at) < Number(later);
}

/** To parse a text again for each of thousands of edits would take hours; where they cannot be made together, halves of them may. */
function editAll(text: string, edits: readonly FrontEdit[]): string {
  const [first] = edits;
  if (first === undefined) return text;
  if (edits.length === 1) return editOnce(text, first);
  const made = editedAtOnce(text, edits.filter(isPathEdit));
  if (made !== undefined) return made;
  const half = edits.length >> 1;
  return editAll(editAll(text, edits.slice(0, half)), edits.slice(half));
}

function isPathEdit(edit: FrontEdit): edit is PathEdit {
  return 'replace' in edit || 'remove' in edit;
}

function editOnce(text: string, edit: FrontEdit): string {
  const front = soundFront(text);
  if ('set' in edit && edit.values.length === 0) {
    const known = Object.keys(front.data).some((key) => normalKey(key) === normalKey(edit.set));
    return known ? editOnce(text, { remove: [edit.set] }) : text;
  }
  const expected = dataAfter(front.data, edit);
  if (sameData(expected, front.data)) return text;
  const made = madeOf(text, front, [edit], expected);
  if (made === undefined)
    throw new EditRefused('the change cannot be made without touching other fields');
  return made;
}

/** Nothing where it has to be tried one after the other. */
function editedAtOnce(text: string, edits: readonly PathEdit[]): string | undefined {
  const front = soundFront(text);
  const expected = dataAfterAll(front.data, edits);
  try {
    return madeOf(text, front, edits, expected);
  } catch (error) {
    if (error instanceof EditRefused) return undefined;
    throw error;
  }
}

function soundFront(text: string): Front {
  const front = readFront(text);
  if (!front.found) throw new EditRefused('it has no front matter that can be read');
  if (front.problems.some(({ severity }) => severity === 'error'))
    throw new EditRefused('its front matter has an error, which has to be mended first');
  return front;
}

/** The text with the edits, read again; nothing where it does not say what is expected. */
function madeOf(
  text: string,
  { source, body, problems }: Front,
  edits: readonly FrontEdit[],
  expected: NodeMap,
): string | undefined {
  const start = /^\ufeff?---[ \t]*\r?\n/.exec(text)?.[0].length ?? 0;
  const made = spliced(source, edits, /\r\n/.test(text) ? '\r\n' : '\n');
  if (made === undefined) return undefined;
  const result = text.slice(0, start) + made + text.slice(start + source.length);
  const after = readFront(result);
  const isMeant =
    after.problems.length <= problems.length &&
    sameData(after.data, expected) &&
    after.body === body;
  return isMeant ? result : undefined;
}
