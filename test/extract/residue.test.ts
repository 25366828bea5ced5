import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import text from '../../src/readers/text.ts';
import { concepts } from '../../src/vocabulary/load.ts';

async function read(written: string) {
  const document = await text.read(Buffer.from(written));
  return extract(document, { sha256: '0'.repeat(64), known: [], vocabularies: concepts });
}

async function organisations(written: string): Promise<string[]> {
  const { entities } = await read(written);
  return entities.filter(({ kind }) => kind === 'organisation').map(({ title }) => title);
}

describe('what only a page says of itself', () => {
  it.each([
    ['Print | Export to Excel | Back to the list', 'The Guild of Weavers opened a mill in Malta.'],
    ['Partager cet article', 'La Coopérative des Tisserands a ouvert un moulin à Sète.'],
    ['Compartir', 'La Cooperativa de Tejedores abrió un molino en Cádiz.'],
    ['Condividi | Vedi azioni', 'La Cooperativa dei Tessitori ha aperto un mulino ad Ancona.'],
    ['Partilhar · Imprimir', 'A Cooperativa dos Tecelões abriu um moinho em Faro.'],
    ['Comparteix', 'La Cooperativa dels Teixidors ha obert un molí a Reus.'],
    ['Εκτύπωση | Κοινοποίηση', 'Ο Συνεταιρισμός Υφαντών άνοιξε έναν μύλο στην Πάτρα.'],
    ['طباعة | مشاركة', 'افتتحت تعاونية النساجين مطحنة في نابل.'],
    [
      'Inici | El Gremi | Actualitat | CA · ES · FR',
      'El Gremi de Teixidors ha obert un molí a Reus.',
    ],
    ['الرئيسية | أخبار | تقارير | فيديو | FR', 'افتتحت تعاونية النساجين مطحنة في نابل.'],
    [
      'Relacionades: «Premi del Gremi de Sabaters» | «Deu anys»\nComparteix-ho | 2 comentaris',
      'El Gremi de Teixidors ha obert un molí a Reus.',
    ],
    [
      'À lire aussi : À Sète, la Coopérative des Boulangers ferme | Abonnez-vous',
      'Un moulin a ouvert.',
    ],
    ['اقرأ أيضاً: أسعار الصوف في جمعية الصباغين', 'افتتحت تعاونية النساجين مطحنة في نابل.'],
  ])('%s', async (residue, sentence) => {
    const plain = await organisations(`${sentence}\n`);
    expect(await organisations(`${residue}\n\n${sentence}\n\n${residue}\n`)).toEqual(plain);
  });

  it('leaves tables with such words', async () => {
    const table =
      'Project LOOMS\n\nPartner | Country | Share\nGuild of Weavers | Malta | 10,000\nUnion of Dyers | Cyprus | 20,000\n';
    expect(await organisations(table)).toEqual(['Guild of Weavers', 'Union of Dyers']);
  });

  it('makes no table of one line with a bar', async () => {
    expect(await organisations('Posted by the desk | Reading time 4 min\n\nNothing else.')).toEqual(
      [],
    );
  });
});

describe('names that are no actors of a text', () => {
  it.each([
    ['newspapers', 'A notice stood in the Times of Patras.', []],
    ['newspapers', 'Leia a entrevista ao Jornal de Faro.', []],
    ['newspapers', 'Διαβάστε το άρθρο της «Εφημερίδας των Υφαντών».', []],
    ['newspapers', 'نشرت الخبر جريدة «النول».', []],
    ['a pronoun before a head', 'They weave. Her association, founded in 2006, sells wool.', []],
    ['who is spoken to', 'Temos o gosto de convidar V. Ex.ª para a mesa.', []],
    ['a headline', "WEAVERS' COOPERATIVES SIGN A CHARTER IN PATRAS", []],
    ['a register', 'Inscrita al Registre de Cooperatives amb el número 12.', []],
    ['an area', 'They will open a mill in the governorate of Irbid.', []],
    ['an area', 'Abre un molino en Taza, provincia de Tiznit: harina y pan.', []],
    ['an area', 'تعمل النساء في محافظة عكار وفي إقليم تازة.', []],
    [
      'an area that acts',
      'The mill is funded by the governorate of Irbid.',
      ['Governorate of Irbid'],
    ],
    ['an area that acts', 'La provincia di Lecce finanzia il mulino.', ['Provincia di Lecce']],
    ['an area that acts', 'مولت محافظة عكار المطحنة.', ['محافظة عكار']],
  ])('%s: %s', async (_, written, names) => {
    expect(await organisations(written)).toEqual(names);
  });

  it('a letter or guide that only its line gives a capital is no document', async () => {
    const { entities } = await read(
      'Memoria del Gremio de Tejedores\n\nCarta de la dirección\n\nCerramos un buen año. El Gremio de Tejedores creció.',
    );
    expect(entities.map(({ title }) => title)).not.toContain('Carta de la dirección');
  });

  it('nor is a day of the week an event', async () => {
    const { entities } = await read(
      'A União dos Tecelões abre em Faro. Fica aberta de sexta-feira 6 a domingo 8 de maio de 2022.',
    );
    expect(entities.map(({ title }) => title)).not.toContain('Sexta-feira');
  });
});

describe('where a name begins and ends', () => {
  it('is not at the verb before it', async () => {
    expect(await organisations('Porté par l’Union des Tisserands, il finit en 2026.')).toEqual([
      'Union des Tisserands',
    ]);
  });

  it('an acronym is quoted with the bracket that closes', async () => {
    const { acronyms } = await read('The Union of Dyers (UOD) met in Malta.');
    expect(acronyms.map(({ evidence }) => evidence.quote)).toEqual(['Union of Dyers (UOD)']);
  });

  it('what has years in brackets is a project', async () => {
    const { entities } = await read('Da continuidad a MAREAS VIVAS (2019-2022) con otros medios.');
    expect(entities.map(({ kind, title }) => `${kind} ${title}`)).toEqual(['project MAREAS VIVAS']);
  });

  it('a foundation that supports the project is none', async () => {
    expect(
      await organisations('Hanno sostenuto il progetto la Fondazione Telai e la Banca del Filo.'),
    ).toContain('Fondazione Telai');
  });
});
