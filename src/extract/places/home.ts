import type { TextSpan } from '../../core/document.ts';
import type { Vocabularies } from '../../vocabulary/load.ts';
import type { Mention } from '../text/mention.ts';
import type { PartnerRow } from '../roles/partner-rows.ts';
import type { Passage } from '../text/passage.ts';
import type { CountryMention, Places } from './places.ts';
import type { Labelled } from '../roles/sheet.ts';
import { spansIn } from '../text/spans.ts';

/** Where an entity is at home, with the words that say so. */
export interface Home {
  readonly country: string;
  readonly city?: string;
  readonly region?: string;
  readonly evidence: TextSpan;
  readonly rule: 'place-cell' | 'place-item' | 'place-after' | 'place-name' | 'place-before';
}

/** The rules from the surest to the least sure. */
const order = ['place-cell', 'place-item', 'place-after', 'place-name', 'place-before'] as const;

/** The countries of organisations: from cells, items, what stands after or before a name, and places in the name. */
export function homesOf(
  passage: Passage,
  mentions: readonly Mention[],
  places: Places,
  sheet: readonly Labelled[],
  rows: readonly PartnerRow[],
  vocabularies: Vocabularies,
): ReadonlyMap<string, Home> {
  const homes = new Map<string, Home>();
  const tell = (entity: string, home: Home) => {
    const before = homes.get(entity);
    if (!before || order.indexOf(home.rule) < order.indexOf(before.rule)) homes.set(entity, home);
  };
  const at = placeIndex(passage, places, vocabularies);
  for (const row of rows) {
    const [mention] = spansIn(mentions, row.name);
    const found = row.where.map((cell) => at.within(cell)).find((each) => each !== undefined);
    if (mention && found)
      tell(mention.entity, {
        ...found,
        evidence: spanning(row.name, found.evidence),
        rule: 'place-cell',
      });
  }
  for (const { values, field, sort } of sheet) {
    if (!listing.has(field)) continue;
    for (const value of values) {
      const inside = spansIn(mentions, value).filter(({ kind }) => kind === 'organisation');
      const entities = new Set(inside.map(({ entity }) => entity));
      const last = inside.findLast(({ entity }) => entity === inside[0]?.entity);
      if (!last || (entities.size > 1 && sort === 'line' && field !== 'lead' && field !== 'owner'))
        continue;
      const found = at.within({ start: last.end, end: value.end });
      if (found) tell(last.entity, { ...found, evidence: value, rule: 'place-item' });
    }
  }
  for (const mention of mentions) {
    if (mention.kind !== 'organisation') continue;
    const after = at.after(mention);
    if (after) tell(mention.entity, { ...after, rule: 'place-after' });
    const within = at.within(mention, true);
    if (within) tell(mention.entity, { ...within, evidence: mention, rule: 'place-name' });
    const before = at.before(mention);
    if (before) tell(mention.entity, { ...before, rule: 'place-before' });
  }
  return homes;
}

const listing = new Set(
  'lead partners associates funders organisers co_organisers participants members owner'.split(' '),
);

type Found = Omit<Home, 'rule'>;

function placeIndex({ text, shadow }: Passage, places: Places, vocabularies: Vocabularies) {
  const countries = places.countries.toSorted((a, b) => a.start - b.start);
  const cities = new Map(places.cities.map((city) => [city.start, city]));
  const regions = new Map(places.regions.map((region) => [region.start, region]));
  const first = (place: number) => {
    let [low, high] = [0, countries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((countries[middle]?.start ?? Infinity) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const found = (place: CountryMention, evidence: TextSpan): Found => {
    const city = cities.get(place.start);
    const region = regions.get(place.start)?.code ?? city?.region;
    return {
      country: place.code,
      ...(city ? { city: city.name } : {}),
      ...(region === undefined ? {} : { region }),
      evidence,
    };
  };
  const inside = ({ start, end }: TextSpan) => {
    const list: CountryMention[] = [];
    for (let at = first(start); at < countries.length; at++) {
      const place = countries[at];
      if (!place || place.end > end) break;
      list.push(place);
    }
    return list;
  };
  return {
    /** The one country of a span; with a name, a code in brackets is one too. */
    within: (span: TextSpan, isName = false): Found | undefined => {
      const list = inside(span);
      const codes = new Set(list.map(({ code }) => code));
      const [best] = list.toSorted(
        (a, b) => Number(cities.has(b.start)) - Number(cities.has(a.start)),
      );
      if (best && codes.size === 1) return found(best, span);
      if (isName || best) return undefined;
      const code = /[(\s]([A-Z]{2})\)?\s*$/.exec(text.slice(span.start, span.end))?.[1];
      const country = code === undefined ? undefined : vocabularies('countries').find(code);
      return country === undefined ? undefined : { country, evidence: span };
    },
    /** What stands after a name: “, Spain”, “(Sfax, Tunisia)”, “in Italy”. */
    after: (mention: Mention): Found | undefined => {
      const index = first(mention.end);
      const place = countries[index];
      if (!place || place.start - mention.end > 24) return undefined;
      if (!tied.test(shadow.slice(mention.end, place.start))) return undefined;
      const next = countries[index + 1];
      const isCity =
        next && cities.has(place.start) && next.code !== place.code && next.start - place.end < 3;
      // “X, Spain, France and Italy” lists countries.
      if (
        next &&
        !isCity &&
        next.code !== place.code &&
        /^(?:,| and| et| y| e| i| και| و) ?$/.test(shadow.slice(place.end, next.start)) &&
        !/^\s?\(/.test(shadow.slice(mention.end, place.start))
      )
        return undefined;
      return found(isCity ? next : place, {
        start: mention.start,
        end: (isCity ? next : place).end,
      });
    },
    /** An adjective before a name: “the Spanish cooperative X”. */
    before: (mention: Mention): Found | undefined => {
      const index = first(mention.start) - 1;
      const place = countries[index];
      if (!place || place.how !== 'demonym' || mention.start - place.end > 30) return undefined;
      const between = shadow.slice(place.end, mention.start);
      return /^ (?:\p{Ll}+ ){0,2}["'«“]?$/u.test(between)
        ? found(place, { start: place.start, end: mention.end })
        : undefined;
    },
  };
}

/** What ties a place to the name before it. */
const tied =
  /^["'»”)]{0,2}(?: ?\((?:[a-z-]{1,14}, ?)?|, ?|، ?| - | (?:in|of|from|based in|en|de|du|des|a|au|aux|d'|del|della|dell'|do|da|em|no|na|in|di|στην|στη|στο|της|του|في|ب) ?(?:the |la |el |l'|il )?)["'«“]?$/u;

function spanning(a: TextSpan, b: TextSpan): TextSpan {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
