/**
 * How often what a rule proposes is right: measured on the annotated texts of `test/fixtures/documents`, rounded down, and no
 * higher than .97; rules met fewer than ten times there are set with those they resemble.
 */
const measured: Readonly<{ [rule: string]: number }> = {
  // Roles
  row: 0.97,
  line: 0.95,
  list: 0.94,
  'after-named': 0.9,
  'after-noun': 0.85,
  'after-about': 0.78,
  'before-named': 0.85,
  'before-noun': 0.8,
  'before-about': 0.75,
  'either-named': 0.8,
  'either-noun': 0.75,
  'either-about': 0.65,
  'noun-named': 0.85,
  'noun-noun': 0.8,
  'noun-about': 0.75,
  we: 0.75,
  agenda: 0.7,
  'person-of': 0.6,
  // Dates and sums
  'date-label': 0.95,
  'date-role': 0.88,
  'date-inferred': 0.7,
  'sum-label': 0.96,
  'sum-sentence': 0.85,
  'sum-about': 0.7,
  // Countries and places
  'place-cell': 0.95,
  'place-item': 0.92,
  'place-after': 0.88,
  'place-name': 0.85,
  'place-before': 0.8,
  'place-sentence': 0.75,
  'country-list': 0.85,
  'from-partners': 0.75,
  // Others
  programme: 0.88,
  'programme-label': 0.95,
  acronym: 0.92,
  label: 0.92,
  theme: 0.7,
  attendance: 0.8,
  form: 0.75,
  domain: 0.8,
  metadata: 0.97,
  dateline: 0.9,
  title: 0.85,
  publisher: 0.75,
  subject: 0.85,
  'in-name': 0.85,
};

/** A reading over words that the grammar does not know is this much less sure. */
const loose = 0.9;

/** The confidence of a rule, between 0 and 1; `-loose` after its name lowers it. */
export function confidenceOf(rule: string): number {
  const isLoose = rule.endsWith('-loose');
  const own = measured[isLoose ? rule.slice(0, -6) : rule] ?? 0.6;
  return Number((isLoose ? own * loose : own).toFixed(2));
}
