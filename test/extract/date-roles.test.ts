import { describe, expect, test } from 'vitest';
import { datesWithRoles } from '../../src/extract/dates/date-roles.ts';
import { findDates } from '../../src/extract/dates/dates.ts';
import {
  inferYear,
  nearestYear,
  tenseAt,
  withYearOfDay,
  yearsOfDays,
} from '../../src/extract/dates/infer-year.ts';
import { passageOf } from './passage-of.ts';

function rolesOf(text: string, language: string): string[] {
  const passage = passageOf(text, language);
  return datesWithRoles(passage, findDates(passage)).map(({ value, role }) => `${value} ${role}`);
}

describe('roles of dates', () => {
  test.each([
    [
      'en',
      'This page was published on 3 May 2021 and then changed by many hands.',
      ['2021-05-03 published'],
    ],
    ['en', 'The co-op, founded in 1987 by nine farmers, sells oil.', ['1987 founded']],
    ['en', 'It has sold oil since 2004.', ['2004 start']],
    ['en', 'The project runs from March 2020 to June 2023.', ['2020-03/2023-06 period']],
    ['en', 'The ENI programme 2014-2020 pays for it.', ['2014/2020 programme']],
    ['en', 'The duration of the project is 2016-2019.', ['2016/2019 period']],
    ['en', 'The small grants programme 2016-2019 pays for it.', ['2016/2019 programme']],
    [
      'en',
      'SALT was a project paid for by the programme Sea between 2016 and 2019.',
      ['2016/2019 period'],
    ],
    ['en', 'Deadline for applications: 15 January 2022', ['2022-01-15 deadline']],
    ['en', 'The seminar in Tunis on 12 June gathered many.', ['XXXX-06-12 event']],
    ['en', 'Ana Gil, born on 3 May 1960, is its head.', []],
    ['fr', 'La coopérative a été créée en 1999.', ['1999 founded']],
    ['fr', 'Le salon, du 6 au 8 juin 2022, fut un succès.', ['2022-06-06/2022-06-08 event']],
    ['fr', 'Lancé en mars 2020, il prendra fin en mai 2022.', ['2020-03 start', '2022-05 end']],
    ['es', 'La feria tuvo lugar el 4 de mayo de 2021.', ['2021-05-04 event']],
    ['es', 'El plazo termina el 30 de junio de 2021.', ['2021-06-30 deadline']],
    ['es', 'El plazo de ejecución termina el 30 de junio de 2021.', ['2021-06-30 end']],
    ['it', 'La rete è nata nel 2003.', ['2003 founded']],
    ['it', 'Scadenza: 30 settembre 2022', ['2022-09-30 deadline']],
    ['pt', 'Fundada em 1975, cresceu.', ['1975 founded']],
    ['ca', 'La trobada va tenir lloc el 9 de maig de 2019.', ['2019-05-09 event']],
    ['el', 'Ο συνεταιρισμός ιδρύθηκε το 1994.', ['1994 founded']],
    ['el', 'Η ημερίδα πραγματοποιήθηκε στις 5 Μαΐου 2022.', ['2022-05-05 event']],
    ['ar', 'تأسست الجمعية سنة 2005.', ['2005 founded']],
    ['en', 'The cooperative was dissolved in 2014.', ['2014 dissolved']],
    ['es', 'El proyecto echó a andar en enero de 2021.', ['2021-01 start']],
    ['it', 'Il progetto si concluderà nel giugno 2026.', ['2026-06 end']],
    ['ca', 'Cal confirmació abans del 14 de març de 2025.', ['2025-03-14 deadline']],
    ['ar', 'آخر أجل للترشح هو 15 جانفي 2022', ['2022-01-15 deadline']],
    ['en', 'In 2016, prices fell.', ['2016 other']],
    // Up to a day something may be sent in: nothing ends then.
    ['en', 'Applications stay open until 9 May 2022.', ['2022-05-09 deadline']],
    ['en', 'The project goes on until 9 May 2022.', ['2022-05-09 end']],
    ['en', 'The call for papers closes on 9 May 2022.', ['2022-05-09 deadline']],
    ['fr', 'Candidatures ouvertes jusqu’au 9 mai 2022', ['2022-05-09 deadline']],
    ['es', 'Las propuestas se envían hasta el 9 de mayo de 2022.', ['2022-05-09 deadline']],
    [
      'it',
      'Le domande si presentano dal 2 marzo 2022 al 9 maggio 2022.',
      ['2022-03-02/2022-05-09 deadline'],
    ],
    [
      'pt',
      'Agradecemos confirmação até ao próximo dia 9 de maio de 2022.',
      ['2022-05-09 deadline'],
    ],
    ['ca', 'Podeu enviar propostes fins al 9 de maig de 2022.', ['2022-05-09 deadline']],
    ['el', 'Οι αιτήσεις υποβάλλονται έως τις 9 Μαΐου 2022.', ['2022-05-09 deadline']],
    ['ar', 'تقبل طلبات المشاركة حتى 9 ماي 2022.', ['2022-05-09 deadline']],
  ])('%s: %s', (language, text, expected) => {
    expect(rolesOf(text, language)).toEqual(expected);
  });

  test('a date that stands alone is that of publication', () => {
    expect(
      rolesOf('Oranges for schools\n\n3 May 2021\n\nThe schools of the island buy oranges.', 'en'),
    ).toEqual(['2021-05-03 published']);
  });
});

describe('the year of a date without one', () => {
  const yearOf = (text: string, published: string, language = 'en') => {
    const passage = passageOf(text, language);
    const [date] = findDates(passage);
    const tense = date && tenseAt(passage, date);
    return date && tense ? inferYear(date, published, tense) : undefined;
  };

  test.each([
    ['en', 'It will open on 11 April.', '2013-02-27', '2013-04-11'],
    ['en', 'It will open on 11 January.', '2013-02-27', '2014-01-11'],
    ['en', 'It opened on 11 January.', '2013-02-27', '2013-01-11'],
    ['en', 'It opened on 11 April.', '2013-02-27', '2012-04-11'],
    ['en', 'It was open on 27 February.', '2013-02-27', '2013-02-27'],
    ['en', 'It was open from 3 to 5 December.', '2013-02-27', '2012-12-03/2012-12-05'],
    ['en', 'It will be signed by Friday 31 March.', '2022-12-03', '2023-03-31'],
    ['en', 'It was to be signed by Friday 31 March.', '2023-03-03', '2023-03-31'],
    ['it', 'È stata aperta venerdì, il 31 marzo.', '2023-03-03', '2023-03-31'],
    ['it', 'Il primo incontro è fissato per il 5 novembre.', '2024-10-01', '2024-11-05'],
    ['fr', 'La foire ouvrira le 3 mai.', '2021-06-01', '2022-05-03'],
    ['es', 'La feria abrirá el 3 de mayo.', '2021-04-01', '2021-05-03'],
    ['es', 'La feria abrió el 3 de mayo.', '2021-04-01', '2020-05-03'],
    ['it', 'La fiera aprirà il 3 maggio.', '2021-06-01', '2022-05-03'],
    ['pt', 'A feira abriu em Faro e decorrerá até 3 de maio.', '2021-04-01', '2021-05-03'],
    ['el', 'Η έκθεση θα ανοίξει στις 3 Μαΐου.', '2021-06-01', '2022-05-03'],
    ['ar', 'سيعقد المعرض يوم 3 مايو', '2021-06-01', '2022-05-03'],
  ])('%s: %s published %s', (language, text, published, value) => {
    expect(yearOf(text, published, language)).toMatchObject({ value, inferred: true });
  });

  test.each([
    ['The fair: 3 May, at noon.', '2021-06-01', 'no tense'],
    ['It will open on 3 May 2021.', '2020-06-01', 'the year is there'],
    ['It will open on 3 May.', '2020', 'the day of publication is not known'],
    ['It will open on 29 February.', '2020-06-01', 'no such day in 2021'],
  ])('none: %s (%s, %s)', (text, published) => {
    expect(yearOf(text, published)).toBeUndefined();
  });
});

describe('the year that a day has elsewhere in the text', () => {
  const yearsIn = (text: string) => {
    const dates = findDates(passageOf(text, 'en'));
    const years = yearsOfDays(dates);
    return dates.map((date) => (withYearOfDay(date, years) ?? date).value);
  };

  test.each([
    ['9 and 10 October 2025. Thursday 9 October', ['2025-10-09/2025-10-10', '2025-10-09']],
    ['From 8 to 12 May 2023; 9 to 10 May', ['2023-05-08/2023-05-12', '2023-05-09/2023-05-10']],
    ['From 8 to 12 May 2023; 13 May', ['2023-05-08/2023-05-12', 'XXXX-05-13']],
    ['9 October 2025. Friday 9 October', ['2025-10-09', 'XXXX-10-09']],
    ['In May 2023; 13 May', ['2023-05', 'XXXX-05-13']],
    ['From 1 January to 31 December 2023; 13 May', ['2023-01-01/2023-12-31', 'XXXX-05-13']],
  ])('%s', (text, values) => {
    expect(yearsIn(text)).toEqual(values);
  });
});

describe('a year that the text leaves to the day of publication', () => {
  test.each([
    ['On 14 March the hall is open.', '2025-02-12', '2025-03-14'],
    ['On 20 December the hall was open.', '2025-01-08', '2024-12-20'],
    ['On 14 August the hall is open.', '2025-02-01', undefined],
  ])('%s (%s)', (text, published, value) => {
    const [date] = findDates(passageOf(text, 'en'));
    expect(date && nearestYear(date, published)?.value).toBe(value);
  });
});
