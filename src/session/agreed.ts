import { toTerminal } from '../terminal/text.ts';
import type { Session } from './session.ts';

/** Whether a person says yes to a question; undefined where nobody can be asked. */
export async function agreed(
  question: string,
  { surroundings, told }: Session,
): Promise<boolean | undefined> {
  const prompts = await surroundings.prompts?.(told);
  if (!prompts) return undefined;
  const answer = await prompts.choose(toTerminal(told(question)), [
    { name: told('Yes'), value: 'yes' },
    { name: told('No'), value: 'no' },
  ]);
  return answer === 'yes';
}
