import { describe, expect, it } from 'vitest';
import { findEntities } from '../../src/extract/names/entities.ts';
import { growth } from './growth.ts';
import { passageOf } from './passage-of.ts';
import { partsOf, readText, titlesOf } from './read-text.ts';

function read(text: string) {
  const found = readText(text);
  return { projects: titlesOf(found, 'project'), roles: partsOf(found) };
}

/** Lists whose entries begin with the name of a project, in the ways in which they are set. */
const lists: readonly {
  readonly how: string;
  readonly text: string;
  readonly projects: readonly string[];
  readonly roles?: readonly string[];
}[] = [
  {
    how: 'numbers, capitals and title case',
    text: `The jury met in May and ranked what it had received.

1) ROPES ASHORE. Applicant: Kalkara Rope Cooperative, Malta; partner: Union of Net Menders. Score 71. Grant: €20,000
2) Bread on Fridays. Applicant: Federation of Zabbar Bakers. Score 70. Grant: €18,000
3) TIDE, SALT AND LIGHT. Applicant: Association of Salt Workers. Score 64. Grant: €17,500

Reserve:

4) Doors Ajar - Foundation for Open Houses
5) Quay Hub - Society of Old Ferrymen`,
    projects: [
      'ROPES ASHORE',
      'Bread on Fridays',
      'TIDE, SALT AND LIGHT',
      'Doors Ajar',
      'Quay Hub',
    ],
    roles: [
      'Kalkara Rope Cooperative lead ROPES ASHORE',
      'Union of Net Menders partner ROPES ASHORE',
      'Federation of Zabbar Bakers lead Bread on Fridays',
      'Association of Salt Workers lead TIDE, SALT AND LIGHT',
    ],
  },
  {
    how: 'quotation marks and dashes',
    text: `La graduatoria è stata pubblicata martedì.

- «PANE CONDIVISO» – capofila: Cooperativa sociale La Madia; partner: Comune di Vernole, Associazione Forno Vecchio.
- «Filo doppio» – capofila: Consorzio Telai di Sardegna; partner: Fondazione Orto Antico.`,
    projects: ['PANE CONDIVISO', 'Filo doppio'],
    roles: [
      'Cooperativa sociale La Madia lead PANE CONDIVISO',
      'Comune di Vernole partner PANE CONDIVISO',
      'Consorzio Telai di Sardegna lead Filo doppio',
      'Fondazione Orto Antico partner Filo doppio',
    ],
  },
  {
    how: 'bullets of another sort, one entry without labels',
    text: `Τρεις ομάδες ξεκίνησαν πέρυσι:

► «Ψωμί και θάλασσα», Χίος. Υλοποίηση: Συνεταιρισμός Αρτοποιών Χίου. Εταίρος: Πανεπιστήμιο Αιγαίου. 30.000 ευρώ.
► «Η αυλή μας», Βόλος. Υλοποίηση: Σύλλογος Γυναικών Βόλου. 12.000 ευρώ.
► LOOMS OF ZARQA. Κοινή δράση με επικεφαλής την Ένωση Υφαντριών Λέσβου.`,
    projects: ['Ψωμί και θάλασσα', 'Η αυλή μας', 'LOOMS OF ZARQA'],
    roles: [
      'Συνεταιρισμός Αρτοποιών Χίου lead Ψωμί και θάλασσα',
      'Πανεπιστήμιο Αιγαίου partner Ψωμί και θάλασσα',
      'Σύλλογος Γυναικών Βόλου lead Η αυλή μας',
    ],
  },
  {
    how: 'one entry alone, with who and how much',
    text: `Nos alegra contaros en qué andamos este año.

VELAS DE TIERRA. Costura de toldos con lonas viejas. Entidad responsable: Cooperativa La Lona. Socios: Ayuntamiento de Adra. Presupuesto: 40.000 €.`,
    projects: ['VELAS DE TIERRA'],
    roles: [
      'Cooperativa La Lona lead VELAS DE TIERRA',
      'Ayuntamiento de Adra partner VELAS DE TIERRA',
    ],
  },
];

describe('entries of a list', () => {
  it.each(lists)('name projects: $how', ({ text, projects, roles = [] }) => {
    const found = read(text);
    expect(found.projects).toEqual(expect.arrayContaining([...projects]));
    expect(found.projects).toHaveLength(projects.length);
    expect(found.roles).toEqual(expect.arrayContaining([...roles]));
  });

  it.each([
    [
      'parts of a work plan',
      `1. Work package 1. Lead: Cooperative of Weavers. Partners: Union of Dyers. Budget: €10,000
2. Work package 2. Lead: Union of Dyers. Partners: Cooperative of Weavers. Budget: €12,000`,
    ],
    [
      'bodies',
      `- Federation of Potters. Partner: Union of Dyers. Budget: €10,000
- Cooperative of Weavers. Partner: Union of Dyers. Budget: €12,000`,
    ],
    [
      'one name in title case alone',
      `Green Corners. Partner: Union of Dyers.

Everybody was there on Friday, and the bread was good.`,
    ],
    [
      'what says only who came',
      `1) Old Harbour. Speaker: Union of Dyers.
2) New Harbour. Speaker: Cooperative of Weavers.`,
    ],
  ])('name none: %s', (_, text) => {
    expect(
      read(`The network met in the spring and wrote down what it did.\n\n${text}`).projects,
    ).toEqual([]);
  });

  it('number partners, with their short names', () => {
    const { roles } = read(`Loom Lane: skills for textile cooperatives

The Loom Lane project writes a course for weavers and dyers in four countries.

> Consortium

Coordinator: Guild of Dyers of Gozo, Malta
P2 – Tintex – Centre for Textile Trades, Porto
P3 – Cooperative of Women Weavers – Palermo`);
    expect(roles).toEqual(
      expect.arrayContaining([
        'Guild of Dyers of Gozo lead Loom Lane',
        'Centre for Textile Trades partner Loom Lane',
        'Cooperative of Women Weavers partner Loom Lane',
      ]),
    );
  });

  it('do not make a person of the team lead', () => {
    const { roles } = read(`Loom Lane: skills for textile cooperatives

The Loom Lane project writes a course for weavers and dyers in four countries.

Coordination: Ilda Tearmaker, tearmaker@loom.example.org`);
    expect(roles).toEqual([]);
  });

  it('do not make who holds a part of the day hold all of it', () => {
    const { roles } = read(`Forum of Slow Money

The Forum of Slow Money will be held in Faro on 3 May 2024.

10:00 Welcome
11:00 T1 How to share a house. Organised by: Union of Dyers
12:00 T2 How to share a boat. Organised by: Cooperative of Weavers`);
    expect(roles.filter((role) => role.includes('organiser'))).toEqual([]);
  });

  it('cost time that grows with the text', () => {
    const unit = '1) ROPES, NETS AND SAILS. Applicant: Union of Dyers; partner: Weavers Guild.\n';
    const run = (text: string) => findEntities(passageOf(text, 'en'), {});
    expect(growth(unit, run)).toBeLessThan(32);
  });
});
