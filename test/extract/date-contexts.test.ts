import { describe, expect, test } from 'vitest';
import { datesWithRoles } from '../../src/extract/dates/date-roles.ts';
import { findDates } from '../../src/extract/dates/dates.ts';
import { tenseAt } from '../../src/extract/dates/infer-year.ts';
import { sentencesOf } from '../../src/extract/text/sentences.ts';
import { passageOf } from './passage-of.ts';
import { readText } from './read-text.ts';

/** Dates of a plain text as “role value”. */
const told = (text: string) =>
  readText(text).document.dates.map(({ role, value }) => `${role} ${value}`);

describe('a word beside a date tells its side, whatever the sentence tells', () => {
  test.each([
    ['en', 'They will speak of what was signed on Tuesday last, 3 March.', 'past'],
    ['fr', 'On parlera de la foire du 3 mai dernier.', 'past'],
    ['es', 'Abrirá la nave que se compró el pasado 3 de marzo.', 'past'],
    ['it', 'È stata fissata per il prossimo 3 maggio.', 'future'],
    ['pt', 'A feira, iniciada a 1 de setembro passado, irá longe.', 'past'],
    ['ca', 'Va ser fixada per al proper 3 de maig.', 'future'],
    ['el', 'Θα μιλήσουν για την περασμένη Τρίτη 3 Μαΐου.', 'past'],
    ['ar', 'بعد ثلاث سنوات اجتمعوا يوم الثلاثاء الماضي، 22 تشرين الأول', 'past'],
  ])('%s: %s', (language, text, side) => {
    const passage = passageOf(text, language);
    const [date] = findDates(passage);
    expect(date && tenseAt(passage, date)).toBe(side);
  });

  test.each([
    ['en', 'next May', 'XXXX-05'],
    ['es', 'en mayo próximo', 'XXXX-05'],
    ['pt', 'em maio próximo', 'XXXX-05'],
    ['ar', 'في ماي المقبل', 'XXXX-05'],
    ['en', 'The gate of May is red.', undefined],
  ])('a month without a year, %s: %s', (language, text, value) => {
    expect(findDates(passageOf(text, language))[0]?.value).toBe(value);
  });
});

describe('the year of a day without one', () => {
  test.each<[string, string, string]>([
    [
      'the month of a newsletter',
      'THE THREAD\nN.º 12, March 2026\n\nThe weavers will walk through the town on 5 May with their looms.',
      'other 2026-05-05',
    ],
    [
      'the day before a press release',
      'NOTA DE IMPRENSA\n\nFaro, 7 de outubro de 2024. A cooperativa abriu as portas a 1 de setembro passado e cresceu muito depressa.',
      'other 2024-09-01',
    ],
    [
      'the year of a report',
      'Memòria 2023\n\nEl 12 de setembre es va pintar la nau gran i la gent del barri hi va dinar.',
      'other 2023-09-12',
    ],
    [
      'an agenda that comes before',
      'Jornada de portes obertes\nDijous 19 de març de 2026, de 18.30 a 20.30 h\n\nLa jornada següent serà el 23 d’abril a la mateixa sala del mercat vell.',
      'event 2026-04-23',
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toContain(expected);
  });

  test('a month that no paper dates is none', () => {
    expect(told('The looms will be painted next May, by the weavers themselves.')).toEqual([]);
  });
});

describe('what a day is for', () => {
  const roleOf = (language: string, text: string) => {
    const passage = passageOf(text, language);
    return datesWithRoles(passage, findDates(passage)).map(({ role }) => role);
  };

  test.each([
    ['en', 'Room 3, Tuesday 4 May 2021, 14:00 – 16:30', ['event']],
    ['en', 'The hall is cleaned on 4 May 2021, at 5 p.m.', ['event']],
    ['it', 'La sala è libera giovedì 30 aprile 2026 alle 17', ['event']],
    ['es', 'La sala queda libre el 30 de abril de 2026 a las 17', ['event']],
    ['fr', 'La salle est libre le 30 avril 2026, à 17 h', ['event']],
    ['el', 'Η αίθουσα είναι ελεύθερη στις 30 Απριλίου 2026, 11 το πρωί', ['event']],
    ['en', 'The walls were painted on 4 May 2021 at 3 sites of the town.', ['other']],
    ['en', 'The draft is to be put forward by the weavers by 15 September.', ['deadline']],
    ['en', 'It was written by 15 September.', ['other']],
    [
      'el',
      'Το ξεκινήσαμε τον Φεβρουάριο του 2024, τελειώνει στις 31 Ιανουαρίου 2026.',
      ['start', 'end'],
    ],
    ['pt', 'As obras iniciaram-se em maio de 2024 e terminam em junho de 2026.', ['start', 'end']],
    ['it', 'Inizio 15/01/2025, chiusura 14/07/2027', ['start', 'end']],
    ['ca', 'Les obres comencen el maig de 2024.', ['start']],
    ['es', 'Las obras concluyen en mayo de 2024.', ['end']],
    ['en', 'It is to last until the end of January 2027.', ['end']],
    ['ar', 'الجمع العام المنعقد بالمدينة يوم 21 فبراير 2026', ['event']],
  ])('%s: %s', (language, text, roles) => {
    expect(roleOf(language, text)).toEqual(roles);
  });

  test.each([
    ['12/04 · Open day in the mill\n30/04 · Music', ['XXXX-04-12', 'XXXX-04-30']],
    ['12-13/04 · Open days', ['XXXX-04-12/XXXX-04-13']],
    ['3/4 of the mill\n1/2 litre of oil', []],
  ])('days at the heads of items: %j', (text, values) => {
    expect(findDates(passageOf(text, 'en')).map(({ value }) => value)).toEqual(values);
  });
});

test('lines that a width breaks end no sentence', () => {
  const text =
    'The third room of the house is painted by the Guild of\nPainters, which has its seat in the old mill by the sea\nBridge and lends it out for the fair that opens in May on\n4 May 2021.';
  expect(sentencesOf(text, { start: 0, end: text.length }, 'en')).toHaveLength(1);
  const lines = 'Guild of Painters\nOld Mill Street 4\nTunis';
  expect(sentencesOf(lines, { start: 0, end: lines.length }, 'en')).toHaveLength(3);
});
