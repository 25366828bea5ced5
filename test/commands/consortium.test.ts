import { describe, expect, test } from 'vitest';
import checkBase from '../../src/commands/check.ts';
import check from '../../src/commands/consortium/check.ts';
import rules from '../../src/commands/consortium/rules.ts';
import suggest from '../../src/commands/consortium/suggest.ts';
import { base, call, run } from './run.ts';

const organisation = (country: string, form = 'association') =>
  `---\ncountry: ${country}\nform: ${form}\n---\n`;

/** Organisations `es`, `fr`, `pt`, `it` of one country each, and a call with these conditions. */
function withCall(conditions: string, files: Readonly<{ [path: string]: string }> = {}): string {
  const countries = ['es', 'fr', 'pt', 'it'];
  return base({
    'calls/c.yaml': `title: C\nsource: S\nvalid: '2024'\nconditions:\n${conditions}`,
    ...Object.fromEntries(
      countries.map((code) => [`organisations/${code}.md`, organisation(code.toUpperCase())]),
    ),
    ...files,
  });
}

const project = (fields: string) => `---\nkind: project\ntitle: P\n${fields}---\n`;

test.each(['30 %', '30', '"30,0"'])(
  'the share of a partner is read from the record: share: %s',
  async (share) => {
    const folder = withCall('  - {about: partner-share, max: 25}\n', {
      'projects/p.md': project(`lead: es\npartners:\n  - {record: fr, share: ${share}}\n`),
    });
    const { code, written } = await run(check, folder, call(['p'], { rules: 'c' }));
    expect(written).toContain('fr (fr; Partner, France, 30 %)');
    expect(code).toBe(1);
  },
);

test('the mistakes of a call are listed by check, each with its line', async () => {
  const folder = withCall('  - {about: partners, min: deux}\n  - {about: lead, in: mpx}\n');
  const { code, written } = await run(checkBase, folder, call());
  expect(code).toBe(1);
  expect(written.split('\n')).toEqual([
    'calls/c.yaml:5:28  error  call  Expected a number in “min”, found “deux”',
    expect.stringMatching(/^calls\/c\.yaml:6:\d+  error  call  “mpx” is no set, country or region/),
    '',
  ]);
  expect((await run(checkBase, folder, call(['calls/c.yaml']))).code).toBe(1);
  expect((await run(checkBase, folder, call(['organisations']))).code).toBe(0);
});

test('a call with mistakes is not used, and each is told on a line of its own', async () => {
  const folder = withCall('  - {about: partners, min: deux}\n  - {about: months, max: many}\n');
  const noted: string[] = [];
  const said = { note: (text: string) => void noted.push(text) };
  await expect(run(check, folder, call([], { rules: 'c' }), said)).rejects.toThrow(
    'The rules of the call “c” cannot be used until that is mended',
  );
  expect(noted.filter((line) => line.startsWith('calls/c.yaml:'))).toHaveLength(2);
});

const lines = (written: string) => written.replaceAll(/\n\s+/g, ' ');

test('a partner whose share breaks a condition is named, and so is a sum beyond the whole', async () => {
  const folder = withCall('  - {about: partner-share, max: 50}\n');
  const check2 = async (...share: readonly string[]) =>
    lines((await run(check, folder, call([], { rules: 'c', partners: ['es,fr'], share }))).written);
  expect(await check2('es=60', 'fr=40')).toContain('because of: es (Spain, 60 %)');
  expect(await check2('es=60', 'fr=40')).not.toContain('more than the whole');
  expect(await check2('es=60', 'fr=70')).toContain(
    'because of: es (Spain, 60 %); fr (France, 70 %) The shares add up to 130 %, more than the whole',
  );
});

test('where nobody known breaks it, what is left of the budget does', async () => {
  const folder = withCall('  - {about: partner-share, max: 40}\n');
  const given = call([], { rules: 'c', partners: ['es,fr'], share: ['es=10'] });
  expect((await run(check, folder, given)).written).toContain(
    '90 % of the budget are left for: fr',
  );
});

test('countries without a partner are named', async () => {
  const folder = withCall('  - {about: each-country, countries: [ES, FR, PT]}\n', {
    'organisations/nowhere.md': '---\ntitle: nowhere\n---\n',
  });
  const of = async (...partners: readonly string[]) =>
    (await run(check, folder, call([], { rules: 'c', partners }))).written;
  expect(await of('es,fr')).toContain('no partner for certain from: Portugal');
  expect(await of('es,nowhere')).toContain('no partner for certain from: France, Portugal');
});

test('of dates known by their year it is the month that is missing', async () => {
  const folder = withCall('  - {about: months, max: 36}\n', {
    'projects/p.md': project('lead: es\nstart: 2022\nend: 2025-06\n'),
    'projects/q.md': project('lead: es\n'),
  });
  const of = async (id: string) =>
    lines((await run(check, folder, call([id], { rules: 'c' }))).written);
  expect(await of('p')).toContain('not known: in which month it starts and ends');
  expect(await of('q')).toContain('not known: start and end');
});

test('a lead whose legal status is open may count, until it is said', async () => {
  const folder = withCall('  - {about: lead, status: [public, non-profit]}\n', {
    'organisations/coop.md': organisation('ES', 'cooperative'),
  });
  const of = async (...status: readonly string[]) => {
    const given = call([], { rules: 'c', lead: 'coop', 'legal-status': status });
    return lines((await run(check, folder, given)).written);
  };
  expect(await of()).toContain('may count: coop (Spain)');
  expect(await of()).toContain('--legal-status coop=non-profit says it');
  expect(await of('coop=non-profit')).toContain('✓ holds  Lead partner');
  expect(await of('coop=for-profit')).toContain('because of: coop (Spain)');
  await expect(of('coop=rich')).rejects.toThrow('--legal-status expects');
});

test('how many are needed is said before those who help', async () => {
  const folder = withCall('  - {about: countries, min: 5}\n');
  const given = call([], { rules: 'c', partners: ['es,fr'] });
  const text = lines((await run(check, folder, given)).written);
  expect(text).toContain('Countries still needed: 3 Each of these brings it nearer:');
  expect(text).toContain('Even with all of them, still missing: 1');
});

test('the former lead is said to be a partner now', async () => {
  const folder = withCall('  - {about: partners, min: 3}\n', {
    'projects/p.md': project('lead: es\npartners: fr\n'),
  });
  const said = 'es, who leads the project so far, is taken as a partner.';
  for (const command of [check, suggest]) {
    const of = async (lead: string) =>
      (await run(command, folder, call(['p'], { rules: 'c', lead }))).written;
    expect(await of('fr')).toContain(said);
    expect(await of('es')).not.toContain(said);
    expect(await of('fr')).toContain('Consortium: fr (fr; Lead partner, France)');
  }
});

describe('where nobody completes a consortium, the cause is said', () => {
  const conditions = '  - {about: partners, min: 3}\n  - {about: one-country, max: 1}\n';
  test.each([
    [{ size: '2' }, '--size 2 is too few: the conditions need 3 at least'],
    [{ size: '9' }, '--size 9 is more than there are'],
    [{ size: '5' }, 'No set of 5 satisfies all conditions together; with --size 3 there is one'],
    [{ country: ['ES'] }, 'Nobody whom --country and --exclude leave'],
    [{ country: ['FR'] }, 'The limit is that of --country and --exclude'],
    [{ country: ['ES', 'FR'], size: '4' }, 'Nobody whom --country and --exclude leave'],
  ])('%j', async (given, said) => {
    const folder = withCall(conditions, { 'organisations/es2.md': organisation('ES') });
    const asked = call([], { rules: 'c', partners: ['it'], ...given });
    expect(lines((await run(suggest, folder, asked)).written)).toContain(said);
  });
});

test('suggest tells what fails though no partner is needed', async () => {
  const folder = withCall('  - {about: partners, min: 1}\n  - {about: budget, max: 1000 EUR}\n');
  const given = call([], { rules: 'c', partners: ['es'], budget: '2000 EUR' });
  const { written } = await run(suggest, folder, given);
  expect(lines(written)).toContain(
    'Fails all the same, and the choice of partners does not decide it: Budget',
  );
});

test('what nobody who joins can make sure is told with what is not known of it', async () => {
  const folder = withCall(
    '  - {about: lead, status: non-profit}\n  - {about: partners, min: 1}\n',
    {
      'organisations/coop.md': organisation('ES', 'cooperative'),
    },
  );
  const text = lines((await run(suggest, folder, call([], { rules: 'c', lead: 'coop' }))).written);
  expect(text).toContain('not known: legal status of coop');
  expect(text).toContain('All else that partners can decide holds already');
});

test('mistakes of a call are told in the language of the one who asks', async () => {
  const folder = withCall('  - {about: partners, min: deux}\n', { 'koinon.yaml': 'lang: fr\n' });
  expect((await run(checkBase, folder, call())).written).toContain('trouvé “deux”');
  expect((await run(rules, folder, call(['sudoe']))).written).toContain('(hors de : zone Sudoe)');
});

test.each([
  ['fr', 'es (es ; Partenaire, Espagne, 12,5 %)'],
  ['el', 'es (es· Εταίρος, Ισπανία, 12,5 %)'],
  ['ar', 'es (es؛ شريك، إسبانيا، 12.5 %)'],
])('numbers and signs are those of the language: %s', async (lang, member) => {
  const conditions = '  - {about: partner-share, max: 10}\n';
  const folder = withCall(conditions, { 'koinon.yaml': `name: X\nlang: ${lang}\n` });
  const given = call([], { rules: 'c', partners: ['es'], share: ['es=12.5'] });
  expect((await run(check, folder, given)).written).toContain(member);
});

test.each([
  [{ role: ['es=partnaire'] }, 'did you mean Partenaire?'],
  [{ theme: ['inclusion socail'] }, 'did you mean Inclusion sociale'],
])('an unknown word is answered by words of the language: %j', async (option, hint) => {
  const folder = withCall('  - {about: partners, min: 1}\n', {
    'koinon.yaml': 'name: X\nlang: fr\n',
  });
  const given = call([], { rules: 'c', partners: ['es'], seconds: '5', limit: '3', ...option });
  await expect(run(suggest, folder, given)).rejects.toThrow(hint);
});
