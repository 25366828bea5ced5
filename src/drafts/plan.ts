import { join } from 'node:path';
import type { FileChange } from '../base/history.ts';
import { readFileText } from '../base/read-file.ts';
import { linkName } from '../core/link-name.ts';
import { UsageError } from '../core/usage-error.ts';
import type { Outcome, Surroundings } from './applying.ts';
import { notAbout } from './about.ts';
import { citations, namingSource } from './citations.ts';
import type { Draft, DraftEntity, DraftFact } from './draft.ts';
import { isByPerson } from './draft.ts';
import { draftPaths } from './folder.ts';
import type { Page } from './page.ts';
import { attempt, opened } from './page.ts';
import { furtherNames } from './further-names.ts';
import { pageText } from './page-text.ts';
import { recordText } from './record-text.ts';
import type { Entering, Other, Step } from './step.ts';
import { fieldStep, linkStep, refusal, stands } from './step.ts';
import type { Entered } from './settled.ts';
import { settling } from './settled.ts';
import { documentSubject } from './subjects.ts';
import type { Doubtful, Target, Targets } from './targets.ts';
import { documentOf, targetsOf } from './targets.ts';

export interface Plan {
  readonly changes: readonly FileChange[];
  readonly outcomes: readonly Outcome[];
  /** Ids of the records that are made. */
  readonly made: readonly string[];
  /** Names of which new records are made, though they may be records of the base. */
  readonly doubtful: readonly Doubtful[];
  /** The record of the document, and to what it was linked though no fact says so. */
  readonly about: { readonly record: string; readonly titles: readonly string[] };
  /** What is left of the draft; nothing is left when every fact is settled. */
  readonly draft: Draft;
}

/** The changes that write the accepted facts of a draft into records, with the document as their source. */
export async function planApply(draft: Draft, base: Surroundings): Promise<Plan> {
  const accepted = draft.facts.filter(({ status }) => status === 'accepted');
  const { targets, missing, doubtful } = await targetsOf(draft, accepted, base);
  const document = await documentOf(draft, targets, base);
  const writing: Writing = { draft, document, targets, missing, base, texts: new Map() };
  const outcomes: Outcome[] = [];
  const about = new Map<string, Target>();
  const left = notAbout(draft, base.kinds);
  for (const [entityId, target] of targets) {
    const facts = accepted.filter(({ subject }) => subject === entityId);
    const written = await writeInto(target, facts, writing);
    outcomes.push(...written);
    const isWritten = written.some(({ outcome }) => outcome !== 'refused');
    if (isWritten && !left.has(entityId)) about.set(target.id, target);
  }
  const own = accepted.filter(({ subject }) => subject === documentSubject);
  const isDocumented = outcomes.some(({ outcome }) => outcome !== 'refused') || own.length > 0;
  const { linked, ...said } = isDocumented
    ? await writeDocument(own, [...about.values()], writing)
    : nothingSaid;
  outcomes.push(...said.outcomes);
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
    made: [
      ...[...targets.values()].filter(({ made }) => made).map(({ id }) => id),
      ...(writing.texts.get(document.path)?.before === null ? [document.id] : []),
    ],
    doubtful,
    about: { record: document.id, titles: linked.map(({ entity }) => entity.title) },
    draft: leftOf(draft, targets, outcomes),
  };
}

const nothingSaid = { outcomes: [], linked: [] } as const;

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
      return { ...withoutChoice(entity), status: 'known', record: target.id };
    }),
    facts: draft.facts.map((fact) =>
      fact.status === 'accepted' && !refused.has(fact.id) ? { ...fact, status: 'applied' } : fact,
    ),
  };
}

function withoutChoice(entity: DraftEntity): DraftEntity {
  const { choice, ...rest } = entity;
  return choice === undefined ? entity : rest;
}

interface Writing extends Omit<Targets, 'doubtful'> {
  readonly draft: Draft;
  readonly document: Pick<Target, 'id' | 'path'>;
  readonly base: Surroundings;
  /** Files as they are and as they will be; several names of a draft may be one record. */
  readonly texts: Map<string, { readonly before: string | null; readonly after: string | null }>;
}

/** Writes facts into the text of a record; where their source cannot stand there, none of them is written. */
async function writeInto(
  target: Target,
  facts: readonly DraftFact[],
  writing: Writing,
): Promise<readonly Outcome[]> {
  const { base, texts, document } = writing;
  const { entity, id, path, made } = target;
  const there = texts.get(path) ?? fileAt(base.folder, path);
  if (!made && ('reason' in there || there.after === null))
    return refused(facts, id, 'reason' in there ? there.reason : 'its file is gone');
  const { before = null, after = null } = 'reason' in there ? {} : there;
  const first = opened(after ?? recordText(entity), path, base);
  const { page: filled, outcomes, meant } = await entered(facts, target, first, writing);
  const kind = base.kinds.get(target.kind);
  const settled = settling({ page: filled, outcomes, kind, meant, documentId: document.id }, base);
  const page = attempt(filled, settled, path, base);
  if ('reason' in page) return refused(facts, id, page.reason);
  const further = furtherNames(entity, page.reading.record);
  const aliased = attempt(page, [{ add: 'aliases', values: further }], path, base);
  const named = 'reason' in aliased ? page : aliased;
  // What a person put right as the record has it already, the document does not say.
  const supported = outcomes.filter(
    ({ fact, outcome }) =>
      outcome === 'written' || (['known', 'same'].includes(outcome) && !isByPerson(fact)),
  );
  const cited = citations(
    supported.map(({ fact, under }) => (under === undefined ? fact : { ...fact, field: under })),
    writing.draft,
    document.id,
    named.text,
    base.kinds,
  );
  const sources = made && cited.length === 0 ? namingSource(entity, document.id) : cited;
  const whole = attempt(named, [{ add: 'sources', values: sources }], path, base);
  if ('reason' in whole) return refused(facts, id, whole.reason);
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
  first: Page,
  writing: Writing,
): Promise<Pick<Entered, 'page' | 'outcomes' | 'meant'>> {
  const { base, document } = writing;
  const { id, path, made } = target;
  const kind = base.kinds.get(target.kind);
  const meant = made ? new Map<string, string>() : await base.meantBy(id);
  const before = first.reading.record;
  const outcomes: Outcome[] = [];
  let page = first;
  for (const fact of facts) {
    const { record } = page.reading;
    const step =
      record && kind
        ? await stepFor(
            fact,
            {
              id,
              kind,
              record,
              before,
              written: page.fields,
              facts,
              meant,
              documentId: document.id,
              draft: writing.draft,
              base,
            },
            writing,
          )
        : refusal('the record cannot be read');
    const tried = attempt(page, step.edits, path, base);
    const { outcome, under, detail, instead } = 'reason' in tried ? refusal(tried.reason) : step;
    if (!('reason' in tried)) page = tried;
    outcomes.push({
      fact,
      record: id,
      outcome,
      ...(under === undefined ? {} : { under }),
      ...(detail === undefined ? {} : { detail }),
      ...(instead === undefined ? {} : { instead }),
    });
  }
  return { page, outcomes, meant };
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

/** The record of the document and its text leave `drafts/`, with what was said about the document itself. */
async function writeDocument(
  facts: readonly DraftFact[],
  about: readonly Target[],
  writing: Writing,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly linked: readonly Target[] }> {
  const { draft, document, base, texts } = writing;
  const { folder } = base;
  const paths = draftPaths(draft.id, draft.document.sha256);
  const kept = `sources/${draft.document.sha256}.txt`;
  const { id, path } = document;
  const { before, after: now } = texts.get(path) ?? textAt(folder, path);
  const page = textAt(folder, paths.page).before;
  const frozen = textAt(folder, paths.text).before;
  const target = { id, kind: documentSubject, path, made: before === null };
  const first = opened(now ?? page ?? pageText(draft), path, base);
  const { page: made, outcomes } = await entered(facts, target, first, writing);
  const { text, linked } = await withAbout(made, target, about, writing);
  texts.set(path, { before, after: text });
  if (page !== null) texts.set(paths.page, { before: page, after: null });
  if (frozen !== null) {
    texts.set(kept, { before: textAt(folder, kept).before, after: frozen });
    texts.set(paths.text, { before: frozen, after: null });
  }
  return { outcomes, linked };
}

/** The record of the document with links to the records that it was the source of. */
async function withAbout(
  page: Page,
  { id, path, made }: Pick<Target, 'id' | 'path' | 'made'>,
  about: readonly Target[],
  { base }: Writing,
): Promise<{ readonly text: string; readonly linked: readonly Target[] }> {
  const links = page.reading.record?.links ?? [];
  const meant = made ? new Map<string, string>() : await base.meantBy(id);
  const added = about.filter((each) => each.id !== id && !stands(links, 'about', each.id, meant));
  const values = added.map((each) => `[[${linkName(each)}]]`);
  const linked = attempt(page, [{ add: 'about', values }], path, base);
  if ('reason' in linked) throw new UsageError(`${id}: ${linked.reason}; nothing is written`);
  return { text: linked.text, linked: added };
}

function fileAt(
  folder: string,
  path: string,
): { readonly before: string | null; readonly after: string | null } | { readonly reason: string } {
  const read = readFileText(join(folder, path));
  if ('problem' in read) return { reason: read.problem.reason };
  const text = 'text' in read ? read.text : null;
  return { before: text, after: text };
}

function textAt(folder: string, path: string) {
  const file = fileAt(folder, path);
  if ('reason' in file) throw new UsageError(`${path}: ${file.reason}`);
  return file;
}
