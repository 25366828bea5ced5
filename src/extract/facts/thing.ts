import { slug } from '../../core/slug.ts';
import type { FoundEntity } from '../names/found-entity.ts';
import { documentSubject } from '../names/found-entity.ts';
import { tidy } from '../text/balance.ts';
import type { Mention } from '../text/mention.ts';

/** An entity while the parts of an answer are joined; sheets and tables may give it any kind. */
export type Thing = Omit<FoundEntity, 'kind'> & { readonly kind: string };

/** The entities of a document, to which sheets and tables add those that nothing else found. */
export class Things {
  readonly #byId = new Map<string, Thing>();
  readonly #nameless = new Set<string>();

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
    const title = tidy(thing.title);
    const base = slug(title) || thing.kind;
    let id = base;
    for (let count = 2; this.#byId.has(id) || id === documentSubject; count++)
      id = `${base}-${count}`;
    const made = { id, ...thing, title, aliases: thing.aliases.map(tidy) };
    this.#byId.set(id, made);
    return made;
  }

  /** The things that can be records: neither the document itself nor what has no name. */
  named(): readonly Thing[] {
    return this.all().filter(({ id }) => id !== documentSubject && !this.#nameless.has(id));
  }

  /** Says that a thing has no name: it keeps its dates to itself, and is none of the entities. */
  leaveOut(id: string): void {
    this.#nameless.add(id);
  }

  isLeftOut(id: string): boolean {
    return this.#nameless.has(id);
  }

  /** Replaces an entity by itself with something else. */
  change(id: string, change: Partial<Omit<Thing, 'id'>>): void {
    const before = this.#byId.get(id);
    if (before) this.#byId.set(id, { ...before, ...change });
  }

  /** A thing that is the document itself: what is found of it is a fact about the document, and it is none of the entities. */
  asDocument(thing: Thing): Thing {
    this.#byId.delete(thing.id);
    const itself = { ...thing, id: documentSubject };
    this.#byId.set(documentSubject, itself);
    return itself;
  }

  /** Every mention, in no order. */
  mentions(): Mention[] {
    return this.all().flatMap(({ id, kind, mentions }) =>
      mentions.map(({ start, end }) => ({ start, end, entity: id, kind })),
    );
  }
}
