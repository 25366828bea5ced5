import { toTerminal } from '../terminal/text.ts';
import { askIdentity } from './ask-identity.ts';
import { edit, settle } from './decide.ts';
import type { Draft, DraftEntity, DraftFact } from './draft.ts';
import { isOnlyLikely, isSure, recordOf, valueOf } from './draft.ts';
import { shownFact } from './showing.ts';
import { entityOf, subjects } from './subjects.ts';
import type { Answer, Walk, Way } from './walking.ts';
import { askRecord, sayQuote, waysOf } from './walking.ts';

/** A question of the walk: what an entity is, which of its facts are right, or one of them. */
type Step =
  | { readonly ask: 'identity'; readonly entity: string }
  | { readonly ask: 'facts'; readonly entity: string }
  | { readonly ask: 'fact'; readonly entity: string; readonly fact: string };

/** Asks about everything in a draft that is not decided, saves each answer, and gives the draft as it then is. */
export async function walk(draft: Draft, walking: Walk): Promise<Draft> {
  // Each answer as it was asked for: taken back, it is asked for again.
  const past: { readonly now: Draft; readonly at: number; readonly steps: readonly Step[] }[] = [];
  let now = draft;
  let steps = stepsOf(now);
  // Who goes back is asked again what is settled already.
  let again = -1;
  for (let at = 0; at < steps.length;) {
    const step = steps[at];
    if (!step || (isSettled(step, now) && at !== again)) {
      at++;
      continue;
    }
    const { way, draft: next } = await ask(step, now, walking);
    if (way === 'undo') {
      const before = past.pop();
      if (before) {
        ({ now, at, steps } = before);
        again = at;
        await walking.save(now);
      } else walking.say(walking.told('There is nothing to take back yet'));
      continue;
    }
    if (next !== now) {
      past.push({ now, at, steps });
      steps = withUnited(steps, at, now, next);
      await walking.save((now = next));
    }
    if (way === 'quit') break;
    if (way === 'again') again = at;
    else if (way === 'back') again = at = Math.max(0, at - 1);
    else if (way === 'each') {
      const { entity } = step;
      const open = openFacts(now, entity).filter(({ status }) => status === 'proposed');
      const single = open.map(({ id }) => ({ ask: 'fact', entity, fact: id }) as const);
      steps = [...steps.slice(0, at + 1), ...single, ...steps.slice(at + 1)];
      at++;
    } else at++;
  }
  return now;
}

function stepsOf(draft: Draft): readonly Step[] {
  return subjects(draft).flatMap(({ entity, facts }): Step[] => [
    ...(entity.status === 'known' && !isOnlyLikely(entity)
      ? []
      : [{ ask: 'identity', entity: entity.id } as const]),
    ...(facts.length > 0 ? [{ ask: 'facts', entity: entity.id } as const] : []),
  ]);
}

/** Two names that became one have their facts asked about together, also where those of one were asked about before. */
function withUnited(
  steps: readonly Step[],
  at: number,
  before: Draft,
  after: Draft,
): readonly Step[] {
  if (after.entities.length === before.entities.length) return steps;
  const gone = steps[at]?.entity ?? '';
  const kept = after.entities.find(({ also }) => also?.includes(gone));
  if (!kept) return steps;
  const isAsked = steps.slice(at).some(({ ask, entity }) => ask === 'facts' && entity === kept.id);
  const facts = { ask: 'facts', entity: kept.id } as const;
  return isAsked ? steps : [...steps.slice(0, at + 1), facts, ...steps.slice(at + 1)];
}

function isSettled(step: Step, draft: Draft): boolean {
  const entity = entityOf(draft, step.entity);
  if (!entity) return true;
  if (step.ask === 'identity') return entity.choice !== undefined;
  return entity.choice === 'none' || openFacts(draft, step.entity).length === 0;
}

function ask(step: Step, draft: Draft, walking: Walk): Answer {
  const entity = entityOf(draft, step.entity);
  if (!entity || (step.ask !== 'identity' && entity.choice === 'none'))
    return Promise.resolve({ way: 'on', draft });
  if (step.ask === 'identity') return askIdentity(entity, draft, walking);
  if (step.ask === 'facts') return askFacts(entity, draft, walking);
  const fact = draft.facts.find(({ id }) => id === step.fact);
  return fact ? askFact(fact, draft, walking) : Promise.resolve({ way: 'on', draft });
}

async function askFacts(entity: DraftEntity, draft: Draft, walking: Walk): Answer {
  const { questions, palette, say, told, showing } = walking;
  const ways = waysOf(walking);
  const open = openFacts(draft, entity.id);
  if (open.length === 0) return { way: 'on', draft };
  const record = recordOf(entity);
  const state = record === undefined ? 'a new record' : `the record ${record}`;
  say(`\n${palette.strong(toTerminal(entity.title))} ${toTerminal(`(${told(state)})`)}`);
  for (const fact of open) {
    say(`  ${palette.id(toTerminal(shownFact(draft, fact, showing)))}`);
    const [quote] = fact.evidence;
    if (quote) sayQuote(quote, walking);
  }
  const ticked = await questions.tick(
    told('Tick what is right (space ticks, enter goes on)'),
    open.map((fact) => ({
      name: toTerminal(shownFact(draft, fact, showing)),
      value: fact.id,
      ticked: fact.status === 'accepted' || isSure(fact),
    })),
  );
  const accepted = settle(draft, new Set(ticked), 'accepted');
  const rest = open.filter(({ id }) => !ticked.includes(id)).map(({ id }) => id);
  const left = settle(accepted, new Set(rest), 'proposed');
  const missing = { name: told('Something is missing …'), value: 'add' } as const;
  const answer = await questions.choose(
    told(rest.length === 0 ? 'Go on?' : `What about the other ${rest.length}?`),
    rest.length === 0
      ? [{ name: told('Go on'), value: 'on' }, missing, ...ways.slice(1)]
      : [
          { name: told('Look at each of them'), value: 'each' },
          { name: told('They are wrong'), value: 'reject' },
          missing,
          ...ways,
        ],
  );
  if (answer === 'add') return { way: 'again', draft: await askMissing(entity, left, walking) };
  if (answer === 'reject') return { way: 'on', draft: settle(left, new Set(rest), 'rejected') };
  // Who goes back or stops at this question has still ticked.
  return { way: answer, draft: answer === 'undo' ? draft : left };
}

/** A fact that no reader found, in the words of the flag for it. */
async function askMissing({ id }: DraftEntity, draft: Draft, walking: Walk): Promise<Draft> {
  const { questions, told, add } = walking;
  const written = await questions.text(told('What is missing, as FIELD=VALUE (empty: nothing):'), {
    check: async (typed) => {
      if (typed.trim() === '') return true;
      const added = await add(draft, id, typed);
      return 'reason' in added ? added.reason : true;
    },
  });
  if (written.trim() === '') return draft;
  const added = await add(draft, id, written);
  return 'reason' in added ? draft : added.draft;
}

async function askFact(fact: DraftFact, draft: Draft, walking: Walk): Answer {
  const { questions, palette, told, readable, showing } = walking;
  const entity = entityOf(draft, fact.subject);
  walking.say(
    `\n${palette.id(toTerminal(`${entity?.title ?? fact.subject}  ${shownFact(draft, fact, showing)}`))}`,
  );
  for (const quote of fact.evidence) sayQuote(quote, walking);
  if (fact.inferred)
    walking.say(`  ${told('This is inferred: the document does not say it in so many words.')}`);
  const isRelation = showing.kinds.get(entity?.kind ?? '')?.relations[fact.field] !== undefined;
  const [later, ...ways] = waysOf(walking);
  const verdicts = [
    { name: told('Yes'), value: 'accept' },
    { name: told('No'), value: 'reject' },
    isRelation
      ? { name: told('It is another record …'), value: 'link' }
      : { name: told('Yes, but with another value …'), value: 'edit' },
  ] as const;
  // Who only presses enter agrees to what is sure, and to nothing else.
  const answer = await questions.choose(
    told('Is this right?'),
    isSure(fact) ? [...verdicts, later, ...ways] : [later, ...verdicts, ...ways],
  );
  const ids = new Set([fact.id]);
  if (answer === 'accept') return { way: 'on', draft: settle(draft, ids, 'accepted') };
  if (answer === 'reject') return { way: 'on', draft: settle(draft, ids, 'rejected') };
  if (answer === 'link') {
    const record = await askRecord(walking);
    return {
      way: 'on',
      draft: record === undefined ? draft : edit(draft, fact.id, record, showing.kinds),
    };
  }
  if (answer === 'edit') {
    const given = valueOf(fact);
    const value = await questions.text(toTerminal(`${fact.field}:`), {
      given,
      check: (typed) => {
        const read = readable(draft, fact, typed.trim());
        return typed.trim() === '' || 'value' in read || read.reason;
      },
    });
    const read = readable(draft, fact, value.trim());
    const isTaken = value.trim() !== '' && 'value' in read;
    return { way: 'on', draft: isTaken ? edit(draft, fact.id, read.value, showing.kinds) : draft };
  }
  return { way: answer as Way, draft };
}

function openFacts(draft: Draft, entity: string): readonly DraftFact[] {
  return draft.facts.filter(
    ({ subject, status }) => subject === entity && (status === 'proposed' || status === 'accepted'),
  );
}
