import type { Actor, Consortium, World } from './actor.ts';
import type { Call, Condition, Counting, Filter } from './call.ts';
import { missingFacts } from './completions.ts';
import type { Fact } from './completions.ts';
import { outcomesOf } from './outcomes.ts';
import type { Judged } from './verdict.ts';
import { countOutcomes, fits, funded, judgeOf, outOfLimits } from './verdict.ts';

/** A fact that would have to be known: of an organisation, or of the consortium. */
export interface Missing {
  readonly actor?: Actor;
  readonly fact:
    | Fact
    | 'share'
    | 'lead'
    | 'budget'
    | 'grant'
    | 'currency'
    | 'months'
    | 'month'
    | 'by-hand';
}

/** What a check says of one condition. */
export interface Finding extends Judged {
  readonly condition: Condition;
  /** Organisations that count for it, and those that may. */
  readonly counted: readonly Actor[];
  readonly perhaps: readonly Actor[];
  /** Organisations that break it, each by itself. */
  readonly against: readonly Actor[];
  /** Countries of which each must have a partner, and of which there is none for certain. */
  readonly absent: readonly string[];
  /** What would decide it; empty where it is decided. */
  readonly missing: readonly Missing[];
}

/** Checks a consortium by every condition of a call, in their order. */
export function check(consortium: Consortium, call: Call, world: World): readonly Finding[] {
  const { counting } = call;
  return call.conditions.map((condition) => {
    const judgement = judgeOf(condition, counting, world)(consortium);
    const evidence = evidenceOf(condition, consortium.actors, counting, world);
    const missing =
      judgement.verdict === 'unknown' ? missingFor(condition, consortium, counting, world) : [];
    return { condition, ...judgement, against: [], absent: [], ...evidence, missing };
  });
}

/** An organisation that takes part and does not count, because of its role, its form, or another of its parent. */
export interface NotCounted {
  readonly actor: Actor;
  readonly reason: 'role' | 'form' | 'parent';
  /** The one that stands for its parent. */
  readonly with?: Actor;
}

export function notCounted({ actors }: Consortium, { counting }: Call): readonly NotCounted[] {
  const first = new Map<string, Actor>();
  return actors.flatMap((actor): readonly NotCounted[] => {
    if (counting.roles.includes(actor.role)) return [{ actor, reason: 'role' }];
    if (actor.forms.some((form) => counting.forms.ids.includes(form)))
      return [{ actor, reason: 'form' }];
    const before = counting.distinct ? first.get(actor.family) : undefined;
    if (before) return [{ actor, reason: 'parent', with: before }];
    first.set(actor.family, actor);
    return [];
  });
}

function evidenceOf(
  condition: Condition,
  actors: readonly Actor[],
  counting: Counting,
  world: World,
): Pick<Finding, 'counted' | 'perhaps'> & Partial<Pick<Finding, 'against' | 'absent'>> {
  switch (condition.about) {
    case 'partners':
    case 'countries': {
      const brought = countOutcomes(condition, counting, world)(actors);
      const useful = brought.filter(({ codes }) => codes.size > 0);
      return {
        counted: useful.filter(({ nothing }) => !nothing).map(({ of }) => of),
        perhaps: useful.filter(({ nothing }) => nothing).map(({ of }) => of),
      };
    }
    case 'each-country':
    case 'one-country': {
      const way = { of: {}, counting, byCountry: true, withoutLead: false };
      const brought = outcomesOf(way, world)(actors);
      const wanted = condition.about === 'each-country' ? condition.countries : undefined;
      const useful = brought.filter(
        ({ codes }) => !wanted || wanted.some((code) => codes.has(code)),
      );
      return {
        counted: useful
          .filter(({ codes, nothing }) => codes.size === 1 && !nothing)
          .map(({ of }) => of),
        perhaps: useful
          .filter(({ codes, nothing }) => codes.size > 1 || nothing)
          .map(({ of }) => of),
        absent: (wanted ?? []).filter(
          (code) =>
            !brought.some(({ codes, nothing }) => codes.size === 1 && codes.has(code) && !nothing),
        ),
      };
    }
    case 'lead': {
      const leads = actors.filter(({ role }) => role === 'lead');
      const are = (verdict: Judged['verdict']) =>
        leads.filter((lead) => fits(condition.of, lead, world).verdict === verdict);
      return { counted: are('holds'), perhaps: are('unknown'), against: are('fails') };
    }
    case 'partner-share':
      return {
        counted: [],
        perhaps: [],
        against: actors.filter((actor) => outOfLimits(condition, actor)),
      };
    case 'budget-share': {
      const all = funded(actors, counting).map((actor) => ({
        actor,
        ...fits(condition.of, actor, world),
      }));
      return {
        counted: all.filter(({ verdict }) => verdict === 'holds').map(({ actor }) => actor),
        perhaps: all.filter(({ verdict }) => verdict === 'unknown').map(({ actor }) => actor),
      };
    }
    default:
      return { counted: [], perhaps: [] };
  }
}

function missingFor(
  condition: Condition,
  consortium: Consortium,
  counting: Counting,
  world: World,
): readonly Missing[] {
  const { actors, budget, grant } = consortium;
  const lead = actors.find(({ role }) => role === 'lead');
  const noLead: readonly Missing[] = lead ? [] : [{ fact: 'lead' }];
  const ofActors = (
    some: readonly Actor[],
    of: Filter,
    way: Counting | undefined,
    byCountry: boolean,
  ): Missing[] =>
    some.flatMap((actor) =>
      missingFacts(actor, of, way, byCountry, world).map((fact) => ({ actor, fact })),
    );
  const counted = actors.filter(({ role }) => !counting.roles.includes(role));
  switch (condition.about) {
    case 'partners':
    case 'countries': {
      const { of, everybody, withoutLead, about } = condition;
      const way = everybody ? undefined : counting;
      const outcomes = countOutcomes(condition, counting, world);
      const some = actors.filter((actor) =>
        outcomes([actor]).some(({ nothing, codes }) => codes.size > (nothing ? 0 : 1)),
      );
      return [...(withoutLead ? noLead : []), ...ofActors(some, of, way, about === 'countries')];
    }
    case 'each-country':
    case 'one-country':
      return ofActors(counted, {}, counting, true);
    case 'lead': {
      const some = (lead ? [lead] : counted).filter(
        (actor) => fits(condition.of, actor, world).verdict === 'unknown',
      );
      return [...noLead, ...ofActors(some, condition.of, undefined, false)];
    }
    case 'budget-share':
    case 'partner-share': {
      const all = funded(actors, counting);
      const shares = all.filter(({ share }) => share === undefined);
      const of = condition.about === 'budget-share' ? condition.of : {};
      return [
        ...shares.map((actor): Missing => ({ actor, fact: 'share' })),
        ...ofActors(
          all.filter((actor) => fits(of, actor, world).verdict === 'unknown'),
          of,
          undefined,
          false,
        ),
      ];
    }
    case 'grant-share':
      if (budget && grant) return [{ fact: 'currency' }];
      return [
        ...(budget ? [] : [{ fact: 'budget' as const }]),
        ...(grant ? [] : [{ fact: 'grant' as const }]),
      ];
    case 'budget':
      return [{ fact: budget ? 'currency' : 'budget' }];
    case 'months':
      return [{ fact: consortium.months ? 'month' : 'months' }];
    default:
      return [{ fact: 'by-hand' }];
  }
}
