// A base of real records: the closed projects of keep.eu and their partners, from tables that are no part of this project.
// usage: node bench/keep-eu.ts DIR
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { parse } from 'csv-parse/sync';
import { slug } from '../src/core/slug.ts';
import { fold } from '../src/vocabulary/fold.ts';
import { concepts } from '../src/vocabulary/load.ts';
import type { Measurement } from './tools/measurement.ts';
import { koinon } from './tools/run-node.ts';

type Row = Readonly<{ [column: string]: string }>;
type Front = Readonly<{ [field: string]: unknown }>;

const tables = new URL('../../shared/data/tables/', import.meta.url);
if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) say('usage: node bench/keep-eu.ts DIR');
  else say(existsSync(tables) ? make(folder) : 'skipped, no data');
}

/** Cold ingest of real records, which are shorter than the made ones and link more. */
export default (async function* () {
  if (!existsSync(tables)) return;
  const folder = mkdtempSync(join(tmpdir(), 'koinon-keep-'));
  try {
    make(folder);
    yield {
      what: 'ingest of keep.eu, 8,787 records',
      measured: koinon(folder, 'ingest').wall,
      unit: 'ms',
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}) satisfies Measurement;

/** Writes the base and says what is in it. */
function make(to: string): string {
  const themes = themesOfKeep();
  const ids = new Set<string>();
  const programmes = new Map<string, string>();
  const organisations = new Map<string, { readonly id: string; readonly rows: Row[] }>();
  const parts = new Map<string, { readonly id: string; readonly row: Row }[]>();
  for (const row of rows('partners.csv.gz')) {
    const [name, country] = [row['Project Partner'] ?? '', codeOf(row['Country'] ?? '')];
    if (fold(name) === '') continue;
    const key = `${fold(name)} ${country}`;
    const known = organisations.get(key) ?? { id: unique(name, country.toLowerCase()), rows: [] };
    organisations.set(key, known);
    known.rows.push(row);
    const project = projectKey(row);
    parts.set(project, [...(parts.get(project) ?? []), { id: known.id, row }]);
  }
  const projects = new Map(rows('projects.csv.gz').map((row) => [projectKey(row), row]));
  for (const [key, row] of projects) {
    const involved = parts.get(key) ?? [];
    const about = new Set(
      [1, 2, 3].flatMap((number) => themes.get(fold(row[`Thematic${number}`] ?? '')) ?? []),
    );
    const programme = programmeOf(row);
    const [start, end] = [dateOf(row['Project start']), dateOf(row['Project end'])];
    const leads = [...new Set(involved.filter(isLead).map(({ id }) => id))];
    const others = new Set(involved.map(({ id }) => id).filter((id) => !leads.includes(id)));
    write(
      'projects',
      unique(row['Acronym'] ?? ''),
      {
        title: row['Project Name'] || row['Acronym'],
        acronym: row['Acronym'],
        programme: `[[${programme}]]`,
        lead: leads.map((id) => `[[${id}]]`),
        partners: [...others].map((id) => `[[${id}]]`),
        countries: [
          ...new Set(involved.map(({ row: part }) => codeOf(part['Country'] ?? ''))),
        ].filter(Boolean),
        start,
        end: end && start && end < start ? undefined : end,
        budget: moneyOf(row['Budget']),
        grant: moneyOf(row['EU Funding']),
        themes: [...about],
        website: row['Website'],
      },
      row['Description EN'] || row['Description 1'] || '',
    );
  }
  for (const [title, id] of programmes) write('programmes', id, { title }, '');
  for (const { id, rows: own } of organisations.values()) {
    const [first] = own;
    if (!first) continue;
    write(
      'organisations',
      id,
      {
        title: first['Project Partner'],
        country: codeOf(first['Country'] ?? ''),
        region: regionOf(first),
        city: first['Town'],
        website: first['Website'],
        legal_form:
          first['Legal Status'] === 'n/a' ? undefined : first['Legal Status']?.toLowerCase(),
        tags: own.some((row) => row['Legal Status']?.toLowerCase() === 'public')
          ? ['public']
          : undefined,
      },
      '',
    );
  }
  writeFileSync(join(to, 'koinon.yaml'), 'name: Closed projects of keep.eu, 2014 to 2020\n');
  return `${projects.size} projects, ${organisations.size} organisations, ${programmes.size} programmes in ${to}`;

  function unique(name: string, end = ''): string {
    const base = slug(name).slice(0, 60).replace(/-$/, '') || 'record';
    let id = base;
    for (let number = 2; ids.has(id); number++)
      id = number === 2 && end !== '' ? `${base}-${end}` : `${base}-${number}`;
    ids.add(id);
    return id;
  }

  function programmeOf(row: Row): string {
    const name = (row['Programme'] ?? '').trim();
    const known = programmes.get(name) ?? unique(name.replace(/^2014 - 2020 /, ''));
    programmes.set(name, known);
    return known;
  }

  function write(kind: string, id: string, front: Front, body: string): void {
    const file = join(to, kind, `${id}.md`);
    mkdirSync(dirname(file), { recursive: true });
    const lines = Object.entries({ id, ...front }).flatMap(([field, value]) =>
      value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
        ? []
        : [`${field}: ${JSON.stringify(value)}`],
    );
    const source = 'sources: ["https://keep.eu"]';
    writeFileSync(
      file,
      `---\n${[...lines, source].join('\n')}\n---\n${body.replaceAll('[[', '[')}\n`,
    );
  }
}

function rows(name: string): readonly Row[] {
  const text = gunzipSync(readFileSync(new URL(name, tables)));
  return parse<Row>(text, { columns: true, relax_column_count: true, bom: true });
}

function isLead({ row }: { readonly row: Row }): boolean {
  return row['Lead Partner'] === 'Yes';
}

/** Acronyms repeat across programmes. */
function projectKey(row: Row): string {
  return `${fold(row['Programme'] ?? '')} ${fold(row['Acronym'] ?? '')}`;
}

function codeOf(country: string): string {
  return concepts('countries').find(country.trim()) ?? '';
}

/** The finest level that koinon knows: NUTS 2, else NUTS 1. */
function regionOf(row: Row): string | undefined {
  for (const level of ['NUTS2 (or equivalent)', 'NUTS1 (or equivalent)']) {
    const code = /^(\w+)\s*\//.exec(row[level] ?? '')?.[1];
    const found = code === undefined ? undefined : concepts('regions').find(code);
    if (found !== undefined) return found;
  }
  return undefined;
}

function dateOf(written: string | undefined): string | undefined {
  return /^\d{4}\/\d{2}\/\d{2}$/.test(written ?? '') ? written?.replaceAll('/', '-') : undefined;
}

function moneyOf(written: string | undefined): string | undefined {
  const amount = (written ?? '').replaceAll(',', '');
  return /^\d+(?:\.\d+)?$/.test(amount) && Number(amount) > 0 ? `${amount} EUR` : undefined;
}

/** Themes by the names that keep.eu gives them. */
function themesOfKeep(): ReadonlyMap<string, readonly string[]> {
  const file = new URL('../data/vocabularies/themes.yaml', import.meta.url);
  const read = load(readFileSync(file, 'utf8'), { schema: FAILSAFE_SCHEMA }) as {
    concepts: readonly { id: string; maps?: { keep?: readonly string[] } }[];
  };
  const found = new Map<string, string[]>();
  for (const { id, maps } of read.concepts)
    for (const name of maps?.keep ?? [])
      found.set(fold(name), [...(found.get(fold(name)) ?? []), id]);
  return found;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
