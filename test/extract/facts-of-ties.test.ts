import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { legalFormOf } from '../../src/extract/facts/facts-of-ties.ts';
import text from '../../src/readers/text.ts';
import { concepts } from '../../src/vocabulary/load.ts';

async function factsIn(written: string): Promise<string[]> {
  const document = await text.read(Buffer.from(written));
  const { facts, entities } = extract(document, {
    sha256: 'f'.repeat(64),
    known: [],
    vocabularies: concepts,
  });
  const nameOf = (id: string) => entities.find((each) => each.id === id)?.title ?? id;
  return facts.map(({ subject, field, value }) => `${nameOf(subject)} ${field} ${nameOf(value)}`);
}

describe('what organisations and events come with', () => {
  it('tells who created an organisation', async () => {
    const found = await factsIn(
      'The Federation of Salt Workers was created by the Union of Ports in 2011.',
    );
    expect(found).toContain('Federation of Salt Workers created_by Union of Ports');
  });

  it('tells how the people of an event meet', async () => {
    const found = await factsIn(
      'Minutes of the meeting of 3 May 2023\n\nHybrid meeting, Valletta.\n\nThe meeting was opened at ten.',
    );
    expect(found.some((fact) => fact.endsWith(' format hybrid'))).toBe(true);
  });

  it('takes an address for the website of whose name it holds', async () => {
    const found = await factsIn(
      'Saltworkers Federation\n\nThe Saltworkers Federation is a federation of nine cooperatives.\n\nwww.saltworkersfederation.example and www.other.example',
    );
    expect(found).toContain(
      'Saltworkers Federation website https://www.saltworkersfederation.example',
    );
    expect(found.some((fact) => fact.includes('other.example'))).toBe(false);
  });
});

describe('legal forms at the end of names', () => {
  it.each([
    ['Rusc SCCL', 'SCCL'],
    ['Brotes S. Coop. And.', 'S. Coop. And.'],
    ['ENALEIA ΑΜΚΕ', 'ΑΜΚΕ'],
    ['AMIU Puglia S.p.A.', 'S.p.A.'],
    ['Union of Farmers', undefined],
    ['SCCL', undefined],
  ])('%s', (name, form) => {
    expect(legalFormOf(name)).toBe(form);
  });
});
