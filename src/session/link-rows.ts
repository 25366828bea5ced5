import type { NodeMap } from '../core/node.ts';
import { isText } from '../core/node.ts';
import type { LinkState, RecordName, Store, StoredLink } from '../store/store.ts';
import type { Session } from './session.ts';

/** A link seen from one of its ends. */
export interface LinkRow {
  readonly direction: 'out' | 'in';
  readonly relation: string;
  /** The relation as it reads from this end, in the language of the session. */
  readonly label: string;
  /** The other end, where it is known. */
  readonly record: RecordName | undefined;
  readonly target: string;
  readonly state: LinkState;
  readonly facts: NodeMap | undefined;
}

/** All links of a record: first those that it states, then those that lead to it, by relation. */
export async function linkRows(key: number, store: Store, session: Session): Promise<LinkRow[]> {
  const [out, back] = [await store.linksFrom(key), await store.linksTo(key)];
  const names = await store.names([
    ...out.flatMap(({ to }) => (to === null ? [] : [to])),
    ...back.map(({ from }) => from),
    key,
  ]);
  const kind = names.get(key)?.kind ?? '';
  const row = (
    direction: 'out' | 'in',
    label: string,
    other: number | null,
    { relation, target, state, facts }: StoredLink,
  ): LinkRow => ({
    direction,
    relation,
    label,
    record: other === null ? undefined : names.get(other),
    target,
    state,
    facts,
  });
  const rows = [
    ...out.map((link) => row('out', relationLabel(kind, link.relation, session), link.to, link)),
    ...back.map((link) =>
      row(
        'in',
        inverseLabel(names.get(link.from)?.kind ?? '', link.relation, session),
        link.from,
        link,
      ),
    ),
  ];
  return distinct(rows);
}

/** Why a link leads to no record, in the language of the session. */
export function stateLabel(state: LinkState, { told }: Session): string {
  return {
    resolved: '',
    unresolved: told('unresolved'),
    ambiguous: told('ambiguous'),
    misplaced: told('misplaced'),
    doubled: told('doubled'),
  }[state];
}

export function relationLabel(kind: string, relation: string, { kinds, labels }: Session): string {
  return kinds.get(kind)?.relations[relation]
    ? labels.relation(relation)
    : labels.relation('mentions');
}

export function inverseLabel(kind: string, relation: string, { kinds, labels }: Session): string {
  const inverse = kinds.get(kind)?.relations[relation]?.inverse;
  return labels.inverse(inverse ?? 'mentioned in');
}

/** A record that is mentioned five times is one row. */
function distinct(rows: readonly LinkRow[]): LinkRow[] {
  const seen = new Map<string, LinkRow>();
  for (const row of rows) {
    const key = `${row.direction} ${row.relation} ${row.record?.key ?? row.target} ${JSON.stringify(row.facts ?? null)}`;
    if (!seen.has(key)) seen.set(key, row);
  }
  return [...seen.values()];
}

/** The facts of a link for JSON: the places of a quote are numbers there, as everywhere else. */
export function factsJson({ relation, facts }: LinkRow): object {
  if (!facts) return {};
  if (relation !== 'sources') return { facts };
  const plain = Object.entries(facts).map(([name, node]) => {
    const isPlace = ['start', 'end'].includes(name) && isText(node) && /^\d{1,15}$/.test(node);
    return [name, isPlace ? Number(node) : node];
  });
  return { facts: Object.fromEntries(plain) as object };
}
