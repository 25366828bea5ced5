import { expect, onTestFinished, test } from 'vitest';
import neighbours from '../../src/commands/graph/neighbours.ts';
import partners from '../../src/commands/partners.ts';
import newRecord from '../../src/commands/new.ts';
import search from '../../src/commands/search.ts';
import type { Command } from '../../src/command.ts';
import { openSession } from '../../src/session/session.ts';
import { folderWith } from '../base/folder.ts';
import { call } from '../commands/run.ts';
import { heard } from '../surroundings.ts';

const files = {
  'koinon.yaml': 'name: X\n',
  'organisations/a.md':
    '---\ntitle: Alpha\nform: [cooperative, support]\ncountry: ES\nthemes: [women, culture]\nmember_of: b\n---\n',
  'organisations/b.md': '---\ntitle: Beta\n---\n',
};

async function written(
  command: Command,
  language: string | undefined,
  given: Parameters<typeof call>,
): Promise<string> {
  const base = folderWith(files);
  const said = await heard(base);
  const session = await openSession(said, { base, language, quiet: false, refresh: true });
  onTestFinished(() => session.end());
  await command.run(call(...given), session);
  return said.written.join('');
}

const themes = { theme: ['women'] };

test.each([
  ['table', 'fr', /Organisation +Alpha +Espagne +Femmes.*, Culture/],
  ['markdown', 'es', /\| Organización \| Alpha \|  \| España \| Mujeres/],
  ['csv', 'it', /Organizzazione,Alpha,,Spagna,"?Donne/],
  ['csv', undefined, /organisation,Alpha,,ES,women\|culture/],
  ['json', 'fr', /"kind": "organisation"[^]*"ES"[^]*"women"/],
  ['lines', 'fr', /\torganisation\tAlpha\t\tES\twomen\|culture/],
  ['table', 'ar', /نساء|المرأة|النساء/],
])('search --format %s in %s has cells for those who read it', async (format, language, cells) => {
  expect(await written(search, language, [[], { ...themes, format }])).toMatch(cells);
});

test.each([
  ['table', 'fr', /Coopérative, Structure d'accompagnement +Espagne .*Nomme le thème \(\d/],
  ['csv', 'it', /Cooperativa\|[^,]+,Spagna,/],
  ['csv', undefined, /cooperative\|support,ES,[\d.]+,themes [\d.]+/],
])('partners --format %s in %s', async (format, language, cells) => {
  expect(await written(partners, language, [[], { ...themes, format }])).toMatch(cells);
});

test('a list of lists has the comma of Arabic', async () => {
  expect(await written(search, 'ar', [[], { ...themes, format: 'table' }])).toMatch(/،/);
});

test('numbers have the point of the language, but for programs', async () => {
  const asked = (language: string, format?: string) =>
    written(partners, language, [[], { ...themes, ...(format ? { format } : {}) }]);
  expect(await asked('fr')).toMatch(/\d,\d\d\b/);
  expect(await asked('fr')).not.toMatch(/\d\.\d/);
  expect(await asked('en')).toMatch(/\d\.\d\d\b/);
  expect(await asked('fr', 'json')).not.toMatch(/"score": "/);
});

test('neighbours are shown by their kinds', async () => {
  expect(await written(neighbours, 'fr', [['a']])).toMatch(/Organisation +Beta/);
});

test('a label and what it labels are divided as the language does it', async () => {
  expect(await written(partners, 'fr', [[], themes])).toContain('Nomme le thème : Femmes');
  expect(await written(partners, 'es', [[], themes])).toMatch(/\p{L}: Mujeres/u);
});

test.each([
  [search, [], { where: ['fundded=2001'] }, 'fr', /did you mean Date de création\?/],
  [newRecord, ['qwertz'], {}, 'it', /there are .*organizzazione.*buona pratica/],
] as const)(
  'what is suggested is a word of the language',
  async (command, words, options, language, said) => {
    await expect(written(command, language, [words, options])).rejects.toThrow(said);
  },
);
