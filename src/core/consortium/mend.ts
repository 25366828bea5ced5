import type { Consortium, World } from './actor.ts';
import { aimOf } from './aims.ts';
import type { Call, Condition } from './call.ts';
import type { Candidate, Wish } from './fit.ts';
import { byWorth } from './fit.ts';
import { fits } from './verdict.ts';

/** Who could mend a condition that fails. */
export interface Mend {
  /** Best first; as partners, or as lead where the lead is what fails. */
  readonly candidates: readonly Candidate[];
  /** How many more there are. */
  readonly more: number;
  /** How many are still needed to make it sure: countries, partners, or one who leads. */
  readonly lack: number;
  /** How many of these are still missing when all who could mend it have joined. */
  readonly left: number;
  /** Those in the consortium who could lead it instead. */
  readonly insiders: readonly string[];
  /** Countries of which each must have a partner, and of which the base knows nobody. */
  readonly nobodyFrom: readonly string[];
  /** False where nobody who joins can mend it: there are too many, or it is about money and time. */
  readonly byJoining: boolean;
}

/** Organisations with which a failing condition holds, or comes nearer to that; those already in are left out. */
export function mend(
  condition: Condition,
  consortium: Consortium,
  call: Call,
  world: World,
  candidates: readonly Candidate[],
  wish: Wish,
  limit: number,
): Mend {
  const inside = new Set(consortium.actors.map(({ id }) => id));
  const outside = candidates.filter(({ id }) => !inside.has(id));
  const aim = aimOf(condition, call, world);
  const before = aim?.lack(consortium) ?? 0;
  if (!aim || before === 0) return nobody;
  const helps = (candidate: Candidate) =>
    condition.about === 'lead'
      ? fits(condition.of, candidate, world).verdict === 'holds'
      : aim.lack({ ...consortium, actors: [...consortium.actors, candidate] }) < before;
  const found = outside.filter(helps).sort(byWorth(wish));
  const insiders =
    condition.about === 'lead'
      ? consortium.actors.filter(
          (actor) =>
            actor.role === 'partner' && fits(condition.of, actor, world).verdict === 'holds',
        )
      : [];
  return {
    candidates: found.slice(0, limit),
    more: Math.max(0, found.length - limit),
    insiders: insiders.map(({ id }) => id),
    nobodyFrom: nobodyFrom(condition, consortium, found),
    lack: before,
    left: aim.lack({ ...consortium, actors: [...consortium.actors, ...found] }),
    byJoining: true,
  };
}

const nobody: Mend = {
  candidates: [],
  more: 0,
  lack: 0,
  left: 0,
  insiders: [],
  nobodyFrom: [],
  byJoining: false,
};

function nobodyFrom(
  condition: Condition,
  { actors }: Consortium,
  found: readonly Candidate[],
): readonly string[] {
  if (condition.about !== 'each-country') return [];
  return condition.countries.filter(
    (code) => ![...actors, ...found].some(({ countries }) => countries.includes(code)),
  );
}
