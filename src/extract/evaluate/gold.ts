import type { TextSpan } from '../../core/document.ts';

/** Words of the annotated text: `text.slice(start, end) === text`. */
export interface GoldSpan extends TextSpan {
  readonly text: string;
}

interface Sure {
  /** Neither missed nor false. */
  readonly optional?: boolean;
  /** `low`: found only where the proposal is marked as unsure; `inferred`: follows, and is not said. */
  readonly certainty?: string;
}

interface GoldThing extends Sure {
  readonly id: string;
  readonly name: string | null;
  readonly aliases?: readonly string[];
  readonly mentions: readonly GoldSpan[];
  /** A further reading of where it stands. */
  readonly altMention?: GoldSpan;
}

interface GoldOrganisation extends GoldThing {
  readonly roles?: readonly (Sure & {
    readonly role: string;
    readonly of?: string;
    readonly evidence?: GoldSpan;
  })[];
}

/** One hand-annotated text, format `koinon-gold/1`; what the file lacks is an empty list. */
export interface Gold {
  /** Name of the text's file. */
  readonly doc: string;
  readonly docType: string;
  /** Kind of the record to draft first. */
  readonly kind: string;
  readonly title: {
    readonly value: string | null;
    readonly recordName?: string;
    readonly derived?: string;
    readonly fullTitle?: GoldSpan;
    readonly alsoAccept?: string;
    readonly evidence?: GoldSpan;
  };
  readonly language: { readonly primary: string };
  readonly dates: readonly (Sure & {
    readonly role: string;
    readonly of?: string;
    readonly value: string;
    readonly evidence: GoldSpan;
  })[];
  readonly countries: readonly (Sure & {
    readonly code: string;
    /** `explicit`, `implied`, `demonym`. */
    readonly basis: string;
    readonly mentions: readonly GoldSpan[];
  })[];
  readonly regions: readonly (GoldThing & { readonly iso?: string; readonly nuts?: string })[];
  readonly places: readonly { readonly mentions: readonly GoldSpan[] }[];
  readonly organisations: readonly GoldOrganisation[];
  readonly genericOrganisations: readonly GoldSpan[];
  readonly projects: readonly GoldThing[];
  readonly events: readonly GoldThing[];
  readonly programmes: readonly GoldThing[];
  readonly budget: readonly (Sure & {
    readonly amount: number;
    readonly currency: string;
    readonly raw: GoldSpan;
  })[];
  readonly themes: readonly (Sure & { readonly id: string; readonly evidence: GoldSpan })[];
  readonly acronyms: readonly (Sure & {
    readonly acronym: string;
    readonly expansion: string;
    readonly acronymSpan: GoldSpan;
    readonly expansionSpan: GoldSpan;
    readonly alsoAccept?: readonly GoldSpan[];
  })[];
  readonly relations: readonly (Sure & {
    readonly subject: string;
    readonly predicate: string;
    readonly object: string;
    readonly evidence?: GoldSpan;
  })[];
  readonly traps: readonly GoldSpan[];
}

export type { GoldThing };

const lists = [
  'dates',
  'countries',
  'regions',
  'places',
  'organisations',
  'genericOrganisations',
  'projects',
  'events',
  'programmes',
  'budget',
  'themes',
  'acronyms',
  'relations',
  'traps',
];

/** The annotation in a JSON text; undefined where it is another JSON file. Throws a `SyntaxError` where it is no JSON. */
export function readGold(json: string): Gold | undefined {
  const read: unknown = JSON.parse(json);
  if (typeof read !== 'object' || read === null || !('schema' in read)) return undefined;
  if (read.schema !== 'koinon-gold/1') return undefined;
  const empty = Object.fromEntries(lists.map((key) => [key, []]));
  return { ...empty, ...read } as unknown as Gold;
}
