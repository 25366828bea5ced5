import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import text from '../../src/readers/text.ts';
import { concepts } from '../../src/vocabulary/load.ts';

async function read(written: string) {
  const document = await text.read(Buffer.from(written));
  return extract(document, { sha256: '0'.repeat(64), known: [], vocabularies: concepts });
}

/** Who has which role, as `title: role`. */
async function parts(written: string): Promise<string[]> {
  const { entities } = await read(written);
  return entities
    .flatMap(({ title, roles }) => roles.map(({ role }) => `${title}: ${role}`))
    .toSorted();
}

/** Facts about the subject, as `field = value`. */
async function facts(written: string): Promise<string[]> {
  const { subject, facts } = await read(written);
  return facts
    .filter((fact) => fact.subject === subject?.entity)
    .map(({ field, value }) => `${field} = ${value}`);
}

describe('project sheets in eight languages', () => {
  it.each([
    [
      'en',
      'PROJECT SHEET\nTitle: Green Quays\nLead partner: Association of Quays, Patras, Greece\nPartners:\n- Cooperative of Weavers, Italy\n- Foundation for Ports (Spain)\nTotal budget: EUR 1,200,000\nStart date: 01/02/2024\nEnd date: 31/01/2026',
    ],
    [
      'fr',
      'FICHE PROJET\nTitre : Quais Verts\nChef de file : Association des Quais, Sète, France\nPartenaires :\n- Coopérative des Tisserands, Italie\n- Fondation pour les Ports (Espagne)\nBudget total : 1 200 000 €\nDate de début : 01/02/2024\nDate de fin : 31/01/2026',
    ],
    [
      'es',
      'FICHA DE PROYECTO\nTítulo: Muelles Verdes\nSocio líder: Asociación de Muelles, Cádiz, España\nSocios:\n- Cooperativa de Tejedores, Italia\n- Fundación para los Puertos (Francia)\nPresupuesto total: 1.200.000 €\nFecha de inicio: 01/02/2024\nFecha de fin: 31/01/2026',
    ],
    [
      'it',
      'SCHEDA PROGETTO\nTitolo: Moli Verdi\nCapofila: Associazione dei Moli, Ancona, Italia\nPartner:\n- Cooperativa dei Tessitori, Grecia\n- Fondazione per i Porti (Spagna)\nBudget totale: 1.200.000 €\nData di inizio: 01/02/2024\nData di fine: 31/01/2026',
    ],
    [
      'pt',
      'FICHA DE PROJETO\nTítulo: Cais Verdes\nParceiro líder: Associação dos Cais, Faro, Portugal\nParceiros:\n- Cooperativa dos Tecelões, Itália\n- Fundação para os Portos (Espanha)\nOrçamento total: 1.200.000 €\nData de início: 01/02/2024\nData de fim: 31/01/2026',
    ],
    [
      'ca',
      'FITXA DE PROJECTE\nTítol: Molls Verds\nSoci líder: Associació dels Molls, Reus, Espanya\nSocis:\n- Cooperativa dels Teixidors, Itàlia\n- Fundació per als Ports (França)\nPressupost total: 1.200.000 €\nData d’inici: 01/02/2024\nData de fi: 31/01/2026',
    ],
    [
      'el',
      'ΔΕΛΤΙΟ ΕΡΓΟΥ\nΤίτλος: Πράσινες Αποβάθρες\nΕπικεφαλής εταίρος: Σύλλογος Αποβαθρών, Πάτρα, Ελλάδα\nΕταίροι:\n- Συνεταιρισμός Υφαντών, Ιταλία\n- Ίδρυμα Λιμένων (Ισπανία)\nΠροϋπολογισμός: 1.200.000 €\nΗμερομηνία έναρξης: 01/02/2024\nΗμερομηνία λήξης: 31/01/2026',
    ],
    [
      'ar',
      'بطاقة مشروع\nاسم المشروع: الأرصفة الخضراء\nالشريك الرئيسي: جمعية الأرصفة، صور، لبنان\nالشركاء:\n- تعاونية النساجين، تونس\n- مؤسسة الموانئ، المغرب\nالميزانية الإجمالية: 1.200.000 يورو\nتاريخ البداية: 01/02/2024\nتاريخ النهاية: 31/01/2026',
    ],
  ])('%s', async (_, sheet) => {
    const found = await facts(sheet);
    expect(found.filter((fact) => fact.startsWith('lead = '))).toHaveLength(1);
    expect(found.filter((fact) => fact.startsWith('partners = '))).toHaveLength(2);
    expect(found).toEqual(
      expect.arrayContaining(['budget = 1200000 EUR', 'start = 2024-02-01', 'end = 2026-01-31']),
    );
    const { subject, entities } = await read(sheet);
    expect(subject?.kind).toBe('project');
    expect(
      entities.flatMap(({ roles, country }) => (roles.length > 0 ? [country] : [])),
    ).not.toContain(undefined);
  });
});

describe('tables of partners', () => {
  it('by the columns of a header', async () => {
    const table =
      'Project RIVERBANK\n\nNo | Organisation | Country | Role\n1 | Union of Dyers | Malta | Lead partner\n2 | Guild of Millers | Cyprus | Partner\n3 | Town of Kyrenia Friends | Cyprus | Associated partner\n';
    expect(await parts(table)).toEqual([
      'Guild of Millers: partner',
      'Town of Kyrenia Friends: associated',
      'Union of Dyers: lead',
    ]);
    const { entities } = await read(table);
    expect(entities.find(({ title }) => title === 'Union of Dyers')?.country).toBe('MT');
  });
  it('by the heading above', async () => {
    const table =
      'Project RIVERBANK\n\nPartners\n\nP1 | Union of Dyers | Malta\nP2 | Guild of Millers | Cyprus\n';
    expect(await parts(table)).toEqual(['Guild of Millers: partner', 'Union of Dyers: partner']);
  });
  it('leave totals and codes alone', async () => {
    const table =
      'Project RIVERBANK\n\nNo | Organisation | Role | Budget\n1 | Union of Dyers | Lead partner | 10 000 EUR\nTotal |  |  | 10 000 EUR\n';
    expect(await parts(table)).toEqual(['Union of Dyers: lead']);
  });
});

describe('minutes', () => {
  it('name who was present, and not who was excused', async () => {
    const minutes =
      'MINUTES\n\nMeeting of the River Forum\n\nPresent\n\nMs Ana Rossi (Union of Dyers)\n\nMr Paul Blake (Guild of Millers)\n\nExcused: Society of Ferrymen\n';
    const found = await parts(minutes);
    expect(found.filter((part) => part.endsWith('participant'))).toHaveLength(2);
    expect(found.join()).not.toContain('Ferrymen');
  });
});

describe('sheets that are laid out otherwise', () => {
  it('reads labels that stand above their values', async () => {
    const found = await facts(
      'Green Quays\n\nProject acronym\n\nQUAYS\n\nProject start date\n\n2024-04-01\n\nProject end date\n\n2026-09-30\n\nPartners\n\nLead partner\n\nName  Association of Quays\n\nPartner 2\n\nName  Cooperative of Weavers\n\nThe project mends quays.',
    );
    expect(found).toEqual(expect.arrayContaining(['start = 2024-04-01', 'end = 2026-09-30']));
  });

  it('reads a table with a project in every row', async () => {
    const found = await parts(
      'Union of Ports\tAnnual report\n\nThe Union of Ports took part in the project GREEN QUAYS and in the project BLUE SALT.\n\nProject\tLed by\nGREEN QUAYS\tAssociation of Quays\nBLUE SALT\tFoundation for Salt',
    );
    expect(found).toEqual(
      expect.arrayContaining(['Association of Quays: lead', 'Foundation for Salt: lead']),
    );
  });
});

it('the head of a table says what its rows are, and is none of them', async () => {
  const table =
    'Project TIDEWAY\n\nPartner\tBudget (€)\nCooperativa Alba\t20,000\nCooperativa Bruma\t30,000\n';
  expect(await parts(table)).toEqual(['Cooperativa Alba: partner', 'Cooperativa Bruma: partner']);
});

it('labels under “Label” and “Value” name nobody', async () => {
  const { entities } = await read(
    'Project TIDEWAY\n\nLabel\tValue\nCurrency\tEUR\nParticipants\t25\n',
  );
  expect(entities.map(({ title }) => title)).toEqual(['TIDEWAY']);
});

it.each([
  ['Organisation\tSeat\tBudget', 'Palermo', 'IT'],
  ['Partenaire\tSiège\tRôle', 'Marseille', 'FR'],
  ['Entidad\tSede social\tPapel', 'Murcia', 'ES'],
  ['Partner\tSede legale\tRuolo', 'Bari', 'IT'],
  ['Parceiro\tSede\tFunção', 'Faro', 'PT'],
  ['Soci\tSeu\tPressupost', 'Reus', 'ES'],
  ['Εταίρος\tΈδρα\tΡόλος', 'Πάτρα', 'GR'],
  ['الشريك\tالمقر\tالدور', 'صفاقس', 'TN'],
])('a column of seats tells countries: %s', async (head, town, country) => {
  const { entities } = await read(
    `TIDEWAY\n\n${head}\nCooperativa Alba\t${town}\t1\nCooperativa Bruma\t${town}\t2\n`,
  );
  expect(entities.find(({ title }) => title === 'Cooperativa Alba')?.country).toBe(country);
});
