import { alike } from '../../actors/likely-targets.ts';
import { findings } from '../../base/findings.ts';
import type { Command } from '../../command.ts';
import { formatOptions } from '../../session/format-options.ts';

const rules = ['unresolved', 'ambiguous', 'wrong-kind'];

export default {
  summary: 'lists links that lead to no record, to several, or to one of the wrong kind',
  options: [...formatOptions({ json: 'the messages as one JSON document', fallback: 'table' })],
  examples: [
    { call: 'koinon link broken', does: 'where each one stands and which records it may mean' },
    { call: 'koinon link broken --format csv', does: 'a list to work through in a spreadsheet' },
  ],
  run: async (call, session) => {
    const format = call.text('format') ?? 'table';
    const store = await session.store();
    const broken = (await findings(store, session.kinds, alike(store))).filter(({ rule }) =>
      rules.includes(rule),
    );
    if (call.flag('json')) await session.json(broken);
    else if (broken.length === 0) session.note('No broken links');
    else {
      await session.print(
        {
          columns: session.columns(['file', 'line', 'rule', 'reason', 'expected'], format),
          rows: broken.map(({ file, line, rule, reason, expected }) => [
            file,
            line,
            rule,
            format === 'table' || format === 'markdown' ? session.told(reason) : reason,
            expected ?? [],
          ]),
        },
        format,
      );
    }
    return broken.length > 0 ? 1 : 0;
  },
} satisfies Command;
