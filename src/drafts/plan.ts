import { join } from 'node:path';
import type { FileChange } from '../base/journal.ts';
import { readFileText } from '../base/read-file.ts';
import type { Kind, Kinds } from '../core/kind.ts';
import type { Problem } from '../core/message.ts';
import type { Node } from '../core/node.ts';
import { isText, nodeMap, textsOf } from '../core/node.ts';
import type { ReadRecord } from '../core/record.ts';
import { shortSlug, slug } from '../core/slug.ts';
import { stemOf } from '../core/stem.ts';
import type { FrontEdit } from '../markdown/edit-front.ts';
import { EditRefused, editFront } from '../markdown/edit-front.ts';
import type { ReadContext } from '../markdown/read-record.ts';
import { readRecord } from '../markdown/read-record.ts';
import { writeRecord } from '../markdown/write-front.ts';
import { fold } from '../vocabulary/fold.ts';
import type { Draft, DraftEntity, DraftFact } from './draft.ts';
import { recordOf, valueOf } from './draft.ts';
import { draftPaths } from './folder.ts';
import { documentSubject, entityOf } from './subjects.ts';

/** What {@link planApply} has to know about the base. */
export interface Surroundings extends ReadContext {
  readonly folder: string;
  readonly kinds: Kinds;
  /** The path of a record's file, by the record's id. */
  readonly pathOf: (id: string) => Promise<string | undefined>;
  /** Whether a name already leads to a record. */
  readonly isTaken: (id: string) => Promise<boolean>;
  /** The folder for new records of a kind. */
  readonly folderFor: (kind: Kind) => string;
  /** Facts whose value replaces the one that a record already has. */
  readonly overwrites: ReadonlySet<string>;
}

/** What became of one accepted fact. */
export interface Outcome {
  readonly fact: DraftFact;
  readonly record: string;
  /** `written`, `known` (it stood there already: only the source is added), `claimed` (it contradicts the record and stands beside it), `refused`. */
  readonly outcome: 'written' | 'known' | 'claimed' | 'refused';
  /** What the record says instead, or why it was refused. */
  readonly detail?: string;
}

export interface Plan {
  readonly changes: readonly FileChange[];
  readonly outcomes: readonly Outcome[];
  /** Ids of the records that are made. */
  readonly made: readonly string[];
  /** What is left of the draft; nothing is left when every fact is settled. */
  readonly draft: Draft;
}

/** The changes that write the accepted facts of a draft into records, with the document as their source. */
export async function planApply(draft: Draft, base: Surroundings): Promise<Plan> {
  const accepted = draft.facts.filter(({ status }) => status === 'accepted');
  const documentId = await documentOf(draft, base);
  const targets = await targetsOf(draft, accepted, base);
  const changes: FileChange[] = [];
  const outcomes: Outcome[] = [];
  const about = new Set<string>();
  for (const [entityId, target] of targets) {
    const facts = accepted.filter(({ subject }) => subject === entityId);
    const written = await writeInto(target, facts, { draft, documentId, targets, base });
    outcomes.push(...written.outcomes);
    if (written.change) changes.push(written.change);
    if (written.outcomes.some(({ outcome }) => outcome !== 'refused')) about.add(target.id);
  }
  const own = accepted.filter(({ subject }) => subject === documentSubject);
  if (about.size > 0 || own.length > 0) {
    const written = documentChanges(own, [...about], { draft, documentId, targets, base });
    changes.push(...written.changes);
    outcomes.push(...written.outcomes);
  }
  const refused = new Set(
    outcomes.filter(({ outcome }) => outcome === 'refused').map(({ fact }) => fact.id),
  );
  const left: Draft = {
    ...draft,
    facts: draft.facts.map((fact) =>
      fact.status === 'accepted' && !refused.has(fact.id) ? { ...fact, status: 'applied' } : fact,
    ),
  };
  return {
    changes,
    outcomes,
    made: [...targets.values()].filter(({ path }) => path.made).map(({ id }) => id),
    draft: left,
  };
}

interface Target {
  readonly entity: DraftEntity;
  readonly id: string;
  readonly path: { readonly file: string; readonly made: boolean };
}

interface Writing {
  readonly draft: Draft;
  readonly documentId: string;
  readonly targets: ReadonlyMap<string, Target>;
  readonly base: Surroundings;
}

/** The records that accepted facts are about or lead to, by entity; new ones get an id of their own. */
async function targetsOf(
  draft: Draft,
  accepted: readonly DraftFact[],
  base: Surroundings,
): Promise<ReadonlyMap<string, Target>> {
  const targets = new Map<string, Target>();
  const taken = new Set<string>();
  const wanted = new Set(accepted.flatMap((fact) => [fact.subject, valueOf(fact)]));
  for (const entity of draft.entities) {
    if (!wanted.has(entity.id) || entity.choice === 'none') continue;
    const known = recordOf(entity);
    const file = known === undefined ? undefined : await base.pathOf(known);
    if (known !== undefined && file !== undefined) {
      targets.set(entity.id, { entity, id: known, path: { file, made: false } });
      continue;
    }
    const kind = base.kinds.get(entity.kind);
    if (!kind) continue;
    const short = accepted.find((fact) => fact.subject === entity.id && fact.field === 'acronym');
    const id = await freeRecordId(entity, short && valueOf(short), taken, base);
    taken.add(id);
    targets.set(entity.id, {
      entity,
      id,
      path: { file: `${base.folderFor(kind)}/${id}.md`, made: true },
    });
  }
  return targets;
}

async function freeRecordId(
  entity: DraftEntity,
  acronym: string | undefined,
  taken: ReadonlySet<string>,
  base: Surroundings,
): Promise<string> {
  const stem =
    shortSlug(acronym ?? entity.acronym ?? entity.title) || shortSlug(entity.title) || entity.kind;
  for (let number = 1; ; number++) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    const kind = base.kinds.get(entity.kind);
    const there = kind && readFileText(join(base.folder, base.folderFor(kind), `${id}.md`));
    if (!taken.has(id) && !(await base.isTaken(id)) && there && 'gone' in there) return id;
  }
}

async function writeInto(
  target: Target,
  facts: readonly DraftFact[],
  writing: Writing,
): Promise<{ readonly change?: FileChange; readonly outcomes: readonly Outcome[] }> {
  const { base } = writing;
  const { file, made } = target.path;
  const read = made ? undefined : readFileText(join(base.folder, file));
  if (read && !('text' in read)) {
    const detail = 'problem' in read ? read.problem.reason : 'its file is gone';
    return {
      outcomes: facts.map((fact) => ({ fact, record: target.id, outcome: 'refused', detail })),
    };
  }
  const before = read?.text ?? null;
  let text = before ?? newRecordText(target.entity);
  const outcomes: Outcome[] = [];
  for (const fact of facts) {
    const { outcome, edits, detail } = stepFor(fact, target, text, writing);
    const tried = edits.length > 0 ? attempt(text, edits, file, base) : { text };
    if ('text' in tried) {
      text = tried.text;
      outcomes.push({
        fact,
        record: target.id,
        outcome,
        ...(detail === undefined ? {} : { detail }),
      });
    } else {
      outcomes.push({ fact, record: target.id, outcome: 'refused', detail: tried.reason });
    }
  }
  const further = furtherNames(target.entity, readRecord(text, file, base).record);
  if (further.length > 0) {
    const tried = attempt(text, [{ add: 'aliases', values: further }], file, base);
    if ('text' in tried) text = tried.text;
  }
  const supported = outcomes.filter(({ outcome }) => outcome === 'written' || outcome === 'known');
  const sources = sourcesOf(
    supported.map(({ fact }) => fact),
    writing.documentId,
  );
  const named = made ? identitySource(target.entity, writing.documentId, sources) : sources;
  if (named.length > 0) {
    const tried = attempt(text, [{ add: 'sources', values: named }], file, base);
    if ('text' in tried) text = tried.text;
  }
  return { ...(text === before ? {} : { change: { path: file, before, after: text } }), outcomes };
}

/** What the document calls a record that somebody said it is: the next document finds it by these names. */
function furtherNames(
  { choice, title, acronym, aliases }: DraftEntity,
  record: ReadRecord | undefined,
): readonly string[] {
  if (typeof choice !== 'object' || !record) return [];
  const texts = ['aliases', 'acronym', 'names'].flatMap((field) =>
    (record.values[field] ?? []).flatMap(textsOf),
  );
  const known = new Set([record.title, ...texts].map(fold));
  return [title, ...(acronym === undefined ? [] : [acronym]), ...aliases].filter((name) => {
    const isNew = !known.has(fold(name));
    known.add(fold(name));
    return isNew;
  });
}

/** A record that says no more than what it is. */
function newRecordText({ kind, title, acronym, aliases, country }: DraftEntity): string {
  const fields: (readonly [string, readonly Node[]])[] = [
    ['kind', [kind]],
    ['title', [title]],
    ...(acronym === undefined || acronym === title ? [] : [['acronym', [acronym]] as const]),
    ...(aliases.length === 0 ? [] : [['aliases', [...aliases]] as const]),
    ...(country !== undefined && kind === 'organisation' ? [['country', [country]] as const] : []),
  ];
  return writeRecord(fields, '');
}

interface Step {
  readonly outcome: Outcome['outcome'];
  readonly edits: readonly FrontEdit[];
  readonly detail?: string;
}

/** How one fact enters the front matter of a record. */
function stepFor(fact: DraftFact, target: Target, text: string, writing: Writing): Step {
  const { base, targets, documentId } = writing;
  const record = readRecord(text, target.path.file, base).record;
  const kind = base.kinds.get(target.entity.kind);
  const { field } = fact;
  const value = valueOf(fact);
  if (!record || !kind)
    return { outcome: 'refused', edits: [], detail: 'the record cannot be read' };
  if (kind.relations[field]) {
    const other = targets.get(value);
    const link = other ? `[[${linkName(other)}]]` : `[[${value}]]`;
    const name = other?.id ?? value;
    const there = record.links.some(
      (each) =>
        each.relation === field && (fold(each.target) === fold(name) || slug(each.target) === name),
    );
    return there
      ? { outcome: 'known', edits: [] }
      : { outcome: 'written', edits: [{ add: field, values: [link] }] };
  }
  if (field === 'title') return titleStep(record, value);
  const declared = kind.fields[field];
  if (!declared)
    return {
      outcome: 'refused',
      edits: [],
      detail: `a record of kind ${kind.name} has no field “${field}”`,
    };
  const parsed = declared.value.parse(value, base);
  if (!('value' in parsed))
    return {
      outcome: 'refused',
      edits: [],
      detail: parsed.reason || `expected ${declared.value.expects}`,
    };
  const canonical = JSON.stringify(parsed.value);
  const present = record.values[field] ?? [];
  if (present.some((each) => JSON.stringify(each) === canonical))
    return { outcome: 'known', edits: [] };
  const written = declared.value.vocabulary ? parsed.value : value;
  const holdsOne = declared.single === true || declared.value.name === 'money';
  if (!holdsOne || present.length === 0) {
    const split = (list: string) => declared.value.items?.(list, base) ?? [list];
    return { outcome: 'written', edits: [{ add: field, values: [written], split }] };
  }
  const says = present
    .map((each) => declared.value.show?.(each, base, 'en') ?? (isText(each) ? each : ''))
    .join(', ');
  if (base.overwrites.has(fact.id))
    return {
      outcome: 'written',
      edits: [{ set: field, values: [written] }],
      detail: `instead of ${says}`,
    };
  const quote = fact.evidence[0]?.quote;
  const claim = nodeMap([
    ['field', field],
    ['value', value],
    ['document', documentId],
    ...(quote === undefined ? [] : [['quote', quote] as const]),
  ]);
  const isClaimed = (record.values['claims'] ?? []).some(
    (each) => JSON.stringify(each) === JSON.stringify(claim),
  );
  return {
    outcome: 'claimed',
    edits: isClaimed ? [] : [{ add: 'claims', values: [claim] }],
    detail: says,
  };
}

/** Another title is a further name. */
function titleStep(record: ReadRecord, value: string): Step {
  const names = [
    record.title,
    ...(record.values['aliases'] ?? []),
    ...(record.values['acronym'] ?? []),
  ];
  const known = names.some((name) => isText(name) && fold(name) === fold(value));
  return known
    ? { outcome: 'known', edits: [] }
    : { outcome: 'written', edits: [{ add: 'aliases', values: [value] }] };
}

/** A link by the file's name where the id follows from it, which other programs understand too. */
function linkName({ id, path }: Target): string {
  const stem = stemOf(path.file);
  return slug(stem) === id ? stem : id;
}

/** The text after the edits, if it can be read as before and says nothing wrong that it did not say. */
function attempt(
  text: string,
  edits: readonly FrontEdit[],
  file: string,
  context: ReadContext,
): { readonly text: string } | { readonly reason: string } {
  try {
    const made = editFront(text, edits);
    const before = errorsOf(readRecord(text, file, context).problems);
    const fresh = errorsOf(readRecord(made, file, context).problems).find(
      (each) => !before.includes(each),
    );
    return fresh === undefined ? { text: made } : { reason: fresh };
  } catch (error) {
    if (error instanceof EditRefused) return { reason: `${file}: ${error.message}` };
    throw error;
  }
}

function errorsOf(problems: readonly Problem[]): readonly string[] {
  return problems.filter(({ severity }) => severity === 'error').map(({ reason }) => reason);
}

/** One source for each quote, with the fields that it supports. */
function sourcesOf(facts: readonly DraftFact[], document: string): readonly Node[] {
  const byQuote = new Map<string, { readonly fact: DraftFact; readonly fields: Set<string> }>();
  for (const fact of facts) {
    const [quote] = fact.evidence;
    const key = quote ? `${quote.start} ${quote.end}` : '';
    const known = byQuote.get(key) ?? { fact, fields: new Set() };
    known.fields.add(fact.field === 'title' ? 'aliases' : fact.field);
    byQuote.set(key, known);
  }
  return [...byQuote.values()].map(({ fact, fields }) => {
    const [quote] = fact.evidence;
    return nodeMap([
      ['document', document],
      ['supports', [...fields]],
      ...(quote
        ? ([
            ['quote', quote.quote],
            ['start', String(quote.start)],
            ['end', String(quote.end)],
          ] as const)
        : []),
    ]);
  });
}

/** What a new record is called needs a source too, where no fact has brought one. */
function identitySource(
  entity: DraftEntity,
  document: string,
  sources: readonly Node[],
): readonly Node[] {
  const [mention] = entity.mentions;
  if (sources.length > 0 || !mention) return sources;
  const { quote, start, end } = mention;
  return [
    nodeMap([
      ['document', document],
      ['quote', quote],
      ['start', String(start)],
      ['end', String(end)],
    ]),
  ];
}

async function documentOf(draft: Draft, base: Surroundings): Promise<string> {
  const kind = base.kinds.get('document');
  for (let number = 1; ; number++) {
    const id = number === 1 ? draft.id : `${draft.id}-${number}`;
    const path = await base.pathOf(id);
    const file = path ?? (kind ? `${base.folderFor(kind)}/${id}.md` : '');
    const read = readFileText(join(base.folder, file));
    if ('gone' in read) return id;
    const isIt =
      'text' in read &&
      readRecord(read.text, file, base).record?.values['sha256']?.[0] === draft.document.sha256;
    if (isIt) return id;
  }
}

/** The record of the document and its text leave `drafts/`, with what was said about the document itself. */
function documentChanges(
  facts: readonly DraftFact[],
  about: readonly string[],
  writing: Writing,
): { readonly changes: readonly FileChange[]; readonly outcomes: readonly Outcome[] } {
  const { draft, documentId: id, base } = writing;
  const kind = base.kinds.get('document');
  const entity = entityOf(draft, documentSubject);
  if (!kind || !entity) return { changes: [], outcomes: [] };
  const paths = draftPaths(draft.id, draft.document.sha256);
  const page = textAt(base.folder, paths.page);
  const frozen = textAt(base.folder, paths.text);
  const path = `${base.folderFor(kind)}/${id}.md`;
  const before = textAt(base.folder, path);
  const target = { entity, id, path: { file: path, made: before === null } };
  const outcomes: Outcome[] = [];
  let text = before ?? page ?? '';
  for (const fact of facts) {
    const step = stepFor(fact, target, text, writing);
    const tried = step.edits.length > 0 ? attempt(text, step.edits, path, base) : { text };
    const { outcome, detail } =
      'text' in tried ? step : { outcome: 'refused' as const, detail: tried.reason };
    if ('text' in tried) text = tried.text;
    outcomes.push({ fact, record: id, outcome, ...(detail === undefined ? {} : { detail }) });
  }
  const links = readRecord(text, path, base).record?.links ?? [];
  const there = links.filter(({ relation }) => relation === 'about').map(({ target }) => target);
  const added = about.filter((each) => each !== id && !there.includes(each));
  const after = editFront(text, [{ add: 'about', values: added.map((each) => `[[${each}]]`) }]);
  const kept = `sources/${draft.document.sha256}.txt`;
  const changes = [
    { path, before, after },
    ...(page === null ? [] : [{ path: paths.page, before: page, after: null }]),
    ...(frozen === null
      ? []
      : [
          { path: kept, before: textAt(base.folder, kept), after: frozen },
          { path: paths.text, before: frozen, after: null },
        ]),
  ];
  return { changes, outcomes };
}

function textAt(folder: string, path: string): string | null {
  const read = readFileText(join(folder, path));
  return 'text' in read ? read.text : null;
}
