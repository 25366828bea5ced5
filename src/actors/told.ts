import type { Likeness } from '../names/likeness.ts';
import type { Reason, ReasonName } from '../names/reason.ts';

/** Why two names are taken for one, in words: what speaks for it, then what speaks against it. */
export function reasonsTold(
  { reasons, names: [a, b] }: Likeness,
  told: (message: string) => string = (message) => message,
): readonly string[] {
  const isFor = reasons
    .filter(({ weight }) => weight > 0)
    .map((reason) => sentence(reason, supporting, told));
  const isAgainst = reasons
    .filter(({ weight }) => weight < 0)
    .map((reason) => sentence(reason, opposing, told));
  return [`“${a.text}” and “${b.text}”`, ...isFor, ...isAgainst];
}

type Said = Readonly<Record<ReasonName, string>>;

function sentence(
  { reason, detail }: Reason,
  said: Said,
  told: (message: string) => string,
): string {
  const why = told(said[reason]);
  const rest = detail.replaceAll(/^[ ·]+|[ ·]+$/g, '');
  return rest === '' ? why : `${why}: ${rest}`;
}

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
