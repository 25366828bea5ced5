import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cognateKey } from '../../src/names/cognate.ts';
import { latin } from '../../src/names/latin.ts';
import { parseName } from '../../src/names/name.ts';
import { skeleton } from '../../src/names/skeleton.ts';
import { fold } from '../../src/vocabulary/fold.ts';
import { cost } from '../cost.ts';

const keys = (name: string) => parseName(name).words.map(({ key }) => key);

describe('parseName', () => {
  test.each([
    ['University of Nizwa', ['#university', 'nikv']],
    ['جامعة نزوى', ['#university', 'nkv']],
    ['Junta de Castilla y León', ['#board', '@ES-CL']],
    ['Board of Castile and León', ['#board', '@ES-CL']],
    ['Κοινωνική Οικονομία Κρήτης', ['#social', '#economy', '@EL43']],
    ['Union générale tunisienne', ['#union', '#general', '@TN']],
    ['Roma Tre', ['@rome', '=3']],
    ['Rome III', ['@rome', '=3']],
    ['Brigade Forty-Four', ['brigad', '=44']],
    ['UMR5215', ['#unit', '=5215']],
  ])('%s', (name, expected) => {
    expect(keys(name)).toEqual(expected);
  });

  test.each([
    ['Los Pinos, S. Coop. And.', 's-coop-and', 'cooperative'],
    ['S.Coop.And. Los Pinos', 's-coop-and', 'cooperative'],
    ['SCIC La Ruche', 'scic', 'cooperative'],
    ['Il Melograno Soc. Coop. Sociale', 'soc-coop-soc', 'cooperative'],
    ['Semear CRL', 'crl', 'cooperative'],
    ['Ελιά ΚοινΣΕπ', 'koinsep', 'cooperative'],
    ['Terra AISBL', 'aisbl', 'association'],
    ['Siemens Aktiengesellschaft', 'ag', 'company'],
    ['Ventaglio ETS', 'ets', 'association'],
  ])('%s has the legal form %s', (name, id, group) => {
    expect(parseName(name).forms).toMatchObject([{ id, class: group }]);
  });

  test('a legal form that several countries have is that of the country', () => {
    const [form] = parseName('Horizonte SL', { country: 'ES' }).forms;
    expect(form).toMatchObject({ country: 'ES' });
  });

  test('a name that is nothing but a legal form keeps it', () => {
    expect(keys('SCOP')).toEqual(['skop']);
  });

  test.each([
    ['CNRS', 'cnrs'],
    ['Γ.Σ.Ε.Ε.', 'gsee'],
    ['EA 4384', 'ea4384'],
    ['CoNISMa', 'conisma'],
    ['COOPERACTIVAS', undefined],
    ['Babel', undefined],
  ])('%s is the acronym %s', (name, acronym) => {
    expect(parseName(name).acronym).toBe(acronym);
  });

  test('what stands in brackets is beside the name', () => {
    const { words, main, initials } = parseName('Arab Forum (Jordan)');
    expect([words.length, main, initials]).toEqual([3, 2, 'af']);
  });

  test('initials, with and without the words that join', () => {
    const { initials, allInitials } = parseName('Assemblée de coopération pour la paix');
    expect([initials, allInitials]).toEqual(['acp', 'adcplp']);
  });

  test('any text is a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const { words, main, capitals } = parseName(text);
        expect(main).toBeLessThanOrEqual(words.length);
        expect(capitals.length).toBe(words.length);
      }),
    );
  });

  test('case, accents and marks make no difference to the words', () => {
    const names = fc.constantFrom(
      'Fédération des Coopératives d’Énergie',
      'Associação Mútua São João',
      'Ομοσπονδία Συνεταιρισμών Λακωνίας',
      'Fundació Paral·lel Nou',
    );
    fc.assert(
      fc.property(names, (name) => {
        const bare = name.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '');
        expect(keys(name.toLocaleLowerCase('en'))).toEqual(keys(name));
        expect(keys(bare)).toEqual(keys(name));
      }),
    );
  });

  test.each([
    'A',
    '(',
    'a.',
    '’',
    'S.Coop. ',
    'Union of ',
    'و',
    'ΜΠ',
    '9 ',
    'X-',
    'É\u0301',
    'aΑ ',
  ])('takes time in proportion to %j, repeated', (piece) => {
    const [short, long] = [10_000, 40_000].map((size) => {
      const name = piece.repeat(size / piece.length);
      return cost(() => {
        for (let times = 0; times < 20; times++) parseName(name);
      }, 7);
    });
    expect((long ?? 0) / Math.max(short ?? 0, 0.5)).toBeLessThan(12);
  });
});

describe('cognateKey', () => {
  test.each([
    ['cooperation', 'cooperacion', 'cooperazione', 'cooperacao', 'cooperacio'],
    ['university', 'universite', 'universidad', 'universita', 'universidade', 'universitat'],
    ['federation', 'federacion', 'federazione', 'federacao', 'federacio'],
    ['regional', 'regionale', 'regionales', 'regionali'],
    ['technology', 'technologie', 'tecnologia'],
    ['philosophy', 'filosofia', 'philosophie'],
    ['observatory', 'observatorio'],
  ])('%s has one key', (...words) => {
    expect(new Set(words.map(cognateKey)).size).toBe(1);
  });

  test.each([
    ['marina', 'martina'],
    ['campania', 'catalonia'],
    ['leon', 'lleida'],
  ])('%s and %s have two', (a, b) => {
    expect(cognateKey(a)).not.toBe(cognateKey(b));
  });
});

describe('other scripts', () => {
  test.each([
    ['λακωνιας', 'lakonias'],
    ['ευβοια', 'evvoia'],
    ['ουρανος', 'ouranos'],
    ['μποδοσακη', 'bodosaki'],
    ['αυτονομια', 'aftonomia'],
    ['التونسي', 'twnsy'],
  ])('%s in Latin letters is %s', (word, expected) => {
    expect(latin(fold(word))).toBe(expected);
  });

  test.each([
    ['نزوى', 'Nizwa'],
    ['الفجر', 'Fajr'],
    ['قسنطينة', 'Qusantina'],
    ['الكسليك', 'Kaslik'],
  ])('%s has the consonants of %s', (arabic, written) => {
    expect(skeleton(latin(fold(arabic)))).toBe(skeleton(written.toLowerCase()));
  });
});
