import { loadKinds } from '../src/registry.ts';
import { explained } from '../src/session/explained.ts';
import { readNeed } from '../src/session/need.ts';
import { findPartners } from '../src/session/partners.ts';
import type { Session } from '../src/session/session.ts';
import { sqliteStore } from '../src/store/sqlite/store.ts';
import { concepts } from '../src/vocabulary/load.ts';
import type { Measurement } from './tools/measurement.ts';
import { koinon } from './tools/run-node.ts';

type Options = Readonly<{ [option: string]: string | readonly string[] | true }>;

const goes = 5;

/** Questions of a broker as they come, answered in one process; the slowest of twenty is what is felt. */
export default (async function* ({ bases, large }) {
  const records = large ? 100_000 : 10_000;
  const base = bases.make('partners', records);
  koinon(base, 'ingest');
  const kinds = await loadKinds();
  await using store = sqliteStore(`${base}/.koinon`, kinds);
  const surroundings = { today: '2026-01-15' };
  const session = { kinds, concepts, language: 'en', surroundings } as unknown as Session;
  const [some = 0] = await store.keys({ kind: { any: ['project'], none: [] }, limit: 1 });
  const text = (await store.record(some))?.text.match(/\p{L}{4,}/gu) ?? [];
  const times: number[] = [];
  for (const [words, options] of questions(text)) {
    const call = {
      words,
      text: (name: string) => asText(options[name]),
      list: (name: string) => asList(options[name]),
      flag: (name: string) => options[name] === true,
    };
    let least = Infinity;
    for (let go = 0; go < goes; go++) {
      const started = performance.now();
      const need = await readNeed(call, session, store);
      await explained(await findPartners(need, 10, store, session), need, store, session);
      least = Math.min(least, performance.now() - started);
    }
    times.push(least);
  }
  times.sort((a, b) => a - b);
  const slow = times[Math.ceil(times.length * 0.95) - 1] ?? NaN;
  const what = `partners in ${records.toLocaleString('en')}, 95th percentile`;
  yield { what, measured: slow, unit: 'ms', bar: 200, sky: 50 };
}) satisfies Measurement;

function questions(words: readonly string[]): readonly (readonly [readonly string[], Options])[] {
  const word = (at: number) => words[at] ?? 'Occitanie';
  return [
    [[], { theme: ['housing'] }],
    [[], { theme: ['solidarity-finance'], country: ['TN'] }],
    [[], { theme: ['energy'], country: ['IT', 'GR'], form: ['cooperative'] }],
    [[], { country: ['TN'] }],
    [[], { form: ['mutual'], country: ['FR'] }],
    [[word(0)], {}],
    [[word(5)], {}],
    [[word(9)], {}],
    [[word(12), word(20)], {}],
    [[word(5)], { country: ['MA'] }],
    [[word(5)], { theme: ['energy'] }],
    [['Occitanie'], { form: ['association'] }],
    [[], { theme: ['energy'], from: 'org-0000011' }],
    [[], { theme: ['women'], country: ['TN'], from: 'org-0000011' }],
    [[], { like: 'org-0000010' }],
    [[], { theme: ['women'], new: true }],
    [[], { theme: ['housing'], year: '2019..2023' }],
    [[], { theme: ['housing'], 'never-worked-with': ['org-0000011'] }],
    [[], { theme: ['housing'], role: ['lead'] }],
    [[], { theme: ['sse'], country: ['!FR'] }],
  ];
}

function asText(value: Options[string] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function asList(value: Options[string] | undefined): readonly string[] {
  return typeof value === 'string' || value === true || value === undefined ? [] : value;
}
