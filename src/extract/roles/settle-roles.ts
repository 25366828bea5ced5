import type { TextSpan } from '../../core/document.ts';
import { spanAround } from '../text/spans.ts';
import { confidenceOf } from '../facts/confidence.ts';
import type { RoleName } from '../extraction.ts';
import type { FoundRole } from './found-role.ts';

/** Roles that one entity does not have in the same thing at once; the first of each pair is the more telling. */
const exclusive: readonly (readonly [RoleName, RoleName])[] = [
  ['lead', 'partner'],
  ['lead', 'associated'],
  ['associated', 'partner'],
  ['organiser', 'co-organiser'],
  ['organiser', 'participant'],
  ['co-organiser', 'participant'],
  ['host', 'participant'],
  ['speaker', 'participant'],
];

/** The more telling role may be so much less sure, in hundredths. */
const mostBehind = 10;

/** Each role once, by its surest rule, and without those that exclude each other; nobody has a part in itself. */
export function settleRoles(found: readonly FoundRole[]): FoundRole[] {
  const best = new Map<string, FoundRole>();
  for (const role of found) {
    if (role.entity === role.of) continue;
    const key = keyOf(role, role.role);
    const before = best.get(key);
    if (!before || confidenceOf(role.rule) > confidenceOf(before.rule)) best.set(key, role);
  }
  for (const role of best.values()) {
    for (const [strong, weak] of exclusive) {
      if (role.role !== strong) continue;
      const other = best.get(keyOf(role, weak));
      if (!other) continue;
      const lead = Math.round((confidenceOf(other.rule) - confidenceOf(role.rule)) * 100);
      const isStronger = lead <= mostBehind;
      best.delete(keyOf(role, isStronger ? weak : strong));
    }
  }
  return [...best.values()];
}

/** Roles without those that only `older` messages tell where the text itself names another for them. */
export function newerRoles(roles: readonly FoundRole[], older: readonly TextSpan[]): FoundRole[] {
  const isOlder = ({ evidence }: FoundRole) => spanAround(older, evidence) !== undefined;
  const placeOf = ({ role, of }: FoundRole) => `${role}\0${of}`;
  const told = new Set(roles.filter((role) => !isOlder(role)).map(placeOf));
  return roles.filter((role) => !isOlder(role) || !told.has(placeOf(role)));
}

function keyOf({ entity, of }: FoundRole, role: RoleName): string {
  return `${role}\0${entity}\0${of}`;
}
