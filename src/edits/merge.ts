import type { FileChange } from '../base/history.ts';
import type { Kind } from '../core/kind.ts';
import type { Node, NodeMap } from '../core/node.ts';
import { asText, isList, isMap, isText, nodeMap, normalKey, textsOf } from '../core/node.ts';
import { folderOf } from '../core/resolve.ts';
import { declaredKey } from '../core/read-fields.ts';
import type { Link, ReadRecord } from '../core/record.ts';
import { linkName } from '../core/link-name.ts';
import { UsageError } from '../core/usage-error.ts';
import type { FrontEdit } from '../markdown/edit-front.ts';
import { editFront } from '../markdown/edit-front.ts';
import type { NewTarget } from '../markdown/edit-links.ts';
import { editLinks } from '../markdown/edit-links.ts';
import { readFront } from '../markdown/front.ts';
import { readRecord } from '../markdown/read-record.ts';
import { fold } from '../vocabulary/fold.ts';
import type { Editing, RecordFile } from './base-files.ts';
import { recordFile } from './base-files.ts';
import { edited } from './edited.ts';
import { relinked, targetKey, targetsFrom } from './relink.ts';
import { sharersOf, withoutDoubles, withoutSelf } from './single-links.ts';

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

/** Two records that are to be one, and what they disagree about; throws a {@link UsageError} where they cannot be one. */
export async function mergeOf(from: number, into: number, editing: Editing): Promise<Merge> {
  if (from === into)
    throw new UsageError('Both names mean the same record; there is nothing to merge');
  const [source, target] = [await recordFile(from, editing), await recordFile(into, editing)];
  if (source.kind !== target.kind)
    throw new UsageError(
      `${source.id} is of kind ${source.kind}, ${target.id} of kind ${target.kind}; only records of one kind are merged`,
    );
  return { from: source, into: target, conflicts: conflictsOf(source, target, editing) };
}

/**
 * The changes that make one record of two: fields united, names kept as aliases, every link rewritten, the old id kept in
 * `former_ids`, the file of the merged record gone.
 */
export async function mergeChanges(
  { from, into, conflicts }: Merge,
  resolutions: ReadonlyMap<string, Resolution>,
  editing: Editing,
): Promise<readonly FileChange[]> {
  const to = { name: linkName(into), path: into.path };
  // Links between the two would lead from the one record to itself.
  const both = new Set([from.path, into.path]);
  const links = await relinked({ key: from.key, to, concerns: () => true }, both, editing);
  const sharers = await sharersOf(from.key, into.key, to, editing);
  const moved = await movedBeside(from, into, editing);
  const meant = { from: await leadsOf(from, editing), into: await leadsOf(into, editing) };
  const united = unite({ from: moved, into, conflicts }, resolutions, meant, editing);
  const own = await targetsFrom(into.key, from.key, editing);
  const text = withoutSelf(united, into, own, to, editing);
  return [
    { path: into.path, before: into.text, after: text },
    ...links.map(({ path, before, after }) => ({
      path,
      before,
      after: withoutDoubles(after ?? '', path, sharers.get(path) ?? new Set(), editing),
    })),
    { path: from.path, before: from.text, after: null },
  ];
}

/** The keys of the records that the links of a record lead to, by how they are written. */
type Leads = ReadonlyMap<string, number>;

async function leadsOf({ key }: RecordFile, { store }: Editing): Promise<Leads> {
  const links = await store.linksFrom(key);
  return new Map(links.flatMap((link) => (link.to === null ? [] : [[targetKey(link), link.to]])));
}

/** The record with its links by relative paths as they have to be in the folder of the other one. */
async function movedBeside(
  from: RecordFile,
  into: RecordFile,
  editing: Editing,
): Promise<RecordFile> {
  if (folderOf(from.path) === folderOf(into.path)) return from;
  const ways = new Map<string, NewTarget>();
  for (const link of await editing.store.linksFrom(from.key)) {
    const isPath = link.pathOnly === true || link.target.includes('/');
    const record = isPath && link.to !== null ? await editing.store.record(link.to) : undefined;
    if (record) ways.set(targetKey(link), { name: linkName(record), path: record.path });
  }
  if (ways.size === 0) return from;
  return {
    ...from,
    text: edited(from.path, () =>
      editLinks(from.text, into.path, (link) => ways.get(targetKey(link)), editing),
    ),
  };
}

function conflictsOf(from: RecordFile, into: RecordFile, editing: Editing): readonly Conflict[] {
  const [a, b] = [read(from, editing), read(into, editing)];
  const kind = kindOf(into, editing);
  return Object.entries(kind.fields).flatMap(([field, { single, value }]) => {
    const [here, there] = [a.values[field] ?? [], b.values[field] ?? []];
    const isOne = single === true || value.name === 'money';
    if (!isOne || here.length === 0 || there.length === 0) return [];
    if (JSON.stringify(here) === JSON.stringify(there)) return [];
    const shown = (nodes: readonly Node[]) =>
      nodes.map((node) => value.show?.(node, editing, 'en') ?? asText(node)).join(', ');
    return [{ field, from: shown(here), into: shown(there) }];
  });
}

function kindOf({ kind }: RecordFile, { kinds }: Editing): Kind {
  const found = kinds.get(kind);
  if (!found) throw new UsageError(`There is no kind ${kind}`);
  return found;
}

function read(file: RecordFile, editing: Editing): ReadRecord {
  const { record } = readRecord(file.text, file.path, editing);
  if (!record) throw new UsageError(`${file.path} cannot be read as a record`);
  return record;
}

/** Keys that say what a record is, and are no fields to unite. */
const identity = new Set(['id', 'kind', 'type', 'title', 'name']);

/** The text of `into` with everything that `from` says besides. */
function unite(
  { from, into, conflicts }: Merge,
  resolutions: ReadonlyMap<string, Resolution>,
  leads: { readonly from: Leads; readonly into: Leads },
  editing: Editing,
): string {
  const [a, b] = [read(from, editing), read(into, editing)];
  const self = new Set([from.key, into.key]);
  // A link that leads nowhere yet is what it says.
  const meaning = (link: Link, by: Leads) => by.get(targetKey(link)) ?? fold(link.target);
  const known = new Set(b.links.map((link) => `${link.relation} ${meaning(link, leads.into)}`));
  const isNew = (link: Link) => {
    const meant = meaning(link, leads.from);
    return !self.has(Number(meant)) && !known.has(`${link.relation} ${meant}`);
  };
  const kind = kindOf(into, editing);
  const edits: FrontEdit[] = [];
  const disputed = new Map(conflicts.map((conflict) => [conflict.field, conflict]));
  for (const [key, node] of Object.entries(readFront(from.text).data)) {
    const field = declaredKey(key, kind, editing) ?? normalKey(key);
    if (identity.has(field) || nameFields.has(field)) continue;
    const conflict = disputed.get(field);
    if (conflict) edits.push(...resolved(conflict, node, a, resolutions.get(field) ?? 'both'));
    else if (kind.relations[field]) edits.push(...addedLinks(field, node, a, kind, into, isNew));
    else edits.push(...added(field, node, b, kind, into, editing));
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
    edited(into.path, () => editFront(into.text, edits)),
    from.text,
  );
  // A record without a written title is called by its first heading, which must not be that of the other one.
  const isCalledSame = read({ ...into, text }, editing).title === b.title;
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
  into: RecordFile,
  isNew: (link: Link) => boolean,
): readonly FrontEdit[] {
  const stated = new Set(
    listed(readFront(into.text).data, field).map((each) => JSON.stringify(each)),
  );
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
  target: RecordFile,
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
  const [own, ...others] = listed(readFront(target.text).data, field);
  const isKeyed = declared === undefined || keyed.has(declared.value.name);
  return isMap(node) && isMap(own) && others.length === 0 && isKeyed
    ? unitedMaps(field, node, own)
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

function listed(data: ReturnType<typeof readFront>['data'], field: string): readonly Node[] {
  const key = Object.keys(data).find((each) => normalKey(each) === field);
  const node = key === undefined ? undefined : data[key];
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
