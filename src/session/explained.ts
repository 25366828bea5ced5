import { isText } from '../core/node.ts';
import type { Step } from '../core/graph.ts';
import type { Shared, Told } from '../core/rank/evidence.ts';
import type { Reason } from '../core/rank/reasons.ts';
import { waysFrom } from '../core/rank/way.ts';
import { roleWeights } from '../core/rank/weights.ts';
import type { RecordName, Store } from '../store/store.ts';
import { actingRelations } from './edges.ts';
import type { Need } from './need.ts';
import { partnerKind } from './need.ts';
import type { Partner, Partners } from './partners.ts';
import type { Session } from './session.ts';
import { touches, workRelations } from './work.ts';

/** Works of which the acronym is looked up; the others go by their titles. */
const mostRead = 500;

/** One piece of evidence as it is shown: a record by its acronym or title with the role in it and its year, or a value. */
export interface Proof {
  readonly id?: string;
  readonly title?: string;
  readonly role?: string;
  readonly year?: string;
  readonly value?: string | number;
}

export interface ExplainedReason extends Reason {
  readonly evidence: readonly Proof[];
}

export interface Explained {
  readonly partner: Partner;
  readonly reasons: readonly ExplainedReason[];
  /** From the one who asks to the partner, both included; undefined where nobody asks or no way leads there. */
  readonly way: readonly RecordName[] | undefined;
  /** How many links of the way are mentions, which need not mean that the two know each other. */
  readonly mentions: number;
}

/** Puts names, roles and years to the reasons of the partners that are shown, and finds the way to each. */
export async function explained(
  { partners, topics }: Partners,
  need: Need,
  store: Store,
  session: Session,
): Promise<readonly Explained[]> {
  const relations = workRelations(session.kinds);
  const actors = partners.map(({ key }) => key);
  const parts = await store.parts({ actors, relations: relations.all });
  const circles = partners.flatMap(({ evidence }) =>
    (evidence.likeCompany ?? []).map(({ value }) => Number(value)),
  );
  const works = [...new Set([...parts.map(([work]) => work), ...circles])];
  const names = await store.names(works);
  const acronyms = new Map<number, string>();
  for await (const { key, values } of store.records({ keys: works.slice(0, mostRead) })) {
    const acronym = values['acronym']?.find(isText);
    if (acronym !== undefined) acronyms.set(key, acronym);
  }
  const spans = await store.spans(works);
  const along = trodden(session);
  const wayTo = need.from && waysFrom(need.from.key, (keys) => store.ties(keys, along));
  const shown: Explained[] = [];
  for (const partner of partners) {
    const reasons = partner.reasons.map((reason) => ({
      ...reason,
      evidence: proofs(reason.reason, partner),
    }));
    const steps = await wayTo?.(partner.key);
    const mentions = (steps ?? []).filter(({ edge }) => edge.relation === 'mentions').length;
    shown.push({ partner, reasons, way: steps && (await stops(steps)), mentions });
  }
  return shown;

  function proofs(reason: Reason['reason'], { key, evidence }: Partner): readonly Proof[] {
    switch (reason) {
      case 'leads':
        return done(key, ['themeWork', 'wordsWork', 'work'], 'lead');
      case 'themeWork':
      case 'wordsWork':
      case 'work':
      case 'workedIn':
      case 'known':
        return done(key, [reason]);
      case 'offers':
      case 'seeks':
        return (evidence[reason] ?? []).map(({ text }: Told) => ({ value: text }));
      case 'likeThemes':
        return (evidence.likeThemes ?? []).map(({ value }: Shared) => ({ value }));
      case 'likeCompany':
        return (evidence.likeCompany ?? []).map(({ value }) => named(Number(value)));
      case 'partners':
        return [{ value: evidence.partners ?? 0 }];
      case 'fresh':
        return [{ value: evidence.fresh?.date ?? '' }];
      case 'words':
        return [{ value: evidence.words ?? '' }];
      default:
        return (evidence[reason] ?? []).map((value) => ({ value }));
    }
  }

  /** Work that speaks for any of these, each once with the weightiest role; the latest first. */
  function done(key: number, reasons: readonly string[], only?: string): readonly Proof[] {
    const wanted = topics.filter((topic) => reasons.includes(topic.reason));
    const roles = new Map<number, string>();
    for (const [work, actor, role] of parts) {
      if (actor !== key || !wanted.some((topic) => topic.works.has(work))) continue;
      const [since = null, until = null] = spans.get(work) ?? [];
      if (!touches(need.years, since, until)) continue;
      if (weightOf(role) > weightOf(roles.get(work))) roles.set(work, role);
    }
    const until = (work: number) => {
      const [since, end] = spans.get(work) ?? [];
      return end ?? since ?? '';
    };
    const title = (work: number) => names.get(work)?.title ?? '';
    return [...roles]
      .filter(([, role]) => only === undefined || role === only)
      .sort(([a], [b]) =>
        until(a) > until(b) || (until(a) === until(b) && title(a) < title(b)) ? -1 : 1,
      )
      .map(([work, role]) => {
        const year = until(work).slice(0, 4);
        return { ...named(work), role, ...(year ? { year } : {}) };
      });
  }

  function named(key: number): Proof {
    const { id = '', title = '' } = names.get(key) ?? {};
    return { id, title: acronyms.get(key) ?? title };
  }

  /** Work goes by its acronym here too. */
  async function stops(steps: readonly Step[]): Promise<readonly RecordName[]> {
    const keys = [need.from?.key ?? 0, ...steps.map(({ to }) => to)];
    const all = new Map<number, RecordName>();
    for await (const { key, id, kind, title, values } of store.records({ keys })) {
      const acronym = kind === partnerKind ? undefined : values['acronym']?.find(isText);
      all.set(key, { key, id, kind, title: acronym ?? title });
    }
    return keys.flatMap((key) => all.get(key) ?? []);
  }
}

/** Relations by which people come to know each other; a common source is none. */
function trodden(session: Session): readonly string[] {
  return [...actingRelations(session), 'mentions'];
}

function weightOf(role: string | undefined): number {
  return roleWeights[role ?? ''] ?? 0;
}
