import { fold } from '../vocabulary/fold.ts';
import type { Link, ReadRecord } from './record.ts';
import { isMap, isText, textsOf } from './node.ts';

/** The steps of resolving a target, in order; the first one that matches decides. */
export const rank = { path: 1, id: 2, former: 3, stem: 4, title: 5, alias: 6, names: 7 } as const;

/** A folded name under which a record can be meant. */
export interface NameKey {
  readonly name: string;
  readonly rank: number;
}

/** Every name of a record except its id, which may depend on other records. */
export function nameKeys(record: ReadRecord, path: string, stem: string): NameKey[] {
  const keys = new Map<string, number>();
  const add = (name: string, step: number) => {
    if (name !== '' && !keys.has(name)) keys.set(name, step);
  };
  add(pathKey(path), rank.path);
  add(fold(stem), rank.stem);
  add(fold(record.title), rank.title);
  for (const field of ['acronym', 'aliases']) {
    for (const value of record.values[field] ?? []) if (isText(value)) add(fold(value), rank.alias);
  }
  for (const value of record.values['names'] ?? []) {
    for (const name of isMap(value) ? textsOf(value) : []) add(fold(name), rank.names);
  }
  for (const value of record.values['former_ids'] ?? []) {
    if (isText(value)) add(fold(value), rank.former);
  }
  return [...keys].map(([name, step]) => ({ name, rank: step }));
}

/** The keys by which a link finds its record: a folded name, and a path from its file and from the base. */
export interface LinkKeys {
  readonly name: string | null;
  readonly near: string | null;
  readonly base: string | null;
}

export function linkKeys(link: Pick<Link, 'target' | 'pathOnly'>, folder: string): LinkKeys {
  const target = link.target.normalize('NFC');
  const isPath = link.pathOnly === true || target.includes('/');
  const name = link.pathOnly ? null : fold(target.replace(/\.md$/i, ''));
  if (!isPath) return { name, near: null, base: null };
  const base = pathKey(target.replace(/^\/+/, ''));
  const near = target.startsWith('/') ? base : pathKey(`${folder}/${target}`);
  return { name, near: near === base ? null : near, base };
}

/** A path as paths are compared: each part folded, `.` and `..` walked, without `.md`; empty where it leaves the base. */
export function pathKey(path: string): string {
  const parts: string[] = [];
  for (const part of path.replace(/\.md$/i, '').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(fold(part) || part);
    else if (parts.pop() === undefined) return '';
  }
  return `/${parts.join('/')}`;
}

/** A record that a link may mean. */
export interface Candidate {
  readonly key: number;
  readonly rank: number;
  readonly kind: string;
  readonly folder: string;
}

/** Those that a link means by the first step that matches; several only where folder and kind cannot decide. */
export function choose(
  candidates: readonly Candidate[],
  folder: string,
  kinds: readonly string[] | undefined,
): readonly Candidate[] {
  const best = Math.min(...candidates.map((each) => each.rank));
  let left = distinct(candidates.filter((each) => each.rank === best));
  for (const prefer of [
    (each: Candidate) => each.folder === folder,
    (each: Candidate) => kinds === undefined || kinds.includes('any') || kinds.includes(each.kind),
  ]) {
    if (left.length < 2) break;
    const preferred = left.filter(prefer);
    if (preferred.length > 0) left = preferred;
  }
  return left;
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  return [...new Map(candidates.map((each) => [each.key, each])).values()];
}

/** The folder of a path; empty for a file in the base itself. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
