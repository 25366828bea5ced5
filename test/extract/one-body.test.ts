import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

function bodiesIn(text: string): string[] {
  return readText(text)
    .entities.filter(({ kind }) => kind === 'organisation')
    .map(({ title, aliases }) => [title, ...aliases].join(' = '));
}

describe('one body', () => {
  it.each([
    [
      'Partners\n\n- Universitat de València – Facultat d’Economia\n- University of Malta, Faculty of Arts\n- Department of Agriculture, University of Patras',
      'Universitat de València – Facultat d’Economia = Universitat de València',
      'University of Malta, Faculty of Arts = University of Malta',
      'Department of Agriculture, University of Patras = University of Patras',
    ],
    [
      'Partenaires :\n\n- Université de Nîmes – Laboratoire CHROME\n- Réseau des Moulins',
      'Université de Nîmes – Laboratoire CHROME = Université de Nîmes',
      'Réseau des Moulins',
    ],
    [
      'Socios:\n\n- Universidad de Cádiz, Facultad de Ciencias\n- Red de Molinos',
      'Universidad de Cádiz, Facultad de Ciencias = Universidad de Cádiz',
      'Red de Molinos',
    ],
    [
      'Partner:\n\n- Dipartimento di Economia, Università di Lecce\n- Rete del Pane',
      'Dipartimento di Economia, Università di Lecce = Università di Lecce',
      'Rete del Pane',
    ],
    [
      'Parceiros:\n\n- Universidade do Algarve – Faculdade de Economia\n- Rede de Moinhos',
      'Universidade do Algarve – Faculdade de Economia = Universidade do Algarve',
      'Rede de Moinhos',
    ],
    [
      'Εταίροι\n\n- Πανεπιστήμιο Πατρών – Τμήμα Γεωπονίας\n- Καρίτας Ελλάς / Caritas Hellas\n- Δίκτυο Μύλων (Mills Network)',
      'Πανεπιστήμιο Πατρών – Τμήμα Γεωπονίας = Πανεπιστήμιο Πατρών',
      'Καρίτας Ελλάς = Caritas Hellas',
      'Δίκτυο Μύλων = Mills Network',
    ],
    [
      'الشركاء:\n\n- جامعة صفاقس – كلية الاقتصاد\n- شبكة المطاحن / Mills Network',
      'جامعة صفاقس – كلية الاقتصاد = جامعة صفاقس',
      'شبكة المطاحن = Mills Network',
    ],
    [
      'Socis:\n\n- Fundació Pa i Vi (Bread and Wine Foundation)',
      'Fundació Pa i Vi = Bread and Wine Foundation',
    ],
    ['The work was led by REAS Red de Redes in May.', 'REAS Red de Redes = Red de Redes'],
  ])('has one record: %s', (text, ...names) => {
    expect(bodiesIn(text)).toEqual(names);
  });

  it.each([
    [
      'Partners: University of Malta, Guild of Dyers, University of Patras',
      'University of Malta',
      'Guild of Dyers',
      'University of Patras',
    ],
    [
      'The University of Malta and the Faculty of Arts of Gozo agreed.',
      'University of Malta',
      'Faculty of Arts of Gozo',
    ],
    ['Socis:\n\n- Fundació Pa i Vi / Xarxa de Molins', 'Fundació Pa i Vi', 'Xarxa de Molins'],
  ])('is not made of two: %s', (text, ...names) => {
    expect(bodiesIn(text)).toEqual(names);
  });
});

describe('a town after a name', () => {
  it.each([
    [
      'El projecte SALINES reuneix la Cooperativa Pa i Vi, Vilanova, la Fundació Molins, Olesa de Montserrat, i la Universitat de Girona.',
      'Cooperativa Pa i Vi',
      'Fundació Molins',
      'Universitat de Girona',
    ],
    [
      'Le projet réunit la Coopérative des Fours, Brassempouy, et l’Association des Meuniers, Saint-Amans.',
      'Coopérative des Fours',
      'Association des Meuniers',
    ],
    [
      'The guests were the Guild of Dyers, Tarxien Gate, and the Union of Weavers.',
      'Guild of Dyers',
      'Union of Weavers',
    ],
    [
      'Among the guests were the Guild of Dyers, FIREWEED and the Union of Weavers.',
      'Guild of Dyers',
      'FIREWEED',
      'Union of Weavers',
    ],
  ])('is its seat: %s', (text, ...names) => {
    expect(bodiesIn(text)).toEqual(names);
  });
});
