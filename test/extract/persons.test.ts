import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { recognise } from '../../src/extract/recognise.ts';
import { makePassage } from '../../src/extract/text/make-passage.ts';
import text from '../../src/readers/text.ts';
import { concepts } from '../../src/vocabulary/load.ts';

async function read(written: string) {
  const document = await text.read(Buffer.from(written));
  const { persons } = recognise(makePassage(document), []);
  const context = { sha256: '0'.repeat(64), known: [], vocabularies: concepts };
  return {
    persons: persons.map(({ start, end }) => document.text.slice(start, end)),
    organisations: extract(document, context)
      .entities.filter(({ kind }) => kind === 'organisation')
      .map(({ title }) => title),
  };
}

describe('persons', () => {
  it.each([
    [
      'el: by the ending of the surname',
      'Η ομάδα μας\nΣυντονίστρια: Χαρίκλεια Τζαννιδάκη\nΟμιλητής: Φώτιος Λαμπρόπουλος\n',
      ['Χαρίκλεια Τζαννιδάκη', 'Φώτιος Λαμπρόπουλος'],
      [],
    ],
    [
      'en: a signature, with what its bearer is below it',
      'Thank you for your letter. We shall come with three bakers.\n\nYours sincerely,\n\nZubayda Harrouk\nExecutive Director\n',
      ['Zubayda Harrouk'],
      [],
    ],
    [
      'pt: a signature, and the board is no organisation',
      'Agradecemos a sua presença. Escreva à presidente da Direção.\n\nPela Direção,\nLiduína Barrocas\nPresidente\n',
      ['Liduína Barrocas'],
      [],
    ],
    [
      'en: what somebody is, with a capital after a comma',
      'Welcome by Zubayda Harrouk, President of the Guild of Bakers, at ten.\n',
      ['Zubayda Harrouk'],
      ['Guild of Bakers'],
    ],
    [
      'el: a foundation and a region have no surname',
      'Το Ίδρυμα Νέα Γη και η Ανατολική Θράκη μοιράζονται μια Νέα Ιδέα.\n',
      [],
      ['Ίδρυμα Νέα Γη'],
    ],
    [
      'fr: a surname that is a word of organisations, after a role and a comma',
      'Rencontre avec sa gérante, Zubaydette Union, et avec la Fédération des Boulangers.\n',
      ['Zubaydette Union'],
      ['Fédération des Boulangers'],
    ],
    [
      'it: the same with the role after it',
      'Ne parla Zubaydo Fattoria, agronomo, insieme alla Cooperativa dei Fornai.\n',
      ['Zubaydo Fattoria'],
      ['Cooperativa dei Fornai'],
    ],
    [
      'pt: after a given name',
      'Coordenação: Benedita Banco Machado\n',
      ['Benedita Banco Machado'],
      [],
    ],
  ])('%s', async (_, written, persons, organisations) => {
    expect(await read(written)).toEqual({ persons, organisations });
  });

  it('ca: a house named after somebody is none', async () => {
    const { persons } = await read(
      'Som a la xarxa de les entitats:\n– Ca na Margalida, de Sineu\n',
    );
    expect(persons).toEqual([]);
  });
});
