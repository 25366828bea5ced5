import type { Kinds } from '../core/kind.ts';
import { linkProblem } from '../core/link-problem.ts';
import type { Message, Problem, Severity } from '../core/message.ts';
import { compareMessages } from '../core/message.ts';
import { nearNames } from '../core/near-names.ts';
import type { NearNames } from '../core/near-names.ts';
import { locate } from '../markdown/precise-front.ts';
import type { OpenLink, RecordName, SharedId, Store } from '../store/store.ts';

/** Every message of a base: what was wrong when a file was read, and what is wrong between records; in their order. */
export async function findings(store: Store, kinds: Kinds): Promise<Message[]> {
  const problems: { readonly file: string; readonly problem: Problem }[] = [];
  for await (const { file, ...problem } of store.problems()) problems.push({ file, problem });
  for await (const shared of store.sharedIds()) problems.push(...sharedProblems(shared));
  problems.push(...(await linkProblems(store, kinds)));
  const fronts = await frontsOf(store, problems);
  return problems
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
  counts.error += (links.get('ambiguous') ?? 0) + (links.get('misplaced') ?? 0);
  counts.warning += (links.get('unresolved') ?? 0) + (links.get('doubled') ?? 0);
  return counts;
}

function sharedProblems(shared: SharedId): { readonly file: string; readonly problem: Problem }[] {
  const paths = shared.records.map(({ path }) => path);
  return shared.records.map((record) => {
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
          reason: `The file has the same name as ${others}; its id is “${record.id}” until you write one`,
          expected: [`id: ${record.id.replaceAll('/', '-')}`],
          line: 1,
          column: 1,
        };
    return { file: record.path, problem };
  });
}

async function linkProblems(
  store: Store,
  kinds: Kinds,
): Promise<{ readonly file: string; readonly problem: Problem }[]> {
  const open: OpenLink[] = [];
  for await (const each of store.openLinks()) open.push(each);
  const unresolved = open.filter(({ link }) => link.state === 'unresolved');
  const names = unresolved.length > 0 ? await allNames(store) : undefined;
  const nearest = new Map<string, number[]>();
  for (const { link } of unresolved) {
    if (!nearest.has(link.target)) nearest.set(link.target, names?.near(link.target, 3) ?? []);
  }
  const sources = await store.names([...new Set(open.map(({ link }) => link.from))]);
  const near = await store.names([...new Set([...nearest.values()].flat())]);
  return open.map(({ link, path, candidates }) => {
    const source = sources.get(link.from);
    const to = source && kinds.get(source.kind)?.relations[link.relation]?.to;
    const meant = (nearest.get(link.target) ?? [])
      .map((key) => near.get(key))
      .filter((each): each is RecordName => each !== undefined);
    return { file: path, problem: linkProblem(link, candidates, meant, to) };
  });
}

/** All names of a base, ready to be asked which ones lie near a text. */
export async function allNames(store: Store): Promise<NearNames> {
  const names: { readonly name: string; readonly key: number }[] = [];
  for await (const each of store.knownNames()) names.push(each);
  return nearNames(names);
}

/** The front matter of those files whose problems have a path but no line yet. */
async function frontsOf(
  store: Store,
  problems: readonly { readonly file: string; readonly problem: Problem }[],
): Promise<Map<string, string>> {
  const wanted = new Set(
    problems
      .filter(({ problem }) => problem.path && problem.line === undefined)
      .map(({ file }) => file),
  );
  const fronts = new Map<string, string>();
  for await (const { path, front } of store.fronts([...wanted])) fronts.set(path, front);
  return fronts;
}

function messageOf(file: string, problem: Problem, front: string | undefined): Message {
  const { severity, rule, reason, expected, path, key } = problem;
  const at =
    path && problem.line === undefined && front !== undefined
      ? locate(front, path, key)
      : undefined;
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
