import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingest } from '../../src/base/ingest.ts';
import { loadKinds } from '../../src/registry.ts';
import { explained } from '../../src/session/explained.ts';
import { findMatches } from '../../src/session/matches.ts';
import { readNeed } from '../../src/session/need.ts';
import { findPartners } from '../../src/session/partners.ts';
import type { Session } from '../../src/session/session.ts';
import { sqliteStore } from '../../src/store/sqlite/store.ts';
import type { Store } from '../../src/store/store.ts';
import { lexiconOf, lexiconText } from '../../src/vocabulary/lexicon.ts';
import { concepts } from '../../src/vocabulary/load.ts';

const example = fileURLToPath(new URL('../../data/base', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'koinon-partners-'));
let session: Session;
let store: Store;

beforeAll(async () => {
  cpSync(example, folder, { recursive: true, filter: (path) => !path.endsWith('.koinon') });
  const kinds = await loadKinds();
  store = sqliteStore(undefined, kinds);
  await ingest(folder, store, { kinds, concepts }, {});
  const surroundings = { today: '2024-06-30' };
  const names = lexiconOf(Buffer.from(lexiconText(concepts)));
  const lexicon = async () => names;
  session = { kinds, concepts, lexicon, language: 'en', surroundings } as unknown as Session;
});

afterAll(async () => {
  await store[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

/** `finance --country ES` as a call; `--new` has no value. */
async function ask(line: string) {
  const words: string[] = [];
  const options = new Map<string, string[]>();
  const tokens = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  );
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? '';
    if (!token.startsWith('--')) words.push(token);
    else if (token === '--new') options.set('new', []);
    else options.set(token.slice(2), [...(options.get(token.slice(2)) ?? []), tokens[++at] ?? '']);
  }
  const call = {
    words,
    text: (name: string) => options.get(name)?.[0],
    list: (name: string) => options.get(name) ?? [],
    flag: (name: string) => options.has(name),
  };
  const need = await readNeed(call, session, store);
  const found = await findPartners(need, Infinity, store, session);
  return explained(found, need, store, session);
}

async function ids(line: string): Promise<readonly string[]> {
  return (await ask(line)).map(({ partner }) => partner.record.id);
}

describe('who fits a need', () => {
  test.each([
    ['--theme social-inclusion', ['acpp', 'imc-wg-cohesion', 'region-catalonia', 'ccpp']],
    ['--theme "inclusion sociale"', ['acpp', 'imc-wg-cohesion', 'region-catalonia', 'ccpp']],
    ['solidarity finance', ['cooperactivas-association', 'iesmed']],
    ['--theme solidarity-finance --country Spain', ['cooperactivas-association', 'iesmed']],
    ['--worked-in Tunisia', ['acpp', 'ccpp', 'european-union']],
    ['--worked-in Tunisia --country Spain', ['acpp']],
    ['--theme women --country Morocco', ['region-oriental']],
    ['--offers "help funding"', ['cooperactivas-association']],
    ['--seeks "funders"', ['iesmed']],
    ['--like legacoop', ['cepes-andalucia', 'ulecoop', 'legacoop-marche']],
    ['--worked-with legacoop', ['cepes-andalucia']],
    ['animation', ['les-fees-speciales']],
    ['--form federation --country Italy', ['legacoop', 'legacoop-marche']],
  ])('%s', async (line, expected) => {
    expect((await ids(line)).slice(0, expected.length)).toEqual(expected);
  });

  test.each([
    ['--theme housing', 'no theme of the base'],
    ['--country Tunisia', 'no seat there'],
  ])('%s: nobody (%s)', async (line) => {
    expect(await ids(line)).toEqual([]);
  });

  test('needs something to look for', async () => {
    await expect(ask('')).rejects.toThrow('What should the partner be good for?');
  });
});

describe('why', () => {
  test('work with role and year, the weight, and the score as their sum', async () => {
    const [first] = await ask('--theme social-inclusion');
    const work = first?.reasons.find(({ reason }) => reason === 'themeWork');
    expect(work?.evidence).toEqual([
      { id: 'medtown', title: 'MedTOWN', role: 'lead', year: '2023' },
      {
        id: 'medtown-final-conference',
        title: 'Final conference of MedTOWN',
        role: 'participant',
        year: '2023',
      },
    ]);
    const sum = first?.reasons.reduce((total, { weight }) => total + weight, 0);
    expect(first?.partner.score).toBeCloseTo(sum ?? NaN, 5);
  });

  test('an offer in other words than those of the need', async () => {
    const found = await ask('solidarity finance');
    const offers = found[1]?.reasons.find(({ reason }) => reason === 'offers');
    expect(offers?.evidence[0]?.value).toMatch(/^Access to financial services/);
  });

  test('the way there, through shared work', async () => {
    const found = await ask('--worked-in Spain --from legacoop');
    const way = found.find(({ partner }) => partner.record.id === 'cepes-andalucia')?.way;
    expect(way?.map(({ id }) => id)).toEqual(['legacoop', 'ics', 'cepes-andalucia']);
  });

  test('a mention on the way is counted, since it need not be an acquaintance', async () => {
    const found = await ask('--theme sse --country Morocco --from iesmed');
    expect(found.some(({ mentions, way = [] }) => mentions > 0 && way.length > 2)).toBe(true);
    const sure = await ask('--worked-in Spain --from legacoop');
    const near = sure.find(({ partner }) => partner.record.id === 'cepes-andalucia');
    expect(near?.mentions).toBe(0);
  });
});

test('an idea is nobody’s work yet', async () => {
  for (const { reasons } of await ask('--theme sse --new'))
    for (const { evidence } of reasons)
      expect(evidence.map(({ title }) => title)).not.toContain('Training of SSE managers');
});

test('work that goes on was seen today, not on the day on which it will end', async () => {
  for (const { partner } of await ask('--theme sse'))
    expect((partner.evidence.fresh?.date ?? '') <= '2024-06-30').toBe(true);
});

test('given twice, to have worked with either is enough', async () => {
  const [a, b, both] = [
    await ids('--worked-with acpp'),
    await ids('--worked-with cepes-andalucia'),
    await ids('--worked-with acpp --worked-with cepes-andalucia'),
  ];
  const asked = new Set(['acpp', 'cepes-andalucia']);
  expect(new Set(both)).toEqual(new Set([...a, ...b].filter((id) => !asked.has(id))));
  expect(both.length).toBeGreaterThan(Math.max(a.length, b.length) - 2);
});

test('half of the words of an offer are enough where nobody has all', async () => {
  const some = await ids('--offers "financial consultancy plumbing"');
  expect(some).toContain('iesmed');
  expect(await ids('--offers "plumbing roofing"')).toEqual([]);
});

describe('a filter only removes', () => {
  test.each([
    '--country Spain',
    '--country !Spain',
    '--new',
    '--exclude acpp',
    '--never-worked-with acpp',
    '--form public-regional',
    '--role lead',
  ])('%s', async (filter) => {
    const all = await ids('--theme sse');
    const some = await ids(`--theme sse ${filter}`);
    expect(some.length).toBeLessThanOrEqual(all.length);
    expect(some.length).toBeGreaterThan(0);
    expect(all.filter((id) => some.includes(id))).toEqual(some);
  });
});

test('the order in which files are read does not matter', async () => {
  const kinds = await loadKinds();
  await using other = sqliteStore(undefined, kinds);
  for (const part of [
    'projects',
    'events',
    'programmes',
    'practices',
    'documents',
    'organisations',
  ]) {
    const partial = mkdtempSync(join(tmpdir(), 'koinon-part-'));
    cpSync(folder, partial, { recursive: true });
    const later = ['organisations', 'documents', 'practices', 'programmes', 'events', 'projects'];
    for (const name of later.slice(0, later.indexOf(part)))
      rmSync(join(partial, name), { recursive: true });
    await ingest(partial, other, { kinds, concepts }, {});
    rmSync(partial, { recursive: true, force: true });
  }
  for (const line of ['--theme sse', 'training', '--country Spain', '--like legacoop']) {
    const before = await ids(line);
    const kept = store;
    store = other;
    expect(await ids(line)).toEqual(before);
    store = kept;
  }
});

describe('match', () => {
  const about = async (id: string) => {
    const [name] = await store.find(id);
    return findMatches(name && (await store.record(name.key)), store, session);
  };

  test('what one offers and another seeks', async () => {
    const pairs = await about('iesmed');
    expect(pairs.map(({ match, who, other }) => `${match} ${who.id} ${other.id}`)).toContain(
      'offer cooperactivas-association iesmed',
    );
  });

  test('a practice, never with those who have it', async () => {
    const who = (await about('cooperactivas')).map((match) => match.who.id);
    expect(who[0]).toBe('iesmed');
    expect(who).not.toContain('cooperactivas-association');
    expect(who).not.toContain('ulecoop');
  });

  test('a part of all pairs is those of one record, with the same scores', async () => {
    const all = await findMatches(undefined, store, session);
    const own = await about('sse-managers-training');
    expect(all.filter(({ other }) => other.id === 'sse-managers-training')).toEqual(own);
  });
});
