import { fold } from '../../vocabulary/fold.ts';
import type { Entity, Extraction } from '../extraction.ts';
import type { KnownRecord } from '../../core/known-record.ts';
import type { Gold, GoldThing } from './gold.ts';
import { meeting } from './places.ts';
import type { Fit, Item, Tally } from './tally.ts';
import { compare } from './tally.ts';

/** Below this an entity counts as marked unsure. */
const unsure = 0.7;

/** Organisations that the base has, new ones, projects, events and programmes, each by where they are named. */
export function thingTallies(
  { entities }: Extraction,
  gold: Gold,
  known: readonly KnownRecord[],
): Tally[] {
  const names = namesOf(known);
  const isKnown = (thing: GoldThing) =>
    [thing.name, ...(thing.aliases ?? []), ...thing.mentions.map(({ text }) => text)].some(
      (name) => name !== null && names.has(fold(name)),
    );
  const organisations = entities.filter(({ kind }) => kind === 'organisation');
  const ofBase = gold.organisations.filter(isKnown);
  const fresh = gold.organisations.filter((each) => !isKnown(each));
  const meets = (things: readonly GoldThing[], entity: Entity) =>
    things.some((thing) => fits(thing, entity) !== 'none');
  // What is nowhere in the annotation is false as what it was taken for.
  const goesWithBase = (entity: Entity) =>
    meets(ofBase, entity) || (!meets(fresh, entity) && entity.status === 'known');
  const kinds = (...wanted: string[]) => entities.filter(({ kind }) => wanted.includes(kind));
  return [
    tally('programmes', gold.programmes, kinds('programme')),
    tally('organisations known', ofBase, organisations.filter(goesWithBase)),
    tally(
      'organisations new',
      fresh,
      organisations.filter((entity) => meets(fresh, entity) || !goesWithBase(entity)),
    ),
    tally('projects', gold.projects, kinds('project', 'practice')),
    tally('events', gold.events, kinds('event')),
    linkTally(ofBase, organisations, names),
  ];
}

function tally(field: string, wanted: readonly GoldThing[], proposed: readonly Entity[]): Tally {
  const isUnsure = (entity: Entity) =>
    wanted.some((thing) => thing.certainty === 'low' && near(thing, entity) !== 'none');
  return compare(field, wanted.map(demand), proposed.map(proposal), fits, isUnsure);
}

/** Whether organisations that the base has, where they were found, are linked with the right record. */
function linkTally(
  wanted: readonly GoldThing[],
  entities: readonly Entity[],
  names: ReadonlyMap<string, ReadonlySet<string>>,
): Tally {
  const records = (thing: GoldThing) =>
    new Set(
      [thing.name, ...(thing.aliases ?? []), ...thing.mentions.map(({ text }) => text)].flatMap(
        (name) => [...(names.get(fold(name ?? '')) ?? [])],
      ),
    );
  const found = wanted.filter((thing) => entities.some((each) => fits(thing, each) !== 'none'));
  const linked = entities.filter(
    (each) => each.record !== undefined && found.some((thing) => fits(thing, each) !== 'none'),
  );
  return compare('links to the base', found.map(demand), linked.map(proposal), (thing, entity) =>
    fits(thing, entity) !== 'none' && records(thing).has(entity.record ?? '') ? 'exact' : 'none',
  );
}

/** What is annotated as very unsure is found only by what is marked unsure itself. */
function fits(thing: GoldThing, entity: Entity): Fit {
  const isMarked = entity.status === 'candidates' || entity.confidence < unsure;
  return thing.certainty === 'low' && !isMarked ? 'none' : near(thing, entity);
}

/** Whether a proposal stands where an annotated thing does. */
export function near({ mentions, altMention }: GoldThing, entity: Entity): Fit {
  const places = altMention === undefined ? mentions : [...mentions, altMention];
  return meeting(places, entity.mentions);
}

function demand(thing: GoldThing): Item<GoldThing> {
  const [first] = thing.mentions;
  return {
    thing,
    value: thing.name ?? thing.id,
    quote: first?.text ?? '',
    start: first?.start ?? -1,
    optional: thing.optional === true,
  };
}

function proposal(entity: Entity): Item<Entity> {
  const [first] = entity.mentions;
  return {
    thing: entity,
    value: `${entity.kind} ${entity.title}`,
    quote: first?.quote ?? '',
    start: first?.start ?? -1,
  };
}

/** The organisations of the base, by each of their folded names. */
function namesOf(known: readonly KnownRecord[]): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const { id, kind, title, acronym, names: more } of known) {
    if (kind !== 'organisation') continue;
    for (const name of [title, ...(acronym === undefined ? [] : [acronym]), ...more]) {
      const key = fold(name);
      names.set(key, (names.get(key) ?? new Set()).add(id));
    }
  }
  return names;
}
