/** Something that was missed, or proposed and wrong. */
export interface Finding {
  readonly sort: 'miss' | 'false' | 'hard';
  readonly value: string;
  readonly quote: string;
  /** UTF-16 code units; −1 where it has no place. */
  readonly start: number;
}

/** How one field of one text or of many compares; all are counts. */
export interface Tally {
  readonly field: string;
  /** What the annotation demands, and how much of that was proposed, or proposed with its exact words. */
  readonly wanted: number;
  readonly found: number;
  readonly foundExactly: number;
  /** What was proposed and can be judged, and how much of that is right, or right to the letter. */
  readonly proposed: number;
  readonly right: number;
  readonly rightExactly: number;
  readonly findings: readonly Finding[];
  /** Of the proposals that can be judged, and that say by what rule they were made. */
  readonly judged: readonly Judged[];
}

interface Judged {
  readonly rule: string;
  readonly isRight: boolean;
}

/** One thing that is demanded or proposed. */
export interface Item<Thing> {
  readonly thing: Thing;
  readonly value: string;
  readonly quote?: string;
  readonly start?: number;
  /** Demanded: no miss where it is absent. Proposed: follows from another proposal, and is never false. */
  readonly optional?: boolean;
  /** By which it was proposed. */
  readonly rule?: string;
}

/** How well a proposal meets a demand. */
export type Fit = 'exact' | 'near' | 'none';

/**
 * Compares proposals with demands: a demand is found where some proposal meets it; a proposal is right where it meets
 * a demand, out of account where it meets only optional ones or is excused, and else false.
 */
export function compare<Wanted, Proposed>(
  field: string,
  wanted: readonly Item<Wanted>[],
  proposed: readonly Item<Proposed>[],
  fit: (wanted: Wanted, proposed: Proposed) => Fit,
  excused: (proposed: Proposed) => boolean = () => false,
): Tally {
  const findings: Finding[] = [];
  const demands = wanted.filter(({ optional }) => !optional);
  const best = (fits: readonly Fit[]): Fit =>
    fits.includes('exact') ? 'exact' : fits.includes('near') ? 'near' : 'none';
  const finds = demands.map((demand) => {
    const fits = best(proposed.map(({ thing }) => fit(demand.thing, thing)));
    if (fits === 'none') findings.push(finding('miss', demand));
    return fits;
  });
  const judged: Judged[] = [];
  const judge = ({ rule }: Item<Proposed>, fits: Fit): Fit[] => {
    if (rule !== undefined) judged.push({ rule, isRight: fits !== 'none' });
    return [fits];
  };
  const verdicts = proposed.flatMap((proposal): Fit[] => {
    const toDemand = best(demands.map(({ thing }) => fit(thing, proposal.thing)));
    if (toDemand !== 'none') return proposal.optional ? [] : judge(proposal, toDemand);
    const meetsOptional = wanted.some(({ thing }) => fit(thing, proposal.thing) !== 'none');
    if (proposal.optional || meetsOptional || excused(proposal.thing)) return [];
    findings.push(finding('false', proposal));
    return judge(proposal, 'none');
  });
  return {
    field,
    wanted: demands.length,
    found: finds.filter((each) => each !== 'none').length,
    foundExactly: finds.filter((each) => each === 'exact').length,
    proposed: verdicts.length,
    right: verdicts.filter((each) => each !== 'none').length,
    rightExactly: verdicts.filter((each) => each === 'exact').length,
    findings,
    judged,
  };
}

function finding(sort: Finding['sort'], { value, quote, start }: Item<unknown>): Finding {
  return { sort, value, quote: quote ?? '', start: start ?? -1 };
}

/** The same fields added up over several texts, in the order in which they first appear. */
export function sum(tallies: readonly Tally[]): Tally[] {
  const byField = new Map<string, Tally>();
  for (const tally of tallies) {
    const before = byField.get(tally.field);
    byField.set(tally.field, before === undefined ? tally : plus(before, tally));
  }
  return [...byField.values()];
}

function plus(a: Tally, b: Tally): Tally {
  return {
    field: a.field,
    wanted: a.wanted + b.wanted,
    found: a.found + b.found,
    foundExactly: a.foundExactly + b.foundExactly,
    proposed: a.proposed + b.proposed,
    right: a.right + b.right,
    rightExactly: a.rightExactly + b.rightExactly,
    findings: [...a.findings, ...b.findings],
    judged: [...a.judged, ...b.judged],
  };
}

/** The precision of each rule that says itself, as tallies without demands; by rule. */
export function byRule(
  tallies: readonly Tally[],
): { readonly rule: string; readonly tally: Tally }[] {
  return sum(tallies).flatMap((tally) =>
    [...Map.groupBy(tally.judged, ({ rule }) => rule)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([rule, judged]) => {
        const right = judged.filter(({ isRight }) => isRight).length;
        const none = { wanted: 0, found: 0, foundExactly: 0, findings: [], judged };
        const counts = { proposed: judged.length, right, rightExactly: right };
        return { rule, tally: { field: tally.field, ...none, ...counts } };
      }),
  );
}

/** Precision, recall and their counts, as they are shown; what is only counted has no precision. */
export function figuresOf(tally: Tally) {
  const { right, proposed, found, wanted, foundExactly, rightExactly, findings } = tally;
  const isCount = findings.some(({ sort }) => sort === 'hard');
  return {
    precision: isCount ? null : share(right, proposed),
    recall: share(found, wanted),
    right,
    proposed,
    found,
    wanted,
    exact_precision: isCount ? null : share(rightExactly, proposed),
    exact_recall: share(foundExactly, wanted),
  };
}

/** A share between 0 and 1 with three decimals; null of nothing. */
function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 1000;
}
