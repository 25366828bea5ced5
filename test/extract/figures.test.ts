import { describe, expect, test } from 'vitest';
import { findFigures } from '../../src/extract/amounts/figures.ts';
import { growth } from './growth.ts';
import { passageOf } from './passage-of.ts';

/** Each count of a text: what is quoted, what is counted, how many, `~` where the text says “around”. */
function figuresOf(text: string, language: string): string[] {
  return findFigures(passageOf(text, language)).map(
    ({ start, end, what, value, about }) =>
      `${text.slice(start, end)} = ${about ? '~' : ''}${value} ${what}`,
  );
}

describe('counts in eight languages', () => {
  test.each([
    ['en', 'The 12 partners met.', '12 partners = 12 partners'],
    ['en', 'Around fifty SSE experts came.', 'Around fifty SSE experts = ~50 participants'],
    [
      'en',
      'It joins twenty-five social enterprises.',
      'twenty-five social enterprises = 25 organisations',
    ],
    ['en', 'more than 3 million people', 'more than 3 million people = ~3000000 people'],
    ['en', 'They ran seven study visits.', 'seven study visits = 7 events'],
    ['en', 'Over 1,200 jobs were kept.', 'Over 1,200 jobs = ~1200 jobs'],
    ['en', 'Partners: 9', 'Partners: 9 = 9 partners'],
    ['en', 'a dozen small villages', 'a dozen small villages = ~12 municipalities'],
    ['fr', 'dans les six pays méditerranéens', 'six pays = 6 countries'],
    [
      'fr',
      'une cinquantaine de participants',
      'une cinquantaine de participants = ~50 participants',
    ],
    ['fr', 'quatre-vingt-douze coopératives', 'quatre-vingt-douze coopératives = 92 organisations'],
    ['fr', 'vingt et une rencontres', 'vingt et une rencontres = 21 events'],
    ['fr', 'environ 2 300 bénéficiaires', 'environ 2 300 bénéficiaires = ~2300 beneficiaries'],
    ['fr', 'près d’une trentaine de communes', 'une trentaine de communes = ~30 municipalities'],
    ['fr', 'Nombre de partenaires : 8', 'partenaires : 8 = 8 partners'],
    ['es', 'medio centenar de personas', 'medio centenar de personas = ~50 people'],
    [
      'es',
      'treinta y cinco cooperativas agrarias',
      'treinta y cinco cooperativas = 35 organisations',
    ],
    ['es', 'con 7 socios de 5', '7 socios = 7 partners'],
    ['es', 'unos 400 puestos de trabajo', 'unos 400 puestos de trabajo = ~400 jobs'],
    ['es', 'en dieciséis regiones', 'dieciséis regiones = 16 regions'],
    ['es', 'una veintena de entidades', 'una veintena de entidades = ~20 organisations'],
    ['it', 'una trentina di imprese sociali', 'una trentina di imprese = ~30 organisations'],
    ['it', 'oltre 1.500 posti di lavoro', 'oltre 1.500 posti di lavoro = ~1500 jobs'],
    ['it', 'undici paesi', 'undici paesi = 11 countries'],
    ['it', 'almeno 80 partecipanti', 'almeno 80 partecipanti = ~80 participants'],
    ['pt', 'vinte e três cooperativas', 'vinte e três cooperativas = 23 organisations'],
    ['pt', 'uma dezena de parceiros', 'uma dezena de parceiros = ~10 partners'],
    ['pt', 'cerca de 640 beneficiários', 'cerca de 640 beneficiários = ~640 beneficiaries'],
    ['pt', 'dezasseis encontros', 'dezasseis encontros = 16 events'],
    ['ca', 'una vintena d’entitats', 'una vintena d’entitats = ~20 organisations'],
    ['ca', 'trenta-cinc cooperatives', 'trenta-cinc cooperatives = 35 organisations'],
    ['ca', 'vuit països', 'vuit països = 8 countries'],
    ['ca', 'més de 90 assistents', 'més de 90 assistents = ~90 participants'],
    ['el', 'δώδεκα εταίροι', 'δώδεκα εταίροι = 12 partners'],
    ['el', 'περίπου 50 συμμετέχοντες', 'περίπου 50 συμμετέχοντες = ~50 participants'],
    ['el', 'από έξι χώρες', 'έξι χώρες = 6 countries'],
    ['el', 'τριάντα πέντε συνεταιρισμοί', 'τριάντα πέντε συνεταιρισμοί = 35 organisations'],
    ['el', '120 νέες θέσεις εργασίας', '120 νέες θέσεις εργασίας = 120 jobs'],
    ['ar', 'حوالي 50 مشاركا', 'حوالي 50 مشاركا = ~50 participants'],
    ['ar', 'في ست دول', 'ست دول = 6 countries'],
    ['ar', 'خمسة وعشرون شريكا', 'خمسة وعشرون شريكا = 25 partners'],
    ['ar', '١٢ تعاونية', '١٢ تعاونية = 12 organisations'],
    ['ar', 'أكثر من 300 مستفيد', 'أكثر من 300 مستفيد = ~300 beneficiaries'],
    ['ar', 'أربع عشرة ورشة', 'أربع عشرة ورشة = 14 events'],
  ])('%s: %s', (language, text, expected) => {
    expect(figuresOf(text, language)).toEqual([expected]);
  });
});

describe('what is no count', () => {
  test.each([
    ['en', 'In 2019 partners met.'],
    ['en', 'On 12 May partners met.'],
    ['en', '5 000 euros for partners'],
    ['en', 'the 1st call and 2nd meeting'],
    ['en', '40 % of members'],
    ['en', 'Article 5 Partners'],
    ['en', 'WP2 partners, H2020 projects'],
    ['en', 'for 3 years with partners'],
    ['fr', 'une entreprise et un partenaire'],
    ['fr', 'deux ou plusieurs partenaires'],
    ['es', 'una vez que la empresa'],
    ['it', 'un convegno e una impresa'],
    ['en', '3. Partners'],
    ['en', 'Telephone 12 34 56, partners'],
  ])('%s: %s', (language, text) => {
    expect(figuresOf(text, language)).toEqual([]);
  });
});

describe('time grows with length', () => {
  test.each(['Aa ', '(', '9', '1 de ', '1-', '١', 'deux ', 'cent vingt et ', '1 membres '])(
    '%s',
    (unit) => {
      expect(growth(unit, (text) => findFigures(passageOf(text, 'fr')))).toBeLessThan(32);
    },
  );
});
