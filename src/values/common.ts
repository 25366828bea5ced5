import type { Field, Relation } from '../core/kind.ts';
import type { Value } from '../core/value.ts';
import { claim } from './claim.ts';
import { country, language, role, theme } from './concept.ts';
import { date } from './date.ts';
import { money } from './money.ts';
import { identifiers, names } from './names.ts';
import { percent } from './percent.ts';
import { tag, text } from './text.ts';
import { url } from './url.ts';

/** The fields that a record of any kind may have, beside `id`, `kind` and `title`. */
export const commonFields = {
  acronym: { value: text },
  aliases: { value: text },
  names: { value: names },
  summary: { value: text },
  themes: { value: theme },
  tags: { value: tag },
  countries: { value: country },
  lang: { value: language },
  website: { value: url },
  identifiers: { value: identifiers },
  former_ids: { value: text },
  claims: { value: claim },
  verified: { value: date, single: true },
  note: { value: text },
} as const satisfies Readonly<{ [name: string]: Field }>;

/** The relations that a record of any kind may have. */
export const commonRelations = {
  sources: { to: ['document'], inverse: 'source of', evidence: true },
  related: { to: ['any'], inverse: 'related' },
} as const satisfies Readonly<{ [name: string]: Relation }>;

/** Facts that a link to an organisation may hold. */
export const partFacts = {
  role,
  country,
  from: date,
  to: date,
  budget: money,
  share: percent,
} as const satisfies Readonly<{ [name: string]: Value }>;
