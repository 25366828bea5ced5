import { afterAll, describe, expect, test } from 'vitest';
import {
  countriesNamed,
  conceptsNamed,
  nearLabels,
  regionsNamed,
} from '../../src/session/choices.ts';
import { exampleCopy } from '../surroundings.ts';
import { asker } from './ask.ts';

const base = await asker(exampleCopy());
afterAll(() => base[Symbol.asyncDispose]());

const nowhere: ReadonlyMap<string, number> = new Map();

describe('every label, alias and demonym is understood by the filters', () => {
  test.each([
    ['themes', 'theme'],
    ['forms', 'form'],
    ['roles', 'role'],
  ])('%s', (vocabulary, option) => {
    const list = base.session.concepts(vocabulary);
    for (const id of list.ids())
      for (const name of namesOf(vocabulary, id))
        expect(conceptsNamed(option, vocabulary, name, base.session), name).toContain(id);
  });

  test('countries', () => {
    for (const id of base.session.concepts('countries').ids())
      for (const name of namesOf('countries', id))
        expect(countriesNamed(name, base.session), name).toEqual([id]);
  });

  test('regions, and those whose name is shared with their country beside it', () => {
    const list = base.session.concepts('regions');
    for (const id of list.ids())
      for (const name of namesOf('regions', id))
        expect(regionsNamed(name, base.session, [], nowhere), name).toContain(id);
    expect(() => regionsNamed('Centro', base.session, [], nowhere)).toThrow(/Centro \(PT\)/);
    expect(regionsNamed('Centro', base.session, ['PT'], nowhere)).toContain('PT16');
    expect(regionsNamed('Marche', base.session, [], nowhere)).toContain('IT-AN');
    expect(regionsNamed('Occitania', base.session, [], nowhere)).toContain('FR-34');
    expect(regionsNamed('ES-LE', base.session, [], nowhere)).toEqual(['ES-LE']);
  });

  test('sets, whose members are countries or regions', () => {
    const sets = base.session.concepts('sets');
    for (const id of sets.ids()) {
      for (const name of namesOf('sets', id)) {
        expect(countriesNamed(name, base.session).length, name).toBeGreaterThan(0);
        const regions = regionsNamed(name, base.session, [], nowhere);
        for (const member of sets.concept(id)?.members ?? [])
          expect(regions, name).toContain(member);
      }
    }
  });
});

function namesOf(vocabulary: string, id: string): readonly string[] {
  const concept = base.session.concepts(vocabulary).concept(id);
  const { labels = {}, aliases = {}, demonyms = {} } = concept ?? {};
  const further = [...Object.values(aliases), ...Object.values(demonyms)].flat();
  return [...Object.values(labels), ...further].flatMap((name) => [name, name.toUpperCase()]);
}

test.each([
  ['--country maghreb', ['imc-wg-montpellier', 'medtown', 'region-oriental']],
  ['--country "!both shores" --kind organisation', ['cecop', 'cpmr']],
  ['--region maghreb', ['imc-wg-montpellier', 'medtown', 'region-oriental']],
])('%s', async (line, ids) => {
  const { results } = await base.ask(`${line} --limit 0`);
  expect(results.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
});

test.each(['themes', 'forms', 'countries'])(
  'words for %s find, in every language, the records that carry them',
  async (vocabulary) => {
    const store = await base.session.store();
    const list = base.session.concepts(vocabulary);
    for (const id of (await store.facets(vocabulary)).keys()) {
      const carried = store.records({ query: { facet: vocabulary, values: [id] } });
      const ids: string[] = [];
      for await (const record of carried) ids.push(record.id);
      for (const name of Object.values(list.concept(id)?.labels ?? {})) {
        const { results } = await base.ask(`${name.replaceAll(/[-():]/g, ' ')} --limit 0`);
        expect(
          results.map((each) => each.id),
          name,
        ).toEqual(expect.arrayContaining(ids));
      }
    }
  },
);

test.each([
  ['--country Tunisa', /“Tunisa” is no country that koinon knows; did you mean Tunisia/],
  ['--country Andalucía', /is a region, Andalusia: ask for it with --region/],
  ['--region Atlantis', /“Atlantis” is no region that koinon knows/],
  [
    '--region centro',
    /several countries: write ES4 \(.+\), ITI \(.+\), PT16 \(.+\), or add --country/,
  ],
  ['--country PECO', /knows; “koinon vocab countries” lists them, and “koinon vocab sets” several/],
  ['--country "Corée du Chaud"', /“koinon vocab sets”/],
  [
    '--kind qwertz',
    /did you mean document, event, organisation, good practice, programme, project\?/,
  ],
  ['--theme cheese', /“cheese” is no theme that koinon knows/],
  ['--country magreb2', /did you mean .*maghreb/],
  ['country:Tunisa', /did you mean Tunisia/],
])('%s is an error with suggestions', async (line, message) => {
  await expect(base.ask(line)).rejects.toThrow(message);
});

test.each([
  ['fr', 'countries', 'Tunizie', ['Tunisie']],
  ['es', 'regions', 'Andalousi', ['Andalucía']],
  ['fr', 'roles', 'chef', ['Chef de file']],
  ['it', 'forms', 'cooperativ', ['Cooperativa', 'Cooperativa di produttori']],
  ['it', 'kinds', 'progeto', ['progetto']],
  ['fr', 'sets', 'Balkans', ['Balkans occidentaux']],
  ['fr', 'countries', 'Pays du Nord', []],
])('in %s, what is near in the %s to “%s” is told as people there call it', (...given) => {
  const [language, vocabulary, written, labels] = given;
  const session = { ...base.session, language };
  expect(nearLabels(written, vocabulary, session)).toEqual(labels);
  const list = base.session.concepts(vocabulary);
  for (const label of labels) expect(list.find(label), label).toBeDefined();
});

test.each([
  ['Afrique du Nord', 'north-africa'],
  ['شمال إفريقيا', 'north-africa'],
  ['البحر المتوسط', 'both-shores'],
  ['οι δύο όχθες', 'both-shores'],
])('%s is a set', (written, id) => {
  expect(base.session.concepts('sets').find(written)).toBe(id);
});
