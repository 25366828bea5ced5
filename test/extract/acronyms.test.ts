import { describe, expect, test } from 'vitest';
import { alignAcronym, coversWords } from '../../src/extract/names/align-acronym.ts';
import { findEntities } from '../../src/extract/names/entities.ts';
import { makePassage } from '../../src/extract/text/make-passage.ts';
import { findPlaces } from '../../src/extract/places/places.ts';
import { textBlocks } from '../../src/readers/text/blocks.ts';

function pairsIn(text: string): string[] {
  const passage = makePassage({
    format: 'text',
    text,
    blocks: textBlocks(text),
    metadata: {},
    notes: [],
  });
  const { countries, regions, cities } = findPlaces(passage);
  return findEntities(passage, { places: [...countries, ...regions, ...cities] }).acronyms.map(
    ({ short, long }) =>
      `${text.slice(short.start, short.end)} = ${text.slice(long.start, long.end)}`,
  );
}

describe('the letters of an acronym in a row of words', () => {
  test.each([
    ['rtess', 'reseau tunisien de l economie sociale et solidaire', 0],
    ['cnm', 'the new confederacao nacional das mutualidades', 2],
    ['ογσβα', 'ομοσπονδια γυναικειων συνεταιρισμων βορειου αιγαιου', 0],
    ['aafd', 'the agence andalouse pour la formation et le developpement', 1],
  ])('%s in “%s” from word %i', (acronym, words, first) => {
    expect(alignAcronym(acronym, words.split(' '))?.first).toBe(first);
  });

  test('needs the first letter at the beginning of a word', () => {
    expect(alignAcronym('xyz', 'a word of no such letters'.split(' '))).toBeUndefined();
    expect(alignAcronym('etw', 'network of workers'.split(' '))).toBeUndefined();
  });

  test('may be made of beginnings of words in another order', () => {
    expect(
      coversWords('uagricoop', 'sardinian union of agricultural cooperatives'.split(' ')),
    ).toBe(true);
    expect(coversWords('zeta', 'sardinian union of agricultural cooperatives'.split(' '))).toBe(
      false,
    );
  });
});

describe('pairs in a text', () => {
  test.each([
    ['The Union of Island Bakers (UIB) met in May.', ['UIB = Union of Island Bakers']],
    ['We thank UIB (Union of Island Bakers) for its help.', ['UIB = Union of Island Bakers']],
    ['It is run by the Union of Island Bakers, UIB, and others.', ['UIB = Union of Island Bakers']],
    ['UIB – Union of Island Bakers\n\nA text follows here.', ['UIB = Union of Island Bakers']],
    [
      'The National League of Bakeries (Legabake) was there.',
      ['Legabake = National League of Bakeries'],
    ],
    [
      'Il a rejoint l’Association des boulangers du Sud (ABS).',
      ['ABS = Association des boulangers du Sud'],
    ],
    [
      'La fédération est membre de l’économie sociale et solidaire (ESS).',
      ['ESS = économie sociale et solidaire'],
    ],
    ['Μίλησε η Ένωση Κρητών Αρτοποιών (Ε.Κ.Α.) χθες.', ['Ε.Κ.Α. = Ένωση Κρητών Αρτοποιών']],
    ['شارك الاتحاد التونسي للخبازين (UTB) في اللقاء.', ['UTB = الاتحاد التونسي للخبازين']],
    ['حضرت العونة الزراعية الأردنية (JAA) ومعها آخرون.', ['JAA = العونة الزراعية الأردنية']],
    ['عقد اللقاء في مقر الجمعية النسائية بالكاف (AFK).', ['AFK = الجمعية النسائية بالكاف']],
    [
      'الممولون: صندوق النور (FNR)، والرابطة التونسية للخبازين (LTB)',
      ['FNR = صندوق النور', 'LTB = الرابطة التونسية للخبازين'],
    ],
    [
      'Στηρίζει τη Γνωστική και Αλληλέγγυα Εκπαίδευση (Γ.ΑΛ.Ε.) εδώ.',
      ['Γ.ΑΛ.Ε. = Γνωστική και Αλληλέγγυα Εκπαίδευση'],
    ],
    [
      'Zamocoop - Union of Cooperatives in Zamora and others.',
      ['Zamocoop = Union of Cooperatives in Zamora'],
    ],
    [
      'Baricoop - Union of Cooperatives in Zamora and others.',
      ['Baricoop = Union of Cooperatives'],
    ],
    [
      'Avec l’Agence des îles pour l’aide à la pêche (AIAP), il agit.',
      ['AIAP = Agence des îles pour l’aide à la pêche'],
    ],
    [
      'Paga la Agencia insular de cooperación técnica al desarrollo (AICTD).',
      ['AICTD = Agencia insular de cooperación técnica al desarrollo'],
    ],
    ['نال الجائزة مكتب صيد الشواطئ (المعروف اختصارا بـ OPC) في مارس.', ['OPC = مكتب صيد الشواطئ']],
    [
      'تموله الوكالة القبرصية للتعاون الدولي KAD بغلاف كبير.',
      ['KAD = الوكالة القبرصية للتعاون الدولي'],
    ],
    [
      'عملت نساء التعاونية النسائية القروية أزمور (CFRA) في الحقل.',
      ['CFRA = التعاونية النسائية القروية أزمور'],
    ],
    [
      'The Swedish Bakery Cooperation Agency, better known as Baka, pays.',
      ['Baka = Swedish Bakery Cooperation Agency'],
    ],
    ['Entra in BORI (Botteghe Riunite) nel 2020.', ['BORI = Botteghe Riunite']],
    [
      'Entramos en FEAPI, la federación estatal de asociaciones de panaderías isleñas, en mayo.',
      ['FEAPI = federación estatal de asociaciones de panaderías isleñas'],
    ],
    ['Coordena a ANPQE, agência nacional para a pesca.', ['ANPQE = agência nacional para a pesca']],
    [
      'Εταίρος: VASIS – Κοινωνική Οργάνωση Νέων Αρτοποιών. Διαρκεί ένα έτος.',
      ['VASIS = Κοινωνική Οργάνωση Νέων Αρτοποιών'],
    ],
    [
      'Στηρίζει φορείς της κοινωνικής και αλληλέγγυας οικονομίας (ΚΑΛΟ) εδώ.',
      ['ΚΑΛΟ = κοινωνικής και αλληλέγγυας οικονομίας'],
    ],
    [
      'The Ministry of Work, Health and Care (MWHC) agreed.',
      ['MWHC = Ministry of Work, Health and Care'],
    ],
  ])('%s', (text, pairs) => {
    expect(pairsIn(text)).toEqual(pairs);
  });

  test.each([
    'The Union of Island Bakers (Italy) met in May.',
    'The Union of Island Bakers (2019) met in May.',
    'The meeting (see Annex II) was long.',
    'Hablamos con OMBA, la cooperativa de Murcia, en mayo.',
    'حضر الاتحاد التونسي للخبازين ومعه Fundación ROSA الإسبانية.',
    'It cost much (EUR 300) and took long (PDF).',
    'AP1 – City of Valletta\nPP2 – Union of Island Bakers\nLP – Region of Apulia\nWP3 – University of Malta',
    'The Union of Island Bakers (PP4) and the University of Malta, AP2, write the plan.',
    'ΠΕ2 – Ένωση Αρτοποιών Χίου\nΕ3 – Δίκτυο Μύλων Λέσβου',
  ])('none in: %s', (text) => {
    expect(pairsIn(text)).toEqual([]);
  });
});

test.each([
  [
    'It is paid by the European Water Fund Plus (EWF+) until May.',
    'EWF+ = European Water Fund Plus',
  ],
  ['Ho paga el Fons Marítim Comú Plus (FMC+) fins al maig.', 'FMC+ = Fons Marítim Comú Plus'],
])('a plus at the end is a letter of its own: %s', (text, pair) => {
  expect(pairsIn(text)).toEqual([pair]);
});
