import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import text from '../../src/readers/text.ts';
import { concepts } from '../../src/vocabulary/load.ts';

async function read(written: string) {
  const document = await text.read(Buffer.from(written));
  const found = extract(document, { sha256: '0'.repeat(64), known: [], vocabularies: concepts });
  const about = found.entities.find(({ id }) => id === found.subject?.entity);
  return { title: found.document.title, kind: found.subject?.kind, about: about?.title };
}

describe('papers on a project that begin with its name', () => {
  it.each([
    ['en', 'BRIGHT QUAYS – Mid-term review', 'Work began in Sliema in March 2023.'],
    [
      'fr',
      'QUAIS CLAIRS – Composition du partenariat',
      'Les travaux ont commencé à Sète en mars 2023.',
    ],
    [
      'es',
      'MUELLES CLAROS – Presentación del proyecto',
      'Los trabajos empezaron en Motril en marzo de 2023.',
    ],
    ['it', 'MOLI CHIARI – Relazione intermedia', 'I lavori sono iniziati a Bari nel marzo 2023.'],
    ['pt', 'CAIS CLAROS – Ficha do projeto', 'Os trabalhos começaram em Olhão em março de 2023.'],
    ['ca', 'MOLLS CLARS – Pla de treball', 'Els treballs van començar a Roses el març de 2023.'],
    [
      'el',
      'ΦΩΤΕΙΝΟΙ ΜΟΛΟΙ – Ενδιάμεση έκθεση',
      'Οι εργασίες ξεκίνησαν στον Βόλο τον Μάρτιο του 2023.',
    ],
  ])('%s: %s', async (_, head, prose) => {
    const { kind, about } = await read(`${head}\n\n1. Abc\n\n${prose}\n`);
    expect(kind).toBe('project');
    expect(about).toBe(head.split(' – ')[0]);
  });

  it('a report by a body is none', async () => {
    const { kind } = await read(
      'Union of Weavers – Final report\n\nThe Union of Weavers tells of its year.\n',
    );
    expect(kind).not.toBe('project');
  });

  it('the number of a page is no part of a title', async () => {
    const { title } = await read(
      'BRIGHT QUAYS – Mid-term review                              12\n\n3.1 Money\n\nHalf of it is spent.\n',
    );
    expect(title).toBe('BRIGHT QUAYS – Mid-term review');
  });
});

describe('what stands over a table of partners', () => {
  it.each([
    [
      'en',
      'ANNEX 2 – COMPOSITION OF THE PARTNERSHIP\nOperation: “Shared Ovens” · Ref. 771 · version 3',
      'Shared Ovens',
    ],
    [
      'fr',
      'ANNEXE 2 – COMPOSITION DU PARTENARIAT\nOpération : « Fours communs » · Réf. 771 · version 3',
      'Fours communs',
    ],
    [
      'pt',
      'ANEXO II – COMPOSIÇÃO DA PARCERIA\nOperação: «Fornos de Todos» · Ref. 771 · versão 3',
      'Fornos de Todos',
    ],
    [
      'el',
      'ΠΑΡΑΡΤΗΜΑ Γ΄ – ΣΥΝΘΕΣΗ ΤΗΣ ΣΥΜΠΡΑΞΗΣ\nΠράξη: «Κοινοί Φούρνοι» · Κωδ. 771 · έκδοση 3',
      'Κοινοί Φούρνοι',
    ],
  ])('%s: the project, not the annex', async (_, head, name) => {
    const rows =
      'No | Name | Seat | EUR\n1 | Cooperative Alpha | Nicosia | 10.000\n2 | Cooperative Beta | Bari | 9.000';
    const { title, kind, about } = await read(`${head}\n\n${rows}\n`);
    expect({ title, kind, about }).toEqual({ title: name, kind: 'project', about: name });
  });

  it('a word in capitals before a name in quotation marks says what it is', async () => {
    const { kind, about } = await read(
      'PROYECTO «PATIOS VIVOS» – resumen de socios a 1/2/2024\n\nEl presupuesto es de 90.000 euros.\n',
    );
    expect({ kind, about }).toEqual({ kind: 'project', about: 'PATIOS VIVOS' });
  });
});

describe('the title above page furniture', () => {
  it.each([
    [
      'en',
      'THE SHUTTLE · Newsletter of the island weavers',
      'Trouble reading this message? View it in your browser',
    ],
    [
      'fr',
      'LA NAVETTE · Lettre d’information des tisserands',
      'Si ce message ne s’affiche pas, consultez-le dans votre navigateur',
    ],
    [
      'es',
      'LA LANZADERA · Boletín de las tejedoras del Norte',
      'Si no puedes ver este mensaje, ábrelo en el navegador',
    ],
    [
      'it',
      'LA SPOLA · Bollettino delle tessitrici',
      'Se non vedi bene questa e-mail, aprila nel browser',
    ],
    [
      'ca',
      'LA LLANÇADORA · Butlletí de les teixidores',
      'Si no veus bé aquest missatge, obre’l al navegador',
    ],
  ])('%s: the name of a newsletter, not the line of the mail', async (_, name, furniture) => {
    const { title } = await read(
      `${name}\n${furniture}\n\n1. Ovens and looms\nThe weavers bought a mill. It opens in May.\n`,
    );
    expect(title).toBe(name);
  });

  it('of a running head, the report with its year', async () => {
    const { title } = await read(
      'Els Forns, sccl                    Memòria 2023                    pàg. 4\n\nCARTA DE LA PRESIDÈNCIA\n\nHa estat un any llarg. Hem obert dos forns.\n',
    );
    expect(title).toBe('Memòria 2023');
  });
});

describe('whom a report or a release is about', () => {
  it.each([
    [
      'en: a yearly report that tells of its body',
      'Weavers of Gozo\nAnnual Report 2023\n\nWho we are\nThe Weavers of Gozo cooperative was founded on 3 May 1998. We are a member of Coops Europe.\n\nProjects\nWe finished the project TIDEWAY.\n',
      'organisation',
    ],
    [
      'es: the same',
      'Federación de Hornos del Sur\nMemoria 2023\n\nCarta de la presidenta\nLa Federación de Hornos del Sur celebró su décimo aniversario. Terminamos el proyecto MAREA.\n',
      'organisation',
    ],
    [
      'en: a yearly report of what was done',
      'Weavers of Gozo\nAnnual Report 2023\n\nWe finished the project TIDEWAY and opened two ovens.\n',
      'document',
    ],
    [
      'es: a search for partners',
      'BUSCAMOS\nBúsqueda de socios\n\n¿Quiénes somos?\nLa Fundación Telar es una entidad de Alcoy.\n\n¿Qué proponemos?\nEl proyecto HILOS probará un modelo. Presupuesto: 90.000 €. Duración: 24 meses.\n',
      'project',
    ],
    [
      'pt: a release by a body on its new project',
      'COMUNICADO\n\nDuas ilhas ensaiam em conjunto um forno solidário\n\nFaro, 7 de março de 2024. A Cooperativa Espiga apresentou hoje o FORNO ABERTO, um projeto de dois anos que quer acender três fornos. O orçamento é de 90 mil euros. São parceiros a Câmara Municipal de Faro e a Cooperativa Milho. As atividades iniciaram-se em janeiro.\n',
      'project',
    ],
    [
      'el: members are called together by a letter',
      'Θέμα: Τα λέμε στις 4 Μαΐου\n\nΑγαπητά μέλη,\n\nτο Σάββατο 4 Μαΐου 2024 κάνουμε την ετήσια συνέλευσή μας στη Χίο. Θα μιλήσουν η Συνεταιριστική Τράπεζα Χίου και ο Σύλλογος Υφαντών.\n\nΔηλώστε αν θα έρθετε.\n',
      'event',
    ],
  ])('%s', async (_, written, kind) => {
    expect((await read(written)).kind).toBe(kind);
  });

  it.each([
    [
      'pt',
      'A Barca Azul\n\nEm Olhão, às cinco, já há luz. Ali trabalham as mulheres da Barca Azul – Cooperativa de Pescadoras do Sotavento. Estudam as redes com o Centro de Estudos do Mar (CEM). O CEM ajuda muito.\n',
      'Cooperativa de Pescadoras do Sotavento',
    ],
    [
      'fr',
      'La Barque Bleue\n\nÀ Sète, dès cinq heures, il y a de la lumière. On y trouve les femmes de La Barque Bleue – Coopérative des pêcheuses de Thau. Elles étudient avec le Centre d’études de la mer (CEM). Le CEM les aide.\n',
      'Coopérative des pêcheuses de Thau',
    ],
  ])('%s: a portrait is of the body with that short name', async (_, written, name) => {
    expect((await read(written)).about).toContain(name);
  });
});
