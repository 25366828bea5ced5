import type { Ranking } from '../actors/ranked.ts';
import { reasonsTold } from '../actors/told.ts';
import type { Decided } from '../core/decision.ts';
import { nothing } from '../core/decision.ts';
import type { Entity, Extraction } from '../extract/extraction.ts';
import type { NamedActor } from '../names/actor.ts';
import { parseName } from '../names/name.ts';

/** What is shown of the reasons. */
const shownReasons = 3;

/**
 * What a document speaks of, with what the base knows of it: what people said about its names comes first, then exact names,
 * as the extraction found them, then likeness, which is enough for a record only where nothing else comes near.
 */
export async function resolveEntities(
  extraction: Extraction,
  ranking: Ranking,
  decided: Decided,
): Promise<Extraction> {
  const entities: Entity[] = [];
  for (const entity of extraction.entities) entities.push(await resolved(entity, ranking, decided));
  return { ...extraction, entities };
}

/** One name of a document, with what the base knows of it. */
export async function resolved(
  entity: Entity,
  ranking: Ranking,
  decided: Decided,
): Promise<Entity> {
  const names = namesOf(entity);
  const meaning = names.map((name) => decided.meaning(name)).find((each) => each !== undefined);
  if (meaning === nothing) return unresolved(entity);
  if (meaning !== undefined) return known(entity, meaning, 1, 'somebody said so');
  const excluded = new Set(names.flatMap((name) => [...decided.excluded(name)]));
  if (entity.record !== undefined && !excluded.has(entity.record)) return entity;
  const listed = (entity.candidates ?? []).filter(({ record }) => !excluded.has(record));
  const ranked = await ranking.of(actorOf(entity));
  const [first] = ranked;
  if (listed.length === 0 && first?.decision === 'same')
    return known(entity, first.record.id, first.likeness.score, told(first));
  const found = ranked.map((each) => ({
    record: each.record.id,
    score: Math.round(each.likeness.score * 1e4) / 1e4,
    reason: told(each),
  }));
  const candidates = [
    ...listed,
    ...found.filter(({ record }) => !listed.some((each) => each.record === record)),
  ];
  if (candidates.length === 0) return unresolved(entity);
  return { ...unresolved(entity), status: 'candidates', candidates };
}

function known(entity: Entity, record: string, score: number, reason: string): Entity {
  return { ...entity, status: 'known', record, candidates: [{ record, score, reason }] };
}

/** The entity without what it was taken for. */
function unresolved(entity: Entity): Entity {
  const { record, candidates, ...rest } = entity;
  return record === undefined && candidates === undefined ? entity : { ...rest, status: 'new' };
}

function told({ likeness }: Awaited<ReturnType<Ranking['of']>>[number]): string {
  return reasonsTold(likeness).slice(0, shownReasons).join(', ');
}

function namesOf({ title, acronym, aliases }: Entity): readonly string[] {
  return [...new Set([title, ...(acronym === undefined ? [] : [acronym]), ...aliases])];
}

function actorOf(entity: Entity): NamedActor {
  const { kind, title, acronym, aliases, country } = entity;
  const context = country === undefined ? {} : { country };
  return {
    kind,
    names: [
      parseName(title, { ...context, kind: 'title' }),
      ...(acronym === undefined
        ? []
        : [parseName(acronym, { ...context, kind: 'acronym' as const })]),
      ...aliases.map((alias) => parseName(alias, { ...context, kind: 'alias' as const })),
    ],
    ...context,
  };
}
