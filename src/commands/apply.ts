import type { Ranking } from '../actors/ranked.ts';
import { ranking } from '../actors/ranked.ts';
import { deciderName, decisionsAdded } from '../base/decisions.ts';
import type { FileChange } from '../base/history.ts';
import { perform, recover } from '../base/journal.ts';
import type { Command } from '../command.ts';
import type { Decided, Decision } from '../core/decision.ts';
import { nothing } from '../core/decision.ts';
import { UsageError } from '../core/usage-error.ts';
import { alikeNow } from '../drafts/as-of-now.ts';
import type { Draft, DraftEntity } from '../drafts/draft.ts';
import { draftText } from '../drafts/draft.ts';
import type { Outcome } from '../drafts/applying.ts';
import { draftFile, draftNamed, frozenText } from '../drafts/folder.ts';
import { documentRecord } from '../drafts/import-document.ts';
import type { Plan } from '../drafts/plan.ts';
import { planApply } from '../drafts/plan.ts';
import { shownFact } from '../drafts/showing.ts';
import { entityOf } from '../drafts/subjects.ts';
import { decidedNow } from '../session/decided-now.ts';
import { folderFor } from '../session/new-record.ts';
import { fileDiff } from '../session/file-diff.ts';
import type { Session } from '../session/session.ts';
import type { RecordName, Store } from '../store/store.ts';
import { counted } from '../terminal/counted.ts';
import { toTerminal } from '../terminal/text.ts';

export default {
  summary: 'writes the accepted facts of a draft into records, each with its source',
  arguments: [{ name: '[draft]', summary: 'the draft, where there are several' }],
  options: [
    {
      flags: '--overwrite <ids>',
      summary: 'facts that replace what a record says; without it, both stand side by side',
    },
    { flags: '--by <name>', summary: 'who decided, for decisions.yaml; else the name of the user' },
    { flags: '--dry-run', summary: 'show what would change, and change nothing' },
    { flags: '--json', summary: 'what became of each fact as one JSON document' },
  ],
  examples: [
    { call: 'koinon apply', does: 'writes what was accepted; “koinon undo” takes it back' },
    { call: 'koinon apply --dry-run', does: 'shows the changes, line by line' },
    {
      call: 'koinon apply --overwrite 3f2a9c1d07',
      does: 'this fact wins over what the record says',
    },
  ],
  run: async (call, session) => {
    const { folder } = session.base;
    const told = await recover(folder);
    if (told) session.note(told);
    const draft = draftNamed(folder, call.words[0]);
    frozenText(folder, draft.document.sha256);
    if (!draft.facts.some(({ status }) => status === 'accepted')) {
      session.note('No fact of this draft is accepted; “koinon review” does that');
      return 0;
    }
    const said = await decidedNow(folder, await session.currentStore());
    const plan = await planOf(draft, call.text('overwrite'), said, session);
    const decisions = decisionsOf(
      draft,
      plan,
      said,
      call.text('by') ?? deciderName(),
      session.surroundings.today,
    );
    const changes: readonly FileChange[] = [
      ...plan.changes,
      draftChange(folder, draft, plan),
      ...(decisions.length > 0 ? [decisionsAdded(folder, decisions)] : []),
    ];
    const isDry = call.flag('dry-run');
    const refused = plan.outcomes.filter(({ outcome }) => outcome === 'refused');
    const shown = refused.length > 0 ? refused : plan.outcomes;
    if (call.flag('json')) await session.json(shown.map(plain));
    if (refused.length > 0) return refuse(refused, draft, session);
    if (!isDry) await perform(folder, { label: `apply ${draft.id}`, changes });
    else if (!call.flag('json'))
      for (const change of changes.filter(({ path }) => !path.startsWith('drafts/')))
        await session.write(fileDiff(change, session.palette));
    if (!isDry && !call.flag('json')) await session.write(page(plan, draft, session));
    if (!isDry) tellClaimed(plan.outcomes, draft, session);
    tellDoubtful(plan, session);
    tellOpen(plan.draft, session);
    if (!isDry) session.note('“koinon undo” takes it back; “koinon check” looks at the records');
    return 0;
  },
} satisfies Command;

/** All facts are written or none: what is half in the records and half in a draft, nobody finds again. */
function refuse(refused: readonly Outcome[], { id }: Draft, session: Session): 1 {
  const { note } = session.surroundings;
  for (const { fact, detail } of refused)
    note(`${fact.id} is left in the draft: ${detail ?? 'it cannot be written'}`);
  const ids = refused.map(({ fact }) => fact.id).join(',');
  note(
    `Nothing is written: mend that, or leave it out with “koinon review ${id} --reject ${ids}”, and apply again`,
  );
  return 1;
}

/** How what a document says wins over what records say. */
function tellClaimed(outcomes: readonly Outcome[], { id }: Draft, session: Session): void {
  const ids = outcomes.flatMap(({ fact, outcome }) => (outcome === 'claimed' ? [fact.id] : []));
  if (ids.length > 0)
    session.note(
      `“koinon undo”, then “koinon apply ${id} --overwrite ${ids.join(',')}” lets the document win over the records`,
    );
}

/** New records of names that may be those of known ones. */
function tellDoubtful({ doubtful }: Plan, session: Session): void {
  const names = doubtful.map(({ title, record }) => `${title} (${record}?)`);
  if (names.length > 0)
    session.note(
      `New, though perhaps known: ${names.join(', ')}; “koinon merge” makes one of two records`,
    );
}

/** What nobody decided is still in the draft, and is said by name, lest it be taken for written. */
function tellOpen(left: Draft, session: Session): void {
  const open = left.facts.filter(({ status }) => status === 'proposed');
  if (open.length === 0) return;
  const about = new Set(open.map(({ subject }) => entityOf(left, subject)?.title ?? subject));
  const [shown, more] = [[...about].slice(0, namesShown), about.size > namesShown ? ', …' : ''];
  const names = `${shown.join(', ')}${more}`;
  session.note(
    `${counted(open.length, 'fact')} of ${counted(about.size, 'name')} undecided, about ${names}; “koinon review ${left.id}” asks about them`,
  );
}

/** Of those with undecided facts. */
const namesShown = 5;

async function planOf(
  draft: Draft,
  overwrite: string | undefined,
  said: Decided,
  session: Session,
): Promise<Plan> {
  const overwrites = new Set(overwrite?.split(',').map((id) => id.trim()) ?? []);
  const missing = [...overwrites].find((id) => !draft.facts.some((fact) => fact.id === id));
  if (missing !== undefined) throw new UsageError(`The draft has no fact “${missing}”`);
  const store = await session.currentStore();
  let ready: Promise<Ranking> | undefined;
  return planApply(draft, {
    folder: session.base.folder,
    kinds: session.kinds,
    concepts: session.concepts,
    recordOf: async (id) => {
      const found = await recordCalled(id, store);
      return found && store.record(found.key);
    },
    meantBy: async (id) => {
      const record = await recordCalled(id, store);
      const links = record ? await store.linksFrom(record.key) : [];
      const names = await store.names(links.flatMap(({ to }) => to ?? []));
      return new Map(
        links.flatMap(({ target, to }) => {
          const other = to === null ? undefined : names.get(to);
          return other ? [[target, other.id] as const] : [];
        }),
      );
    },
    documentOf: (sha256) => documentRecord(sha256, store),
    named: (name) => store.find(name),
    alike: async (entity) => alikeNow(entity, await (ready ??= ranking(store, said)), said),
    folderFor: (kind) => folderFor(kind, session),
    overwrites,
  });
}

/** The record with an id, or the only one that had it once. */
async function recordCalled(id: string, store: Store): Promise<RecordName | undefined> {
  const found = await store.find(id);
  return found.find((each) => each.id === id) ?? (found.length === 1 ? found[0] : undefined);
}

/** The draft keeps what is still open; where nothing is, it goes. */
function draftChange(folder: string, draft: Draft, plan: Plan): FileChange {
  const { path, text } = draftFile(folder, draft);
  const isOpen = plan.draft.facts.some(
    ({ status }) => status === 'proposed' || status === 'accepted',
  );
  return { path, before: text, after: isOpen ? draftText(plan.draft) : null };
}

/** The name that the document has for what got another title is known by that record from now on. */
function entitledDecisions(
  { entitled, choice }: DraftEntity,
  record: string | undefined,
  by: string,
  date: string,
): readonly NameDecision[] {
  const isNoted = entitled !== undefined && record !== undefined && choice !== 'none';
  return isNoted ? [{ verdict: 'is', name: entitled, record, by, date }] : [];
}

/** What was said about names holds for the next document too; what is noted already is not noted again. */
function decisionsOf(
  draft: Draft,
  plan: Plan,
  said: Decided,
  by: string,
  date: string,
): readonly Decision[] {
  const records = new Map(plan.draft.entities.map(({ id, record }) => [id, record]));
  const all = draft.entities.flatMap((entity): readonly NameDecision[] => [
    ...entitledDecisions(entity, records.get(entity.id), by, date),
    ...(typeof entity.choice === 'object'
      ? namesOf(entity).map(
          (name) => ({ verdict: 'is', name, record: recordChosen(entity), by, date }) as const,
        )
      : []),
    ...(entity.choice === 'none'
      ? [{ verdict: 'is', name: entity.title, record: nothing, by, date } as const]
      : []),
    ...(entity.not ?? []).map(
      (record) => ({ verdict: 'is_not', name: entity.title, record, by, date }) as const,
    ),
  ]);
  return all.filter(({ verdict, name, record }) =>
    verdict === 'is' ? said.meaning(name) !== record : !said.excluded(name).has(record),
  );
}

type NameDecision = Extract<Decision, { readonly name: string }>;

function recordChosen({ choice }: DraftEntity): string {
  return typeof choice === 'object' ? choice.record : '';
}

function namesOf({ title, acronym, aliases }: DraftEntity): readonly string[] {
  return [...new Set([title, ...(acronym === undefined ? [] : [acronym]), ...aliases])];
}

function plain({ fact, record, outcome, under, detail }: Outcome) {
  const { id, field } = fact;
  return {
    id,
    record,
    field,
    value: fact.edited ?? fact.value,
    outcome,
    ...(under === undefined ? {} : { under }),
    ...(detail === undefined ? {} : { detail }),
  };
}

const said = {
  written: '',
  known: 'stood there already; the document is one more source',
  same: 'another fact of the document says the same; it is written once',
  claimed: 'contradicts the record, and stands beside it under “claims”',
  refused: 'left in the draft',
} as const;

/** Records with what became of each fact about them. */
function page(plan: Plan, draft: Draft, session: Session): string {
  const { told } = session;
  const lines: string[] = [];
  const about = `${session.labels.column('about')}${session.colon}`;
  const records = new Set(plan.outcomes.map(({ record }) => record));
  if (plan.about.titles.length > 0) records.add(plan.about.record);
  for (const record of [...plan.made.filter((id) => !records.has(id)), ...records]) {
    lines.push(`${record}${plan.made.includes(record) ? `  ${told('new')}` : ''}`);
    for (const { fact, outcome, under, detail } of plan.outcomes.filter(
      (each) => each.record === record,
    )) {
      // What the record was made with, no earlier record said.
      const isFirst = outcome === 'known' && plan.made.includes(record);
      const remark = [
        isFirst ? '' : said[outcome],
        under === undefined ? '' : `under “${session.labels.column(under)}”`,
        outcome === 'claimed' && detail ? `it says ${detail}` : (detail ?? ''),
      ];
      const aside = remark.filter((each) => each !== '').map(told);
      const value = shownFact(draft, fact, session);
      lines.push(`  ${value}${aside.length === 0 ? '' : `  (${aside.join('; ')})`}`);
    }
    if (record === plan.about.record)
      lines.push(...plan.about.titles.map((title) => `  ${about}${title}`));
  }
  lines.push(told(`${counted(plan.changes.length, 'file')} written`));
  return `${lines.map((line) => toTerminal(line)).join('\n')}\n`;
}
