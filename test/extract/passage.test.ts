import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/core/document.ts';
import { makePassage } from '../../src/extract/text/make-passage.ts';
import { textBlocks } from '../../src/readers/text/blocks.ts';
import { sentencesOf } from '../../src/extract/text/sentences.ts';
import { shadow } from '../../src/extract/text/shadow.ts';
import { wordsOf } from '../../src/extract/text/word.ts';
import { growth } from './growth.ts';
import { documentOf, passageOf } from './passage-of.ts';

describe('the shadow of a text', () => {
  test.each([
    ['L’Économie', "l'economie"],
    ['2014–2020', '2014-2020'],
    ['٣ مارس ٢٠٢١', '3 مارس 2021'],
    ['أهل الأردن', 'اهل الاردن'],
    ['ΣΤΌΧΟΣ στόχος', 'στοχοσ στοχοσ'],
    ['10\u00a0000\u202f€', '10 000 €'],
    ['a\u200fb', 'a b'],
    ['İzmir Straße', 'izmir straße'],
    // A footnote is no digit of the year before it.
    ['2023² 1º', '2023² 1o'],
  ])('%s → %s', (text, expected) => {
    expect(shadow(text)).toBe(expected);
  });

  test('it has the length of the text, whatever that is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(shadow(text)).toHaveLength(text.length);
      }),
    );
  });
});

test('words end at apostrophes and hyphens; marks, lengthening and l·l are not in their keys', () => {
  const text = 'L’any col·lectiu, iesMed 2021 CEPES التعـــاون'.normalize('NFD');
  expect(wordsOf(text, shadow(text)).map(({ key, shape }) => `${key} ${shape}`)).toEqual([
    'l capital',
    'any lower',
    'collectiu lower',
    'iesmed mixed',
    '2021 number',
    'cepes upper',
    'التعاون caseless',
  ]);
});

describe('sentences', () => {
  const sentences = (text: string, language: string) =>
    sentencesOf(text, { start: 0, end: text.length }, language).map(({ start, end }) =>
      text.slice(start, end),
    );

  test.each([
    ['en', ['Dr. Rossi of Coop. Alba met Mr. Haddad.', 'They signed on Nov. 7.', 'Did it help?']],
    ['en', ['The fair (e.g. in Bari) was held by S.Coop. Alba.', '“It works.”', 'So they said…']],
    ['fr', ['Mme Alami, p. ex., a écrit à M. Roux.', 'L’art. 5 s’applique !', 'Et après ?']],
    ['es', ['La Sra. Gil vive en la Avda. Mayor, n.º 3.', '¿Vendrá?', 'Sí.']],
    ['el', ['Ο κ. Παππάς ήρθε, π.χ. χθες.', 'Θα μείνει;', 'Ναι.']],
    ['ar', ['وصل د. سمير أمس.', 'هل يعود؟', 'نعم.']],
    ['it', ['Costa 3.400 euro.', 'La legge n. 381 vale.']],
  ])('%s: %s', (language, parts) => {
    expect(sentences(parts.join(' '), language)).toEqual(parts);
  });

  test('a wrapped line goes on, a short line and a bullet stand for themselves', () => {
    expect(
      sentences(
        'Annual report\nThe year was good for all of the cooperatives that we\nhave joined.\n- one\n- two',
        'en',
      ),
    ).toEqual([
      'Annual report',
      'The year was good for all of the cooperatives that we\nhave joined.',
      '- one',
      '- two',
    ]);
  });

  test('every letter is in one sentence, in order', () => {
    const part = fc.constantFrom(
      'a',
      'B',
      '. ',
      '.',
      '\n',
      ' ',
      '?',
      '…',
      '”',
      '1',
      'Dr',
      ';',
      'ب',
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 50 }),
        fc.constantFrom('en', 'el'),
        (parts, language) => {
          const text = parts.join('');
          expect(sentences(text, language).join('').replaceAll(/\s/g, '')).toBe(
            text.replaceAll(/\s/g, ''),
          );
        },
      ),
    );
  });
});

describe('zones', () => {
  const zones = (text: string) => passageOf(text).blocks.map(({ zone }) => zone);
  const body =
    'The cooperative sells oranges to eleven schools of the island, and its members decide on prices together.';

  test('a letterhead, a line of languages, a date and a repeated paragraph', () => {
    const parts = [
      'Union of Orchards\nRua do Sol 12, 8000 Faro, Portugal\nTel: +351 289 000 000\nhello@orchards.example',
      'English | Français | Português',
      'Oranges for schools',
      'Published on 3 May 2021 by the office',
      body,
      body,
      'Home · News · Contact · Login',
    ];
    expect(zones(parts.join('\n\n'))).toEqual([
      'letterhead',
      'navigation',
      'body',
      'dateline',
      'body',
      'repeated',
      'navigation',
    ]);
  });

  test.each([
    'In 2020 and 2021 the members met via video at home, and the place was full.',
    'The fair was held on 3 May 2021 in the old port, with forty stalls and music until late.',
    'They speak Arabic, French and some Italian at work, and learn English at night.',
    'About us',
  ])('body: %s', (text) => {
    expect(zones(text)).toEqual(['body']);
  });
});

describe('language of blocks', () => {
  test('a short block has that of those before it, a long one its own', () => {
    const text = [
      'La coopérative vend ses oranges aux écoles de l’île depuis dix ans déjà, et ses membres fixent ensemble les prix de chaque saison.',
      'Final meeting',
      'The whole story can be read in the report that our partners wrote together with the schools.',
      'تبيع التعاونية البرتقال للمدارس',
      'Les jeunes de la vallée apprennent à greffer les arbres, et les écoles leur ouvrent leurs cuisines une fois par mois.',
    ].join('\n\n');
    expect(passageOf(text).blocks.map(({ language }) => language)).toEqual([
      'fr',
      'fr',
      'en',
      'ar',
      'fr',
    ]);
  });

  test('what the file says of itself decides where the text cannot', () => {
    expect(makePassage(documentOf('MedCoin 2021', 'ca-ES')).language).toBe('ca');
    expect(
      makePassage(
        documentOf('The oranges of the island are sold to the schools by their growers.', 'ca'),
      ).language,
    ).toBe('en');
  });

  test('a document without blocks or letters has a language too', () => {
    expect(makePassage(documentOf('', 'pt')).language).toBe('pt');
    expect(makePassage(documentOf('')).blocks).toEqual([]);
  });
});

test('each block knows its words', () => {
  const text = 'Two words\n\nand three more';
  const blocks: Block[] = [
    { kind: 'heading', level: 1, start: 0, end: 9 },
    { kind: 'paragraph', start: 11, end: text.length },
  ];
  const passage = makePassage({ format: 'text', text, blocks, metadata: {}, notes: [] });
  expect(passage.blocks.map(({ firstWord, lastWord }) => [firstWord, lastWord])).toEqual([
    [0, 2],
    [2, 5],
  ]);
  expect(passage.blocks[0]).toMatchObject({ kind: 'heading', level: 1 });
});

describe('time grows with length', () => {
  test.each(['Aa ', '(', '9', '1 de ', 'a.', '. ', 'x@', 'Mr. ', '\n', 'a\n\n'])('%j', (unit) => {
    expect(growth(unit, passageOf)).toBeLessThan(32);
  });
});

test('a short item has the language of the item before it, unless it is of another script', () => {
  const text = `The partners of the project are listed here with their towns.

- Guild of Dyers and Weavers of the Harbour, Valletta
- Consorzio delle Cooperative Sociali della Provincia di Lecce
- Fundación Molinos de la Comarca de la Sierra de Cádiz
- Καρίτας Ελλάς, Αθήνα
- Union of Net Menders, Gozo
- شبكة المطاحن التونسية، صفاقس
- Rede de Moinhos

The list was closed in May, and nobody was added after that day.`;
  const { blocks } = makePassage({ ...documentOf(text), blocks: textBlocks(text) });
  expect(blocks.map(({ language }) => language)).toEqual('en en en en el en ar en en'.split(' '));
});
