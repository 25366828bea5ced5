import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMoney } from '../../src/extract/amounts/money.ts';
import { growth } from './growth.ts';
import { makePassage } from '../../src/extract/text/make-passage.ts';
import text from '../../src/readers/text.ts';
import { passageOf } from './passage-of.ts';

/** Each sum of a text: what is quoted, amount, currency and kind. */
function moneyOf(text: string, language: string): string[] {
  return findMoney(passageOf(text, language)).map(
    ({ start, end, amount, currency, kind }) =>
      `${text.slice(start, end)} = ${amount} ${currency} ${kind}`,
  );
}

describe('sums in eight languages', () => {
  test.each([
    ['en', 'a total budget of €2,450,000 over', '€2,450,000 = 2450000 EUR total'],
    ['en', 'It cost €2.45m in all.', '€2.45m = 2450000 EUR total'],
    ['en', 'a grant of EUR 1 960 000 was given', 'EUR 1 960 000 = 1960000 EUR grant'],
    ['en', 'an EU contribution of 398,000 euros', '398,000 euros = 398000 EUR contribution'],
    ['en', 'with 2.345 million euro of turnover', '2.345 million euro = 2345000 EUR turnover'],
    ['en', 'They raised US$ 3 million last year.', '$ 3 million = 3000000 USD other'],
    ['en', 'fees of 120 GBP each', '120 GBP = 120 GBP other'],
    ['en', 'a budget of half a million euros', 'half a million euros = 500000 EUR total'],
    ['en', 'three million euros were spent', 'three million euros = 3000000 EUR other'],
    ['en', 'revenue of €1.2bn', '€1.2bn = 1200000000 EUR turnover'],
    [
      'fr',
      'avec un budget de 3,4 millions d’euros, il',
      '3,4 millions d’euros = 3400000 EUR total',
    ],
    ['fr', 'une subvention de 250 k€', '250 k€ = 250000 EUR grant'],
    ['fr', 'un chiffre d’affaires de 3 M€', '3 M€ = 3000000 EUR turnover'],
    ['fr', 'coût total : 410 250 €', '410 250 € = 410250 EUR total'],
    [
      'fr',
      'une enveloppe de 2,5 millions de dirhams',
      '2,5 millions de dirhams = 2500000 MAD total',
    ],
    ['ca', 'hi posen nou-cents mil euros', 'nou-cents mil euros = 900000 EUR other'],
    ['ca', 'un milió dos-cents mil euros', 'un milió dos-cents mil euros = 1200000 EUR other'],
    ['it', 'per 1 milione e 870 mila euro', '1 milione e 870 mila euro = 1870000 EUR other'],
    ['ar', 'دفعت مليوناً ومئتي ألف دولار', 'مليوناً ومئتي ألف دولار = 1200000 USD other'],
    ['ar', 'بمبلغ ٤٠٠ ألف فرنك سويسري', '٤٠٠ ألف فرنك سويسري = 400000 CHF total'],
    ['fr', '50 000 DT de subvention', '50 000 DT = 50000 TND grant'],
    ['fr', 'un cofinancement FEDER de 1,9 MEUR', '1,9 MEUR = 1900000 EUR contribution'],
    ['fr', 'un million d’euros de dotation', 'un million d’euros = 1000000 EUR grant'],
    ['fr', 'cinq mille euros de prix', 'cinq mille euros = 5000 EUR other'],
    ['es', 'un presupuesto de 612.500,00 €', '612.500,00 € = 612500 EUR total'],
    ['es', 'una ayuda de 500 mil euros', '500 mil euros = 500000 EUR grant'],
    ['es', 'factura 2 mil millones de euros', '2 mil millones de euros = 2000000000 EUR turnover'],
    ['es', 'medio millón de euros de inversión', 'medio millón de euros = 500000 EUR other'],
    ['es', 'un coste de 1.960.000 euros', '1.960.000 euros = 1960000 EUR total'],
    [
      'it',
      'un contributo di euro 250.000,00 al comune',
      'euro 250.000,00 = 250000 EUR contribution',
    ],
    ['it', 'un fatturato di 1,5 milioni di euro', '1,5 milioni di euro = 1500000 EUR turnover'],
    ['it', 'un bilancio di 500mila euro', '500mila euro = 500000 EUR total'],
    ['it', 'mezzo milione di euro', 'mezzo milione di euro = 500000 EUR other'],
    ['pt', 'um orçamento de 1,2 milhões de euros', '1,2 milhões de euros = 1200000 EUR total'],
    ['pt', 'uma subvenção de 75.000 €', '75.000 € = 75000 EUR grant'],
    ['pt', 'com 300 mil euros', '300 mil euros = 300000 EUR other'],
    ['ca', 'un pressupost de 2 milions d’euros', '2 milions d’euros = 2000000 EUR total'],
    ['ca', 'un ajut de 45.000 euros', '45.000 euros = 45000 EUR grant'],
    ['el', 'προϋπολογισμός 1,2 εκατ. ευρώ', '1,2 εκατ. ευρώ = 1200000 EUR total'],
    ['el', 'επιχορήγηση ύψους 350.000 ευρώ', '350.000 ευρώ = 350000 EUR grant'],
    ['el', 'κύκλος εργασιών δύο εκατομμύρια ευρώ', 'δύο εκατομμύρια ευρώ = 2000000 EUR turnover'],
    ['ar', 'بميزانية قدرها 2,45 مليون يورو', '2,45 مليون يورو = 2450000 EUR total'],
    ['ar', 'منحة بقيمة ٢٫٤٥ مليون يورو', '٢٫٤٥ مليون يورو = 2450000 EUR grant'],
    ['ar', 'منحة ١٬٩٦٠٬٠٠٠ دولار', '١٬٩٦٠٬٠٠٠ دولار = 1960000 USD grant'],
    ['ar', 'بقيمة مليوني يورو', 'مليوني يورو = 2000000 EUR total'],
    ['ar', 'تمويل ب 300 ألف درهم', '300 ألف درهم = 300000 MAD other'],
    ['ar', 'كلفة 40 ألف دينار تونسي', '40 ألف دينار تونسي = 40000 TND total'],
    ['ar', 'مليون جنيه مصري', 'مليون جنيه مصري = 1000000 EGP other'],
    ['en', 'paid 900 JOD and no more', '900 JOD = 900 JOD other'],
    ['en', 'some 12 000 Turkish lira', '12 000 Turkish lira = 12000 TRY other'],
    ['fr', '3 000 dinars algériens', '3 000 dinars algériens = 3000 DZD other'],
    ['fr', '1 500 000 livres libanaises', '1 500 000 livres libanaises = 1500000 LBP other'],
  ])('%s: %s', (language, text, expected) => {
    expect(moneyOf(text, language)).toEqual([expected]);
  });

  test('the nearest cue says what a sum is', () => {
    expect(
      moneyOf(
        'The total budget is €3.4 million, of which the EU contribution is €2.9 million.',
        'en',
      ),
    ).toEqual(['€3.4 million = 3400000 EUR total', '€2.9 million = 2900000 EUR contribution']);
  });

  test.each([
    [
      'en',
      'between 200 000 and 400 000 euros',
      ['200 000 = 200000 EUR other', '400 000 euros = 400000 EUR other'],
    ],
    [
      'en',
      'grants from 1 to 2 million euros',
      ['1 = 1000000 EUR grant', '2 million euros = 2000000 EUR other'],
    ],
    [
      'fr',
      'une aide de 5 000 à 10 000 €',
      ['5 000 = 5000 EUR grant', '10 000 € = 10000 EUR other'],
    ],
    ['en', '€200,000–€400,000', ['€200,000 = 200000 EUR other', '€400,000 = 400000 EUR other']],
  ])('both ends of a range, %s: %s', (language, text, expected) => {
    expect(moneyOf(text, language)).toEqual(expected);
  });

  test('dinars are those of the one country that the text speaks of', () => {
    expect(moneyOf('À Tunis, elle a reçu 3 000 dinars.', 'fr')).toEqual([
      '3 000 dinars = 3000 TND other',
    ]);
    expect(moneyOf('De Tunis à Alger, 3 000 dinars.', 'fr')).toEqual([]);
    expect(moneyOf('Elle a reçu 3 000 dinars.', 'fr')).toEqual([]);
  });
});

describe('parts of a sum without its currency', () => {
  test.each([
    [
      'it',
      'Avvio: 185.000 euro, di cui 120.000 della Fondazione e 65.000 di un mutuo.',
      [185_000, 120_000, 65_000],
    ],
    ['es', 'Lo paga el Fondo con 612.300 euros y la Fundación con 75.000.', [612_300, 75_000]],
    ['es', 'Dispone de 1.150.000 €, de los que la Agencia aporta 800.000.', [1_150_000, 800_000]],
    ['fr', 'Il coûte 90 000 euros, dont 30 000 de la Ville.', [90_000, 30_000]],
    ['es', 'Costó 612.300 euros y llegó a 12.000 personas, con 2.500 socios.', [612_300]],
    ['en', 'It cost 40,000 euros. Of which 12,000 from nobody knows.', [40_000]],
  ])('%s: %s', (language, text, amounts) => {
    expect(findMoney(passageOf(text, language)).map(({ amount }) => amount)).toEqual(amounts);
  });
});

describe('what is no sum', () => {
  test.each([
    ['en', '3 million people in 12 countries'],
    ['en', 'Euro 2024 was played in 10 cities'],
    ['en', 'the euro area has 20 members'],
    ['fr', '500 m de la gare, 3 M de visiteurs'],
    ['fr', 'Elle a 3 000 dinars… non, personne ne sait.'],
    ['es', 'dos mil personas'],
    ['en', 'Try 3 times, mad 2'],
    ['en', 'US 50 states; 40 % of 2020'],
    ['ar', 'ثلاثة ملايين نسمة'],
  ])('%s: %s', (language, text) => {
    expect(moneyOf(text, language)).toEqual([]);
  });
});

describe('sums as Intl prints them', () => {
  test.each(['en', 'fr', 'es', 'it', 'pt-PT', 'ca', 'el', 'ar-EG', 'ar-TN'])('%s', (locale) => {
    const amount = fc.integer({ min: 1000, max: 900_000_000 });
    const currency = fc.constantFrom('EUR', 'USD', 'GBP', 'MAD', 'TND', 'JOD');
    fc.assert(
      fc.property(amount, currency, (amount, currency) => {
        const style = {
          style: 'currency',
          currency,
          currencyDisplay: 'code',
          maximumFractionDigits: 0,
        } as const;
        const text = new Intl.NumberFormat(locale, style).format(amount);
        const found = findMoney(passageOf(`x ${text} `, locale.slice(0, 2)));
        expect(found.map((each) => [each.amount, each.currency])).toEqual([[amount, currency]]);
      }),
      { numRuns: 80 },
    );
  });
});

describe('time grows with length', () => {
  test.each(['Aa ', '(', '9', '1 de ', '1-', '١', '€', '1 000 ', '1.', 'budget '])('%s', (unit) => {
    expect(growth(unit, (text) => findMoney(passageOf(text, 'fr')))).toBeLessThan(32);
  });
});

describe('sums below a head that names the currency', () => {
  const sumsOf = async (rows: string) =>
    findMoney(
      makePassage(await text.read(Buffer.from(`Who pays what\n\n${rows}\n\nThat is all.\n`))),
    ).map(({ amount, currency }) => `${amount} ${currency}`);

  test.each([
    [
      'a sign in brackets',
      'No.\tPartner\tBudget (€)\tPeople\n1\tWell House\t12.500,00\t14\n2\tSalt Yard\t9.000,00\t2024\n\tTotal\t21.500,00\t',
      ['12500 EUR', '9000 EUR', '21500 EUR'],
    ],
    [
      'thousands',
      'Partner\tGrant 2024, k€\tTown\nWell House\t120\tHama\nSalt Yard\t85\tSfax',
      ['120000 EUR', '85000 EUR'],
    ],
    [
      'cells that have their own currency',
      'Partner\tCost (TND)\tTown\nWell House\t3000 €\tHama\nSalt Yard\t–\tSfax\nRed Oven\t4 000\tGabès',
      ['3000 EUR', '4000 TND'],
    ],
    ['a label with its value', 'Currency\tEUR\nParticipants\t25\nPlaces\t40', []],
    ['a label further down', 'Lead\tSalt Yard\nMoneda\tEUR\nParticipantes\t25', []],
    ['two columns', 'Partner\tBudget (€)\nWell House\t3000', ['3000 EUR']],
    ['no currency', 'Partner\tShare\tTown\nWell House\t3000\tHama\nSalt Yard\t85\tSfax', []],
  ])('%s', async (_, rows, expected) => {
    expect(await sumsOf(rows)).toEqual(expected);
  });
});

test.each([
  [
    'it',
    'con 900 mila euro su un bilancio complessivo di 1,2 milioni, ha finito.',
    [900_000, 1_200_000],
  ],
  ['en', 'with 900,000 euros of a total budget of 1.2 million.', [900_000, 1_200_000]],
  ['en', 'with 900,000 euros from the budget for 1.2 million people.', [900_000]],
  ['en', 'with 900,000 euros for an area of 1.2 million.', [900_000]],
])('millions of a budget after a sum, %s: %s', (language, text, amounts) => {
  expect(findMoney(passageOf(text, language)).map(({ amount }) => amount)).toEqual(amounts);
});
