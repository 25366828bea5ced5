import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readFileText } from '../../base/read-file.ts';
import { isText } from '../../core/node.ts';
import { textValue } from '../../core/record.ts';
import { textHash } from '../../drafts/folder.ts';
import type { Store } from '../../store/store.ts';
import type { Examination, Finding } from '../finding.ts';

/** The name of a document's text: the SHA-256 of the text, in hex. */
const textName = /^([0-9a-f]{64})\.txt$/;

export default {
  rank: 7,
  look: async ({ base: { folder }, store }) => {
    const found: Finding[] = [];
    const texts = new Map<string, string>();
    for (const path of textFiles(folder)) {
      const read = readFileText(join(folder, path));
      const sha256 = textName.exec(path.split('/').at(-1) ?? '')?.[1] ?? '';
      if ('text' in read && textHash(read.text) === sha256) texts.set(sha256, read.text);
      else
        found.push({
          where: path,
          what: 'The text was changed, so that quotes can no longer be found in it',
          remedy: 'Put the file back as it was, or import the document again',
        });
    }
    const documents = await documentTexts(store);
    for (const { path, sha256 } of documents.values()) {
      if (texts.has(sha256) || found.some(({ where }) => where.endsWith(`${sha256}.txt`))) continue;
      found.push({
        where: path,
        what: `The text of the document is gone (sources/${sha256}.txt)`,
        remedy: 'Put the file back, or import the document again',
      });
    }
    return [...found, ...(await quoteFindings(store, documents, texts))];
  },
} satisfies Examination;

function textFiles(folder: string): readonly string[] {
  return ['sources', 'drafts/sources'].flatMap((each) => {
    try {
      const names = readdirSync(join(folder, each)).filter((name) => textName.test(name));
      return names.sort().map((name) => `${each}/${name}`);
    } catch {
      return [];
    }
  });
}

/** Documents that say which text they had, by their keys. */
async function documentTexts(
  store: Store,
): Promise<ReadonlyMap<number, { readonly path: string; readonly sha256: string }>> {
  const found = new Map<number, { readonly path: string; readonly sha256: string }>();
  for await (const { key, path, values } of store.records({})) {
    const sha256 = textValue(values, 'sha256')?.toLowerCase();
    if (sha256 !== undefined) found.set(key, { path, sha256 });
  }
  return found;
}

/** Sources whose quote no longer stands where they say that it does. */
async function quoteFindings(
  store: Store,
  documents: Awaited<ReturnType<typeof documentTexts>>,
  texts: ReadonlyMap<string, string>,
): Promise<readonly Finding[]> {
  const astray: { readonly from: number; readonly quote: string }[] = [];
  for await (const { from, to, facts } of store.edges({ relations: ['sources'] })) {
    const text = texts.get(documents.get(to)?.sha256 ?? '');
    const { quote, start, end } = facts ?? {};
    if (text === undefined || !isText(quote) || !isText(start) || !isText(end)) continue;
    if (text.slice(Number(start), Number(end)) !== quote) astray.push({ from, quote });
  }
  const paths = new Map<number, string>();
  for (const { from } of astray) paths.set(from, (await store.record(from))?.path ?? '');
  return astray.map(({ from, quote }) => ({
    where: paths.get(from) ?? '',
    what: `A source quotes “${short(quote)}”, which does not stand at its place in the text`,
    remedy: 'Correct start and end, or remove them',
  }));
}

function short(quote: string): string {
  const line = quote.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
