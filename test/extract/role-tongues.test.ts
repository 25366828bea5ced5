import { describe, expect, it } from 'vitest';
import { rolesIn } from './marked-text.ts';

/** Ways of telling a part that each language has of its own: labels, verbs that come first, sums, invitations, joint actions. */
const told: readonly (readonly [language: string, text: string, ...roles: readonly string[]])[] = [
  [
    'ca',
    '[p Rems]. Capdavantera: [o Alfa]. Sòcies: [o Beta], [o Gamma].',
    'Alfa lead Rems',
    'Beta partner Rems',
    'Gamma partner Rems',
  ],
  ['ca', '[p Rems] surt al maig. El dirigeix la fundació [o Alfa].', 'Alfa lead Rems'],
  ['ca', '[o Alfa] hi ha posat 40.000 euros, al projecte [p Rems].', 'Alfa funder Rems'],
  [
    'es',
    '[p Noria] cuenta como socios con [o Alfa], la [o Beta] y [o Gamma].',
    'Alfa partner Noria',
    'Beta partner Noria',
    'Gamma partner Noria',
  ],
  ['es', 'Sigue [p Noria]. La contraparte local es la asociación [o Alfa].', 'Alfa partner Noria'],
  [
    'it',
    '[p Trama]. Realizzazione: [o Alfa]. Partner: [o Beta].',
    'Alfa lead Trama',
    'Beta partner Trama',
  ],
  [
    'it',
    '[p Trama] è un’iniziativa congiunta di [o Alfa] e [o Beta].',
    'Alfa partner Trama',
    'Beta partner Trama',
  ],
  [
    'fr',
    '[p Lavoir] est une action commune de [o Alfa] et de [o Bêta].',
    'Alfa partner Lavoir',
    'Bêta partner Lavoir',
  ],
  ['pt', 'A [o Alfa] recebeu ainda um apoio da [o Fundação Beta].', 'Fundação Beta funder Alfa'],
  [
    'pt',
    'A [o Alfa] e a [o Beta] têm o prazer de convidar para a [e Feira do Sal].',
    'Alfa organiser Feira do Sal',
    'Beta organiser Feira do Sal',
  ],
  [
    'el',
    '[p Αλώνι]. Υλοποίηση: [o Άλφα]. Εταίρος: [o Βήτα].',
    'Άλφα lead Αλώνι',
    'Βήτα partner Αλώνι',
  ],
  [
    'el',
    '[p Αλώνι]: κοινή δράση της οργάνωσης [o Άλφα] και της [o Βήτα].',
    'Άλφα partner Αλώνι',
    'Βήτα partner Αλώνι',
  ],
  [
    'en',
    '[p Weir] opens in May. A further 30,000 dinars come from the [o Alpha Fund].',
    'Alpha Fund funder Weir',
  ],
  ['ar', 'مشروع [p ساقية] الذي ترأسته [o جامعة ألف].', 'جامعة ألف lead ساقية'],
  ['ar', 'شاركت [o ألف] في مشروع [p ساقية] في مارس.', 'ألف partner ساقية'],
  ['ar', 'دخلت [o ألف] في مشروع [p ساقية] في مارس.', 'ألف partner ساقية'],
  [
    'fr',
    'Le projet [p Lavoir], porté par [o Alfa] de [@ Turin], avec [o Bêta] ([@ Lyon]) et l’association kabyle [o Gamma], commence.',
    'Alfa lead Lavoir',
    'Bêta partner Lavoir',
    'Gamma partner Lavoir',
  ],
  [
    'ca',
    '[e Fira de la Sal], a [@ Inca]. Organitza: [o Alfa], amb l’[o Ajuntament].',
    'Ajuntament co-organiser Fira de la Sal',
    'Alfa organiser Fira de la Sal',
  ],
  [
    'es',
    '[p Noria] empieza. La coordina [o Alfa], de [@ Francia]; [o Beta] participa como socio.',
    'Alfa lead Noria',
    'Beta partner Noria',
  ],
  ['ar', 'مشروع [p ساقية] يتحمله [o ألف]، في حين تساهم [o باء] بمبلغ كبير.', 'باء funder ساقية'],
  [
    'en',
    '[o Alpha Fund] and the [o Beta Agency], better known as Beba, will put USD 1.2 million into [p Weir].',
    'Alpha Fund funder Weir',
    'Beta Agency funder Weir',
  ],
  [
    'en',
    '[p Weir] is a project in which [o Alpha] and the [o Beta] take part alongside [o Gamma].',
    'Alpha partner Weir',
    'Beta partner Weir',
    'Gamma partner Weir',
  ],
  [
    'el',
    '[p Αλώνι], με εταίρους την [o Άλφα].eu ([@ Βρυξέλλες]) και το [o Βήτα].',
    'Άλφα partner Αλώνι',
    'Βήτα partner Αλώνι',
  ],
];

describe('ways of a language', () => {
  it.each(told)('%s: %s', (language, text, ...roles) => {
    expect(rolesIn(text, language)).toEqual(roles.toSorted());
  });

  it('know what is no money for a project', () => {
    expect(rolesIn('[p ساقية] مستمر. وتشارك فيه كذلك [o ألف].', 'ar')).not.toContain(
      'ألف funder ساقية',
    );
  });

  it.each([
    ['fr', 'Le projet [p Lavoir] s’appuie sur le règlement ([o UE]) 2018/848.'],
    ['es', 'El proyecto [p Noria] es un acuerdo entre las entidades socias y la [o Caja].'],
    ['it', '[p Trama] è partito con un mutuo di [o Banca Alfa].'],
    ['en', '[p Weir] goes on. The boat was bought with a loan from [o Alpha Bank].'],
  ])('know who has no part (%s): %s', (language, text) => {
    expect(rolesIn(text, language)).toEqual([]);
  });
});
