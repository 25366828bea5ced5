import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Node } from '../../src/core/node.ts';
import { isForbiddenKey, nodeMap } from '../../src/core/node.ts';
import type { Value } from '../../src/core/value.ts';
import { loadKinds } from '../../src/registry.ts';
import { claim } from '../../src/values/claim.ts';
import {
  country,
  form,
  format,
  language,
  level,
  role,
  status,
  theme,
} from '../../src/values/concept.ts';
import { date } from '../../src/values/date.ts';
import { money } from '../../src/values/money.ts';
import { identifiers, names } from '../../src/values/names.ts';
import { number } from '../../src/values/number.ts';
import { percent } from '../../src/values/percent.ts';
import { period } from '../../src/values/period.ts';
import { person } from '../../src/values/person.ts';
import { place } from '../../src/values/place.ts';
import { region } from '../../src/values/region.ts';
import { tag, text } from '../../src/values/text.ts';
import { url } from '../../src/values/url.ts';
import { concepts } from '../../src/vocabulary/load.ts';

const context = { concepts };
const map = (entries: { readonly [key: string]: Node }) => nodeMap(Object.entries(entries));

/** The canonical form, or `refused: why (hints)`. */
function read(value: Value, node: Node): Node {
  const parsed = value.parse(node, context);
  if ('value' in parsed) return parsed.value;
  const hints = parsed.expected?.length ? ` (${parsed.expected.join(', ')})` : '';
  return `refused: ${parsed.reason}${hints}`;
}

type Row = readonly [written: Node, read: Node];

function table(value: Value, rows: readonly Row[]): void {
  describe(value.name, () => {
    it.each(rows)('%j is read as %j', (written, expected) => {
      expect(read(value, written)).toEqual(expected);
    });

    it('reads what it has read as the same', () => {
      for (const [, expected] of rows) {
        if (typeof expected === 'string' && expected.startsWith('refused')) continue;
        expect(read(value, expected)).toEqual(expected);
      }
    });
  });
}

table(percent, [
  ['30', '30 %'],
  ['30 %', '30 %'],
  ['12,5 %', '12.5 %'],
  ['12.345', '12.345 %'],
  ['0', '0 %'],
  ['101', 'refused: '],
  ['-3', 'refused: '],
  ['a third', 'refused: '],
]);

table(date, [
  ['2019', '2019'],
  ['2019-09', '2019-09'],
  ['2019-09-22', '2019-09-22'],
  [' 2019-09-22 ', '2019-09-22'],
  ['2019/09/22', '2019-09-22'],
  ['XXXX-09-19', 'XXXX-09-19'],
  ['xxxx-09', 'XXXX-09'],
  ['XXXX-02-29', 'XXXX-02-29'],
  ['2024-02-29', '2024-02-29'],
  ['2019-09-22T10:00+02:00', '2019-09-22'],
  ['2019-09-22T23:59:59Z', '2019-09-22'],
  ['2019-09-22 00:30', '2019-09-22'],
  ['2024-02-31', 'refused: there is no such day'],
  ['2023-02-29', 'refused: there is no such day'],
  ['2019-13', 'refused: there is no such day'],
  ['2019-00-10', 'refused: there is no such day'],
  ['2019-04-00', 'refused: there is no such day'],
  ['22/09/2019', 'refused:  (2019-09-22)'],
  ['1.9.2019', 'refused:  (2019-09-01)'],
  ['31/02/2019', 'refused: '],
  ['XXXX', 'refused: '],
  ['19', 'refused: '],
  ['2019-9', 'refused:  (2019-09)'],
  ['September 2019', 'refused:  (2019-09)'],
  ['mai 2023', 'refused:  (2023-05)'],
  ['05/2023', 'refused:  (2023-05)'],
  ['12/05/23', 'refused:  (2023-05-12)'],
  ['12:30', 'refused: '],
  ['', 'refused: '],
  [['2019'], 'refused: found a group of keys'],
]);

table(period, [
  ['2014/2020', '2014/2020'],
  ['2014-2020', '2014/2020'],
  ['2014 – 2020', '2014/2020'],
  ['2014–2020', '2014/2020'],
  ['2014..2020', '2014/2020'],
  ['2019-09/2023-12', '2019-09/2023-12'],
  ['2019-09 - 2023-12', '2019-09/2023-12'],
  ['2014/', '2014/'],
  ['/2020', '/2020'],
  ['2014', '2014/2014'],
  ['2014/2014', '2014/2014'],
  ['2019-09/2019', '2019-09/2019'],
  [map({ start: '2014', end: '2020' }), '2014/2020'],
  [map({ start: '2014' }), '2014/'],
  ['2020/2014', 'refused: it ends before it starts'],
  ['2019-10/2019-09', 'refused: it ends before it starts'],
  ['2014/2024-02-31', 'refused: there is no such day'],
  ['/', 'refused: '],
  [map({}), 'refused: '],
  [['2014', '2020'], 'refused: found a list'],
  ['soon', 'refused: '],
]);

table(money, [
  ['3.4 million EUR', '3400000 EUR'],
  ['3 400 000 €', '3400000 EUR'],
  ['3\u202f400\u00a0000 €', '3400000 EUR'],
  ['3,4 millions d’euros', '3400000 EUR'],
  ["3,4 millions d'euros", '3400000 EUR'],
  ['3,4 millones de euros', '3400000 EUR'],
  ['3,4 milioni di euro', '3400000 EUR'],
  ['€3.4m', '3400000 EUR'],
  ['3,4 M€', '3400000 EUR'],
  ['1.228.642 euros', '1228642 EUR'],
  ['1,228,642.50 EUR', '1228642.5 EUR'],
  ['1.228.642,50 EUR', '1228642.5 EUR'],
  ["1'228'642 CHF", '1228642 CHF'],
  ['EUR 2 090 202', '2090202 EUR'],
  ['€ 500', '500 EUR'],
  ['410 250 EUR', '410250 EUR'],
  ['350 k€', '350000 EUR'],
  ['2 milliards d’euros', '2000000000 EUR'],
  ['1 234,56 €', '1234.56 EUR'],
  ['12,5 EUR', '12.5 EUR'],
  ['0.005 EUR', '0.01 EUR'],
  ['0 EUR', '0 EUR'],
  ['-5 EUR', '-5 EUR'],
  ['100 TND', '100 TND'],
  ['٥ EUR', 'refused: '],
  [map({ amount: '3400000', currency: 'EUR' }), '3400000 EUR'],
  [map({ amount: '3.4 million', currency: '€' }), '3400000 EUR'],
  ['798.617.00', 'refused: the amount cannot be read in one way only'],
  ['798.617.00 EUR', 'refused: the amount cannot be read in one way only'],
  ['1.228,642.5 EUR', 'refused: the amount cannot be read in one way only'],
  ['3400000', 'refused: the currency is missing (3400000 EUR)'],
  [map({ amount: '5' }), 'refused: the currency is missing (5 EUR)'],
  ['2 MEUR', '2000000 EUR'],
  ['2 M€', '2000000 EUR'],
  ['500 k€', '500000 EUR'],
  ['500 kEUR', '500000 EUR'],
  ['2 Md€', '2000000000 EUR'],
  ['5 MXYZ', 'refused: “MXYZ” is no currency code'],
  ['100 DT', 'refused: “DT” is no currency code (100 TND)'],
  [
    '2 millions de dinars',
    'refused: “dinars” is no currency code (2000000 TND, 2000000 DZD, 2000000 JOD, 2000000 LYD)',
  ],
  ['100 dinars tunisiens', 'refused: “dinars tunisiens” is no currency code (100 TND)'],
  ['1 500 DH', 'refused: “DH” is no currency code (1500 MAD)'],
  ['1 500 dirhams', 'refused: “dirhams” is no currency code (1500 MAD, 1500 AED)'],
  ['environ 3 MEUR', 'refused: an exact amount is expected (3 MEUR)'],
  ['About EUR 500', 'refused: an exact amount is expected (EUR 500)'],
  ['circa 500 euro', 'refused: an exact amount is expected (500 euro)'],
  ['ca. 500 €', 'refused: an exact amount is expected (500 €)'],
  ['~500 €', 'refused: an exact amount is expected (500 €)'],
  ['περίπου 500 ευρώ', 'refused: an exact amount is expected (500 ευρώ)'],
  ['CAD 500', '500 CAD'],
  ['5 XYZ', 'refused: “XYZ” is no currency code'],
  ['5 apples', 'refused: “apples” is no currency code'],
  ['5 toString', 'refused: “toString” is no currency code'],
  ['9007199254740991 billion EUR', 'refused: the amount is too large'],
  ['much', 'refused: '],
  ['', 'refused: '],
  [map({}), 'refused: '],
  [['5 EUR'], 'refused: found a list'],
]);

table(number, [
  ['50', '50'],
  ['1 200', '1200'],
  ['1.200', '1200'],
  ['1,200', '1200'],
  ['3,4', '3.4'],
  ['3.4', '3.4'],
  ['0.123', '0.123'],
  ['0,5', '0.5'],
  ['007', '7'],
  ['-3', '-3'],
  ['−3', '-3'],
  ['+3', '3'],
  ['1.234,567', '1234.567'],
  ['123,4560', '123.4560'],
  ['0.0000001', '0.0000001'],
  ['1.2.3', 'refused: '],
  ['1e5', 'refused: '],
  ['0x10', 'refused: '],
  ['99999999999999999999', 'refused: '],
  ['NaN', 'refused: '],
  ['about 50', 'refused: '],
  ['', 'refused: '],
  [map({}), 'refused: '],
]);

table(url, [
  ['https://www.example.org', 'https://www.example.org'],
  ['http://example.org/a?b=c#d', 'http://example.org/a?b=c#d'],
  ['www.example.org', 'https://www.example.org'],
  ['example.org:8080/x', 'https://example.org:8080/x'],
  ['<https://example.org>', 'https://example.org'],
  ['https://économie.example', 'https://économie.example'],
  ['javascript:alert(1)', 'refused: '],
  ['JavaScript:alert(document.domain)//x.org', 'refused: '],
  ['javascript://example.org/%0aalert(1)', 'refused: '],
  ['javascript:0@example.org', 'refused: '],
  ['data:text/html,<script>x.y</script>', 'refused: '],
  ['mailto:a@example.org', 'refused: '],
  ['ftp://example.org', 'refused: '],
  ['file:///etc/passwd', 'refused: '],
  ['https://example.org/a b', 'refused: '],
  ['https://', 'refused: '],
  ['example', 'refused: '],
  ['', 'refused: '],
  [['https://example.org'], 'refused: '],
]);

table(place, [
  ['37.39, -5.99', '37.39,-5.99'],
  ['37.39 -5.99', '37.39,-5.99'],
  ['37.39;-5.99', '37.39,-5.99'],
  ['37.390, -5.990', '37.39,-5.99'],
  ['-0, 0.0000001', '0,0'],
  ['90, -180', '90,-180'],
  [map({ lat: '37.39', lon: '-5.99' }), '37.39,-5.99'],
  [map({ lat: '37.39', lng: '-5.99' }), '37.39,-5.99'],
  ['120, 45', 'refused: latitude goes from -90 to 90, longitude from -180 to 180 (45, 120)'],
  ['120, 190', 'refused: latitude goes from -90 to 90, longitude from -180 to 180'],
  ['37.39', 'refused: '],
  ['Seville', 'refused: '],
  [map({ lat: map({ x: '1' }), lon: '2' }), 'refused: '],
  [map({ lat: '1' }), 'refused: '],
]);

table(country, [
  ['NO', 'NO'],
  ['EL', 'GR'],
  ['UK', 'GB'],
  ['Norvège', 'NO'],
  ['ESPAÑA', 'ES'],
  ['Jordanie', 'JO'],
  ['Frace', `refused:  (${concepts('countries').nearest('Frace').join(', ')})`],
  ['Atlantis', `refused: ${hints('countries', 'Atlantis')}`],
  [map({}), 'refused: found a group of keys'],
]);

table(language, [
  ['fr', 'fr'],
  ['Français', 'fr'],
  ['Greek', 'el'],
  ['', `refused: ${hints('languages', '')}`],
]);

table(theme, [
  ['public-policy', 'public-policy'],
  ['Économie sociale et solidaire', 'sse'],
  ['KALO', `refused: ${hints('themes', 'KALO')}`],
]);

table(region, [
  ['ES61', concepts('regions').find('ES61') ?? ''],
  [' Middle-earth ', 'Middle-earth'],
  [['ES61'], 'refused: found a group of keys'],
]);

table(names, [
  [map({ fr: ' Économie ', en: 'Economy' }), map({ fr: 'Économie', en: 'Economy' })],
  [map({ French: 'Économie' }), map({ fr: 'Économie' })],
  [map({ fr: '' }), map({})],
  ['Économie', 'refused: '],
  [map({ fr: ['a'] }), 'refused: the name in “fr” is no text'],
  [map({ klingon: 'x' }), `refused: “klingon” is no language${hints('languages', 'klingon')}`],
]);

table(identifiers, [
  [map({ PIC: '0999', vat: 'ES B123' }), map({ pic: '0999', vat: 'ES B123' })],
  [map({ ror: ['a', 'b'] }), map({ ror: ['a', 'b'] })],
  [map({ ror: map({}) }), 'refused: “ror” is a group of keys'],
  [map({ ror: [map({})] }), 'refused: “ror” is a group of keys'],
  ['999', 'refused: '],
]);

table(person, [
  ['Ada', map({ name: 'Ada' })],
  [map({ Name: 'Ada', Organization: 'X' }), map({ name: 'Ada', organisation: 'X' })],
  [map({ name: 'Ada', phone: '0033 1' }), map({ name: 'Ada', phone: '0033 1' })],
  [map({ role: 'x' }), 'refused: the name is missing'],
  [map({ name: ' ' }), 'refused: the name is missing'],
  [map({ name: ['Ada'] }), 'refused: “name” is no text'],
  ...[
    'yes',
    'TRUE',
    'oui',
    'sí',
    'sì',
    'sim',
    'ΝΑΙ',
    'نعم',
    '2024-03',
    'no',
    'non',
    'Não',
    'όχι',
    'لا',
    '',
  ].map((consent): Row => [map({ name: 'Ada', consent }), map({ name: 'Ada', consent })]),
  ...['asked', 'ja', 'yes, but not the phone'].map((consent): Row => [
    map({ name: 'Ada', consent }),
    `refused: “${consent}” is no clear consent (yes, no, the date on which it was given)`,
  ]),
  [['Ada'], 'refused: found a list'],
]);

table(claim, [
  [map({ field: 'budget', value: '3 MEUR' }), map({ field: 'budget', value: '3 MEUR' })],
  [map({ field: 'budget' }), 'refused: its value is missing'],
  [map({}), 'refused: its field is missing'],
  ['budget', 'refused: '],
]);

table(text, [
  [' a\nb ', 'a\nb'],
  ['07001', '07001'],
  [map({}), 'refused: found a group of keys'],
]);

table(tag, [
  ['#energy', 'energy'],
  [' energy ', 'energy'],
  [[], 'refused: found a group of keys'],
]);

function hints(vocabulary: string, written: string): string {
  const near = concepts(vocabulary).nearest(written);
  return near.length > 0 ? ` (${near.join(', ')})` : '';
}

describe('several on one line', () => {
  it.each([
    [theme, 'sse, public-policy', ['sse', ' public-policy']],
    [country, 'ES; PT|GR', ['ES', ' PT', 'GR']],
    [theme, 'Production, commerce et consommation responsables', undefined],
    [tag, '#a #b, c', ['#a', '#b', ' c']],
  ])('$name: %j', (value, written, items) => {
    const split = value.items?.(written, context) ?? [];
    expect(split).toEqual(items ?? [written]);
  });
});

it('a tag costs no more than its length', () => {
  expect(tag.items?.(`a${' '.repeat(200_000)}b`, context)).toHaveLength(1);
});

describe('every value', () => {
  const all: readonly Value[] = [
    claim,
    country,
    form,
    format,
    language,
    level,
    role,
    status,
    theme,
    date,
    money,
    identifiers,
    names,
    number,
    period,
    person,
    place,
    region,
    tag,
    text,
    url,
  ];
  const key = fc
    .oneof(
      fc.constantFrom(
        'amount',
        'currency',
        'start',
        'end',
        'lat',
        'lon',
        'name',
        'fr',
        'field',
        'value',
      ),
      fc.string(),
    )
    .filter((each) => !isForbiddenKey(each));
  const written = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'0123456789.,- /–€kmM:XT'.split('')) }),
    fc.constantFrom('EUR', '5 EUR', '2019', 'ES', 'sse', '37, 5', 'example.org'),
    fc.double().map(String),
    fc.date({ noInvalidDate: true }).map((each) => each.toISOString()),
    fc
      .tuple(fc.double({ noNaN: true }), fc.constantFrom('', ' k', ' million', ' billion'))
      .map(([n, s]) => `${n}${s} EUR`),
    fc.tuple(fc.float({ noNaN: true }), fc.float({ noNaN: true })).map(([a, b]) => `${a}, ${b}`),
    fc.webUrl(),
  );
  const { node } = fc.letrec<{ node: Node }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      written,
      fc.array(tie('node'), { maxLength: 3 }),
      fc.array(fc.tuple(key, tie('node')), { maxLength: 4 }).map(nodeMap),
    ),
  }));

  it.each(all)(
    '$name reads anything without failing, shows what it read, and reads that as the same',
    (value) => {
      fc.assert(
        fc.property(node, (given) => {
          for (const part of typeof given === 'string'
            ? (value.items?.(given, context) ?? [given])
            : [given]) {
            const parsed = value.parse(part, context);
            if (!('value' in parsed)) {
              expect(typeof parsed.reason).toBe('string');
              continue;
            }
            expect(value.parse(parsed.value, context)).toEqual(parsed);
            if (value.show) expect(typeof value.show(parsed.value, context, 'fr')).toBe('string');
          }
        }),
        { numRuns: 400, seed: 7 },
      );
    },
  );

  it('is the value of some field, or a fact of some relation', async () => {
    const used = new Set<Value>();
    for (const kind of (await loadKinds()).all()) {
      for (const field of Object.values(kind.fields)) used.add(field.value);
      for (const { facts } of Object.values(kind.relations))
        for (const fact of Object.values(facts ?? {})) used.add(fact);
    }
    expect(all.filter((value) => !used.has(value)).map(({ name }) => name)).toEqual([]);
  });
});

describe('shown to people', () => {
  it.each([
    [money, '3400000 EUR', 'en', '3,400,000 EUR'],
    [money, '3400000.5 EUR', 'es', '3.400.000,5 EUR'],
    [country, 'GR', 'ar', 'اليونان'],
    [country, 'GR', 'el', 'Ελλάδα'],
    [period, '2014/2020', 'en', '2014 – 2020'],
    [place, '37.39,-5.99', 'en', '37.39, -5.99'],
    [names, map({ fr: 'A', en: 'B' }), 'en', 'fr: A; en: B'],
    [identifiers, map({ ror: ['a', 'b'] }), 'en', 'ror: a, b'],
    [person, map({ name: 'Ada', role: 'chair', email: 'a@b.c' }), 'en', 'Ada, chair'],
    [claim, map({ field: 'budget', value: '3', document: 'd' }), 'en', 'budget: 3 (d)'],
  ] as const)('$name %j in %s: %j', (value, canonical, lang, shown) => {
    expect(value.show?.(canonical, context, lang)).toBe(shown);
  });
});
