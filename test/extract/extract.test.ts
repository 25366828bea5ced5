import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/core/document.ts';
import { extract } from '../../src/extract/extract.ts';
import type { Extraction } from '../../src/extract/extraction.ts';
import markdown from '../../src/readers/markdown.ts';
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

  it.each([
    ['en', 'Project', 'Lead partner', 'Number of partners', 'Number of countries'],
    ['fr', 'Projet', 'Chef de file', 'Nombre de partenaires', 'Nombre de pays'],
    ['es', 'Proyecto', 'Socio principal', 'Número de socios', 'Países participantes'],
    ['it', 'Progetto', 'Capofila', 'Numero di partner', 'Numero di paesi'],
    ['pt', 'Projeto', 'Coordenador', 'Número de parceiros', 'Número de países'],
    ['ca', 'Projecte', 'Coordinador', 'Nombre de socis', 'Nombre de països'],
    ['el', 'Έργο', 'Συντονιστής', 'Αριθμός εταίρων', 'Αριθμός χωρών'],
    ['ar', 'مشروع', 'المنسق', 'عدد الشركاء', 'عدد البلدان'],
  ])('of a table stand beside how many were found: %s', async (_, project, lead, ...labels) => {
    const [partners, countries] = labels;
    const { figures } = extract(
      await markdown.read(
        Buffer.from(
          `# ${project} TIDEWAY\n\n| ${project} | TIDEWAY |\n| --- | --- |\n| ${lead} | Cooperativa Alba (Malta) |\n| ${partners} | 6 |\n| ${countries} | 4 |\n`,
        ),
      ),
      context,
    );
    expect(figures.map(({ what, value, found }) => [what, value, found])).toEqual([
      ['partners', 6, 1],
      ['countries', 4, 1],
    ]);
  });
});

describe('the year of a deadline', () => {
  const deadline = async (written: string) => {
    const { document } = extract(await text.read(Buffer.from(written)), context);
    return document.dates.find(({ role }) => role === 'deadline')?.value;
  };

  it('is not that of the same day in a history', async () => {
    expect(
      await deadline('The cooperative was founded on 5 May 2001.\n\nApplications until 5 May.\n'),
    ).toBe('XXXX-05-05');
  });

  it('is that of the event after it', async () => {
    expect(
      await deadline(
        'The Forum of Dyers will take place on 9 June 2026 in Sfax.\n\nApplications until 5 May.\n',
      ),
    ).toBe('2026-05-05');
  });
});

describe('who writes', () => {
  const publisher = async (written: string) =>
    extract(await markdown.read(Buffer.from(written)), context).facts.find(
      ({ field }) => field === 'publisher',
    )?.value;

  it.each([
    ['a labelled lead', 'Lead partner: Cooperativa Alba\n\nPartners: Cooperativa Bruma\n'],
    [
      'a table of partners',
      '| Partner | Budget (€) |\n| --- | --- |\n| Cooperativa Alba | 20,000 |\n| Cooperativa Bruma | 30,000 |\n',
    ],
  ])('is not %s', async (_, rest) => {
    expect(await publisher(`# TIDEWAY\n\n${rest}\nThe project TIDEWAY dyes cloth.\n`)).toBe(
      undefined,
    );
  });
});
