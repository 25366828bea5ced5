import type { Evidence, Shared, Told } from './evidence.ts';
import { decay } from './evidence.ts';
import { breadthLimit, weights } from './weights.ts';

/** One sort of evidence and what it counts for an organisation; rounded, so that the score is the sum of what is shown. */
export interface Reason {
  readonly reason: keyof Evidence;
  readonly weight: number;
}

/** Why an organisation fits a need, the weightiest first. */
export function reasonsOf(evidence: Evidence): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const reason of sorts) {
    const weight = hundredths(weightOf[reason](evidence));
    if (weight > 0) reasons.push({ reason, weight });
  }
  return reasons.sort((a, b) => b.weight - a.weight);
}

/** The sum of what all evidence counts, before rounding. */
export function scoreOf(evidence: Evidence): number {
  let sum = 0;
  for (const reason in evidence) sum += weightOf[reason as keyof Evidence](evidence);
  return sum;
}

const weightOf: Readonly<Record<keyof Evidence, (evidence: Evidence) => number>> = {
  themes: ({ themes }) => weights.themes * doublings(themes?.length),
  themeWork: ({ themeWork }) => weights.themeWork * doublings(themeWork?.amount),
  words: ({ words }) => (words ? weights.words[words] : 0),
  wordsWork: ({ wordsWork }) => weights.wordsWork * doublings(wordsWork?.amount),
  work: ({ work }) => weights.work * doublings(work?.amount),
  leads: ({ leads }) => weights.leads * doublings(leads?.amount),
  countries: ({ countries }) => (countries?.length ? weights.countries : 0),
  regions: ({ regions }) => (regions?.length ? weights.regions : 0),
  workedIn: ({ workedIn }) => weights.workedIn * doublings(workedIn?.amount),
  offers: ({ offers }) => weights.offers * best(offers),
  seeks: ({ seeks }) => weights.seeks * best(seeks),
  known: ({ known }) => weights.known * doublings(known?.amount),
  partners: ({ partners }) => weights.partners * doublings(partners, breadthLimit.partners),
  workCountries: ({ workCountries }) =>
    weights.workCountries * doublings(workCountries?.length, breadthLimit.workCountries),
  fresh: ({ fresh }) => (fresh ? weights.fresh * decay(fresh.age) : 0),
  likeThemes: ({ likeThemes }) => weights.likeThemes * rarities(likeThemes),
  likeForms: ({ likeForms }) => (likeForms?.length ? weights.likeForms : 0),
  likeCompany: ({ likeCompany }) => weights.likeCompany * doublings(rarities(likeCompany)),
  likeCountries: ({ likeCountries }) => weights.likeCountries * doublings(likeCountries?.length),
};

const sorts = Object.keys(weightOf) as readonly (keyof Evidence)[];

/** Diminishing returns: from 0 to 1 counts one, and so does every further doubling of what there is plus one. */
function doublings(count = 0, most = Infinity): number {
  return Math.log2(1 + Math.min(count, most));
}

function best(told: readonly Told[] = []): number {
  return told.reduce((most, { share }) => Math.max(most, share), 0);
}

function rarities(shared: readonly Shared[] = []): number {
  return shared.reduce((sum, { rarity }) => sum + rarity, 0);
}

function hundredths(weight: number): number {
  return Math.round(weight * 100) / 100;
}
