import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NamedActor } from '../../src/names/actor.ts';
import { decide, leadOf } from '../../src/names/decide.ts';
import { likeness, quickScore } from '../../src/names/likeness.ts';
import { parseName } from '../../src/names/name.ts';
import { rarityOf } from '../../src/names/rarity.ts';

const rarity = rarityOf();
const actor = (names: string | readonly string[], more: Partial<NamedActor> = {}): NamedActor => ({
  names: [names].flat().map((name) => parseName(name)),
  ...more,
});
const compare = (a: NamedActor, b: NamedActor) => {
  const found = likeness(a, b, { rarity });
  if (!found) throw new Error('no names');
  return found;
};
const pieces = fc.constantFrom(
  'Cooperativa',
  'University',
  'جامعة',
  'Οικονομία',
  'Tunis',
  'España',
  'Nizwa',
  'II',
  'SARL',
  'CNRS',
  '(Jordan)',
  'Terre',
  '2014',
);
const names = fc.array(pieces, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

describe('likeness', () => {
  test('does not depend on the order', () => {
    fc.assert(
      fc.property(names, names, (a, b) => {
        const [there, back] = [compare(actor(a), actor(b)), compare(actor(b), actor(a))];
        expect(back.score).toBe(there.score);
        expect(back.forbidden).toBe(there.forbidden);
      }),
    );
  });

  test('lies between 0 and 1, and is 1 for the same name', () => {
    fc.assert(
      fc.property(names, names, (a, b) => {
        const { score } = compare(actor(a), actor(b));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(compare(actor(a), actor(a)).score).toBe(1);
      }),
    );
  });

  test.each([
    ['Cooperativa Can Pujol', ['Cooperactivas', 'Cooperactivas Association']],
    ["COOPERATIVA L'OLIVERA SCCL", ['Cooperactivas']],
    ['Universitat Oberta', ['Universitas']],
    ['Economia Solidale Roma', ['Economia Solidala']],
  ])('a word that many bear is no slip of a name: %s, %s', (name, record) => {
    const found = compare(actor(name, { country: 'ES' }), actor(record, { country: 'ES' }));
    expect(found.score).toBeLessThan(0.95);
    expect(decide(found, leadOf(found.score))).not.toBe('same');
  });

  test('a slip in a name of one word is still that name', () => {
    const found = compare(actor('Cooperactivass SCCL'), actor('Cooperactivas'));
    expect(decide(found, leadOf(found.score))).toBe('same');
  });

  test('is what its reasons add up to', () => {
    fc.assert(
      fc.property(names, names, (a, b) => {
        fc.pre(a !== b);
        const { score, reasons } = compare(actor(a), actor(b, { country: 'TN' }));
        const odds = reasons.reduce((sum, { weight }) => sum + weight, 0);
        if (score < 0.99) expect(score).toBeCloseTo(1 / (1 + Math.exp(-odds)), 1);
      }),
    );
  });

  test('the quick score is the same', () => {
    fc.assert(
      fc.property(names, names, (a, b) => {
        const { score } = compare(actor(a), actor(b));
        if (score < 0.999) expect(quickScore(actor(a), actor(b), rarity)).toBeCloseTo(score, 6);
      }),
    );
  });

  test('the best of all names counts', () => {
    const known = actor(['UGTT', 'Union générale tunisienne du travail']);
    const asked = actor('الاتحاد العام التونسي للشغل');
    expect(compare(asked, known).names[1].text).toBe('Union générale tunisienne du travail');
  });

  test('rarer words say more', () => {
    const rare = compare(actor('Centro Zurriola'), actor('Zurriola'));
    const common = compare(actor('Centro Social'), actor('Social'));
    expect(rare.score).toBeGreaterThan(common.score + 0.2);
  });

  test('says what it rests on', () => {
    const { reasons } = compare(
      actor('Legacoop Liguria', { country: 'IT' }),
      actor('Legacoop Puglia', { country: 'IT' }),
    );
    expect(reasons).toContainEqual(expect.objectContaining({ reason: 'country', detail: 'IT' }));
    expect(reasons).toContainEqual(
      expect.objectContaining({ reason: 'words', detail: 'legacoop' }),
    );
    expect(reasons.find(({ reason }) => reason === 'place')?.weight).toBeLessThan(0);
  });
});

describe('evidence beyond the name', () => {
  const base = compare(actor('Red Verde'), actor('Red Verde del Sur')).score;
  const score = (a: Partial<NamedActor>, b: Partial<NamedActor>) =>
    compare(actor('Red Verde', a), actor('Red Verde del Sur', b)).score;

  test.each<[string, Partial<NamedActor>]>([
    ['country', { country: 'ES' }],
    ['region', { region: 'ES-AN' }],
    ['city', { city: 'cordoba' }],
    ['domain', { domains: ['redverde.example'] }],
    ['identifier', { identifiers: ['vat:ESG123'] }],
    ['parent', { parents: ['cepes'] }],
    ['work', { works: ['medtown'] }],
  ])('the same %s speaks for one', (_, same) => {
    expect(score(same, same)).toBeGreaterThan(base);
  });

  test.each<[string, Partial<NamedActor>, Partial<NamedActor>]>([
    ['country', { country: 'ES' }, { country: 'CL' }],
    ['region', { region: 'ES-AN' }, { region: 'ES-CT' }],
    ['city', { city: 'cordoba' }, { city: 'vic' }],
    ['domain', { domains: ['one.example'] }, { domains: ['two.example'] }],
  ])('another %s speaks against', (_, a, b) => {
    expect(score(a, b)).toBeLessThan(base);
  });

  test('a domain that many rent a place on says nothing', () => {
    const rented = { domains: ['facebook.com'] };
    expect(score(rented, rented)).toBe(base);
  });
});

describe('never one', () => {
  const twice = (a: Partial<NamedActor>, b: Partial<NamedActor>) =>
    likeness(actor('COOPERACTIVAS', a), actor('COOPERACTIVAS', b), {
      rarity,
      areDifferent: (one, other) => one === 'left' && other === 'right',
    });

  test.each<[string, Partial<NamedActor>, Partial<NamedActor>]>([
    ['kind', { kind: 'organisation' }, { kind: 'project' }],
    ['identifier', { identifiers: ['siren:1'] }, { identifiers: ['siren:2'] }],
    ['parent', { id: 'a' }, { id: 'b', parents: ['a'] }],
    ['decided', { id: 'left' }, { id: 'right' }],
  ])('%s', (forbidden, a, b) => {
    const found = twice(a, b);
    expect(found?.forbidden).toBe(forbidden);
    expect(found && decide(found, 20)).toBe('no');
  });

  test.each([
    ['place', 'Legacoop Liguria', 'Legacoop Puglia'],
    ['period', 'ENI CBC Med 2007-2013', 'ENI CBC Med 2014-2020'],
  ])('%s', (forbidden, a, b) => {
    expect(compare(actor(a), actor(b)).forbidden).toBe(forbidden);
  });

  test('identifiers of different registers do not contradict', () => {
    expect(
      twice({ identifiers: ['siren:1'] }, { identifiers: ['vat:FR1'] })?.forbidden,
    ).toBeUndefined();
  });
});

describe('decide', () => {
  const same = { score: 0.99, reasons: [] };

  test.each([
    [{ ...same }, 20, 'same'],
    [{ ...same }, 1, 'review'],
    [{ ...same, score: 0.8 }, 20, 'review'],
    [{ ...same, score: 0.2 }, 20, 'no'],
    [{ ...same, reasons: [{ reason: 'letters', weight: 3, detail: 'ICS' }] }, 20, 'review'],
    [
      {
        ...same,
        reasons: [
          { reason: 'letters', weight: 3, detail: 'ICS' },
          { reason: 'country', weight: 1, detail: 'ES' },
        ],
      },
      20,
      'same',
    ],
    [{ ...same, reasons: [{ reason: 'place', weight: -0.5, detail: 'Marche' }] }, 20, 'review'],
    [
      {
        ...same,
        reasons: [
          { reason: 'place', weight: -0.5, detail: 'Marche' },
          { reason: 'identifier', weight: 8, detail: 'vat:IT1' },
        ],
      },
      20,
      'same',
    ],
  ] as const)('%j with a lead of %d: %s', (found, lead, decision) => {
    expect(decide(found, lead)).toBe(decision);
  });

  test('the lead is the distance in log-odds', () => {
    expect(leadOf(0.9, 0.9)).toBe(0);
    expect(leadOf(0.9, 0.5)).toBeCloseTo(Math.log(9));
    expect(leadOf(0.9)).toBeGreaterThan(10);
  });
});
