import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Command } from '../src/command.ts';
import type { Format } from '../src/core/table.ts';
import { load, loadKinds, namesIn } from '../src/registry.ts';
import type { Report } from '../src/report.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The page from one text to the next other. */
function section(from: string, to: string): string {
  const start = readme.indexOf(from);
  expect(start, from).toBeGreaterThan(-1);
  return readme.slice(start + from.length, readme.indexOf(to, start + from.length));
}

/** The names of fields in lists of them, sorted. */
function words(...lists: readonly string[]): string[] {
  return lists
    .flatMap((list) => list.match(/[a-z]\w*/g) ?? [])
    .filter((word) => word !== 'and')
    .sort();
}

describe('the README names', () => {
  test.each(namesIn('commands'))('the command %s', (name) => {
    const row = section('## Commands', '### ')
      .split('\n')
      .some((line) => new RegExp(`^\\| [^|]*\`(?:koinon )?${name}[\` ]`).test(line));
    expect(row).toBe(true);
  });

  test.each(namesIn('reports'))('the report %s', (name) => {
    expect(readme).toMatch(new RegExp(`\`${name}(?: <\\w+>)?\``));
  });

  test.each(namesIn('formats'))('the format %s', (name) => {
    expect(section('`--format` is', '\n\n')).toContain(`\`${name}\``);
  });

  test('every kind with its folder, fields and relations', async () => {
    for (const { name, plural, fields, relations } of (await loadKinds()).all()) {
      const row = readme.split('\n').find((line) => line.startsWith(`| ${name} | \`${plural}/\``));
      expect(row, name).toBeDefined();
      const [, , , ownFields = '', ownLinks = ''] = row?.split('|') ?? [];
      const [commonFields = '', commonLinks = ''] = section('All kinds have:', '.').split(
        'the links',
      );
      expect(words(ownFields, commonFields), name).toEqual(Object.keys(fields).sort());
      expect(words(ownLinks, commonLinks), name).toEqual(Object.keys(relations).sort());
    }
  });
});

describe('every command', () => {
  test.each(namesIn('commands'))(
    '%s says what it does, with examples that begin with its name',
    async (name) => {
      const command = await load<Command>('commands', name);
      expect(command.summary).toMatch(/^[a-z].*[^.]$/);
      expect(command.examples.length).toBeGreaterThan(0);
      for (const { call, does } of command.examples) {
        expect(call).toMatch(new RegExp(`^koinon ${name}\\b`));
        expect(does).not.toBe('');
      }
    },
  );

  test.each(namesIn('commands'))('%s names a flag once, and each with a summary', async (name) => {
    const { options = [] } = await load<Command>('commands', name);
    const flags = options.map((option) =>
      option.flags.split(/[ ,]+/).find((part) => part.startsWith('--')),
    );
    expect(new Set(flags).size).toBe(flags.length);
    for (const { summary } of options) expect(summary).not.toBe('');
  });
});

test.each(namesIn('formats'))('the format %s has a summary and writes', async (name) => {
  const format = await load<Format>('formats', name);
  expect(format.summary).not.toBe('');
  expect(format.write).toBeTypeOf('function');
});

test.each(namesIn('reports'))('the report %s has a summary and a table', async (name) => {
  const report = await load<Report>('reports', name);
  expect(report.summary).not.toBe('');
  expect(report.table).toBeTypeOf('function');
});

describe('every kind', async () => {
  const kinds = await loadKinds();
  test.each(kinds.all().map((kind) => [kind.name, kind] as const))(
    '%s leads only to kinds that there are',
    (name, kind) => {
      expect(kinds.named(kind.plural)?.name).toBe(name);
      for (const { to } of Object.values(kind.relations)) {
        for (const target of to)
          expect(target === 'any' || kinds.get(target) !== undefined, target).toBe(true);
      }
      for (const field of kind.asks)
        expect(field === 'title' || field in kind.fields || field in kind.relations, field).toBe(
          true,
        );
      for (const field of kind.span ?? []) expect(kind.fields).toHaveProperty(field ?? '');
      for (const pair of kind.exclusive ?? [])
        for (const relation of pair) expect(kind.relations).toHaveProperty(relation);
    },
  );
});
