import type { Ranking } from '../actors/ranked.ts';
import { ranking } from '../actors/ranked.ts';
import { retold } from '../actors/told.ts';
import type { Call, Command } from '../command.ts';
import { normalKey } from '../core/node.ts';
import { declaredKey } from '../core/read-fields.ts';
import { UsageError } from '../core/usage-error.ts';
import { alsoAbout } from '../drafts/about.ts';
import type { Answering } from '../drafts/answering.ts';
import { answered, noAnswers } from '../drafts/answers.ts';
import { asOfNow } from '../drafts/as-of-now.ts';
import type { Draft } from '../drafts/draft.ts';
import { draftNamed, drafts, frozenText, saveDraft } from '../drafts/folder.ts';
import { draftPage } from '../drafts/draft-page.ts';
import { discardDraft } from '../drafts/import-document.ts';
import { quoted } from '../drafts/quoted.ts';
import { readable } from '../drafts/readable.ts';
import { walk } from '../drafts/walk.ts';
import { decidedNow } from '../session/decided-now.ts';
import { agreed } from '../session/agreed.ts';
import { findOne } from '../session/find-one.ts';
import { reasonWords } from '../session/reason-words.ts';
import type { Session } from '../session/session.ts';
import type { Store } from '../store/store.ts';
import { counted } from '../terminal/counted.ts';
import { toTerminal } from '../terminal/text.ts';

const aboutFacts = ['accept', 'accept-above', 'reject', 'edit', 'add', 'to'];
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
      flags: '--add <field=value>',
      summary:
        'add a fact that was not found, as set by a person; a link leads to a name or a record',
      many: true,
    },
    {
      flags: '--to <name>',
      summary: 'what --add is about: a name of the draft, or “document”; else its main subject',
    },
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
      call: 'koinon review --to "Salt Fair" --add start="12 March 2024" --add city=Faro',
      does: 'adds the day and the town of an event',
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
    const kept = draftNamed(folder, call.words[0]);
    if (call.flag('discard')) return discard(kept, session);
    const text = frozenText(folder, kept.document.sha256);
    refuseMoved(kept, text);
    const draft = await upToDate(kept, session);
    const isScripted = [...aboutFacts, ...aboutNames].some(
      (option) => call.text(option) !== undefined || call.list(option).length > 0,
    );
    const now = isScripted ? await scripted(draft, call, session) : draft;
    if (now !== draft) await saveDraft(folder, now, kept);
    if (call.flag('json')) await session.json(now);
    else if (call.flag('list')) await session.write(draftPage(now, text, session));
    else if (!isScripted) return ask({ kept, draft }, text, session);
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

/** Names that may be records which the base has got since the import are questions too. */
async function upToDate(draft: Draft, session: Session): Promise<Draft> {
  const store = await session.currentStore();
  const said = await decidedNow(session.base.folder, store);
  let ready: Promise<Ranking> | undefined;
  return asOfNow(draft, () => (ready ??= ranking(store, said)), said);
}

/** Asks about the draft; the one that is kept in its file has not all questions of today. */
async function ask(
  { kept, draft }: { readonly kept: Draft; readonly draft: Draft },
  text: string,
  session: Session,
): Promise<0 | 2> {
  const prompts = await session.surroundings.prompts?.(session.told);
  if (!prompts)
    throw new UsageError(
      'Nobody can answer here; “koinon review --list” shows the facts, and --accept, --reject, --edit, --add, --is, --new decide on them',
    );
  const store = await session.currentStore();
  let last = kept;
  let now = draft;
  try {
    now = await walk(draft, {
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
      add: async (of, to, written) => {
        const answers = { ...noAnswers, add: [written], to };
        try {
          return { draft: await answered(of, answers, answering(store, session)) };
        } catch (error) {
          if (error instanceof UsageError) return { reason: session.told(error.message) };
          throw error;
        }
      },
      save: async (decided) => {
        await saveDraft(session.base.folder, decided, last, last !== kept);
        now = last = decided;
      },
    });
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ExitPromptError')) throw error;
    session.note('Stopped; what you decided is kept');
  }
  tell(now, session);
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
  const [lists, texts] = [call.list.bind(call), call.text.bind(call)];
  const answers = {
    is: lists('is'),
    same: lists('same'),
    new: lists('new'),
    title: lists('title'),
    different: lists('different'),
    none: lists('none'),
    edit: lists('edit'),
    add: lists('add'),
    to: texts('to'),
    accept: texts('accept'),
    acceptAbove: texts('accept-above'),
    reject: texts('reject'),
  };
  return answered(draft, answers, answering(await session.currentStore(), session));
}

function answering(store: Store, session: Session): Answering {
  return {
    kinds: session.kinds,
    field: (key, kind) => declaredKey(normalKey(key), kind, session),
    find: async (word, kind) => (await findOne(store, word, kind)).id,
    value: (now, fact, written) => {
      const read = readable(now, fact, written, session);
      if ('reason' in read) throw new UsageError(read.reason);
      return read.value;
    },
  };
}

function tell(draft: Draft, session: Session): void {
  session.note(stateOf(draft));
  tellAbout(draft, session);
  if (countOf(draft, 'accepted') > 0) session.note(`Next: koinon apply ${draft.id}`);
}

/** What “apply” writes into the record of the document beside the facts. */
function tellAbout(draft: Draft, session: Session): void {
  const also = alsoAbout(draft, session.kinds).map(({ title }) => title);
  if (also.length > 0)
    session.note(
      `The record of the document will also link to what accepted facts are about: ${also.join(', ')}`,
    );
}

function stateOf(draft: Draft): string {
  const [accepted, rejected] = [countOf(draft, 'accepted'), countOf(draft, 'rejected')];
  const open = countOf(draft, 'proposed');
  return `${draft.id}: ${counted(accepted, 'fact')} accepted, ${rejected} rejected, ${open} open`;
}

function countOf({ facts }: Draft, status: Draft['facts'][number]['status']): number {
  return facts.filter((fact) => fact.status === status).length;
}
