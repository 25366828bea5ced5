import type { Entity, Extraction, Fact } from '../extract/extraction.ts';

/** What a person decided about an entity: a record that it is, a record of its own, or nothing worth a record. */
export type Choice = { readonly record: string } | 'new' | 'none';

export interface DraftEntity extends Entity {
  readonly choice?: Choice;
  /** Records that it is not, as somebody said. */
  readonly not?: readonly string[];
  /** What other names of the document were called that are this one, as somebody said. */
  readonly also?: readonly string[];
  /** What the document calls it, where somebody wrote another title. */
  readonly entitled?: string;
}

/** Where a document came from. */
export type Source = Pick<Draft, 'file' | 'path' | 'url'>;

type Status = 'proposed' | 'accepted' | 'rejected' | 'applied';

export interface DraftFact extends Fact {
  readonly status: Status;
  /** The value that a person put in place of the proposed one. */
  readonly edited?: string;
}

/** What was found in one document, with what people decided about it so far; lies in `drafts/` until it is applied. */
export interface Draft {
  /** The stem of its files, and of the document record that it makes. */
  readonly id: string;
  /** Name of the file that was imported, without its folders. */
  readonly file: string;
  /** Of that file, from the base; none where it came in no file. */
  readonly path?: string;
  /** Where the document says that it is published. */
  readonly url?: string;
  readonly format: string;
  readonly document: Extraction['document'];
  readonly subject: Extraction['subject'];
  readonly entities: readonly DraftEntity[];
  readonly facts: readonly DraftFact[];
  readonly found: Pick<
    Extraction,
    'acronyms' | 'countries' | 'regions' | 'money' | 'themes' | 'figures'
  >;
  readonly notes: readonly string[];
}

/** What is as sure as this needs no second look. */
export const sure = 0.9;

/** Whether a fact is ticked before anybody looks: what the document does not say itself never is. */
export function isSure({ confidence, inferred }: Fact): boolean {
  return confidence >= sure && !inferred;
}

/** What a fact says, as it was proposed or as a person put it. */
export function valueOf(fact: DraftFact): string {
  return fact.edited ?? fact.value;
}

/** The rule of facts that no reader found, and a person added. */
export const addedRule = 'person';

/** Whether a person set the value, so that the document is no proof of it. */
export function isByPerson({ edited, rule }: DraftFact): boolean {
  return edited !== undefined || rule === addedRule;
}

/** Whether a name is taken for a record by likeness alone, which nobody has said. */
export function isOnlyLikely({ choice, status, record, candidates }: DraftEntity): boolean {
  const [first] = candidates ?? [];
  return (
    choice === undefined &&
    status === 'known' &&
    first !== undefined &&
    first.record === record &&
    first.score < 1
  );
}

/** A draft of what was just found. */
export function newDraft(
  id: string,
  { file, path, url }: Source,
  format: string,
  extraction: Extraction,
  notes: readonly string[],
): Draft {
  const { document, subject, entities, facts, ...found } = extraction;
  return {
    id,
    file,
    ...(path === undefined ? {} : { path }),
    ...(url === undefined ? {} : { url }),
    format,
    document,
    subject,
    entities,
    facts: facts.map((fact) => ({ ...fact, status: 'proposed' })),
    found,
    notes,
  };
}

/** The record that an entity is, where that is settled. */
export function recordOf(entity: DraftEntity): string | undefined {
  const { choice, record, status } = entity;
  if (choice !== undefined) return typeof choice === 'object' ? choice.record : undefined;
  return status === 'known' ? record : undefined;
}

/** Lines of JSON: what the document is, then its entities, its facts, and what else was found; one line a thing, for version control. */
export function draftText(draft: Draft): string {
  const { entities, facts, found, ...head } = draft;
  const lines = [
    { draft: head },
    ...entities.map((entity) => ({ entity })),
    ...facts.map((fact) => ({ fact })),
    { found },
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** The draft of a text that {@link draftText} made; undefined for any other text. */
export function readDraft(text: string): Draft | undefined {
  try {
    const lines = text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as { [part: string]: unknown });
    const head = lines[0]?.['draft'] as Omit<Draft, 'entities' | 'facts' | 'found'> | undefined;
    const found = lines.find((line) => 'found' in line)?.['found'] as Draft['found'] | undefined;
    if (!head || !found || !isSound(head)) return undefined;
    return {
      ...head,
      entities: lines.flatMap((line) => ('entity' in line ? [line['entity'] as DraftEntity] : [])),
      facts: lines.flatMap((line) => ('fact' in line ? [line['fact'] as DraftFact] : [])),
      found,
    };
  } catch {
    return undefined;
  }
}

/** Both become names of files, which must not lead elsewhere, whoever wrote the draft. */
function isSound({ id, document }: Pick<Draft, 'id' | 'document'>): boolean {
  return (
    typeof id === 'string' &&
    /^[^/\\\0]{1,200}$/.test(id) &&
    !id.startsWith('.') &&
    /^[0-9a-f]{64}$/.test(document.sha256)
  );
}
