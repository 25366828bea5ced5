import { deciderName, decisionsAdded } from '../base/decisions.ts';
import type { Call, Command } from '../command.ts';
import type { Decided } from '../core/decision.ts';
import { UsageError } from '../core/usage-error.ts';
import type { Conflict, Merge, Resolution } from '../edits/unite.ts';
import { mergeChanges, mergeOf } from '../edits/merge.ts';
import { changeFiles, editing } from '../session/change-files.ts';
import { decidedNow } from '../session/decided-now.ts';
import { findOne } from '../session/find-one.ts';
import type { Session } from '../session/session.ts';
import { toTerminal } from '../terminal/text.ts';

export default {
  summary: 'makes one record of two; names, fields and links of both are kept',
  arguments: [
    { name: '<from>', summary: 'the record that goes; its id leads to the other one for ever' },
    { name: '<into>', summary: 'the record that stays' },
  ],
  options: [
    { flags: '--take <fields>', summary: 'fields in which the record that goes is right' },
    { flags: '--keep <fields>', summary: 'fields in which the record that stays is right' },
    { flags: '--by <name>', summary: 'who decided, for decisions.yaml; else the name of the user' },
    { flags: '--why <reason>', summary: 'why they are one, for decisions.yaml' },
    { flags: '--dry-run', summary: 'show the changes line by line, and write nothing' },
  ],
  examples: [
    {
      call: 'koinon merge cepes-andalusia cepes-andalucia --dry-run',
      does: 'shows what would change',
    },
    {
      call: 'koinon merge cepes-andalusia cepes-andalucia --take founded',
      does: 'where both say when they were founded, the first is right',
    },
  ],
  run: async (call, session) => {
    const [from = '', into = ''] = call.words;
    const given = await editing(session);
    const merge = await mergeOf(
      (await findOne(given.store, from)).key,
      (await findOne(given.store, into)).key,
      given,
    );
    refuseDifferent(merge, await decidedNow(given.folder, given.store));
    const resolutions = await resolutionsOf(merge, call, session);
    const { surroundings } = session;
    const decision = {
      verdict: 'same',
      a: merge.from.id,
      b: merge.into.id,
      by: call.text('by') ?? deciderName(),
      date: surroundings.today,
      ...(call.text('why') === undefined ? {} : { why: call.text('why') ?? '' }),
    } as const;
    const changes = [
      ...(await mergeChanges(merge, resolutions, given)),
      decisionsAdded(session.base.folder, [decision]),
    ];
    await changeFiles(`merge ${merge.from.id} ${merge.into.id}`, changes, call, session);
    for (const { field, from, into } of merge.conflicts) {
      const kept = {
        both: `${field}: ${from} or ${into}; both are kept`,
        from: `${field}: ${from} or ${into}; ${from} is taken`,
        into: `${field}: ${from} or ${into}; ${into} is kept`,
      };
      session.note(kept[resolutions.get(field) ?? 'both']);
    }
    return 0;
  },
} satisfies Command;

function refuseDifferent({ from, into }: Merge, decided: Decided): void {
  if (decided.between(from.id, into.id) !== 'different') return;
  throw new UsageError(
    `${from.id} and ${into.id} are noted as different; if that is no longer so, run “koinon same ${from.id} ${into.id}” first`,
  );
}

/** What the flags say about each conflict, else what a person answers, else that both values are kept. */
async function resolutionsOf(
  { conflicts, from, into }: Merge,
  call: Call,
  session: Session,
): Promise<ReadonlyMap<string, Resolution>> {
  const given = new Map([
    ...namedFields(call.text('take'), '--take', conflicts).map((field) => [field, 'from'] as const),
    ...namedFields(call.text('keep'), '--keep', conflicts).map((field) => [field, 'into'] as const),
  ]);
  const open = conflicts.filter(({ field }) => !given.has(field));
  const prompts =
    open.length > 0 && !call.flag('dry-run')
      ? await session.surroundings.prompts?.(session.told)
      : undefined;
  if (!prompts) return given;
  const answers = new Map<string, Resolution>(given);
  for (const conflict of open) {
    const answer = await prompts.choose<Resolution>(
      toTerminal(session.told(`${session.labels.column(conflict.field)}: which is right?`)),
      [
        { name: toTerminal(`${conflict.into} (${into.id})`), value: 'into' },
        { name: toTerminal(`${conflict.from} (${from.id})`), value: 'from' },
        { name: session.told('Keep both: the second as a claim beside the first'), value: 'both' },
      ],
    );
    answers.set(conflict.field, answer);
  }
  return answers;
}

function namedFields(
  written: string | undefined,
  option: string,
  conflicts: readonly Conflict[],
): readonly string[] {
  if (written === undefined) return [];
  const fields = written.split(',').map((field) => field.trim());
  const odd = fields.find((field) => !conflicts.some((conflict) => conflict.field === field));
  if (odd === undefined) return fields;
  const names = conflicts.map(({ field }) => field).join(', ');
  throw new UsageError(
    `${option}: the records do not disagree about “${odd}”${names === '' ? '; there is nothing to decide' : `, but about ${names}`}`,
  );
}
