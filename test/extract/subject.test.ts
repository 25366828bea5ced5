import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { textBlocks } from '../../src/readers/text/blocks.ts';
import { concepts } from '../../src/vocabulary/load.ts';

function read(text: string, title?: string) {
  const metadata = title === undefined ? {} : { title };
  return extract(
    { format: 'text', text, blocks: textBlocks(text), metadata, notes: [] },
    { sha256: '0'.repeat(64), known: [], vocabularies: concepts },
  );
}

describe('the kind of record that a document is about', () => {
  it.each([
    [
      'project',
      'The project TIDEWAY aims to train young weavers. TIDEWAY is funded by the European Union. TIDEWAY ends in 2026.',
    ],
    [
      'event',
      'Weavers meet in Patras\n\nThe Weavers Forum took place in Patras on 4 May 2023. It was organised by the Union of Weavers.',
    ],
    [
      'organisation',
      'Who we are\n\nThe Union of Weavers is an association of cooperatives founded in Patras in 2009. The Union of Weavers has forty members.',
    ],
    [
      'practice',
      'GOOD PRACTICE\n\nName of the practice: Shared Looms\nLevel: regional\nOwner: Union of Weavers',
    ],
    [
      'event',
      'COMPTE RENDU\n\nRéunion du comité de pilotage\n\nPrésents : Union des Tisserands, Ville de Sète\n\nLa réunion s’est tenue à Sète.',
    ],
    [
      'organisation',
      'Quiénes somos\n\nLa Unión de Tejedores es una cooperativa fundada en Cádiz en 2011. La Unión de Tejedores reúne a cien personas.',
    ],
    [
      'project',
      'بطاقة مشروع\nاسم المشروع: النول\nالشريك الرئيسي: جمعية النساجين\nالميزانية: 100.000 يورو',
    ],
    [
      'document',
      'Activity Report 2023 of the Union of Weavers\n\nThis report presents what the Union of Weavers did in 2023. The project TIDEWAY trained forty people.',
    ],
    [
      'document',
      'COOPERATIVA MARESIA\n\nRelatório e Contas 2021\n\nAtividades\nParticipámos no Congresso das Ostras, em Faro, e terminámos o projeto MARÉ ALTA.',
    ],
    [
      'document',
      'Ετήσιος απολογισμός 2022\n\nΤο Δίκτυο Υφαντών φιλοξένησε τη 2η Συνάντηση Υφαντών και ολοκλήρωσε το έργο «Νήμα».',
    ],
    [
      'organisation',
      '« On ne tisse pas seul »\n\nLa Navette Bleue, société coopérative née en 1994, a trente ans. La Navette Bleue file la laine à Sète.\n\nComment est-il né ?\nA. B. – Par une colère. Le Forum des Tisserands nous a réunis à Sète en 1994.\n\nEt l’argent ?\nA. B. – Sans la Fondation des Laines, la Navette Bleue aurait fermé. Elle a prêté dix mille euros au projet NAVETTE.\n\nLa suite ?\nA. B. – Le Festival des Laines, à Sète, en juin 2024.',
    ],
    [
      'practice',
      'Good Practices > Archivio > Scheda 12\nTema: tessitura | Livello: regionale\n\nIl telaio in comune\n\nLa cooperativa sociale Telaio Azzurro presta i telai a chi li chiede. La cooperativa Telaio Azzurro ha venti soci.',
    ],
    [
      'programme',
      'Πρόγραμμα «Νήματα»\nΟδηγός για υποψήφιους – 1η πρόσκληση\n\nΤα «Νήματα» είναι πρόγραμμα μικρών επιχορηγήσεων. Το διαχειρίζεται το Ίδρυμα Υφαντών. Διατίθενται 100.000 ευρώ.',
    ],
    [
      'event',
      'Inauguración del horno común de Tiznit\n\nQuince personas de seis cooperativas se reunieron en Tiznit para encenderlo.',
    ],
    [
      'event',
      'TAULA RODONA\n\nQui paga la festa?\n\nDijous 9 de maig de 2024, a les 18 h\n\nHi intervenen:\nSamira Rahali, Associació Dones de Reus\nJordi Bru, economista',
    ],
    [
      'document',
      'Evaluation of the Shared Ovens project\n\nThe project Shared Ovens ran from 2018 to 2021. Shared Ovens was led by the Union of Weavers.',
    ],
    [
      'document',
      'LA LETTRE DES FOURS\nn° 18 – mars 2023\n\nAgenda\n3 avril : Forum des fours communs, Sfax\n12 mai : Rencontres nationales du pain, Sète',
    ],
    [
      'document',
      'Les navettes\n\nLa lettre mensuelle de l’Union des Tisserands de la Méditerranée et de ses quarante coopératives membres.\n\nLe projet MARÉE forme des jeunes.',
    ],
    [
      'document',
      'Guía práctica para telares comunitarios\n\nEsta guía explica cómo abrir un telar. La Unión de Tejedores la publicó en 2021.',
    ],
    [
      'document',
      'دليل عملي لإنشاء التعاونيات النسائية\n\nيشرح هذا الدليل خطوات التأسيس. أصدرته جمعية النساجين سنة 2021.',
    ],
    [
      'event',
      'Report of the meeting of the Weavers Forum\n\nThe Weavers Forum met in Patras on 4 May 2023.',
    ],
    ['event', 'Πρόσκληση\n\nΤο Φόρουμ Υφαντών θα πραγματοποιηθεί στην Πάτρα στις 4 Μαΐου 2025.'],
  ])('%s: %s', (kind, text) => {
    expect(read(text).subject?.kind).toBe(kind);
  });
});

describe('the title of a document', () => {
  const text =
    'News\n\nTIDEWAY trains a hundred young weavers\n\nThe project TIDEWAY aims to train young weavers. It ends in 2026.';
  it('is what the file says', () => {
    expect(read(text, 'A hundred weavers').document.title).toBe('A hundred weavers');
  });
  it('is the line below furniture, and not what a program wrote', () => {
    expect(read(text, 'Microsoft Word - final2.docx').document.title).toBe(
      'TIDEWAY trains a hundred young weavers',
    );
  });
  it('is labelled in a letter or a sheet', () => {
    expect(
      read('Union of Weavers\n\nSubject: Weavers Forum in Patras\n\nDear all, we invite you.')
        .document.title,
    ).toBe('Weavers Forum in Patras');
  });
  it('is the first sentence where there is no line', () => {
    expect(read('The weavers of Patras met last week. They were many.').document.title).toBe(
      'The weavers of Patras met last week.',
    );
  });
});
