import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/core/document.ts';
import { extract } from '../../src/extract/extract.ts';
import type { Extraction } from '../../src/extract/extraction.ts';
import text from '../../src/readers/text.ts';
import { textBlocks } from '../../src/readers/text/blocks.ts';
import { concepts } from '../../src/vocabulary/load.ts';

const folder = new URL('../fixtures/documents/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const context = { sha256: 'f'.repeat(64), known: [], vocabularies: concepts };

/** Every object with a start, an end and a quote, however deep. */
function quotesIn(value: unknown): { start: number; end: number; quote: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(quotesIn);
  return 'quote' in value
    ? [value as { start: number; end: number; quote: string }, ...inner]
    : inner;
}

function expectSound(document: Document, extraction: Extraction): void {
  for (const { start, end, quote } of quotesIn(extraction))
    expect(document.text.slice(start, end)).toBe(quote);
  const ids = new Set([...extraction.entities.map(({ id }) => id), 'document']);
  for (const { subject, evidence, confidence } of extraction.facts) {
    expect(ids).toContain(subject);
    expect(evidence.length).toBeGreaterThan(0);
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
  for (const { roles } of extraction.entities)
    for (const { of } of roles) expect(ids).toContain(of);
  const facts = extraction.facts.map(({ id }) => id);
  expect(new Set(facts).size).toBe(facts.length);
  if (extraction.subject) expect(ids).toContain(extraction.subject.entity);
}

describe.each(names)('%s', (name) => {
  it('is quoted exactly, twice the same, and every reference resolves', async () => {
    const document = await text.read(readFileSync(new URL(name, folder)));
    const first = extract(document, context);
    expectSound(document, first);
    expect(extract(document, context)).toEqual(first);
  });
});

describe('any text at all', () => {
  const pieces = [
    'Partners:',
    '- ',
    '\n',
    '\n\n',
    ' | ',
    ' ; ',
    '(',
    ')',
    '“',
    'led by ',
    'coordonné par ',
    'χρηματοδοτείται από ',
    'بتمويل من ',
    'the project ',
    'Union of Weavers',
    'Ana Rossi',
    'Spain',
    '2024',
    '3 M€',
    '1 de mayo',
    '\u0000',
    '\ud800',
    'İ',
  ];
  it('is read without an error, and quoted exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme' })), {
          maxLength: 60,
        }),
        (parts) => {
          const written = parts.join('');
          const document = {
            format: 'text',
            text: written,
            blocks: textBlocks(written),
            metadata: {},
            notes: [],
          };
          expectSound(document, extract(document, context));
        },
      ),
      { numRuns: 150 },
    );
  });
  it('an empty one has no subject', async () => {
    const { subject, facts, entities } = extract(
      { format: 'text', text: '', blocks: [], metadata: {}, notes: [] },
      context,
    );
    expect({ subject, facts, entities }).toEqual({ subject: null, facts: [], entities: [] });
  });
});

describe('records of the base', () => {
  const known = [
    {
      id: 'weavers',
      kind: 'organisation',
      title: 'Union of Weavers',
      acronym: 'UWV',
      names: ['Unione dei Tessitori'],
      country: 'IT',
    },
    { id: 'loom', kind: 'project', title: 'LOOMLAND', names: [] },
  ];
  it('are what facts name, with their countries', async () => {
    const document = await text.read(
      Buffer.from(
        'The project LOOMLAND is coordinated by the Unione dei Tessitori. It began in May 2021.',
      ),
    );
    const { entities, facts } = extract(document, { ...context, known });
    expect(facts.map(({ field, value }) => `${field} = ${value}`)).toContain('lead = weavers');
    expect(entities.find(({ record }) => record === 'weavers')).toMatchObject({
      status: 'known',
      country: 'IT',
    });
  });
});

describe('what must not be concluded', () => {
  it.each([
    [
      'a period of a programme is no project’s',
      'The project TIDEWAY is funded by the programme ENI CBC Med 2014-2020.',
      'start',
    ],
    [
      'a director is not the organisation',
      'Ana Rossi, director of the Union of Weavers, coordinates the project TIDEWAY.',
      'lead',
    ],
    [
      'a negation is no role',
      'The project TIDEWAY is not funded by the Union of Weavers.',
      'funders',
    ],
  ])('%s', async (_, written, field) => {
    const { facts, subject } = extract(await text.read(Buffer.from(written)), context);
    expect(
      facts.filter((fact) => fact.subject === subject?.entity && fact.field === field),
    ).toEqual([]);
  });
  it('a year that is not there', async () => {
    const { document } = extract(
      await text.read(Buffer.from('The Weavers Forum will take place in Patras on 4 May.')),
      context,
    );
    expect(document.dates.map(({ value }) => value)).toEqual(['XXXX-05-04']);
  });
});

describe('counts', () => {
  it('of countries stand beside how many were found', async () => {
    const { figures } = extract(
      await text.read(
        Buffer.from(
          'The project TIDEWAY works in four countries: Spain, Italy, Greece and Malta. The project TIDEWAY ends in 2025.',
        ),
      ),
      context,
    );
    expect(figures.find(({ what }) => what === 'countries')).toMatchObject({ value: 4, found: 4 });
  });
});
