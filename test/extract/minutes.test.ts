import { describe, expect, test } from 'vitest';
import { readText, titlesOf } from './read-text.ts';

/** The facts of what a text is about, as “field value”. */
function ownFacts(text: string): string[] {
  const { facts, subject } = readText(text);
  return facts
    .filter((fact) => fact.subject === subject?.entity)
    .map(({ field, value }) => `${field} ${value}`);
}

describe('the next meeting is another than the one that minutes are of', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'fr',
      'Compte rendu de la réunion du comité du four\n\nSète, le 9 avril 2024\n\nLe comité a fixé le prix du pain et remercie la boulangère.\n\nProchaine réunion : le 11 juin 2024 à Bizerte.\n',
      ['start 2024-04-09', 'city Sète', 'country FR'],
    ],
    [
      'es',
      'Acta de la reunión del grupo del horno\n\nGranada, 9 de abril de 2024\n\nSe aprueba el precio del pan.\n\nLa próxima reunión se celebrará el 11 de junio de 2024 en Cádiz.\n',
      ['start 2024-04-09', 'city Granada', 'country ES'],
    ],
    [
      'it',
      'Verbale della riunione del gruppo del forno\n\nMatera, 9 aprile 2024\n\nIl gruppo approva il prezzo del pane.\n\nProssima riunione\n\nBari, 11 giugno 2024, ore 10\n',
      ['start 2024-04-09', 'city Matera', 'country IT'],
    ],
    [
      'el',
      'Πρακτικά της συνάντησης της ομάδας του φούρνου\n\nΒόλος, 9 Απριλίου 2024\n\nΗ ομάδα ενέκρινε την τιμή του ψωμιού.\n\nΗ επόμενη συνάντηση θα γίνει στις 11 Ιουνίου 2024 στην Πάτρα.\n',
      ['start 2024-04-09', 'city Βόλος', 'country GR'],
    ],
    [
      'ar',
      'محضر اجتماع لجنة الفرن\n\nصفاقس، 9 أفريل 2024\n\nوافقت اللجنة على ثمن الخبز.\n\nالاجتماع القادم: 11 جوان 2024 في بنزرت\n',
      ['start 2024-04-09', 'city Sfax', 'country TN'],
    ],
    [
      'en: with the labels of the next one below it',
      'Minutes of the meeting of the oven group\n\nDate: 9 April 2024\nPlace: Malaga\n\nThe group agreed on the price of bread.\n\nNext meeting\n\nDate: 11 June 2024\nPlace: Almeria\n',
      ['start 2024-04-09', 'venue Malaga', 'city Málaga', 'country ES'],
    ],
  ])('%s', (_, text, wanted) => {
    const facts = ownFacts(text).filter((fact) => /^(?:start|end|city|country|venue)/.test(fact));
    expect(facts.toSorted()).toEqual([...wanted].toSorted());
  });

  test('an invitation to it is about it', () => {
    const text =
      'Convocation\n\nSète, le 3 mai 2024\n\nNotre prochaine réunion aura lieu le 11 juin 2024 à Bizerte.\n';
    expect(ownFacts(text)).toContain('start 2024-06-11');
  });
});

test.each([
  [
    'fr',
    'Compte rendu de la réunion du comité\n\nPrésents : Association du Four, Fondation Pain Chaud\nExcusés : Réseau des Levains\n',
    ['Association du Four', 'Fondation Pain Chaud', 'Réseau des Levains'],
  ],
  [
    'el',
    'Πρακτικά συνάντησης\n\nΠαρόντες: Ένωση Αρτοποιών Βόλου, Δίκτυο Ψωμιού Θεσσαλίας\nΑπόντες: Ομοσπονδία Φούρνων Κρήτης\n',
    ['Ένωση Αρτοποιών Βόλου', 'Δίκτυο Ψωμιού Θεσσαλίας', 'Ομοσπονδία Φούρνων Κρήτης'],
  ],
])('the label of the next line is no part of a name: %s', (_, text, names) => {
  expect(titlesOf(readText(text), 'organisation').toSorted()).toEqual([...names].toSorted());
});
