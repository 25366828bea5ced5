import type { TextSpan } from '../../core/document.ts';
import { fold } from '../../vocabulary/fold.ts';
import type { Extraction, Quote } from '../extraction.ts';
import type { Gold, GoldThing } from './gold.ts';
import { meeting, within } from './places.ts';
import type { Finding, Tally } from './tally.ts';
import { near } from './things.ts';

/**
 * Proposals that lie in a trap, or that make an organisation of a group; each counts once. What is right elsewhere in the
 * text, or annotated there, is none.
 */
export function hardTally(
  { entities, countries, regions, acronyms, money, document }: Extraction,
  gold: Gold,
): Tally {
  const things: Readonly<{ [kind: string]: readonly GoldThing[] }> = {
    organisation: gold.organisations,
    project: gold.projects,
    practice: gold.projects,
    event: gold.events,
    programme: gold.programmes,
  };
  const codes = gold.regions.flatMap(({ iso, nuts }) => [iso, nuts]);
  const places = gold.regions.flatMap(({ mentions }) => mentions);
  const sums = gold.budget.map(({ amount, currency }) => `${amount} ${currency}`);
  const findings = [
    ...entities
      .filter((each) => !(things[each.kind] ?? []).some((thing) => near(thing, each) !== 'none'))
      .flatMap(({ kind, title, mentions }) => {
        const groups = kind === 'organisation' ? gold.genericOrganisations : [];
        return fall(`${kind} ${title}`, mentions, [...gold.traps, ...groups]);
      }),
    ...countries
      .filter(({ code }) => !gold.countries.some((each) => each.code === code))
      .flatMap(({ code, mentions }) => fall(`country ${code}`, mentions, gold.traps)),
    ...regions
      .filter(({ code, mentions }) => !codes.includes(code) && meeting(mentions, places) === 'none')
      .flatMap(({ code, mentions }) => fall(`region ${code}`, mentions, gold.traps)),
    ...acronyms
      .filter(({ short }) => !gold.acronyms.some(({ acronym }) => fold(acronym) === fold(short)))
      .flatMap(({ short, evidence }) => fall(`acronym ${short}`, [evidence], gold.traps)),
    ...money
      .filter(({ amount, currency }) => !sums.includes(`${amount} ${currency}`))
      .flatMap(({ amount, evidence }) => fall(`money ${amount}`, [evidence], gold.traps)),
    ...document.dates
      .filter(({ value }) => !gold.dates.some((each) => each.value === value))
      .flatMap(({ value, evidence }) => fall(`date ${value}`, [evidence], gold.traps)),
  ];
  const none = { wanted: 0, found: 0, foundExactly: 0, right: 0, rightExactly: 0 };
  return {
    field: 'hard false positives',
    ...none,
    proposed: findings.length,
    findings,
    judged: [],
  };
}

function fall(value: string, quotes: readonly Quote[], traps: readonly TextSpan[]): Finding[] {
  const fallen = quotes.find((quote) => traps.some((trap) => within(quote, trap)));
  if (fallen === undefined) return [];
  return [{ sort: 'hard', value, quote: fallen.quote, start: fallen.start }];
}

/** Whether every quote stands in the text where it is said to. */
export function evidenceTally(extraction: Extraction, text: string): Tally {
  const quotes = quotesIn(extraction);
  const wrong = quotes.filter(({ quote, start, end }) => text.slice(start, end) !== quote);
  const right = quotes.length - wrong.length;
  return {
    field: 'evidence',
    wanted: 0,
    found: 0,
    foundExactly: 0,
    proposed: quotes.length,
    right,
    rightExactly: right,
    findings: wrong.map(({ quote, start }) => ({ sort: 'false', value: quote, quote, start })),
    judged: [],
  };
}

/** All that looks like a quote, wherever it stands in the answer. */
function quotesIn(node: unknown): Quote[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap(quotesIn);
  const inside = Object.values(node).flatMap(quotesIn);
  return isQuote(node) ? [node, ...inside] : inside;
}

function isQuote(node: object): node is Quote {
  return 'quote' in node && 'start' in node && 'end' in node;
}
