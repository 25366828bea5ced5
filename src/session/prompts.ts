/** Questions to a person on a terminal. */
export interface Prompts {
  readonly text: (
    question: string,
    options?: { readonly check?: (answer: string) => string | true },
  ) => Promise<string>;
}

/** Asks with inquirer over the given streams; an interrupted question throws what inquirer throws. */
export async function inquirerPrompts(streams: {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}): Promise<Prompts> {
  const { default: inquirer } = await import('inquirer');
  const prompt = inquirer.createPromptModule(streams);
  return {
    text: async (message, { check } = {}) => {
      const { answer } = await prompt<{ answer: string }>({
        type: 'input',
        name: 'answer',
        message,
        ...(check ? { validate: check } : {}),
      });
      return answer;
    },
  };
}
