import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FileChange } from '../base/journal.ts';
import { readFileText } from '../base/read-file.ts';
import type { Kind } from '../core/kind.ts';
import { linkName } from '../core/link-name.ts';
import type { Problem } from '../core/message.ts';
import type { Node } from '../core/node.ts';
import { textsOf } from '../core/node.ts';
import type { ReadRecord } from '../core/record.ts';
import { shortSlug } from '../core/slug.ts';
import { UsageError } from '../core/usage-error.ts';
import type { FrontEdit } from '../markdown/edit-front.ts';
import { EditRefused, editFront } from '../markdown/edit-front.ts';
import type { ReadContext } from '../markdown/read-record.ts';
import { readRecord } from '../markdown/read-record.ts';
import { writeRecord } from '../markdown/write-front.ts';
import { fold } from '../vocabulary/fold.ts';
import type { Outcome, Surroundings } from './applying.ts';
import { citations, namingSource } from './citations.ts';
import type { Draft, DraftEntity, DraftFact } from './draft.ts';
import { recordOf, valueOf } from './draft.ts';
import { draftPaths } from './folder.ts';
import { pageText } from './page-text.ts';
import type { Entering, Other, Step } from './step.ts';
import { fieldStep, linkStep, refusal, stands } from './step.ts';
import { documentSubject } from './subjects.ts';

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
  const { targets, missing } = await targetsOf(draft, accepted, base);
  const document = await documentOf(draft, targets, base);
  const writing: Writing = { draft, document, targets, missing, base, texts: new Map() };
  const outcomes: Outcome[] = [];
  const about = new Map<string, Target>();
  for (const [entityId, target] of targets) {
    const facts = accepted.filter(({ subject }) => subject === entityId);
    const written = await writeInto(target, facts, writing);
    outcomes.push(...written);
    if (written.some(({ outcome }) => outcome !== 'refused')) about.set(target.id, target);
  }
  const own = accepted.filter(({ subject }) => subject === documentSubject);
  if (about.size > 0 || own.length > 0)
    outcomes.push(...(await writeDocument(own, [...about.values()], writing)));
  const settled = new Set(outcomes.map(({ fact }) => fact.id));
  for (const fact of accepted) {
    if (settled.has(fact.id)) continue;
    const detail = missing.get(fact.subject) ?? `the draft has no name “${fact.subject}”`;
    outcomes.push({ fact, record: fact.subject, outcome: 'refused', detail });
  }
  return {
    changes: [...writing.texts].flatMap(([path, { before, after }]) =>
      before === after ? [] : [{ path, before, after }],
    ),
    outcomes,
    made: [...targets.values()].filter(({ made }) => made).map(({ id }) => id),
    draft: leftOf(draft, targets, outcomes),
  };
}

/** The draft with what is written done, and what was new by the record that it now is: it is not made a second time. */
function leftOf(
  draft: Draft,
  targets: ReadonlyMap<string, Target>,
  outcomes: readonly Outcome[],
): Draft {
  const refused = new Set(
    outcomes.filter(({ outcome }) => outcome === 'refused').map(({ fact }) => fact.id),
  );
  return {
    ...draft,
    entities: draft.entities.map((entity) => {
      const target = targets.get(entity.id);
      if (!target?.made) return entity;
      const { choice, ...rest } = entity;
      return { ...rest, status: 'known', record: target.id };
    }),
    facts: draft.facts.map((fact) =>
      fact.status === 'accepted' && !refused.has(fact.id) ? { ...fact, status: 'applied' } : fact,
    ),
  };
}

/** A record that facts are about or lead to. */
interface Target {
  readonly entity: DraftEntity;
  readonly id: string;
  readonly kind: string;
  /** Of its file, relative to the base. */
  readonly path: string;
  readonly made: boolean;
}

interface Writing {
  readonly draft: Draft;
  readonly document: Pick<Target, 'id' | 'path'>;
  /** By entity. */
  readonly targets: ReadonlyMap<string, Target>;
  /** Why an entity has no record, by entity. */
  readonly missing: ReadonlyMap<string, string>;
  readonly base: Surroundings;
  /** Files as they are and as they will be; several names of a draft may be one record. */
  readonly texts: Map<string, { readonly before: string | null; readonly after: string | null }>;
}

/** The records that accepted facts are about or lead to, by entity; new ones get an id of their own. */
async function targetsOf(
  draft: Draft,
  accepted: readonly DraftFact[],
  base: Surroundings,
): Promise<Pick<Writing, 'targets' | 'missing'>> {
  const targets = new Map<string, Target>();
  const missing = new Map<string, string>();
  const taken = new Set<string>();
  const wanted = new Set(accepted.flatMap((fact) => [fact.subject, fact.edited ?? fact.value]));
  for (const entity of draft.entities) {
    if (!wanted.has(entity.id)) continue;
    if (entity.choice === 'none') {
      missing.set(entity.id, `“${entity.title}” needs no record, as somebody said`);
      continue;
    }
    const known = recordOf(entity);
    if (known !== undefined) {
      const record = await base.recordOf(known);
      if (record) targets.set(entity.id, { entity, ...record, made: false });
      else missing.set(entity.id, `the record ${known} is gone; say in “koinon review” what it is`);
      continue;
    }
    const kind = base.kinds.get(entity.kind);
    if (!kind) {
      missing.set(entity.id, `there is no kind ${entity.kind}`);
      continue;
    }
    const short = accepted.find((fact) => fact.subject === entity.id && fact.field === 'acronym');
    const id = await freeRecordId(entity, kind, short && valueOf(short), taken, base);
    taken.add(id);
    const path = `${base.folderFor(kind)}/${id}.md`;
    targets.set(entity.id, { entity, id, kind: kind.name, path, made: true });
  }
  return { targets, missing };
}

function freeRecordId(
  entity: DraftEntity,
  kind: Kind,
  acronym: string | undefined,
  taken: ReadonlySet<string>,
  base: Surroundings,
): Promise<string> {
  const stem =
    shortSlug(acronym ?? entity.acronym ?? entity.title) || shortSlug(entity.title) || entity.kind;
  return freeName(stem, kind, taken, base);
}

/** A name that no record has and no file, with a number where it needs one. */
async function freeName(
  stem: string,
  kind: Kind,
  taken: ReadonlySet<string>,
  base: Surroundings,
): Promise<string> {
  for (let number = 1; ; number++) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (taken.has(id) || (await base.isTaken(id))) continue;
    if (!existsSync(join(base.folder, base.folderFor(kind), `${id}.md`))) return id;
  }
}

/** Writes facts into the text of a record; where their source cannot stand there, none of them is written. */
async function writeInto(
  target: Target,
  facts: readonly DraftFact[],
  writing: Writing,
): Promise<readonly Outcome[]> {
  const { base, texts, document } = writing;
  const { entity, id, path, made } = target;
  const opened = texts.get(path) ?? openedAt(base.folder, path);
  if (!made && ('reason' in opened || opened.after === null))
    return refused(facts, id, 'reason' in opened ? opened.reason : 'its file is gone');
  const { before = null, after = null } = 'reason' in opened ? {} : opened;
  const first = after ?? newRecordText(entity);
  const { text, outcomes } = await entered(facts, target, first, writing);
  const further = furtherNames(entity, readRecord(text, path, base).record);
  const edits: FrontEdit[] = further.length > 0 ? [{ add: 'aliases', values: further }] : [];
  const named = attempt(text, edits, path, base);
  const supported = outcomes.filter(({ outcome }) => outcome === 'written' || outcome === 'known');
  const stated = 'text' in named ? named.text : text;
  const cited = citations(
    supported.map(({ fact }) => fact),
    document.id,
    stated,
  );
  const sources = made && cited.length === 0 ? namingSource(entity, document.id) : cited;
  const whole =
    sources.length === 0
      ? { text: stated }
      : attempt(stated, [{ add: 'sources', values: sources }], path, base);
  if (!('text' in whole)) return refused(facts, id, whole.reason);
  texts.set(path, { before, after: whole.text });
  return outcomes;
}

function refused(facts: readonly DraftFact[], record: string, detail: string): readonly Outcome[] {
  return facts.map((fact) => ({ fact, record, outcome: 'refused', detail }));
}

/** A text with one fact after the other in it. */
async function entered(
  facts: readonly DraftFact[],
  target: Pick<Target, 'id' | 'kind' | 'path' | 'made'>,
  first: string,
  writing: Writing,
): Promise<{ readonly text: string; readonly outcomes: readonly Outcome[] }> {
  const { base, document } = writing;
  const { id, path, made } = target;
  const kind = base.kinds.get(target.kind);
  const meant = made ? new Map<string, string>() : await base.meantBy(id);
  const outcomes: Outcome[] = [];
  let text = first;
  for (const fact of facts) {
    const { record } = readRecord(text, path, base);
    const step =
      record && kind
        ? await stepFor(
            fact,
            { id, kind, record, facts, meant, documentId: document.id, base },
            writing,
          )
        : refusal('the record cannot be read');
    const tried = attempt(text, step.edits, path, base);
    const { outcome, detail } = 'text' in tried ? step : refusal(tried.reason);
    if ('text' in tried) text = tried.text;
    outcomes.push({ fact, record: id, outcome, ...(detail === undefined ? {} : { detail }) });
  }
  return { text, outcomes };
}

async function stepFor(fact: DraftFact, entering: Entering, writing: Writing): Promise<Step> {
  if (!Object.hasOwn(entering.kind.relations, fact.field)) return fieldStep(fact, entering);
  const other = await otherOf(fact, writing);
  return 'reason' in other ? refusal(other.reason) : linkStep(fact, other, entering);
}

/** The record that a relation leads to: what a person put in place of the proposed name is the id of a record. */
async function otherOf(
  { value, edited }: DraftFact,
  { targets, missing, base }: Writing,
): Promise<Other | { readonly reason: string }> {
  const target = edited === undefined ? targets.get(value) : undefined;
  if (target) return { ...target, name: linkName(target) };
  const reason = edited === undefined ? missing.get(value) : undefined;
  if (reason !== undefined) return { reason };
  const record = await base.recordOf(edited ?? value);
  return record
    ? { ...record, name: linkName(record) }
    : { reason: `no record is called “${edited ?? value}”` };
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

/** The text after the edits, if it can be read as before and says nothing wrong that it did not say. */
function attempt(
  text: string,
  edits: readonly FrontEdit[],
  file: string,
  context: ReadContext,
): { readonly text: string } | { readonly reason: string } {
  if (edits.length === 0) return { text };
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

/** The record of the document, which is there already where the same text was applied before. */
async function documentOf(
  draft: Draft,
  targets: ReadonlyMap<string, Target>,
  base: Surroundings,
): Promise<Pick<Target, 'id' | 'path'>> {
  const there = await base.documentOf(draft.document.sha256);
  if (there) return there;
  const kind = base.kinds.get('document');
  if (!kind) throw new UsageError('There is no kind document');
  const taken = new Set([...targets.values()].map(({ id }) => id));
  const id = await freeName(draft.id, kind, taken, base);
  return { id, path: `${base.folderFor(kind)}/${id}.md` };
}

/** The record of the document and its text leave `drafts/`, with what was said about the document itself. */
async function writeDocument(
  facts: readonly DraftFact[],
  about: readonly Target[],
  writing: Writing,
): Promise<readonly Outcome[]> {
  const { draft, document, base, texts } = writing;
  const { folder } = base;
  const paths = draftPaths(draft.id, draft.document.sha256);
  const kept = `sources/${draft.document.sha256}.txt`;
  const { id, path } = document;
  const { before, after: now } = texts.get(path) ?? textAt(folder, path);
  const page = textAt(folder, paths.page).before;
  const frozen = textAt(folder, paths.text).before;
  const target = { id, kind: 'document', path, made: before === null };
  const { text, outcomes } = await entered(facts, target, now ?? page ?? pageText(draft), writing);
  texts.set(path, { before, after: await withAbout(text, target, about, writing) });
  if (page !== null) texts.set(paths.page, { before: page, after: null });
  if (frozen !== null) {
    texts.set(kept, { before: textAt(folder, kept).before, after: frozen });
    texts.set(paths.text, { before: frozen, after: null });
  }
  return outcomes;
}

/** The record of the document with links to the records that it was the source of. */
async function withAbout(
  text: string,
  { id, path, made }: Pick<Target, 'id' | 'path' | 'made'>,
  about: readonly Target[],
  { base }: Writing,
): Promise<string> {
  const links = readRecord(text, path, base).record?.links ?? [];
  const meant = made ? new Map<string, string>() : await base.meantBy(id);
  const added = about.filter((each) => each.id !== id && !stands(links, 'about', each.id, meant));
  const values = added.map((each) => `[[${linkName(each)}]]`);
  try {
    return editFront(text, [{ add: 'about', values }]);
  } catch (error) {
    if (!(error instanceof EditRefused)) throw error;
    throw new UsageError(`${path}: ${error.message}; nothing is written`);
  }
}

function openedAt(
  folder: string,
  path: string,
): { readonly before: string | null; readonly after: string | null } | { readonly reason: string } {
  const read = readFileText(join(folder, path));
  if ('problem' in read) return { reason: read.problem.reason };
  const text = 'text' in read ? read.text : null;
  return { before: text, after: text };
}

function textAt(folder: string, path: string) {
  const opened = openedAt(folder, path);
  if ('reason' in opened) throw new UsageError(`${path}: ${opened.reason}`);
  return opened;
}
