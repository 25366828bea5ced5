import { expect, test } from 'vitest';
import type { Actor, Consortium } from '../../src/core/consortium/actor.ts';
import { check, notCounted } from '../../src/core/consortium/check.ts';
import { worldOf } from '../../src/session/consortium/world.ts';
import { readCall } from '../../src/calls/read-call.ts';
import { concepts } from '../../src/vocabulary/load.ts';
import { actor } from './worlds.ts';

const world = worldOf({ concepts });
const es = (id: string, facts: Partial<Actor> = {}) =>
  actor(id, { countries: ['ES'], forms: ['association'], ...facts });
const fr = (id: string, facts: Partial<Actor> = {}) => es(id, { countries: ['FR'], ...facts });
const tn = (id: string, facts: Partial<Actor> = {}) => es(id, { countries: ['TN'], ...facts });
const some = (...actors: readonly Actor[]): Consortium => ({ actors });
const eur = (amount: number) => ({ amount, currency: 'EUR' });
const apart = 'not-counted: {roles: [associated], forms: [international-organisation]}';

test.each<[rules: string, consortium: Consortium, verdict: string]>([
  ['about: partners, min: 2', some(es('a'), fr('b')), 'holds'],
  ['about: partners, min: 2', some(es('a')), 'fails'],
  [`about: partners, min: 2 | ${apart}`, some(es('a'), fr('b', { role: 'associated' })), 'fails'],
  [
    `about: partners, min: 2 | ${apart}`,
    some(es('a'), fr('b', { forms: ['international-organisation'] })),
    'fails',
  ],
  [`about: partners, min: 2 | ${apart}`, some(es('a'), fr('b', { forms: [] })), 'unknown'],
  ['about: partners, max: 1', some(es('a'), es('b')), 'fails'],
  ['about: countries, min: 2', some(es('a'), fr('b')), 'holds'],
  ['about: countries, min: 2', some(es('a'), es('b')), 'fails'],
  ['about: countries, min: 2', some(es('a'), actor('b')), 'unknown'],
  ['about: countries, max: 1', some(es('a'), fr('b'), actor('c')), 'fails'],
  ['about: partners, min: 1, in: mpc', some(es('a'), tn('b')), 'holds'],
  ['about: partners, min: 1, in: mpc', some(es('a')), 'fails'],
  ['about: partners, min: 1, in: mpc', some(es('a'), actor('b')), 'unknown'],
  ['about: partners, min: 1, in: latin-arc', some(es('a', { regions: ['ES-CT'] })), 'holds'],
  ['about: partners, min: 1, in: latin-arc', some(es('a', { regions: ['ES-GA'] })), 'fails'],
  ['about: partners, min: 1, in: latin-arc', some(es('a')), 'unknown'],
  ['about: partners, min: 1, in: latin-arc', some(es('a', { regions: ['ES5'] })), 'unknown'],
  ['about: partners, min: 1, in: latin-arc', some(tn('a')), 'fails'],
  ['about: countries, min: 2, in: [ES, FR]', some(es('a'), actor('b'), actor('c')), 'unknown'],
  ['about: countries, min: 3, in: [ES, FR]', some(es('a'), actor('b'), actor('c')), 'fails'],
  ['about: each-country, countries: [ES, FR]', some(es('a'), fr('b')), 'holds'],
  ['about: each-country, countries: [ES, FR, PT]', some(es('a'), fr('b')), 'fails'],
  ['about: each-country, countries: [ES, FR]', some(es('a'), actor('b')), 'unknown'],
  ['about: one-country, max: 1', some(es('a'), fr('b')), 'holds'],
  ['about: one-country, max: 1', some(es('a'), es('b'), fr('c')), 'fails'],
  ['about: one-country, max: 1', some(es('a'), actor('b')), 'unknown'],
  ['about: lead, in: eu27', some(es('a', { role: 'lead' }), tn('b')), 'holds'],
  ['about: lead, in: eu27', some(es('a'), tn('b', { role: 'lead' })), 'fails'],
  ['about: lead, in: eu27', some(es('a'), tn('b')), 'unknown'],
  ['about: lead, in: eu27', some(es('a'), fr('b')), 'holds'],
  [
    'about: lead, status: [public, non-profit]',
    some(es('a', { role: 'lead', forms: ['enterprise'] })),
    'fails',
  ],
  [
    'about: lead, status: [public, non-profit]',
    some(es('a', { role: 'lead', forms: ['cooperative'] })),
    'unknown',
  ],
  [
    'about: lead, status: public',
    some(es('a', { role: 'lead', forms: ['public-regional'] })),
    'holds',
  ],
  ['about: lead, not-form: [international-organisation]', some(es('a', { role: 'lead' })), 'holds'],
  [
    'about: partners, min: 1, form: public-authority',
    some(es('a', { forms: ['public-local'] })),
    'holds',
  ],
  ['about: partners, min: 1, form: public-authority', some(es('a')), 'fails'],
  ['about: partners, min: 1, form: public-authority', some(es('a', { forms: [] })), 'unknown'],
  ['about: partners, max: 0, form: enterprise', some(es('a', { forms: ['enterprise'] })), 'fails'],
  [
    'about: partners, max: 0, in: BY, everybody: yes',
    some(es('a', { countries: ['BY'], role: 'associated' })),
    'fails',
  ],
  ['about: partners, min: 1, without-lead: yes', some(es('a', { role: 'lead' })), 'fails'],
  [
    'about: partners, min: 2 | same-parent: once',
    some(es('a', { family: 'm' }), fr('b', { family: 'm' })),
    'fails',
  ],
  [
    'about: partners, min: 2 | same-parent: each',
    some(es('a', { family: 'm' }), fr('b', { family: 'm' })),
    'holds',
  ],
  [
    'about: budget-share, max: 20, in: mpc',
    some(es('a', { share: 85 }), tn('b', { share: 15 })),
    'holds',
  ],
  ['about: budget-share, max: 20, in: mpc', some(es('a', { share: 70 }), tn('b')), 'fails'],
  ['about: budget-share, max: 20, in: mpc', some(es('a'), tn('b', { share: 10 })), 'holds'],
  ['about: budget-share, max: 20, in: mpc', some(es('a'), tn('b')), 'unknown'],
  [
    'about: budget-share, max: 20, outside: eu27',
    some(es('a', { share: 70 }), actor('b', { share: 30 })),
    'unknown',
  ],
  ['about: partner-share, max: 50', some(es('a', { share: 60 }), fr('b')), 'fails'],
  ['about: partner-share, max: 50', some(es('a', { share: 50 }), fr('b')), 'holds'],
  ['about: partner-share, max: 60', some(es('a'), fr('b')), 'unknown'],
  ['about: partner-share, max: 40', some(es('a'), fr('b')), 'fails'],
  ['about: partner-share, min: 10', some(es('a', { share: 95 }), fr('b')), 'fails'],
  ['about: grant-share, max: 90 %', { actors: [], budget: eur(100), grant: eur(90) }, 'holds'],
  ['about: grant-share, max: 90 %', { actors: [], budget: eur(100), grant: eur(91) }, 'fails'],
  ['about: grant-share, max: 90 %', { actors: [], budget: eur(100) }, 'unknown'],
  ['about: budget, min: 1 million EUR', { actors: [], budget: eur(1e6) }, 'holds'],
  ['about: budget, max: 1 million EUR', { actors: [], budget: eur(2e6) }, 'fails'],
  [
    'about: budget, max: 1 million EUR',
    { actors: [], budget: { amount: 5, currency: 'TND' } },
    'unknown',
  ],
  ['about: months, max: 36', { actors: [], months: { least: 30, most: 30 } }, 'holds'],
  ['about: months, max: 36', { actors: [], months: { least: 40, most: 50 } }, 'fails'],
  ['about: months, max: 36', { actors: [], months: { least: 30, most: 50 } }, 'unknown'],
  ['about: by-hand, text: one lead only', some(es('a')), 'unknown'],
])('%s', (rules, consortium, verdict) => {
  const [condition = '', further = ''] = rules.split(' | ');
  const text = `title: T\nsource: S\nvalid: '2024'\n${further}\nconditions:\n  - {${condition}}\n`;
  const { call, problems } = readCall(text, 'x');
  expect(problems).toEqual([]);
  if (!call) return;
  const [finding] = check(consortium, call, world);
  expect(finding?.verdict).toBe(verdict);
  expect((finding?.missing.length ?? 0) > 0, 'what is missing is said where it is open').toBe(
    verdict === 'unknown',
  );
});

test('says who does not count, and why', () => {
  const { call } = readCall(
    `title: T\nsource: S\nvalid: '2024'\n${apart}\nsame-parent: once\nconditions: []\n`,
    'x',
  );
  const all = some(
    es('a', { family: 'm' }),
    fr('b', { role: 'associated' }),
    fr('c', { forms: ['international-organisation'] }),
    fr('d', { family: 'm' }),
  );
  const told = call ? notCounted(all, call) : [];
  expect(told.map(({ actor, reason, with: other }) => [actor.id, reason, other?.id])).toEqual([
    ['b', 'role', undefined],
    ['c', 'form', undefined],
    ['d', 'parent', 'a'],
  ]);
});
