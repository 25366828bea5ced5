import { isText } from '../core/node.ts';
import type { Evidence, Freshness, Told } from '../core/rank/evidence.ts';
import type { Further } from '../core/rank/rank.ts';
import { breadthLimit, weights } from '../core/rank/weights.ts';
import type { Company, Store, StoredRecord } from '../store/store.ts';
import type { Likeness } from './likeness.ts';
import type { Need } from './need.ts';
import { partnerKind } from './need.ts';
import type { Session } from './session.ts';
import { beginning, leastShare, told } from './telling.ts';
import { ageOf, workRelations } from './work.ts';

/** What is read of few candidates only, and the most that it can add to the score of one. */
export interface FurtherEvidence {
  readonly read: Further;
  readonly most: (key: number) => number;
}

/** What the records of organisations themselves tell, and with whom they work; the records that are read are kept. */
export async function furtherEvidence(
  need: Need,
  like: Likeness | undefined,
  records: Map<number, StoredRecord>,
  store: Store,
  session: Session,
): Promise<FurtherEvidence> {
  const relations = workRelations(session.kinds);
  const { today } = session.surroundings;
  const offering = await mayOffer(need, store);
  return {
    most: (key) =>
      weights.partners * Math.log2(1 + breadthLimit.partners) +
      weights.workCountries * Math.log2(1 + breadthLimit.workCountries) +
      weights.fresh +
      (offering.has(key) ? weights.offers : 0) +
      (like ? weights.likeForms + weights.likeCountries * Math.log2(1 + like.countries) : 0),
    read: async (keys) => {
      const found = new Map<number, Evidence>();
      const company = await store.company(keys, relations.all);
      for await (const record of store.records({ keys })) {
        if (record.kind !== partnerKind) continue;
        records.set(record.key, record);
        const own = company.get(record.key);
        const offers = offering.has(record.key) ? offered(record, need) : [];
        const fresh = freshness(record, own, today);
        found.set(record.key, {
          ...(offers.length > 0 ? { offers } : {}),
          ...(own ? { partners: own.partners, workCountries: own.countries.toSorted() } : {}),
          ...(fresh ? { fresh } : {}),
          ...like?.further(record, own),
        });
      }
      return found;
    },
  };
}

/** Who has any word of the need in a field, offers among them. */
async function mayOffer({ wordings, offers }: Need, store: Store): Promise<ReadonlySet<number>> {
  if (offers || wordings.length === 0) return new Set();
  const any = [...new Set(wordings.flatMap(({ stems }) => [...stems]))].map(beginning);
  return new Set(await store.keys({ kind: { any: [partnerKind], none: [] }, query: { any } }));
}

/** Offers that have at least half of the words, or a name of the theme. */
function offered(record: StoredRecord, { wordings }: Need): readonly Told[] {
  const offers = new Map<string, number>();
  for (const { stems: wanted, whole } of wordings) {
    for (const { text, share } of told(record, 'offers', wanted)) {
      if (share < (whole ? 1 : leastShare)) continue;
      offers.set(text, Math.max(share, offers.get(text) ?? 0));
    }
  }
  return [...offers].map(([text, share]) => ({ text, share })).sort((a, b) => b.share - a.share);
}

function freshness(
  { values }: StoredRecord,
  company: Company | undefined,
  today: string,
): Freshness | undefined {
  const verified = (values['verified'] ?? []).find(isText);
  let fresh: Freshness | undefined;
  for (const last of [verified, company?.latest ?? undefined]) {
    // Work that goes on was seen today, not on the day on which it will end.
    const date = last !== undefined && last > today ? today : last;
    const age = date === undefined ? undefined : ageOf(date, today);
    if (date === undefined || age === undefined) continue;
    if (!fresh || age < fresh.age) fresh = { date, age };
  }
  return fresh;
}
