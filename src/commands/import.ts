import { relative } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Ranking } from '../actors/ranked.ts';
import { ranking } from '../actors/ranked.ts';
import { recover } from '../base/journal.ts';
import type { Command } from '../command.ts';
import type { Document } from '../core/document.ts';
import { UsageError } from '../core/usage-error.ts';
import type { Draft, Source } from '../drafts/draft.ts';
import { isSure } from '../drafts/draft.ts';
import type { Incoming } from '../drafts/files.ts';
import { draftNamed, drafts } from '../drafts/folder.ts';
import { incoming } from '../drafts/files.ts';
import type { Importing } from '../drafts/import-document.ts';
import { draftOf, extractionOf, importDocument } from '../drafts/import-document.ts';
import { entityOf } from '../drafts/subjects.ts';
import type { Extraction } from '../extract/extraction.ts';
import { readApart } from '../readers/read-apart.ts';
import { UnreadableDocument } from '../readers/unreadable-document.ts';
import { decidedNow } from '../session/decided-now.ts';
import type { Session } from '../session/session.ts';
import { counted } from '../terminal/counted.ts';
import { toTerminal } from '../terminal/text.ts';

/** A document is given this long, in milliseconds, and this much memory, in megabytes. */
const limits = { timeoutMs: 20_000, memoryMb: 512 };

/** Characters of text from which on memory is worth more than time. */
const aBook = 1_000_000;

export default {
  summary: 'reads documents and drafts what they say; only “koinon apply” writes it into records',
  arguments: [{ name: '<file...>', summary: 'documents, folders, or - for the standard input' }],
  options: [
    { flags: '--json', summary: 'what was found as one JSON document; a list for several files' },
    { flags: '--dry-run', summary: 'say what was found, and write no draft' },
    {
      flags: '--replaces <draft>',
      summary: 'the document is a later version of that of this draft, and takes its place',
    },
  ],
  examples: [
    {
      call: 'koinon import report.pdf',
      does: 'a draft of the report in drafts/, for “koinon review”',
    },
    { call: 'koinon import reports/ --dry-run', does: 'what a folder of reports says' },
    {
      call: 'koinon import report-2.pdf --replaces report',
      does: 'the draft of a corrected version, with the decisions whose quotes still stand',
    },
    { call: 'koinon import article.html --json', does: 'facts, entities and quotes for a program' },
  ],
  run: async (call, session) => {
    const files = incoming(call.words, session.surroundings.folder, (name) =>
      session.note(
        `${name} is left out: its ending is not that of a document; where it holds plain text, as mail does, name the file itself`,
      ),
    );
    const isDry = call.flag('dry-run');
    const { folder } = session.base;
    const store = await session.currentStore();
    const told = await recover(folder);
    if (told) session.note(told);
    const said = await decidedNow(folder, store);
    let ready: Promise<Ranking> | undefined;
    const replaces = replaced(call.text('replaces'), files.length, folder);
    const known = [...drafts(folder)];
    const made: Draft[] = [];
    const importing: Importing = {
      folder,
      drafts: known,
      made,
      ...(replaces ? { replaces } : {}),
      store,
      kinds: session.kinds,
      concepts: session.concepts,
      decided: said,
      ranking: () => (ready ??= ranking(store, said)),
    };
    const extractions: Extraction[] = [];
    let failed = 0;
    const bar = session.surroundings.progress('Reading documents');
    for (const [at, file] of files.entries()) {
      bar.update(at, files.length);
      try {
        const document = await readApart(
          file.path ?? session.surroundings.input(),
          file.file,
          limits,
        );
        // V8 lets a heap double before it looks for what is not needed any more, and of a book that is most of it.
        if (document.text.length > aBook) setFlagsFromString('--heap-growing-percent=20');
        const extraction = await extractionOf(document, importing);
        if (call.flag('json')) extractions.push(extraction);
        if (!isDry || !call.flag('json')) {
          const source = sourceOf(file, document, folder);
          const draft = isDry
            ? (await draftOf(document, extraction, source, importing)).draft
            : await importDocument(document, extraction, source, importing);
          made.push(draft);
          const at = known.findIndex(({ id }) => id === draft.id);
          if (at >= 0) known.splice(at, 1);
        }
      } catch (error) {
        if (!(error instanceof UnreadableDocument)) throw error;
        failed++;
        const { found, remedy } = error;
        session.say(toTerminal(`${file.name}: ${session.told(found)}. ${session.told(remedy)}.`));
      }
    }
    bar.done();
    if (call.flag('json'))
      await session.json(files.length === 1 ? (extractions[0] ?? null) : extractions);
    else for (const draft of made) await session.write(page(draft, session));
    const [only] = made;
    if (!isDry && only)
      session.note(
        `Next: koinon review${made.length === 1 ? ` ${only.id}` : ''}; nothing enters a record before “koinon apply”`,
      );
    return failed > 0 ? 1 : 0;
  },
} satisfies Command;

/** The draft whose place one document takes. */
function replaced(word: string | undefined, files: number, folder: string): Draft | undefined {
  if (word === undefined) return undefined;
  if (files === 1) return draftNamed(folder, word);
  throw new UsageError(`--replaces is for one document, and there are ${files}`);
}

function sourceOf({ file, path }: Incoming, { metadata }: Document, folder: string): Source {
  const { url = '' } = metadata;
  return {
    file,
    ...(path === undefined ? {} : { path: relative(folder, path).replaceAll('\\', '/') }),
    ...(/^https?:\/\/\S+$/.test(url) ? { url } : {}),
  };
}

/** What was found, in a few lines. */
function page(draft: Draft, { kinds, palette, told }: Session): string {
  const { document, entities, facts, subject } = draft;
  const main = subject ? entityOf(draft, subject.entity) : undefined;
  const known = entities.filter(({ status }) => status === 'known').length;
  const open = facts.filter(({ status }) => status === 'proposed');
  const ticked = open.filter(isSure).length;
  const settled = facts.length - open.length;
  const about = main
    ? `about the ${kinds.get(main.kind)?.name ?? main.kind} ${main.title}`
    : 'about nothing that koinon knows how to name';
  const lines = [
    `${draft.id}  ${document.title} (${document.language})`,
    `  ${told(about)}`,
    `  ${told(`${counted(facts.length, 'fact')}: ${ticked} sure, ${open.length - ticked} to look at${settled > 0 ? `, ${settled} decided before` : ''}`)}`,
    `  ${told(`${counted(entities.length, 'name')}: ${known} known to the base, ${entities.length - known} not`)}`,
    ...draft.notes.map((note) => `  ${told(note)}`),
  ];
  const [first = '', ...rest] = lines.map((line) => toTerminal(line));
  return `${[palette.strong(first), ...rest].join('\n')}\n`;
}
