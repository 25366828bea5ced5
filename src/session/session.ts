import type { Kinds } from '../core/kind.ts';
import type { Lexicon } from '../core/lexicon.ts';
import type { Column, Format, FormatOptions, Table } from '../core/table.ts';
import { diskReason, isBusyIndex, isFullDisk } from '../core/disk-error.ts';
import { DamagedIndex, UsageError } from '../core/usage-error.ts';
import type { ValueContext } from '../core/value.ts';
import type { Base } from '../base/base.ts';
import { findBase } from '../base/base.ts';
import type { Ingested, IngestOptions } from '../base/ingest.ts';
import { ingest as bringUpToDate } from '../base/ingest.ts';
import { baseVocabularies } from '../base/own-vocabularies.ts';
import type { Catalogue } from '../language/catalogue.ts';
import { catalogue, environmentLanguage } from '../language/catalogue.ts';
import { shownNumber } from '../language/number.ts';
import { colonIn, commaIn, semicolonIn } from '../language/punctuation.ts';
import { translated } from '../language/translate.ts';
import { load, loadKinds, namesIn } from '../registry.ts';
import type { Store } from '../store/store.ts';
import { sqliteStore } from '../store/sqlite/store.ts';
import type { Palette } from '../terminal/colour.ts';
import { palette } from '../terminal/colour.ts';
import { concepts } from '../vocabulary/load.ts';
import type { Vocabularies } from '../vocabulary/load.ts';
import { keptNotes } from './kept-notes.ts';
import { openLexicon } from './lexicon.ts';
import type { Prompts, Told } from './prompts.ts';

/** What the outside gives a session; the only door to terminal, files and clock. */
export interface Surroundings {
  readonly folder: string;
  readonly env: Readonly<{ [name: string]: string | undefined }>;
  /** Resolves when the text is taken; a closed pipe ends the run quietly. */
  readonly write: (text: string) => Promise<void>;
  /** What comes through the standard input. */
  readonly input: () => AsyncIterable<Uint8Array>;
  /** Progress, notes and messages. */
  readonly note: (text: string) => void;
  /** What is safe already, and may be coloured, beside questions. */
  readonly show: (text: string) => void;
  /** Width of the window where the output is a terminal. */
  readonly width: number | undefined;
  /** Whether the output may be coloured. */
  readonly colour: boolean;
  /** Absent where nobody can answer. */
  readonly prompts?: (told: Told) => Promise<Prompts>;
  readonly progress: (
    label: string,
    told?: (message: string) => string,
  ) => { update(done: number, total: number): void; done(): void };
  /** Runs another call of koinon and gives its exit code. */
  readonly call: (argv: readonly string[]) => Promise<number>;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

export interface Globals {
  readonly base: string | undefined;
  readonly language: string | undefined;
  readonly quiet: boolean;
  readonly refresh: boolean;
}

/** All that a command may touch. */
export interface Session extends ValueContext {
  /** The vocabularies that come with koinon, with what the base adds to them. */
  readonly concepts: Vocabularies;
  readonly surroundings: Surroundings;
  readonly kinds: Kinds;
  readonly base: Base;
  /** The language that was asked for, else that of the base, else that of the environment, else English. */
  readonly language: string;
  readonly languageAsked: boolean;
  /** The language of a base that is yet to be made, whatever the one around it speaks. */
  readonly ownLanguage: string;
  readonly labels: Catalogue;
  /** A message in that language. */
  readonly told: (message: string) => string;
  /** What is shown on the way to an answer, safe and coloured: the quotes of a document are no messages. */
  readonly say: (text: string) => void;
  readonly palette: Palette;
  /** The index for an answer, brought up to date first unless that is switched off; where another koinon keeps writing it, as it was before, with a note. */
  readonly store: () => Promise<Store>;
  /** The index for changes, which is as the files are, or none. */
  readonly currentStore: () => Promise<Store>;
  /** The names that a search understands, in every language. */
  readonly lexicon: () => Promise<Lexicon>;
  /** Brings the index up to date and says what that did. */
  readonly ingest: (options: IngestOptions) => Promise<Ingested>;
  readonly write: (text: string) => Promise<void>;
  /** One piece behind, since the head of a table comes before it is known whether the index can tell its first rows. */
  readonly writeAll: (pieces: AsyncIterable<string> | Iterable<string>) => Promise<void>;
  /** Left out with --quiet. */
  readonly note: (text: string) => void;
  readonly print: (table: Table, format: string, options?: FormatOptions) => Promise<void>;
  /** Whether cells are labels: where people read them, or would in the language that they asked for. */
  readonly isShown: (format: string) => boolean;
  /** What stands between the items of a list. */
  readonly comma: string;
  /** What stands between items that have commas themselves. */
  readonly semicolon: string;
  /** What stands between a label and what it labels. */
  readonly colon: string;
  /** A number as the language writes it; with `decimals`, exactly so many of them. */
  readonly number: (value: number, decimals?: number) => string;
  /** Columns by their keys: labelled where people read them or asked for a language, bare where programs do. */
  readonly columns: (keys: readonly string[], format: string) => readonly Column[];
  readonly json: (value: unknown) => Promise<void>;
  /** Whether an error is that the index was damaged, and nothing was said or asked before it: then another session can answer the same call. */
  readonly canAnswerAnew: (error: unknown) => boolean;
  readonly end: () => Promise<void>;
}

export async function openSession(surroundings: Surroundings, globals: Globals): Promise<Session> {
  const kinds = await loadKinds();
  let base: Base | undefined;
  let store: Store | undefined;
  let lexicon: Lexicon | undefined;
  let fresh = !globals.refresh;
  let hasSpoken = false;

  const theBase = () =>
    (base ??= findBase(
      globals.base ?? (surroundings.env['KOINON_BASE'] || undefined),
      surroundings.folder,
    ));
  const baseIfAny = () => {
    try {
      return theBase();
    } catch (error) {
      if (error instanceof UsageError) return undefined;
      throw error;
    }
  };
  const language = () =>
    globals.language ?? baseIfAny()?.lang ?? environmentLanguage(surroundings.env) ?? 'en';
  const folder = baseIfAny()?.folder;
  const lists = folder === undefined ? { concepts, files: [] } : await baseVocabularies(folder);
  const told = (message: string) => translated(message, language());
  const heard =
    <Given extends readonly unknown[], Done>(say: (...given: Given) => Done) =>
    (...given: Given): Done => {
      hasSpoken = true;
      return say(...given);
    };
  const said: Surroundings = {
    ...surroundings,
    write: heard(surroundings.write),
    show: heard(surroundings.show),
    ...(surroundings.prompts ? { prompts: heard(surroundings.prompts) } : {}),
    note: (text) => surroundings.note(told(text)),
    progress: (label) => surroundings.progress(told(label), told),
  };
  const note = (text: string) => {
    if (!globals.quiet) said.note(text);
  };

  const opened = (): Store => {
    if (store) return store;
    for (const each of theBase().notes) note(each);
    store = sqliteStore(theBase().indexFolder, kinds);
    if (store.rebuilt) {
      note(`The index is made anew: ${store.rebuilt}`);
      // It is empty: to answer from it as it is would be no answer.
      fresh = false;
    }
    return store;
  };

  const ingest = async (options: IngestOptions) => {
    const bar = said.progress('Reading records');
    try {
      return await bringUpToDate(
        theBase().folder,
        opened(),
        { kinds, concepts: lists.concepts },
        {
          ...options,
          vocabularies: lists.files,
          progress: (done, total) => bar.update(done, total),
        },
      );
    } finally {
      fresh = true;
      bar.done();
    }
  };

  const currentStore = async (options: IngestOptions = {}): Promise<Store> => {
    opened();
    if (!fresh) for (const each of keptNotes(await ingest(options))) note(each);
    return opened();
  };

  const writeAll = async (pieces: AsyncIterable<string> | Iterable<string>) => {
    let ready = '';
    for await (const piece of pieces) {
      if (ready !== '') await said.write(ready);
      ready = piece;
    }
    await said.write(ready);
  };

  const isShown = (format: string) =>
    format === 'table' ||
    format === 'markdown' ||
    (format === 'csv' && globals.language !== undefined);

  return {
    surroundings: said,
    kinds,
    concepts: lists.concepts,
    get base() {
      return theBase();
    },
    get language() {
      return language();
    },
    languageAsked: globals.language !== undefined,
    ownLanguage: globals.language ?? environmentLanguage(surroundings.env) ?? 'en',
    get labels() {
      return catalogue(language());
    },
    told,
    say: said.show,
    palette: await palette(surroundings.colour),
    ingest,
    store: async () => {
      const isFilled = !(await opened().isEmpty());
      try {
        return await currentStore(isFilled ? { patience: 2_000 } : {});
      } catch (error) {
        if (isBusyIndex(error) && isFilled) {
          note('Another koinon is writing the index; this is answered from what it was before');
          return opened();
        }
        if (!isBusyIndex(error) && !isFullDisk(error)) throw error;
        await store?.[Symbol.asyncDispose]();
        store = sqliteStore(undefined, kinds);
        fresh = false;
        note(`The index is kept in memory for this call only: ${diskReason(error)}`);
        return currentStore();
      }
    },
    currentStore: () => currentStore(),
    lexicon: async () =>
      (lexicon ??= await openLexicon(theBase().indexFolder, lists.concepts, lists.files)),
    write: said.write,
    writeAll,
    note,
    print: async (table, name, options = {}) => {
      const format = await formatNamed(name);
      const { width, colour } = surroundings;
      const number = (value: number) => shownNumber(value, language());
      const all = {
        number,
        comma: commaIn(language()),
        colour,
        ...(width === undefined ? {} : { width }),
        ...options,
      };
      await writeAll(format.write(table, all));
    },
    isShown,
    get comma() {
      return commaIn(language());
    },
    get semicolon() {
      return semicolonIn(language());
    },
    get colon() {
      return colonIn(language());
    },
    number: (value, decimals) => shownNumber(value, language(), decimals),
    columns: (keys, format) => {
      const labelled = isShown(format);
      const labels = catalogue(language());
      return keys.map((key) => (labelled ? { key, label: labels.column(key) } : { key }));
    },
    json: async (value) => {
      const { visibleJson } = await import('../formats/jsonl.ts');
      await said.write(`${visibleJson(value, 2)}\n`);
    },
    canAnswerAnew: (error) => error instanceof DamagedIndex && !hasSpoken,
    end: async () => {
      await store?.[Symbol.asyncDispose]();
    },
  };
}

async function formatNamed(name: string): Promise<Format> {
  const names = namesIn('formats');
  if (!names.includes(name))
    throw new UsageError(`There is no format “${name}”; there are ${names.join(', ')}`);
  return load<Format>('formats', name);
}
