import type { Call, Command } from '../command.ts';
import { UsageError } from '../core/usage-error.ts';
import { choose, differ, edit, settle } from '../drafts/decide.ts';
import type { Draft, DraftFact } from '../drafts/draft.ts';
import { recordOf } from '../drafts/draft.ts';
import { draftNamed, frozenText, saveDraft } from '../drafts/folder.ts';
import { quoted, quotedLine } from '../drafts/quoted.ts';
import { readable } from '../drafts/readable.ts';
import { entityOf, shownValue, subjects } from '../drafts/subjects.ts';
import { walk } from '../drafts/walk.ts';
import { findOne } from '../session/find-one.ts';
import type { Session } from '../session/session.ts';
import { counted } from '../terminal/counted.ts';
import { toTerminal } from '../terminal/text.ts';

const settling = ['accept', 'accept-above', 'reject', 'edit', 'is', 'new', 'different', 'none'];

export default {
  summary: 'walks through a draft: which of its facts are right, and which records they are about',
  arguments: [{ name: '[draft]', summary: 'the draft, where there are several' }],
  options: [
    { flags: '--list', summary: 'show facts, names and their ids, and ask nothing' },
    {
      flags: '--accept <ids>',
      summary: 'accept facts by their ids, with commas between; “all” for every one',
    },
    {
      flags: '--accept-above <confidence>',
      summary: 'accept facts at least as sure as this, such as 0.9',
    },
    { flags: '--reject <ids>', summary: 'reject facts by their ids' },
    { flags: '--edit <id=value>', summary: 'accept a fact with another value', many: true },
    {
      flags: '--is <name=record>',
      summary: 'a name of the draft is this record of the base',
      many: true,
    },
    { flags: '--new <name>', summary: 'a name of the draft needs a new record', many: true },
    {
      flags: '--different <name=record>',
      summary: 'a name of the draft is not this record',
      many: true,
    },
    {
      flags: '--none <name>',
      summary: 'a name of the draft needs no record; its facts are rejected',
      many: true,
    },
    { flags: '--json', summary: 'the draft as one JSON document' },
  ],
  examples: [
    { call: 'koinon review', does: 'asks about each name and its facts, with their quotes' },
    { call: 'koinon review --list', does: 'the facts with ids, for the flags below' },
    {
      call: 'koinon review --accept-above 0.9 --reject 3f2a9c1d07',
      does: 'decides without questions',
    },
    {
      call: 'koinon review --is "acpp=Asamblea de Cooperación por la Paz"',
      does: 'says which record a name is',
    },
  ],
  run: async (call, session) => {
    const { folder } = session.base;
    const draft = draftNamed(folder, call.words[0]);
    const text = frozenText(folder, draft.document.sha256);
    refuseMoved(draft, text);
    const isScripted = settling.some(
      (option) => call.text(option) !== undefined || call.list(option).length > 0,
    );
    const now = isScripted ? await scripted(draft, call, session) : draft;
    if (now !== draft) await saveDraft(folder, now, draft);
    if (call.flag('json')) await session.json(now);
    else if (call.flag('list')) await session.write(page(now, text, session));
    else if (!isScripted) return ask(draft, text, session);
    if (!call.flag('json')) tell(now, session);
    return 0;
  },
} satisfies Command;

async function ask(draft: Draft, text: string, session: Session): Promise<0 | 2> {
  const prompts = await session.surroundings.prompts?.();
  if (!prompts)
    throw new UsageError(
      'Nobody can answer here; “koinon review --list” shows the facts, and --accept, --reject, --edit, --is, --new decide on them',
    );
  const store = await session.store();
  let last = draft;
  try {
    last = await walk(draft, {
      questions: prompts,
      say: session.say,
      told: session.told,
      palette: session.palette,
      kinds: session.kinds,
      text,
      find: async (word) => {
        try {
          return { id: (await findOne(store, word)).id };
        } catch (error) {
          if (error instanceof UsageError) return { reason: session.told(error.message) };
          throw error;
        }
      },
      readable: (now, fact, value) => {
        const reason = readable(now, fact, value, session);
        return reason === true || session.told(reason);
      },
      save: async (now) => {
        await saveDraft(session.base.folder, now, last, last !== draft);
        last = now;
      },
    });
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ExitPromptError')) throw error;
    session.note('Stopped; what you decided is kept');
  }
  tell(last, session);
  return 0;
}

/** Quotes are the ground of every fact: where the text no longer holds one, nothing is decided on it. */
function refuseMoved(draft: Draft, text: string): void {
  const moved = draft.facts.find(({ evidence }) => evidence.some((quote) => !quoted(text, quote)));
  if (moved)
    throw new UsageError(
      `The quote of the fact ${moved.id} is not at its place in the text; import the document again`,
    );
}

async function scripted(draft: Draft, call: Call, session: Session): Promise<Draft> {
  const store = await session.store();
  let now = draft;
  for (const [name, record] of pairs(call.list('is'), '--is'))
    now = choose(now, entityNamed(now, name), { record: (await findOne(store, record)).id });
  for (const name of call.list('new')) now = choose(now, entityNamed(now, name), 'new');
  for (const [name, record] of pairs(call.list('different'), '--different'))
    now = differ(now, entityNamed(now, name), (await findOne(store, record)).id);
  const above = call.text('accept-above');
  if (above !== undefined) {
    const least = Number(above);
    if (!(least >= 0 && least <= 1))
      throw new UsageError(`--accept-above expects a number from 0 to 1, found “${above}”`);
    const open = now.facts.filter(
      ({ status, confidence }) => status === 'proposed' && confidence >= least,
    );
    now = settle(now, idsOf(open), 'accepted');
  }
  now = settle(now, named(now, call.text('accept')), 'accepted');
  now = settle(now, named(now, call.text('reject')), 'rejected');
  for (const [id, value] of pairs(call.list('edit'), '--edit'))
    for (const each of named(now, id)) now = await edited(now, each, value, session);
  for (const name of call.list('none')) now = choose(now, entityNamed(now, name), 'none');
  return now;
}

/** A fact with a value that a person wrote: a relation leads to a record, and a field can be read. */
async function edited(draft: Draft, id: string, value: string, session: Session): Promise<Draft> {
  const fact = draft.facts.find((each) => each.id === id);
  if (!fact) return draft;
  const kind = session.kinds.get(entityOf(draft, fact.subject)?.kind ?? '');
  if (kind?.relations[fact.field])
    return edit(draft, id, (await findOne(await session.store(), value)).id);
  const reason = readable(draft, fact, value, session);
  if (reason !== true) throw new UsageError(reason);
  return edit(draft, id, value);
}

function pairs(list: readonly string[], option: string): readonly (readonly [string, string])[] {
  return list.map((each) => {
    const at = each.indexOf('=');
    if (at < 1) throw new UsageError(`${option} expects two with “=” between, found “${each}”`);
    return [each.slice(0, at).trim(), each.slice(at + 1).trim()];
  });
}

function entityNamed(draft: Draft, name: string): string {
  const found = draft.entities.find(
    ({ id, title, acronym }) => id === name || title === name || acronym === name,
  );
  if (found) return found.id;
  const ids = draft.entities.map(({ id }) => id).join(', ');
  throw new UsageError(`The draft has no name “${name}”; there are ${ids}`);
}

function named(draft: Draft, ids: string | undefined): ReadonlySet<string> {
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

/** Names with their facts, each with its id and its quote. */
function page(draft: Draft, text: string, { palette, told }: Session): string {
  const lines: string[] = [];
  for (const { entity, facts } of subjects(draft)) {
    const record = recordOf(entity);
    const candidates = (entity.candidates ?? []).map((each) => each.record).join(told(' or '));
    const state =
      entity.choice === 'none'
        ? 'needs no record'
        : record !== undefined
          ? `the record ${record}`
          : candidates !== ''
            ? `perhaps ${candidates}`
            : 'new';
    lines.push(
      `${palette.strong(toTerminal(entity.title))}  ${palette.quiet(toTerminal(`${entity.kind}, ${state === 'new' ? told('new') : told(state)}; ${told(`its name here is ${entity.id}`)}`))}`,
    );
    for (const fact of facts) {
      const value = toTerminal(`${fact.field}: ${shownValue(draft, fact)}`);
      const certainty = `${Math.round(fact.confidence * 100)} %${fact.inferred ? told(', inferred') : ''}`;
      lines.push(
        `  ${palette.id(fact.id)}  ${marks(told)[fact.status]}  ${value}  ${palette.quiet(certainty)}`,
      );
      const shown = fact.evidence[0] && quoted(text, fact.evidence[0]);
      if (shown) lines.push(`      ${quotedLine(shown, palette)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function marks(told: (message: string) => string) {
  return { proposed: '?', accepted: told('yes'), rejected: told('no'), applied: told('done') };
}

function tell(draft: Draft, session: Session): void {
  const count = (status: string) => draft.facts.filter((fact) => fact.status === status).length;
  const open = count('proposed');
  session.note(
    `${draft.id}: ${counted(count('accepted'), 'fact')} accepted, ${count('rejected')} rejected, ${open} open`,
  );
  if (count('accepted') > 0) session.note(`Next: koinon apply ${draft.id}`);
}
