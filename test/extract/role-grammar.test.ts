import { describe, expect, it } from 'vitest';
import { rolesIn } from './marked-text.ts';
import { partsOf, readText } from './read-text.ts';

/** What tells a part in other ways than a verb between two names: labels, “as partners”, sums, what follows, what is named too late. */
const told: readonly (readonly [language: string, text: string, ...roles: readonly string[]])[] = [
  [
    'en',
    '[p Saltpan] runs on. Funding: [o Alpha Fund]; [o Beta Trust].',
    'Alpha Fund funder Saltpan',
    'Beta Trust funder Saltpan',
  ],
  [
    'en',
    '[p Saltpan] is a three-year initiative of the [o Delta Union].',
    'Delta Union lead Saltpan',
  ],
  [
    'fr',
    '[p Digue] avance. Financement : [o Alpha] et [o Bêta].',
    'Alpha funder Digue',
    'Bêta funder Digue',
  ],
  [
    'fr',
    '[p Digue] est porté par [o Alpha], avec [o Bêta] et [o Gamma] pour partenaires.',
    'Alpha lead Digue',
    'Bêta partner Digue',
    'Gamma partner Digue',
  ],
  ['fr', '[p Digue], déposé par [o Alpha], commence en mai.', 'Alpha lead Digue'],
  ['es', '[p Marisma]. Con: [o Alfa] y [o Beta].', 'Alfa partner Marisma', 'Beta partner Marisma'],
  [
    'es',
    'El proyecto [p Marisma], en el que participan como socios [o Alfa] y el [o Beta], sigue.',
    'Alfa partner Marisma',
    'Beta partner Marisma',
  ],
  [
    'es',
    '[p Marisma] está financiado por [o Alfa] con 870.000 euros y por [o Beta] con 95.000 euros.',
    'Alfa funder Marisma',
    'Beta funder Marisma',
  ],
  [
    'es',
    'El proyecto [p Marisma] lo promueven [o Alfa] y [o Beta]. Como socias figuran [o Gamma] y [o Delta].',
    'Alfa lead Marisma',
    'Beta lead Marisma',
    'Delta partner Marisma',
    'Gamma partner Marisma',
  ],
  [
    'it',
    'Il progetto [p Laguna] vede la partecipazione di [o Alfa], della [o Beta] e dell’[o Gamma].',
    'Alfa partner Laguna',
    'Beta partner Laguna',
    'Gamma partner Laguna',
  ],
  [
    'it',
    'A finanziare [p Laguna] si è pensato. A finanziarlo è la [o Alfa], insieme alla [o Beta].',
    'Alfa funder Laguna',
    'Beta funder Laguna',
  ],
  ['pt', 'Coube à [o Alfa] coordenar o projeto [p Maré].', 'Alfa lead Maré'],
  [
    'pt',
    'O [e Fórum do Sal] decorre nas instalações da [o Alfa], a convite da [o Beta].',
    'Alfa host Fórum do Sal',
    'Beta organiser Fórum do Sal',
  ],
  [
    'ca',
    'El projecte [p Maresma] creix. Hi contribueixen l’[o Alfa] i la [o Beta].',
    'Alfa funder Maresma',
    'Beta funder Maresma',
  ],
  [
    'el',
    'Συνεχίζεται το έργο [p Αλμύρα]. Εταίροι του έργου είναι ο [o Άλφα], το [o Βήτα] και η ιταλική οργάνωση [o Gamma].',
    'Gamma partner Αλμύρα',
    'Άλφα partner Αλμύρα',
    'Βήτα partner Αλμύρα',
  ],
  [
    'el',
    'Το [e Φόρουμ Άλατος] αρχίζει. Θα το φιλοξενήσει ο [o Άλφα] και το διοργανώνει το [o Βήτα].',
    'Άλφα host Φόρουμ Άλατος',
    'Βήτα organiser Φόρουμ Άλατος',
  ],
  ['el', 'Τον συντονισμό του έργου [p Αλμύρα] έχει αναλάβει η [o Άλφα].', 'Άλφα lead Αλμύρα'],
  [
    'ar',
    'يتواصل [p أمواج] هذه السنة. ويشارك فيه بصفة شريك كل من [o جمعية النور] و[o تعاونية الأمل].',
    'تعاونية الأمل partner أمواج',
    'جمعية النور partner أمواج',
  ],
  ['ar', 'اختتم [e ملتقى البحر]، الذي احتضنه قصر الثقافة، [o جمعية النور] و[o تعاونية الأمل].'],
];

describe.each(told)('%s: %s', (language, text, ...roles) => {
  it('tells its parts and no others', () => {
    expect(rolesIn(text, language)).toEqual(roles.toSorted());
  });
});

describe('what nothing has named yet', () => {
  const partsIn = (text: string) => partsOf(readText(text));
  const opening =
    'Harbour Cooperative\n\nThe Harbour Cooperative mends nets and prints an almanac.';
  const print = 'The almanac was printed in partnership with the Alpha Union.';
  const next = 'The project Saltpan comes next year.';

  it('is not meant by what stands before it', () => {
    expect(partsIn(`${opening}\n\n${next}\n\n${print}`)).toContain('Alpha Union partner Saltpan');
    expect(partsIn(`${opening}\n\n${print}\n\n${next}`)).toEqual([]);
  });
});
