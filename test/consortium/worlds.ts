import fc from 'fast-check';
import type { Actor, Consortium, World } from '../../src/core/consortium/actor.ts';
import type { Condition, Counting, Filter } from '../../src/core/consortium/call.ts';

/** A world of four countries, one of them with two regions, and three forms: small enough to try everything. */
export const world: World = {
  countries: ['ES', 'FR', 'TN', 'BY'],
  forms: ['association', 'public-local', 'international-organisation'],
  countryOf: (region) => region.slice(0, 2),
  within: (region, other) => region === other || (region === 'ES-1a' && other === 'ES-1'),
};

export function actor(id: string, facts: Partial<Actor> = {}): Actor {
  return {
    id,
    title: id,
    role: 'partner',
    countries: [],
    regions: [],
    forms: [],
    family: id,
    ...facts,
  };
}

function area(...members: readonly string[]) {
  const regions = members.filter((id) => id.includes('-'));
  return { names: members, countries: members.filter((id) => !id.includes('-')), regions };
}

function forms(...ids: readonly string[]) {
  return { names: ids, ids };
}

const anArea = fc.constantFrom(
  area('ES'),
  area('ES', 'FR'),
  area('TN'),
  area('ES-1'),
  area('ES-1a', 'FR'),
  area('ES-1', 'TN'),
);
const someForms = fc.constantFrom(
  forms('association'),
  forms('public-local', 'association'),
  forms('international-organisation'),
);

const aFilter: fc.Arbitrary<Filter> = fc
  .record(
    { in: anArea, outside: anArea, forms: someForms, notForms: someForms },
    { requiredKeys: [] },
  )
  .map((filter) => {
    const [first, second] = Object.entries(filter);
    return Object.fromEntries([first, second].filter((each) => each !== undefined)) as Filter;
  });

export const aCounting: fc.Arbitrary<Counting> = fc.record({
  roles: fc.constantFrom<readonly string[]>([], ['associated']),
  forms: fc.constantFrom(forms(), forms('international-organisation')),
  distinct: fc.boolean(),
});

const limits = fc
  .tuple(
    fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  )
  .filter(([min, max]) => (min ?? max) !== undefined && (min ?? 0) <= (max ?? 9))
  .map(([min, max]) => ({
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  }));

export const aCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .record({
      about: fc.constantFrom('partners' as const, 'countries' as const),
      of: aFilter,
      everybody: fc.boolean(),
      withoutLead: fc.boolean(),
      limits,
    })
    .map(({ limits, ...rest }) => ({ ...rest, ...limits, advice: false })),
  fc
    .subarray(['ES', 'FR', 'TN'], { minLength: 1 })
    .map((countries) => ({ about: 'each-country' as const, countries, advice: false })),
  fc
    .integer({ min: 0, max: 2 })
    .map((max) => ({ about: 'one-country' as const, max, advice: false })),
  aFilter.map((of) => ({ about: 'lead' as const, of, advice: false })),
);

export const anActor = (id: string): fc.Arbitrary<Actor> =>
  fc.record({
    id: fc.constant(id),
    title: fc.constant(id),
    role: fc.constantFrom('partner', 'partner', 'associated'),
    countries: fc.constantFrom<readonly string[]>(
      [],
      ['ES'],
      ['FR'],
      ['TN'],
      ['ES', 'FR'],
      ['FR', 'TN'],
    ),
    regions: fc.constantFrom<readonly string[]>([], [], ['ES-1'], ['ES-1a'], ['ES-2']),
    forms: fc.constantFrom<readonly string[]>(
      [],
      ['association'],
      ['public-local'],
      ['international-organisation'],
    ),
    family: fc.constantFrom(id, id, 'mother'),
  });

export const aConsortium: fc.Arbitrary<Consortium> = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.boolean(), anActor('a'), anActor('b'), anActor('c'))
  .map(([size, led, ...all]) => {
    const actors = all.slice(0, size);
    const [first, ...rest] = actors;
    return { actors: led && first ? [{ ...first, role: 'lead' }, ...rest] : actors };
  });
