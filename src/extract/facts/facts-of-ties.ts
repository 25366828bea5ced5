import type { TextSpan } from '../../core/document.ts';
import { isMap, textsOf } from '../../core/node.ts';
import { shipped } from '../../shipped.ts';
import { fold } from '../../vocabulary/fold.ts';
import type { FactSources } from './fact-sources.ts';
import { valueOf } from './fact-sources.ts';
import { wordRange } from '../text/labels.ts';
import type { Mention } from '../text/mention.ts';
import type { PhraseBook } from '../text/phrase-book.ts';
import { phraseBook } from '../text/phrase-book.ts';
import { spansIn } from '../text/spans.ts';

/** The kinds that each tie of an organisation leads to. */
const kindsOf: Readonly<{ [field: string]: readonly string[] }> = {
  created_by: ['organisation', 'project'],
  part_of: ['organisation'],
  predecessor: ['organisation'],
};

/** Code units between the words and the names on either side. */
const reach = { before: 90, after: 60 } as const;

/** What organisations came from or are part of, their legal forms and websites, and how the people of an event meet. */
export function ofTies(sources: FactSources): void {
  const { text, passage, mentions, book, things, salience } = sources;
  for (const { sentences } of passage.blocks) {
    for (const sentence of sentences) {
      const inside = spansIn(mentions, sentence);
      if (inside.length === 0) continue;
      const [first, last] = wordRange(passage.words, sentence);
      for (const { first: from, last: to, meaning } of ties()(passage.words, first, last)) {
        const cue = {
          start: passage.words[from]?.start ?? sentence.start,
          end: passage.words[to]?.end ?? sentence.end,
        };
        const actor =
          lastBefore(inside, cue.start, text) ??
          (salience.subject?.kind === 'organisation' ? salience.subject : undefined);
        const other = inside.find(
          ({ start, kind, entity }) =>
            start >= cue.end &&
            start - cue.end <= reach.after &&
            entity !== actor?.entity &&
            kindsOf[meaning]?.includes(kind),
        );
        const value = other && things.get(other.entity);
        if (!actor || !value) continue;
        const isNamed = actor.end <= cue.start && actor.start >= sentence.start;
        book.propose({
          subject: actor.entity,
          field: meaning,
          value: valueOf(value),
          evidence: [{ start: isNamed ? actor.start : cue.start, end: other.end }],
          rule: isNamed ? 'tie' : 'tie-about',
          atMost: Math.min(value.confidence, things.get(actor.entity)?.confidence ?? 1),
        });
      }
    }
  }
  legalForms(sources);
  websites(sources);
  format(sources);
  areas(sources);
}

function lastBefore(
  mentions: readonly Mention[],
  place: number,
  text: string,
): Mention | undefined {
  const last = mentions.findLast(({ end }) => end <= place);
  if (last?.kind !== 'organisation' || place - last.end > reach.before) return undefined;
  return /[;:!?]/.test(text.slice(last.end, place)) ? undefined : last;
}

/** “Rusc SCCL”: the legal form that a name ends in. */
function legalForms({ things, book }: FactSources): void {
  for (const { id, kind, title, aliases, mentions, confidence } of things.all()) {
    const [first] = mentions;
    if (kind !== 'organisation' || !first) continue;
    const form = [title, ...aliases].map(legalFormOf).find((each) => each !== undefined);
    if (form !== undefined)
      book.propose({
        subject: id,
        field: 'legal_form',
        value: form,
        evidence: [first],
        rule: 'legal-form',
        atMost: Math.max(confidence, 0.85),
      });
  }
}

/** The legal form that ends a name, as it is written. */
export function legalFormOf(name: string): string | undefined {
  const words = name
    .trim()
    .split(/[\s,()]+/)
    .filter(Boolean)
    .slice(-6);
  for (let count = Math.min(5, words.length - 1); count > 0; count--) {
    const written = words.slice(-count).join(' ');
    if (forms().has(fold(written)) && /[.]|\p{Lu}{2}|\p{Lu}.*\p{Lu}|\s/u.test(written))
      return written;
  }
  return undefined;
}

let madeForms: ReadonlySet<string> | undefined;

function forms(): ReadonlySet<string> {
  if (madeForms) return madeForms;
  const found = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node === 'string') {
      if (node.replaceAll(/[^\p{L}]/gu, '').length > 1) found.add(fold(node));
    } else if (Array.isArray(node)) node.forEach(walk);
    else if (typeof node === 'object' && node !== null) Object.values(node).forEach(walk);
  };
  walk(shipped('names/legal-forms'));
  return (madeForms = found);
}

/** An address whose domain is the name or the acronym of an organisation. */
function websites({ text, things, book }: FactSources): void {
  const names = new Map<string, string>();
  for (const { id, kind, title, acronym, aliases } of things.all()) {
    if (kind !== 'organisation' && kind !== 'project' && kind !== 'event') continue;
    for (const name of [title, acronym ?? title, ...aliases]) {
      const key = fold(name).replaceAll(' ', '');
      if (key.length > 2 && !names.has(key)) names.set(key, id);
    }
  }
  const found = /(?:https?:\/\/|www\.)(?:www\.)?([a-z0-9-]{3,60})\.[a-z][a-z0-9./?=&_%-]{1,200}/gi;
  for (const match of text.matchAll(found)) {
    const subject = names.get((match[1] ?? '').toLowerCase().replaceAll('-', ''));
    if (subject === undefined) continue;
    const url = match[0].replace(/[.,;]+$/, '');
    book.propose({
      subject,
      field: 'website',
      value: url.startsWith('http') ? url : `https://${url}`,
      evidence: [{ start: match.index, end: match.index + url.length }],
      rule: 'domain',
    });
  }
}

/** Whether the people of the event that a text is about meet in one place, on line, or both. */
function format({ passage, salience, book }: FactSources): void {
  const { subject } = salience;
  if (subject?.kind !== 'event') return;
  const [found] = formats()(passage.words, 0, Math.min(passage.words.length, 1500));
  const [start, end] = [
    passage.words[found?.first ?? -1]?.start,
    passage.words[found?.last ?? -1]?.end,
  ];
  if (!found || start === undefined || end === undefined) return;
  book.propose({
    subject: subject.entity,
    field: 'format',
    value: found.meaning,
    evidence: [{ start, end }],
    rule: 'format',
  });
}

/** “Interreg Italy–Croatia”: the countries that the name of a programme lists. */
function areas({ things, book, recognised }: FactSources): void {
  const countries = recognised.places.countries.toSorted((a, b) => a.start - b.start);
  for (const { id, kind, mentions } of things.all()) {
    if (kind !== 'programme') continue;
    for (const mention of mentions) {
      const inside: (TextSpan & { code: string })[] = spansIn(countries, mention).map(
        ({ start, end, code }) => ({ start, end, code }),
      );
      if (new Set(inside.map(({ code }) => code)).size < 2) continue;
      for (const { code } of inside)
        book.propose({
          subject: id,
          field: 'area',
          value: code,
          evidence: [mention],
          rule: 'in-name',
        });
      break;
    }
  }
}

let made: { readonly ties: PhraseBook<string>; readonly formats: PhraseBook<string> } | undefined;

function books() {
  if (made) return made;
  const file = shipped('cues/ties');
  const entries = isMap(file) ? Object.entries(file) : [];
  const book = (lists: readonly (readonly [string, Parameters<typeof textsOf>[0]])[]) =>
    phraseBook(
      lists.flatMap(([name, list]) => textsOf(list).map((each): [string, string] => [each, name])),
    );
  const ways = isMap(file) ? file['formats'] : undefined;
  return (made = {
    ties: book(entries.filter(([name]) => kindsOf[name] !== undefined)),
    formats: book(isMap(ways) ? Object.entries(ways) : []),
  });
}

const ties = () => books().ties;
const formats = () => books().formats;
