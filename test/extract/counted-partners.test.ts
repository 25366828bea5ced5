import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import text from '../../src/readers/text.ts';
import { concepts } from '../../src/vocabulary/load.ts';

describe('partners that a sentence counts before it names them', () => {
  it.each([
    [
      'ca',
      'El projecte MAREA compta amb dos socis de dos països: l’Ajuntament de Reus i la Cooperativa Telers.',
    ],
    ['pt', 'São parceiros do projeto MAREA a Câmara Municipal de Faro e a Cooperativa Teares.'],
    [
      'it',
      'Il progetto MAREA è nato da un’alleanza di cui facevano parte il Comune di Ancona e la Cooperativa Telai.',
    ],
    [
      'es',
      'En el proyecto MAREA participan como socios el Ayuntamiento de Cieza y la Cooperativa Telares.',
    ],
  ])('%s', async (_, sentence) => {
    const { entities } = extract(await text.read(Buffer.from(sentence)), {
      sha256: '0'.repeat(64),
      known: [],
      vocabularies: concepts,
    });
    const partners = entities.filter(({ roles }) => roles.some(({ role }) => role === 'partner'));
    expect(partners).toHaveLength(2);
  });
});

describe('who is told beside an organiser', () => {
  it('has its part in the same event', async () => {
    const { entities } = extract(
      await text.read(
        Buffer.from(
          'The project TIDEWAY began in 2023.\n\nThe Ports Forum will be held in Leros. It will be hosted by the Municipality of Leros and organised by the Guild of Weavers together with the Union of Dyers.',
        ),
      ),
      { sha256: '0'.repeat(64), known: [], vocabularies: concepts },
    );
    const union = entities.find(({ title }) => title === 'Union of Dyers');
    expect(union?.roles.map(({ role }) => role)).toEqual(['co-organiser']);
  });
});
