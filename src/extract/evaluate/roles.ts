import type { Entity, Extraction } from '../extraction.ts';
import type { Gold, GoldSpan, GoldThing } from './gold.ts';
import { near } from './things.ts';
import type { Item, Tally } from './tally.ts';
import { compare } from './tally.ts';

interface Part {
  readonly role: string;
  readonly who: GoldThing;
  readonly of: GoldThing;
}

/** Who has which part in what: the parts that make a project or an event, and apart from them the lighter ones. */
export function roleTallies({ entities }: Extraction, gold: Gold): Tally[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const parts = partsOf(gold);
  const proposed = entities.flatMap((who) =>
    who.roles.map(({ role, of, evidence, rule }) => ({
      thing: { role: sameRole.get(role) ?? role, who, of: byId.get(of) },
      value: `${who.title} ${role} of ${byId.get(of)?.title ?? of}`,
      quote: evidence.quote,
      start: evidence.start,
      rule,
    })),
  );
  const tally = (field: string, roles: readonly string[]) =>
    compare(
      field,
      parts.filter(({ thing }) => roles.includes(thing.role)),
      // The same part twice is one proposal.
      [
        ...new Map(
          proposed
            .filter(({ thing }) => roles.includes(thing.role))
            .map((each) => [`${each.thing.role} ${each.thing.who.id} ${each.thing.of?.id}`, each]),
        ).values(),
      ],
      isMet,
    );
  return [tally('roles', mainRoles), tally('roles, further', furtherRoles)];
}

function isMet(
  part: Part,
  {
    role,
    who,
    of,
  }: { readonly role: string; readonly who: Entity; readonly of: Entity | undefined },
): 'exact' | 'none' {
  const isSame =
    part.role === role &&
    of !== undefined &&
    near(part.who, who) !== 'none' &&
    near(part.of, of) !== 'none';
  return isSame ? 'exact' : 'none';
}

/** The parts that an annotation names, of its roles and its relations; what is only near or inferred is optional. */
function partsOf(gold: Gold): Item<Part>[] {
  const things = new Map<string, GoldThing>(
    [gold.programmes, gold.events, gold.projects, gold.organisations]
      .flat()
      .map((thing) => [thing.id, thing]),
  );
  const items: Item<Part>[] = [];
  const add = (
    [role, whoId, ofId]: readonly [string, string, string | undefined],
    evidence: GoldSpan | undefined,
    optional: boolean,
  ) => {
    const [who, of] = [things.get(whoId), things.get(ofId ?? '')];
    if (who === undefined || of === undefined) return;
    const isOptional = optional || who.optional === true || of.optional === true;
    for (const [name, isNear] of meanings(role)) {
      items.push({
        thing: { role: name, who, of },
        value: `${who.name ?? who.id} ${role} of ${of.name ?? of.id}`,
        quote: evidence?.text ?? '',
        start: evidence?.start ?? -1,
        optional: isOptional || isNear,
      });
    }
  };
  for (const { id, roles } of gold.organisations) {
    for (const { role, of, evidence, optional, certainty } of roles ?? [])
      add([role, id, of], evidence, optional === true || certainty !== undefined);
  }
  for (const { subject, predicate, object, evidence, optional, certainty } of gold.relations) {
    const [role, isTurned] = predicates.get(predicate) ?? [];
    if (role === undefined) continue;
    const [who, of] = isTurned ? [object, subject] : [subject, object];
    const isProgramme = gold.programmes.some(({ id }) => id === who || id === of);
    const isUnsure = optional === true || certainty !== undefined || isProgramme;
    add([role, who, of], evidence, isUnsure);
  }
  // Demanded once is demanded, and counts once.
  const sorted = items.sort((a, b) => Number(b.optional) - Number(a.optional));
  const key = ({ thing }: Item<Part>) => `${thing.role} ${thing.who.id} ${thing.of.id}`;
  return [...new Map(sorted.map((item) => [key(item), item])).values()];
}

/** The roles that a written role stands for, and whether it does so only nearly. */
function meanings(written: string): (readonly [string, boolean])[] {
  const names = written.split('/');
  return names.flatMap((name) => {
    const role = sameRole.get(name) ?? name;
    const isOne = mainRoles.includes(role) || furtherRoles.includes(role);
    const own = isOne ? [[role, names.length > 1] as const] : [];
    return [...own, ...(nearRoles.get(name) ?? []).map((each) => [each, true] as const)];
  });
}

const mainRoles: readonly string[] = ['lead', 'partner', 'funder', 'host', 'organiser'];
const furtherRoles: readonly string[] = ['associated', 'speaker', 'participant', 'member'];
const sameRole: ReadonlyMap<string, string> = new Map([['co-organiser', 'organiser']]);

/** What a role may also be read as: neither missed nor false. */
const nearRoles: ReadonlyMap<string, readonly string[]> = new Map([
  ['associated', ['partner']],
  ['partner', ['associated']],
  ['speaker', ['participant']],
  ['participant', ['speaker']],
  ['supporter', ['funder', 'partner', 'associated']],
  ['venue', ['host']],
  ['promoter', ['lead', 'organiser', 'funder', 'partner']],
  ['founder', ['lead', 'organiser', 'member']],
  ['observer', ['participant', 'member', 'associated']],
]);

/** Predicates of the annotations: the role, and whether it is the object that has it. */
const predicates: ReadonlyMap<string, readonly [string, boolean]> = new Map([
  ['leads', ['lead', false]],
  ['ledBy', ['lead', true]],
  ['partnerOf', ['partner', false]],
  ['funds', ['funder', false]],
  ['fundedBy', ['funder', true]],
  ['fundedUnder', ['funder', true]],
  ['hosts', ['host', false]],
  ['hostedBy', ['host', true]],
  ['organises', ['organiser', false]],
  ['organisedBy', ['organiser', true]],
  ['participatesIn', ['participant', false]],
  ['memberOf', ['member', false]],
  ['partOf', ['member', false]],
  ['promotes', ['promoter', false]],
]);
