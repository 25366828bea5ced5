import type { Kinds } from '../core/kind.ts';
import { toTerminal } from '../terminal/text.ts';
import type { Palette } from '../terminal/colour.ts';
import { choose, differ, edit, settle } from './decide.ts';
import type { Draft, DraftEntity, DraftFact } from './draft.ts';
import { recordOf, sure, valueOf } from './draft.ts';
import { quoted, quotedLine } from './quoted.ts';
import { entityOf, shownValue, subjects } from './subjects.ts';

/** What the walk asks a person; the prompts of a session are such questions. */
interface Questions {
  text(
    question: string,
    options?: {
      check?: (answer: string) => string | true | Promise<string | true>;
      given?: string;
    },
  ): Promise<string>;
  choose<Value extends string>(
    question: string,
    choices: readonly { readonly name: string; readonly value: Value }[],
  ): Promise<Value>;
  tick<Value extends string>(
    question: string,
    choices: readonly { readonly name: string; readonly value: Value; readonly ticked: boolean }[],
  ): Promise<readonly Value[]>;
}

/** What a walk through a draft needs from outside. */
export interface Walk {
  readonly questions: Questions;
  readonly say: (text: string) => void;
  /** A message in the language of the person. */
  readonly told: (message: string) => string;
  readonly palette: Palette;
  readonly kinds: Kinds;
  /** The frozen text of the document. */
  readonly text: string;
  /** The one record that a word names, by its id, or a sentence that says why there is none. */
  readonly find: (word: string) => Promise<{ readonly id: string } | { readonly reason: string }>;
  /** Whether a value can be read as the field of a fact, or a sentence that says what is expected. */
  readonly readable: (draft: Draft, fact: DraftFact, value: string) => string | true;
  /** Called after every decision, so that leaving at any time loses nothing. */
  readonly save: (draft: Draft) => Promise<void>;
}

/** A question of the walk: what an entity is, which of its facts are right, or one of them. */
type Step =
  | { readonly ask: 'identity'; readonly entity: string }
  | { readonly ask: 'facts'; readonly entity: string }
  | { readonly ask: 'fact'; readonly entity: string; readonly fact: string };

type Way = 'on' | 'back' | 'undo' | 'quit' | 'each';

/** Asks about everything in a draft that is not decided, saves each answer, and gives the draft as it then is. */
export async function walk(draft: Draft, walking: Walk): Promise<Draft> {
  const past: Draft[] = [];
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
      if (before) await walking.save((now = before));
      else walking.say(walking.told('There is nothing to take back yet'));
      continue;
    }
    if (next !== now) {
      past.push(now);
      await walking.save((now = next));
    }
    if (way === 'quit') break;
    if (way === 'back') again = at = Math.max(0, at - 1);
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
    ...(entity.status === 'known' ? [] : [{ ask: 'identity', entity: entity.id } as const]),
    ...(facts.length > 0 ? [{ ask: 'facts', entity: entity.id } as const] : []),
  ]);
}

function isSettled(step: Step, draft: Draft): boolean {
  const entity = entityOf(draft, step.entity);
  if (!entity) return true;
  if (step.ask === 'identity') return entity.choice !== undefined;
  return entity.choice === 'none' || openFacts(draft, step.entity).length === 0;
}

function ask(step: Step, draft: Draft, walking: Walk): Promise<{ way: Way; draft: Draft }> {
  const entity = entityOf(draft, step.entity);
  if (!entity || (step.ask !== 'identity' && entity.choice === 'none'))
    return Promise.resolve({ way: 'on', draft });
  if (step.ask === 'identity') return askIdentity(entity, draft, walking);
  if (step.ask === 'facts') return askFacts(entity, draft, walking);
  const fact = draft.facts.find(({ id }) => id === step.fact);
  return fact ? askFact(fact, draft, walking) : Promise.resolve({ way: 'on', draft });
}

function waysOf({ told }: Walk) {
  return [
    { name: told('Leave it for later'), value: 'on' },
    { name: told('Back'), value: 'back' },
    { name: told('Undo the last answer'), value: 'undo' },
    { name: told('Stop here; everything is kept'), value: 'quit' },
  ] as const;
}

async function askIdentity(
  entity: DraftEntity,
  draft: Draft,
  walking: Walk,
): Promise<{ way: Way; draft: Draft }> {
  const { questions, kinds, told } = walking;
  const ways = waysOf(walking);
  const kind = kinds.get(entity.kind)?.name ?? entity.kind;
  walking.say(`\n${walking.palette.strong(toTerminal(`${kind}: ${entity.title}`))}`);
  const names = [entity.acronym ?? '', ...entity.aliases].filter(
    (name) => name !== '' && name !== entity.title,
  );
  if (names.length > 0) walking.say(toTerminal(told(`also called ${names.join(', ')}`)));
  const [mention] = entity.mentions;
  if (mention) sayQuote(mention, walking);
  const candidates = entity.candidates ?? [];
  const [later, ...others] = ways;
  const isSure = candidates.length > 0 || entity.confidence >= sure;
  const answer = await questions.choose(told('Which record is this?'), [
    ...(isSure ? [] : [later]),
    ...candidates.map(({ record, reason }) => ({
      name: toTerminal(`${record} (${reason})`),
      value: `is ${record}`,
    })),
    { name: told('A new record'), value: 'new' },
    { name: told('Another record of the base …'), value: 'other' },
    ...candidates.map(({ record }) => ({
      name: toTerminal(told(`Not ${record}`)),
      value: `not ${record}`,
    })),
    { name: told('Nothing that needs a record'), value: 'none' },
    ...(isSure ? [later] : []),
    ...others,
  ]);
  const { id } = entity;
  if (isWay(answer)) return { way: answer, draft };
  if (answer === 'new' || answer === 'none') return { way: 'on', draft: choose(draft, id, answer) };
  if (answer === 'other') {
    const record = await askRecord(walking);
    return { way: 'on', draft: record === undefined ? draft : choose(draft, id, { record }) };
  }
  const [verdict, record = ''] = answer.split(' ');
  if (verdict === 'is') return { way: 'on', draft: choose(draft, id, { record }) };
  const without = differ(draft, id, record);
  await walking.save(without);
  const again = entityOf(without, id);
  return again ? askIdentity(again, without, walking) : { way: 'on', draft: without };
}

async function askFacts(
  entity: DraftEntity,
  draft: Draft,
  walking: Walk,
): Promise<{ way: Way; draft: Draft }> {
  const { questions, palette, say, told } = walking;
  const ways = waysOf(walking);
  const open = openFacts(draft, entity.id);
  if (open.length === 0) return { way: 'on', draft };
  const record = recordOf(entity);
  const state = record === undefined ? 'a new record' : `the record ${record}`;
  say(`\n${palette.strong(toTerminal(entity.title))} ${toTerminal(`(${told(state)})`)}`);
  for (const fact of open) {
    say(`  ${palette.id(toTerminal(`${fact.field}: ${shownValue(draft, fact)}`))}`);
    const [quote] = fact.evidence;
    if (quote) sayQuote(quote, walking);
  }
  const ticked = await questions.tick(
    told('Tick what is right (space ticks, enter goes on)'),
    open.map((fact) => ({
      name: toTerminal(`${fact.field}: ${shownValue(draft, fact)}`),
      value: fact.id,
      ticked: fact.status === 'accepted' || fact.confidence >= sure,
    })),
  );
  const accepted = settle(draft, new Set(ticked), 'accepted');
  const rest = open.filter(({ id }) => !ticked.includes(id)).map(({ id }) => id);
  const left = settle(accepted, new Set(rest), 'proposed');
  const answer = await questions.choose(
    told(rest.length === 0 ? 'Go on?' : `What about the other ${rest.length}?`),
    rest.length === 0
      ? [{ name: told('Go on'), value: 'on' }, ...ways.slice(1)]
      : [
          { name: told('Look at each of them'), value: 'each' },
          { name: told('They are wrong'), value: 'reject' },
          ...ways,
        ],
  );
  if (answer === 'reject') return { way: 'on', draft: settle(left, new Set(rest), 'rejected') };
  // Who goes back or stops at this question has still ticked.
  return { way: answer, draft: answer === 'undo' ? draft : left };
}

async function askFact(
  fact: DraftFact,
  draft: Draft,
  walking: Walk,
): Promise<{ way: Way; draft: Draft }> {
  const { questions, palette, kinds, told, readable } = walking;
  const entity = entityOf(draft, fact.subject);
  walking.say(
    `\n${palette.id(toTerminal(`${entity?.title ?? fact.subject}  ${fact.field}: ${shownValue(draft, fact)}`))}`,
  );
  for (const quote of fact.evidence) sayQuote(quote, walking);
  if (fact.inferred)
    walking.say(`  ${told('This is inferred: the document does not say it in so many words.')}`);
  const isRelation = kinds.get(entity?.kind ?? '')?.relations[fact.field] !== undefined;
  const [later, ...ways] = waysOf(walking);
  const verdicts = [
    { name: told('Yes'), value: 'accept' },
    { name: told('No'), value: 'reject' },
    isRelation
      ? { name: told('It is another record …'), value: 'link' }
      : { name: told('Yes, but with another value …'), value: 'edit' },
  ] as const;
  // Who only presses enter agrees to what is sure, and to nothing else.
  const isSure = fact.confidence >= sure;
  const answer = await questions.choose(
    told('Is this right?'),
    isSure ? [...verdicts, later, ...ways] : [later, ...verdicts, ...ways],
  );
  const ids = new Set([fact.id]);
  if (answer === 'accept') return { way: 'on', draft: settle(draft, ids, 'accepted') };
  if (answer === 'reject') return { way: 'on', draft: settle(draft, ids, 'rejected') };
  if (answer === 'link') {
    const record = await askRecord(walking);
    return { way: 'on', draft: record === undefined ? draft : edit(draft, fact.id, record) };
  }
  if (answer === 'edit') {
    const given = valueOf(fact);
    const value = await questions.text(toTerminal(`${fact.field}:`), {
      given,
      check: (typed) => typed.trim() === '' || readable(draft, fact, typed.trim()),
    });
    return { way: 'on', draft: value.trim() === '' ? draft : edit(draft, fact.id, value.trim()) };
  }
  return { way: answer as Way, draft };
}

/** The id of a record that a person names; nothing where the line is left empty. */
async function askRecord({ questions, find, told }: Walk): Promise<string | undefined> {
  const word = await questions.text(told('Its id, title or acronym (empty: none of them):'), {
    check: async (answer) => {
      if (answer.trim() === '') return true;
      const found = await find(answer);
      return 'id' in found ? true : found.reason;
    },
  });
  if (word.trim() === '') return undefined;
  const found = await find(word);
  return 'id' in found ? found.id : undefined;
}

function sayQuote(
  quote: { start: number; end: number; quote: string },
  { text, say, palette }: Walk,
): void {
  const shown = quoted(text, quote);
  if (!shown) return;
  say(`    ${quotedLine(shown, palette)}`);
}

function openFacts(draft: Draft, entity: string): readonly DraftFact[] {
  return draft.facts.filter(
    ({ subject, status }) => subject === entity && (status === 'proposed' || status === 'accepted'),
  );
}

function isWay(answer: string): answer is Way {
  return ['on', 'back', 'undo', 'quit'].includes(answer);
}
