import type { Kinds } from '../core/kind.ts';
import { linkProblem } from '../core/link-problem.ts';
import type { Message, Problem, Severity } from '../core/message.ts';
import { compareMessages } from '../core/message.ts';
import { allNames } from '../store/all-names.ts';
import { stemOf } from '../core/stem.ts';
import { fold } from '../vocabulary/fold.ts';
import type { Locator } from '../markdown/locate.ts';
import { locator } from '../markdown/locate.ts';
import type { OpenLink, RecordName, SharedId, Store, StoredLink } from '../store/store.ts';

/** Ids of records that a name may mean which is nobody's; asked where no name is only a slip away. */
export type Alike = (
  target: string,
  kinds: readonly string[] | undefined,
) => Promise<readonly string[]>;

/** Every message of a base: what was wrong when a file was read, and what is wrong between records; in their order. */
export async function findings(store: Store, kinds: Kinds, alike?: Alike): Promise<Message[]> {
  const problems: { readonly file: string; readonly problem: Problem }[] = [];
  for await (const { file, ...problem } of store.problems()) problems.push({ file, problem });
  for await (const shared of store.sharedIds()) problems.push(...sharedProblems(shared));
  // There may be more of them than a call takes arguments.
  const all = problems.concat(await linkProblems(store, kinds, alike));
  const fronts = await frontsOf(store, all);
  return all
    .map(({ file, problem }) => messageOf(file, problem, fronts.get(file)))
    .sort(compareMessages);
}

/** How many messages there are of each severity; cheaper than {@link findings}, which says where they are. */
export async function tally(store: Store): Promise<{ readonly [severity in Severity]: number }> {
  const counts = { error: 0, warning: 0, info: 0 };
  for await (const { severity } of store.problems()) counts[severity]++;
  for await (const shared of store.sharedIds()) {
    for (const { problem } of sharedProblems(shared)) counts[problem.severity]++;
  }
  const { links } = await store.counts();
  const toFiles = await linksToFiles(store);
  counts.info += toFiles;
  counts.warning -= toFiles;
  counts.error += (links.get('ambiguous') ?? 0) + (links.get('misplaced') ?? 0);
  counts.warning += (links.get('unresolved') ?? 0) + (links.get('doubled') ?? 0);
  return counts;
}

function sharedProblems(shared: SharedId): { readonly file: string; readonly problem: Problem }[] {
  const paths = shared.records.map(({ path }) => path);
  const told = shared.records.filter(({ explicit }) => explicit === shared.explicit);
  return told.map((record) => {
    const others = paths.filter((path) => path !== record.path).join(', ');
    const problem: Problem = shared.explicit
      ? {
          severity: 'error',
          rule: 'id',
          reason: `The id “${shared.id}” is also that of ${others}; give one of them another id`,
          path: ['id'],
        }
      : {
          severity: 'warning',
          rule: 'id',
          reason: `The file shares its name with ${others}; its id is “${record.id}” until you write one`,
          expected: [`id: ${record.id.replaceAll('/', '-')}`],
          line: 1,
          column: 1,
        };
    return { file: record.path, problem };
  });
}

/** A base with more names that lead nowhere needs other help first. */
const alikeAtMost = 500;

async function linkProblems(
  store: Store,
  kinds: Kinds,
  alike: Alike | undefined,
): Promise<{ readonly file: string; readonly problem: Problem }[]> {
  const open: OpenLink[] = [];
  for await (const each of store.openLinks()) open.push(each);
  const unresolved = open.filter(({ link }) => link.state === 'unresolved');
  const names = unresolved.length > 0 ? await allNames(store) : undefined;
  const nearest = new Map<string, number[]>();
  for (const { link } of unresolved) {
    if (!nearest.has(link.target)) nearest.set(link.target, names?.near(link.target, 3) ?? []);
  }
  const strays = unresolved.length > 0 ? await strayFiles(store) : new Map<string, string>();
  const sources = await store.names([...new Set(open.map(({ link }) => link.from))]);
  const near = await store.names([...new Set([...nearest.values()].flat())]);
  const further = new Map<string, readonly string[]>();
  for (const { link } of unresolved.slice(0, alikeAtMost)) {
    if (!alike || (nearest.get(link.target) ?? []).length > 0 || further.has(link.target)) continue;
    const source = sources.get(link.from);
    const to = source && kinds.get(source.kind)?.relations[link.relation]?.to;
    further.set(link.target, await alike(link.target, to));
  }
  return open.map(({ link, path, candidates }) => {
    const source = sources.get(link.from);
    const kind = source && kinds.get(source.kind);
    const to = kind?.relations[link.relation]?.to;
    const rivals = (kind?.exclusive ?? [])
      .filter((pair) => pair[1] === link.relation)
      .map(([first]) => first);
    const meant = (nearest.get(link.target) ?? [])
      .map((key) => near.get(key))
      .filter((each): each is RecordName => each !== undefined)
      .map(({ id }) => id);
    return {
      file: path,
      problem: linkProblem(
        link,
        candidates,
        [...meant, ...(further.get(link.target) ?? [])],
        to,
        rivals,
        fileOf(link, strays),
      ),
    };
  });
}

/** Files that are no records, by the folded name that a link would use. */
async function strayFiles(store: Store): Promise<Map<string, string>> {
  return new Map((await store.strays()).map((path) => [fold(stemOf(path)), path]));
}

function fileOf({ target }: StoredLink, strays: ReadonlyMap<string, string>): string | undefined {
  return strays.get(fold(stemOf(target.endsWith('.md') ? target : `${target}.md`)));
}

/** How many links lead to files that are no records: worth knowing, and no mistake. */
async function linksToFiles(store: Store): Promise<number> {
  const strays = await strayFiles(store);
  if (strays.size === 0) return 0;
  let count = 0;
  for await (const { link } of store.openLinks()) {
    if (link.state === 'unresolved' && fileOf(link, strays) !== undefined) count++;
  }
  return count;
}

/** The places in the front matter of those files whose problems have a path but no line yet. */
async function frontsOf(
  store: Store,
  problems: readonly { readonly file: string; readonly problem: Problem }[],
): Promise<Map<string, Locator>> {
  const wanted = new Set(
    problems
      .filter(({ problem }) => problem.path && problem.line === undefined)
      .map(({ file }) => file),
  );
  const fronts = new Map<string, Locator>();
  for await (const { path, front } of store.fronts([...wanted])) fronts.set(path, locator(front));
  return fronts;
}

function messageOf(file: string, problem: Problem, place: Locator | undefined): Message {
  const { severity, rule, reason, expected, path, key } = problem;
  const at = path && problem.line === undefined ? place?.(path, key) : undefined;
  return {
    file,
    line: problem.line ?? at?.line ?? 1,
    column: problem.column ?? at?.column ?? 1,
    severity,
    rule,
    reason,
    ...(expected && expected.length > 0 ? { expected } : {}),
  };
}
