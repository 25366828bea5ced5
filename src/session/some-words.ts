import type { Query } from '../core/query.ts';

/** Of more parts than this not each is tried without. */
const mostParts = 8;

/**
 * What is left to ask where no record has all the words of a widened query, the most telling first: all but those that
 * `isKnown` says nothing has, then all but one of these, then any. What is quoted, excluded, a prefix or asked of one field
 * stays required. Empty where no word could be missed.
 */
export async function someWords(
  query: Query,
  isKnown: (part: Query) => Promise<boolean>,
): Promise<readonly Query[]> {
  if (!('all' in query)) return [];
  const plain = query.all.filter(isPlain);
  const required = query.all.filter((part) => !isPlain(part));
  const known: Query[] = [];
  for (const part of plain) if (await isKnown(part)) known.push(part);
  if (plain.length < 2 || known.length === 0) return [];
  const all = (parts: readonly Query[]): Query => ({ all: [...parts, ...required] });
  const asked = known.length < plain.length ? [all(known)] : [];
  if (known.length > 2 && known.length <= mostParts) {
    const butOne = known.map((each) => ({ all: known.filter((other) => other !== each) }));
    asked.push(all([{ any: butOne }]));
  }
  return known.length > 1 ? [...asked, all([{ any: known }])] : asked;
}

/** Typed as it stands, or widened from such. */
function isPlain(part: Query): boolean {
  if ('words' in part) return !part.prefix && !part.in && !part.quoted;
  if ('all' in part) return part.all.every(isPlain);
  const [typed] = 'any' in part && part.meant ? part.any : [];
  return typed !== undefined && isPlain(typed);
}
