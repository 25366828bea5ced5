import type { Palette } from '../terminal/colour.ts';
import type { Draft, DraftFact } from './draft.ts';
import { quoted, quotedLine } from './quoted.ts';
import type { Showing } from './showing.ts';

/** What the walk asks a person; the prompts of a session are such questions. */
interface Questions {
  text(
    question: string,
    options?: {
      check?: (answer: string) => string | true | Promise<string | true>;
      given?: string;
    },
  ): Promise<string>;
  choose<Value extends string>(
    question: string,
    choices: readonly { readonly name: string; readonly value: Value }[],
  ): Promise<Value>;
  tick<Value extends string>(
    question: string,
    choices: readonly { readonly name: string; readonly value: Value; readonly ticked: boolean }[],
  ): Promise<readonly Value[]>;
}

/** What a walk through a draft needs from outside. */
export interface Walk {
  readonly questions: Questions;
  readonly say: (text: string) => void;
  /** A message in the language of the person. */
  readonly told: (message: string) => string;
  readonly palette: Palette;
  readonly showing: Showing;
  /** The reason why a record may be meant, which the draft keeps in English. */
  readonly reason: (reason: string) => string;
  /** The frozen text of the document. */
  readonly text: string;
  /** The one record of a kind that a word names, by its id, or a sentence that says why there is none. */
  readonly find: (
    word: string,
    kind?: string,
  ) => Promise<{ readonly id: string } | { readonly reason: string }>;
  /** A value as the field of a fact is written, or a sentence that says what is expected. */
  readonly readable: (
    draft: Draft,
    fact: DraftFact,
    value: string,
  ) => { readonly value: string } | { readonly reason: string };
  /** The draft with a fact that a person writes as `field=value` about a name, or a sentence that says what is wrong with it. */
  readonly add: (
    draft: Draft,
    entity: string,
    written: string,
  ) => Promise<{ readonly draft: Draft } | { readonly reason: string }>;
  /** Called after every decision, so that leaving at any time loses nothing. */
  readonly save: (draft: Draft) => Promise<void>;
}

/** On to the next question, or what else; `again` asks the same one about what it has made of the draft. */
export type Way = 'on' | 'again' | 'back' | 'undo' | 'quit' | 'each';

/** Where the walk goes on, and what the draft then is. */
export type Answer = Promise<{ readonly way: Way; readonly draft: Draft }>;

/** What may be answered to every question. */
export function waysOf({ told }: Walk) {
  return [
    { name: told('Leave it for later'), value: 'on' },
    { name: told('Back'), value: 'back' },
    { name: told('Undo the last answer'), value: 'undo' },
    { name: told('Stop here; everything is kept'), value: 'quit' },
  ] as const;
}

/** The id of a record that a person names; nothing where the line is left empty. */
export async function askRecord(
  { questions, find, told }: Walk,
  kind?: string,
): Promise<string | undefined> {
  const word = await questions.text(told('Its id, title or acronym (empty: none of them):'), {
    check: async (answer) => {
      if (answer.trim() === '') return true;
      const found = await find(answer, kind);
      return 'id' in found ? true : found.reason;
    },
  });
  if (word.trim() === '') return undefined;
  const found = await find(word, kind);
  return 'id' in found ? found.id : undefined;
}

/** Shows a quote in its surroundings. */
export function sayQuote(
  quote: { start: number; end: number; quote: string },
  { text, say, palette }: Walk,
): void {
  const shown = quoted(text, quote);
  if (!shown) return;
  say(`    ${quotedLine(shown, palette)}`);
}

export function isWay(answer: string): answer is Way {
  return ['on', 'back', 'undo', 'quit'].includes(answer);
}
