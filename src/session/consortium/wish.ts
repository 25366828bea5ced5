import type { Candidate, Wish } from '../../core/consortium/fit.ts';
import { textsOf } from '../../report/cells.ts';
import type { Session } from '../session.ts';
import type { Described } from './consortium.ts';

/** What partners should know: the themes asked for, else those of the project, else those of the organisations that are in. */
export function wishFor(
  { project, candidates, consortium }: Described,
  asked: readonly string[],
  members: readonly Candidate[],
  { concepts }: Session,
): Wish {
  const ids = new Set(consortium.actors.map(({ id }) => id));
  const inside = members.filter(({ id }) => ids.has(id)).flatMap(({ themes }) => themes);
  const own = project ? textsOf(project.values, 'themes') : [];
  const wanted = asked.length > 0 ? asked : own.length > 0 ? own : inside;
  const years = candidates.flatMap(({ lastYear }) => lastYear ?? []);
  return {
    themes: [...new Set(wanted)].map((theme) => concepts('themes').narrower(theme)),
    year: years.reduce((last, year) => Math.max(last, year), 0),
  };
}
