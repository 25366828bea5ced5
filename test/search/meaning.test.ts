import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findings } from '../../src/base/findings.ts';
import { exampleCopy } from '../surroundings.ts';
import { asker } from './ask.ts';

function write(folder: string, path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

async function problems(folder: string): Promise<string[]> {
  await using base = await asker(folder);
  const all = await findings(await base.session.store(), base.session.kinds);
  return all.map(({ file, line, reason }) => `${file}:${line} ${reason}`);
}

describe('near words', () => {
  test.each([
    ['trainig', 'Nothing has “trainig”; showing “training”'],
    [
      'Ocitanie Montpelier',
      'Nothing has “ocitanie”, “montpelier”; showing “occitanie”, “montpellier”',
    ],
    ['Tunisei', 'Nothing has “tunisei”; showing “tunisie”'],
  ])('%s', async (words, note) => {
    await using base = await asker(exampleCopy());
    expect((await base.ask(words)).total).toBeGreaterThan(0);
    expect(base.noted).toContain(note);
    expect((await base.ask(words, 'literal')).total).toBe(0);
  });

  test.each(['training', 'trainig -training', 'zzzzzz', 'ab', '-trainig', 'trainig*'])(
    '%s is not corrected',
    async (words) => {
      await using base = await asker(exampleCopy());
      await base.ask(words);
      expect(base.noted.filter((note) => note.startsWith('Nothing has'))).toEqual([]);
    },
  );
});

describe('what a hit found by meaning says', () => {
  test.each([
    ['Tunisie', 'also: Tunisia'],
    ['κοινωνική οικονομία --kind practice', 'also: social economy'],
    ['formación --kind organisation', 'also: training'],
  ])('%s', async (words, also) => {
    await using base = await asker(exampleCopy());
    expect(await base.shown(words)).toContain(also);
  });
});

describe('vocabularies of a base', () => {
  const themes = `concepts:
  - id: sea-salt
    broader: [food-agriculture]
    labels: {en: Sea salt, fr: Sel de mer}
    aliases: {fr: [saliculture]}
  - id: sse
    aliases: {en: [plural economy]}
    labels: {en: Social economy}
`;

  test('add concepts and names, and every record is read again when they change', async () => {
    const folder = exampleCopy();
    write(folder, 'organisations/salt.md', '---\ntitle: Salines\nthemes: [saliculture]\n---\n');
    expect(await problems(folder)).toEqual([expect.stringContaining('“saliculture”')]);
    write(folder, 'vocabularies/themes.yaml', themes);
    expect(await problems(folder)).toEqual([]);
    await using base = await asker(folder);
    const ids = async (line: string) => (await base.ask(line)).results.map(({ id }) => id);
    expect(await ids('--theme "sel de mer"')).toEqual(['salt']);
    expect(await ids('--theme food-agriculture')).toEqual(['salt']);
    expect(await ids('saliculture')).toEqual(['salt']);
    expect((await base.ask('"plural economy"')).total).toBe(0);
    expect((await base.ask('plural economy')).total).toBeGreaterThan(10);
    expect(base.session.concepts('themes').label('sse', 'en')).toBe('Social economy');
    expect(base.session.concepts('themes').find('Social and solidarity economy')).toBe('sse');
  });

  test('a file that is gone takes its concepts along', async () => {
    const folder = exampleCopy();
    write(folder, 'vocabularies/themes.yaml', themes);
    write(folder, 'organisations/salt.md', '---\ntitle: Salines\nthemes: [saliculture]\n---\n');
    expect(await problems(folder)).toEqual([]);
    rmSync(join(folder, 'vocabularies'), { recursive: true });
    expect(await problems(folder)).toEqual([expect.stringContaining('“saliculture”')]);
  });

  test.each([
    ['themes', 'concepts:\n  - id: Not An Id\n    labels: {en: X}\n', ':2 Expected an id'],
    ['themes', 'concepts:\n  - id: new-one\n', ':2 “new-one” is a new concept and has no labels'],
    ['themes', 'concepts:\n  - labels: {en: X}\n', ':2 Expected a concept with an “id”'],
    [
      'themes',
      'concepts:\n  - id: x\n    labels: {en: X}\n    broader: [nowhere]\n',
      ':4 “nowhere” is no concept',
    ],
    ['themes', 'concepts: yes\n', ':1 Expected “concepts:”'],
    ['themes', 'concepts:\n  - id: [x\n', ':2 '],
    ['themes', '', ':1 Expected “concepts:”'],
    ['planets', 'concepts: []\n', ':1 There is no vocabulary “planets”'],
    ['regions', 'concepts:\n  - id: sahel\n    labels: {en: Sahel}\n', ':2 Expected a code'],
  ])('%s with %j', async (name, text, message) => {
    const folder = exampleCopy();
    write(folder, `vocabularies/${name}.yaml`, text);
    const [first = ''] = await problems(folder);
    expect(first).toContain(`vocabularies/${name}.yaml${message}`);
  });

  test('lie in another folder where the settings say so, but never outside of the base', async () => {
    const folder = exampleCopy();
    writeFileSync(join(folder, 'koinon.yaml'), 'vocabularies: words\n');
    write(folder, 'words/themes.yaml', themes);
    await using base = await asker(folder);
    expect(base.session.concepts('themes').find('saliculture')).toBe('sea-salt');
    for (const outside of ['../words', '/etc', 'a/../../b', '.', 'C:\\words']) {
      writeFileSync(join(folder, 'koinon.yaml'), `vocabularies: '${outside}'\n`);
      if (outside !== '.') await expect(asker(folder)).rejects.toThrow('inside the base');
    }
  });
});

describe('views', () => {
  const settings = `name: With views
views:
  south: coopérative --country "rive sud"
  partners-of-medtown:
    words: social economy
    kind: organisation
    country: [ES, FR]
    limit: 3
`;

  test('stand for what one would type, and what is typed adds to them', async () => {
    const folder = exampleCopy();
    writeFileSync(join(folder, 'koinon.yaml'), settings);
    await using base = await asker(folder);
    const ids = async (line: string) => (await base.ask(line)).results.map(({ id }) => id);
    const typed = 'social economy --kind organisation --country ES --country FR';
    expect(await ids('--view partners-of-medtown')).toEqual(await ids(`${typed} --limit 3`));
    expect(await ids('--view partners-of-medtown --limit 5 --country IT')).toEqual(
      await ids(`${typed} --country IT --limit 5`),
    );
    expect(await ids('training --view south')).toEqual(
      await ids('coopérative training --country "rive sud"'),
    );
    expect(await base.shown('', 'views')).toContain('coopérative --country "rive sud"');
    await expect(base.ask('--view north')).rejects.toThrow(
      'There is no view “north”; there are south, partners-of-medtown',
    );
  });

  test.each([
    [
      'views:\n  a:\n    contry: TN\n',
      'koinon.yaml:3: the view “a” has an option “contry” that searches do not know (country?)',
    ],
    ['views:\n  a: x --contry TN\n', 'koinon.yaml:2: the view “a” has an option “contry”'],
    ['views:\n  a: x --country\n', 'koinon.yaml:2: the view “a”: “--country” needs a value'],
    ['views:\n  a: [x, y]\n', 'koinon.yaml:2: the view “a” should be a text'],
    ['views:\n  a:\n    country: {x: y}\n', 'koinon.yaml:3: the view “a” expects a text'],
    ['views: [a]\n', 'koinon.yaml:1: expected “views:” with names below it'],
    ['name: x\n', 'There is no view “a”: koinon.yaml has none'],
  ])('%j', async (text, message) => {
    const folder = exampleCopy();
    writeFileSync(join(folder, 'koinon.yaml'), text);
    await using base = await asker(folder);
    await expect(base.ask('--view a')).rejects.toThrow(message);
  });
});
