import type { Command } from '../../command.ts';
import { filterOptions, orderOptions, readSelection } from '../../session/filters.ts';
import { saveOrWrite } from '../../session/save.ts';
import { reportRequest, reportTable } from '../../session/report.ts';
import { namesIn, load } from '../../registry.ts';
import type { Format } from '../../core/table.ts';

export default {
  summary: 'writes a named summary as CSV for a spreadsheet',
  arguments: [
    { name: '<report>', summary: namesIn('reports').join(', ') },
    { name: '[argument]', summary: 'the event of participants, the kind of records' },
  ],
  options: [
    ...filterOptions,
    ...orderOptions,
    { flags: '-o, --output <file>', summary: 'write to a file' },
    {
      flags: '--profile <profile>',
      summary: 'excel: UTF-8 with BOM, semicolons, decimal comma; rfc4180: for programs',
      choices: ['rfc4180', 'excel'],
      fallback: 'rfc4180',
    },
    {
      flags: '--raw',
      summary: 'leave cells that a spreadsheet could run as a formula as they are',
    },
    { flags: '--with-people', summary: 'also people who agreed to be named (participants)' },
    { flags: '--dry-run', summary: 'say which file would be written, and write nothing' },
  ],
  examples: [
    {
      call: 'koinon export csv partners-by-country --profile excel -o partners.csv',
      does: 'opens in Excel with a double click',
    },
    {
      call: 'koinon export csv project-summary --lang fr --year 2019..2023 -o projets.csv',
      does: 'headers and countries in French',
    },
    {
      call: 'koinon export csv participants medtown-final-conference',
      does: 'the organisations of an event',
    },
    { call: 'koinon export csv records practice', does: 'every field of every practice' },
  ],
  run: async (call, session) => {
    const store = await session.store();
    const selection = await readSelection(call, session, store);
    const [name = '', argument] = call.words;
    const profile = call.text('profile') === 'excel' ? 'excel' : 'rfc4180';
    const request = await reportRequest(
      session,
      store,
      selection,
      argument,
      call.flag('with-people'),
    );
    const table = await reportTable(name, request, session, profile === 'excel');
    const csv = await load<Format>('formats', 'csv');
    return saveOrWrite(csv.write(table, { profile, raw: call.flag('raw') }), call, session);
  },
} satisfies Command;
