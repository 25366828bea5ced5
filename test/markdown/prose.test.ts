import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proseOf } from '../../src/markdown/prose.ts';
import { cost } from '../cost.ts';

test.each([
  ['ACPP leads it', 'ACPP leads it'],
  ['see [[acpp|ACPP]] and ACPP', 'see and ACPP'],
  ['see [ACPP](https://x.org/ACPP) now', 'see now'],
  ['a `code ACPP` b ``x ` y`` c', 'a b c'],
  ['# ACPP\n\nACPP', 'ACPP'],
  ['ACPP\n====\n\nText', 'Text'],
  ['```\nACPP\n```\nText', 'Text'],
  ['~~~ text\nACPP\n```\nACPP\n~~~\nText', 'Text'],
  ['Text\n\n    ACPP\n\nText', 'Text Text'],
  ['- ACPP\n    continued', '- ACPP continued'],
  ['Text <!-- ACPP\nACPP --> text', 'Text text'],
  ['%% ACPP %% Text', 'Text'],
  ['<div>ACPP</div>\nACPP\n\nText', 'Text'],
  ['[1]: https://x.org ACPP\n\nText', 'Text'],
  ['write to info@acpp.org or www.acpp.org/ACPP today', 'write to or today'],
  ['5 < 6 and ACPP > x', '5 < 6 and ACPP > x'],
  ['lone ` tick ACPP', 'lone tick ACPP'],
  ['lone [ bracket ACPP', 'lone [ bracket ACPP'],
])('%j', (body, prose) => {
  expect(proseOf(body).replaceAll(/\s+/g, ' ').trim()).toBe(prose);
});

test('length and line ends stay', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'ab `~[]()<>!%#-=\n\r\\*'.split('')), maxLength: 80 }),
      (body) => {
        const prose = proseOf(body);
        expect(prose.length).toBe(body.length);
        expect(prose.replaceAll(/[^\r\n]/g, '')).toBe(body.replaceAll(/[^\r\n]/g, ''));
      },
    ),
  );
});

test.each(['[', '`', '``` ', '<', '[a](', '<!--', '%%', '\\', '[[', 'a@', '# '])(
  'what %j costs grows with its length, not with the square of it',
  (fragment) => {
    const costOf = (length: number) => {
      const text = fragment.repeat(length / fragment.length);
      return cost(() => proseOf(text), 3);
    };
    costOf(20_000);
    const [short, long] = [Math.max(costOf(40_000), 4), costOf(320_000)];
    expect(long / short).toBeLessThan(30);
  },
);
