import type { Actor, Consortium, Range, World } from './actor.ts';
import { withLead } from './actor.ts';
import type { BudgetShare, Condition, Count, Counting, Filter, Limits, Share } from './call.ts';
import { completions, matches } from './completions.ts';
import type { Outcomes } from './outcomes.ts';
import { outcomesOf } from './outcomes.ts';
import { canBringEach, canSpread, fewestCountries, mostCountries, mostOfOne } from './spread.ts';

/** `holds` or `fails` whatever the missing facts are, else `unknown` (Kleene 1938, decided over all completions). */
type Verdict = 'holds' | 'fails' | 'unknown';

export interface Judged {
  readonly verdict: Verdict;
  /** The number that the condition is about, as far as it is known. */
  readonly range?: Range;
}

/** Judges consortia by one condition. */
export type Judge = (consortium: Consortium) => Judged;

/** A judge for a condition; it remembers what organisations of the same facts may bring. */
export function judgeOf(condition: Condition, counting: Counting, world: World): Judge {
  switch (condition.about) {
    case 'partners':
    case 'countries': {
      const outcomes = countOutcomes(condition, counting, world);
      const byCountry = condition.about === 'countries';
      const judge: Judge = ({ actors }) => {
        const brought = outcomes(actors);
        return judged(condition, {
          least: byCountry
            ? fewestCountries(brought)
            : brought.filter(({ nothing, codes }) => !nothing && codes.size > 0).length,
          most: byCountry
            ? mostCountries(brought)
            : brought.filter(({ codes }) => codes.size > 0).length,
        });
      };
      return condition.withoutLead ? whoeverLeads(judge) : judge;
    }
    case 'each-country': {
      const outcomes = outcomesOf(everyCountry(counting), world);
      const { countries } = condition;
      return ({ actors }) => {
        const brought = outcomes(actors);
        const sure = (code: string) =>
          brought.some(({ nothing, codes }) => !nothing && codes.size === 1 && codes.has(code));
        return either(!countries.every(sure), canBringEach(brought, countries));
      };
    }
    case 'one-country': {
      const outcomes = outcomesOf(everyCountry(counting), world);
      return ({ actors }) => {
        const brought = outcomes(actors);
        return either(mostOfOne(brought) > condition.max, canSpread(brought, condition.max));
      };
    }
    case 'lead':
      return whoeverLeads(({ actors }) => {
        const lead = actors.find(({ role }) => role === 'lead');
        return lead ? fits(condition.of, lead, world) : { verdict: 'unknown' };
      });
    case 'budget-share':
      return ({ actors }) =>
        judged(condition, shareRange(condition, funded(actors, counting), world));
    case 'partner-share':
      return ({ actors }) => partnerShares(condition, funded(actors, counting));
    case 'grant-share':
      return ({ budget, grant }) => {
        if (!budget || !grant || budget.currency !== grant.currency || budget.amount <= 0)
          return { verdict: 'unknown' };
        return judged(condition, exactly((100 * grant.amount) / budget.amount));
      };
    case 'budget':
      return ({ budget }) =>
        budget?.currency === condition.currency
          ? judged(condition, exactly(budget.amount))
          : { verdict: 'unknown' };
    case 'months':
      return ({ months }) => (months ? judged(condition, months) : { verdict: 'unknown' });
    default:
      return () => ({ verdict: 'unknown' });
  }
}

/** What each family brings to a condition that counts organisations or countries. */
export function countOutcomes(condition: Count, counting: Counting, world: World): Outcomes {
  const { of, withoutLead, everybody, about } = condition;
  const way = { of, withoutLead, byCountry: about === 'countries' };
  return outcomesOf({ ...way, counting: everybody ? undefined : counting }, world);
}

/** Whether an organisation is one of those that a filter means. */
export function fits(of: Filter, actor: Actor, world: World): Judged {
  let [may, mayNot] = [false, false];
  for (const known of completions(actor, [of], undefined, world)) {
    if (matches(of, known, world)) may = true;
    else mayNot = true;
  }
  return either(mayNot, may);
}

/** Those who may have a part of the budget: whoever has one on record, and all whose role counts. */
export function funded(actors: readonly Actor[], counting: Counting): readonly Actor[] {
  return actors.filter(({ share, role }) => share !== undefined || !counting.roles.includes(role));
}

function everyCountry(counting: Counting) {
  return { of: {}, counting, byCountry: true, withoutLead: false };
}

/** Where no lead is named, each partner may be it: decided only where it makes no difference which. */
function whoeverLeads(judge: Judge): Judge {
  return (consortium) => {
    const all = withLead(consortium).map(judge);
    const [first, ...others] = all;
    if (!first) return { verdict: 'unknown' };
    const same = others.every(({ verdict }) => verdict === first.verdict);
    const ranges = all.flatMap(({ range }) => range ?? []);
    return {
      verdict: same ? first.verdict : 'unknown',
      ...(ranges.length === 0
        ? {}
        : {
            range: {
              least: Math.min(...ranges.map(({ least }) => least)),
              most: Math.max(...ranges.map(({ most }) => most)),
            },
          }),
    };
  };
}

/** Bounds of what those whom a filter means have of the budget; shares that are not known share what is left of it. */
function shareRange({ of }: BudgetShare, actors: readonly Actor[], world: World): Range {
  let [least, most] = [0, 0];
  let [someMayBeIn, allMustBeIn] = [false, true];
  for (const actor of actors) {
    const { verdict } = fits(of, actor, world);
    if (actor.share === undefined) {
      if (verdict !== 'fails') someMayBeIn = true;
      if (verdict !== 'holds') allMustBeIn = false;
    } else {
      if (verdict === 'holds') least += actor.share;
      if (verdict !== 'fails') most += actor.share;
    }
  }
  const rest = left(actors);
  return {
    least: rounded(least + (someMayBeIn && allMustBeIn ? rest : 0)),
    most: rounded(most + (someMayBeIn ? rest : 0)),
  };
}

/** Whether the share of a partner is known, and not what a condition on each share wants. */
export function outOfLimits({ min = 0, max = 100 }: Limits, { share }: Actor): boolean {
  return share !== undefined && (share < min || share > max);
}

function partnerShares(limits: Share, actors: readonly Actor[]): Judged {
  const { min = 0, max = 100 } = limits;
  const known = actors.flatMap(({ share }) => share ?? []);
  if (actors.some((actor) => outOfLimits(limits, actor))) return { verdict: 'fails' };
  const open = actors.length - known.length;
  if (open === 0) return { verdict: actors.length > 0 ? 'holds' : 'unknown' };
  const rest = left(actors);
  const mayHold = rest >= open * min && rest <= open * max;
  const mayFail = rest > max || (open === 1 ? rest < min : min > 0);
  return either(mayFail, mayHold);
}

/** Percent of the budget that no known share has. */
function left(actors: readonly Actor[]): number {
  const shared = actors.reduce((sum, { share }) => sum + (share ?? 0), 0);
  return actors.some(({ share }) => share === undefined) ? Math.max(0, rounded(100 - shared)) : 0;
}

function judged({ min = -Infinity, max = Infinity }: Limits, range: Range): Judged {
  const { least, most } = range;
  return { ...either(least < min || most > max, most >= min && least <= max), range };
}

function either(mayFail: boolean, mayHold: boolean): Judged {
  return { verdict: mayFail ? (mayHold ? 'unknown' : 'fails') : 'holds' };
}

function exactly(number: number): Range {
  return { least: rounded(number), most: rounded(number) };
}

/** Shares are added up in binary fractions; a thousandth of a percent decides nothing. */
function rounded(number: number): number {
  return Math.round(number * 1000) / 1000;
}
