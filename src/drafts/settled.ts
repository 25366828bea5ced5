import type { Kind } from '../core/kind.ts';
import type { Path } from '../core/message.ts';
import type { Node, NodeMap } from '../core/node.ts';
import { asText, isList, isMap, isText, nodeMap, normalKey, textsOf } from '../core/node.ts';
import { setByPerson } from '../core/set-by-person.ts';
import { parseTarget } from '../core/target.ts';
import type { FrontEdit } from '../markdown/front-edit.ts';
import { fold } from '../vocabulary/fold.ts';
import type { Outcome, Surroundings } from './applying.ts';
import type { Page } from './page.ts';

/** A record with facts entered, and what its links led to before. */
export interface Entered {
  readonly page: Page;
  readonly outcomes: readonly Outcome[];
  readonly kind: Kind | undefined;
  readonly meant: ReadonlyMap<string, string>;
  /** The id of the document that brought the facts. */
  readonly documentId: string;
}

/**
 * The edits that follow from facts that entered a record: a claim that it has adopted goes, and its document is a source of the value
 * from now on; what was the source of a value that gave way claims that value instead.
 */
export function settling(entered: Entered, base: Surroundings): readonly FrontEdit[] {
  const { page, outcomes } = entered;
  const adopted = listed(page, 'claims').filter((each) => isAdopted(each.item, entered, base));
  const given = outcomes.flatMap(({ fact, instead }) =>
    instead === undefined ? [] : [{ field: fact.field, value: instead }],
  );
  const fields = new Set(given.map(({ field }) => field));
  const sources = listed(page, 'sources');
  const changed = sources.filter(({ item }) =>
    partsOf(item).some(({ names }) => names.some((name) => fields.has(name))),
  );
  return [
    ...removed(adopted),
    ...removed(changed),
    ...added('sources', [
      ...changed.flatMap(({ item }) => without(fields, item)),
      ...adopted.flatMap(({ item }) => sourceOf(item, entered.documentId)),
    ]),
    ...added(
      'claims',
      given.flatMap(({ field, value }) => claimsOf(field, value, sources, entered.documentId)),
    ),
  ];
}

interface Item {
  readonly item: NodeMap;
  readonly path: Path;
}

/** The items of a field that are groups, with the ways to them. */
function listed({ fields }: Page, field: string): readonly Item[] {
  const { key, node } = fields.get(field) ?? { key: field, node: [] };
  if (isMap(node)) return [{ item: node, path: [key] }];
  const items = isList(node) ? node : [];
  return items.flatMap((item, at) => (isMap(item) ? [{ item, path: [key, at] }] : []));
}

/** Whether the record itself says by now what a claim about one of these facts says. */
function isAdopted(
  item: NodeMap,
  { page, outcomes, kind, meant }: Entered,
  base: Surroundings,
): boolean {
  const { record } = page.reading;
  const field = asText(item['field'] ?? '');
  const isConcerned = outcomes.some(
    ({ fact, outcome }) => fact.field === field && ['written', 'known', 'same'].includes(outcome),
  );
  const value = item['value'];
  if (!isConcerned || !record || value === undefined) return false;
  const declared = kind && Object.hasOwn(kind.fields, field) ? kind.fields[field] : undefined;
  if (declared) {
    const parsed = declared.value.parse(value, base);
    if (!('value' in parsed)) return false;
    const canonical = JSON.stringify(parsed.value);
    return (record.values[field] ?? []).some((each) => JSON.stringify(each) === canonical);
  }
  const target = parseTarget(asText(value))?.target ?? '';
  return record.links.some(
    (link) =>
      link.relation === field &&
      (fold(link.target) === fold(target) || meant.get(link.target) === target),
  );
}

/** From the last, so that those before keep their places. */
function removed(items: readonly Item[]): readonly FrontEdit[] {
  return items.map(({ path }) => ({ remove: path })).toReversed();
}

/** A source without these fields; nothing where it stood for nothing else. */
function without(fields: ReadonlySet<string>, source: NodeMap): readonly Node[] {
  const left = new Map(
    partsOf(source).map(({ key, names }) => [key, names.filter((name) => !fields.has(name))]),
  );
  if ([...left.values()].every((names) => names.length === 0)) return [];
  return [
    nodeMap(
      Object.entries(source).flatMap(([key, node]) => {
        const names = left.get(key) ?? node;
        return names.length === 0 ? [] : [[key, names] as const];
      }),
    ),
  ];
}

interface Part {
  readonly key: string;
  /** The fields that it names. */
  readonly names: readonly string[];
}

/** What a source supports, and what a person set in view of it. */
function partsOf(source: NodeMap): readonly Part[] {
  return Object.entries(source).flatMap(([key, node]) =>
    ['supports', setByPerson].includes(normalKey(key)) ? [{ key, names: fieldsIn(node) }] : [],
  );
}

function fieldsIn(node: Node): readonly string[] {
  const texts = isText(node) ? node.split(/[,;]/) : textsOf(node);
  return texts.map((text) => normalKey(text));
}

/** A value that gave way is what each document still says that supported it; none says what a person set. */
function claimsOf(
  field: string,
  value: string,
  sources: readonly Item[],
  documentId: string,
): readonly Node[] {
  const supporting = new Map(
    sources.flatMap(({ item }) => {
      const supports = item['supports'];
      const document = parseTarget(asText(item['document'] ?? item['url'] ?? ''))?.target;
      const isMeant = supports !== undefined && fieldsIn(supports).includes(field);
      return isMeant && document !== undefined && document !== documentId
        ? [[document, item] as const]
        : [];
    }),
  );
  return [...supporting].map(([document, item]) =>
    nodeMap([['field', field], ['value', value], ['document', document], ...quoteOf(item)]),
  );
}

/** The document of a claim as the source of what the record says now; the one that is being applied is cited by its quotes. */
function sourceOf(claim: NodeMap, documentId: string): readonly Node[] {
  const document = asText(claim['document'] ?? '');
  const field = asText(claim['field'] ?? '');
  if (document === '' || document === documentId || claim[setByPerson] !== undefined) return [];
  return [nodeMap([['document', document], ['supports', [field]], ...quoteOf(claim)])];
}

function quoteOf({ quote }: NodeMap): readonly (readonly [string, Node])[] {
  return quote === undefined ? [] : [['quote', quote]];
}

function added(field: string, values: readonly Node[]): readonly FrontEdit[] {
  return values.length === 0 ? [] : [{ add: field, values }];
}
