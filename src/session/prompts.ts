/** Questions to a person on a terminal. */
export interface Prompts {
  text(
    question: string,
    options?: { readonly initial?: string; readonly check?: (answer: string) => string | true },
  ): Promise<string>;
  choice(
    question: string,
    choices: readonly { readonly value: string; readonly name: string }[],
  ): Promise<string>;
  confirm(question: string): Promise<boolean>;
}

/** Asks with inquirer over the given streams; an interrupted question throws what inquirer throws. */
export async function inquirerPrompts(streams: {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}): Promise<Prompts> {
  const { default: inquirer } = await import('inquirer');
  const prompt = inquirer.createPromptModule(streams);
  return {
    text: async (message, { initial, check } = {}) => {
      const { answer } = await prompt<{ answer: string }>({
        type: 'input',
        name: 'answer',
        message,
        ...(initial === undefined ? {} : { default: initial }),
        ...(check ? { validate: check } : {}),
      });
      return answer;
    },
    choice: async (message, choices) => {
      const { answer } = await prompt<{ answer: string }>({
        type: 'select',
        name: 'answer',
        message,
        choices,
      });
      return answer;
    },
    confirm: async (message) => {
      const { answer } = await prompt<{ answer: boolean }>({
        type: 'confirm',
        name: 'answer',
        message,
        default: false,
      });
      return answer;
    },
  };
}
