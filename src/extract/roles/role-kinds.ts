import type { RoleName } from '../extraction.ts';

/** What a role goes with: the kinds that can have it, and the kinds in which it is had, the likeliest first. */
export interface RoleKind {
  readonly actors: readonly string[];
  readonly of: readonly string[];
  /** In something of another kind the same words tell another role. */
  readonly elsewhere?: Readonly<{ [kind: string]: RoleName }>;
}

const organisation = ['organisation'] as const;

export const roleKinds: Readonly<{ [role in RoleName]: RoleKind }> = {
  lead: {
    actors: organisation,
    of: ['project', 'practice', 'event'],
    elsewhere: { event: 'organiser', programme: 'funder' },
  },
  partner: {
    actors: organisation,
    of: ['project', 'event', 'practice'],
    elsewhere: { event: 'co-organiser' },
  },
  associated: { actors: organisation, of: ['project', 'practice'] },
  funder: {
    actors: ['organisation', 'programme'],
    of: ['project', 'event', 'practice', 'organisation'],
  },
  host: { actors: organisation, of: ['event', 'organisation'] },
  organiser: { actors: organisation, of: ['event'], elsewhere: { programme: 'funder' } },
  'co-organiser': { actors: organisation, of: ['event'] },
  speaker: { actors: organisation, of: ['event'] },
  participant: {
    actors: organisation,
    of: ['event'],
    elsewhere: { project: 'partner' },
  },
  member: {
    actors: organisation,
    of: ['organisation', 'project'],
    elsewhere: { project: 'partner' },
  },
};
