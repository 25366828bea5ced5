import type { Kind } from '../core/kind.ts';
import { nodeMap } from '../core/node.ts';
import type { NodeMap } from '../core/node.ts';
import type { StatedLink } from '../store/store.ts';
import { fold } from '../vocabulary/fold.ts';

/** What an organisation is in a project or an event. */
export interface Part {
  /** Absent where the link leads to no record; there is only its written name then. */
  readonly organisation: number | undefined;
  readonly written: string;
  /** Concept of the vocabulary `roles`: the one written with the link, else the one of its relation. */
  readonly role: string;
  readonly facts: NodeMap;
}

/** Roles of those who carry a project, the first one first; an organisation has only the first of its own. */
export const partnerRoles = ['lead', 'partner', 'associated'];

/** The relations of a kind that give the record at the other end a role. */
export function partRelations(kind: Kind): readonly string[] {
  return Object.keys(kind.relations).filter((name) => kind.relations[name]?.role !== undefined);
}

/**
 * The parts that links of a record give, one for each organisation and role: lead, partner and associated first, then as
 * they are written. What a second link of the same says is added to the first.
 */
export function partsOf(links: readonly StatedLink[], kind: Kind): readonly Part[] {
  const parts: Part[] = [];
  for (const { relation, to, target, role, facts } of links) {
    const declared = kind.relations[relation];
    if (declared?.role === undefined || role === null) continue;
    parts.push({
      organisation: to ?? undefined,
      written: target,
      role,
      facts: facts ?? none,
    });
  }
  const distinct: Part[] = [];
  for (const part of parts.sort((a, b) => rankOf(a.role) - rankOf(b.role))) {
    const at = distinct.findIndex((first) => isSame(first, part));
    const first = distinct[at];
    if (first) distinct[at] = joined(first, part);
    else distinct.push(part);
  }
  return distinct;
}

const none: NodeMap = nodeMap([]);

function rankOf(role: string): number {
  const rank = partnerRoles.indexOf(role);
  return rank < 0 ? partnerRoles.length : rank;
}

function isSame(a: Part, b: Part): boolean {
  if (a.organisation !== b.organisation) return false;
  if (a.role !== b.role && !(partnerRoles.includes(a.role) && partnerRoles.includes(b.role)))
    return false;
  return a.organisation !== undefined || fold(a.written) === fold(b.written);
}

function joined(first: Part, second: Part): Part {
  return {
    ...first,
    facts: nodeMap([...Object.entries(second.facts), ...Object.entries(first.facts)]),
  };
}
