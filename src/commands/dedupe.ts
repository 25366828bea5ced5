import { deciderName, decisionsAdded } from '../base/decisions.ts';
import type { FileChange } from '../base/history.ts';
import { perform } from '../base/journal.ts';
import type { Duplicate, Duplicates } from '../actors/duplicates.ts';
import { duplicates } from '../actors/duplicates.ts';
import { reasonsTold } from '../actors/told.ts';
import type { Call, Command } from '../command.ts';
import { UsageError } from '../core/usage-error.ts';
import type { Editing } from '../edits/base-files.ts';
import { mergeChanges, mergeOf } from '../edits/merge.ts';
import { sideBySide } from '../session/side-by-side.ts';
import { changeFiles, changesJson, editing, wantsJson } from '../session/change-files.ts';
import { decidedNow } from '../session/decided-now.ts';
import { filterOptions, readSelection } from '../session/filters.ts';
import { findOne } from '../session/find-one.ts';
import { formatOptions } from '../session/format-options.ts';
import { reasonWords } from '../session/reason-words.ts';
import type { Session } from '../session/session.ts';
import { counted } from '../terminal/counted.ts';
import { toTerminal } from '../terminal/text.ts';

/** Pairs that are shown unless more are asked for. */
const usual = 50;

export default {
  summary: 'lists pairs of records that may be one, best first, with the reasons',
  options: [
    {
      flags: '--review',
      summary: 'show both records side by side and ask: one, different, or later',
    },
    {
      flags: '--auto',
      summary: 'merge those that share a register number or a web domain, and nothing less',
    },
    { flags: '--by <name>', summary: 'who decided, for decisions.yaml; else the name of the user' },
    { flags: '--limit <n>', summary: `at most so many pairs; 0 for all; else ${usual}` },
    { flags: '--dry-run', summary: 'with --auto: show the changes, and write nothing' },
    ...filterOptions,
    ...formatOptions({ json: 'the pairs as one JSON document', fallback: 'table' }),
  ],
  examples: [
    { call: 'koinon dedupe', does: 'pairs to look at, the likeliest first' },
    {
      call: 'koinon dedupe --kind organisation --country ES --review',
      does: 'asks about each pair',
    },
    { call: 'koinon dedupe --json', does: 'pairs with scores and reasons for a program' },
  ],
  run: async (call, session) => {
    const given = await editing(session);
    const limit = limitOf(call);
    // The limit is one of pairs, and not of the records that are compared.
    const { limit: _pairs, ...selection } = await readSelection(call, session, given.store);
    const bar = session.surroundings.progress('Comparing names');
    const found = await duplicates(given.store, session.kinds, {
      selection,
      decided: await decidedNow(given.folder, given.store),
      progress: (done, total) => bar.update(done, total),
    });
    bar.done();
    const shown = limit === 0 ? found.pairs : found.pairs.slice(0, limit);
    if (call.flag('auto')) return auto(found, call, session, given);
    if (call.flag('review')) return review(shown, call, session, given);
    if (call.flag('json')) {
      await session.json(
        shown.map(({ a, b, score, decision, likeness }) => ({
          a,
          b,
          score: Math.round(score * 1e4) / 1e4,
          decision,
          reasons: likeness.reasons.map(({ reason, weight, detail }) => ({
            reason,
            weight: Math.round(weight * 100) / 100,
            detail,
          })),
        })),
      );
      return 0;
    }
    if (shown.length === 0) {
      session.note('No two records look like one');
      return 0;
    }
    const format = call.text('format') ?? 'table';
    await session.print(
      {
        columns: session.columns(['a', 'b', 'score', 'decision', 'reasons'], format),
        rows: shown.map((pair) => [
          pair.a,
          pair.b,
          Math.round(pair.score * 100) / 100,
          session.isShown(format)
            ? session.labels.phrase(`decision-${pair.decision}`)
            : pair.decision,
          reasonsTold(pair.likeness, session.isShown(format) ? reasonWords(session) : undefined),
        ]),
      },
      format,
    );
    if (found.pairs.length > shown.length)
      session.note(`${shown.length} of ${found.pairs.length}; --limit 0 shows all`);
    session.note(
      '“koinon dedupe --review” asks about them; “koinon different A B” settles one for ever',
    );
    return 0;
  },
} satisfies Command;

function limitOf(call: Call): number {
  const written = call.text('limit') ?? String(usual);
  if (!/^\d{1,9}$/.test(written))
    throw new UsageError(`--limit expects a number such as 20, found “${written}”`);
  return Number(written);
}

/** Merges what a register number or a web domain says is one; the record with most links stays. */
async function auto(found: Duplicates, call: Call, session: Session, given: Editing): Promise<0> {
  const { pairs, groups } = found;
  // A chain of pairs may end at two records that are not one.
  const group = new Map(groups.flatMap((ids, number) => ids.map((id) => [id, number] as const)));
  const isHard = ({ a, b, likeness, decision }: Duplicate) =>
    decision === 'same' &&
    group.has(a) &&
    group.get(a) === group.get(b) &&
    likeness.reasons.some(
      ({ reason, weight }) => weight > 0 && (reason === 'identifier' || reason === 'domain'),
    );
  const sure = pairs.filter(isHard);
  if (sure.length === 0)
    session.note('No two records share a register number or a web domain and look like one');
  let changes: readonly FileChange[] = [];
  const gone = new Map<string, string>();
  const stays = (id: string): string => (gone.has(id) ? stays(gone.get(id) ?? id) : id);
  for (const pair of sure) {
    const [a, b] = [stays(pair.a), stays(pair.b)];
    if (a === b) continue;
    const into = (await linkCount(a, given)) >= (await linkCount(b, given)) ? a : b;
    const from = into === a ? b : a;
    const why = reasonsTold(pair.likeness).join('; ');
    changes = changes.concat(await mergeInto(from, into, why, call, session, given));
    if (!call.flag('dry-run')) gone.set(from, into);
  }
  if (wantsJson(call)) await session.json(changesJson(changes));
  return 0;
}

async function linkCount(id: string, { store }: Editing): Promise<number> {
  const { key } = await findOne(store, id);
  return (await store.linksTo(key)).length + (await store.linksFrom(key)).length;
}

async function mergeInto(
  from: string,
  into: string,
  why: string,
  call: Call,
  session: Session,
  given: Editing,
): Promise<readonly FileChange[]> {
  const store = await session.currentStore();
  const now = { ...given, store };
  const merge = await mergeOf(
    (await findOne(store, from)).key,
    (await findOne(store, into)).key,
    now,
  );
  const decision = {
    verdict: 'same',
    a: from,
    b: into,
    by: call.text('by') ?? deciderName(),
    date: session.surroundings.today,
    why,
  } as const;
  const changes = [
    ...(await mergeChanges(merge, new Map(), now)),
    decisionsAdded(session.base.folder, [decision]),
  ];
  const operation = { label: `merge ${from} ${into}`, changes };
  // Of several merges programs get one document.
  if (!wantsJson(call)) await changeFiles(operation.label, changes, call, session);
  else if (!call.flag('dry-run')) await perform(session.base.folder, operation);
  if (!call.flag('dry-run')) await session.ingest({});
  return changes;
}

/** Asks about one pair after the other; every answer is written at once. */
async function review(
  pairs: readonly Duplicate[],
  call: Call,
  session: Session,
  given: Editing,
): Promise<0> {
  const prompts = await session.surroundings.prompts?.(session.told);
  if (!prompts)
    throw new UsageError(
      'Nobody can answer here; “koinon dedupe” lists the pairs, “koinon merge” and “koinon different” settle them',
    );
  const { told } = session;
  const by = call.text('by') ?? deciderName();
  const gone = new Set<string>();
  const count = { merged: 0, different: 0 };
  try {
    for (const [at, pair] of pairs.entries()) {
      if (gone.has(pair.a) || gone.has(pair.b)) continue;
      const page = await sideBySide(pair.a, pair.b, session);
      session.say(`\n${told(`${at + 1} of ${pairs.length}`)}\n${page}`);
      for (const reason of reasonsTold(pair.likeness, reasonWords(session)))
        session.say(`  ${toTerminal(reason)}`);
      const answer = await prompts.choose(told('Are they one?'), [
        { name: told('Leave it for later'), value: 'later' },
        { name: told('They are different'), value: 'different' },
        { name: told(`They are one: ${pair.a} stays`), value: 'a' },
        { name: told(`They are one: ${pair.b} stays`), value: 'b' },
        { name: told('Stop here'), value: 'stop' },
      ]);
      if (answer === 'stop') break;
      if (answer === 'later') continue;
      if (answer === 'different') {
        const { a, b } = pair;
        const decision = {
          verdict: 'different',
          a,
          b,
          by,
          date: session.surroundings.today,
        } as const;
        await perform(session.base.folder, {
          label: `different ${a} ${b}`,
          changes: [decisionsAdded(session.base.folder, [decision])],
        });
        count.different++;
        continue;
      }
      const [from, into] = answer === 'a' ? [pair.b, pair.a] : [pair.a, pair.b];
      await mergeInto(from, into, reasonsTold(pair.likeness).join('; '), call, session, given);
      gone.add(from);
      count.merged++;
    }
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ExitPromptError')) throw error;
  }
  session.note(
    `${counted(count.merged, 'pair')} merged, ${count.different} noted as different; “koinon undo” takes them back one by one`,
  );
  return 0;
}
