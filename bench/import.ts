import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Measurement } from './tools/measurement.ts';
import { least } from './tools/measurement.ts';
import { koinon } from './tools/run-node.ts';

const texts = fileURLToPath(new URL('../test/fixtures/documents/', import.meta.url));

/** Characters of ten pages. */
const length = 30_000;

/** A document of ten pages, made of the texts that the tests are about, read and drafted beside 10,000 records. */
export default (async function* ({ bases }) {
  const base = bases.make('import', 10_000);
  koinon(base, 'ingest');
  mkdirSync(join(base, 'drafts'), { recursive: true });
  const document = join(base, 'drafts', 'ten-pages.txt');
  const all = readdirSync(texts)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(texts, name), 'utf8'));
  const some = all.join('\n\n');
  const long = some.repeat(Math.ceil(length / some.length));
  writeFileSync(document, long.slice(0, length).toWellFormed());
  const measured = least(
    3,
    () => koinon(base, '--no-refresh', 'import', '--dry-run', document).wall,
  );
  yield { what: 'import of a document of ten pages', measured, unit: 'ms', bar: 2_000 };
}) satisfies Measurement;
