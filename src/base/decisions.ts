import { userInfo } from 'node:os';
import { join } from 'node:path';
import { FAILSAFE_SCHEMA, YAMLException, load } from 'js-yaml';
import type { Decision } from '../core/decision.ts';
import type { Message } from '../core/message.ts';
import { isForbiddenKey } from '../core/node.ts';
import { UsageError } from '../core/usage-error.ts';
import { writeItem } from '../markdown/write-front.ts';
import type { FileChange } from './history.ts';
import { readFileText } from './read-file.ts';

/** Where a base keeps what people decided about names. */
export const decisionsFile = 'decisions.yaml';

/** Every decision of a base, in the order in which they were taken; throws a {@link UsageError} for a file that is no such list. */
export function readDecisions(base: string): readonly Decision[] {
  const text = contentOf(base);
  return text === null ? [] : decisionsIn(text);
}

/** What is wrong with the list, as a message of the base; nothing where it can be read. */
export function decisionsMessage(base: string): Message | undefined {
  try {
    readDecisions(base);
    return undefined;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { reason, line } = error;
    return { file: decisionsFile, line, column: 1, severity: 'error', rule: 'decisions', reason };
  }
}

/** The list is left as it is, and what needs it stops: a decision that nobody reads would be taken again. */
class Unreadable extends UsageError {
  readonly reason: string;
  readonly line: number;

  constructor(reason: string, line = 1) {
    super(`${decisionsFile}:${line}: ${reason}`);
    this.reason = reason;
    this.line = line;
  }
}

/** What YAML takes for nothing; other blanks are a text to it. */
const emptyLine = /^\ufeff?[ \t]*(?:#[^\r]*|(?:---)?)[ \t]*\r?$/;

function decisionsIn(text: string): readonly Decision[] {
  // To the reader of YAML a file of comments is an error.
  if (text.split('\n').every((line) => emptyLine.test(line))) return [];
  let items: unknown;
  try {
    items = load(text, { schema: FAILSAFE_SCHEMA });
  } catch (error) {
    const line = error instanceof YAMLException ? (error.mark?.line ?? 0) + 1 : 1;
    throw new Unreadable('This is no YAML; look for a missing colon, quote or bracket', line);
  }
  if (items === undefined || items === null) return [];
  if (!Array.isArray(items))
    throw new Unreadable('Expected a list, with a dash at the beginning of each decision');
  return items.map((item, at) => {
    const decision = decisionOf(item);
    if (!decision) throw new Unreadable(noDecision, lineOfItem(text, at));
    return decision;
  });
}

const noDecision =
  'Expected “same: [a, b]”, “different: [a, b]”, or “name” with “is” or “is_not”; correct this decision or take it out';

function lineOfItem(text: string, at: number): number {
  const lines = text
    .split('\n')
    .flatMap((line, index) => (/^-(?:\s|$)/.test(line) ? [index + 1] : []));
  return lines[at] ?? 1;
}

/** The change of the file that adds decisions to its end; what stands in it stays byte for byte. */
export function decisionsAdded(base: string, decisions: readonly Decision[]): FileChange {
  const before = contentOf(base);
  const start =
    before ??
    '# What people decided about names. koinon reads this list and adds to its end; edit it as you like.\n';
  const gap = start === '' || start.endsWith('\n') ? '' : '\n';
  const items = decisions.map((decision) => writeItem(itemOf(decision), ''));
  const after = `${start}${gap}${items.join('')}`;
  const count = (before === null ? [] : decisionsIn(before)).length + decisions.length;
  if (countIn(after) !== count)
    throw new Unreadable(
      'Nothing can be added to the end of this list; begin each decision with a dash on a line of its own',
    );
  return { path: decisionsFile, before, after };
}

function countIn(text: string): number | undefined {
  try {
    return decisionsIn(text).length;
  } catch {
    return undefined;
  }
}

/** Who decides, as the system knows them; `--by` says it better. */
export function deciderName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}

function contentOf(base: string): string | null {
  const read = readFileText(join(base, decisionsFile));
  if ('gone' in read) return null;
  if ('problem' in read) throw new Unreadable(read.problem.reason);
  return read.text;
}

function decisionOf(item: unknown): Decision | undefined {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
  const map = Object.fromEntries(Object.entries(item).filter(([key]) => !isForbiddenKey(key)));
  const text = (key: string) => (typeof map[key] === 'string' ? map[key] : undefined);
  const circumstances = Object.fromEntries(
    (['by', 'date', 'why'] as const).flatMap((key) => (text(key) ? [[key, text(key)]] : [])),
  );
  for (const verdict of ['same', 'different'] as const) {
    const pair: unknown = map[verdict];
    if (!Array.isArray(pair)) continue;
    const [a, b]: unknown[] = pair;
    if (typeof a === 'string' && typeof b === 'string') return { verdict, a, b, ...circumstances };
  }
  const name = text('name');
  if (name === undefined) return undefined;
  for (const verdict of ['is', 'is_not'] as const) {
    const record = text(verdict);
    if (record !== undefined) return { verdict, name, record, ...circumstances };
  }
  return undefined;
}

function itemOf(decision: Decision) {
  const { by, date, why } = decision;
  return {
    ...('name' in decision
      ? { name: decision.name, [decision.verdict]: decision.record }
      : { [decision.verdict]: [decision.a, decision.b] }),
    ...(by === undefined ? {} : { by }),
    ...(date === undefined ? {} : { date }),
    ...(why === undefined ? {} : { why }),
  };
}
