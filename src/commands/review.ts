import { retold } from '../actors/told.ts';
import type { Call, Command } from '../command.ts';
import { UsageError } from '../core/usage-error.ts';
import { answered } from '../drafts/answers.ts';
import type { Draft } from '../drafts/draft.ts';
import { recordOf } from '../drafts/draft.ts';
import { draftNamed, drafts, frozenText, saveDraft } from '../drafts/folder.ts';
import { discardDraft } from '../drafts/import-document.ts';
import { quoted, quotedLine } from '../drafts/quoted.ts';
import { readable } from '../drafts/readable.ts';
import { shownFact } from '../drafts/showing.ts';
import { subjects } from '../drafts/subjects.ts';
import { walk } from '../drafts/walk.ts';
import { agreed } from '../session/agreed.ts';
import { findOne } from '../session/find-one.ts';
import { reasonWords } from '../session/reason-words.ts';
import type { Session } from '../session/session.ts';
import { counted } from '../terminal/counted.ts';
import { toTerminal } from '../terminal/text.ts';

const aboutFacts = ['accept', 'accept-above', 'reject', 'edit'];
const aboutNames = ['is', 'same', 'new', 'title', 'different', 'none'];

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
    {
      flags: '--same <name=name>',
      summary: 'two names of the draft are one; the second is a further name of the first',
      many: true,
    },
    { flags: '--new <name>', summary: 'a name of the draft needs a new record', many: true },
    {
      flags: '--title <name=title>',
      summary: 'a name of the draft gets another title, before its record is made',
      many: true,
    },
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
    { flags: '--discard', summary: 'remove the draft; “koinon undo” brings it back' },
    { flags: '--json', summary: 'the draft as one JSON document' },
  ],
  examples: [
    { call: 'koinon review', does: 'asks about each name and its facts, with their quotes' },
    {
      call: 'koinon review --list',
      does: 'the facts with ids, for the flags below; or all drafts',
    },
    {
      call: 'koinon review --accept-above 0.9 --reject 3f2a9c1d07',
      does: 'decides without questions',
    },
    {
      call: 'koinon review --is "acpp=Asamblea de Cooperación por la Paz"',
      does: 'says which record a name is',
    },
    {
      call: 'koinon review --same "Caritas Hellas=Καρίτας Ελλάς" --title acpp="Asamblea por la Paz"',
      does: 'makes one of two names, and corrects a title',
    },
  ],
  run: async (call, session) => {
    const { folder } = session.base;
    if (call.flag('list') && call.words.length === 0 && drafts(folder).length > 1)
      return listAll(drafts(folder), session);
    const draft = draftNamed(folder, call.words[0]);
    if (call.flag('discard')) return discard(draft, session);
    const text = frozenText(folder, draft.document.sha256);
    refuseMoved(draft, text);
    const isScripted = [...aboutFacts, ...aboutNames].some(
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

async function discard(draft: Draft, session: Session): Promise<0> {
  const question = `Remove the draft ${draft.id} with all decisions on it?`;
  if ((await agreed(question, session)) === false) return 0;
  await discardDraft(draft, session.base.folder);
  session.note(`The draft ${draft.id} is removed; “koinon undo” brings it back`);
  return 0;
}

/** Every draft with its state, where no word says which one is meant. */
async function listAll(all: readonly Draft[], session: Session): Promise<0> {
  for (const draft of all) {
    const { title } = draft.document;
    const lines = [
      session.palette.strong(toTerminal(title)),
      toTerminal(session.told(stateOf(draft))),
    ];
    await session.write(`${lines.join('\n  ')}\n`);
  }
  session.note(`“koinon review --list ${all[0]?.id ?? ''}” shows the facts of one draft`);
  return 0;
}

async function ask(draft: Draft, text: string, session: Session): Promise<0 | 2> {
  const prompts = await session.surroundings.prompts?.();
  if (!prompts)
    throw new UsageError(
      'Nobody can answer here; “koinon review --list” shows the facts, and --accept, --reject, --edit, --is, --new decide on them',
    );
  const store = await session.currentStore();
  let last = draft;
  try {
    last = await walk(draft, {
      questions: prompts,
      say: session.say,
      told: session.told,
      palette: session.palette,
      showing: session,
      reason: (reason) => retold(reason, reasonWords(session)),
      text,
      find: async (word, kind) => {
        try {
          return { id: (await findOne(store, word, kind)).id };
        } catch (error) {
          if (error instanceof UsageError) return { reason: session.told(error.message) };
          throw error;
        }
      },
      readable: (now, fact, value) => {
        const read = readable(now, fact, value, session);
        return 'value' in read ? read : { reason: session.told(read.reason) };
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
  const store = await session.currentStore();
  const [lists, texts] = [call.list.bind(call), call.text.bind(call)];
  const answers = {
    is: lists('is'),
    same: lists('same'),
    new: lists('new'),
    title: lists('title'),
    different: lists('different'),
    none: lists('none'),
    edit: lists('edit'),
    accept: texts('accept'),
    acceptAbove: texts('accept-above'),
    reject: texts('reject'),
  };
  return answered(draft, answers, {
    kinds: session.kinds,
    find: async (word, kind) => (await findOne(store, word, kind)).id,
    value: (now, fact, written) => {
      const read = readable(now, fact, written, session);
      if ('reason' in read) throw new UsageError(read.reason);
      return read.value;
    },
  });
}

/** Names with their facts, each with its id and its quote. */
function page(draft: Draft, text: string, session: Session): string {
  const { palette, told, labels } = session;
  const lines: string[] = [];
  for (const { entity, facts } of subjects(draft)) {
    const record = recordOf(entity);
    const candidates = (entity.candidates ?? []).map((each) => each.record).join(told(' or '));
    const state =
      entity.choice === 'none'
        ? 'needs no record'
        : record !== undefined
          ? `the record ${record}`
          : candidates !== '' && entity.choice === undefined
            ? `perhaps ${candidates}`
            : 'new';
    lines.push(
      `${palette.strong(toTerminal(entity.title))}  ${palette.quiet(toTerminal(`${labels.kind(entity.kind)}, ${state === 'new' ? told('new') : told(state)}; ${told(`its name here is ${entity.id}`)}`))}`,
    );
    for (const fact of facts) {
      const value = toTerminal(shownFact(draft, fact, session));
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
  session.note(stateOf(draft));
  if (countOf(draft, 'accepted') > 0) session.note(`Next: koinon apply ${draft.id}`);
}

function stateOf(draft: Draft): string {
  const [accepted, rejected] = [countOf(draft, 'accepted'), countOf(draft, 'rejected')];
  const open = countOf(draft, 'proposed');
  return `${draft.id}: ${counted(accepted, 'fact')} accepted, ${rejected} rejected, ${open} open`;
}

function countOf({ facts }: Draft, status: Draft['facts'][number]['status']): number {
  return facts.filter((fact) => fact.status === status).length;
}
