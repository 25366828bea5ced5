import { describe, expect, test } from 'vitest';
import { readText } from './read-text.ts';

/** Who publishes a text, by its title. */
function publisherOf(text: string): string | undefined {
  const { facts, entities } = readText(text);
  const value = facts.find(({ field }) => field === 'publisher')?.value;
  return entities.find(({ id }) => id === value)?.title;
}

describe('who is written to, and who is excused, publishes nothing', () => {
  test.each<[string, string, string | undefined]>([
    [
      'it: Spett.le above the name',
      'Spett.le\nFondazione Pane Caldo\nVia dei Forni 2, Bari\n\nMatera, 14 maggio 2022\n\nOggetto: la nostra festa\n\nVi chiediamo un prestito di sedie.\n\nAnna Bruni\nPresidente, Consorzio del Forno\n',
      'Consorzio del Forno',
    ],
    [
      'en: To and From',
      'To: Warm Bread Foundation\nFrom: Union of Bakers\n\n2 October 2023\n\nDear friends,\n\nWe ask you for chairs. The feast is in May.\n',
      'Union of Bakers',
    ],
    [
      'fr: attention, on one line',
      'À l’attention de la Fondation Pain Chaud\n\nSète, le 2 octobre 2023\n\nNous vous demandons des chaises.\n\nLa présidente,\nAssociation du Four\n',
      'Association du Four',
    ],
    [
      'es',
      'A la atención de la Fundación Pan Caliente\n\nLorca, 2 de octubre de 2023\n\nLes pedimos sillas para la fiesta.\n\nUn saludo.\n',
      undefined,
    ],
    [
      'el',
      'Προς: Ομοσπονδία Φούρνων\n\nΒόλος, 2 Οκτωβρίου 2023\n\nΣας ζητάμε καρέκλες για τη γιορτή.\n',
      undefined,
    ],
    ['ar', 'إلى: اتحاد المخابز\n\nتونس، 2 أكتوبر 2023\n\nنطلب منكم كراسي للحفل.\n', undefined],
    [
      'ca: excused',
      'Acta de la reunió\n\nExcusats: Federació de Forns\n\nLleida, 2 d’octubre de 2023\n\nS’aprova el preu del pa.\n',
      undefined,
    ],
    [
      'fr: a place after the day',
      'Compte rendu de la réunion\n\nSète, le 2 octobre 2023, dans les locaux de la Fondation Pain Chaud\n\nLe prix du pain est fixé.\n',
      undefined,
    ],
    [
      'pt: a letterhead is none of them',
      'A Cooperativa do Forno\nRua da Eira 4, Faro\n\nFaro, 2 de outubro de 2023\n\nPedimos cadeiras para a festa.\n',
      'Cooperativa do Forno',
    ],
  ])('%s', (_, text, publisher) => {
    expect(publisherOf(text)).toBe(publisher);
  });

  test('a line that says who writes is no title', () => {
    const text =
      'To: Warm Bread Foundation\n\nFrom: Union of Bakers\n\nChairs for the feast of bread\n\nWe ask you for chairs.\n';
    expect(readText(text).document.title).toBe('Chairs for the feast of bread');
  });
});
