import { describe, expect, test } from 'vitest';
import { readText } from './read-text.ts';

/** What a text says of the start, the budget and the leader of what it is about, and when it was published. */
function saidIn(text: string): readonly string[] {
  const { facts, document } = readText(text);
  return [
    ...facts
      .filter(({ field }) => /^(?:start|budget|lead)$/.test(field))
      .map(({ field, value }) => `${field} ${value}`),
    ...(document.published === undefined ? [] : [`published ${document.published}`]),
  ].toSorted();
}

describe('what a message says goes before what it quotes', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'fr: lines with a sign',
      'De : Ana Ruiz\nDate : 18 avril 2024\nObjet : Foire du pain, nouvelle date\n\nBonjour à tous,\n\nLa Foire du pain aura lieu le 6 juin 2024 à Sète, et non plus en mai.\n\nLe 3 mars 2024 à 10:12, Paul Petit a écrit :\n> La Foire du pain aura lieu le 15 mai 2024 à Nîmes.\n',
      ['published 2024-04-18', 'start 2024-06-06'],
    ],
    [
      'en: a whole message below',
      'From: Ana Ruiz\nSent: 9 September 2023\nSubject: Budget of the project Warm Bread\n\nDear all,\n\nThe budget of the project Warm Bread is now EUR 240,000, since the oven costs more.\n\n-----Original Message-----\nFrom: Tom Bell\nSent: 21 August 2023\nSubject: Warm Bread\n\nThe budget of the project Warm Bread is EUR 200,000.\n',
      ['budget 240000 EUR', 'published 2023-09-09'],
    ],
    [
      'es: the head of the older one alone, and no day of the newer',
      'Hola a todas:\n\nLa Feria del Pan se celebrará el 11 de octubre de 2023 en Murcia, porque el horno no está listo.\n\nDe: Jorge Ruiz\nEnviado: martes, 5 de septiembre de 2023 9:14\nPara: Ana Ruiz\nAsunto: Feria del Pan\n\nLa Feria del Pan se celebrará el 28 de septiembre de 2023 en Cartagena.\n',
      ['start 2023-10-11'],
    ],
    [
      'it: a line that is broken',
      'Buongiorno,\n\nla Fiera del Pane si terrà il 6 giugno 2024 a Bari, come deciso ieri.\n\nIl giorno lun 4 mar 2024 alle ore 10:12 Paolo Bruni\n<paolo@example.org> ha scritto:\n> La Fiera del Pane si terrà il 15 maggio 2024 a Lecce.\n',
      ['start 2024-06-06'],
    ],
    [
      'en: what is sent on is the message itself',
      'From: Ana Ruiz\nSent: 9 September 2023\nSubject: Fwd: Warm Bread\n\nDear all, please read this before we meet again next week.\n\nFrom: Tom Bell\nSent: 21 August 2023\nSubject: Warm Bread\n\nThe budget of the project Warm Bread is EUR 200,000.\n',
      ['budget 200000 EUR', 'published 2023-09-09'],
    ],
    [
      'en: so is what hardly anything stands above',
      'See below.\n\nFrom: Tom Bell\nSent: 21 August 2023\nSubject: Warm Bread\n\nThe budget of the project Warm Bread is EUR 200,000.\n',
      ['budget 200000 EUR', 'published 2023-08-21'],
    ],
  ])('%s', (_, text, said) => {
    expect(saidIn(text)).toEqual(said);
  });

  test('what only the older one says stays, and is less sure', () => {
    const { facts } = readText(
      'Dear Ana,\n\nThe project Warm Bread will be led by the Union of Bakers, as we agreed.\n\nOn 3 March 2024, Tom Bell wrote:\n> The budget of the project Warm Bread is EUR 200,000.\n',
    );
    const of = (name: string) => facts.find(({ field }) => field === name)?.confidence;
    expect(of('budget')).toBe(0.5);
    expect(of('lead')).toBeGreaterThan(0.5);
  });
});
