import type { Command } from '../../command.ts';
import type { Call } from '../../core/consortium/call.ts';
import type { Cell } from '../../core/table.ts';
import { allCalls, findCall, tellBroken } from '../../session/calls.ts';
import { about, heading } from '../../session/consortium/check-page.ts';
import { wordsOf } from '../../session/consortium/words.ts';
import { toTerminal } from '../../terminal/text.ts';
import { formatOptions } from '../../session/format-options.ts';

export default {
  summary: 'lists the calls whose rules are known, or the conditions of one in plain words',
  arguments: [{ name: '[call]', summary: 'the id or title of a call' }],
  options: [...formatOptions({ json: 'one JSON document', fallback: 'table' })],
  examples: [
    { call: 'koinon consortium rules', does: 'the calls' },
    { call: 'koinon consortium rules next-med-2 --lang fr', does: 'the conditions of one' },
  ],
  run: async (call, session) => {
    const [written] = call.words;
    if (written === undefined) {
      const { calls, broken } = allCalls(session);
      for (const { messages } of broken) tellBroken(messages, session);
      const format = call.text('format') ?? 'table';
      if (call.flag('json')) {
        await session.json(
          calls.map((each) => ({ ...headOf(each), conditions: each.conditions.length })),
        );
        return broken.length > 0 ? 1 : 0;
      }
      const rows = calls.map(({ id, title, valid }): readonly Cell[] => [id, title, valid]);
      await session.print(
        { columns: session.columns(['id', 'title', 'period'], format), rows },
        format,
      );
      return 0;
    }
    const rules = findCall(call.words.join(' '), session);
    const words = wordsOf(rules, session);
    const { counting, conditions } = rules;
    const apart = [...counting.roles.map(words.role), ...counting.forms.names.map(words.form)];
    if (call.flag('json')) {
      await session.json({
        ...headOf(rules),
        note: rules.note ?? null,
        not_counted: { roles: counting.roles, forms: counting.forms.names },
        same_parent: counting.distinct ? 'once' : 'each',
        conditions: conditions.map((condition) => ({
          ...condition,
          text: words.condition(condition),
        })),
      });
      return 0;
    }
    const lines = [heading(rules, undefined, session), ...about(rules, words, session), ''];
    for (const condition of conditions) {
      const advice = condition.advice ? ` [${words.say('rule-advice')}]` : '';
      const note = condition.note === undefined ? '' : ` – ${condition.note}`;
      lines.push(`- ${toTerminal(`${words.condition(condition)}${advice}${note}`)}`);
    }
    if (apart.length > 0)
      lines.push('', toTerminal(words.say('rules-not-counted', { list: words.list(apart) })));
    if (counting.distinct) lines.push(words.say('rules-same-parent'));
    await session.write(`${lines.join('\n')}\n`);
    return 0;
  },
} satisfies Command;

function headOf({ id, title, programme, source, valid, checked }: Call) {
  return { id, title, programme: programme ?? null, source, valid, checked };
}
