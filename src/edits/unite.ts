import type { Kind } from '../core/kind.ts';
import type { Node, NodeMap } from '../core/node.ts';
import { asText, isList, isMap, isText, nodeMap, normalKey, textsOf } from '../core/node.ts';
import { declaredKey } from '../core/read-fields.ts';
import type { Link, ReadRecord } from '../core/record.ts';
import type { WrittenField } from '../core/written-fields.ts';
import { writtenFields } from '../core/written-fields.ts';
import type { FrontEdit } from '../markdown/front-edit.ts';
import { editFront } from '../markdown/edit-front.ts';
import { inItsWords } from '../markdown/in-its-words.ts';
import { readFront } from '../markdown/front.ts';
import { fold } from '../vocabulary/fold.ts';
import type { Editing, RecordFile } from './base-files.ts';
import { kindOf, readWhole } from './base-files.ts';
import { edited } from './edited.ts';
import { targetKey } from './relink.ts';

/** A field in which two records say different things, and only one can be said. */
export interface Conflict {
  readonly field: string;
  readonly from: string;
  readonly into: string;
}

/** What becomes of a conflict: the value of one record, or that of `into` with the other beside it as a claim. */
export type Resolution = 'from' | 'into' | 'both';

export interface Merge {
  readonly from: RecordFile;
  readonly into: RecordFile;
  readonly conflicts: readonly Conflict[];
}

/** The keys of the records that the links of a record lead to, by how they are written. */
export type Leads = ReadonlyMap<string, number>;

/** What the record that stays writes for its fields. */
type Own = ReadonlyMap<string, WrittenField>;

/** Keys that say what a record is, and are no fields to unite. */
const identity = new Set(['id', 'kind', 'type', 'title', 'name']);

/** The text of `into` with everything that `from` says besides. */
export function unite(
  { from, into, conflicts }: Merge,
  resolutions: ReadonlyMap<string, Resolution>,
  leads: { readonly from: Leads; readonly into: Leads },
  editing: Editing,
): string {
  const [a, b] = [readWhole(from, editing), readWhole(into, editing)];
  const self = new Set([from.key, into.key]);
  // A link that leads nowhere yet is what it says.
  const meaning = (link: Link, by: Leads) => by.get(targetKey(link)) ?? fold(link.target);
  const known = new Set(b.links.map((link) => `${link.relation} ${meaning(link, leads.into)}`));
  const isNew = (link: Link) => {
    const meant = meaning(link, leads.from);
    return !self.has(Number(meant)) && !known.has(`${link.relation} ${meant}`);
  };
  const kind = kindOf(into, editing);
  const own = writtenFields(readFront(into.text).data, kind, editing);
  const edits: FrontEdit[] = [];
  const disputed = new Map(conflicts.map((conflict) => [conflict.field, conflict]));
  for (const [key, node] of Object.entries(readFront(from.text).data)) {
    const field = declaredKey(key, kind, editing) ?? normalKey(key);
    if (identity.has(field) || nameFields.has(field)) continue;
    const conflict = disputed.get(field);
    if (conflict) edits.push(...resolved(conflict, node, a, resolutions.get(field) ?? 'both'));
    else if (kind.relations[field]) edits.push(...addedLinks(field, node, a, kind, own, isNew));
    else edits.push(...added(field, node, b, kind, own, editing));
  }
  const names = furtherNames(a, b);
  if (names.length > 0)
    edits.push({ add: 'aliases', values: names, split: listOf(kind, 'aliases', editing) });
  if (b.values['acronym'] === undefined && a.values['acronym']?.[0] !== undefined)
    edits.push({ set: 'acronym', values: [a.values['acronym'][0]] });
  const former = [from.id, ...(a.values['former_ids'] ?? []).filter(isText)];
  const given = new Set([into.id, ...(b.values['former_ids'] ?? [])]);
  edits.push({ add: 'former_ids', values: former.filter((id) => !given.has(id)) });
  const text = withBody(
    edited(into.path, () =>
      editFront(
        into.text,
        edits.map((edit) => inItsWords(edit, own)),
      ),
    ),
    from.text,
  );
  // A record without a written title is called by its first heading, which must not be that of the other one.
  const isCalledSame = readWhole({ ...into, text }, editing).title === b.title;
  const called: FrontEdit = { set: 'title', values: [b.title] };
  return isCalledSame ? text : edited(into.path, () => editFront(text, [called]));
}

const nameFields = new Set(['acronym', 'aliases', 'former_ids']);

function resolved(
  conflict: Conflict,
  node: Node,
  from: ReadRecord,
  resolution: Resolution,
): readonly FrontEdit[] {
  const { field } = conflict;
  if (resolution === 'into') return [];
  const values = isList(node) ? node : [node];
  if (resolution === 'from') return [{ set: field, values }];
  const source = from.links.find(
    ({ relation, facts }) => relation === 'sources' && supports(facts?.['supports'], field),
  );
  const claim = nodeMap([
    ['field', field],
    ['value', asText(node)],
    ...(source ? [['document', source.target] as const] : []),
  ]);
  return [{ add: 'claims', values: [claim] }];
}

function supports(node: Node | undefined, field: string): boolean {
  return (
    node !== undefined &&
    textsOf(node).some((text) => text.split(/[,;]/).some((each) => normalKey(each) === field))
  );
}

/** The links of a relation of `from` that `into` does not have; of its sources, those that say something else. */
function addedLinks(
  field: string,
  node: Node,
  from: ReadRecord,
  kind: Kind,
  own: Own,
  isNew: (link: Link) => boolean,
): readonly FrontEdit[] {
  const stated = new Set(listed(own, field).map((each) => JSON.stringify(each)));
  const values = (isList(node) ? node : [node]).filter((item, at) => {
    if (kind.relations[field]?.evidence) return !stated.has(JSON.stringify(item));
    return from.links.some(
      (link) => link.relation === field && (!isList(node) || link.path?.[1] === at) && isNew(link),
    );
  });
  return values.length > 0 ? [{ add: field, values }] : [];
}

/** What a field of `from` adds to that of `into`; nothing where it already says the same. */
function added(
  field: string,
  node: Node,
  into: ReadRecord,
  kind: Kind,
  own: Own,
  editing: Editing,
): readonly FrontEdit[] {
  const declared = kind.fields[field];
  const present = new Set(
    (into.values[field] ?? into.extra[field] ?? []).map((each) => comparable(each, field)),
  );
  const split = listOf(kind, field, editing);
  const items = (isList(node) ? node : isText(node) ? split(node) : [node]).filter((item) => {
    const parsed = declared?.value.parse(item, editing);
    return !present.has(comparable(parsed && 'value' in parsed ? parsed.value : item, field));
  });
  if (items.length === 0) return [];
  const [there, ...others] = listed(own, field);
  const isKeyed = declared === undefined || keyed.has(declared.value.name);
  return isMap(node) && isMap(there) && others.length === 0 && isKeyed
    ? unitedMaps(field, node, there)
    : [{ add: field, values: items, split }];
}

/** Values whose keys are languages or registers; in others the keys of one object belong together, as those of a person do. */
const keyed = new Set(['names', 'identifiers']);

/** What stands in one map and not in the other; a register may know both by numbers of their own, and other names are aliases. */
function unitedMaps(field: string, further: NodeMap, own: NodeMap): readonly FrontEdit[] {
  const united = new Map(Object.entries(own));
  for (const [key, value] of Object.entries(further)) {
    const there = united.get(key);
    if (there === undefined) united.set(key, value);
    else if (field !== 'names')
      united.set(key, [
        ...new Set([there, value].flatMap((each) => (isMap(each) ? [each] : each))),
      ]);
  }
  return [{ set: field, values: [nodeMap(united)] }];
}

function listed(own: Own, field: string): readonly Node[] {
  const node = own.get(field)?.node;
  return node === undefined ? [] : isList(node) ? node : [node];
}

function comparable(node: Node, field: string): string {
  return isText(node) && field !== 'website' ? fold(node) : JSON.stringify(node);
}

function listOf(kind: Kind, field: string, editing: Editing): (text: string) => readonly string[] {
  return (text) => kind.fields[field]?.value.items?.(text, editing) ?? [text];
}

function furtherNames(from: ReadRecord, into: ReadRecord): readonly string[] {
  const namesOf = (record: ReadRecord) => [
    record.title,
    ...['acronym', 'aliases'].flatMap((field) => (record.values[field] ?? []).filter(isText)),
  ];
  const known = new Set(
    [...namesOf(into), ...(into.values['names'] ?? []).flatMap(textsOf)].map(fold),
  );
  const languages = new Set((into.values['names'] ?? []).flatMap((each) => Object.keys(each)));
  const translations = (from.values['names'] ?? []).flatMap((each) =>
    isMap(each) ? Object.entries(each).filter(([language]) => languages.has(language)) : [],
  );
  const takesAcronym =
    into.values['acronym'] === undefined ? from.values['acronym']?.[0] : undefined;
  return [...namesOf(from), ...translations.map(([, name]) => asText(name))].filter((name) => {
    const isNew = !known.has(fold(name)) && name !== takesAcronym;
    known.add(fold(name));
    return isNew;
  });
}

/** The body of the merged record stands below the other one's, where it says anything else. */
function withBody(text: string, from: string): string {
  const body = readFront(from).body.trim();
  if (body === '' || fold(readFront(text).body).includes(fold(body))) return text;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return `${text.trimEnd()}${newline}${newline}${body.replaceAll(/\r?\n/g, newline)}${newline}`;
}
