import type { Message } from '../src/core/message.ts';
import { placeOf, reasonOf } from '../src/core/message.ts';

/** A message as `check` prints it in English, on one line. */
export function messageLine(message: Message): string {
  const said = reasonOf(message, (reason) => reason);
  return `${placeOf(message)}  ${message.severity}  ${message.rule}  ${said}`;
}
