import { userInfo } from 'node:os';
import { join } from 'node:path';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import type { Decision } from '../core/decision.ts';
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

function decisionsIn(text: string): readonly Decision[] {
  // To the reader of YAML a file of comments is an error.
  if (text.split('\n').every((line) => /^(?:#.*|(?:---)?)$/.test(line.trim()))) return [];
  let items: unknown;
  try {
    items = load(text, { schema: FAILSAFE_SCHEMA });
  } catch {
    throw unreadable('it is no YAML');
  }
  if (items === undefined || items === null) return [];
  if (!Array.isArray(items))
    throw unreadable('expected a list, each item with “same”, “different” or “name”');
  return items.map((item, at) => {
    const decision = decisionOf(item);
    if (!decision) throw unreadable(`its item ${at + 1} is no decision`);
    return decision;
  });
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
    throw unreadable(
      'nothing can be added to its end; write it as a list with a dash at the beginning of each item',
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
  if ('problem' in read) throw unreadable(read.problem.reason);
  return read.text;
}

function unreadable(reason: string): UsageError {
  return new UsageError(`${decisionsFile} cannot be used: ${reason}`);
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
