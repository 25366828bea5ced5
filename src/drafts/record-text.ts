import type { Node } from '../core/node.ts';
import { writeRecord } from '../markdown/write-front.ts';
import type { DraftEntity } from './draft.ts';

/** A record that says no more than what it is. */
export function recordText({ kind, title, acronym, aliases, country }: DraftEntity): string {
  const fields: (readonly [string, readonly Node[]])[] = [
    ['kind', [kind]],
    ['title', [title]],
    ...(acronym === undefined || acronym === title ? [] : [['acronym', [acronym]] as const]),
    ...(aliases.length === 0 ? [] : [['aliases', [...aliases]] as const]),
    ...(country !== undefined && kind === 'organisation' ? [['country', [country]] as const] : []),
  ];
  return writeRecord(fields, '');
}
