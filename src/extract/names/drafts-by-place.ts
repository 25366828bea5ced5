import type { TextSpan } from '../../core/document.ts';
import type { EntityDraft } from './draft-entity.ts';

/** Drafts of entities, found by where they are named and by the record that they are: a long text has tens of thousands. */
export interface DraftsByPlace {
  /** Those with a span that may touch a place, in their order. */
  readonly near: (place: TextSpan) => readonly EntityDraft[];
  /** The first that is a record. */
  readonly ofRecord: (id: string) => EntityDraft | undefined;
  /** Adds a draft behind all others, or spans and the record of one that is there already. */
  readonly note: (draft: EntityDraft, spans: readonly TextSpan[]) => void;
  readonly remove: (draft: EntityDraft) => void;
  readonly left: () => EntityDraft[];
}

/** Characters of a text that are looked through together: about as many as a name has. */
const cell = 64;

export function draftsByPlace(drafts: readonly EntityDraft[]): DraftsByPlace {
  const order = new Map<EntityDraft, number>();
  let last = 0;
  const cells = new Map<number, Set<EntityDraft>>();
  const records = new Map<string, Set<EntityDraft>>();
  const inOrder = (found: Iterable<EntityDraft>) =>
    [...found]
      .filter((draft) => order.has(draft))
      .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const note = (draft: EntityDraft, spans: readonly TextSpan[]) => {
    if (!order.has(draft)) order.set(draft, last++);
    for (const span of spans) for (const at of cellsOf(span)) noted(cells, at).add(draft);
    if (draft.record !== undefined) noted(records, draft.record).add(draft);
  };
  for (const draft of drafts) note(draft, draft.spans);
  return {
    near: (place) => inOrder(new Set(cellsOf(place).flatMap((at) => [...(cells.get(at) ?? [])]))),
    ofRecord: (id) => inOrder(records.get(id) ?? [])[0],
    note,
    remove: (draft) => void order.delete(draft),
    left: () => [...order.keys()],
  };
}

function cellsOf({ start, end }: TextSpan): readonly number[] {
  const first = Math.floor(start / cell);
  return Array.from({ length: Math.floor(end / cell) - first + 1 }, (_, at) => first + at);
}

function noted<Key>(map: Map<Key, Set<EntityDraft>>, key: Key): Set<EntityDraft> {
  const known = map.get(key);
  if (known) return known;
  const made = new Set<EntityDraft>();
  map.set(key, made);
  return made;
}
