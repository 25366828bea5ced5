import type { Values } from '../core/kind.ts';
import type { NodeMap } from '../core/node.ts';
import { isMap, isText } from '../core/node.ts';
import { isConsent } from '../values/consent.ts';

/** A person who agreed to be named, with what the record says of them. */
export interface Person {
  readonly name: string;
  readonly function: string | null;
  /** As it is written: a reference to a record, or a name. */
  readonly organisation: string | null;
  readonly email: string | null;
  readonly phone: string | null;
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
