import { describe, expect, it } from 'vitest';
import { closed, tidy } from '../../src/extract/text/balance.ts';
import { ownWords } from '../../src/extract/facts/own-title.ts';
import { readText, titlesOf } from './read-text.ts';

/** Bulletins that were sent on, and what their last line calls the next meeting. */
const bulletins: readonly (readonly [language: string, title: string, text: string])[] = [
  [
    'en',
    'Newsletter No. 12 of the Ropewalk Network',
    `Fwd: RE: Newsletter No. 12 of the Ropewalk Network

Dear members,

The Ropewalk Network met in Valletta on 3 May 2024 and chose a new board.

Next meeting: 4 June 2024.`,
  ],
  [
    'fr',
    'Lettre d’information n° 7 du Réseau des Moulins',
    `TR : Lettre d’information n° 7 du Réseau des Moulins

Chers membres,

Le Réseau des Moulins s’est réuni à Nîmes le 3 mai 2024. Un bureau a été élu.

Prochaine rencontre : le 12 juin 2024.`,
  ],
  [
    'es',
    'Boletín de la Red de Molinos',
    `RV: Boletín de la Red de Molinos

Estimadas socias:

La Red de Molinos se reunió en Cádiz el 3 de mayo de 2024 y eligió una nueva junta.

Próximo encuentro: 4 de junio de 2024.`,
  ],
  [
    'it',
    'Bollettino della Rete del Pane – marzo 2024',
    `R: I: Bollettino della Rete del Pane – marzo 2024

Care socie, cari soci,

la Rete del Pane di Lecce ha tenuto la sua assemblea il 12 marzo 2024 e ha eletto il direttivo.

Prossimo incontro: 4 maggio 2024.`,
  ],
  [
    'pt',
    'Boletim da Rede de Moinhos',
    `ENC: Boletim da Rede de Moinhos

Caras sócias,

A Rede de Moinhos reuniu-se em Faro a 3 de maio de 2024 e elegeu a direção.

Próximo encontro: 4 de junho de 2024.`,
  ],
  [
    'ca',
    'Butlletí de la Xarxa de Molins',
    `RV: Butlletí de la Xarxa de Molins

Benvolgudes sòcies,

La Xarxa de Molins es va reunir a Girona el 3 de maig de 2024 i va triar una junta nova.

Propera trobada: 4 de juny de 2024.`,
  ],
  [
    'el',
    'Ενημερωτικό δελτίο του Δικτύου Μύλων',
    `Πρ: Ενημερωτικό δελτίο του Δικτύου Μύλων

Αγαπητά μέλη,

Το Δίκτυο Μύλων συναντήθηκε στη Λευκάδα στις 3 Μαΐου 2024 και εξέλεξε νέο συμβούλιο.

Επόμενη συνάντηση: 4 Ιουνίου 2024.`,
  ],
  [
    'ar',
    'نشرة شبكة المطاحن',
    `إعادة توجيه: نشرة شبكة المطاحن

الأعضاء الكرام،

اجتمعت شبكة المطاحن في صفاقس يوم 3 ماي 2024 وانتخبت مكتبا جديدا.

اللقاء القادم: 4 جوان 2024.`,
  ],
];

describe.each(bulletins)('a bulletin that was sent on (%s)', (_, title, text) => {
  const found = readText(text);

  it('is one document, with a title of its own', () => {
    expect(found.document.title).toBe(title);
    expect(found.subject).toEqual({ kind: 'document', entity: 'document' });
    expect(titlesOf(found, 'document')).toEqual([]);
  });

  it('makes no event of the next meeting, whose day stays', () => {
    expect(titlesOf(found, 'event')).toEqual([]);
    expect(found.document.dates.map(({ value }) => value)).toContainEqual(
      expect.stringMatching(/^2024-0[56]-(?:04|12)$/),
    );
    expect(found.facts.filter(({ field }) => field === 'start')).toEqual([]);
  });
});

describe('a next meeting', () => {
  it('is an event where it has a name', () => {
    const { entities } = readText(
      'The network met in May.\n\nThe next Forum of Slow Money will be held in Faro on 3 May 2024.',
    );
    expect(entities.map(({ kind }) => kind)).toContain('event');
  });
});

describe('a document', () => {
  it('is about a report that it only tells of, which is a record of its own', () => {
    const found = readText(
      'Annual report 2023\n\nThe annual report 2023 tells how the union spent its money. It has forty pages.',
    );
    expect(found.facts.filter(({ field }) => field === 'about')).toEqual([]);
  });
});

describe('a project that only the title names', () => {
  it.each([
    ['[Lettre n° 17] RIMAL : des oasis vivantes', 'RIMAL'],
    ['Projet : Fours communs – Annexe 2', 'Fours communs'],
    ['Projet RIMAL : oasis', 'RIMAL'],
  ])('%s', (title, name) => {
    const sheet = 'Chef de file : Coopérative des Meuniers\nDurée : 24 mois\nBudget : 40 000 €';
    expect(titlesOf(readText(`${title}\n\n${sheet}`), 'project')).toEqual([name]);
  });
});

it('names no event after the label of a list', () => {
  const found = readText('Table ronde\n\nIntervenants :\n\n- Odile Tarrasque – Réseau des Fours');
  expect(titlesOf(found, 'event')).toEqual([]);
});

describe('what is written around a title', () => {
  it.each([
    ['Re[2]: FW: Minutes of May', 'Minutes of May'],
    ['RE : Compte rendu', 'Compte rendu'],
    ['Retail: how to sell bread', 'Retail: how to sell bread'],
    ['Res publica: notes', 'Res publica: notes'],
    ['Fwd:', 'Fwd:'],
    ['Συνεταιρισμός «Ανάδραση', 'Συνεταιρισμός Ανάδραση'],
    ['« Pain commun » (2024', '« Pain commun » 2024'],
    ['2) Second paper', '2) Second paper'],
  ])('%s', (written, own) => {
    expect(ownWords(written)).toBe(own);
  });
});

describe('a name', () => {
  it.each([
    ['Κοιν.Σ.Επ. «Ανάδραση» στη Λευκάδα', 'Κοιν.Σ.Επ. «Ανάδραση', 'Κοιν.Σ.Επ. «Ανάδραση»'],
    ['l’association « Les Fours »', 'association « Les Fours', 'association « Les Fours »'],
    ['the “Net” Guild', 'Net” Guild', '“Net” Guild'],
    ['Union (of Dyers and more', 'Union (of Dyers', 'Union (of Dyers'],
  ])('is closed where its text closes it: %s', (text, name, whole) => {
    const start = text.indexOf(name);
    const span = closed(text, { start, end: start + name.length });
    expect(text.slice(span.start, span.end)).toBe(whole);
  });

  it('keeps no mark that nothing closes', () => {
    expect(tidy(' Union  of “Dyers (and Weavers) ')).toBe('Union of Dyers (and Weavers)');
  });
});
