import { describe, expect, it } from 'vitest';
import { findThemes } from '../../src/extract/facts/themes.ts';
import { linesAsPassage } from './lines-as-passage.ts';
import { annotatedTexts } from './place-texts.ts';

function themes(text: string, language: string): string[] {
  return findThemes(linesAsPassage(text, language)).map(({ id }) => id);
}

it.each([
  ['en', 'Two energy cooperatives share renewable energy.', 'energy'],
  [
    'fr',
    "Les monnaies locales et une banque de temps : l'échange revient.",
    'complementary-currency',
  ],
  ['es', 'Una cooperativa de pesca artesanal en zonas costeras.', 'blue-economy'],
  [
    'it',
    "L'inserimento lavorativo di persone fragili, e altri inserimenti lavorativi.",
    'work-integration',
  ],
  ['pt', 'O turismo comunitário e o ecoturismo na serra.', 'sustainable-tourism'],
  ['ca', 'El marc jurídic i la nova llei d’economia social.', 'legal-framework'],
  ['el', 'Οι πρόσφυγες και οι αιτούντες άσυλο βρίσκουν στήριξη.', 'migration'],
  ['ar', 'إعادة التدوير والاقتصاد الدائري في المدينة', 'circular-economy'],
  ['el', 'Διακόσια νοικοκυριά ζουν σε ενεργειακή φτώχεια με φωτοβολταϊκά στη στέγη.', 'energy'],
  ['fr', 'Douze salariés en insertion y filent la laine.', 'work-integration'],
  ['ca', 'Les pescadores de l’illa venen el peix juntes.', 'blue-economy'],
  ['ar', 'ركبت التعاونية ألواحا شمسية فوق المطحنة', 'energy'],
  ['pt', 'Os moldes saem em acesso aberto.', 'free-knowledge'],
  ['es', 'La asociación quiere formar a 40 vecinas en dos años.', 'education-training'],
  ['el', 'Προβλέπεται η κατάρτιση 40 κατοίκων.', 'education-training'],
  ['ar', 'يشمل البرنامج تكوين 40 امرأة', 'education-training'],
  ['it', 'La sera ci sono corsi di lingua.', 'education-training'],
  ['fr', 'Une énergie citoyenne pour la vallée.', 'energy'],
  ['en', 'It buys from local producers.', 'food-agriculture'],
  ['ca', 'Una cooperativa d’inserció de Reus.', 'work-integration'],
  ['pt', 'Um curso para mulheres da serra.', 'women'],
])('%s: %s', (language, text, expected) => {
  expect(themes(text, language)[0]).toBe(expected);
});

describe('weights', () => {
  it('gives little to what the names of actors say', () => {
    const text = 'The loom was paid by the Ministry of Sustainable Tourism. It is blue.';
    const passage = linesAsPassage(text, 'en');
    const start = text.indexOf('Ministry');
    const name = { start, end: text.indexOf('. It') };
    expect(findThemes(passage).map(({ id }) => id)).toContain('sustainable-tourism');
    expect(findThemes(passage, [name])).toEqual([]);
  });

  it('takes a general word in full where a number is told of it, but no year and no title', () => {
    expect(themes('Their training 40 times.', 'en')).toEqual(['education-training']);
    expect(themes('Their training was long, and 40 came.', 'en')).toEqual([]);
    expect(themes('Their training 2024 was long.', 'en')).toEqual([]);
    expect(themes('A.2 Formación 40 horas', 'es')).toEqual([]);
  });

  it('finds none in a general word in passing, in menus and in names', () => {
    const nothing = [
      'Thanks to all for the cooperation.',
      'Last.',
      'It was a culture of care, he said.',
      '> Energy efficiency | Circular economy',
    ];
    expect(themes(nothing.join('\n'), 'en')).toEqual([]);
    expect(themes('Ένα. Μίλησε η Γεωργία Ανδρέου.', 'el')).toEqual([]);
  });

  it('reads acronyms in every language and as they are written only', () => {
    expect(themes("L'ESS avance. SSE everywhere.", 'fr')).toEqual(['sse']);
    expect(themes('ess sse', 'fr')).toEqual([]);
  });

  it('puts what a heading says before what is said once below', () => {
    const text =
      '# Fair trade on the coast\nA day of meetings.\nFisheries were visited too: small-scale fisheries.';
    expect(themes(text, 'en')).toEqual(['responsible-consumption', 'blue-economy']);
  });

  it('gives eight at most, scores between 0 and 1, and sentences of the text', () => {
    const text = annotatedTexts
      .filter(({ language }) => language === 'en')
      .map(({ text }) => text)
      .join('\n')
      .repeat(3);
    const passage = linesAsPassage(
      `${text}\nHousing rights, energy poverty, mental health, cultural heritage, local currencies, free software, indigenous peoples, asylum seekers, legal framework, rural tourism.`,
      'en',
    );
    const found = findThemes(passage);
    expect(found).toHaveLength(8);
    for (const { score, evidence } of found) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThan(1);
      expect(evidence.length).toBeGreaterThan(0);
      for (const { start, end, quote } of evidence)
        expect(passage.text.slice(start, end)).toBe(quote);
    }
    expect(found.map(({ score }) => score)).toEqual(
      found.map(({ score }) => score).toSorted((a, b) => b - a),
    );
  });
});

it.each(annotatedTexts.map((each, index) => [`${each.language} ${index}`, each] as const))(
  'text of our own: %s',
  (_, each) => {
    const found = themes(each.text, each.language);
    expect(found).toEqual(expect.arrayContaining([...each.themes]));
    expect([...each.themes, ...(each.maybe ?? [])]).toEqual(expect.arrayContaining(found));
  },
);

describe('names of other organisations', () => {
  const text = 'The crew repairs boats.\nIt is paid for by the Fund for Social Innovation of Oran.';
  const start = text.indexOf('Fund');
  const name = { start, end: text.length - 1 };
  const passage = linesAsPassage(text, 'en');

  it('say little of what a text is about', () => {
    expect(findThemes(passage).map(({ id }) => id)).toContain('social-innovation');
    expect(findThemes(passage, [name])).toEqual([]);
  });
});

it.each([
  ['ca', 'La trobada és acollida pel museu.', 'migration', false],
  ['ca', 'Treballem per l’acollida de refugiats.', 'migration', true],
  ['es', 'Vamos hacia la seguridad alimentaria.', 'food-agriculture', true],
  ['it', 'Vendono a filiera corta.', 'food-agriculture', true],
  ['en', 'Boats are steered by women.', 'women', true],
])('%s: %s', (language, text, theme, is) => {
  expect(findThemes(linesAsPassage(text, language)).some(({ id }) => id === theme)).toBe(is);
});

describe('what people do says the theme, without its name', () => {
  it.each([
    ['en', 'The kitchen takes on former prisoners.', 'work-integration'],
    ['fr', 'La mutuelle de santé tient un dispensaire.', 'health-care'],
    ['es', 'Cosen bolsas con telas recuperadas.', 'circular-economy'],
    ['it', 'Le case vuote vanno a una cooperativa di abitanti.', 'housing'],
    ['pt', 'As mariscadoras vendem na praça.', 'blue-economy'],
    ['ca', 'Els regants netegen les sèquies.', 'food-agriculture'],
    ['el', 'Οι μελισσοκόμοι μοιράζονται το εργαστήριο.', 'food-agriculture'],
    ['ar', 'توفر التعاضدية تغطية صحية لأعضائها', 'health-care'],
  ])('%s: %s', (language, text, theme) => {
    expect(themes(text, language)).toContain(theme);
  });

  it.each([
    ['en', 'The boats of the visitors were blue.'],
    ['it', 'Vitto e alloggio sono pagati dalla rete.'],
    ['pt', 'O livro sobre o mar foi lido na praça.'],
    ['fr', 'Les mères ont chanté.'],
  ])('but words in passing say none, %s: %s', (language, text) => {
    expect(themes(text, language)).toEqual([]);
  });
});
