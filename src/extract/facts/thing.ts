import { slug } from '../../core/slug.ts';
import type { FoundEntity } from '../names/entities.ts';
import type { Mention } from '../text/mention.ts';

/** An entity while the parts of an answer are joined; sheets and tables may give it any kind. */
export type Thing = Omit<FoundEntity, 'kind'> & { readonly kind: string };

/** The entities of a document, to which sheets and tables add those that nothing else found. */
export class Things {
  readonly #byId = new Map<string, Thing>();

  constructor(found: readonly FoundEntity[]) {
    for (const entity of found) this.#byId.set(entity.id, entity);
  }

  all(): readonly Thing[] {
    return [...this.#byId.values()];
  }

  get(id: string): Thing | undefined {
    return this.#byId.get(id);
  }

  /** Adds an entity; its id is a slug of its title that no other one has. */
  add(thing: Omit<Thing, 'id'>): Thing {
    const base = slug(thing.title) || thing.kind;
    let id = base;
    for (let count = 2; this.#byId.has(id); count++) id = `${base}-${count}`;
    const made = { id, ...thing };
    this.#byId.set(id, made);
    return made;
  }

  /** Replaces an entity by itself with something else. */
  change(id: string, change: Partial<Omit<Thing, 'id'>>): void {
    const before = this.#byId.get(id);
    if (before) this.#byId.set(id, { ...before, ...change });
  }

  /** Every mention, in no order. */
  mentions(): Mention[] {
    return this.all().flatMap(({ id, kind, mentions }) =>
      mentions.map(({ start, end }) => ({ start, end, entity: id, kind })),
    );
  }
}
