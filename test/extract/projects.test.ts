import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import text from '../../src/readers/text.ts';
import { concepts } from '../../src/vocabulary/load.ts';

async function named(written: string, kind: string): Promise<string[]> {
  const document = await text.read(Buffer.from(written));
  const found = extract(document, { sha256: '0'.repeat(64), known: [], vocabularies: concepts });
  return found.entities.filter((each) => each.kind === kind).map(({ title }) => title);
}

describe('projects by the words beside their names', () => {
  it.each([
    [
      'en',
      'The cooperative tells of its year. It joined a project called Saltbridge, and in the project Openloom it trained weavers. The second project, Windmills, begins in May.',
      ['Saltbridge', 'Openloom', 'Windmills'],
    ],
    [
      'fr',
      'La coopérative raconte son année. Dans le projet Terremer elle a formé dix personnes. Le second projet, Ventfort, démarre en mai.',
      ['Terremer', 'Ventfort'],
    ],
    [
      'es',
      'La cooperativa cuenta su año. En el proyecto Tierramar formó a diez personas. El segundo proyecto, Vientofuerte, arranca en mayo.',
      ['Tierramar', 'Vientofuerte'],
    ],
    [
      'it',
      'La cooperativa racconta il suo anno. Nel progetto Terramare ha formato dieci persone. Il secondo progetto, Ventoforte, parte a maggio.',
      ['Terramare', 'Ventoforte'],
    ],
    [
      'pt',
      'A cooperativa conta o seu ano. No projeto Terramar formou dez pessoas. O segundo projeto, Ventoforte, arranca em maio.',
      ['Terramar', 'Ventoforte'],
    ],
    [
      'ca',
      'La cooperativa explica el seu any. En el projecte Terramar va formar deu persones. El segon projecte, Ventfort, arrenca al maig.',
      ['Terramar', 'Ventfort'],
    ],
    [
      'el',
      'Ο συνεταιρισμός αφηγείται τη χρονιά του. Στο έργο Αλμύρα εκπαίδευσε δέκα άτομα. Το δεύτερο έργο, Ανεμόμυλος, ξεκινά τον Μάιο.',
      ['Αλμύρα', 'Ανεμόμυλος'],
    ],
    [
      'ar',
      'تروي التعاونية عامها. وتشارك أيضا في مشروع يحمل اسم «الملاحة الحية» منذ سنتين.',
      ['الملاحة الحية'],
    ],
  ])('%s: after the word itself', async (_, written, names) => {
    expect(await named(written, 'project')).toEqual(names);
  });

  it.each([
    [
      'en',
      'The weavers now take part in SEA-T, led by the University of Tangier. They like it.',
      'SEA-T',
    ],
    [
      'fr',
      'Les tisserandes participent à ONDE-T, coordonné par l’Université de Tanger. Cela leur plaît.',
      'ONDE-T',
    ],
    [
      'es',
      'Las tejedoras participan en ORLA-T, encabezado por la Universidad de Tánger. Les gusta.',
      'ORLA-T',
    ],
    [
      'it',
      'A marzo è arrivato MARI IN FESTA, di cui è capofila l’Università di Bari. Piace a tutti.',
      'MARI IN FESTA',
    ],
    [
      'pt',
      'As tecedeiras participam no ORLA-T, encabeçado pela Universidade de Tânger. Gostam dele.',
      'ORLA-T',
    ],
    [
      'ca',
      'Les teixidores participen en el ORLA-T, encapçalat per la Universitat de Tànger. Els agrada.',
      'ORLA-T',
    ],
    [
      'el',
      'Οι υφάντρες συμμετέχουν στο ORLA-T, με επικεφαλής το Πανεπιστήμιο Αιγαίου. Τους αρέσει.',
      'ORLA-T',
    ],
  ])('%s: before who leads', async (_, written, name) => {
    expect(await named(written, 'project')).toEqual([name]);
  });

  it.each([
    [
      'en',
      'Dear members, there is one thing more. Last year’s “Shelves for All”, which we launched in May with the weavers, ends on 31 January.',
      'Shelves for All',
    ],
    [
      'el',
      'Αγαπητά μέλη, και κάτι ακόμη. Το «Ράφια για όλους», που ξεκινήσαμε τον Μάιο με τους υφαντές, τελειώνει στις 31 Ιανουαρίου.',
      'Ράφια για όλους',
    ],
  ])('%s: what we began', async (_, written, name) => {
    expect(await named(written, 'project')).toEqual([name]);
  });

  it.each([
    [
      'es',
      'Dos orillas cosen\n\nSe llama DEDAL y reúne a talleres de dos ciudades. La iniciativa es de la Asociación Telar.',
      'DEDAL',
    ],
    [
      'fr',
      'Deux rives cousent\n\nELLE s’appelle DÉ À COUDRE et réunit des ateliers. L’initiative est de l’Association Métier.',
      'DÉ À COUDRE',
    ],
    [
      'it',
      'Due rive cuciono\n\nSi chiama DITALE e unisce laboratori di due città. L’iniziativa è dell’Associazione Telaio.',
      'DITALE',
    ],
  ])('%s: what is called an initiative', async (_, written, name) => {
    expect(await named(written, 'project')).toContain(name);
  });

  it('no project where two things are planned', async () => {
    const written =
      'Il Dipartimento di Scienze, Progetto e Politiche del Territorio studia le valli. La valle è lunga.';
    expect(await named(written, 'project')).toEqual([]);
  });
});

describe('projects that begin entries', () => {
  it.each([
    [
      'ca',
      'ELS NOSTRES PROJECTES\n\nLLUM (2021-2023). Forns de llenya per a tothom. El vam acabar al maig.\n\nXARXA DE FORNS. De moment és una idea. En parlem amb la gent del barri.\n',
      ['LLUM', 'XARXA DE FORNS'],
    ],
    [
      'es',
      'NUESTROS PROYECTOS EN BREVE\n\nCAMINO LLANO (2021-2023). Hornos de leña para el barrio. Lo acabamos en mayo.\n\nPUERTO ABIERTO. De momento es una idea. La contamos en la plaza.\n',
      ['CAMINO LLANO', 'PUERTO ABIERTO'],
    ],
    [
      'it',
      'I PROGETTI IN BREVE\n\nPANE CALDO (2021-2023). Forni a legna per tutti. Lo abbiamo chiuso a maggio.\n\nBANCA DEI SEMI. Per ora è un’idea. Ne parliamo in piazza.\n',
      ['PANE CALDO', 'BANCA DEI SEMI'],
    ],
  ])('%s: in capitals below a heading', async (_, written, names) => {
    expect(await named(written, 'project')).toEqual(names);
  });

  it('in capitals, with its time and costs in prose', async () => {
    const written =
      'Two examples\n\na) TWIN OVENS. From May 2023 to June 2025 five bakers share their fire; the city pays 90 000 €.\nb) The price of bread: how it fell in Gozo.\n';
    expect(await named(written, 'project')).toEqual(['TWIN OVENS']);
  });

  it('a sentence in capitals below another heading is none', async () => {
    const written = 'OUR RULES\n\nSILENCE PLEASE. Bakers sleep here. They rise at four.\n';
    expect(await named(written, 'project')).toEqual([]);
  });
});

describe('what is around a text', () => {
  it('a switch of languages is no project', async () => {
    const written =
      'EN ▾  FR  AR\n\nNews › Project news\n\nThe bakers of Gozo light a common oven\n\nThe project OVENLIGHT ends in May. It trained ten bakers.\n';
    expect(await named(written, 'project')).toEqual(['OVENLIGHT']);
  });

  it.each([
    [
      'ca',
      'DE QUI ÉS EL PA?\nCicle «Farines» – 2a sessió\n\nDijous 9 de maig de 2024, a les 18 h\n',
      'DE QUI ÉS EL PA?',
    ],
    [
      'en',
      'WHO OWNS THE BREAD?\nTalks by the sea – third session\n\nThursday 9 May 2024, 6 pm\n',
      'WHO OWNS THE BREAD?',
    ],
    [
      'pt',
      'De quem é o pão?\nCiclo «Farinhas» – terceira sessão\n\nQuinta-feira, 9 de maio de 2024, às 18 h\n',
      'De quem é o pão?',
    ],
  ])('%s: one event of several has its title above them', async (_, written, name) => {
    expect(await named(written, 'event')).toContain(name);
  });

  it('pt: the first assembly of a movement is an event', async () => {
    const written =
      'A casa\n\nEm maio de 2025 juntam-se na Fuzeta dez cooperativas, na primeira Assembleia das Redes, com almoço.';
    expect(await named(written, 'event')).toHaveLength(1);
  });
});

describe('projects whose name is quoted in a title that says that they begin', () => {
  it('it: “al via” is no street', async () => {
    const text =
      'Al via «Pane Vicino», il forno che non spreca\n\nÈ stato presentato ieri il progetto Pane Vicino, che aprirà sei forni.\n';
    expect(await named(text, 'project')).toEqual(['Pane Vicino']);
  });

  it('it: what stands after the name is no name', async () => {
    const text =
      'Al via «Pane Vicino», il lavoro che dura\n\nÈ stato presentato ieri il progetto Pane Vicino, che aprirà sei forni.\n';
    expect(await named(text, 'project')).toEqual(['Pane Vicino']);
  });
});
