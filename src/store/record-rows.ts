import type { Kinds } from '../core/kind.ts';
import type { ReadRecord } from '../core/record.ts';
import type { NameKey } from '../core/resolve.ts';
import { folderOf, linkKeys, nameKeys, rank } from '../core/resolve.ts';
import { spanOf } from '../core/span.ts';
import { stemOf } from '../core/stem.ts';
import { fold } from '../vocabulary/fold.ts';
import { facetsOf, roleOf, textColumns } from './derive.ts';

/**
 * What the index keeps of a record, as far as it follows from its own file: plain data, so that the thread that read the file
 * can make it. `fields`, `extra`, `headings` and the details of links are JSON.
 */
export interface RecordRows {
  readonly kind: string;
  readonly folder: string;
  readonly slug: string;
  readonly explicit: boolean;
  readonly title: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly fields: string;
  readonly extra: string;
  readonly front: string;
  readonly headings: string;
  readonly text: string;
  /** Every name under which the record can be meant, its id as long as no other record has it. */
  readonly names: readonly NameKey[];
  readonly facets: readonly (readonly [facet: string, value: string])[];
  readonly links: readonly LinkRow[];
  /** The folded columns of the full text. */
  readonly words: readonly string[];
}

/** A link before it is known where it leads. */
type LinkRow = readonly [
  relation: string,
  role: string | null,
  target: string,
  name: string | null,
  near: string | null,
  base: string | null,
  detail: string,
];

/** The rows of a record; `path` is that of its file, relative to the base. */
export function recordRows(record: ReadRecord, path: string, kinds: Kinds): RecordRows {
  const kind = kinds.get(record.kind);
  const folder = folderOf(path);
  const [since, until] = spanOf(kind, record.values);
  const facets = facetsOf(record, kinds);
  return {
    kind: record.kind,
    folder,
    slug: record.id,
    explicit: record.explicitId,
    title: record.title,
    since,
    until,
    fields: JSON.stringify(record.values),
    extra: JSON.stringify(record.extra),
    front: record.front,
    headings: JSON.stringify(record.headings),
    text: record.text,
    names: [...nameKeys(record, path, stemOf(path)), { name: fold(record.id), rank: rank.id }],
    facets: [...facets].flatMap(([facet, values]) =>
      [...values].map((value) => [facet, value] as const),
    ),
    links: record.links.map((link): LinkRow => {
      const { name, near, base } = linkKeys(link, folder);
      const { relation, target } = link;
      const detail = JSON.stringify({ ...link, relation: undefined, target: undefined });
      return [relation, roleOf(link, kind), target, name, near, base, detail];
    }),
    words: textColumns(record, kinds, facets),
  };
}
