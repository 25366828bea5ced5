import type { LegalStatus } from './call.ts';

/** All that there are. */
export const legalStatuses: readonly LegalStatus[] = ['public', 'non-profit', 'for-profit'];

/**
 * The legal statuses that an organisation of these forms can have. A cooperative may or may not distribute profits, a
 * university may be public or private: where the form does not decide, all that is possible is given.
 */
export function statusesOf(forms: readonly string[]): readonly LegalStatus[] {
  if (forms.length === 0) return legalStatuses;
  const possible = forms.map((form) => statusByForm[form] ?? legalStatuses);
  const common = legalStatuses.filter((status) => possible.every((each) => each.includes(status)));
  return common.length > 0
    ? common
    : legalStatuses.filter((status) => possible.some((each) => each.includes(status)));
}

const isPublic: readonly LegalStatus[] = ['public'];
const isNonProfit: readonly LegalStatus[] = ['non-profit'];
const isForProfit: readonly LegalStatus[] = ['for-profit'];
const isPrivate: readonly LegalStatus[] = ['non-profit', 'for-profit'];

/** By the forms of `data/vocabularies/forms.yaml`; a form that is not here decides nothing. */
const statusByForm: { readonly [form: string]: readonly LegalStatus[] } = {
  'public-authority': isPublic,
  'public-local': isPublic,
  'public-regional': isPublic,
  'public-national': isPublic,
  'public-agency': isPublic,
  egtc: isPublic,
  association: isNonProfit,
  foundation: isNonProfit,
  'informal-group': isNonProfit,
  'trade-union': isNonProfit,
  mutual: isNonProfit,
  enterprise: isForProfit,
  'worker-owned-company': isForProfit,
  cooperative: isPrivate,
  'worker-cooperative': isPrivate,
  'social-cooperative': isPrivate,
  'producer-cooperative': isPrivate,
  'consumer-cooperative': isPrivate,
  'housing-cooperative': isPrivate,
  'credit-cooperative': isPrivate,
  'social-enterprise': isPrivate,
  'work-integration-enterprise': isPrivate,
};
