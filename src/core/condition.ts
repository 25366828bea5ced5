import { fold } from '../vocabulary/fold.ts';
import type { Values } from './kind.ts';
import type { Node } from './node.ts';
import { isText, textsOf } from './node.ts';

type Operator = '=' | '!=' | '>=' | '<=' | '>' | '<' | '~';

/** A comparison of any field with a value: `attendance>=50`, `city=León`, `website` (has one), `!website` (has none). */
export interface Condition {
  readonly field: string;
  /** What other kinds call the same: country, countries, area. */
  readonly also?: readonly string[];
  readonly operator: Operator | 'exists' | 'missing';
  readonly value: string;
}

/** Reads `field>=value`, `field`, `!field`; undefined where there is no field name. */
export function parseCondition(written: string): Condition | undefined {
  const match = /^\s*(!?)\s*([^!<>=~\s][^!<>=~]*?)\s*(?:(>=|<=|!=|=|>|<|~)\s*(.*?))?\s*$/su.exec(
    written,
  );
  if (!match) return undefined;
  const [, not, name = '', operator, value = ''] = match;
  const field = name
    .trim()
    .toLowerCase()
    .replaceAll(/[-\s]+/g, '_');
  if (operator === undefined) return { field, operator: not ? 'missing' : 'exists', value: '' };
  return not
    ? undefined
    : { field, operator: operator as Operator, value: value.replace(/^(["'])(.*)\1$/s, '$2') };
}

/** Whether the values of a record meet a condition; of several values one is enough, except for `!=`. */
export function holds(condition: Condition, values: Values, extra: Values): boolean {
  const nodes = [condition.field, ...(condition.also ?? [])].flatMap((field) =>
    valuesOf(field, values, extra),
  );
  if (condition.operator === 'missing') return nodes.length === 0;
  if (condition.operator === 'exists') return nodes.length > 0;
  const texts = nodes.flatMap((node: Node) => (isText(node) ? [node] : textsOf(node)));
  if (condition.operator === '!=') return !texts.some((text) => isSame(text, condition));
  return texts.some((text) => meets(text, condition));
}

/** What a record says in a field, declared or not; a field may be called `constructor`. */
export function valuesOf(field: string, values: Values, extra: Values): readonly Node[] {
  const holder = [values, extra].find((each) => Object.hasOwn(each, field));
  return holder?.[field] ?? [];
}

function meets(text: string, condition: Condition): boolean {
  if (condition.operator === '~') return fold(text).includes(fold(condition.value));
  if (condition.operator !== '=' && text.startsWith('XXXX-')) return false;
  const order = compare(text, condition);
  switch (condition.operator) {
    case '=':
      return isSame(text, condition);
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0 || isWithin(text, condition.value);
    case '>':
      return order > 0 && !isWithin(text, condition.value);
    default:
      return order < 0;
  }
}

/** By number where both begin with one (money is an amount and a currency), else by folded text; dates sort as text. */
function compare(text: string, { value }: Condition): number {
  const [a, b] = [leadingNumber(text), leadingNumber(value)];
  if (a !== undefined && b !== undefined) return a - b;
  const [left, right] = [fold(text), fold(value)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A year or a month is the same as every day in it. */
function isSame(text: string, condition: Condition): boolean {
  return compare(text, condition) === 0 || isWithin(text, condition.value);
}

/** Whether a date lies in a year or month: 2019-09-22 is not after 2019. */
function isWithin(text: string, date: string): boolean {
  return /^\d{4}(?:-\d{2})?$/.test(date) && text.startsWith(`${date}-`);
}

function leadingNumber(text: string): number | undefined {
  const match = /^(-?\d+(?:\.\d+)?)(?: [A-Z]{3})?$/.exec(text.trim());
  return match ? Number(match[1]) : undefined;
}
