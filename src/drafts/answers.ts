import type { Kinds } from '../core/kind.ts';
import { UsageError } from '../core/usage-error.ts';
import { choose, differ, edit, entitle, factsWith, settle } from './decide.ts';
import type { Draft, DraftFact } from './draft.ts';
import type { Answering } from './answering.ts';
import { addFact } from './add-fact.ts';
import { linkedRecord, oneNamed, subjectNamed } from './named.ts';
import { entityOf } from './subjects.ts';
import { unite } from './unite.ts';

/** No decision at all. */
export const noAnswers: Answers = {
  is: [],
  same: [],
  new: [],
  title: [],
  different: [],
  none: [],
  edit: [],
  add: [],
};

/** Decisions on a draft as flags write them: lists of names and ids, and pairs with “=” between. */
export interface Answers {
  readonly is: readonly string[];
  readonly same: readonly string[];
  readonly new: readonly string[];
  readonly title: readonly string[];
  readonly different: readonly string[];
  readonly none: readonly string[];
  readonly edit: readonly string[];
  /** Fields with values that were not found. */
  readonly add: readonly string[];
  /** What they are about; else the subject of the document. */
  readonly to?: string | undefined;
  readonly accept?: string | undefined;
  readonly acceptAbove?: string | undefined;
  readonly reject?: string | undefined;
}

/** The draft as the answers leave it, all of them or none; throws a {@link UsageError} for those that contradict each other. */
export async function answered(draft: Draft, answers: Answers, base: Answering): Promise<Draft> {
  let now = draft;
  for (const [name, other] of pairs(answers.same, '--same'))
    now = unite(now, oneNamed(now, name), oneNamed(now, other), base.kinds);
  // Two names that are one have one answer.
  refuseContradictions(now, answers, base.kinds);
  for (const [name, record] of pairs(answers.is, '--is')) {
    const id = oneNamed(now, name);
    const { kind = '' } = entityOf(now, id) ?? {};
    now = choose(now, id, { record: await base.find(record, kind) }, base.kinds);
  }
  for (const name of answers.new) now = choose(now, oneNamed(now, name), 'new', base.kinds);
  for (const [name, title] of pairs(answers.title, '--title'))
    now = entitle(now, oneNamed(now, name), title);
  for (const [name, record] of pairs(answers.different, '--different'))
    now = differ(now, oneNamed(now, name), await base.find(record));
  now = settle(now, sureEnough(now, answers.acceptAbove), 'accepted');
  now = settle(now, factsNamed(now, answers.accept), 'accepted');
  now = settle(now, factsNamed(now, answers.reject), 'rejected');
  for (const [id, value] of pairs(answers.edit, '--edit'))
    for (const each of factsNamed(now, id)) now = await edited(now, each, value, base);
  if (answers.to !== undefined && answers.add.length === 0)
    throw new UsageError('--to says what --add is about: give --add FIELD=VALUE as well');
  if (answers.add.length > 0) now = await withAdded(now, answers, base);
  for (const name of answers.none) now = choose(now, oneNamed(now, name), 'none', base.kinds);
  return now;
}

async function withAdded(draft: Draft, { add, to }: Answers, base: Answering): Promise<Draft> {
  const subject = to === undefined ? draft.subject?.entity : subjectNamed(draft, to);
  if (subject === undefined)
    throw new UsageError('Which name is --add about? Say so with --to NAME; “--list” shows them');
  let now = draft;
  for (const [field, value] of pairs(add, '--add'))
    now = await addFact(now, subject, field, value, base);
  return now;
}

/** One name has one answer and one title, and one fact has one answer, which is no other than that on its names. */
function refuseContradictions(draft: Draft, answers: Answers, kinds: Kinds): void {
  const [said, titles] = [new Map<string, string>(), new Map<string, string>()];
  const say = (id: string, answer: string, among = said) => {
    const before = among.get(id) ?? answer;
    if (before !== answer)
      throw new UsageError(`“${id}” has two answers: ${before} and ${answer}; give one of them`);
    among.set(id, answer);
  };
  for (const [name, record] of pairs(answers.is, '--is'))
    say(oneNamed(draft, name), `--is ${record}`);
  for (const name of answers.new) say(oneNamed(draft, name), '--new');
  for (const name of answers.none) say(oneNamed(draft, name), '--none');
  for (const [name, title] of pairs(answers.title, '--title'))
    say(oneNamed(draft, name), `--title ${title}`, titles);
  for (const [name, record] of pairs(answers.different, '--different'))
    if (said.get(oneNamed(draft, name)) === `--is ${record}`)
      say(oneNamed(draft, name), `--different ${record}`);
  for (const [list, answer] of [
    [answers.accept, '--accept'],
    [answers.reject, '--reject'],
  ] as const)
    if (list !== 'all') for (const id of factsNamed(draft, list)) say(id, answer);
  for (const [id, value] of pairs(answers.edit, '--edit')) say(id, `--edit ${value}`);
  for (const name of answers.none) {
    const entity = oneNamed(draft, name);
    for (const { id, subject } of factsWith(draft, entity, kinds)) {
      const answer = said.get(id) ?? '--reject';
      // A fact that gets another value no longer leads to what needs no record, but may still be about it.
      const isLeft = answer === '--reject' || (answer !== '--accept' && subject !== entity);
      if (!isLeft) say(id, `--none ${name}`);
    }
  }
}

/** A fact with a value that a person wrote: a relation leads to a record, and a field can be read. */
async function edited(draft: Draft, id: string, value: string, base: Answering): Promise<Draft> {
  const fact = draft.facts.find((each) => each.id === id);
  if (!fact) return draft;
  const { kind = '' } = entityOf(draft, fact.subject) ?? {};
  const relation = base.kinds.get(kind)?.relations[fact.field];
  if (!relation) return edit(draft, id, base.value(draft, fact, value), base.kinds);
  return edit(draft, id, await linkedRecord(draft, fact, value, base), base.kinds);
}

function pairs(list: readonly string[], option: string): readonly (readonly [string, string])[] {
  return list.map((each) => {
    const at = each.indexOf('=');
    const [left, right] = [each.slice(0, Math.max(0, at)).trim(), each.slice(at + 1).trim()];
    if (left === '' || right === '')
      throw new UsageError(`${option} expects two with “=” between, found “${each}”`);
    return [left, right];
  });
}

function sureEnough(draft: Draft, above: string | undefined): ReadonlySet<string> {
  if (above === undefined) return new Set();
  const least = Number(above);
  if (!(least >= 0 && least <= 1))
    throw new UsageError(`--accept-above expects a number from 0 to 1, found “${above}”`);
  return idsOf(
    draft.facts.filter(({ status, confidence }) => status === 'proposed' && confidence >= least),
  );
}

function factsNamed(draft: Draft, ids: string | undefined): ReadonlySet<string> {
  if (ids === undefined) return new Set();
  if (ids === 'all') return idsOf(draft.facts.filter(({ status }) => status === 'proposed'));
  const list = ids.split(',').map((id) => id.trim());
  const missing = list.find((id) => !draft.facts.some((fact) => fact.id === id));
  if (missing !== undefined)
    throw new UsageError(
      `The draft has no fact “${missing}”; “koinon review --list” shows their ids`,
    );
  return new Set(list);
}

function idsOf(facts: readonly DraftFact[]): ReadonlySet<string> {
  return new Set(facts.map(({ id }) => id));
}
