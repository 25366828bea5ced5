import type { Evidence } from '../core/rank/evidence.ts';
import type { Ranked } from '../core/rank/rank.ts';
import { foremost } from '../core/rank/rank.ts';
import type { Store, StoredRecord } from '../store/store.ts';
import { eligibleFor } from './eligible.ts';
import { furtherEvidence } from './further.ts';
import { likeness } from './likeness.ts';
import type { Need } from './need.ts';
import type { Session } from './session.ts';
import { someWords } from './some-words.ts';
import { themeTopic, wordsTopic } from './topics.ts';
import type { Topic } from './topics.ts';
import { widenedQuery } from './words.ts';
import { tallies, workRelations } from './work.ts';

/** Of more organisations than this that fit a filter alike, those with most work are weighed. */
const mostWeighed = 1_000;

/** With more projects than this an organisation is no newcomer. */
const mostOfNewcomers = 1;

/** A partner that was found. */
export interface Partner extends Ranked {
  readonly record: StoredRecord;
}

export interface Partners {
  readonly total: number;
  /** The first of them, best first. */
  readonly partners: readonly Partner[];
  /** What was asked for, with the works that speak for it. */
  readonly topics: readonly Topic[];
  /** More records have the words, or more organisations pass the filters, than were weighed. */
  readonly cut: boolean;
  /** None has all the words; these have some of them. */
  readonly widened: boolean;
}

/**
 * Organisations that meet a need, ranked by all that speaks for them; where none has all its words, those that have what means
 * the same, else some of them.
 */
export async function findPartners(
  need: Need,
  limit: number,
  store: Store,
  session: Session,
): Promise<Partners> {
  const found = await meeting(need, limit, store, session);
  const { query } = need;
  if (found.total > 0 || !query) return found;
  const meant = await widenedQuery(query, session);
  const same = await meeting({ ...need, query: meant }, limit, store, session);
  if (same.total > 0) return same;
  for (const some of await someWords(meant, async () => true)) {
    const fewer = await meeting({ ...need, query: some }, limit, store, session);
    if (fewer.total > 0) return { ...fewer, widened: true };
  }
  return found;
}

async function meeting(
  need: Need,
  limit: number,
  store: Store,
  session: Session,
): Promise<Partners> {
  const { today } = session.surroundings;
  const relations = workRelations(session.kinds);
  const eligible = await eligibleFor(need, store, session);
  const topics: Topic[] = [...eligible.topics];
  const evidence = new Map<number, { -readonly [Sort in keyof Evidence]: Evidence[Sort] }>();
  const led = new Map<number, number>();
  const add = (key: number, more: Evidence) => {
    const known = evidence.get(key);
    if (known) Object.assign(known, more);
    else evidence.set(key, { ...more });
  };

  const theme = need.themes.length > 0 ? await themeTopic(need, store, session) : undefined;
  const words = need.query ? await wordsTopic(need, theme, store, session) : undefined;
  for (const topic of [theme, words]) {
    if (!topic) continue;
    topics.push(topic);
    for (const [key, own] of topic.own) if (eligible.isEligible(key)) add(key, own);
    const counted = topic === words ? theme?.works : undefined;
    await addWork(topic, { works: [...topic.works] }, counted);
  }
  const like = need.like && (await likeness(need.like.key, store, session));
  for (const [key, more] of like?.known ?? []) if (eligible.isEligible(key)) add(key, more);
  const vague = !theme && !words && !like;
  const passing = vague ? [...(eligible.keys ?? [])] : [];
  if (vague) {
    for (const key of passing) evidence.set(key, {});
    const actors =
      passing.length > mostWeighed
        ? [...(await store.busiest(passing, relations.all, mostWeighed)).keys()]
        : passing;
    const works = { has: () => true };
    topics.push({ reason: 'work', works, own: new Map() });
    await addWork({ reason: 'work', works }, { actors });
  }

  const met = [theme, words].filter((topic) => topic !== undefined);
  for (const [key, known] of evidence) {
    const meets = ({ own, reason }: Topic) =>
      known[reason] !== undefined || (own.has(key) && need.years === undefined);
    const isMet = need.themesByWords ? met.some(meets) : met.every(meets);
    const isActive = !need.years || topics.some(({ reason }) => known[reason] !== undefined);
    if (!isMet || !isActive) evidence.delete(key);
  }
  if (need.newcomers) {
    const projects = await store.busiest([...evidence.keys()], relations.carrying);
    for (const [key, count] of projects) if (count > mostOfNewcomers) evidence.delete(key);
  }
  for (const key of evidence.keys()) {
    const amount = led.get(key);
    if (amount) add(key, { leads: { amount } });
    const given = eligible.given(key);
    if (given) add(key, given);
  }

  const records = new Map<number, StoredRecord>();
  const further = await furtherEvidence(need, like, records, store, session);
  const found = await foremost(evidence, limit, further.most, further.read);
  const partners = found.flatMap((each) => {
    const record = records.get(each.key);
    return record ? [{ ...each, record }] : [];
  });
  partners.sort((a, b) => b.score - a.score || (a.record.id < b.record.id ? -1 : 1));
  return {
    total: evidence.size,
    partners: partners.slice(0, limit),
    topics,
    cut: met.some(({ cut }) => cut) || passing.length > mostWeighed,
    widened: false,
  };

  async function addWork(
    { reason, works }: Pick<Topic, 'reason' | 'works'>,
    of: { readonly works: readonly number[] } | { readonly actors: readonly number[] },
    counted?: Topic['works'],
  ): Promise<void> {
    const isWanted = (actor: number, work: number) => eligible.isEligible(actor) && works.has(work);
    const isNew = (work: number) => !counted?.has(work);
    const done = await tallies(store, of, relations.all, today, need.years, isWanted, isNew);
    for (const [key, { amount, led: more }] of done) {
      add(key, { [reason]: { amount } });
      if (more > 0) led.set(key, (led.get(key) ?? 0) + more);
    }
  }
}
