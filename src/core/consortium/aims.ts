import type { Actor, Consortium, World } from './actor.ts';
import { hasLead, withLead } from './actor.ts';
import type { Call, Condition, Count, Counting, Filter } from './call.ts';
import type { Outcome } from './outcomes.ts';
import type { Judge } from './verdict.ts';
import { countOutcomes, fits, judgeOf } from './verdict.ts';

/** A condition that the choice of organisations can decide. */
export interface Aim {
  readonly condition: Condition;
  /** How many more are needed at least, for certain; 0 where none is. One who joins makes it less by one at most. */
  lack(consortium: Consortium): number;
  /** Picks those who can make it less, now or when others have joined. */
  helpers(consortium: Consortium): (candidate: Actor) => boolean;
  /** It is broken whatever the missing facts are, and whoever joins. */
  broken(consortium: Consortium): boolean;
}

/** The required conditions that joining can decide; those about money, time and what a person must check are left out. */
export function aimsOf(call: Call, world: World): readonly Aim[] {
  return call.conditions
    .filter(({ advice }) => !advice)
    .flatMap((condition) => aimOf(condition, call, world) ?? []);
}

/** Whether every aim is reached, for certain where more are needed; where no lead is named, one of them must do as lead. */
export function reached(consortium: Consortium, aims: readonly Aim[]): boolean {
  if (aims.some((aim) => aim.broken(consortium))) return false;
  const all = (each: Consortium) => aims.every((aim) => aim.lack(each) === 0);
  if (!all(consortium)) return false;
  return hasLead(consortium) || !aims.some(asksForLead) || withLead(consortium).some(all);
}

/** What joining can do for one condition; undefined for those about money, time and what a person must check. */
export function aimOf(condition: Condition, { counting }: Call, world: World): Aim | undefined {
  switch (condition.about) {
    case 'partners':
    case 'countries': {
      const { min = 0, max = Infinity } = condition;
      const judge = judgeOf(condition, counting, world);
      // Whoever joins may turn out to be the lead, so that nobody is left out yet.
      const hopeful = judgeOf({ ...condition, withoutLead: false }, counting, world);
      const lack: Aim['lack'] = (consortium) =>
        Math.max(0, min - leastOf(hasLead(consortium) ? judge : hopeful, consortium));
      return {
        condition,
        lack,
        helpers: (condition.about === 'countries' ? newCountries : oneMore)(
          condition,
          counting,
          world,
        ),
        broken: (consortium) => leastOf(judge, consortium) > max,
      };
    }
    case 'each-country': {
      const judges = condition.countries.map((code) => judgeOf(partnerFrom(code), counting, world));
      const lack: Aim['lack'] = (consortium) =>
        judges.filter((each) => each(consortium).verdict !== 'holds').length;
      return { condition, lack, helpers: lessBy(lack), broken: () => false };
    }
    case 'one-country': {
      const judge = judgeOf(condition, counting, world);
      return {
        condition,
        lack: () => 0,
        helpers: () => () => false,
        broken: (consortium) => judge(consortium).verdict === 'fails',
      };
    }
    case 'lead': {
      const lack = leadLack(condition.of, world);
      return { condition, lack, helpers: lessBy(lack), broken: () => false };
    }
    default:
      return undefined;
  }
}

function lessBy(lack: Aim['lack']): Aim['helpers'] {
  return (consortium) => {
    const before = lack(consortium);
    return (candidate) =>
      lack({ ...consortium, actors: [...consortium.actors, candidate] }) < before;
  };
}

function oneMore(condition: Count, counting: Counting, world: World): Aim['helpers'] {
  const bringsBy = alone(condition, counting, world);
  const helps = (candidate: Actor) =>
    bringsBy(candidate).some(({ nothing, codes }) => !nothing && codes.size > 0);
  return () => helps;
}

/** What one who joins as a partner brings by itself; it is asked for thousands of times. */
function alone(condition: Count, counting: Counting, world: World) {
  const outcomes = countOutcomes({ ...condition, withoutLead: false }, counting, world);
  const known = new Map<string, readonly Outcome[]>();
  return (candidate: Actor): readonly Outcome[] => {
    const before = known.get(candidate.id) ?? outcomes([candidate]);
    known.set(candidate.id, before);
    return before;
  };
}

/** Only one who surely counts, and is not surely in a country that is there already, can add a country. */
function newCountries(condition: Count, counting: Counting, world: World): Aim['helpers'] {
  const led = countOutcomes(condition, counting, world);
  const open = countOutcomes({ ...condition, withoutLead: false }, counting, world);
  const bringsBy = alone(condition, counting, world);
  return (consortium) => {
    const outcomes = hasLead(consortium) ? led : open;
    const certain = new Set(
      outcomes(consortium.actors).flatMap(({ nothing, codes }) =>
        nothing || codes.size > 1 ? [] : [...codes],
      ),
    );
    return (candidate) =>
      bringsBy(candidate).some(
        ({ nothing, codes }) =>
          !nothing && (codes.size > 1 || [...codes].some((code) => !certain.has(code))),
      );
  };
}

function leadLack(of: Filter, world: World): Aim['lack'] {
  const known = new Map<string, boolean>();
  const able = (actor: Actor) => {
    const before = known.get(actor.id) ?? fits(of, actor, world).verdict === 'holds';
    known.set(actor.id, before);
    return before;
  };
  return (consortium) => {
    const role = hasLead(consortium) ? 'lead' : 'partner';
    return consortium.actors.some((actor) => actor.role === role && able(actor)) ? 0 : 1;
  };
}

function leastOf(judge: Judge, consortium: Consortium): number {
  return judge(consortium).range?.least ?? 0;
}

function asksForLead({ condition }: Aim): boolean {
  return condition.about === 'lead' || ('withoutLead' in condition && condition.withoutLead);
}

function partnerFrom(code: string): Condition {
  return {
    about: 'partners',
    of: { in: { names: [code], countries: [code], regions: [] } },
    everybody: false,
    withoutLead: false,
    min: 1,
    advice: false,
  };
}
