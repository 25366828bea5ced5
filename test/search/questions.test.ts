import { afterAll, describe, expect, test } from 'vitest';
import { lexiconOf, lexiconText } from '../../src/vocabulary/lexicon.ts';
import { concepts } from '../../src/vocabulary/load.ts';
import { someWords } from '../../src/session/some-words.ts';
import { expand } from '../../src/core/expand.ts';
import { parseQuery } from '../../src/core/parse-query.ts';
import { literalQuery, wantedWords } from '../../src/core/query.ts';
import type { Query } from '../../src/core/query.ts';
import { exampleCopy } from '../surroundings.ts';
import { asker } from './ask.ts';

const lexicon = lexiconOf(Buffer.from(lexiconText(concepts)));
const widened = (line: string): Query => expand(parseQuery(line) ?? { all: [] }, lexicon);
const said = (query: Query) => wantedWords(literalQuery(query)).map(({ words }) => words.join(' '));

describe('words that only join others need not be in a record', () => {
  test.each([
    ['rede de vizinhos do bairro', 'rede vizinhos bairro'],
    ['turismo y cultura', 'turismo cultura'],
    ['الزيتون في الجبل', 'الزيتون الجبل'],
    ['σχολείο για την πόλη', 'σχολειο πολη'],
    ['of the', 'of the'],
    ['"of the" neighbours', 'of the neighbours'],
    ['neighbours of*', 'neighbours of'],
    ['neighbours OF', 'neighbours of'],
    ['-olives of', 'of'],
  ])('%s', (line, left) => {
    expect(said(widened(line)).join(' ')).toBe(left);
  });
});

describe('words that nothing has all of', () => {
  const asked = async (line: string, unknown: readonly string[] = []) => {
    const known = async (part: Query) => !said(part).some((word) => unknown.includes(word));
    return (await someWords(widened(line), known)).map((query) => said(query).join(' '));
  };

  test.each([
    ['one of two', 'kiwi walnut', [], ['kiwi walnut']],
    [
      'without an unknown one, then any',
      'kiwi walnut zinc',
      ['zinc'],
      ['kiwi walnut', 'kiwi walnut'],
    ],
    [
      'all but one, then any',
      'kiwi walnut zinc',
      [],
      ['walnut zinc kiwi zinc kiwi walnut', 'kiwi walnut zinc'],
    ],
    ['a phrase stays required', '"green kiwi" walnut zinc', ['zinc'], ['walnut green kiwi']],
    ['nothing is known', 'kiwi walnut', ['kiwi', 'walnut'], []],
    ['a single word', 'kiwi', [], []],
  ] as const)('%s', async (_, line, unknown, queries) => {
    expect(await asked(line, unknown)).toEqual(queries);
  });
});

describe('in the example base', async () => {
  const base = await asker(exampleCopy());
  afterAll(() => base[Symbol.asyncDispose]());
  const ids = async (line: string) =>
    (await base.ask(`${line} --limit 0`)).results.map(({ id }) => id);

  test.each([
    ['who bears a name comes first', 'ulecoop', ['ulecoop']],
    ['also under its acronym', 'IMC', ['cpmr-imc']],
    ['also with small words in the name', 'asamblea de cooperacion por la paz', ['acpp']],
    ['a city by its other name', 'Νάπολη', ['imc-general-assembly-naples']],
    ['a people of a region', 'sicilien', []],
    ['a kind by its name', 'projets Tunisie', ['medtown']],
  ])('%s: %s', async (_, line, first) => {
    expect((await ids(line)).slice(0, first.length || 1)).toEqual(first);
  });

  test('some of the words are said to be some', async () => {
    expect(await ids('animation plumbing')).toContain('les-fees-speciales');
    expect(base.noted.at(-1)).toBe('None has all the words; these have some of them');
    expect(await ids('animation "plumbing"')).toEqual([]);
    expect((await base.ask('animation plumbing', 'literal')).total).toBe(0);
  });

  test.each([
    ['country:FR', '--country FR'],
    ['country:maghreb', '--country maghreb'],
    ['region:andalousie', '--region andalousie'],
    ['theme:formation', '--theme formation'],
    ['form:coopérative', '--form coopérative'],
    ['lead:ACPP', '--where lead=ACPP'],
    ['partners:legacoop', '--where partners=legacoop'],
    ['member_of:"CPMR Intermediterranean Commission"', '--where member_of=cpmr-imc'],
    ['lead:nobody', '--where lead=nobody'],
  ])('%s is %s', async (word, option) => {
    expect((await ids(word)).toSorted()).toEqual((await ids(option)).toSorted());
  });

  test.each([
    [
      'relations join other words',
      'citizenship lead:region-campania',
      ['euromed-citizenship-school'],
    ],
    [
      'or stand for one of two',
      'lead:acpp OR lead:region-campania',
      ['euromed-citizenship-school', 'medtown'],
    ],
    ['and exclude', 'MedTOWN --kind project -lead:acpp', ['medrise']],
    [
      'a country joins other words',
      'formation country:FR --kind project',
      ['sse-managers-training'],
    ],
  ])('%s: %s', async (_, line, found) => {
    expect((await ids(line)).toSorted()).toEqual(found);
  });

  test('a field that only a relation of no kind could be is refused', async () => {
    await expect(base.ask('leed:acpp')).rejects.toThrow('No record has a field “leed”');
  });
});
