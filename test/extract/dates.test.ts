import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDates } from '../../src/extract/dates/dates.ts';
import { passageOf } from './passage-of.ts';
import { growth } from './growth.ts';

/** Each date of a text as it is quoted and as it is understood. */
function datesOf(text: string, language: string): string[] {
  return findDates(passageOf(text, language)).map(
    ({ start, end, value }) => `${text.slice(start, end)} = ${value}`,
  );
}

describe('dates in eight languages', () => {
  test.each([
    // A day.
    ['en', 'The fair opened on 22 May 2019 in Bari.', '22 May 2019 = 2019-05-22'],
    ['en', 'It meets on 11th April.', '11th April = XXXX-04-11'],
    ['en', 'They signed on the 19th of September 2020.', '19th of September 2020 = 2020-09-19'],
    ['en', 'Signed on November 6, 2023, in Seville.', 'November 6, 2023 = 2023-11-06'],
    ['en', 'Posted Tuesday, Nov. 7th 2023', 'Nov. 7th 2023 = 2023-11-07'],
    ['fr', 'La visite a eu lieu le mardi 7 novembre 2023.', '7 novembre 2023 = 2023-11-07'],
    ['fr', 'Ouverture le 1er mars 2021.', '1er mars 2021 = 2021-03-01'],
    ['es', 'Se firmó el 6 de noviembre de 2023.', '6 de noviembre de 2023 = 2023-11-06'],
    ['es', 'El 1º de mayo del 2022 se celebra.', '1º de mayo del 2022 = 2022-05-01'],
    ['it', 'Il convegno del 12 ottobre 2022 a Lecce.', '12 ottobre 2022 = 2022-10-12'],
    ['it', 'Apre l’8 marzo 2020.', '8 marzo 2020 = 2020-03-08'],
    ['pt', 'No dia 3 de março de 2021, em Faro.', '3 de março de 2021 = 2021-03-03'],
    ['ca', 'El 14 d’abril de 2018 a Reus.', '14 d’abril de 2018 = 2018-04-14'],
    ['ca', 'Va ser l’11 de setembre del 2019.', '11 de setembre del 2019 = 2019-09-11'],
    ['el', 'Στις 6 Νοεμβρίου 2023 στην Πάτρα.', '6 Νοεμβρίου 2023 = 2023-11-06'],
    ['el', 'Την 1η Μαΐου 2021.', '1η Μαΐου 2021 = 2021-05-01'],
    ['ar', 'عقد الاجتماع في 6 نوفمبر 2023 بتونس.', '6 نوفمبر 2023 = 2023-11-06'],
    ['ar', 'يوم ٦ نوفمبر ٢٠٢٣', '٦ نوفمبر ٢٠٢٣ = 2023-11-06'],
    ['ar', 'بتاريخ 12 جانفي 2020', '12 جانفي 2020 = 2020-01-12'],
    ['ar', 'في 12 كانون الثاني 2020', '12 كانون الثاني 2020 = 2020-01-12'],
    ['ar', 'يوم 3 غشت 2021 بالرباط', '3 غشت 2021 = 2021-08-03'],
    ['ar', 'في 9 نوفمبر/تشرين الثاني 2022', '9 نوفمبر/تشرين الثاني 2022 = 2022-11-09'],
    ['ar', 'في 5 جويلية 2019م', '5 جويلية 2019م = 2019-07-05'],
    // In digits.
    ['fr', 'Le 01/02/2020 à Sète.', '01/02/2020 = 2020-02-01'],
    ['en', 'Dated 03/25/2020.', '03/25/2020 = 2020-03-25'],
    ['it', 'Il 5.11.2021 a Nuoro', '5.11.2021 = 2021-11-05'],
    ['en', 'Updated 2019-05-22T10:00', '2019-05-22 = 2019-05-22'],
    ['ar', 'بتاريخ ٠٦/١١/٢٠٢٣', '٠٦/١١/٢٠٢٣ = 2023-11-06'],
    ['pt', 'De 06/11/2023 a 10/11/2023.', '06/11/2023 a 10/11/2023 = 2023-11-06/2023-11-10'],
    ['it', 'Il 6-10/11/2023 a Bari', '6-10/11/2023 = 2023-11-06/2023-11-10'],
    ['en', 'As of 2019-09 it grew.', '2019-09 = 2019-09'],
    ['es', 'En el periodo 05/2011 creció.', '05/2011 = 2011-05'],
    ['es', 'Firmado el 1-VII-2021 en Lorca.', '1-VII-2021 = 2021-07-01'],
    ['it', 'Il 28/5 - 1/6/2019 a Locri', '28/5 - 1/6/2019 = 2019-05-28/2019-06-01'],
    ['ca', 'La fira és el 2-3/12/23.', '2-3/12/23 = 2023-12-02/2023-12-03'],
    ['pt', 'Nos dias 14 e 15/06/2022 em Évora', '14 e 15/06/2022 = 2022-06-14/2022-06-15'],
    ['el', 'Αιτήσεις μέχρι 30/9.', '30/9 = XXXX-09-30'],
    ['it', 'Si parte dal 1° ottobre 2024.', '1° ottobre 2024 = 2024-10-01'],
    ['ar', 'انطلق المشروع في فاتح مارس 2023', 'فاتح مارس 2023 = 2023-03-01'],
    ['ca', 'Hi treballem des del 2019 amb escoles.', '2019 = 2019'],
    ['fr', '2024 Lancement de l’atelier', '2024 = 2024'],
    // A month, a year.
    ['en', 'In September 2019 it began.', 'September 2019 = 2019-09'],
    ['fr', 'Depuis févr. 2018, elle grandit.', 'févr. 2018 = 2018-02'],
    ['pt', 'Desde janeiro de 2015.', 'janeiro de 2015 = 2015-01'],
    ['el', 'Τον Νοέμβριο του 2020 ξεκίνησε.', 'Νοέμβριο του 2020 = 2020-11'],
    ['ar', 'في شهر مارس من عام 2017', 'مارس من عام 2017 = 2017-03'],
    ['en', 'It has worked since 2017 with schools.', '2017 = 2017'],
    ['fr', 'Née en 2004 à Tunis.', '2004 = 2004'],
    ['ar', 'تأسست سنة 2008 بصفاقس', '2008 = 2008'],
    ['it', 'È attiva dal 1998 in Puglia.', '1998 = 1998'],
    ['en', 'A summer school (2016) was held.', '2016 = 2016'],
    ['en', 'It opened in the autumn of 2021 near Split.', 'autumn of 2021 = 2021'],
    ['es', 'Nació en primavera de 2012.', 'primavera de 2012 = 2012'],
    // Parts of a year.
    ['en', 'By the third quarter of 2021.', 'third quarter of 2021 = 2021-07/2021-09'],
    ['en', 'Due in Q4 2022.', 'Q4 2022 = 2022-10/2022-12'],
    ['fr', 'Au 2e trimestre 2020.', '2e trimestre 2020 = 2020-04/2020-06'],
    ['es', 'En el primer semestre de 2023.', 'primer semestre de 2023 = 2023-01/2023-06'],
    ['ar', 'خلال الربع الثالث من عام 2021', 'الربع الثالث من عام 2021 = 2021-07/2021-09'],
    // Periods.
    ['fr', 'du 6 au 10 novembre 2023', '6 au 10 novembre 2023 = 2023-11-06/2023-11-10'],
    ['fr', 'du 28 février au 2 mars 2024', '28 février au 2 mars 2024 = 2024-02-28/2024-03-02'],
    ['fr', 'de septembre 2019 à décembre 2023', 'septembre 2019 à décembre 2023 = 2019-09/2023-12'],
    ['fr', 'les 3 et 4 mai 2022', '3 et 4 mai 2022 = 2022-05-03/2022-05-04'],
    ['en', 'on 3, 4 and 5 May 2022', '3, 4 and 5 May 2022 = 2022-05-03/2022-05-05'],
    ['en', 'November 6-10, 2023', 'November 6-10, 2023 = 2023-11-06/2023-11-10'],
    ['en', 'Sept. 2019 – Dec. 2023', 'Sept. 2019 – Dec. 2023 = 2019-09/2023-12'],
    ['en', 'between March and June 2022', 'March and June 2022 = 2022-03/2022-06'],
    [
      'en',
      'from Monday 6 to Friday 10 November 2023',
      '6 to Friday 10 November 2023 = 2023-11-06/2023-11-10',
    ],
    ['en', 'December 2023 to January 2024', 'December 2023 to January 2024 = 2023-12/2024-01'],
    [
      'en',
      '28 December to 2 January 2024',
      '28 December to 2 January 2024 = 2023-12-28/2024-01-02',
    ],
    [
      'es',
      'del 6 al 10 de noviembre de 2023',
      '6 al 10 de noviembre de 2023 = 2023-11-06/2023-11-10',
    ],
    ['es', 'entre el 6 y el 10 de noviembre', '6 y el 10 de noviembre = XXXX-11-06/XXXX-11-10'],
    ['it', 'dal 6 al 10 novembre 2023', '6 al 10 novembre 2023 = 2023-11-06/2023-11-10'],
    ['pt', 'de 6 a 10 de novembro de 2023', '6 a 10 de novembro de 2023 = 2023-11-06/2023-11-10'],
    [
      'ca',
      'del 6 al 10 de novembre de 2023',
      '6 al 10 de novembre de 2023 = 2023-11-06/2023-11-10',
    ],
    ['el', 'από 6 έως 10 Νοεμβρίου 2023', '6 έως 10 Νοεμβρίου 2023 = 2023-11-06/2023-11-10'],
    [
      'el',
      'Σεπτέμβριος 2019 - Δεκέμβριος 2023',
      'Σεπτέμβριος 2019 - Δεκέμβριος 2023 = 2019-09/2023-12',
    ],
    ['ar', 'من 6 إلى 10 نوفمبر 2023', '6 إلى 10 نوفمبر 2023 = 2023-11-06/2023-11-10'],
    ['ar', 'من سبتمبر 2019 إلى ديسمبر 2023', 'سبتمبر 2019 إلى ديسمبر 2023 = 2019-09/2023-12'],
    ['ar', 'يومي 3 و4 مايو 2022', '3 و4 مايو 2022 = 2022-05-03/2022-05-04'],
    ['en', 'the MED programme 2014-2020', '2014-2020 = 2014/2020'],
    ['fr', 'la période 2014/20', '2014/20 = 2014/2020'],
    ['en', 'the years 2007–09 were hard', '2007–09 = 2007/2009'],
    ['es', 'entre 2014 y 2020 se crearon', '2014 y 2020 = 2014/2020'],
    ['pt', 'de 2018 até ao ano de 2021', '2018 até ao ano de 2021 = 2018/2021'],
  ])('%s: %s', (language, text, expected) => {
    expect(datesOf(text, language)).toEqual([expected]);
  });

  test.each([
    ['en', 'on 3 and 17 May 2022', ['3 and 17 May 2022 = 2022-05-03', '17 May 2022 = 2022-05-17']],
    ['en', 'In March 2021 and June 2022 it met.', ['March 2021 = 2021-03', 'June 2022 = 2022-06']],
    ['fr', 'En 2019 et en 2021, deux foires.', ['2019 = 2019', '2021 = 2021']],
    ['it', 'Nel 2010 e nel 2015 è cresciuta.', ['2010 = 2010', '2015 = 2015']],
  ])('several, %s: %s', (language, text, expected) => {
    expect(datesOf(text, language)).toEqual(expected);
  });

  test('letters that are written with separate marks are read as well', () => {
    const text = 'le 3 décembre 2021'.normalize('NFD');
    expect(findDates(passageOf(text, 'fr')).map(({ value }) => value)).toEqual(['2021-12-03']);
  });

  test('kinds and precision', () => {
    const [day, period] = findDates(passageOf('On 3 May 2021, for March 2022 to 2024.', 'en'));
    expect(day).toMatchObject({ kind: 'moment', precision: 'day' });
    expect(period).toMatchObject({ kind: 'period', precision: 'year', value: '2022-03/2024' });
  });
});

describe('what is no date', () => {
  test.each([
    ['en', 'Telephone: +32 2 543 1033'],
    ['fr', 'Tél. : 01.02.03.04.05'],
    ['en', 'Law 4430/2016 and Regulation (EU) 1299/2013 apply.'],
    ['es', 'la Ley 5/2011 y el Real Decreto 219/2001'],
    ['fr', 'la loi n° 2014-856 relative à l’économie sociale'],
    ['en', 'Directive 2014/24/EU on procurement'],
    ['it', 'la legge 381/1991 sulle cooperative'],
    ['pt', 'Lei n.º 30/2013'],
    ['el', 'ο νόμος 4430/2016'],
    ['ar', 'القانون عدد 30/2020'],
    ['en', 'see pp. 2010-2020 of the volume'],
    ['en', 'a grant of 2000 euros for tools'],
    ['en', 'About 2000 participants came.'],
    ['fr', 'Elle compte 2 019 membres.'],
    ['en', 'funded by Horizon 2020 and Agenda 2030'],
    ['en', 'you may 3 times march 4 ways'],
    ['en', '12 out of 30 set up shop; 10 ago'],
    ['fr', '3 des membres et 14 des projets'],
    ['fr', '12, rue du 4 septembre, Paris'],
    ['es', 'Hospital 12 de Octubre'],
    ['en', 'Section 3.2 and 1.5 and version 2.10.1'],
    ['en', '30 February 2021'],
    ['en', 'in the 1990s'],
    ['fr', 'dans les années 1990'],
    ['en', 'B-1030 Brussels, room 2015'],
    ['en', 'March and June were wet.'],
    ['el', 'ΠΡΑΚΤΙΚΟ 7/2023'],
    ['es', 'Sesión ordinaria, 2/2024'],
    ['es', 'el proyecto TEXTIL CIRCULAR 2030 avanza'],
    ['en', 'open from 24/7 and the 2/3 of it'],
    ['es', 'el 3-IIX-2021 no existe'],
    ['en', "back in the '80s, and '22 workshops' since"],
    ['es', 'hasta 2/3 del coste, hasta el 2/3 de los fondos'],
    ['fr', 'jusqu’à 3/4 des frais'],
    ['en', 'until 2/3 of it was gone'],
    ['es', 'el 1-XIV-2021'],
  ])('%s: %s', (language, text) => {
    expect(datesOf(text, language)).toEqual([]);
  });
});

describe('dates as Intl prints them', () => {
  const day = fc.date({
    min: new Date('1950-01-01'),
    max: new Date('2049-12-31'),
    noInvalidDate: true,
  });
  // 29 of `ar` is printed with Arabic-Indic digits in Egypt; the months of Lebanon and Morocco are their own.
  test.each([
    'en-GB',
    'en-US',
    'fr',
    'es',
    'it',
    'pt-PT',
    'ca',
    'el',
    'ar-EG',
    'ar-LB',
    'ar-TN',
    'ar-MA',
  ])('%s', (locale) => {
    const language = locale.slice(0, 2);
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
          date,
        );
        const full = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(
          date,
        );
        const month = new Intl.DateTimeFormat(locale, {
          month: 'long',
          year: 'numeric',
          timeZone: 'UTC',
        }).format(date);
        const values = (text: string) =>
          findDates(passageOf(text, language)).map(({ value }) => value);
        expect(values(long)).toEqual([iso]);
        expect(values(full)).toEqual([iso]);
        expect(values(month)).toEqual([iso.slice(0, 7)]);
      }),
      { numRuns: 60 },
    );
  });

  test('whatever is written, every date is quoted from the text and in order', () => {
    const part = fc.constantFrom(
      '3',
      '12',
      '2020',
      'May',
      'mai',
      ' ',
      ' ',
      '-',
      '/',
      ' to ',
      ' et ',
      '.',
      ',',
      '\n',
      'de',
      'و',
      '٣',
      '–',
      '(',
      'Q3',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end, value } of findDates(passageOf(text, 'fr'))) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(value).toMatch(
            /^(?:\d{4}|XXXX)(?:-\d\d){0,2}(?:\/(?:\d{4}|XXXX)(?:-\d\d){0,2})?$/,
          );
          last = start;
        }
      }),
    );
  });
});

describe('time grows with length', () => {
  test.each([
    'Friday 3 May ',
    '3/4 e ',
    '1-V-',
    'Aa ',
    '(',
    '9',
    '1 de ',
    '1-',
    '١',
    '3 et ',
    'mai ',
    '2014-',
    'en ',
  ])('%s', (unit) => {
    expect(growth(unit, (text) => findDates(passageOf(text, 'fr')))).toBeLessThan(32);
  });
});

describe('years of two digits after an apostrophe, and days that might be fractions', () => {
  test.each([
    ['en', "It ran from '21 to '23.", ['2021/2023']],
    ['en', 'The season ’21–’23 was dry.', ['2021/2023']],
    ['en', "In May '22 they left.", ['2022-05']],
    ['fr', 'fondée en ’98, elle grandit', ['1998']],
    ['it', 'l’estate del ’22 fu calda', ['2022']],
    ['en', 'Register until 5/10.', ['XXXX-10-05']],
    ['fr', 'Inscriptions jusqu’au 5/10.', ['XXXX-10-05']],
    ['es', 'Inscripciones hasta el 5/10.', ['XXXX-10-05']],
    ['it', 'Iscrizioni entro il 5/10.', ['XXXX-10-05']],
    ['pt', 'Inscrições até 5/10.', ['XXXX-10-05']],
    ['ca', 'Inscripcions fins al 5/10.', ['XXXX-10-05']],
    ['el', 'Εγγραφές έως τις 5/10.', ['XXXX-10-05']],
    ['ar', 'التسجيل حتى 5/10.', ['XXXX-10-05']],
    ['en', 'The grant pays until 7/10 its costs.', []],
    ['es', 'La ayuda cubre hasta 7/10 su coste.', []],
    ['ca', 'L’ajut paga fins a 7/10 les despeses.', []],
    ['pt', 'O apoio paga até 7/10 os custos.', []],
    ['el', 'Καλύπτει έως 7/10 το κόστος.', []],
    ['ar', 'يغطي حتى 7/10 تكاليفها.', []],
    ['en', 'The doors stay open until 7/10 at noon.', ['XXXX-10-07']],
  ])('%s: %s', (language, text, values) => {
    expect(findDates(passageOf(text, language)).map(({ value }) => value)).toEqual(values);
  });
});
