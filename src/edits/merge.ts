import type { FileChange } from '../base/journal.ts';
import type { Kind } from '../core/kind.ts';
import type { Node } from '../core/node.ts';
import { asText, isList, isMap, isText, nodeMap, normalKey, textsOf } from '../core/node.ts';
import { declaredKey } from '../core/read-fields.ts';
import type { Link, ReadRecord } from '../core/record.ts';
import { linkName } from '../core/link-name.ts';
import { stemOf } from '../core/stem.ts';
import { UsageError } from '../core/usage-error.ts';
import type { FrontEdit } from '../markdown/edit-front.ts';
import { EditRefused, editFront } from '../markdown/edit-front.ts';
import { readFront } from '../markdown/front.ts';
import { readRecord } from '../markdown/read-record.ts';
import { fold } from '../vocabulary/fold.ts';
import type { Editing, RecordFile } from './base-files.ts';
import { recordFile } from './base-files.ts';
import { relinked, relinkedText, targetsFrom } from './relink.ts';

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
  const united = unite(from, into, conflicts, resolutions, editing);
  const own = await targetsFrom(into.key, from.key, editing);
  const text = withoutSelf(united, into, own, to, editing);
  return [
    { path: into.path, before: into.text, after: text },
    ...links.map((change) => ({
      ...change,
      after: withoutDoubles(change.after ?? '', change.path, editing),
    })),
    { path: from.path, before: from.text, after: null },
  ];
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
  from: RecordFile,
  into: RecordFile,
  conflicts: readonly Conflict[],
  resolutions: ReadonlyMap<string, Resolution>,
  editing: Editing,
): string {
  const [a, b] = [read(from, editing), read(into, editing)];
  const kind = kindOf(into, editing);
  const edits: FrontEdit[] = [];
  const disputed = new Map(conflicts.map((conflict) => [conflict.field, conflict]));
  for (const [key, node] of Object.entries(readFront(from.text).data)) {
    const field = declaredKey(key, kind, editing) ?? normalKey(key);
    if (identity.has(field) || nameFields.has(field)) continue;
    const conflict = disputed.get(field);
    if (conflict) edits.push(...resolved(conflict, node, a, resolutions.get(field) ?? 'both'));
    else edits.push(...added(field, node, a, b, kind, into, editing));
  }
  const names = furtherNames(a, b);
  if (names.length > 0)
    edits.push({ add: 'aliases', values: names, split: listOf(kind, 'aliases', editing) });
  if (b.values['acronym'] === undefined && a.values['acronym']?.[0] !== undefined)
    edits.push({ set: 'acronym', values: [a.values['acronym'][0]] });
  const former = (a.values['former_ids'] ?? []).filter(isText);
  edits.push({ add: 'former_ids', values: [from.id, ...former] });
  try {
    return withBody(editFront(into.text, edits), from.text);
  } catch (error) {
    if (error instanceof EditRefused)
      throw new UsageError(`${into.path}: ${error.message}; nothing is written`);
    throw error;
  }
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

/** What a field of `from` adds to that of `into`; nothing where it already says the same. */
function added(
  field: string,
  node: Node,
  from: ReadRecord,
  into: ReadRecord,
  kind: Kind,
  target: RecordFile,
  editing: Editing,
): readonly FrontEdit[] {
  const relation = kind.relations[field];
  if (relation) {
    const known = new Set(
      into.links.filter((link) => link.relation === field).map(({ target }) => fold(target)),
    );
    const own = new Set([fold(into.id), fold(into.title), fold(stemOf(target.path))]);
    const values = (isList(node) ? node : [node]).filter((item, at) => {
      const meant = from.links.filter(
        (link) => link.relation === field && (!isList(node) || link.path?.[1] === at),
      );
      if (relation.evidence)
        return !JSON.stringify(listed(readFront(target.text).data, field)).includes(
          JSON.stringify(item),
        );
      return meant.some((link) => !known.has(fold(link.target)) && !own.has(fold(link.target)));
    });
    return values.length > 0 ? [{ add: field, values }] : [];
  }
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
  if (isMap(node))
    return isEmpty(into, field) ? [{ set: field, values: [node] }] : mapEdits(field, node, target);
  return [{ add: field, values: items, split }];
}

function isEmpty(record: ReadRecord, field: string): boolean {
  return (record.values[field] ?? record.extra[field] ?? []).length === 0;
}

/** `names` and `identifiers`: what stands in one map and not in the other. */
function mapEdits(field: string, node: Node, target: RecordFile): readonly FrontEdit[] {
  const [own] = listed(readFront(target.text).data, field);
  if (!isMap(own) || !isMap(node)) return [];
  const united = nodeMap([...Object.entries(node), ...Object.entries(own)]);
  return JSON.stringify(united) === JSON.stringify(own) ? [] : [{ set: field, values: [united] }];
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
  const takesAcronym =
    into.values['acronym'] === undefined ? from.values['acronym']?.[0] : undefined;
  return namesOf(from).filter((name) => {
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

/** Links of the record to itself go from its front matter; in the body they become links to its own page. */
function withoutSelf(
  text: string,
  into: RecordFile,
  own: ReadonlySet<string>,
  to: { readonly name: string; readonly path: string },
  editing: Editing,
): string {
  const isOld = (link: Link) => own.has(`${link.pathOnly ? 'path' : 'name'} ${link.target}`);
  const { record } = readRecord(text, into.path, editing);
  const inFront = (record?.links ?? []).filter(
    (link) => link.path && link.relation !== 'sources' && isOld(link),
  );
  const removals = inFront.map((link) => ({ remove: (link.path ?? []).slice(0, 2) })).toReversed();
  const cleaned = removals.reduce((each, removal) => editFront(each, [removal]), text);
  return relinkedText(
    cleaned,
    into.path,
    (link) => isOld(link) && link.path === undefined,
    to,
    editing,
  );
}

/** After the links of both lead to one, a relation may name it twice: once is enough. */
function withoutDoubles(text: string, path: string, editing: Editing): string {
  const { record } = readRecord(text, path, editing);
  const seen = new Set<string>();
  const doubles = (record?.links ?? []).filter(({ relation, target, path: place, facts }) => {
    if (!place || place.length < 2 || relation === 'sources') return false;
    const key = `${relation} ${fold(target)}`;
    const isDouble = seen.has(key) && facts === undefined;
    seen.add(key);
    return isDouble;
  });
  const removals = doubles.map((link) => ({ remove: (link.path ?? []).slice(0, 2) })).toReversed();
  return removals.reduce((each, removal) => editFront(each, [removal]), text);
}
