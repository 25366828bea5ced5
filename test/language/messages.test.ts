import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { main } from '../../src/cli.ts';
import check from '../../src/commands/check.ts';
import ingest from '../../src/commands/ingest.ts';
import search from '../../src/commands/search.ts';
import type { Command } from '../../src/command.ts';
import { translated } from '../../src/language/translate.ts';
import { openSession } from '../../src/session/session.ts';
import { toTerminal } from '../../src/terminal/text.ts';
import { languages } from '../../src/vocabulary/world.ts';
import { folderWith } from '../base/folder.ts';
import { call } from '../commands/run.ts';
import { heard } from '../surroundings.ts';
import { messagesIn, messagesInSource } from '../tools/messages-in-source.ts';
import { cost } from '../cost.ts';

const folder = new URL('../../data/languages/messages/', import.meta.url);
const catalogueOf = (language: string) =>
  load(readFileSync(new URL(`${language}.yaml`, folder), 'utf8'), {
    schema: FAILSAFE_SCHEMA,
  }) as { readonly [english: string]: string };

const others = languages.filter((language) => language !== 'en');
const source = messagesInSource();
const placesIn = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort();
const quotedIn = (text: string) => (text.match(/“\{\d\}”/g) ?? []).sort();

describe('messages in the source', () => {
  test.each([
    ["throw new UsageError('There is no draft');", ['There is no draft']],
    ['say(`No ${kind} is called “${name}”`)', ['No {1} is called “{2}”']],
    [
      "note(`in ${few ? 'a few' : `many ${'of them'}`} places`)",
      ['in {1} places', 'a few', 'many {1}', 'of them'],
    ],
    ["counted(errors.length, 'error')", ['0 errors', '{1} error', '{1} errors']],
    ["told('Files') + told('x') + other('Files')", ['Files', 'x']],
    ["{ summary: 'what help says', does: 'help too' }", []],
    [
      "// it's no message\nconst a = /['`a b]/; /* 'nor this one' */ 'this one is'",
      ['this one is'],
    ],
    ["const total = a / b; const text = 'one of two';", ['one of two']],
  ])('%s', (code, messages) => {
    expect(messagesIn(code, true)).toEqual(messages);
  });

  test('no two places touch: nobody could tell what belongs to which', () => {
    expect(source.filter((message) => message.includes('}{'))).toEqual([]);
  });
});

describe.each(others)('the catalogue of %s', (language) => {
  const catalogue = catalogueOf(language);

  test('has every message of the source, and no other', () => {
    const known = Object.keys(catalogue);
    expect(source.filter((message) => !known.includes(message))).toEqual([]);
    expect(known.filter((message) => !source.includes(message))).toEqual([]);
  });

  test('leaves none empty, and tells all that is told in English', () => {
    const told = (texts: readonly string[]) =>
      texts.map((text) => ({ places: placesIn(text), quoted: quotedIn(text) }));
    expect(Object.values(catalogue).filter((text) => text.trim() === '')).toEqual([]);
    expect(told(Object.values(catalogue))).toEqual(told(Object.keys(catalogue)));
  });

  test('keeps flags, and commands in quotation marks', () => {
    const kept = (text: string) =>
      (text.match(/(?<![a-z\d])--[a-z][a-z-]+|“koinon [a-z]+/g) ?? []).sort();
    for (const [english, text] of Object.entries(catalogue))
      if (!english.includes('words and --filters')) expect(kept(text)).toEqual(kept(english));
  });

  test('finds every sentence again, whatever it tells', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}[0-9]{1,3}$/);
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.entries(catalogue)),
        fc.array(word, { minLength: 9, maxLength: 9 }),
        ([english, text], values) => {
          // Between counts a word is enough, as in “3 records of 9”; between names it would be part of a title.
          const isBare = /^\{1\}[^“]{1,8}\{\d\}$|^\{1\}, \{2\}, /.test(english);
          const told = isBare ? values.map((value) => `3 ${value}`) : values;
          const fill = (into: string) =>
            into.replaceAll(/\{(\d)\}/g, (_, place: string) => told[Number(place) - 1] ?? '');
          expect(translated(fill(english), language)).toBe(fill(text));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

test.each([
  'Union of cooperatives',
  'projects/p.md: “x” → union (Network in Sfax, of women)',
  'A, B, C in D',
])('a name is no message, though it has words of one: %s', (name) => {
  expect(others.map((language) => translated(name, language))).toEqual(others.map(() => name));
});

describe('a message', () => {
  test.each([
    [
      'the sentence that says most is meant',
      'No record is called “x” yet; the link waits for it',
      'Aucune fiche ne s’appelle encore “x” ; le lien l’attend',
    ],
    [
      'parts are sentences too',
      'No record is called “x”; did you mean y, z?',
      'Aucune fiche ne s’appelle “x” ; vouliez-vous dire y, z ?',
    ],
    [
      'what was expected, found and why',
      'Expected a date such as 2019, 2019-09 or 2019-09-22, found “2019-02-30”: there is no such day',
      'Attendu une date comme 2019, 2019-09 ou 2019-09-22, trouvé “2019-02-30” : ce jour n’existe pas',
    ],
    [
      'a colon in a part ends it nowhere',
      'Expected a name for each language, one a line, such as `fr: Économie solidaire`',
      'Attendu un nom pour chaque langue, un par ligne, comme `fr: Économie solidaire`',
    ],
    [
      'alternatives',
      'Expected an organisation or a project in “owner”, found the event x',
      'Attendu une organisation ou un projet dans “owner”, trouvé x (événement)',
    ],
    [
      'counts',
      '1 error, 0 warnings, 2 notes in 3 files',
      '1 erreur, aucun avertissement, 2 remarques dans 3 fichiers',
    ],
    [
      'a place and what is wrong there',
      'koinon.yaml:4: the view “a”: “--b” needs a value after it',
      'koinon.yaml:4: la vue “a” : “--b” attend une valeur à sa suite',
    ],
    ['a sentence that nobody knows', 'Nobody wrote this one down', 'Nobody wrote this one down'],
    [
      'a word that is somebody’s',
      'error: yes or no; both are kept',
      'error : yes ou no ; les deux sont gardés',
    ],
  ])('%s', (_, english, french) => {
    expect(translated(english, 'fr')).toBe(french);
  });

  test('what somebody wrote stays as it is, though it be a message', () => {
    for (const language of others) {
      for (const written of ['Nothing found', 'an organisation', 'There is nothing to take back'])
        expect(translated(`No record is called “${written}”`, language)).toContain(`“${written}”`);
    }
  });

  test('a title of a few words is no message inside of another', () => {
    expect(
      translated('Not alone stands in “lead” and in “partners” too; keep one of the two', 'fr'),
    ).toMatch(/^Not alone figure /);
  });

  test('a list of names in Arabic has its comma, but not in what somebody wrote', () => {
    const said = translated(
      '“تونس, x” is no country that koinon knows; did you mean تونس, ليبيا?',
      'ar',
    );
    expect(said).toContain('تونس، ليبيا');
    expect(said).toContain('“تونس, x”');
  });

  test('English stays English', () => {
    for (const message of source) expect(translated(message, 'en')).toBe(message);
  });

  test.each([
    'Expected ',
    '“',
    ': ',
    ' or ',
    ', found “',
    'Expected an organisation or ',
    '; did you mean ',
  ])('costs no more than its length, made of %j again and again', (part) => {
    const time = (length: number) => {
      const message = part
        .repeat(length / part.length)
        .padEnd(length, 'x')
        .slice(0, length);
      return cost(() => {
        for (let run = 0; run < 5; run++) translated(message, 'fr');
      }, 5);
    };
    time(2_000);
    // Quadratic would be 16 times as much.
    expect(time(2_000) / Math.max(time(500), 0.05)).toBeLessThan(10);
  });
});

const broken = {
  'koinon.yaml': 'name: X\n',
  'organisations/a.md': '---\ntitle: A\ncountry: Nowhere\nmember_of: Nobody\n---\n',
};

interface Asked {
  readonly language?: string;
  readonly env?: Readonly<{ [name: string]: string }>;
  readonly given?: Parameters<typeof call>;
}

async function run(
  command: Command,
  files: Readonly<{ [path: string]: string }>,
  { language, env = {}, given = [] }: Asked,
): Promise<string> {
  const base = folderWith(files);
  const said = { ...(await heard(base)), env };
  const session = await openSession(said, { base, language, quiet: false, refresh: true });
  onTestFinished(() => session.end());
  await command.run(call(...given), session);
  return [...said.written, ...said.noted.map((note) => `${note}\n`)].join('');
}

describe('whole runs', () => {
  test('check in French', async () => {
    expect(await run(check, broken, { language: 'fr' })).toBe(
      'organisations/a.md:3:10  erreur  country  Attendu un pays, par son code ou son nom, trouvé “Nowhere”\n' +
        'organisations/a.md:4:12  avertissement  unresolved  Aucune fiche ne s’appelle “Nobody”\n' +
        '1 erreur, 1 avertissement, aucune remarque dans 1 fichier\n',
    );
  });

  test('ingest in Spanish, its labels above each other', async () => {
    expect(await run(ingest, broken, { language: 'es' })).toBe(
      'Archivos  añadidos: 1, cambiados: 0\n' +
        'Fichas    1: 1 organización\n' +
        'Enlaces   1 (que llevan a una ficha: 0)\n' +
        'Mensajes  1 error, 1 advertencia\n' +
        '“koinon check” dice dónde y qué hacer\n',
    );
  });

  test('a search that finds nothing, in Arabic', async () => {
    expect(await run(search, broken, { language: 'ar', given: [['qwertz']] })).toBe('لا نتائج\n');
  });

  test.each([
    ['LANG', { env: { LANG: 'es_ES.UTF-8' } }, '', 'No se encontró nada\n'],
    ['the base, before LANG', { env: { LANG: 'es_ES.UTF-8' } }, 'lang: it\n', 'Nessun risultato\n'],
    [
      '--lang, before both',
      { language: 'pt', env: { LANG: 'es_ES.UTF-8' } },
      'lang: it\n',
      'Nada encontrado\n',
    ],
    [
      'a language that koinon does not speak',
      { env: { LANG: 'de_DE.UTF-8' } },
      '',
      'Nothing found\n',
    ],
  ])('the language is that of %s', async (_, asked, setting, said) => {
    const files = { ...broken, 'koinon.yaml': `name: X\n${setting}` };
    expect(await run(search, files, { ...asked, given: [['qwertz']] })).toBe(said);
  });

  test('what programs read stays English', async () => {
    const asked = (language: string) => ({
      language,
      given: [[], { json: true }] satisfies Parameters<typeof call>,
    });
    const json = await run(check, broken, asked('el'));
    expect(json).toContain('Expected a country, by its code or name, found “Nowhere”');
    expect(json).toBe(await run(check, broken, asked('en')));
  });
});

describe('refusals', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test.each([
    [
      'el',
      ['show', 'qwertz'],
      'koinon: Καμία εγγραφή δεν λέγεται “qwertz”· αναζητήστε τη με “koinon search”\n',
    ],
    [
      'fr',
      ['search', 'a', '--limit', 'x'],
      'koinon: --limit attend un nombre comme 20, trouvé “x”\n',
    ],
    [
      'ca',
      ['search', 'a', '--country', 'Tunisa'],
      'koinon: koinon no coneix “Tunisa” per a --country; volíeu dir Tunísia?\n',
    ],
  ])('in %s: koinon %s', async (language, words, said) => {
    const base = folderWith({
      'koinon.yaml': 'name: X\n',
      'organisations/zz.md': '---\ntitle: Zz\n---\n',
    });
    const heardErrors: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      heardErrors.push(String(text));
      return true;
    });
    expect(await main(['--base', base, '--lang', language, ...words])).toBe(2);
    expect(heardErrors.join('')).toBe(said);
  });

  test.each([
    [
      'fr',
      ['search', '--contry', 'TN'],
      'Il n’y a pas d’option “--contry” ; vouliez-vous dire --country ?',
    ],
    ['es', ['serch'], 'No hay ninguna orden “serch”; ¿quiso decir search?'],
    ['it', ['qwertz'], 'Non c’è il comando “qwertz”; “koinon --help” elenca i comandi'],
    ['pt', ['show'], 'Falta uma palavra: “record”'],
    ['ca', ['search', '--limit'], 'Falta un valor després de “--limit <n>”'],
    ['el', ['vocab', 'a', 'b'], 'Λέξεις που αναμένονταν: 1, βρέθηκαν: 2 (“a, b”)'],
    [
      'ar',
      ['export', 'csv', 'records', '--profile', 'x'],
      '“--profile <profile>” يقبل واحدًا من rfc4180, excel، والموجود “x”',
    ],
    ['en', ['serch'], 'There is no command “serch”; did you mean search?'],
  ])('a call that cannot be read, in %s: koinon %j', async (language, words, said) => {
    const heardErrors: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      heardErrors.push(String(text));
      return true;
    });
    expect(await main(['--lang', language, ...words])).toBe(2);
    expect(heardErrors.join('')).toBe(`koinon: ${toTerminal(said)}\n`);
    const base = folderWith({ 'koinon.yaml': `lang: ${language}\n` });
    await main(['--base', base, ...words]);
    expect(heardErrors.at(-1)).toBe(`koinon: ${toTerminal(said)}\n`);
  });

  test('a folder that is no base, before there is a session', async () => {
    const heardErrors: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      heardErrors.push(String(text));
      return true;
    });
    const base = folderWith({ 'koinon.yaml': 'lang: xx\n' });
    await main(['--base', base, '--lang', 'it', 'check']);
    expect(heardErrors.join('')).toContain('atteso “lang:” con uno tra');
  });
});

test('a large count is written as the language writes it, and a year or a file is left alone', () => {
  expect(translated('12345 facts', 'es')).toBe('12.345 hechos');
  expect(translated('There is no file 12345', 'es')).toContain('12345');
  expect(translated('2 facts', 'es')).toBe('2 hechos');
});
