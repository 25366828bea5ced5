import type { Path } from '../core/message.ts';
import type { Node, NodeMap } from '../core/node.ts';
import { isList, isMap, isText, nodeMap, normalKey } from '../core/node.ts';
import type { FrontEdit, PathEdit } from './front-edit.ts';

/** What front matter must say after an edit. */
export function dataAfter(data: NodeMap, edit: FrontEdit): NodeMap {
  if ('set' in edit || 'add' in edit) {
    const key = Object.keys(data).find(
      (each) => normalKey(each) === normalKey('set' in edit ? edit.set : edit.add),
    );
    const name = key ?? ('set' in edit ? edit.set : edit.add);
    const old = key === undefined ? undefined : data[key];
    const values = 'set' in edit ? edit.values : [...listed(old, edit.split), ...edit.values];
    return nodeMap([...Object.entries(data).filter(([each]) => each !== name), [name, values]]);
  }
  return dataAfterAll(data, [edit]);
}

/** The same after several edits of which each has a place of its own. */
export function dataAfterAll(data: NodeMap, edits: readonly PathEdit[]): NodeMap {
  const changes = edits.map((edit) =>
    'replace' in edit ? { path: edit.replace, by: edit.by } : { path: edit.remove, by: undefined },
  );
  return changedAt(data, changes) as NodeMap;
}

function listed(
  node: Node | undefined,
  split?: (text: string) => readonly string[],
): readonly Node[] {
  if (node === undefined || node === '') return [];
  if (isList(node)) return node;
  return isText(node) && split ? split(node) : [node];
}

/** What a text becomes that a path leads to; it goes where that is nothing. */
interface PathChange {
  readonly path: Path;
  readonly by: string | undefined;
}

function changedAt(node: Node, changes: readonly PathChange[]): Node | undefined {
  const own = changes.find(({ path }) => path.length === 0);
  if (own) return own.by;
  if (isList(node)) {
    const steps = Map.groupBy(changes, ({ path }) => path[0]);
    return node.flatMap((each, at) => {
      const changed = changedBelow(each, steps.get(at));
      return changed === undefined ? [] : [changed];
    });
  }
  if (isMap(node)) {
    const steps = Map.groupBy(changes, ({ path }) => normalKey(String(path[0])));
    return nodeMap(
      Object.entries(node).flatMap(([key, value]) => {
        const changed = changedBelow(value, steps.get(normalKey(key)));
        return changed === undefined ? [] : [[key, changed] as const];
      }),
    );
  }
  // The only value of a field is the first one of a list as well.
  const first = changes.filter(({ path }) => path[0] === 0);
  return first.length === 0 ? node : changedBelow(node, first);
}

function changedBelow(node: Node, changes: readonly PathChange[] = []): Node | undefined {
  if (changes.length === 0) return node;
  return changedAt(
    node,
    changes.map(({ path, by }) => ({ path: path.slice(1), by })),
  );
}

/** The same data, where one value and a list of it are the same, and so are nothing and an empty list. */
export function sameData(a: Node, b: Node): boolean {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

function plain(node: Node): unknown {
  if (isText(node)) return node;
  if (isList(node)) return node.length === 1 ? plain(node[0] ?? '') : node.map(plain);
  const entries = Object.entries(node).map(
    ([key, value]) => [normalKey(key), plain(value)] as const,
  );
  const kept = entries.filter(
    ([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return kept.sort(([x], [y]) => (x < y ? -1 : 1));
}
