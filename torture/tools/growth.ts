import { loadKinds } from '../../src/registry.ts';
import { unlinkedFinder } from '../../src/edits/unlinked.ts';
import { extract } from '../../src/extract/extract.ts';
import { proseOf } from '../../src/markdown/prose.ts';
import { readRecord } from '../../src/markdown/read-record.ts';
import { readDocument } from '../../src/readers/read-document.ts';
import { UnreadableDocument } from '../../src/readers/unreadable-document.ts';
import { concepts } from '../../src/vocabulary/load.ts';

/** What reads a text, by name. */
export const reading: Readonly<{ [name: string]: (text: string) => unknown }> = {
  record: (text) => readRecord(asRecord(text), 'projects/p.md', context),
  prose: proseOf,
  mentions: (text) => finder.find(asRecord(text), { without: new Set(), all: true }),
  'import of text': (text) => imported(text, 'p.txt'),
  'import of Markdown': (text) => imported(text, 'p.md'),
  'import of HTML': (text) => imported(text, 'p.html'),
};

const context = { kinds: await loadKinds(), concepts };

const finder = unlinkedFinder([
  {
    id: 'a',
    kind: 'organisation',
    title: 'Union of Work',
    names: ['Union Association'],
    acronym: 'ABC',
  },
]);

async function imported(text: string, name: string): Promise<unknown> {
  try {
    const document = await readDocument(Buffer.from(text), name);
    return extract(document, { sha256: '', known: [], vocabularies: concepts });
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    return undefined;
  }
}

function asRecord(text: string): string {
  return text.startsWith('---\n') ? text : `---\nkind: project\ntitle: A\n---\n${text}\n`;
}

/** Milliseconds that it takes, the least of several goes. */
export async function timeOf(
  run: (text: string) => unknown,
  text: string,
  goes: number,
): Promise<number> {
  let least = Infinity;
  for (let go = 0; go < goes; go++) {
    const started = performance.now();
    await run(text);
    least = Math.min(least, performance.now() - started);
  }
  return least;
}
