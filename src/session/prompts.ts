/** One answer that can be taken; its name is safe text. */
interface Choice<Value extends string> {
  readonly name: string;
  readonly value: Value;
}

/** Questions to a person on a terminal. */
export interface Prompts {
  readonly text: (
    question: string,
    options?: {
      readonly check?: (answer: string) => string | true | Promise<string | true>;
      readonly given?: string;
    },
  ) => Promise<string>;
  /** One of several; gives its value. */
  readonly choose: <Value extends string>(
    question: string,
    choices: readonly Choice<Value>[],
  ) => Promise<Value>;
  /** Any number of several; gives the values that are ticked. */
  readonly tick: <Value extends string>(
    question: string,
    choices: readonly (Choice<Value> & { readonly ticked: boolean })[],
  ) => Promise<readonly Value[]>;
}

/** A message in the language of the person. */
export type Told = (message: string) => string;

/** What inquirer says in English of the keys of a question. */
function keysIn(told: Told) {
  const words: Readonly<{ [word: string]: string }> = {
    space: told('space'),
    navigate: told('moves'),
    select: told('selects'),
    all: told('all'),
    invert: told('turns all'),
    submit: told('goes on'),
  };
  const said = (word: string) => words[word] ?? word;
  const keysHelpTip = (keys: readonly (readonly [string, string])[]) =>
    keys.map(([key, action]) => `${said(key)} ${said(action)}`).join(' • ');
  return { style: { keysHelpTip } };
}

/** Asks with inquirer over the given streams; an interrupted question throws what inquirer throws. */
export async function inquirerPrompts(
  streams: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream },
  told: Told,
): Promise<Prompts> {
  const { default: inquirer } = await import('inquirer');
  const theme = keysIn(told);
  const prompt = inquirer.createPromptModule(streams);
  return {
    text: async (message, { check, given } = {}) => {
      const { answer } = await prompt<{ answer: string }>({
        type: 'input',
        name: 'answer',
        message,
        ...(check ? { validate: check } : {}),
        ...(given === undefined ? {} : { default: given }),
      });
      return answer;
    },
    choose: async (message, choices) => {
      const { answer } = await prompt({
        type: 'select',
        name: 'answer',
        message,
        choices: [...choices],
        loop: false,
        pageSize: 12,
        theme,
      });
      return answer;
    },
    tick: async (message, choices) => {
      const { answer } = await prompt({
        type: 'checkbox',
        name: 'answer',
        message,
        choices: choices.map(({ ticked, ...choice }) => ({ ...choice, checked: ticked })),
        loop: false,
        pageSize: 16,
        theme,
      });
      return answer;
    },
  };
}
