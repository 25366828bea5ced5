import { expect, test } from 'vitest';
import command from '../../src/commands/eval.ts';
import { base, call, run } from '../commands/run.ts';

const text =
  'The Network of Solidarity Kitchens opened a training centre in Naples on 4 May 2021.\n';

const gold = {
  schema: 'koinon-gold/1',
  doc: 'kitchens.txt',
  docType: 'news-item',
  kind: 'organisation',
  title: { value: 'x' },
  language: { primary: 'en' },
  budget: [{ amount: 7, currency: 'EUR', raw: { text: 'May', start: 75, end: 78 } }],
};

function folder(): string {
  return base({
    'marks/gold/a.json': JSON.stringify(gold),
    'marks/gold/package.json': '{"name": "not an annotation"}',
    'marks/seeds/kitchens.txt': text,
    'elsewhere/kitchens.txt': `${text}In Naples, too.\n`,
    'broken/a.json': '{',
  });
}

interface Answer {
  readonly documents: number;
  readonly figures: readonly { readonly field: string; readonly language?: string }[];
  readonly findings: readonly { readonly document: string; readonly field: string }[];
}

test('prints a line for each field', async () => {
  const { code, written, noted } = await run(
    command,
    folder(),
    call(['marks/gold'], { format: 'csv' }),
  );
  expect(code).toBe(0);
  const [header, ...lines] = written.trim().split('\r\n');
  expect(header).toBe(
    'field,precision,recall,right,proposed,found,wanted,exact_precision,exact_recall',
  );
  expect(lines).toContain('language,1,1,1,1,1,1,1,1');
  expect(lines).toContain('money,,0,0,0,0,1,,0');
  expect(noted).toMatch(/^1 text; \d+ hard false positives?, \d\.\d\d a text$/m);
});

test('--by has a part for each language or text, and one for all', async () => {
  const by = async (part: string) => {
    const { written } = await run(
      command,
      folder(),
      call(['marks/gold'], { by: part, format: 'csv' }),
    );
    return new Set(
      written
        .trim()
        .split('\r\n')
        .map((line) => line.split(',')[0]),
    );
  };
  expect(await by('language')).toEqual(new Set(['language', 'en', 'all']));
  expect(await by('document')).toEqual(new Set(['document', 'kitchens.txt', 'all']));
});

test('--misses lists what is missing with its words', async () => {
  const given = call(['marks/gold'], { misses: true, format: 'csv' });
  const { written } = await run(command, folder(), given);
  expect(written.split('\r\n')).toContain('kitchens.txt,money,miss,7 EUR,May,75');
});

test('--json has figures and findings', async () => {
  const { written } = await run(
    command,
    folder(),
    call(['marks/gold'], { json: true, by: 'language' }),
  );
  const answer = JSON.parse(written) as Answer;
  expect(answer.documents).toBe(1);
  expect(answer.figures).toContainEqual(
    expect.objectContaining({ language: 'en', field: 'language', precision: 1, recall: 1 }),
  );
  expect(answer.findings).toContainEqual(
    expect.objectContaining({
      document: 'kitchens.txt',
      field: 'money',
      sort: 'miss',
      value: '7 EUR',
    }),
  );
});

test('--texts says where the texts lie', async () => {
  const given = call(['marks/gold'], { texts: 'elsewhere', json: true });
  const { code } = await run(command, folder(), given);
  expect(code).toBe(0);
});

test.each([
  ['nowhere', {}, 'There is no folder'],
  ['marks/seeds', {}, 'holds no annotations'],
  ['marks/gold', { texts: 'broken' }, 'The text kitchens.txt of a.json is not in'],
  ['broken', {}, 'is not JSON'],
])('the folder %s with %j says “%s”', async (word, options, message) => {
  await expect(run(command, folder(), call([word], options))).rejects.toThrow(message);
});
