import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import text from '../../src/readers/text.ts';
import { concepts } from '../../src/vocabulary/load.ts';

async function read(written: string) {
  const document = await text.read(Buffer.from(written));
  return extract(document, { sha256: '0'.repeat(64), known: [], vocabularies: concepts });
}

/** Who has which part in what, as `actor: role of thing`. */
async function parts(written: string): Promise<string[]> {
  const { entities } = await read(written);
  const titles = new Map(entities.map(({ id, title }) => [id, title]));
  return entities.flatMap(({ title, roles }) =>
    roles.map(({ role, of }) => `${title}: ${role} of ${titles.get(of)}`),
  );
}

describe('the line above the labels of a sheet', () => {
  it.each([
    [
      'en',
      'Catalogue of practices in rural areas\n\nSheet no. 4\nThe Village Oven\n\nCountry: Malta\nLead organisation: Guild of Bakers\nPartners: Town of Gozo Mills; Union of Millers\nBudget: EUR 40,000\n',
      'The Village Oven',
    ],
    [
      'fr',
      'Fiche n° 9\nLe Four du village\n\nPays : France\nPorteur : Association des Fournils\nPartenaires : Ville de Sète ; Union des Meuniers\nBudget : 40 000 €\n',
      'Le Four du village',
    ],
    [
      'es',
      'Ficha técnica\nEl Horno del pueblo\n\nPaís: España\nEntidad promotora: Asociación de Hornos\nSocios: Ayuntamiento de Cieza; Unión de Molineros\nPresupuesto: 40.000 €\n',
      'El Horno del pueblo',
    ],
    [
      'it',
      'Scheda n. 9\nIl Forno di paese\n\nPaese: Italia\nCapofila: Associazione dei Forni\nPartner: Comune di Matera; Unione dei Mugnai\nBudget: 40.000 €\n',
      'Il Forno di paese',
    ],
    [
      'pt',
      'Ficha n.º 9\nO Forno da aldeia\n\nPaís: Portugal\nEntidade promotora: Associação dos Fornos\nParceiros: Câmara Municipal de Loulé; União dos Moleiros\nOrçamento: 40.000 €\n',
      'O Forno da aldeia',
    ],
    [
      'ca',
      'Fitxa núm. 9\nEl Forn del poble\n\nPaís: Espanya\nEntitat coordinadora: Associació de Forns\nSocis: Ajuntament de Valls; Unió de Moliners\nPressupost: 40.000 €\n',
      'El Forn del poble',
    ],
    [
      'el',
      'Ο Φούρνος του χωριού\n\nΧώρα: Ελλάδα\nΕπικεφαλής εταίρος: Σύλλογος Φούρνων\nΕταίροι: Δήμος Νάουσας; Ένωση Μυλωνάδων\nΠροϋπολογισμός: 40.000 €\n',
      'Ο Φούρνος του χωριού',
    ],
    [
      'ar',
      'فرن القرية المشترك\n\nالبلد: تونس\nالجهة الحاملة: جمعية الأفران\nالشركاء: بلدية نابل؛ اتحاد الطحانين\nالميزانية: 40.000 يورو\n',
      'فرن القرية المشترك',
    ],
  ])('%s', async (_, sheet, title) => {
    const { subject, entities } = await read(sheet);
    expect(entities.find(({ id }) => id === subject?.entity)?.title).toBe(title);
    const found = await parts(sheet);
    expect(found.filter((part) => part.endsWith(`lead of ${title}`))).toHaveLength(1);
  });

  it('gives way to a name that the sheet gives itself', async () => {
    const { subject, entities } = await read(
      'Annex II to the agreement\n\nAcronym: LOOMS\nLead partner: Guild of Weavers\nPartners: Union of Dyers\nBudget: EUR 40,000\n',
    );
    expect(entities.find(({ id }) => id === subject?.entity)?.title).not.toContain('Annex');
  });
});

describe('tables of partners without a column for the role', () => {
  it.each([
    [
      'LOOMS – Consortium\n\nNo.\tOrganisation\tShort name\tCountry\n1 (CO)\tGuild of Weavers\tGOW\tMalta\n2\tUnion of Dyers\tUOD\tCyprus\n',
      ['Guild of Weavers: lead of LOOMS', 'Union of Dyers: partner of LOOMS'],
    ],
    [
      'Projet LOOMS\n\nComposition du partenariat\n\nStructure | Sigle | Pays\nUnion des Tisserands (chef de file) | UDT | France\nCoopérative des Teinturiers | CDT | Tunisie\n',
      ['Union des Tisserands: lead of LOOMS', 'Coopérative des Teinturiers: partner of LOOMS'],
    ],
    [
      'Project LOOMS\n\nMembers of the jury\n\nOrganisation | Country\nGuild of Weavers | Malta\nUnion of Dyers | Cyprus\n',
      [],
    ],
  ])('%s', async (table, wanted) => {
    expect(await parts(table)).toEqual(wanted);
  });

  it('makes no organisations of the labels of a sheet in two columns', async () => {
    const { entities } = await read(
      'LOOMS\n\nConvocatoria | Primera\nSocio líder | Asociación de Telares\nPresupuesto | 40.000 €\nFechas | De enero a mayo de 2024\n',
    );
    expect(entities.map(({ title }) => title)).not.toEqual(expect.arrayContaining(['Presupuesto']));
  });
});

describe('names in capitals', () => {
  it.each(['SAL E PEDRA', 'ILLES EN XARXA', 'TERRA I MAR'])('%s is one name', async (name) => {
    const { entities } = await read(
      `El projecte ${name} vol formar joves. El projecte ${name} acaba el 2026.`,
    );
    expect(entities.map(({ kind, title }) => `${kind} ${title}`)).toContain(`project ${name}`);
  });
});
