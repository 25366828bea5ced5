import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Command } from '../command.ts';
import type { Cell } from '../core/table.ts';
import { knownRecords } from '../store/known-records.ts';
import type { Annotated } from '../extract/evaluate/annotated.ts';
import { annotated } from '../extract/evaluate/annotated.ts';
import type { Evaluation } from '../extract/evaluate/evaluate.ts';
import { evaluate } from '../extract/evaluate/evaluate.ts';
import { byRule, figuresOf, sum } from '../extract/evaluate/tally.ts';
import { extract } from '../extract/extract.ts';
import { readDocument } from '../readers/read-document.ts';
import { formatOptions } from '../session/format-options.ts';
import type { Session } from '../session/session.ts';
import { counted } from '../terminal/counted.ts';

interface Measured extends Evaluation {
  readonly document: string;
  readonly language: string;
}

export default {
  summary: 'compares what import finds with hand-made annotations: precision and recall by field',
  arguments: [{ name: '<folder>', summary: 'annotations as .json, with their texts' }],
  options: [
    { flags: '--texts <folder>', summary: 'where the texts lie, if not beside the annotations' },
    {
      flags: '--by <part>',
      summary: 'figures for each of them, before those of all',
      choices: ['language', 'document', 'rule'],
    },
    { flags: '--misses', summary: 'every miss and every false find, with its words' },
    ...formatOptions({ json: 'one JSON document with figures and findings', fallback: 'table' }),
  ],
  examples: [
    { call: 'koinon eval annotations/', does: 'precision and recall of every field' },
    { call: 'koinon eval annotations/ --by language', does: 'the same for each language' },
    { call: 'koinon eval annotations/ --misses --format csv', does: 'a list to learn from' },
  ],
  run: async (call, session) => {
    const { folder } = session.surroundings;
    const texts = call.text('texts');
    const all = annotated(
      resolve(folder, call.words[0] ?? '.'),
      texts === undefined ? undefined : resolve(folder, texts),
    );
    const measured: Measured[] = [];
    const bar = session.surroundings.progress('Reading texts');
    for (const [at, each] of all.entries()) {
      bar.update(at, all.length);
      measured.push(await measure(each, session));
    }
    bar.done();
    const format = call.text('format') ?? 'table';
    const by = call.text('by');
    if (call.flag('json')) await session.json(asJson(measured, by));
    else if (call.flag('misses')) await session.print(findings(measured, session, format), format);
    else await session.print(figures(measured, by, session, format), format);
    note(measured, session);
    return 0;
  },
} satisfies Command;

async function measure({ gold, file }: Annotated, session: Session): Promise<Measured> {
  const document = await readDocument(readFileSync(file), basename(file));
  const { text } = document;
  const known = await knownRecords(await session.store(), text);
  const vocabularies = session.concepts;
  const sha256 = createHash('sha256').update(text).digest('hex');
  const extraction = extract(document, { known, vocabularies, sha256 });
  return {
    document: gold.doc,
    language: gold.language.primary,
    ...evaluate(extraction, gold, { text, known, vocabularies }),
  };
}

const measures = [
  'precision',
  'recall',
  'right',
  'proposed',
  'found',
  'wanted',
  'exact_precision',
  'exact_recall',
];

function figures(
  measured: readonly Measured[],
  by: string | undefined,
  session: Session,
  format: string,
) {
  const rows = groups(measured, by).flatMap(({ name, tallies }) =>
    tallies.map((tally): readonly Cell[] => [
      ...(by === undefined ? [] : [name]),
      tally.field,
      ...Object.values(figuresOf(tally)),
    ]),
  );
  const columns = session.columns(
    [...(by === undefined ? [] : [by]), 'field', ...measures],
    format,
  );
  return {
    columns: columns.map((column) =>
      measures.includes(column.key) ? { ...column, type: 'number' as const } : column,
    ),
    rows,
  };
}

function findings(measured: readonly Measured[], session: Session, format: string) {
  const rows = measured.flatMap(({ document, tallies }) =>
    tallies.flatMap(({ field, findings }) =>
      findings.map(({ sort, value, quote, start }): readonly Cell[] => [
        document,
        field,
        sort,
        value,
        quote,
        start,
      ]),
    ),
  );
  const columns = session.columns(
    ['document', 'field', 'finding', 'value', 'quote', 'start'],
    format,
  );
  return {
    columns: columns.map((column) =>
      column.key === 'start' ? { ...column, type: 'number' as const } : column,
    ),
    rows,
  };
}

function asJson(measured: readonly Measured[], by: string | undefined): unknown {
  return {
    documents: measured.length,
    figures: groups(measured, by).flatMap(({ name, tallies }) =>
      tallies.map((tally) => ({
        ...(by === undefined ? {} : { [by]: name }),
        field: tally.field,
        ...figuresOf(tally),
      })),
    ),
    findings: measured.flatMap(({ document, language, tallies }) =>
      tallies.flatMap(({ field, findings }) =>
        findings.map((finding) => ({ document, language, field, ...finding })),
      ),
    ),
    foreignThemes: foreign(measured),
  };
}

/** The figures of each language, document or rule by name, and last those of all. */
function groups(measured: readonly Measured[], by: string | undefined) {
  const all = { name: 'all', tallies: sum(measured.flatMap(({ tallies }) => tallies)) };
  if (by === undefined) return [all];
  if (by === 'rule') {
    const rules = byRule(all.tallies).map(({ rule, tally }) => ({ name: rule, tallies: [tally] }));
    return [...rules, all];
  }
  const keyed = Map.groupBy(measured, (each) =>
    by === 'language' ? each.language : each.document,
  );
  const parts = [...keyed]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, some]) => ({
      name,
      tallies: sum(some.flatMap(({ tallies }) => tallies)),
    }));
  return [...parts, all];
}

function note(measured: readonly Measured[], session: Session): void {
  const hard = measured.flatMap(({ tallies }) =>
    tallies.flatMap(({ findings }) => findings.filter(({ sort }) => sort === 'hard')),
  );
  const a = (hard.length / measured.length).toFixed(2);
  session.note(
    `${counted(measured.length, 'text')}; ${counted(hard.length, 'hard false positive')}, ${a} a text`,
  );
  const themes = foreign(measured);
  if (themes.length > 0)
    session.note(`Themes that are none of ours, not counted: ${themes.join(', ')}`);
}

function foreign(measured: readonly Measured[]): string[] {
  return [...new Set(measured.flatMap(({ foreignThemes }) => foreignThemes))].sort();
}
