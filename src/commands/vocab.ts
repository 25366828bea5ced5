import type { Command } from '../command.ts';
import type { Cell } from '../core/table.ts';
import { UsageError } from '../core/usage-error.ts';
import { languages } from '../vocabulary/world.ts';
import { vocabularyNames } from '../vocabulary/load.ts';
import { formatOptions } from '../session/format-options.ts';

export default {
  summary: 'lists the concepts of a vocabulary with their labels',
  arguments: [{ name: '[name]', summary: vocabularyNames.join(', ') }],
  options: [
    ...formatOptions({ json: 'the concepts with the labels of every language', fallback: 'table' }),
  ],
  examples: [
    { call: 'koinon vocab', does: 'the vocabularies there are' },
    { call: 'koinon vocab themes --lang fr', does: 'the themes with their French labels' },
    { call: 'koinon vocab countries --format csv', does: 'countries with their codes' },
  ],
  run: async (call, session) => {
    const [name] = call.words;
    const format = call.text('format') ?? 'table';
    if (name === undefined) {
      const rows = vocabularyNames.map((each): readonly Cell[] => [
        each,
        session.concepts(each).ids().length,
      ]);
      if (call.flag('json'))
        await session.json(rows.map(([vocabulary, count]) => ({ vocabulary, concepts: count })));
      else
        await session.print(
          { columns: session.columns(['vocabulary', 'concepts'], format), rows },
          format,
        );
      return 0;
    }
    if (!vocabularyNames.some((each) => each === name)) {
      throw new UsageError(
        `There is no vocabulary “${name}”; there are ${vocabularyNames.join(', ')}`,
      );
    }
    const vocabulary = session.concepts(name);
    if (call.flag('json')) {
      await session.json(
        vocabulary.ids().map((id) => ({
          id,
          labels: Object.fromEntries(
            languages.map((language) => [language, vocabulary.label(id, language)]),
          ),
          broader: vocabulary.concept(id)?.broader ?? [],
        })),
      );
      return 0;
    }
    const rows = vocabulary
      .ids()
      .map((id): readonly Cell[] => [
        id,
        vocabulary.label(id, session.language),
        (vocabulary.concept(id)?.aliases?.[session.language] ?? []).slice(0, 4).join(', '),
        vocabulary.concept(id)?.broader ?? [],
      ]);
    const columns = session.columns(['id', 'label', 'also', 'broader'], format);
    await session.print({ columns, rows }, format);
    return 0;
  },
} satisfies Command;
