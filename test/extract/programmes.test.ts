import { describe, expect, it } from 'vitest';
import type { KnownRecord } from '../../src/core/known-record.ts';
import { findProgrammes } from '../../src/extract/names/programmes.ts';
import { linesAsPassage } from './lines-as-passage.ts';
import { annotatedTexts } from './place-texts.ts';

/** Programmes as `words of the text = id or name`. */
function programmes(
  text: string,
  language: string,
  records: readonly KnownRecord[] = [],
): string[] {
  return findProgrammes(linesAsPassage(text, language), records).map(
    ({ start, end, id, name }) => `${text.slice(start, end)} = ${id ?? name}`,
  );
}

it.each([
  [
    'en',
    'Funded by the ENI CBC MED programme 2014-2020.',
    ['ENI CBC MED programme 2014-2020 = eni-cbc-med'],
  ],
  [
    'en',
    'Under Horizon Europe, Erasmus+ and LIFE programme rules.',
    ['Horizon Europe = horizon-europe', 'Erasmus+ = erasmus-plus', 'LIFE programme = life'],
  ],
  [
    'en',
    'The Interreg Greece–Albania strand and Interreg Euro-MED.',
    ['Interreg Greece–Albania = interreg', 'Interreg Euro-MED = interreg-euro-med'],
  ],
  ['en', 'It was paid by the territorial programme (MED).', ['MED = med']],
  [
    'en',
    'They won a grant of the Blue Harbour Programme 2021-2027.',
    ['Blue Harbour Programme 2021-2027 = Blue Harbour'],
  ],
  ['fr', 'Le programme ENI CTC Med et de nombreux élus.', ['ENI CTC Med = eni-cbc-med']],
  [
    'fr',
    'Soutenu par le FEDER, le FSE+ et le programme « Rives Communes ».',
    ['FEDER = erdf', 'FSE+ = esf', 'Rives Communes = Rives Communes'],
  ],
  [
    'es',
    'El programa Interreg Sudoe y Horizonte 2020.',
    ['Interreg Sudoe = interreg-sudoe', 'Horizonte 2020 = horizon-2020'],
  ],
  [
    'es',
    'Cuenta con el programa Pueblos Vivos de la Diputación.',
    ['Pueblos Vivos de la Diputación = Pueblos Vivos de la Diputación'],
  ],
  [
    'it',
    'Finanziato dal programma PRIMA e da Europa Creativa.',
    ['PRIMA = prima', 'Europa Creativa = creative-europe'],
  ],
  [
    'pt',
    'Apoio do Fundo Social Europeu e do programa Cidadãos Ativos.',
    ['Fundo Social Europeu = esf', 'Cidadãos Ativos = Cidadãos Ativos'],
  ],
  [
    'ca',
    "El programa Interreg POCTEFA i l'Horitzó Europa.",
    ['Interreg POCTEFA = interreg-poctefa', 'Horitzó Europa = horizon-europe'],
  ],
  [
    'el',
    'Το πρόγραμμα Ορίζων 2020 και το πρόγραμμα Νέα Γη.',
    ['Ορίζων 2020 = horizon-2020', 'Νέα Γη = Νέα Γη'],
  ],
  [
    'ar',
    'يموله برنامج ENI CBC MED وإيراسموس+',
    ['ENI CBC MED = eni-cbc-med', 'وإيراسموس+ = erasmus-plus'],
  ],
  ['ar', 'في إطار برنامج «ضفاف مشتركة» الجديد', ['ضفاف مشتركة = ضفاف مشتركة']],
])('%s: %s', (language, text, expected) => {
  expect(programmes(text, language)).toEqual(expected);
});

describe('no programmes', () => {
  it.each([
    ['en', 'The programme of the day: Welcome, Lunch, Closing.'],
    ['en', 'Med schools and Euro-MED citizens; life goes on, prima facie.'],
    ['en', 'The United Nations Development Programme opened an office.'],
    ['en', 'Ask the Programme Manager about the Work Programme.'],
    ['en', 'A leader of the Erasmus family spoke about progress.'],
    ['fr', 'Programme de la soirée. Le programme Mardi commence tôt.'],
    ['es', 'El programa de la jornada y la vida de Erasmus de Rotterdam.'],
    ['it', 'Il programma della giornata: prima la visita.'],
    ['pt', 'O programa do dia e o médico.'],
    ['ca', 'El programa de la festa.'],
    ['el', 'Το πρόγραμμα της ημέρας.'],
    ['ar', 'برنامج اليوم'],
  ])('%s: %s', (language, text) => {
    expect(programmes(text, language)).toEqual([]);
  });
});

it('knows the programmes of the base', () => {
  const records: KnownRecord[] = [
    { id: 'med', kind: 'programme', title: 'MED', names: ['Sea Basin Cooperation Programme'] },
    { id: 'coast', kind: 'programme', title: 'Coast and Cities Fund', names: [] },
    { id: 'med-ong', kind: 'organisation', title: 'Horizon Europe', names: [] },
  ];
  const text =
    'The Coast and Cities Fund and the MED programme paid. Med is a sea. Horizon Europe did not.';
  expect(findProgrammes(linesAsPassage(text, 'en'), records).map(({ records }) => records)).toEqual(
    [['coast'], ['med'], []],
  );
});

it.each(annotatedTexts.map((each, index) => [`${each.language} ${index}`, each] as const))(
  'text of our own: %s',
  (_, each) => {
    const found = findProgrammes(linesAsPassage(each.text, each.language), []);
    expect([...new Set(found.map(({ id, name }) => id ?? name))].toSorted()).toEqual(
      each.programmes.toSorted(),
    );
  },
);
