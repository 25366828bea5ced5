import type { Actor, World } from './actor.ts';
import type { Area, Counting, Filter, LegalStatus } from './call.ts';
import { statusesOf } from './legal-status.ts';

/** An organisation of which everything is known. */
export interface Complete {
  readonly country: string;
  readonly regions: readonly string[];
  readonly forms: readonly string[];
  readonly status: LegalStatus;
}

/** Facts of an organisation that a condition can depend on. */
export type Fact = 'country' | 'region' | 'form' | 'status';

/** Every way in which the missing facts of an organisation may turn out, as far as these filters can tell them apart. */
export function* completions(
  actor: Actor,
  filters: readonly Filter[],
  counting: Counting | undefined,
  world: World,
): Generator<Complete> {
  const asked = regionsAskedFor(filters);
  const forms = asksForForms(filters, counting)
    ? actor.forms.length > 0
      ? [actor.forms]
      : world.forms.map((form) => [form])
    : [[]];
  const status = filters.some(({ statuses }) => statuses !== undefined);
  for (const country of actor.countries.length > 0 ? actor.countries : world.countries) {
    for (const regions of regionsIn(country, actor, asked, world)) {
      for (const each of forms) {
        for (const one of status ? statusesFor(actor, each) : anyStatus)
          yield { country, regions, forms: each, status: one };
      }
    }
  }
}

function statusesFor({ status }: Actor, forms: readonly string[]): readonly LegalStatus[] {
  return status === undefined ? statusesOf(forms) : [status];
}

const anyStatus: readonly LegalStatus[] = ['non-profit'];

/** Whether a fully known organisation is one of those that a filter means. */
export function matches(filter: Filter, known: Complete, world: World): boolean {
  const { in: inside, outside, forms, notForms, statuses } = filter;
  return (
    (inside === undefined || liesIn(inside, known, world)) &&
    (outside === undefined || !liesIn(outside, known, world)) &&
    (forms === undefined || known.forms.some((form) => forms.ids.includes(form))) &&
    (notForms === undefined || !known.forms.some((form) => notForms.ids.includes(form))) &&
    (statuses === undefined || statuses.includes(known.status))
  );
}

/** Facts that a filter, or the way of counting, asks for and the organisation lacks. */
export function missingFacts(
  actor: Actor,
  filter: Filter,
  counting: Counting | undefined,
  countryMatters: boolean,
  world: World,
): readonly Fact[] {
  const areas = [filter.in, filter.outside].filter((area) => area !== undefined);
  const facts: Fact[] = [];
  const [country, ...others] = actor.countries;
  const noCountry = country === undefined || others.length > 0;
  if (noCountry && (countryMatters || areas.length > 0)) facts.push('country');
  if (!noCountry && [...regionsIn(country, actor, regionsAskedFor([filter]), world)].length > 1)
    facts.push('region');
  const lacksForm = actor.forms.length === 0;
  const { statuses, ...rest } = filter;
  const forForms = actor.status === undefined ? filter : rest;
  if (lacksForm && asksForForms([forForms], counting)) facts.push('form');
  if (statuses && !lacksForm && statusesFor(actor, actor.forms).length > 1) facts.push('status');
  return facts;
}

function liesIn(area: Area, { country, regions }: Complete, world: World): boolean {
  return (
    area.countries.includes(country) ||
    regions.some((region) => area.regions.some((other) => world.within(region, other)))
  );
}

function regionsAskedFor(filters: readonly Filter[]): readonly string[] {
  const areas = filters.flatMap((filter) => [filter.in, filter.outside]);
  return [...new Set(areas.flatMap((area) => area?.regions ?? []))];
}

function asksForForms(filters: readonly Filter[], counting: Counting | undefined): boolean {
  return (
    (counting?.forms.ids.length ?? 0) > 0 ||
    filters.some(({ forms, notForms, statuses }) => forms ?? notForms ?? statuses)
  );
}

/** Where in its country an organisation may be: a region that holds one that is asked for leaves both open. */
function* regionsIn(
  country: string,
  actor: Actor,
  asked: readonly string[],
  world: World,
): Generator<readonly string[]> {
  const own = actor.regions.filter((region) => world.countryOf(region) === country);
  yield own;
  for (const region of asked) {
    if (world.countryOf(region) !== country) continue;
    const settled = own.some((each) => world.within(each, region));
    const open = own.length === 0 || own.some((each) => world.within(region, each));
    if (!settled && open) yield [...own, region];
  }
}
