import type { World } from '../../core/consortium/actor.ts';
import type { Candidate } from '../../core/consortium/fit.ts';
import type { Kind } from '../../core/kind.ts';
import { partsOf } from '../../report/part.ts';
import { textsOf } from '../../report/cells.ts';
import type { Store, StoredRecord } from '../../store/store.ts';
import type { Session } from '../session.ts';

/** An organisation of a base, and whether it has ended: then it can be in an old consortium and join no new one. */
export type Known = Candidate & { readonly gone: boolean };

/** All organisations of a base, as they could be in a consortium, by their keys. */
export async function candidatesOf(
  store: Store,
  session: Session,
  world: World,
): Promise<ReadonlyMap<number, Known>> {
  const organisations: StoredRecord[] = [];
  const ids = new Map<number, string>();
  for await (const record of store.records({ kind: { any: ['organisation'], none: [] } })) {
    ids.set(record.key, record.id);
    organisations.push(record);
  }
  const work = await workOf(store, session, ids);
  const family = await families(store, ids);
  return new Map(
    organisations.map((record): [number, Known] => {
      const { key, id, title, values } = record;
      const done = work.get(key);
      const verified = yearOf(textsOf(values, 'verified')[0]);
      const last = Math.max(done?.lastYear ?? 0, verified ?? 0);
      return [
        key,
        {
          id,
          title,
          role: 'partner',
          gone: textsOf(values, 'dissolved').length > 0,
          ...seatOf(record, session, world),
          forms: textsOf(values, 'form'),
          family: family(key),
          themes: textsOf(values, 'themes'),
          projects: done?.projects ?? 0,
          leads: done?.leads ?? 0,
          colleagues: done?.colleagues ?? new Set(),
          ...(last > 0 ? { lastYear: last } : {}),
        },
      ];
    }),
  );
}

/** Country and regions of an organisation; the country follows from the regions where it is not written. */
function seatOf({ values }: StoredRecord, session: Session, world: World) {
  const regions = textsOf(values, 'region').flatMap(
    (written) => session.concepts('regions').find(written) ?? [],
  );
  const written = textsOf(values, 'country');
  const countries = written.length > 0 ? written : regions.map((region) => world.countryOf(region));
  return { countries: [...new Set(countries)], regions };
}

/** The relations by which organisations carry a record of a kind. */
export function carrying({ relations }: Kind): readonly string[] {
  return Object.keys(relations).filter((name) => relations[name]?.role && relations[name]?.spreads);
}

interface Work {
  projects: number;
  leads: number;
  lastYear: number;
  readonly colleagues: Set<string>;
}

async function workOf(
  store: Store,
  { kinds }: Session,
  ids: ReadonlyMap<number, string>,
): Promise<ReadonlyMap<number, Work>> {
  const work = new Map<number, Work>();
  const kind = kinds.get('project');
  if (!kind) return work;
  const years = new Map<number, number>();
  for await (const { key, values } of store.records({ kind: { any: [kind.name], none: [] } }))
    years.set(key, yearOf(textsOf(values, 'end')[0]) ?? yearOf(textsOf(values, 'start')[0]) ?? 0);
  for await (const [project, links] of store.linksOf([...years.keys()], carrying(kind))) {
    const parts = partsOf(links, kind);
    const members = parts.flatMap(({ organisation }) =>
      organisation === undefined ? [] : [organisation],
    );
    for (const { organisation, role } of parts) {
      if (organisation === undefined) continue;
      const own = work.get(organisation) ?? {
        projects: 0,
        leads: 0,
        lastYear: 0,
        colleagues: new Set(),
      };
      work.set(organisation, own);
      own.projects++;
      if (role === 'lead') own.leads++;
      own.lastYear = Math.max(own.lastYear, years.get(project) ?? 0);
      for (const other of members) {
        const id = ids.get(other);
        if (id !== undefined && other !== organisation) own.colleagues.add(id);
      }
    }
  }
  return work;
}

/** Organisations that are parts of each other, directly or through others, are one family. */
async function families(
  store: Store,
  ids: ReadonlyMap<number, string>,
): Promise<(key: number) => string> {
  const parents = new Map<number, number>();
  const root = (key: number): number => {
    let at = key;
    for (let up = parents.get(at); up !== undefined && up !== at; up = parents.get(at)) at = up;
    return at;
  };
  for await (const { from, to } of store.edges({ relations: ['part_of'] })) {
    if (!ids.has(from) || !ids.has(to)) continue;
    const [a, b] = [root(from), root(to)];
    if (a !== b) parents.set(a, b);
  }
  return (key) => ids.get(root(key)) ?? String(key);
}

function yearOf(date: string | undefined): number | undefined {
  const match = /^\d{4}/.exec(date ?? '');
  return match ? Number(match[0]) : undefined;
}
