import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, words } from '../../src/vocabulary/fold.ts';

describe('fold', () => {
  it.each([
    ['Économie', 'economie'],
    ['Œuvre', 'oeuvre'],
    ['ŒUVRE', 'oeuvre'],
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['Κοινωνική', 'κοινωνικη'],
    ['ΚΟΙΝΩΝΙΚΉ', 'κοινωνικη'],
    ['αλληλέγγυος', 'αλληλεγγυοσ'],
    ['ΑΛΛΗΛΕΓΓΥΟΣ', 'αλληλεγγυοσ'],
    ['الأُردُنّ', 'الاردن'],
    ['الاردن', 'الاردن'],
    ['الإقتصاد الاجتماعي', 'الاقتصاد الاجتماعي'],
    ['منظّمـة', 'منظمه'],
    ["l'économie", 'economie'],
    ['l’Économie', 'economie'],
    ["d'autres", 'autres'],
    ["dell'economia", 'economia'],
    ["aujourd'hui", 'aujourd hui'],
    ["what's", 'what s'],
    ['ESS/SSE', 'ess sse'],
    ['co-operative', 'co operative'],
    ['E.S.S.', 'ess'],
    ['Κ.ΑΛ.Ο.', 'καλο'],
    ['example.org', 'example org'],
    ['coŀlectiu', 'collectiu'],
    ['col·lectiu', 'collectiu'],
    ['Đorđe Ærø Ðþ', 'dorde aero dth'],
    ['ﬁnance', 'finance'],
    ['２０１９', '2019'],
    ['٢٠١٩', '2019'],
    ['۲۰۱۹', '2019'],
    ['२०१९', '2019'],
    ['𝟚𝟘𝟙𝟡', '2019'],
    ['İzmir ısı', 'izmir isi'],
    ['zero\u200bwidth so\u00adft', 'zerowidth soft'],
    ['連帯経済', '連帯経済'],
    ['  C++ / C#  ', 'c c'],
    ['…—!?', ''],
    ['', ''],
  ])('%j is compared as %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom(
        ..."aéŁß.Κ’'-/ ·ςIİ١९\u0301\u0640\u00ad".split(''),
        '\ud800',
        '\udc00',
        'l',
        'd',
      ),
    }),
  );

  it('gives the same for composed and decomposed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('changes nothing that it has given', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 1_000, seed: 1 },
    );
  });

  it('gives letters and digits with single spaces between, whatever comes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(text)).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u);
        expect(words(text).join(' ')).toBe(fold(text));
      }),
      { numRuns: 1_000, seed: 1 },
    );
  });

  it('knows every digit of every script', () => {
    for (let code = 0; code < 0x1_ffff; code++) {
      const digit = String.fromCodePoint(code);
      if (/\p{Nd}/u.test(digit)) expect(fold(digit)).toMatch(/^\d$/);
    }
  });
});
