import type { ReportRequest } from '../report.ts';
import type { PartOf } from '../store/store.ts';
import { lastDay } from '../values/date.ts';
import { shortName, textsOf } from './cells.ts';
import { linksByKey, recordsByKey } from './linked.ts';
import { partnerRoles } from './part.ts';
import { programmeNames } from './programmes.ts';

/** What an organisation has done in the projects that it leads or is a partner or an associated partner of. */
export interface Projects {
  readonly count: number;
  readonly leads: number;
  /** Acronyms or titles, in the order of the language. */
  readonly names: readonly string[];
  readonly programmes: readonly string[];
  /** The latest end, as precise as it is known. */
  readonly lastEnd: string | null;
}

interface Project {
  readonly name: string;
  readonly end: string | undefined;
  readonly programmes: readonly string[];
}

/** The projects of any organisation, by its key. */
export async function projectsOf({
  store,
  kinds,
  language,
}: ReportRequest): Promise<(organisation: number) => Projects> {
  const kind = kinds.get('project');
  if (!kind) return () => nothing;
  const records = await recordsByKey(store, { kind: { any: [kind.name], none: [] } });
  const keys = [...records.keys()];
  const programmes = await linksByKey(store, keys, ['programme']);
  const programmesOf = await programmeNames(store);
  const projects = new Map<number, Project>();
  for (const [key, record] of records) {
    const end = textsOf(record.values, 'end')[0];
    const own = programmesOf(programmes.get(key) ?? []);
    projects.set(key, { name: shortName(record), end, programmes: own });
  }
  const taken = new Map<number, { readonly projects: Project[]; leads: number }>();
  for (let at = 0; at < keys.length; at += page) {
    const parts = await store.parts({ works: keys.slice(at, at + page) });
    for (const [key, organisation, role] of firstRoles(parts)) {
      const project = projects.get(key);
      if (!project) continue;
      const own = taken.get(organisation) ?? { projects: [], leads: 0 };
      taken.set(organisation, own);
      own.projects.push(project);
      if (role === 'lead') own.leads++;
    }
  }
  const { compare } = new Intl.Collator(language);
  return (organisation) => {
    const own = taken.get(organisation);
    if (!own) return nothing;
    const programmes = new Set(own.projects.flatMap((project) => project.programmes));
    return {
      count: own.projects.length,
      leads: own.leads,
      names: own.projects.map(({ name }) => name).sort(compare),
      programmes: [...programmes].sort(compare),
      lastEnd: latest(own.projects),
    };
  };
}

/** Projects whose parts are read at a time. */
const page = 1_000;

/** Of the parts that carry a work the first of each organisation; those of one work follow each other. */
function* firstRoles(parts: readonly PartOf[]): Iterable<PartOf> {
  let first = new Map<number, PartOf>();
  let work: number | undefined;
  for (const part of parts) {
    const [key, organisation, role] = part;
    if (key !== work) {
      yield* first.values();
      first = new Map();
      work = key;
    }
    const step = partnerRoles.indexOf(role);
    const before = first.get(organisation);
    if (step >= 0 && !(before && partnerRoles.indexOf(before[2]) <= step))
      first.set(organisation, part);
  }
  yield* first.values();
}

const nothing: Projects = { count: 0, leads: 0, names: [], programmes: [], lastEnd: null };

/** A day of an unknown year is no end that could be compared. */
function latest(projects: readonly Project[]): string | null {
  let last: string | null = null;
  for (const { end } of projects) {
    if (end === undefined || end.startsWith('X')) continue;
    if (last === null || lastDay(end) > lastDay(last)) last = end;
  }
  return last;
}
