import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/extract/evaluate/evaluate.ts';
import type { Gold, GoldSpan } from '../../src/extract/evaluate/gold.ts';
import { readGold } from '../../src/extract/evaluate/gold.ts';
import { byRule, compare, figuresOf, sum } from '../../src/extract/evaluate/tally.ts';
import type { Entity, Extraction, Quote } from '../../src/extract/extraction.ts';
import type { KnownRecord } from '../../src/core/known-record.ts';
import { concepts } from '../../src/vocabulary/load.ts';

const text = [
  'Sun Pact signed in Seville',
  'Alpha Coop leads SUNPACT with Beta Union and several farms. Paid by the MED programme.',
  'Gamma Trust, of Lyon in France, joined on 3 May 2021. From 2020 to 2023 it costs €5,000.',
].join('\n');

const known: readonly KnownRecord[] = [
  { id: 'alpha', kind: 'organisation', title: 'Alpha Coop', names: [] },
  { id: 'med', kind: 'programme', title: 'MED', names: ['Gamma Trust'] },
];

function span(quote: string): GoldSpan {
  const start = text.indexOf(quote);
  expect(start, quote).toBeGreaterThan(-1);
  return { text: quote, start, end: start + quote.length };
}

function quoted(quote: string): Quote {
  const { start, end } = span(quote);
  return { quote, start, end };
}

function gold(part: Readonly<{ [key: string]: unknown }>): Gold {
  const read = readGold(
    JSON.stringify({
      schema: 'koinon-gold/1',
      doc: 'x.txt',
      docType: 'news-item',
      kind: 'project',
      title: { value: 'Sun Pact signed in Seville', evidence: span('Sun Pact signed in Seville') },
      language: { primary: 'en' },
      ...part,
    }),
  );
  if (read === undefined) throw new Error('not read as an annotation');
  return read;
}

function thing(name: string, more: Readonly<{ [key: string]: unknown }> = {}) {
  return { id: name, name, mentions: [span(name)], ...more };
}

function entity(kind: string, title: string, more: Partial<Entity> = {}): Entity {
  return {
    id: title,
    kind,
    title,
    aliases: [],
    status: 'new',
    confidence: 0.9,
    rule: 'x',
    mentions: [quoted(title)],
    roles: [],
    ...more,
  };
}

function answer(part: Partial<Extraction>): Extraction {
  return {
    document: { title: 'Sun Pact signed in Seville', language: 'en', dates: [], sha256: '' },
    subject: null,
    facts: [],
    entities: [],
    acronyms: [],
    countries: [],
    regions: [],
    money: [],
    themes: [],
    figures: [],
    ...part,
  };
}

/** What a field counts: right of proposed, found of wanted. */
function scored(
  field: string,
  answered: Partial<Extraction>,
  wanted: Readonly<{ [key: string]: unknown }>,
) {
  const { tallies } = evaluate(answer(answered), gold(wanted), {
    text,
    known,
    vocabularies: concepts,
  });
  const tally = tallies.find((each) => each.field === field);
  return tally && `${tally.right}/${tally.proposed} right, ${tally.found}/${tally.wanted} found`;
}

function findings(answered: Partial<Extraction>, wanted: Readonly<{ [key: string]: unknown }>) {
  const { tallies } = evaluate(answer(answered), gold(wanted), {
    text,
    known,
    vocabularies: concepts,
  });
  return tallies.flatMap(({ field, findings }) =>
    findings.map(({ sort, value, quote }) => [field, sort, value, quote].join(' | ')),
  );
}

const document = (more: Partial<Extraction['document']>): Partial<Extraction> => ({
  document: { title: 'Sun Pact signed in Seville', language: 'en', dates: [], sha256: '', ...more },
});
const dates = (...list: readonly (readonly [role: string, value: string, of?: string])[]) =>
  document({
    dates: list.map(([role, value, of]) => ({
      role,
      value,
      evidence: quoted('2021'),
      ...(of === undefined ? {} : { of }),
    })),
  });
const dated = (...list: readonly (readonly [role: string, value: string, more?: object])[]) => ({
  dates: list.map(([role, value, more]) => ({ role, value, evidence: span('2021'), ...more })),
});
const country = (code: string, basis: 'explicit' | 'implied' | 'publisher', quote: string) => ({
  code,
  basis,
  mentions: [quoted(quote)],
});
const inCountry = (code: string, basis: string, quote: string, more: object = {}) => ({
  code,
  basis,
  mentions: [span(quote)],
  ...more,
});

describe('of a whole text', () => {
  test.each([
    ['en', '1/1 right, 1/1 found'],
    ['fr', '0/1 right, 0/1 found'],
  ])('the language %s', (language, expected) => {
    expect(scored('language', document({ language }), {})).toBe(expected);
  });

  test.each([
    ['project', 'news-item', 'project', '1/1 right, 1/1 found'],
    ['event', 'news-item', 'project', '0/1 right, 0/1 found'],
    ['project', 'good-practice', 'practice', '1/1 right, 1/1 found'],
    ['organisation', 'good-practice', 'practice', '0/1 right, 0/1 found'],
  ])('the kind %s of a %s that is a %s', (kind, docType, wanted, expected) => {
    const given = { subject: { kind, entity: 'x' } };
    expect(scored('kind', given, { docType, kind: wanted })).toBe(expected);
  });

  test('no kind is a miss and nothing false', () => {
    expect(scored('kind', { subject: null }, {})).toBe('0/0 right, 0/1 found');
  });

  test.each([
    ['SUN PACT signed in Séville', 'the same but for case and accents', '1/1 right, 1/1 found'],
    ['Sun Pact', 'a part that stands in the annotated place', '1/1 right, 1/1 found'],
    ['Alpha Coop', 'other words', '0/1 right, 0/1 found'],
    ['signed Sun Pact', 'words that stand nowhere', '0/1 right, 0/1 found'],
  ])('the title “%s”: %s', (title, _, expected) => {
    expect(scored('title', document({ title }), {})).toBe(expected);
  });

  test('the title of the record that it is about is as good', () => {
    const subject = { kind: 'project', entity: 'SUNPACT' };
    const given = {
      ...document({ title: 'x' }),
      subject,
      entities: [entity('project', 'SUNPACT')],
    };
    const title = { value: 'Sun Pact signed', recordName: 'Sunpact', evidence: span('Sun Pact') };
    expect(scored('title', given, { title })).toBe('1/1 right, 1/1 found');
  });
});

describe('dates', () => {
  test.each([
    [
      'by value, whatever their role',
      'dates',
      dates(['other', '2021-05-03']),
      dated(['event', '2021-05-03']),
      '1/1 right, 1/1 found',
    ],
    [
      'with role',
      'dates with role',
      dates(['other', '2021-05-03']),
      dated(['event', '2021-05-03']),
      '0/1 right, 0/1 found',
    ],
    [
      'at another precision',
      'dates',
      dates(['event', '2021-05']),
      dated(['event', '2021-05-03']),
      '0/1 right, 0/1 found',
    ],
    [
      'an interval says its ends',
      'dates',
      dates(['period', '2020/2023']),
      dated(['start', '2020'], ['end', '2023']),
      '0/0 right, 2/2 found',
    ],
    [
      'the ends say an interval',
      'dates with role',
      dates(['start', '2020', 'x'], ['end', '2023', 'x']),
      dated(['period', '2020/2023']),
      '0/0 right, 1/1 found',
    ],
    [
      'optional ones are out of account',
      'dates',
      dates(['other', '2020']),
      dated(['other', '2020', { optional: true }], ['other', '2019', { optional: true }]),
      '0/0 right, 0/0 found',
    ],
    [
      'once, however often they stand there',
      'dates',
      dates(['event', '2020'], ['start', '2020']),
      dated(['event', '2020'], ['other', '2020', { optional: true }]),
      '1/1 right, 1/1 found',
    ],
    [
      'a year that the annotator inferred, left open',
      'dates',
      dates(['event', 'XXXX-05-03']),
      dated(['event', '2021-05-03', { yearInferred: true }]),
      '0/0 right, 0/1 found',
    ],
    [
      'a year that stands there, left open',
      'dates',
      dates(['event', 'XXXX-05-03']),
      dated(['event', '2021-05-03']),
      '0/1 right, 0/1 found',
    ],
    [
      'an optional one in another role',
      'dates with role',
      dates(['start', '2020']),
      dated(['other', '2020', { optional: true }]),
      '0/0 right, 0/0 found',
    ],
    [
      'to be founded is to start',
      'dates with role',
      dates(['founded', '2020']),
      dated(['established', '2020']),
      '1/1 right, 1/1 found',
    ],
  ] as const)('%s', (_, field, given, wanted, expected) => {
    expect(scored(field, given, wanted)).toBe(expected);
  });
});

test('money counts by amount and currency', () => {
  const money = [{ amount: 5000, currency: 'USD', kind: 'total', evidence: quoted('€5,000') }];
  const budget = [{ amount: 5000, currency: 'EUR', raw: span('€5,000') }];
  expect(scored('money', { money }, { budget })).toBe('0/1 right, 0/1 found');
  const right = [{ ...money[0]!, currency: 'EUR', kind: 'other' }];
  expect(scored('money', { money: right }, { budget })).toBe('1/1 right, 1/1 found');
});

describe('countries', () => {
  const france = inCountry('FR', 'explicit', 'France');
  const spain = inCountry('ES', 'implied', 'Seville');

  test.each([
    ['named', 'countries named', [country('FR', 'explicit', 'France')], '1/1 right, 1/1 found'],
    ['implied', 'countries implied', [country('ES', 'implied', 'Seville')], '1/1 right, 1/1 found'],
    [
      'only implied where it is named',
      'countries named',
      [country('FR', 'implied', 'Lyon')],
      '0/0 right, 0/1 found',
    ],
    [
      'implied beside its name is no matter',
      'countries implied',
      [country('FR', 'implied', 'Lyon')],
      '0/0 right, 0/1 found',
    ],
    [
      'taken as named where it is implied',
      'countries named',
      [country('ES', 'explicit', 'Seville')],
      '0/1 right, 0/1 found',
    ],
    [
      'which finds what is implied',
      'countries implied',
      [country('ES', 'explicit', 'Seville')],
      '0/0 right, 1/1 found',
    ],
    [
      'of the publisher only',
      'countries named',
      [country('BE', 'publisher', 'Lyon')],
      '0/0 right, 0/1 found',
    ],
    ['elsewhere', 'countries implied', [country('MT', 'implied', 'Alpha')], '0/1 right, 0/1 found'],
  ] as const)('%s', (_, field, countries, expected) => {
    expect(scored(field, { countries }, { countries: [france, spain] })).toBe(expected);
  });

  test('an adjective demands nothing and excuses', () => {
    const wanted = { countries: [inCountry('FR', 'demonym', 'France')] };
    const given = { countries: [country('FR', 'explicit', 'France')] };
    expect(scored('countries named', given, wanted)).toBe('0/0 right, 0/0 found');
  });
});

test.each([
  ['ES-AN', 'Seville', '1/1 right, 1/1 found', 'by either code'],
  ['ES61', 'Seville', '1/1 right, 1/1 found', 'by either code'],
  ['FR-ARA', 'Lyon', '0/0 right, 0/1 found', 'a town may name one'],
  ['ES-CT', 'Alpha', '0/1 right, 0/1 found', 'another'],
])('the region %s at %s: %s (%s)', (code, quote, expected) => {
  const regions = [{ code, name: code, mentions: [quoted(quote)] }];
  const wanted = {
    regions: [{ id: 'a', name: 'Andalusia', iso: 'ES-AN', mentions: [span('Seville')] }],
    places: [{ mentions: [span('Lyon')] }],
  };
  expect(scored('regions', { regions }, wanted)).toBe(expected);
});

test.each([
  ['BU', 'Beta Union', '1/1 right, 1/1 found'],
  ['bu', 'the Beta Union', '1/1 right, 1/1 found'],
  ['BU', 'Union', '0/1 right, 0/1 found'],
  ['AC', 'Beta Union', '0/1 right, 0/1 found'],
])('the acronym %s for “%s”: %s', (short, long, expected) => {
  const acronyms = [
    {
      acronym: 'BU',
      expansion: 'Beta Union',
      acronymSpan: span('Beta'),
      expansionSpan: span('Beta Union'),
    },
  ];
  expect(
    scored('acronyms', { acronyms: [{ short, long, evidence: quoted('Beta') }] }, { acronyms }),
  ).toBe(expected);
});

test('an acronym whose long form the end of a line parts in the annotation', () => {
  const [acronymSpan, expansionSpan] = [span('Beta'), span('Beta Union')];
  const acronyms = [{ acronym: 'BU', expansion: 'Beta Uni- on', acronymSpan, expansionSpan }];
  const given = { acronyms: [{ short: 'BU', long: 'Beta Union', evidence: quoted('Beta') }] };
  expect(scored('acronyms', given, { acronyms })).toBe('1/1 right, 1/1 found');
});

describe('organisations, projects, events, programmes', () => {
  const organisations = [thing('Alpha Coop'), thing('Beta Union'), thing('Gamma Trust')];

  test('those of the base are counted apart, by their names', () => {
    const given = {
      entities: [entity('organisation', 'Alpha Coop'), entity('organisation', 'Beta Union')],
    };
    expect(scored('organisations known', given, { organisations })).toBe('1/1 right, 1/1 found');
    expect(scored('organisations new', given, { organisations })).toBe('1/1 right, 1/2 found');
  });

  test('what is nowhere annotated is false as what it was taken for', () => {
    const given = {
      entities: [
        entity('organisation', 'Lyon', { status: 'known' }),
        entity('organisation', 'Paid'),
      ],
    };
    expect(scored('organisations known', given, {})).toBe('0/1 right, 0/0 found');
    expect(scored('organisations new', given, {})).toBe('0/1 right, 0/0 found');
  });

  test('a shared letter is enough, the exact words count too', () => {
    const given = { entities: [entity('organisation', 'with Beta Union')] };
    const { tallies } = evaluate(answer(given), gold({ organisations: [thing('Beta Union')] }), {
      text,
      known: [],
      vocabularies: concepts,
    });
    expect(tallies.find(({ field }) => field === 'organisations new')).toMatchObject({
      right: 1,
      found: 1,
      rightExactly: 0,
      foundExactly: 0,
    });
  });

  test.each([
    ['project', 'projects', '1/1 right, 1/1 found'],
    ['practice', 'projects', '1/1 right, 1/1 found'],
    ['organisation', 'projects', '0/0 right, 0/1 found'],
    ['programme', 'programmes', '0/1 right, 0/0 found'],
    ['event', 'events', '0/1 right, 0/0 found'],
  ])('a %s where a project is annotated, among the %s', (kind, field, expected) => {
    expect(
      scored(field, { entities: [entity(kind, 'SUNPACT')] }, { projects: [thing('SUNPACT')] }),
    ).toBe(expected);
  });

  test('optional: neither missed nor false', () => {
    const wanted = { organisations: [thing('Beta Union', { optional: true })] };
    expect(scored('organisations new', {}, wanted)).toBe('0/0 right, 0/0 found');
    const given = { entities: [entity('organisation', 'Beta Union')] };
    expect(scored('organisations new', given, wanted)).toBe('0/0 right, 0/0 found');
  });

  test.each([
    ['sure', { confidence: 0.9 }, '0/0 right, 0/1 found'],
    ['unsure', { confidence: 0.5 }, '1/1 right, 1/1 found'],
    ['one of several', { status: 'candidates' }, '1/1 right, 1/1 found'],
  ] as const)('of low certainty, proposed as %s', (_, more, expected) => {
    const wanted = { organisations: [thing('Beta Union', { certainty: 'low' })] };
    const given = { entities: [entity('organisation', 'Beta Union', more)] };
    expect(scored('organisations new', given, wanted)).toBe(expected);
  });

  test.each([
    ['alpha', '1/1 right, 1/1 found'],
    ['beta', '0/1 right, 0/1 found'],
    [undefined, '0/0 right, 0/1 found'],
  ])('linked with the record %s: %s', (record, expected) => {
    const more = record === undefined ? {} : { record, status: 'known' as const };
    const given = { entities: [entity('organisation', 'Alpha Coop', more)] };
    expect(scored('links to the base', given, { organisations })).toBe(expected);
  });
});

describe('roles', () => {
  const wanted = (role: string, more: object = {}) => ({
    organisations: [
      thing('Alpha Coop', { roles: [{ role, of: 'SUNPACT', evidence: span('leads'), ...more }] }),
    ],
    projects: [thing('SUNPACT')],
  });
  const given = (role: Entity['roles'][number]['role'], of = 'SUNPACT') => ({
    entities: [
      entity('organisation', 'Alpha Coop', {
        roles: [{ role, of, evidence: quoted('leads'), rule: 'x', confidence: 1 }],
      }),
      entity('project', 'SUNPACT'),
      entity('organisation', 'Beta Union'),
    ],
  });

  test.each([
    ['the same', given('lead'), wanted('lead'), 'roles', '1/1 right, 1/1 found'],
    ['another', given('partner'), wanted('lead'), 'roles', '0/1 right, 0/1 found'],
    [
      'of something else',
      given('lead', 'Beta Union'),
      wanted('lead'),
      'roles',
      '0/1 right, 0/1 found',
    ],
    ['of nothing', given('lead', 'gone'), wanted('lead'), 'roles', '0/1 right, 0/1 found'],
    [
      'a co-organiser organises',
      given('co-organiser'),
      wanted('organiser'),
      'roles',
      '1/1 right, 1/1 found',
    ],
    ['a near one', given('partner'), wanted('associated'), 'roles', '0/0 right, 0/0 found'],
    [
      'and what was demanded is missed',
      given('partner'),
      wanted('associated'),
      'roles, further',
      '0/0 right, 0/1 found',
    ],
    [
      'inferred by the annotator',
      given('partner'),
      wanted('lead', { certainty: 'inferred' }),
      'roles',
      '0/1 right, 0/0 found',
    ],
    [
      'one of two that are written together',
      given('funder'),
      wanted('founder/funder'),
      'roles',
      '0/0 right, 0/0 found',
    ],
    [
      'lighter ones apart',
      given('speaker'),
      wanted('speaker'),
      'roles, further',
      '1/1 right, 1/1 found',
    ],
    [
      'of the document',
      given('lead'),
      { ...wanted('publisher', { of: 'document' }) },
      'roles',
      '0/1 right, 0/0 found',
    ],
  ])('%s', (_, answered, annotated, field, expected) => {
    expect(scored(field, answered, annotated)).toBe(expected);
  });

  test('relations say the same as roles, once', () => {
    const relation = { subject: 'SUNPACT', predicate: 'ledBy', object: 'Alpha Coop' };
    expect(scored('roles', given('lead'), { ...wanted('lead'), relations: [relation] })).toBe(
      '1/1 right, 1/1 found',
    );
    const { organisations, projects } = wanted('member');
    expect(scored('roles', given('lead'), { organisations, projects, relations: [relation] })).toBe(
      '1/1 right, 1/1 found',
    );
  });

  test('a programme that pays demands no role', () => {
    const relation = { subject: 'SUNPACT', predicate: 'fundedBy', object: 'MED' };
    const programmes = [thing('MED')];
    expect(
      scored('roles', {}, { programmes, projects: [thing('SUNPACT')], relations: [relation] }),
    ).toBe('0/0 right, 0/0 found');
  });
});

describe('themes', () => {
  const theme = (id: string, more: object = {}) => ({ id, evidence: span('farms'), ...more });
  const proposed = (id: string, quote = 'Lyon') => ({
    themes: [{ id, score: 1, evidence: [quoted(quote)] }],
  });

  test.each([
    ['energy', 'energy', '1/1 right, 1/1 found'],
    ['social-finance', 'solidarity-finance', '1/1 right, 1/1 found'],
    ['advocacy-policy', 'public-policy', '1/1 right, 1/1 found'],
    ['advocacy-policy', 'networking', '1/1 right, 1/1 found'],
    ['women', 'energy', '0/1 right, 0/1 found'],
  ])('annotated as %s, proposed as %s: %s', (word, id, expected) => {
    expect(scored('themes', proposed(id), { themes: [theme(word)] })).toBe(expected);
  });

  test('a word that is none of ours is told apart, and its place excuses', () => {
    const wanted = { themes: [theme('visibility-branding')] };
    expect(scored('themes', proposed('media', 'farms'), wanted)).toBe('0/0 right, 0/0 found');
    expect(scored('themes', proposed('media'), wanted)).toBe('0/1 right, 0/0 found');
    const { foreignThemes } = evaluate(answer({}), gold(wanted), {
      text,
      known,
      vocabularies: concepts,
    });
    expect(foreignThemes).toEqual(['visibility-branding']);
  });
});

describe('hard false positives', () => {
  const hard = (given: Partial<Extraction>, wanted: Readonly<{ [key: string]: unknown }>) =>
    findings(given, wanted).filter((finding) => finding.startsWith('hard'));

  test('a group made an organisation', () => {
    const wanted = { genericOrganisations: [span('several farms')] };
    expect(hard({ entities: [entity('organisation', 'farms')] }, wanted)).toEqual([
      'hard false positives | hard | organisation farms | farms',
    ]);
  });

  test('a group made a project is only false', () => {
    const wanted = { genericOrganisations: [span('several farms')] };
    expect(hard({ entities: [entity('project', 'farms')] }, wanted)).toEqual([]);
  });

  test('anything in a trap, unless that is right somewhere', () => {
    const traps = [{ ...span('Gamma Trust'), why: 'x' }];
    const given = {
      entities: [entity('organisation', 'Gamma')],
      countries: [country('GM', 'implied', 'Gamma')],
      regions: [{ code: 'GM-X', name: 'x', mentions: [quoted('Gamma')] }],
      acronyms: [{ short: 'GT', long: 'Gamma Trust', evidence: quoted('Gamma') }],
      money: [{ amount: 1, currency: 'EUR', kind: 'other', evidence: quoted('Gamma') }],
    };
    expect(hard(given, { traps })).toHaveLength(5);
    expect(
      hard(given, {
        traps,
        organisations: [thing('Gamma Trust')],
        countries: [inCountry('GM', 'explicit', 'France')],
        regions: [{ id: 'x', name: 'x', iso: 'GM-X', mentions: [span('France')] }],
        budget: [{ amount: 1, currency: 'EUR', raw: span('€5,000') }],
      }),
    ).toEqual(['hard false positives | hard | acronym GT | Gamma']);
  });

  test('each proposal once, however many traps it fell into', () => {
    const mentions = [quoted('Gamma'), quoted('Lyon')];
    const traps = [span('Gamma'), span('Lyon')];
    expect(hard({ entities: [entity('event', 'Gamma', { mentions })] }, { traps })).toHaveLength(1);
  });

  test('what reaches beyond the trap is only false', () => {
    const traps = [{ ...span('Trust'), why: 'x' }];
    expect(hard({ entities: [entity('organisation', 'Gamma Trust')] }, { traps })).toEqual([]);
  });
});

test('every quote is looked up in the text', () => {
  const moved = { ...quoted('Beta Union'), start: 1 };
  const given = {
    entities: [
      entity('organisation', 'Alpha Coop'),
      entity('organisation', 'Beta Union', { mentions: [moved] }),
    ],
  };
  expect(scored('evidence', given, {})).toBe('1/2 right, 0/0 found');
});

test('findings have value and words', () => {
  const given = { entities: [entity('organisation', 'Paid')] };
  expect(findings(given, { organisations: [thing('Beta Union')] })).toEqual(
    expect.arrayContaining([
      'organisations new | miss | Beta Union | Beta Union',
      'organisations new | false | organisation Paid | Paid',
    ]),
  );
});

test('fields of several texts add up', () => {
  const one = evaluate(answer({}), gold({ organisations: [thing('Beta Union')] }), {
    text,
    known,
    vocabularies: concepts,
  });
  const two = evaluate(
    answer({ entities: [entity('organisation', 'Beta Union')] }),
    gold({ organisations: [thing('Beta Union')] }),
    { text, known, vocabularies: concepts },
  );
  const all = sum([...one.tallies, ...two.tallies]);
  expect(all).toHaveLength(one.tallies.length);
  expect(all.find(({ field }) => field === 'organisations new')).toMatchObject({
    right: 1,
    proposed: 1,
    found: 1,
    wanted: 2,
  });
});

test.each([
  [{ right: 1, proposed: 3, found: 0, wanted: 4 }, 0.333, 0],
  [{ right: 0, proposed: 0, found: 0, wanted: 0 }, null, null],
])('%o is precision %s, recall %s', (counts, precision, recall) => {
  const tally = {
    field: 'x',
    foundExactly: 0,
    rightExactly: 0,
    findings: [],
    judged: [],
    ...counts,
  };
  expect(figuresOf(tally)).toMatchObject({ ...counts, precision, recall });
});

test('the precision of each rule is counted over all texts', () => {
  const wanted = [{ thing: 'a', value: 'a' }];
  const tallyOf = (...proposed: readonly (readonly [thing: string, rule: string])[]) =>
    compare(
      'roles',
      wanted,
      proposed.map(([thing, rule]) => ({ thing, value: thing, rule })),
      (one, other) => (one === other ? 'exact' : 'none'),
    );
  const rules = byRule([tallyOf(['a', 'row'], ['b', 'list']), tallyOf(['a', 'list'])]);
  expect(rules.map(({ rule, tally }) => [rule, tally.right, tally.proposed])).toEqual([
    ['list', 1, 2],
    ['row', 1, 1],
  ]);
});

test('hard false positives are counted, and no part of anything', () => {
  const given = answer({ entities: [entity('organisation', 'farms')] });
  const wanted = gold({ genericOrganisations: [span('several farms')] });
  const { tallies } = evaluate(given, wanted, { text, known, vocabularies: concepts });
  const hard = tallies.find(({ field }) => field === 'hard false positives');
  expect(hard && figuresOf(hard)).toMatchObject({ precision: null, recall: null, proposed: 1 });
});

test('another JSON file is no annotation', () => {
  expect(readGold('[1]')).toBeUndefined();
  expect(readGold('{"schema": "x"}')).toBeUndefined();
  expect(() => readGold('{')).toThrow(SyntaxError);
});
