import type { Kind } from '../core/kind.ts';
import { isText } from '../core/node.ts';
import type { Accord, Voice } from '../core/rank/pairs.ts';
import { accords } from '../core/rank/pairs.ts';
import { rarity } from '../core/rank/rarity.ts';
import type { Selection } from '../core/selection.ts';
import type { Store, StoredRecord } from '../store/store.ts';
import { partnerKind } from './need.ts';
import type { Session } from './session.ts';

/** Two records of which one has what the other wants. */
export interface Match {
  readonly match: 'offer' | 'idea' | 'practice';
  /** Who offers, could join or could take up. */
  readonly who: StoredRecord;
  /** Who seeks, or what is joined or taken up. */
  readonly other: StoredRecord;
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

export interface MatchReason {
  readonly reason: 'text' | 'likeThemes' | 'place';
  readonly weight: number;
  readonly evidence: readonly string[];
}

/** Agreement below this is more likely chance than sense. */
const leastScore = 1;

const weights = { text: 1, likeThemes: 0.4, place: 0.5 } as const;

/** Whether a record can be paired with others: an organisation, a plan that is an idea, a practice. */
export function isMatchable({ kind, values }: StoredRecord, { kinds }: Session): boolean {
  const isPractice = kinds.get(kind)?.relations['taken_up_by'] !== undefined;
  return kind === partnerKind || isPractice || (values['status'] ?? []).includes('idea');
}

/** What records offer against what others seek, ideas against who could join, practices against who could take them up. */
export async function findMatches(
  about: StoredRecord | undefined,
  store: Store,
  { kinds }: Session,
): Promise<readonly Match[]> {
  const organisations: StoredRecord[] = [];
  const kind = { any: [partnerKind], none: [] };
  for await (const record of store.records({ kind })) organisations.push(record);
  const themeRarity = rarities(organisations);
  const found: Match[] = [];
  const isAbout = (...records: readonly StoredRecord[]) =>
    about === undefined || records.some(({ key }) => key === about.key);
  const byKey = new Map(organisations.map((record) => [record.key, record]));

  for (const accord of accords(voices(organisations, 'offers'), voices(organisations, 'seeks'))) {
    const [who, other] = [byKey.get(accord.from.key), byKey.get(accord.to.key)];
    if (who && other && isAbout(who, other)) push('offer', who, other, accord);
  }
  for (const [match, wanted] of [
    ['idea', await ideas()],
    ['practice', await practices()],
  ] as const) {
    const own = ['offers', 'seeks', 'summary'];
    const texts = organisations.flatMap((record) =>
      own.flatMap((field) => voices([record], field)),
    );
    const spoken = new Map<string, Accord>();
    const told = wanted.flatMap((record) =>
      ['title', 'summary', 'transfer', 'challenges'].flatMap((field) => voices([record], field)),
    );
    for (const accord of accords(texts, told)) {
      const pair = `${accord.from.key} ${accord.to.key}`;
      if (!spoken.has(pair)) spoken.set(pair, accord);
    }
    for (const other of wanted) {
      const taken = await involved(other);
      for (const who of organisations) {
        if (taken.has(who.key) || !isAbout(who, other)) continue;
        push(match, who, other, spoken.get(`${who.key} ${other.key}`));
      }
    }
  }
  return found.sort((a, b) => b.score - a.score || compare(a, b));

  function push(
    match: Match['match'],
    who: StoredRecord,
    other: StoredRecord,
    accord: Accord | undefined,
  ): void {
    const themes = texts(who, 'themes').filter((theme) => texts(other, 'themes').includes(theme));
    const bits = themes.reduce((sum, theme) => sum + (themeRarity.get(theme) ?? 0), 0);
    const wanted = new Set(placesOf(other));
    const places = placesOf(who).filter((place) => wanted.has(place));
    const reasons: MatchReason[] = [];
    const add = (reason: MatchReason['reason'], weight: number, evidence: readonly string[]) => {
      const rounded = Math.round(weight * 100) / 100;
      if (rounded > 0) reasons.push({ reason, weight: rounded, evidence });
    };
    if (accord) add('text', weights.text * accord.weight, [accord.from.text, accord.to.text]);
    add('likeThemes', weights.likeThemes * bits, themes);
    if (reasons.length === 0) return;
    if (places.length > 0) add('place', weights.place, places);
    const score = Math.round(reasons.reduce((sum, { weight }) => sum + weight, 0) * 100) / 100;
    if (score >= leastScore) found.push({ match, who, other, score, reasons });
  }

  /** Plans that are no more than an idea. */
  async function ideas(): Promise<StoredRecord[]> {
    const where = [{ field: 'status', operator: '=', value: 'idea' } as const];
    return all({ kind: kindsWith(({ fields }) => fields['status']), where });
  }

  async function practices(): Promise<StoredRecord[]> {
    return all({ kind: kindsWith(({ relations }) => relations['taken_up_by']) });
  }

  function kindsWith(part: (kind: Kind) => unknown): NonNullable<Selection['kind']> {
    const any = kinds.all().filter((kind) => part(kind) !== undefined);
    return { any: any.map(({ name }) => name), none: [] };
  }

  async function all(selection: Selection): Promise<StoredRecord[]> {
    const records: StoredRecord[] = [];
    for await (const record of store.records(selection)) records.push(record);
    return records;
  }

  /** Who already has to do with a record: everyone that it links to, and those who carry the project behind it. */
  async function involved({ key }: StoredRecord): Promise<ReadonlySet<number>> {
    const taken = new Set<number>();
    for (const { relation, to } of await store.linksFrom(key)) {
      if (to === null || relation === 'sources') continue;
      taken.add(to);
      if (relation === 'project' || relation === 'derived_from')
        for (const further of await store.linksFrom(to))
          if (further.to !== null) taken.add(further.to);
    }
    return taken;
  }
}

function voices(records: readonly StoredRecord[], field: string): readonly Voice[] {
  return records.flatMap((record) =>
    (field === 'title' ? [record.title] : texts(record, field)).map((text) => ({
      key: record.key,
      text,
    })),
  );
}

function rarities(records: readonly StoredRecord[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const record of records)
    for (const theme of texts(record, 'themes')) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  return new Map([...counts].map(([theme, count]) => [theme, rarity(count, records.length)]));
}

/** Organisations have a seat, ideas and practices the places that they are for. */
function placesOf(record: StoredRecord): readonly string[] {
  const fields = ['region', 'regions', 'country', 'countries', 'area'];
  return [...new Set(fields.flatMap((field) => texts(record, field)))];
}

function compare(a: Match, b: Match): number {
  const [one, other] = [`${a.who.id} ${a.other.id}`, `${b.who.id} ${b.other.id}`];
  return one < other ? -1 : Number(one > other);
}

function texts({ values }: StoredRecord, field: string): readonly string[] {
  return (values[field] ?? []).filter(isText);
}
