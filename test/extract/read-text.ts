import { extract } from '../../src/extract/extract.ts';
import type { Extraction } from '../../src/extract/extraction.ts';
import { textBlocks } from '../../src/readers/text/blocks.ts';
import { concepts } from '../../src/vocabulary/load.ts';

/** What a plain text says to a base that knows nothing yet. */
export function readText(text: string): Extraction {
  return extract(
    { format: 'text', text, blocks: textBlocks(text), metadata: {}, notes: [] },
    { known: [], vocabularies: concepts, sha256: '0'.repeat(64) },
  );
}

/** The titles of the things of a kind. */
export function titlesOf({ entities }: Extraction, kind: string): string[] {
  return entities.filter((entity) => entity.kind === kind).map(({ title }) => title);
}

/** Parts as “Union of Dyers lead Loom Lane”. */
export function partsOf({ entities }: Extraction): string[] {
  const titles = new Map(entities.map(({ id, title }) => [id, title]));
  return entities.flatMap(({ title, roles }) =>
    roles.map(({ role, of }) => `${title} ${role} ${titles.get(of)}`),
  );
}
