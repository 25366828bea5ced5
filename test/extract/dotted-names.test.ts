import { describe, expect, it } from 'vitest';
import { growth } from './growth.ts';
import { readText, titlesOf } from './read-text.ts';

/** Texts with names that hold dots, quotation marks and legal forms, and those names. */
const texts: readonly (readonly [text: string, ...names: readonly string[]])[] = [
  [
    'Το έργο υλοποιεί η Κοιν.Σ.Επ. «Ανάδραση» με έδρα τη Λευκάδα. Συμμετέχει και η ΚΟΙΝ.Σ.ΕΠ. «Το Μελίσσι».',
    'Κοιν.Σ.Επ. «Ανάδραση»',
    'ΚΟΙΝ.Σ.ΕΠ. «Το Μελίσσι»',
  ],
  [
    'Il progetto SALE è guidato dal Consorzio Sol.Co. Palermo s.c.s. e dalla Cooperativa La Madia soc. coop. a r.l. di Lecce.',
    'Consorzio Sol.Co. Palermo s.c.s.',
    'Cooperativa La Madia soc. coop. a r.l.',
  ],
  [
    'Partner: Cooperativa Il Forno S.C.S., Coop. Soc. L’Orto s.c. a r.l.',
    'Cooperativa Il Forno S.C.S.',
    'Coop. Soc. L’Orto s.c. a r.l.',
  ],
  [
    'El proyecto SAL está liderado por Molinos del Sur S. Coop. And. y por Panes de Cádiz, S. Coop. And. en colaboración con Tejidos S.Coop.',
    'Molinos del Sur S. Coop. And.',
    'Panes de Cádiz, S. Coop. And.',
    'Tejidos S.Coop.',
  ],
  [
    'Εταίροι\n\n- Α.Σ.Κ.Ε. Λευκάδας\n- Ε.Σ.Μ.\n- Δίκτυο Μύλων',
    'Α.Σ.Κ.Ε. Λευκάδας',
    'Ε.Σ.Μ.',
    'Δίκτυο Μύλων',
  ],
  [
    'Parceiros:\n\n- Pão e Vinho, C.R.L.\n- Associação dos Moinhos',
    'Pão e Vinho',
    'Associação dos Moinhos',
  ],
];

describe('a name with dots', () => {
  it.each(texts)('is whole: %s', (text, ...names) => {
    expect(titlesOf(readText(text), 'organisation')).toEqual(names);
  });

  it.each([
    ['The hall was lent by Vio.Me. Archive work goes on in the old mill.', 'Archive'],
    ['El libro trae cuentas de Molinos S.L.P. La cooperativa Alba lo imprime.', 'S.L.P. La'],
    ['Το κείμενο έγραψε η ΚοινΣΕπ. «Δεν ήθελα βοήθεια, ήθελα ωράριο», λέει.', 'βοήθεια'],
  ])('does not go on into the next sentence: %s', (text, part) => {
    const { entities } = readText(text);
    expect(entities.filter(({ title }) => title.includes(part))).toEqual([]);
  });

  it('costs time that grows with the text', () => {
    const unit = 'Coop. Soc. L’Orto s.c. a r.l. e Κοιν.Σ.Επ. «Ανάδραση» (Sol.Co. Palermo) « ';
    expect(growth(unit, readText)).toBeLessThan(32);
  });
});
