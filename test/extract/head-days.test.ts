import { describe, expect, test } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import markdown from '../../src/readers/markdown.ts';
import { concepts } from '../../src/vocabulary/load.ts';

/** The day and place of the event that a Markdown text is about, and when it was published. */
async function whenAndWhere(text: string): Promise<readonly string[]> {
  const document = await markdown.read(Buffer.from(text));
  const context = { sha256: '0'.repeat(64), known: [], vocabularies: concepts };
  const { facts, subject, document: read } = extract(document, context);
  return [
    ...facts
      .filter((fact) => fact.subject === subject?.entity)
      .filter(({ field }) => /^(?:start|end|city|country)$/.test(field))
      .map(({ field, value }) => `${field} ${value}`),
    ...(read.published === undefined ? [] : [`published ${read.published}`]),
  ].toSorted();
}

describe('a day and a place in emphasis beside the name of an event are its own', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'fr: below it, with a table of hours',
      '# Forum des fours communs\n\n**Sfax (Tunisie), 21 novembre 2024**\n\n| Heure | Séance |\n| --- | --- |\n| 9h00 | Ouverture |\n| 10h00 | Le prix du pain |\n',
      ['city Sfax', 'country TN', 'start 2024-11-21'],
    ],
    [
      'it: several days',
      '# Incontro dei forni\n\n_Palermo, 3-5 ottobre 2024_\n\nPane e quartieri.\n',
      ['city Palermo', 'country IT', 'end 2024-10-05', 'start 2024-10-03'],
    ],
    [
      'es: a title with a name in it',
      '# Jornadas «Amasar juntos»\n\n**Granada, 4 de mayo de 2024**\n\nHabrá mesas y pan.\n',
      ['city Granada', 'country ES', 'start 2024-05-04'],
    ],
    [
      'fr: above it',
      '**Sfax (Tunisie), 21 novembre 2024**\n\n# Forum des fours communs\n\n**9h00** Ouverture\n',
      ['city Sfax', 'country TN', 'start 2024-11-21'],
    ],
    [
      'en: a line that is the name, without emphasis',
      '# Common Ovens Conference\n\nValletta, Malta — 12 April 2024\n\nBread and neighbours.\n',
      ['city Valletta', 'country MT', 'start 2024-04-12'],
    ],
    [
      'en: news of it is dated, and tells its day elsewhere',
      '# Bakers meet at the Common Ovens Conference\n\n**Valletta, 14 April 2024**\n\nThe Common Ovens Conference took place on 12 April 2024 in Gozo. It was warm.\n',
      ['country MT', 'published 2024-04-14', 'start 2024-04-12'],
    ],
  ])('%s', async (_, text, wanted) => {
    expect(await whenAndWhere(text)).toEqual(wanted);
  });
});
