import { describe, expect, test } from 'vitest';
import { partsOf, readText, titlesOf } from './read-text.ts';

/** The organisations that have a role in a text. */
function having(role: string, text: string): string[] {
  const { entities } = readText(text);
  return entities.flatMap(({ title, roles }) =>
    roles.some((each) => each.role === role) ? [title] : [],
  );
}

describe('where a body has its seat is a place, by which it is hardly said to be the host', () => {
  test.each([
    [
      'fr',
      'Le séminaire final du projet Pain Chaud s’est tenu le 4 mai 2023 au siège de la Fondation du Four, à Sète.\n',
    ],
    [
      'en',
      'The final conference of the project Warm Bread took place at the headquarters of the Cedar Foundation in Beirut.\n',
    ],
    [
      'es',
      'La jornada final del proyecto Pan Caliente se celebró en la sede de la Fundación del Horno.\n',
    ],
    [
      'it',
      'Il seminario finale del progetto Pane Caldo si è svolto presso la sede della Fondazione del Forno.\n',
    ],
  ])('%s', (_, text) => {
    const confidences = readText(text)
      .facts.filter(({ field }) => field === 'hosts')
      .map(({ confidence }) => confidence);
    expect(Math.max(0, ...confidences)).toBeLessThanOrEqual(0.5);
  });
});

describe('who is said to host', () => {
  test.each([
    [
      'en: with its headquarters',
      'The final conference of the project Warm Bread was hosted by the Cedar Foundation at its headquarters.\n',
      ['Cedar Foundation'],
    ],
    [
      'fr: in the passive',
      'Le séminaire final du projet Pain Chaud a été accueilli par la Fondation du Four, à Sète.\n',
      ['Fondation du Four'],
    ],
    [
      'ar: in the passive',
      'مشروع «خبز ساخن»\n\nاستضيفت ورشة العمل من قبل جمعية النخيل في مدينة قابس يوم 12 ماي 2023.\n',
      ['جمعية النخيل'],
    ],
    [
      'ar: as a guest of',
      'مشروع «خبز ساخن»\n\nنظم اللقاء الختامي في عمان بضيافة اتحاد المخابز.\n',
      ['اتحاد المخابز'],
    ],
  ])('%s', (_, text, hosts) => {
    expect(having('host', text)).toEqual(hosts);
  });
});

describe('who will give a sum funds', () => {
  test.each([
    [
      'en',
      'The project Warm Bread begins. 20,000 euros will be given by the Union of Bakers.\n',
      'Union of Bakers',
    ],
    [
      'fr',
      'Le projet Pain Chaud est lancé. 20 000 € seront versés par la Fondation du Four.\n',
      'Fondation du Four',
    ],
    [
      'es',
      'El proyecto Pan Caliente empieza. 20.000 euros serán aportados por la Fundación del Horno.\n',
      'Fundación del Horno',
    ],
    [
      'it',
      'Il progetto Pane Caldo parte. 20.000 euro saranno versati dalla Fondazione del Forno.\n',
      'Fondazione del Forno',
    ],
    [
      'pt',
      'O projeto Pão Quente arranca. 20 000 euros serão doados pela Fundação do Forno.\n',
      'Fundação do Forno',
    ],
    [
      'ca',
      'El projecte Pa Calent comença. 20.000 euros seran aportats per la Fundació del Forn.\n',
      'Fundació del Forn',
    ],
    [
      'el',
      'Το έργο «Ζεστό Ψωμί» ξεκινά. 20.000 ευρώ θα δοθούν από το Ίδρυμα Φούρνος.\n',
      'Ίδρυμα Φούρνος',
    ],
    ['ar', 'ينطلق مشروع «خبز ساخن». سيدفع مبلغ 20000 يورو من قبل مؤسسة الفرن.\n', 'مؤسسة الفرن'],
  ])('%s', (_, text, funder) => {
    expect(having('funder', text)).toEqual([funder]);
  });

  test('who will give a talk does not', () => {
    expect(
      having(
        'funder',
        'The project Warm Bread begins. A talk will be given by the Union of Bakers.\n',
      ),
    ).toEqual([]);
  });
});

describe('the letters of a list are no part of names', () => {
  test.each([
    [
      'it: in a sentence that the list ends',
      'Progetto Pane Caldo\n\nIl consorzio è composto da:\na. dalla Cooperativa Sociale La Pagnotta;\nb. dal Consorzio Forni di Puglia.\n',
    ],
    [
      'it: below a label',
      'Progetto Pane Caldo\n\nPartner del progetto:\na) Cooperativa Sociale La Pagnotta;\nb) Consorzio Forni di Puglia;\n',
    ],
  ])('%s', (_, text) => {
    const answer = readText(text);
    expect(titlesOf(answer, 'organisation')).toEqual([
      'Cooperativa Sociale La Pagnotta',
      'Consorzio Forni di Puglia',
    ]);
    expect(partsOf(answer)).toEqual([
      'Cooperativa Sociale La Pagnotta partner Pane Caldo',
      'Consorzio Forni di Puglia partner Pane Caldo',
    ]);
  });
});

test.each([
  ['en', 'The LOV – League of Ovens of Valletta – leads the project Warm Bread.\n', 'LOV'],
  ['fr', 'La FFC – Fédération des Fours Communs – pilote le projet Pain Chaud.\n', 'FFC'],
  ['it', 'Il CFP – Consorzio Forni di Puglia – coordina il progetto Pane Caldo.\n', 'CFP'],
  ['el', 'Η ΕΑΒ – Ένωση Αρτοποιών Βόλου – συντονίζει το έργο «Ζεστό Ψωμί».\n', 'ΕΑΒ'],
])(
  'an article stands before a short name with the long one between dashes: %s',
  (_, text, short) => {
    expect(readText(text).acronyms.map((pair) => pair.short)).toEqual([short]);
  },
);
