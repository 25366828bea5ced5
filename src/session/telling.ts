import { isText } from '../core/node.ts';
import type { Query } from '../core/query.ts';
import type { Told } from '../core/rank/evidence.ts';
import { stemLength, stems } from '../core/rank/stems.ts';
import type { Store, StoredRecord } from '../store/store.ts';
import { partnerKind } from './need.ts';

/** Organisations of which one field has all the stems, with the texts that have some. */
export async function telling(
  field: 'offers' | 'seeks',
  wanted: ReadonlySet<string>,
  store: Store,
): Promise<ReadonlyMap<number, readonly Told[]>> {
  const found = new Map<number, readonly Told[]>();
  const query: Query = { all: [...wanted].map(beginning) };
  for await (const record of store.records({ kind: { any: [partnerKind], none: [] }, query })) {
    const texts = told(record, field, wanted);
    const had = new Set(texts.flatMap(({ text }) => [...stems(text)]));
    if ([...wanted].every((stem) => had.has(stem))) found.set(record.key, texts);
  }
  return found;
}

/** The texts of a field that have some of the stems, the fullest first. */
export function told(
  record: StoredRecord,
  field: 'offers' | 'seeks',
  wanted: ReadonlySet<string>,
): readonly Told[] {
  const texts = (record.values[field] ?? []).filter(isText).map((text) => {
    const shared = [...stems(text)].filter((stem) => wanted.has(stem)).length;
    return { text, share: wanted.size === 0 ? 0 : shared / wanted.size };
  });
  return texts.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share);
}

/** Words in the fields of a record that begin with a stem; in Arabic also after the article. */
export function beginning(stem: string): Query {
  const words = (word: string): Query => ({
    words: [word],
    in: 'fields',
    ...(stem.length < stemLength ? {} : { prefix: true as const }),
  });
  return /^[\u0621-\u064a]/u.test(stem) ? { any: [words(stem), words(`ال${stem}`)] } : words(stem);
}
