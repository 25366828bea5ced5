import naughty from 'big-list-of-naughty-strings' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { parseCondition } from '../../src/core/condition.ts';
import { parseQuery, queryLimits } from '../../src/core/parse-query.ts';
import type { Selection } from '../../src/core/selection.ts';
import { readRecord } from '../../src/markdown/read-record.ts';
import { loadKinds } from '../../src/registry.ts';
import type { Change, Store } from '../../src/store/store.ts';
import { concepts } from '../../src/vocabulary/load.ts';

export const context = { kinds: await loadKinds(), concepts };

/** By its id, as a selection wants it. */
const andalusia = concepts('regions').find('ES61') ?? '';

/** Front matter and a body. */
export function page(front: string, body = ''): string {
  return `---\n${front}\n---\n${body}`;
}

/** The change that a file with this text brings. */
export function put(path: string, text: string, movedFrom?: string): Change {
  const { record, problems } = readRecord(text, path, context);
  return {
    put: path,
    state: { size: text.length, mtime: 1.5, ctime: 2.5, inode: 3, hash: text, racy: false },
    problems,
    ...(record ? { record } : {}),
    ...(movedFrom === undefined ? {} : { movedFrom }),
  };
}

type Files = Readonly<{ [path: string]: string }>;

const puts = (files: Files) => Object.entries(files).map(([path, text]) => put(path, text));

async function collected<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** What every store promises, whatever it is made of. */
export function storeContract(name: string, open: () => Store): void {
  async function holding(files: Files): Promise<Store> {
    const store = open();
    await store.apply(puts(files));
    return store;
  }

  const keyOf = async (store: Store, path: string) =>
    (await collected(store.records({}))).find((record) => record.path === path)?.key ?? -1;

  const ids = async (store: Store, selection: Selection) => {
    const { hits, total } = await store.search(selection);
    const list = (await collected(store.records(selection))).map(({ id }) => id);
    const found = hits.map(({ record }) => record.id);
    const isRanked = selection.query !== undefined && selection.sort === undefined;
    // What is found by words comes best first; which of several is the best is another test.
    if (isRanked) expect(list.toSorted()).toEqual(found.toSorted());
    else expect(list).toEqual(found);
    expect(total).toBeGreaterThanOrEqual(list.length);
    return list;
  };

  /** The links of a file as `relation target state → path of the record it leads to`. */
  const linksOf = async (store: Store, path: string) => {
    const paths = new Map(
      (await collected(store.records({}))).map((record) => [record.key, record.path]),
    );
    return (await store.linksFrom(await keyOf(store, path))).map(
      ({ target, state, to }) =>
        `${target} ${state}${to === null ? '' : ` → ${paths.get(to) ?? '?'}`}`,
    );
  };

  describe(`${name}: what a target means`, () => {
    const target = (path: string) =>
      path.startsWith('organisations/') ? 'kind: organisation' : 'kind: project';

    it.each([
      // One step wins over each later one.
      [
        'a path before an id',
        'x/alpha',
        { 'x/alpha.md': 'kind: project', 'y/other.md': 'kind: project\nid: x-alpha' },
        'x/alpha.md',
      ],
      [
        'a path of the file or the base',
        'here/alpha.md',
        { 'here/alpha.md': 'kind: project' },
        'here/alpha.md',
      ],
      ['a path up from the file', '../x/alpha', { 'x/alpha.md': 'kind: project' }, 'x/alpha.md'],
      [
        'a path from the base with /',
        '/x/alpha',
        { 'x/alpha.md': 'kind: project', 'here/x/alpha.md': 'kind: project' },
        'x/alpha.md',
      ],
      [
        'an id before a stem',
        'alpha',
        { 'x/alpha.md': 'kind: project\nid: beta', 'y/gamma.md': 'kind: project\nid: alpha' },
        'y/gamma.md',
      ],
      [
        'a stem before a title',
        'alpha',
        { 'x/alpha.md': 'kind: project\nid: beta', 'y/gamma.md': 'kind: project\ntitle: Alpha' },
        'x/alpha.md',
      ],
      [
        'a title before an alias',
        'Alpha',
        { 'x/b.md': 'kind: project\ntitle: ALPHA', 'y/c.md': 'kind: project\naliases: [Alpha]' },
        'x/b.md',
      ],
      [
        'an acronym before names',
        'ALP',
        { 'x/b.md': 'kind: project\nacronym: ALP', 'y/c.md': 'kind: project\nnames: {fr: ALP}' },
        'x/b.md',
      ],
      [
        'any of the names',
        'Économie verte',
        { 'x/b.md': 'kind: project\nnames: {fr: Économie verte, en: Green economy}' },
        'x/b.md',
      ],
      [
        'a folded title',
        'ECONOMIE  sociale',
        { 'x/b.md': 'kind: project\ntitle: L’Économie sociale' },
        'x/b.md',
      ],
      [
        'a decomposed title',
        'Été',
        { 'x/b.md': `kind: project\ntitle: ${'Été'.normalize('NFD')}` },
        'x/b.md',
      ],
      ['a stem with .md', 'alpha.md', { 'x/alpha.md': 'kind: project' }, 'x/alpha.md'],
      ['a Greek stem', 'Κοινωνική', { 'x/κοινωνικη.md': 'kind: project' }, 'x/κοινωνικη.md'],
      ['a title with a slash', 'ESS/SSE', { 'x/b.md': 'kind: project\ntitle: ESS-SSE' }, 'x/b.md'],
      [
        'an id made from folders',
        'x/alpha',
        { 'x/alpha/index.md': 'kind: project', 'y/alpha.md': 'kind: project' },
        'x/alpha/index.md',
      ],
      // Folder first, then kind.
      [
        'the same folder',
        'Alpha',
        { 'here/b.md': 'kind: project\ntitle: Alpha', 'y/c.md': 'kind: project\ntitle: Alpha' },
        'here/b.md',
      ],
      [
        'the kind that is expected',
        'Alpha',
        { 'x/b.md': 'kind: project\ntitle: Alpha', 'y/c.md': 'kind: organisation\ntitle: Alpha' },
        'y/c.md',
      ],
    ])('%s: [[%s]]', async (_, written, files, expected) => {
      await using store = await holding({
        ...Object.fromEntries(
          Object.entries(files).map(([path, front]) => [
            path,
            page(front.includes('kind') ? front : target(path)),
          ]),
        ),
        'here/source.md': page(`kind: project\nlead: "[[${written}]]"\nrelated: "[[${written}]]"`),
      });
      const related = (await linksOf(store, 'here/source.md'))[1];
      // The lead must be an organisation, what is related may be anything; where two fit, the relation decides.
      const [lead] = await linksOf(store, 'here/source.md');
      if (expected === 'y/c.md') expect(lead).toBe(`${written} resolved → ${expected}`);
      else expect(related).toBe(`${written} resolved → ${expected}`);
    });

    it('several equals are ambiguous, with the candidates, and no link', async () => {
      await using store = await holding({
        'x/a.md': page('kind: organisation\ntitle: Alpha'),
        'y/b.md': page('kind: organisation\ntitle: Alpha'),
        'z/s.md': page('kind: project\nlead: Alpha'),
      });
      expect(await linksOf(store, 'z/s.md')).toEqual(['Alpha ambiguous']);
      const [open] = await collected(store.openLinks());
      expect(open?.candidates.map(({ id }) => id)).toEqual(['a', 'b']);
      expect(open?.path).toBe('z/s.md');
      expect(await collected(store.edges())).toEqual([]);
    });

    it.each([['Alph'], ['Alphas'], ['lpha'], ['Alpha Beta'], [''], ['…']])(
      'nothing by likeness: %j',
      async (written) => {
        await using store = await holding({
          'x/a.md': page('kind: organisation\ntitle: Alpha'),
          'z/s.md': page(`kind: project\nlead: "${written}"`),
        });
        for (const link of await linksOf(store, 'z/s.md'))
          expect(link).toBe(`${written} unresolved`);
      },
    );

    it('a path that leaves the base leads nowhere', async () => {
      await using store = await holding({
        'a.md': page('kind: organisation'),
        's.md': page('kind: project\nrelated: "[x](../a.md)"'),
      });
      expect(await linksOf(store, 's.md')).toEqual(['../a.md unresolved']);
    });

    it('find gives the records of the first step that matches', async () => {
      await using store = await holding({
        'x/a.md': page('kind: organisation\ntitle: Alpha'),
        'y/b.md': page('kind: project\ntitle: Alpha'),
        'y/alpha.md': page('kind: project\ntitle: Beta\nid: c'),
      });
      const found = async (text: string) => (await store.find(text)).map(({ id }) => id);
      expect(await found('alpha')).toEqual(['c']);
      expect(await found('Beta')).toEqual(['c']);
      expect(await found('y/b')).toEqual(['b']);
      expect(await found('nothing')).toEqual([]);
      expect(await found('')).toEqual([]);
      await store.apply([{ drop: 'y/alpha.md' }]);
      expect(await found('alpha')).toEqual(['a', 'b']);
    });
  });

  describe(`${name}: links follow their targets`, () => {
    it('from unresolved to resolved, renamed, removed and back', async () => {
      await using store = await holding({
        'p/s.md': page('kind: project\nlead: Alpha', 'See [[Alpha]].\n'),
      });
      expect(await linksOf(store, 'p/s.md')).toEqual(['Alpha unresolved', 'Alpha unresolved']);
      await store.apply([put('o/a.md', page('kind: organisation\ntitle: Alpha'))]);
      expect(await linksOf(store, 'p/s.md')).toEqual([
        'Alpha resolved → o/a.md',
        'Alpha resolved → o/a.md',
      ]);
      const key = await keyOf(store, 'o/a.md');
      await store.apply([put('o/z.md', page('kind: organisation\ntitle: Alpha'), 'o/a.md')]);
      expect(await keyOf(store, 'o/z.md')).toBe(key);
      expect(await linksOf(store, 'p/s.md')).toEqual([
        'Alpha resolved → o/z.md',
        'Alpha resolved → o/z.md',
      ]);
      await store.apply([put('o/z.md', page('kind: organisation\ntitle: Omega'))]);
      expect(await linksOf(store, 'p/s.md')).toEqual(['Alpha unresolved', 'Alpha unresolved']);
      await store.apply([put('o/z.md', page('kind: organisation\ntitle: Omega\nacronym: ALPHA'))]);
      expect(await linksOf(store, 'p/s.md')).toEqual([
        'Alpha resolved → o/z.md',
        'Alpha resolved → o/z.md',
      ]);
      await store.apply([put('o/y.md', page('kind: organisation\ntitle: Alpha'))]);
      expect(await linksOf(store, 'p/s.md')).toEqual([
        'Alpha resolved → o/y.md',
        'Alpha resolved → o/y.md',
      ]);
      await store.apply([put('o/z.md', page('kind: organisation\ntitle: Alpha'))]);
      expect(await linksOf(store, 'p/s.md')).toEqual(['Alpha ambiguous', 'Alpha ambiguous']);
      await store.apply([{ drop: 'o/y.md' }, { drop: 'o/z.md' }]);
      expect(await linksOf(store, 'p/s.md')).toEqual(['Alpha unresolved', 'Alpha unresolved']);
    });

    it('to a record of another kind are misplaced until the kind is right', async () => {
      await using store = await holding({
        'o/a.md': page('kind: event\ntitle: Alpha'),
        'p/s.md': page('kind: project\nlead: Alpha'),
      });
      expect(await linksOf(store, 'p/s.md')).toEqual(['Alpha misplaced']);
      const [open] = await collected(store.openLinks());
      expect(open?.candidates.map(({ id }) => id)).toEqual(['a']);
      await store.apply([put('o/a.md', page('kind: organisation\ntitle: Alpha'))]);
      expect(await linksOf(store, 'p/s.md')).toEqual(['Alpha resolved → o/a.md']);
      await store.apply([put('o/a.md', '# no record any more\n')]);
      expect(await linksOf(store, 'p/s.md')).toEqual(['Alpha unresolved']);
    });

    it('of relations that exclude each other are doubled', async () => {
      await using store = await holding({
        'o/a.md': page('kind: organisation\ntitle: Alpha'),
        'o/b.md': page('kind: organisation\ntitle: Beta'),
        'p/s.md': page('kind: project\nlead: a\npartners: [Alpha, b]\nassociates: [b]'),
      });
      expect(await linksOf(store, 'p/s.md')).toEqual([
        'a resolved → o/a.md',
        'Alpha doubled → o/a.md',
        'b resolved → o/b.md',
        'b doubled → o/b.md',
      ]);
      await store.apply([put('o/a.md', page('kind: organisation\ntitle: Other'))]);
      expect((await linksOf(store, 'p/s.md')).slice(0, 2)).toEqual([
        'a resolved → o/a.md',
        'Alpha unresolved',
      ]);
      await store.apply([put('o/a.md', page('kind: organisation\ntitle: Alpha'))]);
      expect((await linksOf(store, 'p/s.md'))[1]).toBe('Alpha doubled → o/a.md');
      expect((await store.counts()).links.get('doubled')).toBe(2);
    });

    it('of a file that moves are read from its new folder', async () => {
      await using store = await holding({
        'x/a.md': page('kind: organisation\ntitle: Alpha'),
        'y/b.md': page('kind: organisation\ntitle: Alpha'),
        'x/s.md': page('kind: project\nrelated: [Alpha, "[a](a.md)"]'),
      });
      expect(await linksOf(store, 'x/s.md')).toEqual([
        'Alpha resolved → x/a.md',
        'a.md resolved → x/a.md',
      ]);
      await store.apply([
        put('y/s.md', page('kind: project\nrelated: [Alpha, "[a](a.md)"]'), 'x/s.md'),
      ]);
      expect(await linksOf(store, 'y/s.md')).toEqual([
        'Alpha resolved → y/b.md',
        'a.md unresolved',
      ]);
    });

    it('lead back, with facts and in the graph', async () => {
      await using store = await holding({
        'o/a.md': page('kind: organisation'),
        'p/s.md': page(
          'kind: project\npartners:\n  - organisation: a\n    country: ES\n    deep: {x: [1, 2]}',
        ),
      });
      const [a, s] = [await keyOf(store, 'o/a.md'), await keyOf(store, 'p/s.md')];
      const facts = { country: 'ES', deep: { x: ['1', '2'] } };
      expect(await store.linksTo(a)).toMatchObject([
        { relation: 'partners', from: s, to: a, facts },
      ]);
      expect(await collected(store.edges())).toEqual([
        { from: s, to: a, relation: 'partners', facts },
      ]);
      for (const keys of [[a], [s], [a, s]])
        expect(await collected(store.edges({ keys }))).toEqual([
          { from: s, to: a, relation: 'partners', facts },
        ]);
      expect(await collected(store.edges({ keys: [a], relations: ['lead'] }))).toEqual([]);
      expect(await collected(store.edges({ relations: ['partners'] }))).toHaveLength(1);
      expect(await collected(store.edges({ keys: [] }))).toEqual([]);
    });
  });

  describe(`${name}: ids`, () => {
    const idsByPath = async (store: Store) =>
      Object.fromEntries((await collected(store.records({}))).map(({ path, id }) => [path, id]));

    it('of files with one stem are told apart by their folders, as long as there are several', async () => {
      await using store = await holding({ 'projects/x.md': page('title: A') });
      expect(await idsByPath(store)).toEqual({ 'projects/x.md': 'x' });
      await store.apply([put('practices/x.md', page('title: B'))]);
      expect(await idsByPath(store)).toEqual({
        'projects/x.md': 'projects/x',
        'practices/x.md': 'practices/x',
      });
      expect(await collected(store.sharedIds())).toMatchObject([
        {
          id: 'x',
          explicit: false,
          records: [{ path: 'practices/x.md' }, { path: 'projects/x.md' }],
        },
      ]);
      expect((await store.find('projects/x')).map(({ title }) => title)).toEqual(['A']);
      await store.apply([put('practices/x.md', page('title: B\nid: y'))]);
      expect(await idsByPath(store)).toEqual({ 'projects/x.md': 'x', 'practices/x.md': 'y' });
      expect(await collected(store.sharedIds())).toEqual([]);
      await store.apply([put('practices/x.md', page('title: B\nid: x'))]);
      expect(await idsByPath(store)).toEqual({
        'projects/x.md': 'projects/x',
        'practices/x.md': 'x',
      });
      await store.apply([{ drop: 'practices/x.md' }]);
      expect(await idsByPath(store)).toEqual({ 'projects/x.md': 'x' });
    });

    it('are never given twice, however alike the paths', async () => {
      await using store = await holding(
        Object.fromEntries(
          [
            'a/projects/x.md',
            'b/projects/x.md',
            'projects/x.md',
            'projects/X!.md',
            'projects/x?.md',
            'x.md',
            'x/x.md',
            'projects/x/index.md',
            'projects/é/x.md',
            'projects/e/x.md',
            '地/x.md',
            'projects/2019 大会.md',
            'projects/2019 总结.md',
          ].map((path) => [path, page('kind: project')]),
        ),
      );
      const all = Object.values(await idsByPath(store));
      expect(all).toHaveLength(13);
      expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
      for (const id of all) expect(id).toMatch(/^[a-z0-9]+(?:[-/][a-z0-9]+)*$/);
      expect(all).toContain('a/projects/x');
      expect(all).toContain('b/projects/x');
      for (const [path, id] of Object.entries(await idsByPath(store)))
        expect(
          (await store.find(id)).map(({ id: found }) => found),
          path,
        ).toContain(id);
    });

    it('take no more folders than they need', async () => {
      await using store = await holding({
        'projects/x.md': page('kind: project'),
        'old/projects/x.md': page('kind: project'),
        'events/x.md': page('kind: project'),
      });
      expect(await idsByPath(store)).toEqual({
        'projects/x.md': 'projects/x',
        'old/projects/x.md': 'old/projects/x',
        'events/x.md': 'events/x',
      });
    });

    it('that two files write are said to be shared', async () => {
      await using store = await holding({
        'o/a.md': page('kind: organisation\nid: same'),
        'p/b.md': page('kind: project\nid: same'),
        'p/same.md': page('kind: project'),
      });
      expect(await collected(store.sharedIds())).toMatchObject([
        {
          id: 'same',
          explicit: true,
          records: [{ path: 'o/a.md', explicit: true }, { path: 'p/b.md' }],
        },
        {
          id: 'same',
          explicit: false,
          records: [
            { path: 'o/a.md' },
            { path: 'p/b.md' },
            { path: 'p/same.md', id: 'p/same', explicit: false },
          ],
        },
      ]);
    });
  });

  describe(`${name}: selections`, () => {
    const files: Files = {
      'organisations/es.md': page(
        'title: Éspana Coop\ncountry: ES\nform: cooperative\nthemes: [sse]\ntags: ["#Énergie"]\nregion: ES61\nfounded: 1999',
        'Solar energy and l’économie sociale.\n',
      ),
      'organisations/fr.md': page(
        'title: France Coop\ncountry: FR\nform: association\nthemes: [public-policy]\ntags: [water]\nattendance: 5',
        'Social energy. ESS/SSE in Łódź.\n',
      ),
      'organisations/jo.md': page(
        'title: الأردن\ncountry: JO\nacronym: JOC\nsummary: Κοινωνική οικονομία',
      ),
      'programmes/med.md': page('title: Med\nperiod: 2014/2020\narea: [ES, FR]'),
      'projects/one.md': page(
        'title: One\nstart: 2015-01\nend: 2016\nlead: es\npartners:\n  - organisation: fr\n    role: funder\nprogramme: med\nbudget: 900 EUR\nthemes: [sse]',
      ),
      'projects/two.md': page(
        'title: Two\nstart: 2018\nlead: fr\nbudget: 1.5 million EUR\ncountries: [TN]',
      ),
      'events/fair.md': page(
        'title: Fair\nstart: 2017-05-04\nabout: one\nhosts: jo\nattendance: 50',
      ),
      'events/birthday.md': page(
        'title: Birthday\nstart: XXXX-05-04\nattendance: 200\nspeakers: [Ada Secret]',
      ),
    };

    const choose = (any: readonly string[], none: readonly string[] = []) => ({ any, none });
    const where = (...written: readonly string[]) => ({
      where: written.map(
        (each) => parseCondition(each) ?? ({ field: '?', operator: '=', value: '' } as const),
      ),
    });

    it.each<readonly [string, Selection, readonly string[]]>([
      ['everything, by id', {}, ['birthday', 'es', 'fair', 'fr', 'jo', 'med', 'one', 'two']],
      ['a kind', { kind: choose(['organisation']) }, ['es', 'fr', 'jo']],
      ['two kinds', { kind: choose(['event', 'programme']) }, ['birthday', 'fair', 'med']],
      ['no event', { kind: choose([], ['event', 'organisation']) }, ['med', 'one', 'two']],
      ['a kind and not', { kind: choose(['event'], ['event']) }, []],
      [
        'an empty choice',
        { kind: choose([]) },
        ['birthday', 'es', 'fair', 'fr', 'jo', 'med', 'one', 'two'],
      ],
      ['a country, also of partners', { country: choose(['ES']) }, ['es', 'med', 'one']],
      ['two countries', { country: choose(['TN', 'JO']) }, ['jo', 'two']],
      ['not a country', { country: choose([], ['ES', 'FR']) }, ['birthday', 'fair', 'jo']],
      ['one country without another', { country: choose(['FR'], ['ES']) }, ['fr', 'two']],
      ['a region', { region: choose([andalusia]) }, ['es']],
      [
        'not a region',
        { region: choose([], [andalusia]), kind: choose(['organisation']) },
        ['fr', 'jo'],
      ],
      ['a theme', { theme: choose(['sse']) }, ['es', 'one']],
      ['not a theme', { theme: choose([], ['sse']), kind: choose(['organisation']) }, ['fr', 'jo']],
      ['a form', { form: choose(['cooperative']) }, ['es']],
      [
        'not a form',
        { form: choose([], ['cooperative']), kind: choose(['organisation']) },
        ['fr', 'jo'],
      ],
      ['a tag', { tag: choose(['energie']) }, ['es']],
      ['not a tag', { tag: choose([], ['energie']), kind: choose(['organisation']) }, ['fr', 'jo']],
      ['a role by relation', { role: choose(['lead']) }, ['es', 'fr']],
      ['a role that is written', { role: choose(['funder']) }, ['fr']],
      ['a role replaced by the written one', { role: choose(['partner']) }, []],
      ['not a role', { role: choose([], ['lead']), kind: choose(['organisation']) }, ['jo']],
      ['since a year', { years: { from: '2018' } }, ['es', 'med', 'two']],
      ['until a year', { years: { to: '2000' } }, ['es']],
      ['within years', { years: { from: '2017', to: '2017' } }, ['es', 'fair', 'med']],
      ['years after an end', { years: { from: '2021', to: '2021' } }, ['es', 'two']],
      ['a condition', where('attendance>5'), ['birthday', 'fair']],
      ['two conditions', where('attendance>=5', 'attendance<200'), ['fair', 'fr']],
      ['money by number', where('budget>1000'), ['two']],
      ['a missing field', { ...where('!budget'), kind: choose(['project']) }, []],
      ['a field that no kind declares', where('attendance=5'), ['fr']],
      ['a condition on constructor', where('constructor=x'), []],
      ['a condition on toString', where('toString'), []],
      ['a quote in a condition', where("city=' or 1=1 --"), []],
      [
        'sorted by title',
        { kind: choose(['organisation']), sort: [{ by: 'title', descending: false }] },
        ['es', 'fr', 'jo'],
      ],
      [
        'sorted down',
        { kind: choose(['organisation']), sort: [{ by: 'title', descending: true }] },
        ['jo', 'fr', 'es'],
      ],
      [
        'sorted by start, nothing last',
        { kind: choose(['event', 'project']), sort: [{ by: 'start', descending: false }] },
        ['one', 'fair', 'two', 'birthday'],
      ],
      [
        'sorted by start down, nothing last',
        { kind: choose(['event', 'project']), sort: [{ by: 'start', descending: true }] },
        ['two', 'fair', 'one', 'birthday'],
      ],
      [
        'sorted by a number',
        { ...where('attendance'), sort: [{ by: 'attendance', descending: false }] },
        ['fr', 'fair', 'birthday'],
      ],
      [
        'sorted by an amount down',
        { kind: choose(['project']), sort: [{ by: 'budget', descending: true }] },
        ['two', 'one'],
      ],
      [
        'sorted by two',
        {
          kind: choose(['organisation', 'event']),
          sort: [
            { by: 'kind', descending: true },
            { by: 'id', descending: true },
          ],
        },
        ['jo', 'fr', 'es', 'fair', 'birthday'],
      ],
      [
        'sorted by what nobody has',
        { kind: choose(['event']), sort: [{ by: 'constructor', descending: false }] },
        ['birthday', 'fair'],
      ],
      [
        'sorted by SQL',
        { kind: choose(['event']), sort: [{ by: 'r.id; drop table record', descending: true }] },
        ['birthday', 'fair'],
      ],
      [
        'all of it',
        {
          kind: choose(['project']),
          country: choose(['ES', 'FR'], ['TN']),
          theme: choose(['sse']),
          years: { from: '2015', to: '2015' },
          ...where('budget<1000'),
        },
        ['one'],
      ],
    ])('%s', async (_, selection, expected) => {
      await using store = await holding(files);
      expect(await ids(store, selection)).toEqual(expected);
      expect((await store.search(selection)).total).toBe(expected.length);
    });

    it('by records: what belongs to a programme, what is linked, what is named', async () => {
      await using store = await holding(files);
      const [med, one, jo] = await Promise.all(
        ['programmes/med.md', 'projects/one.md', 'organisations/jo.md'].map((path) =>
          keyOf(store, path),
        ),
      );
      const keys = (any: readonly number[], none: readonly number[] = []) => ({ any, none });
      expect(await ids(store, { programme: keys([med ?? -1]) })).toEqual([
        'es',
        'fair',
        'fr',
        'med',
        'one',
      ]);
      expect(await ids(store, { programme: keys([], [med ?? -1]) })).toEqual([
        'birthday',
        'jo',
        'two',
      ]);
      expect(await ids(store, { linkedTo: keys([one ?? -1]) })).toEqual([
        'es',
        'fair',
        'fr',
        'med',
      ]);
      expect(await ids(store, { linkedTo: keys([one ?? -1], [jo ?? -1]) })).toEqual([
        'es',
        'fr',
        'med',
      ]);
      expect(await ids(store, { keys: [one ?? -1, jo ?? -1, -5] })).toEqual(['jo', 'one']);
      expect(await ids(store, { keys: [] })).toEqual([]);
      expect(await ids(store, { linkedTo: keys([-1]) })).toEqual([]);
    });

    it('keep to the limit and count beyond it', async () => {
      await using store = await holding(files);
      expect(await store.search({ limit: 3 })).toMatchObject({ total: 8, hits: { length: 3 } });
      expect(await store.search({ limit: 0 })).toMatchObject({ total: 8, hits: [] });
      expect(await ids(store, { limit: 2, kind: choose(['organisation']) })).toEqual(['es', 'fr']);
    });

    it.each([
      ['economie', ['es']],
      ["l'economie", ['es']],
      ['ÉCONOMIE', ['es']],
      ['lodz', ['fr']],
      ['ESS', ['fr']],
      ['SSE', ['es', 'fr', 'one']],
      ['ESS/SSE', ['fr']],
      ['κοινωνικη', ['jo']],
      ['الاردن', ['jo']],
      ['energ*', ['es', 'fr']],
      ['energ', []],
      ['"solar energy"', ['es']],
      ['"energy solar"', []],
      ['energy solar', ['es']],
      ['energy -solar', ['fr']],
      ['-energy -coop', ['birthday', 'fair', 'jo', 'med', 'one', 'two']],
      ['-energy', ['birthday', 'fair', 'jo', 'med', 'one', 'two']],
      ['solar OR lodz', ['es', 'fr']],
      ['energy -(solar OR water)', []],
      ['solar OR -energy', ['birthday', 'es', 'fair', 'jo', 'med', 'one', 'two']],
      ['title:coop', ['es', 'fr']],
      ['body:coop', []],
      ['title:"france coop"', ['fr']],
      ['names:joc', ['jo']],
      ['country:fr', ['fr']],
      ['country:fr OR title:fair', ['fair', 'fr']],
      ['attendance:5', ['fr']],
      ['-country:fr coop', ['es']],
      ['--coop', ['es', 'fr']],
      ['attendance:50 -title:one', ['fair']],
      ['constructor:x', []],
      ['secret', []],
      ['', ['birthday', 'es', 'fair', 'fr', 'jo', 'med', 'one', 'two']],
      ['*', ['birthday', 'es', 'fair', 'fr', 'jo', 'med', 'one', 'two']],
    ])('find by words: %s', async (written, expected) => {
      await using store = await holding(files);
      expect((await ids(store, { query: parseQuery(written) })).toSorted()).toEqual(expected);
    });

    it('words with filters, best first, with their scores', async () => {
      await using store = await holding(files);
      const { hits } = await store.search({
        query: parseQuery('coop'),
        kind: choose(['organisation']),
        country: choose(['FR', 'ES']),
      });
      expect(hits).toHaveLength(2);
      expect(hits.every(({ score }) => score > 0)).toBe(true);
      await store.apply([put('organisations/other.md', page('title: Coop'))]);
      const [best] = (await store.search({ query: parseQuery('coop') })).hits;
      expect(best?.record.id).toBe('other');
      await store.apply([{ drop: 'organisations/other.md' }]);
      expect(
        await ids(store, { query: parseQuery('coop'), sort: [{ by: 'title', descending: true }] }),
      ).toEqual(['fr', 'es']);
    });

    it('words of a record that changed or went are not found any more', async () => {
      await using store = await holding(files);
      await store.apply([
        put('organisations/es.md', page('title: New')),
        { drop: 'organisations/fr.md' },
      ]);
      for (const word of ['solar', 'lodz', 'coop'])
        expect(await ids(store, { query: parseQuery(word) })).toEqual([]);
      expect(await ids(store, { query: parseQuery('new') })).toEqual(['es']);
    });

    it('no words of any kind are an error', async () => {
      await using store = await holding(files);
      const syntax = [
        'C++',
        'e-mail',
        "what's",
        '2024-03-01',
        '[[Org]]',
        'AND',
        'a AND',
        'NOT',
        'NOT a',
        'a NOT b',
        'NEAR(a b, 5)',
        '^a',
        'a ^ b',
        '{title body} : x',
        'title:',
        ':x',
        '"',
        '""',
        '"a',
        'a"',
        "'",
        "a'; drop table record; --",
        '*',
        '**',
        '(',
        ')',
        '()',
        '-(',
        '-()',
        'a OR',
        'OR OR',
        'words:x',
        'rowid:1',
        'rank:x',
        '\\',
        '%',
        '_',
        'a\u0000b',
        '\ud800',
        '+a',
        'a + b',
        '-',
        '--',
        '-*',
        'foo@bar.no',
        '#tag',
        '連帯',
        'а-я',
        'foo(',
        '-only',
        '𞤀𞤣𞤤𞤢𞤥',
        '𐲀',
        '-𞤀 energy',
        '"𞤀"* energy',
      ];
      for (const text of [...syntax, ...naughty].filter(
        ({ length }) => length <= queryLimits.characters,
      )) {
        for (const written of [
          text,
          `"${text}"`,
          `${text}*`,
          `title:${text}`,
          `-${text}`,
          `energy ${text}`,
          `x:${text}`,
        ].filter(({ length }) => length <= queryLimits.characters)) {
          const query = (() => {
            try {
              return parseQuery(written);
            } catch {
              return undefined;
            }
          })();
          const { total } = await store.search({ query, limit: 1 });
          expect(total).toBeGreaterThanOrEqual(0);
        }
      }
    });
  });

  describe(`${name}: what is kept`, () => {
    it('a record, whole', async () => {
      const text = page(
        'kind: project\ntitle: "Ünïcode \\u0001 😀"\npostcode: 07001\nnames: {fr: A}\n# remark',
        '# One\n\nText\n\n## Two\n',
      );
      await using store = await holding({ 'p/x.md': text });
      const record = await store.record(await keyOf(store, 'p/x.md'));
      expect(record).toMatchObject({
        id: 'x',
        kind: 'project',
        title: 'Ünïcode \u0001 😀',
        path: 'p/x.md',
        values: { names: [{ fr: 'A' }] },
        extra: { postcode: ['07001'] },
        headings: [
          { depth: 1, text: 'One' },
          { depth: 2, text: 'Two' },
        ],
      });
      expect(record?.text).toContain('Text');
      expect(await collected(store.fronts(['p/x.md', 'none.md']))).toEqual([
        { path: 'p/x.md', front: record?.front },
      ]);
      expect(record?.front).toContain('# remark');
      expect(await store.record(-1)).toBeUndefined();
      expect([...(await store.names([record?.key ?? -1, -1])).values()]).toMatchObject([
        { id: 'x', title: 'Ünïcode \u0001 😀' },
      ]);
    });

    it('files, with the state that they were in', async () => {
      const change = put('p/x.md', page('kind: project'));
      await using store = open();
      await store.apply([change, put('README.md', '# no record')]);
      expect('state' in change && (await store.files()).get('p/x.md')).toEqual(
        'state' in change && change.state,
      );
      const state = {
        size: 9,
        mtime: 1_700_000_000_000.123,
        ctime: 8.25,
        inode: 2 ** 52,
        hash: 'state' in change ? change.state.hash : '',
        racy: true,
      };
      await store.apply([{ touch: 'p/x.md', state }]);
      expect((await store.files()).get('p/x.md')).toEqual(state);
      // Rows that came from another content are not vouched for.
      await store.apply([{ touch: 'p/x.md', state: { ...state, size: 8, hash: 'other' } }]);
      expect((await store.files()).get('p/x.md')).toEqual(state);
      await store.apply([{ drop: 'README.md' }]);
      expect([...(await store.files()).keys()]).toEqual(['p/x.md']);
    });

    it('problems, until the file is written or dropped', async () => {
      await using store = await holding({
        'b.md': page('kind: project\nstart: never'),
        'a.md': 'nothing',
      });
      const rules = async () =>
        (await collected(store.problems())).map(({ file, rule }) => `${file} ${rule}`);
      expect(await rules()).toEqual(['a.md kind', 'b.md date']);
      await store.apply([
        { flag: 'b.md', problems: [{ severity: 'warning', rule: 'file', reason: 'r' }] },
      ]);
      expect(await rules()).toEqual(['a.md kind', 'b.md file']);
      await store.apply([
        { flag: 'unknown.md', problems: [{ severity: 'warning', rule: 'file', reason: 'r' }] },
      ]);
      expect(await rules()).toEqual(['a.md kind', 'b.md file']);
      await store.apply([put('b.md', page('kind: project\ntitle: B'))]);
      expect(await rules()).toEqual(['a.md kind']);
      await store.apply([{ drop: 'a.md' }]);
      expect(await rules()).toEqual([]);
    });

    it('all of a list of changes, or none', async () => {
      await using store = await holding({ 'a.md': page('kind: project') });
      await expect(
        store.apply(
          (function* () {
            yield put('b.md', page('kind: project'));
            yield { drop: 'a.md' };
            throw new Error('the disk is gone');
          })(),
        ),
      ).rejects.toThrow('the disk is gone');
      expect([...(await store.files()).keys()]).toEqual(['a.md']);
      expect(await ids(store, {})).toEqual(['a']);
      await store.apply([put('b.md', page('kind: project'))]);
      expect(await ids(store, {})).toEqual(['a', 'b']);
    });

    it('one record where two ingests saw the same move', async () => {
      await using store = await holding({
        'a.md': page('kind: project'),
        's.md': page('kind: project\nrelated: b'),
      });
      const move = put('b.md', page('kind: project'), 'a.md');
      await store.apply([move]);
      await store.apply([move]);
      expect(await ids(store, {})).toEqual(['b', 's']);
      await store.apply([put('a.md', page('kind: project'))]);
      await store.apply([move]);
      expect(await ids(store, {})).toEqual(['b', 's']);
      expect(await linksOf(store, 's.md')).toEqual(['b resolved → b.md']);
      expect([...(await store.files()).keys()].toSorted()).toEqual(['b.md', 's.md']);
    });

    it('counts, and the words that are known', async () => {
      await using store = await holding({
        'o/a.md': page('kind: organisation\ntitle: Énergie'),
        'p/s.md': page('kind: project\nlead: a\npartners: z'),
      });
      const { kinds, links } = await store.counts();
      expect(Object.fromEntries(kinds)).toEqual({ organisation: 1, project: 1 });
      expect(Object.fromEntries(links)).toEqual({ resolved: 1, unresolved: 1 });
      expect(await store.indexedWords('ener')).toEqual([{ word: 'energie', records: 1 }]);
      const known = await collected(store.knownNames());
      expect(new Set(known.map(({ name: each }) => each))).toEqual(new Set(['a', 'energie', 's']));
    });
  });
}
