import type { TextSpan } from '../core/document.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Dated } from './dates/dated.ts';
import type { Entity, Extraction } from './extraction.ts';
import { confidenceOf } from './facts/confidence.ts';
import { quoteOf } from './facts/fact-book.ts';
import type { Thing, Things } from './facts/thing.ts';
import type { AcronymPair } from './names/acronym-pair.ts';
import type { Places } from './places/places.ts';
import type { FoundRole } from './roles/found-role.ts';

/** A date; of what has no record it says nothing. */
export function dateEntry(
  text: string,
  { role, of, value, inferred, start, end }: Dated,
  things: Things,
): Extraction['document']['dates'][number] {
  return {
    role,
    ...(of && !things.isLeftOut(of.entity) ? { of: of.entity } : {}),
    value,
    ...(inferred ? { inferred } : {}),
    evidence: quoteOf(text, { start, end }),
  };
}

/** Something that the document speaks of, with the parts that it has in other things. */
export function entityEntry(
  text: string,
  { id, kind, title, acronym, aliases, record, candidates, rule, confidence, mentions }: Thing,
  country: string | undefined,
  roles: readonly FoundRole[],
): Entity {
  return {
    id,
    kind,
    title,
    ...(acronym === undefined ? {} : { acronym }),
    aliases,
    ...(country === undefined ? {} : { country }),
    status: record !== undefined ? 'known' : candidates?.length ? 'candidates' : 'new',
    ...(record === undefined ? {} : { record }),
    ...(candidates?.length && record === undefined
      ? {
          candidates: candidates.map((each) => ({
            record: each,
            score: 1 / candidates.length,
            reason: 'name',
          })),
        }
      : {}),
    confidence,
    rule,
    mentions: mentions.map((span) => quoteOf(text, span)),
    roles: roles.map((role) => roleEntry(text, role)),
  };
}

/** An acronym with what it stands for, and the words that give both. */
export function acronymEntry(
  text: string,
  { short, long }: AcronymPair,
): Extraction['acronyms'][number] {
  const start = Math.min(short.start, long.start);
  const end = Math.max(short.end, long.end);
  return {
    short: text.slice(short.start, short.end),
    long: text.slice(long.start, long.end),
    evidence: quoteOf(text, withBracket(text, { start, end })),
  };
}

function roleEntry(text: string, { role, of, evidence, rule }: FoundRole): Entity['roles'][number] {
  return { role, of, evidence: quoteOf(text, evidence), rule, confidence: confidenceOf(rule) };
}

/** “Union of Dyers (UOD”: with the bracket that closes. */
function withBracket(text: string, { start, end }: TextSpan): TextSpan {
  const quote = text.slice(start, end);
  const isOpen = quote.lastIndexOf('(') > quote.lastIndexOf(')');
  const close = isOpen ? /^["”»]?\)/.exec(text.slice(end, end + 2)) : null;
  return { start, end: end + (close?.[0].length ?? 0) };
}

const bases = ['explicit', 'implied', 'publisher'] as const;

/** Countries with the best basis that a mention gives; those whose embassy or agency alone is named are none of the document. */
export function countriesOf(text: string, { countries }: Places): Extraction['countries'] {
  const places = countries.filter(({ how }) => how !== 'state body');
  const byCode = Map.groupBy(places, ({ code }) => code);
  return [...byCode].map(([code, list]) => ({
    code,
    basis: basisOf(list),
    mentions: list.map((span) => quoteOf(text, span)),
  }));
}

/** A country that the text implies, and that the address of the publisher writes out, is named. */
function basisOf(list: Places['countries']): (typeof bases)[number] {
  const basis = bases.find((each) => list.some((place) => place.basis === each)) ?? 'implied';
  const isWritten = list.some((each) => each.basis === 'publisher' && each.how === 'name');
  return basis === 'implied' && isWritten ? 'explicit' : basis;
}

/** The regions of a document, each with its mentions. */
export function regionsOf(
  text: string,
  { regions }: Places,
  vocabulary: Vocabulary,
  language: string,
): Extraction['regions'] {
  const byCode = Map.groupBy(regions, ({ code }) => code);
  return [...byCode].map(([code, list]) => ({
    code,
    name: vocabulary.label(code, language),
    mentions: list.map((span: TextSpan) => quoteOf(text, span)),
  }));
}
