import { describe, expect, test } from 'vitest';
import { sharesInitials } from '../../src/extract/names/align-acronym.ts';
import { makePassage } from '../../src/extract/text/make-passage.ts';
import { recognise } from '../../src/extract/recognise.ts';
import { textBlocks } from '../../src/readers/text/blocks.ts';

function read(text: string) {
  const passage = makePassage({
    format: 'text',
    text,
    blocks: textBlocks(text),
    metadata: {},
    notes: [],
  });
  const { entities, acronyms, persons } = recognise(passage, []);
  const quote = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return {
    names: entities.map(({ kind, title }) => `${kind}: ${title}`),
    pairs: acronyms.map(({ short, long }) => `${quote(short)} = ${quote(long)}`),
    persons: persons.map(quote),
  };
}

describe('what makes a brand an entity', () => {
  test.each([
    [
      'a nation before it',
      'En el consorcio están la griega Lithari y la catalana Vinyolet.',
      'organisation: Lithari',
    ],
    [
      'a region before it',
      'En el consorcio están la griega Lithari y la catalana Vinyolet.',
      'organisation: Vinyolet',
    ],
    [
      '“called” after what it is',
      'In May the board approved a bid named SLOW TIDE.',
      'project: SLOW TIDE',
    ],
    [
      'the next sentence',
      'We met to speak about SALT PANS. The project will run for two years.',
      'project: SALT PANS',
    ],
    [
      'a relative clause',
      'It follows on from RIVERBED, which ran from 2019 to 2022.',
      'project: RIVERBED',
    ],
    [
      'the person before its bracket',
      'Presenti: ABBATE-LOI Marta, presidente (Orti di Levante).',
      'organisation: Orti di Levante',
    ],
    [
      'an entry of years',
      'What we did\n2018–2020 “Seeds of Hope”. Advice for 120 young people.',
      'project: Seeds of Hope',
    ],
    ['it is well known', 'Anche Legacoop e Coopfond aiutano gli operai.', 'organisation: Coopfond'],
    [
      'with the place of its branch',
      'Il bando nasce d’intesa con ANCI Puglia.',
      'organisation: ANCI Puglia',
    ],
    ['a call in quotes', 'Aperto il bando “Semi comuni” fino a maggio.', 'programme: Semi comuni'],
  ])('%s', (_, text, name) => {
    expect(read(text).names).toContain(name);
  });
});

describe('what is no entity', () => {
  test.each([
    [
      'a site that one goes through',
      'Domande solo tramite la piattaforma ChiedoSubito.',
      'organisation: ChiedoSubito',
    ],
    [
      'who presides',
      'Consejo Rector: presidenta, doña Fatiha Lamrani.',
      'organisation: Consejo Rector',
    ],
    [
      'a number of a register',
      'Registered voluntary organisation VO/0000 since 2004.',
      'organisation: VO/0000',
    ],
    [
      'where a name comes from',
      'Entram a cooperativa Raiz, de Montemor, e a Rede de Hortas.',
      'organisation: Montemor',
    ],
    [
      'a common noun and another',
      'على الخريطة دبابيس لجمعية وتعاونية ومنشأة.',
      'organisation: تعاونية ومنشأة',
    ],
    [
      'what is to be set up',
      'Ils signent un accord pour monter FILETS BLEUS en mai.',
      'document: FILETS BLEUS',
    ],
  ])('%s', (_, text, name) => {
    expect(read(text).names).not.toContain(name);
  });
});

describe('short names', () => {
  test.each([
    [
      'rector de la Universitat de les Illes Balears (en endavant, UIB).',
      'UIB = Universitat de les Illes Balears',
    ],
    [
      'Le Réseau des ateliers de la rive bleue, le RARB, ouvre ses portes.',
      'RARB = Réseau des ateliers de la rive bleue',
    ],
    [
      'El Consell Comarcal del Pallars Sobirà, CCPS (Catalunya), hi va.',
      'CCPS = Consell Comarcal del Pallars Sobirà',
    ],
    [
      'portée par l’association Échanges Méditerranée (EchMed) en mai.',
      'EchMed = Échanges Méditerranée',
    ],
  ])('%s', (text, pair) => {
    expect(read(text).pairs).toContain(pair);
  });

  test.each([
    ['A grant of the European Union (DEAR) pays for it.'],
    ['At mid-term the National Agency (EUPA) marked it.'],
    ['Une chargée de mission Europe (CDI, Avignon) est recherchée.'],
  ])('%s has none', (text) => {
    expect(read(text).pairs).toEqual([]);
  });

  test('letters that begin no word speak against a pair, another script says nothing', () => {
    expect(sharesInitials('dear', ['european', 'union'])).toBe(false);
    expect(sharesInitials('cepes', ['spanish', 'confederation', 'of', 'social', 'economy'])).toBe(
      true,
    );
    expect(sharesInitials('utb', ['الاتحاد', 'التونسي'])).toBe(true);
  });
});

describe('persons', () => {
  test.each([
    ['B. Chauvelot rappelle le cadre.', 'B. Chauvelot'],
    ['- GIUNTOLI Fiammetta (Orti), en visio', 'GIUNTOLI Fiammetta'],
    ['Invitée : Mme Oriane DELTEIL, de la Métropole.', 'Oriane DELTEIL'],
  ])('%s', (text, person) => {
    expect(read(text).persons).toContain(person);
  });

  test('a foundation that bears the name of a person is none', () => {
    const { persons, names } = read('It was paid by the Anna Lindh Foundation in May.');
    expect(persons).toEqual([]);
    expect(names).toContain('organisation: Anna Lindh Foundation');
  });
});

describe('lines that are a table', () => {
  test('columns apart by spaces, under a header', () => {
    const { names } = read(
      'Project        Our role     Led by                     Ends\nNETMEND        Lead         –                          08/2023\nWET SAND       Partner      Consorzio Uniscala         03/2023',
    );
    expect(names).toEqual(
      expect.arrayContaining([
        'project: NETMEND',
        'project: WET SAND',
        'organisation: Consorzio Uniscala',
      ]),
    );
  });

  test('labels of an address name nobody', () => {
    const { names } = read(
      'Partners\n\nPartner 1\nName  Cooperativa Filo Rosso\nAddress  Via Podere 11, Ancona\nLegal status  private\n\nPartner 2\nName  City of Split\nAddress  Korzo 16',
    );
    expect(names.filter((name) => /Address|Legal|Name/.test(name))).toEqual([]);
    expect(names).toContain('organisation: Cooperativa Filo Rosso');
  });

  test('a numbered list of projects with their points', () => {
    const { names } = read(
      'Proyectos aprobados (por puntos)\n\n1.º (94,5 puntos) LA SAL VIVA. Solicitante: Cooperativa Salinera; socios: Dar Saida, Ayuntamiento de Calp.\n\n2.º (91) Bancales Abiertos. Solicitante: Fundación Savia.',
    );
    expect(names).toEqual(
      expect.arrayContaining([
        'project: LA SAL VIVA',
        'project: Bancales Abiertos',
        'organisation: Dar Saida',
      ]),
    );
  });
});
