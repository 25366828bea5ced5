import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from '../core/kind.ts';
import { shortSlug } from '../core/slug.ts';
import { UsageError } from '../core/usage-error.ts';
import type { Surroundings } from './applying.ts';
import type { Draft, DraftEntity, DraftFact } from './draft.ts';
import { recordOf, valueOf } from './draft.ts';
import { fold } from '../vocabulary/fold.ts';
import { documentSubject, ledTo } from './subjects.ts';

/** A record that facts are about or lead to. */
export interface Target {
  readonly entity: DraftEntity;
  readonly id: string;
  readonly kind: string;
  /** Of its file, relative to the base. */
  readonly path: string;
  readonly made: boolean;
}

export interface Targets {
  /** By entity. */
  readonly targets: ReadonlyMap<string, Target>;
  /** Why an entity has no record, by entity. */
  readonly missing: ReadonlyMap<string, string>;
  /** Names of which new records are made, though they may be records of the base. */
  readonly doubtful: readonly Doubtful[];
}

/** A name with the record that it may be. */
export interface Doubtful {
  readonly title: string;
  readonly record: string;
}

/** The records that accepted facts are about or lead to, by entity; new ones get an id of their own. */
export async function targetsOf(
  draft: Draft,
  accepted: readonly DraftFact[],
  base: Surroundings,
): Promise<Targets> {
  const targets = new Map<string, Target>();
  const missing = new Map<string, string>();
  const doubtful: Doubtful[] = [];
  const taken = new Set<string>();
  const leading = accepted.filter(({ edited }) => edited === undefined);
  const wanted = new Set([
    ...accepted.map(({ subject }) => subject),
    ...leading.flatMap((fact) => ledTo(draft, fact, base.kinds)?.id ?? []),
  ]);
  for (const entity of draft.entities) {
    if (!wanted.has(entity.id)) continue;
    if (entity.choice === 'none') {
      missing.set(entity.id, `“${entity.title}” needs no record, as somebody said`);
      continue;
    }
    const known = recordOf(entity) ?? (await sinceMade(entity, base));
    if (known !== undefined) {
      const record = await base.recordOf(known);
      if (record) targets.set(entity.id, { entity, ...record, made: false });
      else missing.set(entity.id, `the record ${known} is gone; say in “koinon review” what it is`);
      continue;
    }
    const kind = base.kinds.get(entity.kind);
    if (!kind) {
      missing.set(entity.id, `There is no kind ${entity.kind}`);
      continue;
    }
    const { likely, candidates } = await base.alike(entity);
    // What was a question before is answered by now; what is one only now has to be asked.
    const isAsked =
      entity.choice === 'new' || entity.candidates?.some(({ record }) => record === likely);
    if (likely !== undefined && !isAsked) {
      missing.set(
        entity.id,
        `“${entity.title}” is most likely the record ${likely}, which the base has got since; “koinon review ${draft.id} --is ${entity.id}=${likely}” says so, and “--new ${entity.id}” that it is another one`,
      );
      continue;
    }
    const record = likely ?? (entity.choice === 'new' ? undefined : candidates[0]?.record);
    if (record !== undefined) doubtful.push({ title: entity.title, record });
    const short = accepted.find((fact) => fact.subject === entity.id && fact.field === 'acronym');
    const id = await freeRecordId(entity, kind, short && valueOf(short), taken, base);
    taken.add(id);
    const path = `${base.folderFor(kind)}/${id}.md`;
    targets.set(entity.id, { entity, id, kind: kind.name, path, made: true });
  }
  return { targets, missing, doubtful };
}

/** The record that bears the name by now, be it from another draft; who says “new” means another one. */
async function sinceMade(entity: DraftEntity, base: Surroundings): Promise<string | undefined> {
  if (entity.choice !== undefined) return undefined;
  const { kind, title, not = [] } = entity;
  const [only, ...others] = (await base.named(title)).filter(
    (record) =>
      record.kind === kind && fold(record.title) === fold(title) && !not.includes(record.id),
  );
  return others.length === 0 ? only?.id : undefined;
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
    if (taken.has(id) || (await base.named(id)).length > 0) continue;
    if (!existsSync(join(base.folder, base.folderFor(kind), `${id}.md`))) return id;
  }
}

/** The record of the document, which is there already where the same text was applied before. */
export async function documentOf(
  draft: Draft,
  targets: ReadonlyMap<string, Target>,
  base: Surroundings,
): Promise<Pick<Target, 'id' | 'path'>> {
  const there = await base.documentOf(draft.document.sha256);
  if (there) return there;
  const kind = base.kinds.get(documentSubject);
  if (!kind) throw new UsageError(`There is no kind ${documentSubject}`);
  const taken = new Set([...targets.values()].map(({ id }) => id));
  const id = await freeName(draft.id, kind, taken, base);
  return { id, path: `${base.folderFor(kind)}/${id}.md` };
}
