import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readFileText } from '../../base/read-file.ts';
import { UsageError } from '../../core/usage-error.ts';
import type { Draft } from '../../drafts/draft.ts';
import { readDraft } from '../../drafts/draft.ts';
import { frozenText } from '../../drafts/folder.ts';
import { quotesIn } from '../../drafts/quotes-in.ts';
import type { Examination, Finding } from '../finding.ts';

export default {
  rank: 6,
  look: async ({ base: { folder } }) => {
    const drafts: Draft[] = [];
    const found: Finding[] = [];
    for (const name of draftFiles(folder)) {
      const where = `drafts/${name}`;
      const draft = readDraftFile(join(folder, where));
      if (draft) {
        drafts.push(draft);
        found.push(...textFindings(draft, where, folder));
      } else {
        const remedy = 'Import the document again, or put the file back as it was';
        found.push({ where, what: 'It cannot be read as a draft', remedy });
      }
    }
    return [...found, ...leftTexts(folder, drafts)];
  },
} satisfies Examination;

function draftFiles(folder: string): readonly string[] {
  return namesIn(join(folder, 'drafts')).filter((name) => name.endsWith('.facts.jsonl'));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function readDraftFile(path: string): Draft | undefined {
  const read = readFileText(path);
  return 'text' in read ? readDraft(read.text) : undefined;
}

/** The frozen text must be there as it was, with every quote at its place. */
function textFindings(draft: Draft, where: string, folder: string): readonly Finding[] {
  let text: string;
  try {
    text = frozenText(folder, draft.document.sha256);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return [{ where, what: error.message, remedy: 'Import the document again' }];
  }
  const astray = quotesIn(draft).filter(
    ({ start, end, quote }) => text.slice(start, end) !== quote,
  );
  const [first] = astray;
  if (!first) return [];
  return [
    {
      where,
      what: `${astray.length} of its quotes do not stand at their places in the text, such as “${short(first.quote)}”`,
      remedy: 'Import the document again: what was decided on it is kept',
    },
  ];
}

function short(quote: string): string {
  const line = quote.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** Texts that no draft speaks of, which a draft that was deleted by hand leaves behind. */
function leftTexts(folder: string, drafts: readonly Draft[]): readonly Finding[] {
  const known = new Set(drafts.map(({ document }) => `${document.sha256}.txt`));
  return namesIn(join(folder, 'drafts', 'sources'))
    .filter((name) => name.endsWith('.txt') && !known.has(name))
    .map((name) => ({
      where: `drafts/sources/${name}`,
      what: 'A text that belongs to no draft',
      remedy: 'Delete it, or import its document again',
    }));
}
