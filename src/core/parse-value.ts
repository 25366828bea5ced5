import type { Node } from './node.ts';
import { isText, textsOf } from './node.ts';
import type { Parsed, Value, ValueContext } from './value.ts';

/** Longer than any date, amount or name of a concept: the patterns that read them are slow on more. */
const longest = 1_000;

/** Values that may be as long as they like, since no pattern reads them. */
const unbounded: ReadonlySet<string> = new Set(['text', 'lines', 'names', 'claim']);

/** Reads one item with the value of its field, unless it is too long to be one. */
export function parseValue(value: Value, node: Node, context: ValueContext): Parsed {
  if (!unbounded.has(value.name) && textsOf(node).some(({ length }) => length > longest))
    return { reason: `the text is longer than ${longest} characters and is not read` };
  return value.parse(node, context);
}

/** What is said of a value that cannot be read: what was expected, what was found where it is a text, and why. */
export function misreadText(expects: string, node: Node, why = ''): string {
  if (!isText(node)) return why === '' ? `Expected ${expects}` : `Expected ${expects}: ${why}`;
  const text = shortened(node.trim());
  return why === ''
    ? `Expected ${expects}, found “${text}”`
    : `Expected ${expects}, found “${text}”: ${why}`;
}

/** Cut where nobody would read on. */
function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 100).toWellFormed()}…` : text;
}
