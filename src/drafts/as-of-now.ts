import type { Ranking } from '../actors/ranked.ts';
import type { Decided } from '../core/decision.ts';
import type { Draft, DraftEntity } from './draft.ts';
import { resolved } from './resolve-entities.ts';

/** What the base has by now for a name of a draft. */
export interface Alike {
  /** The record that it is most likely, where nothing else comes near. */
  readonly likely?: string;
  /** Records that it may be, the likeliest first. */
  readonly candidates: NonNullable<DraftEntity['candidates']>;
}

/** Looks a name up in the base as it is now, which may have got records since the draft was made. */
export async function alikeNow(
  entity: DraftEntity,
  ranking: Ranking,
  decided: Decided,
): Promise<Alike> {
  const {
    record,
    status,
    candidates = [],
    title,
    acronym,
    aliases,
  } = await resolved(entity, ranking, decided);
  const names = [title, acronym ?? title, ...aliases];
  const isNot = (id: string) =>
    entity.not?.includes(id) === true || names.some((name) => decided.excluded(name).has(id));
  const left = candidates.filter((each) => !isNot(each.record));
  const isLikely = status === 'known' && record !== undefined && !isNot(record);
  return { ...(isLikely ? { likely: record } : {}), candidates: left };
}

/** The draft in which what nobody decided may be a record that the base has got since: it is a question, as at the import. */
export async function asOfNow(
  draft: Draft,
  ranking: () => Promise<Ranking>,
  decided: Decided,
): Promise<Draft> {
  const entities: DraftEntity[] = [];
  for (const entity of draft.entities) {
    const isOpen = entity.choice === undefined && entity.status !== 'known';
    const { candidates } = isOpen ? await alikeNow(entity, await ranking(), decided) : nobody;
    const known = new Set((entity.candidates ?? []).map(({ record }) => record));
    const fresh = candidates.filter(({ record }) => !known.has(record));
    entities.push(
      fresh.length === 0
        ? entity
        : { ...entity, status: 'candidates', candidates: [...(entity.candidates ?? []), ...fresh] },
    );
  }
  const isSame = entities.every((entity, at) => entity === draft.entities[at]);
  return isSame ? draft : { ...draft, entities };
}

const nobody: Alike = { candidates: [] };
