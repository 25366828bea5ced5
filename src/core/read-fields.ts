import { misspelt } from '../vocabulary/nearest.ts';
import type { Field, Kind, Values } from './kind.ts';
import type { Path, Problem } from './message.ts';
import type { Node, NodeMap } from './node.ts';
import { asText, isList, isText, textsOf } from './node.ts';
import { readLinks } from './read-links.ts';
import type { Link } from './record.ts';
import type { Concepts, ValueContext } from './value.ts';
import { misreadText, parseValue } from './parse-value.ts';
import { spanProblem } from './span-problem.ts';
import { parseTarget } from './target.ts';

/** What the front matter says, read by a kind. */
export interface Fields {
  readonly values: Values;
  readonly extra: Values;
  readonly links: readonly Link[];
  readonly problems: readonly Problem[];
}

/** Keys that every record has and that are read elsewhere. */
const identity = new Set(['id', 'kind', 'title']);

/** Words of other tools and of everyday use for declared keys. */
const synonyms: Readonly<{ [key: string]: string }> = {
  keywords: 'tags',
  description: 'summary',
  abstract: 'summary',
  language: 'lang',
  homepage: 'website',
  start_date: 'start',
  end_date: 'end',
  lead_partner: 'lead',
  coordinator: 'lead',
  associated_partners: 'associates',
  coordinates: 'place',
};

/** Where a kind does not have a key: the nearest that it may have instead, best first. */
const fallbacks: Readonly<{ [key: string]: readonly string[] }> = {
  country: ['countries', 'area'],
  countries: ['country'],
  start: ['published'],
  url: ['website'],
  website: ['url'],
  owner: ['lead'],
  call: ['calls'],
  calls: ['call'],
  venue: ['city'],
};

/** Reads every key of front matter as the field or relation that the kind declares; the rest is kept as it is. */
export function readFields(data: NodeMap, kind: Kind, context: ValueContext): Fields {
  const values: { [field: string]: Node[] } = {};
  const extra: { [key: string]: readonly Node[] } = {};
  const links: Link[] = [];
  const problems: Problem[] = [];
  const keys = new Map<string, string>();
  const isSupported = (key: string) =>
    identity.has(key) ||
    declaredKey(key, kind, context) !== undefined ||
    context.concepts('fields').find(key) === 'title';
  for (const [key, node] of Object.entries(data)) {
    if (identity.has(key)) continue;
    const meant = key === 'name' ? undefined : declaredKey(key, kind, context);
    const declared = meant === 'names' && isWithoutLanguages(node) ? 'aliases' : meant;
    const field = declared ? kind.fields[declared] : undefined;
    const relation = declared ? kind.relations[declared] : undefined;
    if (declared && field) {
      const before = values[declared] ?? [];
      keys.set(declared, key);
      const read = readField(key, node, field, context, problems, before);
      if (read.length > 0) values[declared] = read;
    } else if (declared && relation) {
      const read = readLinks(declared, key, node, relation, context, problems, isSupported);
      links.push(...read.links);
      if (read.urls.length > 0) values[declared] = [...(values[declared] ?? []), ...read.urls];
    } else {
      extra[key] = textsOf(node);
      if (key !== 'name') nearMiss(key, kind, problems);
    }
  }
  settle(kind, values, keys, context, problems);
  checkSpan(kind, values, problems);
  return { values, extra, links, problems };
}

/** The declared name of a key: itself, its British spelling, its singular or plural, a synonym, a word of another language. */
export function declaredKey(key: string, kind: Kind, context: ValueContext): string | undefined {
  if (isDeclared(key, kind)) return key;
  const known = knownMeanings(kind, context);
  if (known.has(key)) return known.get(key);
  const meant = meantKey(key, kind, context);
  if (known.size < remembered) known.set(key, meant);
  return meant;
}

type Meanings = Map<string, string | undefined>;

/** What undeclared keys mean: the same few stand in thousands of records, and each is looked for in twenty spellings. */
const meanings = new WeakMap<Kind, WeakMap<Concepts, Meanings>>();

const remembered = 1_000;

function knownMeanings(kind: Kind, context: ValueContext): Meanings {
  const fields = context.concepts('fields');
  const ofKind = meanings.get(kind) ?? new WeakMap<Concepts, Meanings>();
  const known = ofKind.get(fields) ?? new Map<string, string | undefined>();
  meanings.set(kind, ofKind);
  ofKind.set(fields, known);
  return known;
}

/** The longest keys of all kinds are shorter: what stands before a link in prose is in no other spelling a key. */
const longestKey = 30;

function meantKey(key: string, kind: Kind, context: ValueContext): string | undefined {
  const spellings = [
    key,
    key.replaceAll(/iz(?=e|i|a)/g, 'is'),
    key.replace(/^program(?=s?$)/, 'programme'),
  ];
  for (const spelling of key.length > longestKey ? [] : spellings) {
    for (const form of [
      spelling,
      `${spelling}s`,
      spelling.replace(/e?s$/, ''),
      spelling.replace(/s$/, ''),
      spelling.replace(/y$/, 'ies'),
      spelling.replace(/ies$/, 'y'),
      `${spelling}es`,
    ]) {
      if (isDeclared(form, kind)) return form;
    }
  }
  const synonym = Object.hasOwn(synonyms, key)
    ? synonyms[key]
    : context.concepts('fields').find(key);
  if (synonym === undefined) return undefined;
  const others = Object.hasOwn(fallbacks, synonym) ? (fallbacks[synonym] ?? []) : [];
  return [synonym, ...others].find((each) => isDeclared(each, kind));
}

/** Names without a language, on one line or in a list, are other names. */
function isWithoutLanguages(node: Node): boolean {
  return itemsOf(node, []).every((item) => isText(item.node));
}

function isDeclared(key: string, kind: Kind): boolean {
  return Object.hasOwn(kind.fields, key) || Object.hasOwn(kind.relations, key);
}

function readField(
  key: string,
  node: Node,
  field: Field,
  context: ValueContext,
  problems: Problem[],
  before: readonly Node[],
): Node[] {
  const values: Node[] = [...before];
  for (const item of itemsOf(node, [key])) {
    if (item.node === '') continue;
    const written = isText(item.node) ? plainText(item.node) : item.node;
    const parts = isText(written)
      ? (field.value.items?.(written, context) ?? [written])
      : [written];
    for (const part of parts) {
      if (isText(part) && part.trim() === '') continue;
      const parsed = parseValue(field.value, part, context);
      if ('value' in parsed) {
        if (!values.some((value) => value === parsed.value)) values.push(parsed.value);
      } else problems.push(misread(key, part, item.path, field, parsed));
    }
  }
  if (field.single && values.length > 1) {
    problems.push({
      severity: 'error',
      rule: key,
      reason: `Expected one value, found ${values.length}; the first one is used`,
      path: [key],
    });
    return values.slice(0, 1);
  }
  return values;
}

function settle(
  kind: Kind,
  values: { [field: string]: Node[] },
  keys: ReadonlyMap<string, string>,
  context: ValueContext,
  problems: Problem[],
): void {
  for (const [name, list] of Object.entries(values)) {
    const field = kind.fields[name];
    if (!field?.value.settle) continue;
    const path = [keys.get(name) ?? name];
    values[name] = list.flatMap((value) => {
      const settled = field.value.settle?.(value, (other) => values[other] ?? [], context);
      if (!settled) return [value];
      if (!('value' in settled)) {
        problems.push(misread(name, value, path, field, settled));
        return [];
      }
      if (settled.near?.length) problems.push(unknownName(value, path, field, settled.near));
      return [settled.value];
    });
  }
}

function unknownName(
  part: Node,
  path: Path,
  { value: { name } }: Field,
  expected: readonly string[],
): Problem {
  const reason = `“${asText(part)}” is no known name; it is kept as it is`;
  return { severity: 'warning', rule: name, reason, expected, path };
}

function misread(
  key: string,
  part: Node,
  path: Path,
  field: Field,
  parsed: {
    readonly reason: string;
    readonly expected?: readonly string[];
    readonly at?: readonly string[];
  },
): Problem {
  return {
    severity: 'error',
    rule: field.value.name === 'text' ? key : field.value.name,
    reason: misreadText(field.value.expects, part, parsed.reason),
    ...(parsed.expected?.length ? { expected: parsed.expected } : {}),
    path: [...path, ...(parsed.at ?? [])],
  };
}

interface Item {
  readonly node: Node;
  readonly path: Path;
}

/** The items of a value that may be one or a list; lists in lists are laid flat. */
function itemsOf(node: Node, path: Path): Item[] {
  if (!isList(node)) return [{ node, path }];
  return node.flatMap((each, index) => itemsOf(each, [...path, index]));
}

/** A text field may be written as a wikilink in vaults that link everything. */
function plainText(text: string): string {
  const trimmed = text.trim();
  return trimmed.startsWith('[[') && trimmed.endsWith(']]') && !trimmed.slice(2).includes('[[')
    ? (parseTarget(trimmed)?.target ?? trimmed)
    : text;
}

function nearMiss(key: string, kind: Kind, problems: Problem[]): void {
  if (key.length < 4) return;
  const limit = key.length < 6 ? 1 : 2;
  const near = [...Object.keys(kind.fields), ...Object.keys(kind.relations), 'title', 'kind']
    .map((name) => ({ name, distance: misspelt(key, name) ?? 9 }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  if (near.length === 0) return;
  problems.push({
    severity: 'warning',
    rule: 'field',
    reason: `“${key}” is no field of ${kind.plural}; it is kept as it is`,
    expected: near.slice(0, 2).map(({ name }) => name),
    path: [key],
    key: true,
  });
}

function checkSpan(kind: Kind, values: Values, problems: Problem[]): void {
  const [from, to] = kind.span ?? [];
  if (!from || !to) return;
  const times = { [from]: values[from]?.[0], [to]: values[to]?.[0] };
  const problem = spanProblem(from, to, times, [to]);
  if (problem) problems.push(problem);
}
