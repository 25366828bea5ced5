import type { Actor, Consortium } from '../../src/core/consortium/actor.ts';
import type { Area, Condition, Counting, Filter } from '../../src/core/consortium/call.ts';
import { world } from './worlds.ts';

/** An organisation of which all is known; written anew here, so that the code under test is not its own judge. */
interface Known {
  readonly actor: Actor;
  readonly country: string;
  readonly regions: readonly string[];
  readonly forms: readonly string[];
}

/** Places of the small world: where in its country an organisation can be. */
const places: Readonly<{ [country: string]: readonly (readonly string[])[] }> = {
  ES: [[], ['ES-1'], ['ES-1a'], ['ES-2']],
};

function waysOf(actor: Actor): readonly Known[] {
  const countries = actor.countries.length > 0 ? actor.countries : world.countries;
  const forms = actor.forms.length > 0 ? [actor.forms] : world.forms.map((form) => [form]);
  return countries.flatMap((country) => {
    const own = actor.regions.filter((region) => region.startsWith(country));
    const all = places[country] ?? [[]];
    const regions =
      own.length === 0
        ? all
        : all.filter((place) =>
            own.every((region) =>
              place.some((each) => each === region || (each === 'ES-1a' && region === 'ES-1')),
            ),
          );
    return regions.flatMap((each) =>
      forms.map((form) => ({ actor, country, regions: each, forms: form })),
    );
  });
}

/** Whether the condition holds in some completion of the missing facts, and whether it fails in some. */
export function tryAll(
  condition: Condition,
  counting: Counting,
  consortium: Consortium,
): { readonly holds: boolean; readonly fails: boolean } {
  let [holds, fails] = [false, false];
  for (const actors of leads(consortium.actors)) {
    for (const known of product(actors.map(waysOf))) {
      if (isMet(condition, counting, known)) holds = true;
      else fails = true;
    }
  }
  return { holds, fails };
}

function leads(actors: readonly Actor[]): readonly (readonly Actor[])[] {
  if (actors.some(({ role }) => role === 'lead')) return [actors];
  return actors
    .filter(({ role }) => role === 'partner')
    .map((lead) => actors.map((each) => (each === lead ? { ...lead, role: 'lead' } : each)));
}

function product<Item>(lists: readonly (readonly Item[])[]): readonly (readonly Item[])[] {
  return lists.reduce<readonly (readonly Item[])[]>(
    (all, list) => all.flatMap((some) => list.map((item) => [...some, item])),
    [[]],
  );
}

function isMet(condition: Condition, counting: Counting, all: readonly Known[]): boolean {
  switch (condition.about) {
    case 'partners':
    case 'countries': {
      const those = condition.withoutLead ? all.filter(({ actor }) => actor.role !== 'lead') : all;
      const counted = condition.everybody ? those : count(those, counting);
      const found = counted.filter((each) => means(condition.of, each));
      const number =
        condition.about === 'partners'
          ? found.length
          : new Set(found.map(({ country }) => country)).size;
      return number >= (condition.min ?? 0) && number <= (condition.max ?? Infinity);
    }
    case 'each-country': {
      const countries = count(all, counting).map(({ country }) => country);
      return condition.countries.every((code) => countries.includes(code));
    }
    case 'one-country': {
      const countries = count(all, counting).map(({ country }) => country);
      return countries.every(
        (code) => countries.filter((each) => each === code).length <= condition.max,
      );
    }
    case 'lead': {
      const lead = all.find(({ actor }) => actor.role === 'lead');
      return lead !== undefined && means(condition.of, lead);
    }
    default:
      throw new RangeError('not for brute force');
  }
}

function count(all: readonly Known[], { roles, forms, distinct }: Counting): readonly Known[] {
  const families = new Set<string>();
  return all.filter(({ actor, forms: own }) => {
    if (roles.includes(actor.role) || own.some((form) => forms.ids.includes(form))) return false;
    const again = distinct && families.has(actor.family);
    families.add(actor.family);
    return !again;
  });
}

function means({ in: inside, outside, forms, notForms }: Filter, known: Known): boolean {
  return (
    (!inside || lies(inside, known)) &&
    (!outside || !lies(outside, known)) &&
    (!forms || known.forms.some((form) => forms.ids.includes(form))) &&
    (!notForms || !known.forms.some((form) => notForms.ids.includes(form)))
  );
}

function lies({ countries, regions }: Area, known: Known): boolean {
  return (
    countries.includes(known.country) ||
    known.regions.some(
      (region) => regions.includes(region) || (region === 'ES-1a' && regions.includes('ES-1')),
    )
  );
}
