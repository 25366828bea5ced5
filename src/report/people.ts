import type { Values } from '../core/kind.ts';
import type { Node, NodeMap } from '../core/node.ts';
import { isMap, isText } from '../core/node.ts';
import { parseDate } from '../values/date.ts';
import { fold } from '../vocabulary/fold.ts';

/** A person who agreed to be named, with what the record says of them. */
export interface Person {
  readonly name: string;
  readonly function: string | null;
  /** As it is written: a reference to a record, or a name. */
  readonly organisation: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

const yes = new Set('yes,true,oui,sí,sì,sim,ναι,نعم'.split(',').map(fold));

/** Whether a written consent is one: a word for yes in one of the eight languages, or the date on which it was given. */
export function isConsent(written: Node | undefined): boolean {
  if (!isText(written)) return false;
  return yes.has(fold(written)) || 'value' in parseDate(written.trim());
}

/** The people of a personal field who consented; all others are left out. */
export function peopleOf(values: Values, field: string): readonly Person[] {
  return (values[field] ?? []).filter(isMap).flatMap((person) => {
    const name = textOf(person, 'name');
    if (name === null || !isConsent(person['consent'])) return [];
    return {
      name,
      function: textOf(person, 'role'),
      organisation: textOf(person, 'organisation'),
      email: textOf(person, 'email'),
      phone: textOf(person, 'phone'),
    };
  });
}

function textOf(person: NodeMap, part: string): string | null {
  const text = person[part];
  return isText(text) && text.trim() !== '' ? text.trim() : null;
}
