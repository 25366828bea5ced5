import type { ReportRequest } from '../report.ts';
import { lastDay } from '../values/date.ts';
import { shortName, textsOf } from './cells.ts';
import { recordsByKey } from './linked.ts';
import { partRelations, partnerRoles, partsOf } from './part.ts';
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
  const programmesOf = await programmeNames(store);
  const taken = new Map<number, { readonly projects: Project[]; leads: number }>();
  const relations = [...partRelations(kind), 'programme'];
  for await (const [key, links] of store.linksOf([...records.keys()], relations)) {
    const record = records.get(key);
    if (!record) continue;
    const end = textsOf(record.values, 'end')[0];
    const project = { name: shortName(record), end, programmes: programmesOf(links) };
    for (const { organisation, role } of partsOf(links, kind)) {
      if (organisation === undefined || !partnerRoles.includes(role)) continue;
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
