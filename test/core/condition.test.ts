import { describe, expect, it } from 'vitest';
import { holds, parseCondition } from '../../src/core/condition.ts';

describe('parseCondition', () => {
  it.each([
    ['attendance>=50', { field: 'attendance', operator: '>=', value: '50' }],
    [' city = León ', { field: 'city', operator: '=', value: 'León' }],
    ['city="León"', { field: 'city', operator: '=', value: 'León' }],
    ["city='León'", { field: 'city', operator: '=', value: 'León' }],
    ['Legal Form=x', { field: 'legal_form', operator: '=', value: 'x' }],
    ['legal-form!=x', { field: 'legal_form', operator: '!=', value: 'x' }],
    ['start<2019', { field: 'start', operator: '<', value: '2019' }],
    ['start<=2019', { field: 'start', operator: '<=', value: '2019' }],
    ['start>2019', { field: 'start', operator: '>', value: '2019' }],
    ['title~econ', { field: 'title', operator: '~', value: 'econ' }],
    ['website', { field: 'website', operator: 'exists', value: '' }],
    ['!website', { field: 'website', operator: 'missing', value: '' }],
    ['ville=São Paulo', { field: 'ville', operator: '=', value: 'São Paulo' }],
    ['dc:title=x', { field: 'dc:title', operator: '=', value: 'x' }],
    ['url=https://x.org?a=b', { field: 'url', operator: '=', value: 'https://x.org?a=b' }],
    ['note=a>b', { field: 'note', operator: '=', value: 'a>b' }],
    ['!website=x', undefined],
    ['=x', undefined],
    ['', undefined],
    ['!', undefined],
  ])('%j', (written, condition) => {
    expect(parseCondition(written)).toEqual(condition);
  });
});

describe('holds', () => {
  const values = {
    attendance: ['50'],
    start: ['2019-09-22'],
    end: ['2019'],
    budget: ['3400000 EUR'],
    city: ['León', 'Naples'],
    verified: ['XXXX-09-19'],
    names: [{ fr: 'Économie', en: 'Economy' }],
  };
  const extra = { code: ['07001'], version: ['1.10'], constructor: ['Gaudí'] };

  it.each([
    ['attendance=50', true],
    ['attendance>=50', true],
    ['attendance>49', true],
    ['attendance>5', true],
    ['attendance<=5', false],
    ['attendance<5', false],
    ['attendance<=500', true],
    ['attendance!=50', false],
    ['attendance!=51', true],
    ['start>=2019', true],
    ['start>2019', false],
    ['start<=2019', true],
    ['start<=2019-09', true],
    ['start>2019-09', false],
    ['start<2019', false],
    ['start>2018', true],
    ['start<2020', true],
    ['start=2019-09-22', true],
    ['start=2019', true],
    ['start=2019-09', true],
    ['start=2018', false],
    ['start!=2019', false],
    ['start=20', false],
    ['end<=2019', true],
    ['end>2019', false],
    ['budget>=3000000', true],
    ['budget<3000000', false],
    ['budget>9', true],
    ['city=leon', true],
    ['city=Naples', true],
    ['city!=naples', false],
    ['city!=Paris', true],
    ['city~nap', true],
    ['city=Nap', false],
    ['names=economie', true],
    ['verified>2000', false],
    ['verified<2100', false],
    ['verified', true],
    ['code=07001', true],
    ['code', true],
    ['!code', false],
    ['nothing', false],
    ['!nothing', true],
    ['nothing=1', false],
    ['nothing!=1', true],
    ['constructor=gaudi', true],
    ['toString', false],
    ['toString=x', false],
    ['__proto__', false],
    ['hasOwnProperty!=x', true],
  ])('%s: %s', (written, expected) => {
    const condition = parseCondition(written);
    expect(condition && holds(condition, values, extra)).toBe(expected);
  });
});
