import type { TextSpan } from '../../core/document.ts';
import type { Mention } from '../text/mention.ts';
import { inOrder } from '../text/mention.ts';
import type { MoneyMention } from './money.ts';
import type { Surroundings } from '../text/nearby.ts';
import type { PartnerRow } from '../roles/partner-rows.ts';
import type { Salience } from '../roles/role-target.ts';
import type { Labelled } from '../roles/sheet.ts';
import { spanAround } from '../text/spans.ts';

/** A sum with what it is of. */
export interface Sum extends MoneyMention {
  readonly of?: Mention;
  /** The field of the project that it fills; nothing for other sums. */
  readonly field?: 'budget' | 'grant';
  readonly rule: string;
}

/** Sums by the labels of a sheet, else by the words around them; what stands in a row of a partner is the partner's. */
export function sumsOf(
  money: readonly MoneyMention[],
  sheet: readonly Labelled[],
  rows: readonly PartnerRow[],
  around: Surroundings,
  salience: Salience,
): Sum[] {
  const labels = inOrder(
    sheet
      .filter(({ field }) => field === 'budget' || field === 'grant' || field === 'share')
      .flatMap(({ field, values }) => values.map((value) => ({ field, ...value }))),
  );
  const used = new Set<TextSpan>();
  return money.map((sum): Sum => {
    const label = spanAround(labels, sum);
    if (label?.field === 'share') return { ...sum, rule: 'sum-about' };
    if (label && !used.has(label)) {
      used.add(label);
      const of = salience.sheet(sum.start, ['project']);
      const field = label.field === 'budget' ? 'budget' : 'grant';
      return {
        ...sum,
        kind: field === 'budget' ? 'total' : sum.kind === 'contribution' ? sum.kind : 'grant',
        field,
        rule: 'sum-label',
        ...(of ? { of } : {}),
      };
    }
    if (label || spanAround(rows, sum)) return { ...sum, rule: 'sum-about' };
    const field = sum.kind === 'total' ? 'budget' : sum.kind === 'grant' ? 'grant' : undefined;
    const of = field && around.owner(sum, ['project']);
    const { start, end } = around.sentence(sum.start);
    const isNamed = of && of.start >= start && of.end <= end;
    return {
      ...sum,
      rule: isNamed ? 'sum-sentence' : 'sum-about',
      ...(field ? { field } : {}),
      ...(of ? { of } : {}),
    };
  });
}
