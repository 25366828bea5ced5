import type { Extraction, Fact } from '../extraction.ts';
import { quoteOf } from '../facts/fact-book.ts';
import type { FigureMention } from './figures.ts';
import type { Surroundings } from '../text/nearby.ts';
import type { Salience } from '../roles/role-target.ts';
import type { FoundRole } from '../roles/found-role.ts';

/** Counts of the text; those of countries and partners beside how many were found, so that a gap shows. */
export function figuresOf(
  text: string,
  figures: readonly FigureMention[],
  facts: readonly Fact[],
  roles: readonly FoundRole[],
  around: Surroundings,
  salience: Salience,
): Extraction['figures'] {
  const countries = distinct(
    facts
      .filter(({ field }) => field === 'countries')
      .map((fact): [string, string] => [fact.subject, fact.value]),
  );
  const partners = distinct(
    roles
      .filter(({ role }) => role === 'lead' || role === 'partner')
      .map(({ of, entity }): [string, string] => [of, entity]),
  );
  return figures.map((figure) => {
    const { what, value, start, end } = figure;
    const counted = what === 'countries' ? countries : what === 'partners' ? partners : undefined;
    // How many partners a federation or an event has, no list of a text says in full.
    const about = salience.subject?.kind === 'project' ? salience.subject : undefined;
    const of = counted && (around.owner(figure, ['project']) ?? about);
    const found = of ? (counted.get(of.entity)?.size ?? 0) : undefined;
    return {
      what,
      value,
      evidence: quoteOf(text, { start, end }),
      ...(found === undefined ? {} : { found }),
    };
  });
}

/** The different values by what they belong to. */
function distinct(
  pairs: readonly (readonly [string, string])[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [owner, value] of pairs) found.set(owner, (found.get(owner) ?? new Set()).add(value));
  return found;
}
