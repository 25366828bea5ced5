import { isText } from '../core/node.ts';
import type { Query } from '../core/query.ts';
import type { Told } from '../core/rank/evidence.ts';
import { stemLength, stems } from '../core/rank/stems.ts';
import type { Store, StoredRecord } from '../store/store.ts';
import { partnerKind } from './need.ts';

/** Less than this share of the words is chance. */
export const leastShare = 0.5;

/** Organisations of which one field has all the stems, with the texts that have some; where none has all, those with half of them. */
export async function telling(
  field: 'offers' | 'seeks',
  wanted: ReadonlySet<string>,
  store: Store,
): Promise<ReadonlyMap<number, readonly Told[]>> {
  const [whole, partly] = [new Map<number, Told[]>(), new Map<number, Told[]>()];
  const query: Query = { any: [...wanted].map(beginning) };
  for await (const record of store.records({ kind: { any: [partnerKind], none: [] }, query })) {
    const texts = told(record, field, wanted);
    const had = new Set(texts.flatMap(({ text }) => [...stems(text)]));
    const share = [...wanted].filter((stem) => had.has(stem)).length / wanted.size;
    if (share === 1) whole.set(record.key, texts);
    else if (share >= leastShare) partly.set(record.key, texts);
  }
  return whole.size > 0 ? whole : partly;
}

/** The texts of a field that have some of the stems, the fullest first. */
export function told(
  record: StoredRecord,
  field: 'offers' | 'seeks',
  wanted: ReadonlySet<string>,
): Told[] {
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
