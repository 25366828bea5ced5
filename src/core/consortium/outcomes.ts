import type { Actor, World } from './actor.ts';
import type { Counting, Filter } from './call.ts';
import { completions, matches } from './completions.ts';

/** What one organisation, or a family of them, may bring to a count. */
export interface Outcome {
  /** It may bring nothing. */
  readonly nothing: boolean;
  /** Countries that it may bring; `*` where only organisations are counted. */
  readonly codes: ReadonlySet<string>;
}

/** How a condition counts. */
export interface Way {
  readonly of: Filter;
  /** Absent: everybody counts. */
  readonly counting: Counting | undefined;
  readonly byCountry: boolean;
  readonly withoutLead: boolean;
}

interface Part extends Outcome {
  /** It may turn out not to be counted at all. */
  readonly absent: boolean;
  readonly present: boolean;
}

/** Gives what each family of a consortium may bring, independently of the others. */
export type Outcomes = (actors: readonly Actor[]) => readonly (Outcome & { readonly of: Actor })[];

/** Outcomes under one way of counting; what was found out about organisations with the same facts is kept. */
export function outcomesOf(way: Way, world: World): Outcomes {
  const known = new Map<string, Part>();
  const partOf = (actor: Actor): Part => {
    const { role, countries, regions, forms, status = '' } = actor;
    const key = [role, countries.join(), regions.join(), forms.join(), status].join('|');
    const part = known.get(key) ?? partUnder(way, actor, world);
    known.set(key, part);
    return part;
  };
  return (actors) => {
    const families = new Map<
      string,
      (Outcome & { readonly of: Actor; readonly settled: boolean })[]
    >();
    for (const actor of actors) {
      if (way.withoutLead && actor.role === 'lead') continue;
      const part = partOf(actor);
      if (!part.present) continue;
      const family = way.counting?.distinct ? actor.family : actor.id;
      const before = families.get(family);
      const { nothing, codes, absent } = part;
      const own = { nothing, codes, of: actor, settled: !absent };
      if (!before) families.set(family, [own]);
      else if (!before.some(({ settled }) => settled)) before.push(own);
    }
    return [...families.values()].map((members) => {
      const [first] = members;
      const settled = members.some((each) => each.settled);
      return {
        of: (first ?? never()).of,
        nothing: !settled || members.some(({ nothing }) => nothing),
        codes:
          members.length === 1
            ? (first ?? never()).codes
            : new Set(members.flatMap(({ codes }) => [...codes])),
      };
    });
  };
}

function never(): never {
  throw new RangeError('a family has at least one member');
}

function partUnder({ of, counting, byCountry }: Way, actor: Actor, world: World): Part {
  if (counting?.roles.includes(actor.role)) return none;
  const codes = new Set<string>();
  let [absent, nothing, present] = [false, false, false];
  for (const known of completions(actor, [of], counting, world)) {
    if (known.forms.some((form) => counting?.forms.ids.includes(form))) absent = true;
    else {
      present = true;
      if (!matches(of, known, world)) nothing = true;
      else codes.add(byCountry ? known.country : '*');
    }
  }
  return { absent, nothing, present, codes };
}

const none: Part = { absent: true, nothing: true, present: false, codes: new Set() };
