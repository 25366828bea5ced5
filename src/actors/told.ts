import type { Likeness } from '../names/likeness.ts';
import type { Reason, ReasonName } from '../names/reason.ts';

/** How reasons are said in a language. */
export interface Telling {
  readonly told: (message: string) => string;
  /** A country or a region by its code. */
  readonly place: (code: string) => string;
  /** What stands between a label and what it labels. */
  readonly colon: string;
}

const inEnglish: Telling = { told: (message) => message, place: (code) => code, colon: ': ' };

/** Why two names are taken for one, in words: what speaks for it, then what speaks against it. */
export function reasonsTold(
  { reasons, names: [a, b] }: Likeness,
  telling: Telling = inEnglish,
): readonly string[] {
  const isFor = reasons
    .filter(({ weight }) => weight > 0)
    .map((reason) => sentence(reason, supporting, telling));
  const isAgainst = reasons
    .filter(({ weight }) => weight < 0)
    .map((reason) => sentence(reason, opposing, telling));
  return [telling.told(`“${a.text}” and “${b.text}”`), ...isFor, ...isAgainst];
}

/** What {@link reasonsTold} said in English, joined by commas, said by other words; what a person wrote stays. */
export function retold(reasons: string, { told, place, colon }: Telling): string {
  return reasons
    .split(', ')
    .map((each) => {
      const [why = '', ...details] = each.split(inEnglish.colon);
      const label = told(why);
      if (details.length === 0 || label === why) return told(each);
      const detail = details.join(inEnglish.colon);
      return `${label}${colon}${saidPlaces.has(why) ? detail.replaceAll(placeCode, place) : detail}`;
    })
    .join(', ');
}

type Said = Readonly<Record<ReasonName, string>>;

function sentence({ reason, detail }: Reason, said: Said, { told, place, colon }: Telling): string {
  const why = told(said[reason]);
  const bare = detail.replaceAll(/^[ ·]+|[ ·]+$/g, '');
  const rest = withPlaces.has(reason) ? bare.replaceAll(placeCode, place) : bare;
  return rest === '' ? why : `${why}${colon}${rest}`;
}

/** Reasons that rest on folded words and on the codes of places, which alone have capitals. */
const withPlaces: ReadonlySet<ReasonName> = new Set([
  'words',
  'otherWords',
  'place',
  'country',
  'region',
]);
const placeCode = /\b[A-Z]{2}(?:-?[A-Z\d]+)?\b/g;

const supporting: Said = {
  words: 'the same words',
  otherWords: 'few other words',
  place: 'the same place in the name',
  number: 'the same number in the name',
  form: 'the same legal form',
  letters: 'the letters of the acronym',
  sameNames: 'the same names',
  identifier: 'the same register number',
  domain: 'the same web domain',
  country: 'the same country',
  region: 'the same region',
  city: 'the same city',
  parent: 'part of the same organisation',
  work: 'in the same project or event',
};

const opposing: Said = {
  words: 'few words in common',
  otherWords: 'other words',
  place: 'a place in one name only',
  number: 'other numbers',
  form: 'another legal form',
  letters: 'other letters',
  sameNames: 'other names',
  identifier: 'other register numbers',
  domain: 'other web domains',
  country: 'other countries',
  region: 'other regions',
  city: 'other cities',
  parent: 'parts of others',
  work: 'in other projects and events',
};

/** How the reasons that rest on places begin in English. */
const saidPlaces = new Set(
  [...withPlaces].flatMap((reason) => [supporting[reason], opposing[reason]]),
);
