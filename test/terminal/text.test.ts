import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { cut, pad, toTerminal, width, wrap } from '../../src/terminal/text.ts';
import { cost } from '../cost.ts';

describe('toTerminal', () => {
  test.each([
    ['Économie sociale, “ΕΣΟ” – Łódź', 'Économie sociale, “ΕΣΟ” – Łódź'],
    ['\u001b[31mred\u001b[0m', '\\u{1b}[31mred\\u{1b}[0m'],
    ['a\u0000b\bc\rd', 'a\\u{0}b\\u{8}c\\u{d}d'],
    ['one\ntwo\r\nthree\tfour', 'one two three four'],
    ['\u007f\u0085\u009b', '\\u{7f}\\u{85}\\u{9b}'],
    ['\u202etxt.exe\u2066\u200f\u061c', '\\u{202e}txt.exe\\u{2066}'],
    ['\u2028\u2029\ufeff\u200b', '\\u{2028}\\u{2029}\\u{feff}\\u{200b}'],
    ['\ud800x\udc00', '\\u{d800}x\\u{dc00}'],
    ['tag\u{e0041}', 'tag\\u{e0041}'],
    ['éco\u00adnomie', 'économie'],
    ['👩‍👩‍👧 日本', '👩‍👩‍👧 日本'],
    ['المغرب', '\u2068المغرب\u2069'],
    ['می‌خواهم', '\u2068می‌خواهم\u2069'],
    ['\u2069المغرب', '\u2068\\u{2069}المغرب\u2069'],
  ])('%j is shown as %j', (text, shown) => {
    expect(toTerminal(text)).toBe(shown);
  });

  test('keeps newlines when lines are meant, and isolates each', () => {
    expect(toTerminal('a\r\nب\nc\td', { lines: true })).toBe('a\n\u2068ب\u2069\nc d');
  });

  test('leaves the direction alone for programs', () => {
    expect(toTerminal('المغرب', { isolate: false })).toBe('المغرب');
  });

  test('never lets a control, a separator or an open isolate through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = toTerminal(text);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066\u2067\ufeff]/v);
        expect(shown.split('\u2068').length).toBe(shown.split('\u2069').length);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('width', () => {
  test.each([
    ['', 0],
    ['Économie', 8],
    ['Κοινωνική', 9],
    ['e\u0301', 1],
    ['\u2068المغرب\u2069', 6],
    ['عَرَبِيّ', 4],
    ['日本', 4],
    ['👩‍👩‍👧', 2],
    ['─…€', 3],
    ['1\u202f000 €', 7],
  ])('of %j is %d', (text, columns) => {
    expect(width(text)).toBe(columns);
  });

  test('agrees with string-width on every character of the basic plane', () => {
    for (let code = 0x20; code < 0x1_0000; code += 1) {
      const character = String.fromCharCode(code);
      if (toTerminal(character, { isolate: false }) !== character) continue;
      expect([code, width(character)]).toEqual([code, stringWidth(character)]);
    }
  });

  test('agrees with string-width on every script of the region', () => {
    const unit = fc.constantFrom(...'aZ 9éñçŁßΐωЖשאرمغَّ\u0301“…€→─█\u2068\u2069'.split(''));
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(width(text)).toBe(stringWidth(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

const shown = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'a bé مرح日\n'.split('')) }),
    fc.lorem(),
  )
  .map((text) => toTerminal(text, { lines: true }));

describe('cut', () => {
  test.each([
    ['Économie sociale', 16, 'Économie sociale'],
    ['Économie sociale', 10, 'Économie…'],
    ['日本日本', 4, '日…'],
    ['👩‍👩‍👧👩‍👩‍👧', 3, '👩‍👩‍👧…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['\u2068المغرب\u2069', 4, '\u2068الم…\u2069'],
    ['abc', 1, '…'],
    ['abc', 0, ''],
  ])('%j to %d is %j', (text, limit, expected) => {
    expect(cut(text, limit)).toBe(expected);
  });

  test('never gives more than the width, nor an open isolate', () => {
    fc.assert(
      fc.property(shown, fc.integer({ min: 0, max: 40 }), (text, limit) => {
        const short = cut(text, limit);
        expect(width(short)).toBeLessThanOrEqual(limit);
        expect(short.split('\u2068').length).toBe(short.split('\u2069').length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('wrap', () => {
  test.each([
    ['one two three', 7, ['one two', 'three']],
    ['one\ntwo', 20, ['one', 'two']],
    ['incomprehensible', 6, ['incomp', 'rehens', 'ible']],
    ['\u2068مرحبا بالعالم\u2069', 7, ['\u2068مرحبا\u2069', '\u2068بالعالم\u2069']],
    ['un mot ; deux', 6, ['un', 'mot ;', 'deux']],
    ['日', 1, ['日']],
    ['', 5, ['']],
  ])('%j in %d columns', (text, limit, lines) => {
    expect(wrap(text, limit)).toEqual(lines);
  });

  test('keeps every letter and the width', () => {
    fc.assert(
      fc.property(shown, fc.integer({ min: 4, max: 30 }), (text, limit) => {
        const lines = wrap(text, limit);
        expect(letters(lines.join(''))).toBe(letters(text));
        for (const line of lines) expect(width(line)).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 500 },
    );
  });
});

test('what a hostile text costs grows with its length, not with the square of it', () => {
  const print = (text: string) => {
    const line = toTerminal(text);
    expect(width(cut(line, 80))).toBeLessThanOrEqual(80);
    wrap(line, 80);
  };
  for (const character of ['x', ' ', 'ب']) {
    const few = Math.max(
      10,
      cost(() => print(character.repeat(100_000))),
    );
    const many = cost(() => print(character.repeat(1_000_000)), 2);
    expect(many / few).toBeLessThan(50);
  }
});

test('no character at all reaches the terminal that could steer it', () => {
  const steering =
    /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066\u2067\ufeff]/u;
  for (let code = 0; code <= 0x10_ffff; code++) {
    const shown = toTerminal(String.fromCodePoint(code), { isolate: false });
    if (steering.test(shown)) expect.fail(`U+${code.toString(16)}`);
  }
});

test('pad fills at the end, or before', () => {
  expect(pad('日', 4)).toBe('日  ');
  expect(pad('12', 4, 'start')).toBe('  12');
  expect(pad('long', 2)).toBe('long');
});

function letters(text: string): string {
  return text.replace(/[\s\u2068\u2069]/g, '');
}
