import type { FileChange } from '../../base/history.ts';
import type { Call, Command } from '../../command.ts';
import { UsageError } from '../../core/usage-error.ts';
import { quoted } from '../../drafts/quoted.ts';
import type { Editing } from '../../edits/base-files.ts';
import type { Suggestion } from '../../edits/suggest-links.ts';
import { linkedText, suggestLinks } from '../../edits/suggest-links.ts';
import { together } from '../../edits/together.ts';
import { changeFiles, editing, wantsJson } from '../../session/change-files.ts';
import { filterOptions, readSelection } from '../../session/filters.ts';
import { findOne } from '../../session/find-one.ts';
import { formatOptions } from '../../session/format-options.ts';
import type { Session } from '../../session/session.ts';
import { counted } from '../../terminal/counted.ts';
import { toTerminal } from '../../terminal/text.ts';

export default {
  summary: 'lists mentions of records in texts that are no links yet',
  arguments: [{ name: '[record...]', summary: 'the records in whose texts to look; else all' }],
  options: [
    { flags: '--to <record>', summary: 'only mentions of this record' },
    { flags: '--all', summary: 'every mention, not only the first one of each record' },
    { flags: '--write', summary: 'make links of them, where one record is meant' },
    { flags: '--review', summary: 'ask for each text which of them become links' },
    {
      flags: '--relations',
      summary: 'organisations that appear together and have no link with each other',
    },
    { flags: '--dry-run', summary: 'with --write: show the changes, and write nothing' },
    ...filterOptions,
    ...formatOptions({ json: 'the mentions as one JSON document', fallback: 'table' }),
  ],
  examples: [
    { call: 'koinon link suggest', does: 'names in texts, with the sentence around them' },
    {
      call: 'koinon link suggest --to legacoop --write --dry-run',
      does: 'shows the links that would be made',
    },
    { call: 'koinon link suggest --relations', does: 'who meets often and has no link' },
  ],
  run: async (call, session) => {
    const given = await editing(session);
    if (call.flag('relations')) return relations(call, session, given);
    const found = await suggestions(call, session, given);
    if (call.flag('write') || call.flag('review')) return write(found, call, session, given);
    const rows = found.flatMap(({ id, path, text, mentions }) =>
      mentions.map((mention) => {
        const shown = quoted(text, { start: mention.start, end: mention.end, quote: mention.text });
        const context = `${shown?.before ?? ''}[${shown?.quote ?? ''}]${shown?.after ?? ''}`;
        return {
          id,
          file: path,
          line: mention.line,
          text: mention.text,
          records: mention.records,
          context,
        };
      }),
    );
    if (call.flag('json')) await session.json(rows);
    else if (rows.length === 0) session.note('No mention of a record is without its link');
    else {
      const format = call.text('format') ?? 'table';
      await session.print(
        {
          columns: session.columns(['file', 'line', 'text', 'records', 'context'], format),
          rows: rows.map((row) => [row.file, row.line, row.text, row.records, row.context]),
        },
        format,
      );
      session.note(
        `${counted(rows.length, 'mention')} in ${counted(found.length, 'file')}; --write makes links of them, --review asks`,
      );
    }
    return 0;
  },
} satisfies Command;

async function suggestions(
  call: Call,
  session: Session,
  given: Editing,
): Promise<readonly Suggestion[]> {
  const { store } = given;
  const keys: number[] = [];
  for (const word of call.words) keys.push((await findOne(store, word)).key);
  const selection = {
    ...(await readSelection(call, session, store)),
    ...(keys.length > 0 ? { keys } : {}),
  };
  const to = call.text('to');
  const total = (await store.keys(selection)).length;
  const bar = session.surroundings.progress('Reading texts');
  const found: Suggestion[] = [];
  const options = {
    selection,
    all: call.flag('all'),
    progress: (done: number) => bar.update(done, total),
    ...(to === undefined ? {} : { to: (await findOne(store, to)).id }),
  };
  for await (const each of suggestLinks(options, given)) found.push(each);
  bar.done();
  return found;
}

async function write(
  found: readonly Suggestion[],
  call: Call,
  session: Session,
  given: Editing,
): Promise<0 | 1> {
  const wanted = call.flag('review') ? await chosen(found, session) : found;
  const changes: FileChange[] = [];
  let refused = 0;
  for (const suggestion of wanted) {
    const made = await linkedText(suggestion, given);
    refused += made.refused.length;
    for (const { text, line, records } of made.refused)
      session.surroundings.note(
        records.length > 1
          ? `${suggestion.path}:${line}: “${text}” can mean ${records.join(', ')}; write the link by hand`
          : `${suggestion.path}:${line}: “${text}” stands inside other markup; write the link by hand`,
      );
    if (made.text !== suggestion.text)
      changes.push({ path: suggestion.path, before: suggestion.text, after: made.text });
  }
  if (changes.length === 0) {
    if (wantsJson(call)) await session.json([]);
    session.note('No link is made');
  } else await changeFiles('link suggest', changes, call, session);
  return refused > 0 ? 1 : 0;
}

/** What a person ticks, text by text; leaving the questions makes nothing. */
async function chosen(
  found: readonly Suggestion[],
  session: Session,
): Promise<readonly Suggestion[]> {
  const prompts = await session.surroundings.prompts?.(session.told);
  if (!prompts) throw new UsageError('Nobody can answer here; --write makes links of all of them');
  const kept: Suggestion[] = [];
  for (const suggestion of found) {
    const { mentions, text, title } = suggestion;
    const choices = mentions.map((mention, at) => {
      const shown = quoted(text, { start: mention.start, end: mention.end, quote: mention.text });
      const name = `${shown?.before ?? ''}[${shown?.quote ?? ''}]${shown?.after ?? ''} → ${mention.records.join(session.told(' or '))}`;
      return { name: toTerminal(name), value: String(at), ticked: mention.records.length === 1 };
    });
    const ticked = new Set(
      await prompts.tick(toTerminal(session.told(`${title}: which become links?`)), choices),
    );
    const left = mentions.filter((_, at) => ticked.has(String(at)));
    if (left.length > 0) kept.push({ ...suggestion, mentions: left });
  }
  return kept;
}

async function relations(call: Call, session: Session, { store }: Editing): Promise<0> {
  const actors = call.words.length > 0 ? new Set<number>() : undefined;
  for (const word of call.words) actors?.add((await findOne(store, word)).key);
  const pairs = await together(store, session.kinds, actors);
  const names = await store.names([
    ...new Set(pairs.flatMap(({ a, b, works }) => [a, b, ...works])),
  ]);
  const idOf = (key: number) => names.get(key)?.id ?? '';
  const rows = pairs.map(({ a, b, works }) => ({ a: idOf(a), b: idOf(b), works: works.map(idOf) }));
  if (call.flag('json')) await session.json(rows);
  else if (rows.length === 0)
    session.note('No two organisations appear together more than once without a link');
  else {
    const format = call.text('format') ?? 'table';
    await session.print(
      {
        columns: session.columns(['organisation_a', 'organisation_b', 'works'], format),
        rows: rows.map(({ a, b, works }) => [a, b, works]),
      },
      format,
    );
  }
  return 0;
}
