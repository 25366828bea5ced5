import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/core/record.ts';
import { locate } from '../../src/markdown/locate.ts';
import { readFront } from '../../src/markdown/front.ts';
import { readRecord } from '../../src/markdown/read-record.ts';
import { loadKinds } from '../../src/registry.ts';
import { concepts } from '../../src/vocabulary/load.ts';
import { messageLine } from '../message-line.ts';

const context = { kinds: await loadKinds(), concepts };
const read = (text: string, path = 'projects/x.md'): Reading => readRecord(text, path, context);
const page = (...lines: readonly string[]) => `---\n${lines.join('\n')}\n---\n`;

/** Messages as people see them. */
function messages(text: string, path = 'projects/x.md'): readonly string[] {
  const { source } = readFront(text);
  return read(text, path).problems.map(({ path: steps, key, ...problem }) => {
    const place = steps && problem.line === undefined ? locate(source, steps, key) : {};
    return messageLine({ file: path, line: 1, column: 1, ...problem, ...place });
  });
}

/** Links as `relation target|label {facts}`. */
function links(text: string, path = 'projects/x.md'): readonly string[] {
  return (read(text, path).record?.links ?? []).map(({ relation, target, label, facts }) =>
    [
      relation,
      label === undefined ? target : `${target}|${label}`,
      ...(facts ? [JSON.stringify(facts)] : []),
    ].join(' '),
  );
}

describe('the id', () => {
  it.each([
    ['projects/MedTOWN.md', '', 'medtown', false],
    ['projects/medtown/index.md', '', 'medtown', false],
    ['projects/medtown/_index.md', 'kind: project', 'medtown', false],
    ['projects/medtown/README.md', 'type: project', 'medtown', false],
    ['projects/Κοινωνική Οικονομία.md', '', 'koinoniki-oikonomia', false],
    ['projects/الأردن.md', '', 'alardn', false],
    ['projects/L’économie.md', '', 'economie', false],
    ['projects/x.md', 'id: my-id', 'my-id', true],
    ['projects/x.md', 'ID: my-id', 'my-id', true],
    ['projects/x.md', 'id: 2019', '2019', true],
    ['projects/x.md', 'id:', 'x', false],
    ['projects/x.md', 'id: My Id', 'my-id', true],
    ['projects/x.md', 'id: projects/x', 'projects-x', true],
    ['projects/x.md', 'id: [a]', 'x', false],
    ['projects/x.md', 'id: "!!"', 'x', false],
  ])('of %s with %j is %s', (path, line, id, explicitId) => {
    expect(read(page(line), path).record).toMatchObject({ id, explicitId });
  });

  it('of a stem in another script is made for this stem, and no other', () => {
    const ids = ['地中海社会的经济.md', '地中海社会的团结.md'].map(
      (path) => read(page(), `projects/${path}`).record?.id ?? '',
    );
    for (const id of ids) expect(id).toMatch(/^record-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(2);
    expect(read(page(), 'projects/地中海社会的经济.md').record?.id).toBe(ids[0]);
  });

  it.each([
    [
      'id: My Id',
      'projects/x.md:2:5  error  id  Expected an id of lower-case letters, digits and hyphens, found “My Id” (my-id?)',
    ],
    [
      'id: a/b',
      'projects/x.md:2:5  error  id  Expected an id of lower-case letters, digits and hyphens, found “a/b” (a-b?)',
    ],
    [
      'id: "!!"',
      'projects/x.md:2:5  error  id  Expected an id of lower-case letters, digits and hyphens, found “!!”',
    ],
    ['id: [a]', 'projects/x.md:2:5  error  id  Expected an id, found a list or group'],
  ])('%j is refused in words', (line, message) => {
    expect(messages(page(line))).toEqual([message]);
  });
});

describe('the kind', () => {
  it.each([
    ['x.md', 'kind: project', 'project'],
    ['x.md', 'Kind: Project', 'project'],
    ['x.md', 'kind: Organization', 'organisation'],
    ['x.md', 'kind: organisations', 'organisation'],
    ['x.md', 'kind: program', 'programme'],
    ['x.md', 'type: event', 'event'],
    ['x.md', 'type: Practices', 'practice'],
    ['organisations/x.md', '', 'organisation'],
    ['Organizations/x.md', '', 'organisation'],
    ['programs/x.md', '', 'programme'],
    ['projects/2019/x.md', '', 'project'],
    ['projects/events/x.md', '', 'event'],
    ['events/x.md', 'kind: project', 'project'],
    ['documents/x.md', 'type: article', 'document'],
    ['events/x.md', 'type: report', 'event'],
    ['events/x.md', 'type: project', 'project'],
    ['events/x.md', 'type: projet', 'project'],
    ['x.md', 'type: rapport', 'document'],
    ['README.md', 'type: report', 'document'],
    ['projects/x.md', 'kind: projct', 'project'],
    ['projects/x.md', 'kind:', 'project'],
  ])('of %s with %j is %s', (path, line, kind) => {
    expect(read(page(line), path).record?.kind).toBe(kind);
  });

  it.each([
    [
      'x.md',
      page('title: A'),
      'x.md:1:1  info  kind  No kind: write “kind: organisation” (or project, event …), or move the file to the folder of its kind',
    ],
    [
      'projects/x.md',
      '# A',
      'projects/x.md:1:1  info  kind  No front matter: not a record. Begin it with lines ---, title: … and --- to make it one',
    ],
    [
      'x.md',
      '# A',
      'x.md:1:1  info  kind  No front matter: not a record. Begin it with lines ---, title: … and --- to make it one',
    ],
    [
      'x.md',
      '',
      'x.md:1:1  info  kind  No front matter: not a record. Begin it with lines ---, title: … and --- to make it one',
    ],
    [
      'x.md',
      page('title: A', 'kind: projct'),
      'x.md:3:7  error  kind  Expected a kind of record, found “projct” (project?)',
    ],
    [
      'x.md',
      page('kind: [project]'),
      'x.md:2:7  error  kind  Expected a kind of record, found a list or group (document, event, organisation, practice, programme, project?)',
    ],
  ])('none in %s %j', (path, text, message) => {
    expect(read(text, path).record).toBeUndefined();
    expect(messages(text, path)).toEqual([message]);
  });

  it.each(['README.md', 'events/README.md', 'projects/_index.md'])(
    'of %s is only what it says itself',
    (path) => {
      expect(read(page('title: A'), path).record).toBeUndefined();
      expect(messages(page('title: A'), path)).toEqual([
        `${path}:1:1  info  kind  No kind: _index.md and README.md are records only where they say it themselves; write “kind: project” to make it one`,
      ]);
    },
  );

  it('taken from type leaves no field behind, another type stays', () => {
    expect(read(page('type: document'), 'x.md').record).toMatchObject({ values: {}, extra: {} });
    expect(read(page('type: article'), 'documents/x.md').record?.values).toEqual({
      type: ['article'],
    });
    expect(read(page('type: article'), 'x.md').record?.values).toEqual({ type: ['article'] });
    expect(read(page('type: report'), 'events/x.md').record?.extra).toEqual({ type: ['report'] });
    expect(read(page('kind: document', 'type: event'), 'x.md').record?.values).toEqual({
      type: ['event'],
    });
    expect(read(page('type: cooperative'), 'organisations/x.md').record?.extra).toEqual({
      type: ['cooperative'],
    });
  });
});

describe('the title', () => {
  it.each([
    [page('title: A', 'name: B'), 'A'],
    [page('name: B'), 'B'],
    [page('title: ""', 'name: B'), 'B'],
    [page('title: 07001'), '07001'],
    [`${page('city: x')}# Heading *one*\n`, 'Heading one'],
    [`${page('city: x')}## Part\n\n# Heading\n`, 'Heading'],
    [`${page('city: x')}## Part\n`, 'x'],
    [page('city: x'), 'x'],
    [page('title: Projet: la suite'), 'Projet: la suite'],
  ])('of %j is %j', (text, title) => {
    expect(read(text).record?.title).toBe(title);
  });

  it('beside a name lets the name be searched', () => {
    const { record, problems } = read(page('title: A', 'name: B'));
    expect(record?.extra).toEqual({ name: ['B'] });
    expect(problems).toEqual([]);
  });

  it('that is no text is said to be none', () => {
    expect(messages(page('title: [[A]]'))).toEqual([
      'projects/x.md:2:8  error  title  Expected a text as title, found a list or group; put it in quotes',
    ]);
  });
});

describe('what was begun and left', () => {
  const said =
    'projects/x.md:1:1  info  unfinished  Nothing is written here but a kind: this looks unfinished; give it a title';

  it.each([page(), page('kind: project'), page('id: x', 'title:', 'summary: ""')])(
    'is said of %j',
    (text) => {
      expect(messages(text)).toEqual([said]);
      expect(read(text).record).toBeDefined();
    },
  );

  it.each(
    ['', '# T\n', 'Text\n', '[[a]]\n'].map((body, index) => [index === 0 ? 'own: x' : '', body]),
  )('is not said of %j with %j', (line, body) =>
    expect(messages(`${page(line)}${body}`)).toEqual([]),
  );

  it('may be a template', () => {
    expect(messages(page('title: "{{title}}"'))).toEqual([
      'projects/x.md:2:8  info  unfinished  The title holds “{{”: this looks like a template; move it out of the base, or fill it in',
    ]);
    expect(messages(`${page('city: x')}# {{title}}\n`)).toEqual([
      'projects/x.md:1:1  info  unfinished  The title holds “{{”: this looks like a template; move it out of the base, or fill it in',
    ]);
  });
});

describe('keys', () => {
  it.each([
    ['organisations/x.md', 'legal-form: A', { legal_form: ['A'] }],
    ['organisations/x.md', 'Legal Form: A', { legal_form: ['A'] }],
    ['organisations/x.md', 'LEGAL_FORM: A', { legal_form: ['A'] }],
    ['projects/x.md', 'theme: sse', { themes: ['sse'] }],
    ['projects/x.md', 'outputs: [a, b]', { outputs: ['a', 'b'] }],
    ['projects/x.md', 'output: a', { outputs: ['a'] }],
    ['projects/x.md', 'country: ES', { countries: ['ES'] }],
    ['projects/x.md', 'keywords: a, b', { tags: ['a', 'b'] }],
    ['projects/x.md', 'tags: "#a #b"', { tags: ['a', 'b'] }],
    ['projects/x.md', 'description: A', { summary: ['A'] }],
    ['projects/x.md', 'language: fr', { lang: ['fr'] }],
    ['projects/x.md', 'homepage: www.x.org', { website: ['https://www.x.org'] }],
    ['projects/x.md', 'start_date: 2019-09', { start: ['2019-09'] }],
    ['events/x.md', 'coordinates: 37, -5', { place: ['37,-5'] }],
    ['organisations/x.md', 'alias: [A]', { aliases: ['A'] }],
    ['organisations/x.md', 'city: [[León]]', { city: ['León'] }],
    ['organisations/x.md', 'country: "[[Spain]]"', { country: ['ES'] }],
    ['projects/x.md', 'summary: 12:30', { summary: ['12:30'] }],
    ['projects/x.md', 'themes: [sse, public-policy]', { themes: ['sse', 'public-policy'] }],
    ['projects/x.md', 'themes: [[sse], public-policy]', { themes: ['sse', 'public-policy'] }],
    ['projects/x.md', 'summary: A\nnote: ""', { summary: ['A'] }],
    ['projects/x.md', 'pays: [France, Tunisie]', { countries: ['FR', 'TN'] }],
    ['organisations/x.md', 'pays: France', { country: ['FR'] }],
    ['documents/x.md', 'date: 2024-03', { published: ['2024-03'] }],
    ['events/x.md', 'fecha: 2024-03', { start: ['2024-03'] }],
    ['projects/x.md', 'url: www.x.org', { website: ['https://www.x.org'] }],
    ['documents/x.md', 'url: www.x.org', { url: ['https://www.x.org'] }],
    ['documents/x.md', 'site web: www.x.org', { website: ['https://www.x.org'] }],
    ['programmes/x.md', 'appel: A', { calls: ['A'] }],
    ['projects/x.md', 'appels à projets: A', { call: ['A'] }],
    ['events/x.md', 'lieu: A', { venue: ['A'] }],
    ['organisations/x.md', 'lieu: A', { city: ['A'] }],
    ['organisations/x.md', 'names: A', { aliases: ['A'] }],
    ['organisations/x.md', 'noms: [A, B]', { aliases: ['A', 'B'] }],
    ['organisations/x.md', 'noms: {fr: A}', { names: [{ fr: 'A' }] }],
  ])('in %s: %j', (path, line, values) => {
    const { record, problems } = read(page(line), path);
    expect(problems).toEqual([]);
    expect(record?.values).toEqual(values);
    expect(record?.extra).toEqual({});
  });

  it.each([
    ['events/x.md', 'organizers: a', ['organisers a']],
    ['events/x.md', 'organizer: a', ['organisers a']],
    ['events/x.md', 'co-organizers: a', ['co_organisers a']],
    ['projects/x.md', 'partner: a', ['partners a']],
    ['projects/x.md', 'Lead Partner: a', ['lead a']],
    ['projects/x.md', 'coordinator: a', ['lead a']],
    ['projects/x.md', 'program: a', ['programme a']],
    ['projects/x.md', 'porteur: a', ['lead a']],
    ['practices/x.md', 'porteur: a', ['owner a']],
    ['projects/x.md', 'Derived-From: a', ['derived_from a']],
    ['organisations/x.md', 'member of: a', ['member_of a']],
    ['organisations/x.md', 'source: a', ['sources a']],
  ])('of relations in %s: %j', (path, line, expected) => {
    expect(links(page(line), path)).toEqual(expected);
    expect(read(page(line), path).problems).toEqual([]);
  });

  it('of another kind are kept where nothing comes near', () => {
    expect(read(page('état: fermé'), 'events/x.md').record).toMatchObject({
      values: {},
      extra: { état: ['fermé'] },
    });
  });

  it('that nobody declares are kept as they are', () => {
    const { record, problems } = read(
      page(
        'postcode: 07001',
        'version: 1.10',
        'when: 22:30',
        'deep: {a: [1, {b: 2}]}',
        'weather: 2024-03',
        'MyKey: v',
      ),
    );
    expect(problems).toEqual([]);
    expect(record?.extra).toEqual({
      postcode: ['07001'],
      version: ['1.10'],
      when: ['22:30'],
      deep: ['1', '2'],
      weather: ['2024-03'],
      mykey: ['v'],
    });
    expect(record?.values).toEqual({});
  });

  it.each([
    [
      'projects/x.md',
      'sumary: A',
      'projects/x.md:2:1  warning  field  “sumary” is no field of projects; it is kept as it is (summary?)',
    ],
    [
      'projects/x.md',
      'partnres: a',
      'projects/x.md:2:1  warning  field  “partnres” is no field of projects; it is kept as it is (partners?)',
    ],
    [
      'projects/x.md',
      'tilte: A',
      'projects/x.md:2:1  warning  field  “tilte” is no field of projects; it is kept as it is (title?)',
    ],
    [
      'organisations/x.md',
      'memberof: a',
      'organisations/x.md:2:1  warning  field  “memberof” is no field of organisations; it is kept as it is (member_of?)',
    ],
  ])('near a declared one: %s %j', (path, line, message) => {
    expect(messages(page(line), path)).toEqual([message]);
    expect(Object.keys(read(page(line), path).record?.extra ?? {})).toHaveLength(1);
  });

  it('that stand twice in other spellings are an error', () => {
    expect(messages(page('legal-form: A', 'legal_form: B'), 'organisations/x.md')).toEqual([
      'organisations/x.md:2:1  error  field  This field stands twice in other spellings; the first one is used',
    ]);
    expect(
      read(page('legal-form: A', 'legal_form: B'), 'organisations/x.md').record?.values,
    ).toEqual({ legal_form: ['A'] });
  });

  it('of a field with one value may not bring two', () => {
    expect(messages(page('start: 2019', 'start_date: 2020'))).toEqual([
      'projects/x.md:3:13  error  start_date  Expected one value, found 2; the first one is used',
    ]);
    expect(messages(page('start: [2019, 2020]'))).toEqual([
      'projects/x.md:2:8  error  start  Expected one value, found 2; the first one is used',
    ]);
    expect(read(page('start: 2019', 'start_date: 2020')).record?.values).toEqual({
      start: ['2019'],
    });
  });

  it('of two spellings join where several values make sense', () => {
    expect(read(page('theme: sse', 'themes: [public-policy]')).record?.values).toEqual({
      themes: ['sse', 'public-policy'],
    });
  });
});

describe('values that cannot be read', () => {
  it.each([
    [
      'organisations/x.md',
      ['title: A', 'country: Frace'],
      'organisations/x.md:3:10  error  country  Expected a country, by its code or name, found “Frace” (France?)',
    ],
    [
      'projects/x.md',
      ['countries: [ES, Frace]'],
      'projects/x.md:2:17  error  country  Expected a country, by its code or name, found “Frace” (France?)',
    ],
    [
      'projects/x.md',
      ['start: 2024-02-31'],
      'projects/x.md:2:8  error  date  Expected a date such as 2019, 2019-09 or 2019-09-22, found “2024-02-31”: there is no such day',
    ],
    [
      'projects/x.md',
      ['start: 22/09/2019'],
      'projects/x.md:2:8  error  date  Expected a date such as 2019, 2019-09 or 2019-09-22, found “22/09/2019” (2019-09-22?)',
    ],
    [
      'projects/x.md',
      ['budget: 5'],
      'projects/x.md:2:9  error  money  Expected an amount with its currency such as 3.4 million EUR or 410 250 EUR, found “5”: the currency is missing (5 EUR?)',
    ],
    [
      'projects/x.md',
      ['start: 2020', 'end: 2019'],
      'projects/x.md:3:6  error  period  Expected end not before start, found start 2020 and end 2019',
    ],
    [
      'projects/x.md',
      ['names:', '  fr: A', '  pt-XX: B'],
      'projects/x.md:4:10  error  names  Expected a name for each language, one a line, such as `fr: Économie solidaire`: “pt-XX” is no language',
    ],
    [
      'projects/x.md',
      ['partners:', '  - organisation: a', '    Country: Frace'],
      'projects/x.md:4:14  error  country  Expected a country, by its code or name, found “Frace” (France?)',
    ],
    [
      'projects/x.md',
      ['partners:', '  - country: FR'],
      'projects/x.md:3:5  error  partners  Expected the name of a record, found only country',
    ],
    [
      'projects/x.md',
      ['website: javascript:alert(1)'],
      'projects/x.md:2:10  error  url  Expected a web address such as https://www.example.org, found “javascript:alert(1)”',
    ],
    [
      'projects/x.md',
      ['partners:', '  - {id: a, from: 2021, to: 2019-09}'],
      'projects/x.md:3:29  error  period  Expected to not before from, found from 2021 and to 2019-09',
    ],
    [
      'projects/x.md',
      ['partners:', '  - {id: a, rol: partner}'],
      'projects/x.md:3:13  warning  field  “rol” is no fact that a link has here; it is kept as it is (role?)',
    ],
    [
      'projects/x.md',
      ['sources:', '  - document: a', '    supports: [start, Titre, name, lead partner, colour]'],
      'projects/x.md:4:50  warning  supports  Expected the name of a field of this record, found “colour”',
    ],
    [
      'projects/x.md',
      ['sources:', '  - {url: www.x.org, supports: colour}'],
      'projects/x.md:3:32  warning  supports  Expected the name of a field of this record, found “colour”',
    ],
    [
      'programmes/x.md',
      [`period: a${' '.repeat(60_000)}b`],
      'programmes/x.md:2:9  error  period  Expected a period such as 2014/2020 or 2019-09/2023-12, found “a',
    ],
    [
      'projects/x.md',
      ['partners:', `  - {id: a, budget: a${' '.repeat(60_000)}b}`],
      'projects/x.md:3:21  error  budget  Expected an amount with its currency such as 3.4 million EUR or 410 250 EUR, found “a',
    ],
  ])('in %s %j', (path, lines, message) => {
    const found = messages(page(...lines, 'summary: the rest'), path);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
    expect(read(page(...lines, 'summary: the rest'), path).record?.values['summary']).toEqual([
      'the rest',
    ]);
  });

  it('since they are too long are cut in the message, and said to be', () => {
    const [found = ''] = messages(page(`budget: ${'9'.repeat(2_000)}`));
    expect(found).toMatch(/9…”: the text is longer than 1000 characters and is not read$/);
    expect(found.length).toBeLessThan(400);
    expect(messages(page(`summary: ${'a '.repeat(2_000)}`))).toEqual([]);
  });

  it('of one language or half a period say nothing of the other', () => {
    expect(messages(page('start: 2019-09', 'end: 2019'))).toEqual([]);
    expect(messages(page('start: 2019', 'end: XXXX-01'))).toEqual([]);
  });
});

describe('relations', () => {
  it.each([
    ['lead: acpp', ['lead acpp']],
    ['lead: "[[acpp]]"', ['lead acpp']],
    ['lead: "[[acpp|The lead]]"', ['lead acpp|The lead']],
    ['lead: "[[Asamblea de Cooperación]]"', ['lead Asamblea de Cooperación']],
    ['lead: Asamblea, de Cooperación', ['lead Asamblea, de Cooperación']],
    ['lead: "[ACPP](../organisations/acpp.md)"', ['lead ../organisations/acpp.md|ACPP']],
    ['lead: [[acpp]]', ['lead acpp']],
    ['lead: [[acpp|The lead]]', ['lead acpp|The lead']],
    ['partners: [[a, b]]', ['partners a, b']],
    ['partners: [a, b]', ['partners a', 'partners b']],
    ['partners: [[[a]], [[b]]]', ['partners a', 'partners b']],
    ['partners: "[[a]], [[b]]"', ['partners a', 'partners b']],
    ['partners: "[[a]] [[b|B]]"', ['partners a', 'partners b|B']],
    ['partners:\n  - a\n  - "[[b]]"\n  - [[c]]', ['partners a', 'partners b', 'partners c']],
    ['partners:\n  - organisation: a', ['partners a']],
    ['partners:\n  - organization: a\n    role: lead', ['partners a {"role":"lead"}']],
    [
      'partners:\n  - "[[a]]"\n  - id: b\n    country: Spain\n    from: 2019-09\n    budget: 410 250 EUR\n    remark: x',
      [
        'partners a',
        'partners b {"country":"ES","from":"2019-09","budget":"410250 EUR","remark":"x"}',
      ],
    ],
    ['partners:\n  - Organisation: "[[a|A]]"\n    Country: EL', ['partners a|A {"country":"GR"}']],
    ['partners:\n  - organisation: [[a]]\n    country: ES', ['partners a {"country":"ES"}']],
    ['partners: {organisation: a, country: ES}', ['partners a {"country":"ES"}']],
    ['partners:', []],
    ['partners: []', []],
    ['partners: ["", "[[]]"]', []],
    ['sources: d', ['sources d']],
    [
      'sources:\n  - document: d\n    supports: [start, end]\n    quote: a "b"',
      ['sources d {"supports":["start","end"],"quote":"a \\"b\\""}'],
    ],
  ])('%j', (lines, expected) => {
    expect(links(page(lines))).toEqual(expected);
  });

  it('in brackets without quotes are understood with a hint', () => {
    expect(messages(page('lead: [[acpp]]'))).toEqual([
      'projects/x.md:2:7  info  quote  Read as a link; put it in quotes so that other tools can too: "[[acpp]]"',
    ]);
    expect(messages(page('partners:', '  - [[a]]'))).toEqual([
      'projects/x.md:3:5  info  quote  Read as a link; put it in quotes so that other tools can too: "[[a]]"',
    ]);
  });

  it('that may be web addresses keep them as values', () => {
    const { record, problems } = read(
      page('sources:', '  - https://x.org/a', '  - url: https://x.org/b', '    quote: q', '  - d'),
    );
    expect(problems).toEqual([]);
    expect(record?.values['sources']).toEqual([
      'https://x.org/a',
      { url: 'https://x.org/b', quote: 'q' },
    ]);
    expect(record?.links.map(({ target }) => target)).toEqual(['d']);
  });
});

describe('links in the body', () => {
  it.each([
    ['See [[acpp]] and [[b#Part|B]].', ['mentions acpp', 'mentions b|B']],
    ['![[acpp]] [x](../organisations/y.md)', ['mentions acpp', 'mentions ../organisations/y.md|x']],
    ['lead:: [[acpp]]', ['lead acpp']],
    ['Lead:: [[acpp]]', ['lead acpp']],
    ['derived from:: [[a]], [[b]]', ['derived_from a', 'derived_from b']],
    ['- partners [[a]]\n- partners [[b]]', ['partners a', 'partners b']],
    ['partner:: [[a]]', ['partners a']],
    ['- partner [[a]] (since 2019)', ['partners a']],
    ['- organizer [[a]]', ['mentions a']],
    ['summary:: [[a]]', ['mentions a']],
    ['constructor:: [[a]]', ['mentions a']],
    ['- We met our partners [[a]]', ['mentions a']],
    ['`[[a]]` <!-- [[b]] --> %% [[c]] %% https://x.org/[[d]]', ['mentions d']],
    ['```\n[[a]]\n```\n\n    [[b]]', []],
    ['[x](https://x.org/a.md)', []],
  ])('%j', (body, expected) => {
    expect(links(`${page('kind: project')}${body}\n`)).toEqual(expected);
  });

  it('know their line and column in the file', () => {
    const { record } = read(`${page('kind: project', 'lead: a')}\n# T\n\nSee [[b]]\n`);
    expect(
      record?.links.map(({ target, path, line, column }) => ({ target, path, line, column })),
    ).toEqual([
      { target: 'a', path: ['lead'], line: undefined, column: undefined },
      { target: 'b', path: undefined, line: 8, column: 5 },
    ]);
  });
});

describe('encodings of one text', () => {
  const text = `${page('title: Économie', 'lead: "[[Café]]"')}# Été\n\nVoir [[Œuvre]].\n`;

  it.each([
    ['with a byte order mark', `\ufeff${text}`],
    ['with CRLF', text.replaceAll('\n', '\r\n')],
  ])('%s it is the same record', (_, written) => {
    const { record, problems } = read(written);
    const plain = read(text);
    expect(problems).toEqual([]);
    expect({ ...record, front: '', text: record?.text.replaceAll('\r', '') }).toEqual({
      ...plain.record,
      front: '',
    });
  });

  it('decomposed it loads without comment', () => {
    expect(read(text.normalize('NFD')).problems).toEqual([]);
    expect(read(text.normalize('NFD')).record?.links).toHaveLength(2);
  });
});

it('the record of the contract loads without a message', () => {
  const text = `---
kind: project
title: MedTOWN
names:
  en: Co-producing social policies with SSE actors …
lead: "[[acpp]]"
partners:
  - "[[ccpp]]"
programme: "[[eni-cbc-med]]"
countries: [ES, PT, GR, TN, JO, PS]
start: 2019-09
end: 2023-12
budget: 3.4 million EUR
themes: [co-production, public-policy]
sources:
  - document: medtown-final-conference
    supports: [start, end, budget, countries]
---
MedTOWN tried out the co-production of social policies …
`;
  const { record, problems } = readRecord(text, 'medtown.md', context);
  expect(problems).toEqual([]);
  expect(record?.extra).toEqual({});
  expect(record?.values).toMatchObject({
    budget: ['3400000 EUR'],
    start: ['2019-09'],
    countries: ['ES', 'PT', 'GR', 'TN', 'JO', 'PS'],
  });
  expect(record?.links.map(({ relation }) => relation)).toEqual([
    'lead',
    'partners',
    'programme',
    'sources',
  ]);
});
