import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import text from '../../src/readers/text.ts';
import { concepts } from '../../src/vocabulary/load.ts';

async function titleOf(written: string): Promise<string> {
  const document = await text.read(Buffer.from(written));
  const context = { sha256: '0'.repeat(64), known: [], vocabularies: concepts };
  return extract(document, context).document.title;
}

describe('the title of a document', () => {
  it.each([
    [
      'a quotation is no breadcrumb',
      'Fundación Orilla\nConvocatoria «Patios vivos» 2024\n\nLa fundación abre la convocatoria para patios y huertos de barrio.\n',
      'Convocatoria «Patios vivos» 2024',
    ],
    [
      'the programme that is named, not its guide',
      'Αρχική » Προγράμματα » Νήματα 2021-2027\n\nΠρόγραμμα «Νήματα»\nΟδηγός για υποψήφιους – 1η πρόσκληση\n\nΤα «Νήματα» είναι πρόγραμμα μικρών επιχορηγήσεων. Το διαχειρίζεται το Ίδρυμα Υφαντών.\n',
      'Πρόγραμμα «Νήματα»',
    ],
    [
      'a breadcrumb stays one',
      'Accueil » Nouvelles » Régions\n\nLes boulangers de Mahdia ouvrent un four commun\n\nLe four servira à douze familles. Il sera allumé le samedi.\n',
      'Les boulangers de Mahdia ouvrent un four commun',
    ],
    [
      'what an interviewed person said',
      'LE COURRIER DU SUD — Portraits\n\n« On ne prête pas qu’aux riches »\n\nÀ Gabès, Salma Ferchichi dirige depuis dix ans une caisse de quartier. Elle raconte.\n',
      '« On ne prête pas qu’aux riches »',
    ],
    [
      'English: what stands in quotation marks below the sort of event',
      'TRAINING DAY\n“Water, wells and neighbours: who decides?”\nNicosia, 4 March 2024\n\nOrganised by the League of Wells with the support of the city. Coffee is served at nine.\n',
      '“Water, wells and neighbours: who decides?”',
    ],
    [
      'Spanish: the same below a letterhead',
      'Red de Huertos del Levante\nInvitación a la jornada regional\n\n«Semillas que viajan: bancos comunes de las islas»\nIbiza, 3 de mayo de 2024\n\nLa red invita a sus socias y socios a una jornada de trabajo. La entrada es libre.\n',
      '«Semillas que viajan: bancos comunes de las islas»',
    ],
    [
      'a report with its year, not the foreword',
      'Orchard Cooperative Union\nANNUAL REPORT 2021\nNicosia, May 2022\n\nForeword by the President\n2021 was a dry year. The Union grew to forty members and lost two.\n',
      'ANNUAL REPORT 2021',
    ],
    [
      'a report, not who agreed to it',
      'COOPERATIVA MARESIA\n\nRelatório e Contas 2021\nAprovado em Assembleia Geral de 2 de abril de 2022\n\nO ano foi bom. A cooperativa cresceu e contratou três pessoas.\n',
      'Relatório e Contas 2021',
    ],
    [
      'Catalan: a report, not its first part',
      'Memòria d’activitats 2022\nFundació Nou Port\n\nPresentació\nUs presentem la memòria d’un any difícil. Hem acompanyat trenta iniciatives.\n',
      'Memòria d’activitats 2022',
    ],
    [
      'Greek: a report below the name of a network',
      'ΔΙΚΤΥΟ ΕΛΑΙΟΠΑΡΑΓΩΓΩΝ ΚΡΗΤΗΣ\nΕτήσια Έκθεση 2022\n\nΤο 2022 το Δίκτυο στήριξε εννέα συνεταιρισμούς. Η χρονιά ήταν δύσκολη.\n',
      'Ετήσια Έκθεση 2022',
    ],
    [
      'not the word over it',
      'Notizie\nBando\n\nFondazione Molo Vecchio: al via il bando «Botteghe aperte»\n\nLa fondazione mette a disposizione 90.000 euro. Le domande si presentano online.\n',
      'Fondazione Molo Vecchio: al via il bando «Botteghe aperte»',
    ],
    [
      'not a line of a sentence that goes on',
      'INVITO\n\nLa Rete delle Botteghe di Trani\ne il Consorzio Pietra Viva\nhanno il piacere di invitarLa al convegno\n\nTENERE APERTO\n\nsabato 4 maggio 2024\n\nIl convegno parla di botteghe. Partecipano trenta soci.\n',
      'TENERE APERTO',
    ],
    [
      'a headline above the name of its author',
      'INCHIESTA\n\nLe botteghe che restano\ndi Nora Bellafiore\n\nQuando la fabbrica chiuse, nessuno ci credeva. Oggi i forni sono accesi.\n',
      'Le botteghe che restano',
    ],
    [
      'the part of a running head that says what is read',
      'GUILD OF BAKERS                         Annual Report 2021 | 12\n\n4. Our year\n\n4.1 Overview\nThe Guild baked more than ever. It led two projects.\n',
      'Annual Report 2021',
    ],
    [
      'a quotation with its speaker, above a by-line',
      'Actualidad\n\n"Sin harina no hay pan": las panaderas de Lorca se organizan\nPor Marina Alcázar · 14/02/2023\n\nLas mujeres de la cooperativa presentaron su plan. Son ochenta.\n',
      '"Sin harina no hay pan": las panaderas de Lorca se organizan',
    ],
    [
      'not a line that ends with “in the”',
      'Convidamo-lo a participar nas\n\nJornadas do Pão e do Bem Comum\nMértola, 5 e 6 de junho de 2023\n\nAs jornadas juntam padeiras de dez terras. A entrada é livre.\n',
      'Jornadas do Pão e do Bem Comum',
    ],
    [
      'el: not the invitation above it',
      'ΠΡΟΣΚΛΗΣΗ\n\nΟ Συνεταιρισμός Αρτοποιών Βόλου σας προσκαλεί στην ημερίδα\n\n«Ψωμί, γη και κοινά»\n\nΣάββατο 17 Μαΐου 2023, ώρα 10.30\n',
      '«Ψωμί, γη και κοινά»',
    ],
  ])('%s', async (_, written, title) => {
    expect(await titleOf(written)).toBe(title);
  });
});
