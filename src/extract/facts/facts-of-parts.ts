import type { TextSpan } from '../../core/document.ts';
import type { RoleName } from '../extraction.ts';
import type { FactSources } from './fact-sources.ts';
import { valueOf } from './fact-sources.ts';
import type { Surroundings } from '../text/nearby.ts';
import type { Recognised } from '../recognise.ts';
import { spansIn } from '../text/spans.ts';

/** The field of a kind that a role fills. */
const fieldOfRole: Readonly<{ [kind: string]: Readonly<{ [role in RoleName]?: string }> }> = {
  project: { lead: 'lead', partner: 'partners', associated: 'associates', funder: 'funders' },
  event: {
    organiser: 'organisers',
    'co-organiser': 'co_organisers',
    host: 'hosts',
    funder: 'funders',
    participant: 'participants',
    speaker: 'participants',
  },
  practice: { lead: 'owner' },
  programme: { funder: 'funders' },
};

/** Who has which part in what, by the fields of the kind that it is had in. */
export function ofRoles({ book, things, roles }: FactSources): void {
  for (const { role, entity, kind, of, ofKind, evidence, rule } of roles) {
    const [actor, target] = [things.get(entity), things.get(of)];
    if (!actor || !target) continue;
    const atMost = Math.min(actor.confidence, target.confidence);
    const base = { evidence: [evidence], rule, atMost };
    if (role === 'member')
      book.propose({ ...base, subject: entity, field: 'member_of', value: valueOf(target) });
    else if (kind === 'programme') {
      if (ofKind === 'project')
        book.propose({
          ...base,
          rule: 'programme',
          subject: of,
          field: 'programme',
          value: valueOf(actor),
        });
    } else {
      const field = fieldOfRole[ofKind]?.[role];
      if (field !== undefined) book.propose({ ...base, subject: of, field, value: valueOf(actor) });
    }
  }
}

/** Where organisations are at home, and the countries of projects by lists and by their partners. */
export function ofCountries({
  book,
  things,
  homes,
  roles,
  recognised,
  around,
  salience,
  sheet,
}: FactSources): void {
  for (const [entity, { country, city, region, evidence, rule }] of homes) {
    if (things.get(entity)?.kind !== 'organisation') continue;
    const base = { subject: entity, evidence: [evidence], rule, inferred: rule === 'place-name' };
    book.propose({ ...base, field: 'country', value: country });
    if (rule === 'place-name' || rule === 'place-before') continue;
    if (city !== undefined) book.propose({ ...base, field: 'city', value: city });
    if (region !== undefined) book.propose({ ...base, field: 'region', value: region });
  }
  for (const { list, span } of countryLists(recognised, around)) {
    const target = around.owner(span, ['project']);
    if (!target) continue;
    for (const value of list)
      book.propose({
        subject: target.entity,
        field: 'countries',
        value,
        evidence: [span],
        rule: 'country-list',
      });
  }
  for (const { field, values } of sheet) {
    const { subject } = salience;
    if (field !== 'countries' || !subject) continue;
    for (const value of values)
      for (const { code } of spansIn(recognised.places.countries, value))
        book.propose({
          subject: subject.entity,
          field: 'countries',
          value: code,
          evidence: [value],
          rule: 'label',
        });
  }
  for (const { role, entity, of, ofKind } of roles) {
    const home = homes.get(entity);
    if (ofKind !== 'project' || !home || !/^(?:lead|partner)$/.test(role)) continue;
    book.propose({
      subject: of,
      field: 'countries',
      value: home.country,
      evidence: [home.evidence],
      rule: 'from-partners',
      inferred: true,
    });
  }
}

/** Three countries or more, named one after the other. */
function countryLists(
  { places }: Recognised,
  around: Surroundings,
): { list: string[]; span: TextSpan }[] {
  const found: { list: string[]; span: TextSpan }[] = [];
  let row: (typeof places.countries)[number][] = [];
  const flush = () => {
    const [first, last] = [row[0], row.at(-1)];
    if (row.length >= 3 && first && last)
      found.push({
        list: row.map(({ code }) => code),
        span: { start: first.start, end: last.end },
      });
    row = [];
  };
  for (const place of places.countries.toSorted((a, b) => a.start - b.start)) {
    if (place.basis !== 'explicit') continue;
    const last = row.at(-1);
    if (
      last &&
      (place.start - last.end > 14 ||
        around.sentence(place.start).start !== around.sentence(last.start).start)
    )
      flush();
    row.push(place);
  }
  flush();
  return found;
}
