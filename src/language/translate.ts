import { isMap, isText } from '../core/node.ts';
import { shownNumber } from './number.ts';
import { shipped } from '../shipped.ts';

/** An English sentence with places for what it tells, and the same sentence in another language. */
interface Template {
  /** What stands before, between and after its places. */
  readonly literals: readonly string[];
  readonly places: readonly number[];
  /** Places that hold what somebody wrote, which is never translated: those in quotation marks. */
  readonly quoted: ReadonlySet<number>;
  /** Whether it is a number with what is counted, as `{1} facts` is. */
  readonly isCount: boolean;
  readonly translation: string;
}

interface Templates {
  readonly language: string;
  /** Sentences without places. */
  readonly whole: ReadonlyMap<string, string>;
  readonly byBeginning: ReadonlyMap<string, readonly Template[]>;
  readonly others: readonly Template[];
  /** What a sentence tells, with the punctuation of the language: a list of names in Arabic has its comma. */
  readonly punctuated: (value: string) => string;
  /** What the kinds of records are called. */
  readonly kinds: ReadonlyMap<string, string>;
}

/** A translation, with how many characters of what it tells are as they were. */
interface Found {
  readonly text: string;
  readonly left: number;
}

/** No message is longer; a longer text is shown as it is. */
const longest = 2_000;

/** A sentence holds parts that are looked up too, such as hints, and these may hold others. */
const deepest = 3;

/** So many sentences that fit are weighed against each other. */
const mostWeighed = 2;

/**
 * A message in another language. Messages are written, stored and thrown in English, and only here, where they are shown,
 * are they looked up: as gettext does it, the English sentence is the key, with `{1}`, `{2}` for what it tells. What no
 * catalogue has stays English.
 */
export function translated(message: string, language: string): string {
  if (language === 'en' || message.length > longest) return message;
  const templates = templatesOf(language);
  return templates.whole.get(message) ?? lookedUp(message, templates, deepest)?.text ?? message;
}

function lookedUp(message: string, templates: Templates, depth: number): Found | undefined {
  // A word alone is looked up only where it is asked for by itself: inside of a sentence it may be anybody's.
  const whole = /\S\s+\S/.test(message) ? templates.whole.get(message) : undefined;
  if (whole !== undefined) return { text: whole, left: 0 };
  if (depth === 0) return undefined;
  return (
    bestOf(message, templates, depth, isCertain) ??
    // What has few words of its own is told by itself, as `made {1}` is.
    (depth === deepest ? bestOf(message, templates, depth, isFramed) : undefined) ??
    afterColon(message, templates, depth) ??
    alternatives(message, templates)
  );
}

type Condition = (literals: readonly string[], values: readonly string[]) => boolean;

/** The translation that leaves least as it is, by one of the sentences that say most themselves. */
function bestOf(
  message: string,
  templates: Templates,
  depth: number,
  mayBe: Condition,
): Found | undefined {
  let best: Found | undefined;
  const { byBeginning, others } = templates;
  for (const list of [byBeginning.get(message.slice(0, beginning)) ?? [], others]) {
    let weighed = 0;
    for (const template of list) {
      const found = filled(template, message, templates, depth, mayBe);
      if (!found) continue;
      if (!best || found.left < best.left) best = found;
      if (best.left === 0) return best;
      if (++weighed === mostWeighed) break;
    }
  }
  return best;
}

/** The translation by one sentence, where the message is such a sentence. */
function filled(
  { literals, places, quoted, isCount, translation }: Template,
  message: string,
  templates: Templates,
  depth: number,
  mayBe: Condition,
): Found | undefined {
  let best: Found | undefined;
  for (const find of [valuesFromLeft, valuesFromRight]) {
    const values = find(message, literals);
    if (!values || !mayBe(literals, values)) return undefined;
    let left = 0;
    const shown = new Map<number, string>();
    for (const [at, place] of places.entries()) {
      const value = values[at] ?? '';
      const found = quoted.has(place)
        ? { text: value, left: /[“”]/.test(value) ? value.length : 0 }
        : isCount && /^\d{4,15}$/.test(value)
          ? { text: shownNumber(Number(value), templates.language), left: 0 }
          : lookedUp(value, templates, depth - 1);
      shown.set(place, found?.text ?? (quoted.has(place) ? value : templates.punctuated(value)));
      left += found?.left ?? value.length;
    }
    if (!best || left < best.left) {
      const text = translation.replaceAll(/(\()?\{(\d)\}/g, (_, open: string, place: string) => {
        const value = shown.get(Number(place)) ?? '';
        // A kind stands in brackets in every language, so that it needs no gender.
        return open ? `(${templates.kinds.get(value) ?? value}` : value;
      });
      best = { text, left };
    }
    if (best.left === 0 || literals.length === 2) return best;
  }
  return best;
}

/** Few words are as likely a part of somebody's title; with a number between them they are a count. */
function isCertain(literals: readonly string[], values: readonly string[]): boolean {
  return (
    lengthOf(literals) >= leastCertain ||
    /^[,;“]/.test(literals[0] ?? '') ||
    values.every((value) => /^\d+$/.test(value))
  );
}

/** It begins or ends with words of its own, or has some between counts: `{1} of {2}` is also many a title. */
function isFramed(literals: readonly string[], values: readonly string[]): boolean {
  return literals[0] !== '' || literals.at(-1) !== '' || values.every((value) => /^\d/.test(value));
}

const leastCertain = 9;

/** What stands between literals, each of them as early as possible: linear, as nothing is tried twice. */
function valuesFromLeft(message: string, literals: readonly string[]): string[] | undefined {
  const [first = '', last = ''] = [literals[0], literals.at(-1)];
  const end = message.length - last.length;
  if (end < first.length || !message.startsWith(first) || !message.endsWith(last)) return undefined;
  const values: string[] = [];
  let at = first.length;
  for (const literal of literals.slice(1, -1)) {
    const next = message.indexOf(literal, at);
    if (next < 0 || next + literal.length > end) return undefined;
    values.push(message.slice(at, next));
    at = next + literal.length;
  }
  return [...values, message.slice(at, end)];
}

/** The same with each of them as late as possible. */
function valuesFromRight(message: string, literals: readonly string[]): string[] | undefined {
  const [first = '', last = ''] = [literals[0], literals.at(-1)];
  let end = message.length - last.length;
  if (end < first.length || !message.startsWith(first) || !message.endsWith(last)) return undefined;
  const values: string[] = [];
  for (const literal of literals.slice(1, -1).toReversed()) {
    const latest = end - literal.length;
    const next = latest < first.length ? -1 : message.lastIndexOf(literal, latest);
    if (next < first.length) return undefined;
    values.unshift(message.slice(next + literal.length, end));
    end = next;
  }
  return [message.slice(first.length, end), ...values];
}

/** `organisations/x.md: permission is denied`: the place stays, and what is said of it is looked up. */
function afterColon(message: string, templates: Templates, depth: number): Found | undefined {
  for (const at of new Set([message.indexOf(': '), message.lastIndexOf(': ')])) {
    const found = at < 0 ? undefined : lookedUp(message.slice(at + 2), templates, depth - 1);
    if (found) return { text: `${message.slice(0, at)}: ${found.text}`, left: at + found.left };
  }
  return undefined;
}

/** `an organisation or a project`, where each of them is known. */
function alternatives(message: string, { whole }: Templates): Found | undefined {
  const or = whole.get(' or ');
  const parts = message.split(' or ').map((part) => whole.get(part));
  if (or === undefined || parts.length < 2 || parts.includes(undefined)) return undefined;
  return { text: parts.join(or), left: 0 };
}

/** Characters by which most sentences are told apart. */
const beginning = 4;

const read = new Map<string, Templates>();

function templatesOf(language: string): Templates {
  const known = read.get(language);
  if (known) return known;
  const node = shipped(`languages/messages/${language}`);
  const texts = Object.entries(isMap(node) ? node : {}).flatMap(([english, text]) =>
    isText(text) ? [[english, text] as const] : [],
  );
  const whole = new Map(texts);
  const templates = texts
    .filter(([english]) => /\{\d\}/.test(english))
    .map(([english, text]) => template(english, text, whole))
    // The sentence that says most by itself is the one that was meant.
    .sort((a, b) => lengthOf(b.literals) - lengthOf(a.literals));
  const byBeginning = new Map<string, Template[]>();
  const others: Template[] = [];
  for (const each of templates) {
    const start = (each.literals[0] ?? '').slice(0, beginning);
    if (start.length < beginning) others.push(each);
    else byBeginning.set(start, [...(byBeginning.get(start) ?? []), each]);
  }
  const punctuated = (value: string) =>
    language === 'ar' ? value.replaceAll(/(?<=[\u0620-\u064a]), /g, '، ') : value;
  const kinds = kindsIn(language);
  const made = { language, whole, byBeginning, others, kinds, punctuated };
  read.set(language, made);
  return made;
}

function kindsIn(language: string): ReadonlyMap<string, string> {
  const node = shipped(`languages/${language}`);
  const kinds = isMap(node) && isMap(node['kinds']) ? node['kinds'] : {};
  return new Map(
    Object.entries(kinds).flatMap(([name, words]) => {
      const word = isMap(words) ? words['one'] : undefined;
      return isText(word) ? [[name, word.toLowerCase()] as const] : [];
    }),
  );
}

function template(
  english: string,
  translation: string,
  whole: ReadonlyMap<string, string>,
): Template {
  return {
    literals: english.split(/\{\d\}/),
    places: [...english.matchAll(/\{(\d)\}/g)].map(([, place]) => Number(place)),
    quoted: new Set([...english.matchAll(/“\{(\d)\}”/g)].map(([, place]) => Number(place))),
    // What is counted has words for none of it.
    isCount: /^\{1\} [^{]*$/.test(english) && whole.has(english.replace('{1}', '0')),
    translation,
  };
}

function lengthOf(literals: readonly string[]): number {
  return literals.reduce((sum, literal) => sum + literal.length, 0);
}
