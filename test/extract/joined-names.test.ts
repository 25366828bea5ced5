import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import text from '../../src/readers/text.ts';
import { concepts } from '../../src/vocabulary/load.ts';

async function organisations(written: string): Promise<string[]> {
  const document = await text.read(Buffer.from(written));
  const context = { sha256: '0'.repeat(64), known: [], vocabularies: concepts };
  return extract(document, context)
    .entities.filter(({ kind }) => kind === 'organisation')
    .map(({ title }) => title);
}

describe('where a name begins and ends', () => {
  it.each([
    [
      'pt: two names after a label',
      'Organização: Cooperativa Rio Vivo e Universidade do Algarve\n',
      ['Cooperativa Rio Vivo', 'Universidade do Algarve'],
    ],
    [
      'fr: one name with an “and” after a label',
      'Organisateur : Association Pain et Partage\n',
      ['Association Pain et Partage'],
    ],
    [
      'en: a plural that owns',
      'The ovens were lent by the Millers’ Cooperative of Kavala in spring.\n',
      ['Millers’ Cooperative of Kavala'],
    ],
    [
      'fr: a letter that numbers a building',
      'Le four est au rez-de-chaussée du bâtiment C par la Métropole de Sfax prêté.\n',
      ['Métropole de Sfax'],
    ],
    [
      'ar: an edition after the name',
      'تنظم بلدية صفاقس بالشراكة مع الاتحاد التونسي للخبازين الدورة الثالثة من أيام الخبز.\n',
      ['بلدية صفاقس', 'الاتحاد التونسي للخبازين'],
    ],
    [
      'it: whose bulletin it is',
      'Bollettino della Rete del Pane – marzo 2024\n',
      ['Rete del Pane'],
    ],
    ['en: whose minutes they are', 'Minutes of the Ropewalk Network\n', ['Ropewalk Network']],
    [
      'en: members without a word that says what they are',
      'Our members\n\nSalt Union\nWindward\nTintex\n',
      ['Salt Union', 'Windward', 'Tintex'],
    ],
    [
      'ca: the same after a label',
      'Les nostres sòcies:\n\n- Pa i Vi\n- Molins de Dalt\n- Tres Voltes\n',
      ['Pa i Vi', 'Molins de Dalt', 'Tres Voltes'],
    ],
    [
      'fr: the bodies of speakers, and no speaker',
      'Intervenants :\n\n- Odile Tarrasque – Réseau des Fours\n- Hakim Benzarti – Association des Oasiens\n',
      ['Réseau des Fours', 'Association des Oasiens'],
    ],
  ])('%s', async (_, written, names) => {
    expect(await organisations(written)).toEqual(names);
  });
});
