import type { TextSpan } from '../../core/document.ts';
import type { FactSources } from './fact-sources.ts';
import { valueOf } from './fact-sources.ts';
import { spansIn } from '../text/spans.ts';

/** Where events take place, how many came, and what they are about. */
export function ofEvents({
  book,
  things,
  mentions,
  recognised,
  dates,
  around,
  salience,
}: FactSources): void {
  for (const { of, role, start, end } of dates) {
    if (role !== 'event' || !of) continue;
    const sentence = around.sentence(start);
    const [city] = nearest(recognised.places.cities, sentence, start);
    const [country] = nearest(recognised.places.countries, sentence, start);
    const base = { subject: of.entity, rule: 'place-sentence' };
    const spanOf = (place: TextSpan) => ({
      start: Math.min(place.start, start),
      end: Math.max(place.end, end),
    });
    if (city) book.propose({ ...base, field: 'city', value: city.name, evidence: [spanOf(city)] });
    const code = city?.country ?? country?.code;
    const place = city ?? country;
    if (code !== undefined && place)
      book.propose({
        ...base,
        field: 'country',
        value: code,
        evidence: [spanOf(place)],
        inferred: city !== undefined,
      });
  }
  for (const mention of mentions) {
    if (mention.kind !== 'event') continue;
    for (const { kind, entity } of mention.inner ?? []) {
      const about = things.get(entity);
      if (kind === 'project' && about)
        book.propose({
          subject: mention.entity,
          field: 'about',
          value: valueOf(about),
          evidence: [mention],
          rule: 'in-name',
        });
    }
  }
  for (const { what, value, start, end } of recognised.figures) {
    if (what !== 'participants') continue;
    const target =
      spansIn(mentions, around.sentence(start)).find(({ kind }) => kind === 'event') ??
      (salience.subject?.kind === 'event' ? salience.subject : undefined);
    if (target)
      book.propose({
        subject: target.entity,
        field: 'attendance',
        value: String(value),
        evidence: [{ start, end }],
        rule: 'attendance',
      });
  }
}

/** The places of a sentence, the nearest first. */
function nearest<Place extends TextSpan>(
  places: readonly Place[],
  sentence: TextSpan,
  at: number,
): Place[] {
  return spansIn(places, sentence).toSorted(
    (a, b) => Math.abs(a.start - at) - Math.abs(b.start - at),
  );
}
