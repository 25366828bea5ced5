import { describe, expect, it } from 'vitest';
import { rolesIn } from './marked-text.ts';
import { partsOf, readText } from './read-text.ts';

/** “The project” of the sentence before is what “it” means, also where the text is about an event. */
const meant: readonly (readonly [language: string, text: string, role: string])[] = [
  ['en', '[p Alfa] began. [e Fair] closed. The project is young. It is led by [o Beta].', 'lead'],
  [
    'fr',
    '[p Alfa] commence. [e Fair] finit. Le projet est jeune. Il est porté par [o Beta].',
    'lead',
  ],
  ['es', '[p Alfa] empieza. [e Fair] acaba. El proyecto crece. Lo coordina [o Beta].', 'lead'],
  ['it', '[p Alfa] comincia. [e Fair] finisce. Il progetto cresce. Lo guida [o Beta].', 'lead'],
  ['pt', '[p Alfa] começa. [e Fair] acaba. O projeto cresce. É coordenado pela [o Beta].', 'lead'],
  ['ca', '[p Alfa] comença. [e Fair] acaba. El projecte creix. El coordina [o Beta].', 'lead'],
  [
    'el',
    'Το [p Alfa] αρχίζει. Η [e Fair] τελείωσε. Το έργο προχωρά. Το συντονίζει η [o Beta].',
    'lead',
  ],
  ['ar', 'بدأ [p Alfa]. انتهى [e Fair]. يتقدم المشروع. تنسقه [o Beta].', 'lead'],
];

describe.each(meant)('%s: %s', (language, text, role) => {
  it('has the part in the project', () => {
    expect(rolesIn(text, language, 'Fair')).toEqual([`Beta ${role} Alfa`]);
  });
});

describe('a word for today', () => {
  it('is no event', () => {
    const text = 'انتهى [e Fair]. بدأ [p Alfa]. [o Beta]، وهي التي أدارته حتى اليوم، سعيدة.';
    expect(rolesIn(text, 'ar')).toEqual(['Beta lead Alfa']);
  });
});

/** Labels over a list of those who take part. */
const labels: readonly (readonly [label: string, title: string])[] = [
  ['They run the project with us', 'Project Saltpan'],
  ['Ils portent le projet avec nous', 'Projet Saltpan'],
  ['Socias confirmadas', 'Proyecto Saltpan'],
  ['Fanno il progetto con noi', 'Progetto Saltpan'],
  ['Parceiros confirmados', 'Projeto Saltpan'],
  ['Qui ens acompanya', 'Projecte Saltpan'],
  ['Επιβεβαιωμένοι εταίροι', 'Έργο Saltpan'],
  ['معنا في المشروع', 'مشروع Saltpan'],
];

describe.each(labels)('a list under “%s”', (label, title) => {
  it('names the partners', () => {
    const list = '- Guild of Dyers, Nicosia\n- Union of Potters, Izmir';
    const text = `${title}\n\nCode: 12\nBudget: 200,000 €\n\n${label}\n\n${list}\n`;
    const parts = partsOf(readText(text)).map((part) => part.replace('مشروع ', ''));
    expect(parts.toSorted()).toEqual([
      'Guild of Dyers partner Saltpan',
      'Union of Potters partner Saltpan',
    ]);
  });
});

describe('who writes', () => {
  const letter =
    'Dear friends,\n\nthe project Saltpan goes well. We coordinate it with joy, and there is cake.\n\nYours,\nthe board';

  it('is who signs with an address', () => {
    const signed = `${letter}\n\nGuild of Dyers, 3 Mill Lane, 1010 Nicosia\n`;
    expect(partsOf(readText(signed))).toEqual(['Guild of Dyers lead Saltpan']);
  });

  it('is whose name is a part of the domain of an address of mail', () => {
    const sent = `From: office@guildofdyers.example\n\nThe Guild of Dyers and Weavers met in May.\n\n${letter}\n`;
    expect(partsOf(readText(sent))).toContain('Guild of Dyers and Weavers lead Saltpan');
  });

  it('is nobody who is only named at the end', () => {
    const named = `${letter}\n\nWe met the Guild of Dyers, a fine lot, on 3 May.\n`;
    expect(partsOf(readText(named))).toEqual([]);
  });
});

describe.each([
  ['en', '[p Alfa] does not count [o Beta] and [o Gamma] among its partners.'],
  ['fr', '[p Alfa] ne compte pas [o Beta] parmi ses partenaires.'],
  ['es', 'El proyecto [p Alfa] no cuenta con [o Beta] y [o Gamma] entre sus socios.'],
  ['it', '[p Alfa] non conta [o Beta] tra i suoi partner.'],
  ['fr', '[o Beta] et [o Gamma] sont là. [e Foire] n’est pas organisée par les deux organismes.'],
])('%s: %s', (language, text) => {
  it('denies the part', () => {
    expect(rolesIn(text, language, 'Alfa')).toEqual([]);
  });
});
