import { fold } from '../vocabulary/fold.ts';
import type { Values } from './kind.ts';
import type { Node } from './node.ts';
import { isText, textsOf } from './node.ts';

export type Operator = '=' | '!=' | '>=' | '<=' | '>' | '<' | '~';

/** A comparison of any field with a value: `attendance>=50`, `city=León`, `website` (has one), `!website` (has none). */
export interface Condition {
  readonly field: string;
  readonly operator: Operator | 'exists' | 'missing';
  readonly value: string;
}

/** Reads `field>=value`, `field`, `!field`; undefined where there is no field name. */
export function parseCondition(written: string): Condition | undefined {
  const match = /^\s*(!?)\s*([\p{L}\p{N}_ -]+?)\s*(?:(>=|<=|!=|=|>|<|~)\s*(.*?))?\s*$/su.exec(
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
  const nodes = values[condition.field] ?? extra[condition.field] ?? [];
  if (condition.operator === 'missing') return nodes.length === 0;
  if (condition.operator === 'exists') return nodes.length > 0;
  const texts = nodes.flatMap((node: Node) => (isText(node) ? [node] : textsOf(node)));
  if (condition.operator === '!=') return !texts.some((text) => compare(text, condition) === 0);
  return texts.some((text) => meets(text, condition));
}

function meets(text: string, condition: Condition): boolean {
  if (condition.operator === '~') return fold(text).includes(fold(condition.value));
  const order = compare(text, condition);
  switch (condition.operator) {
    case '=':
      return order === 0;
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0 || text.startsWith(condition.value);
    case '>':
      return order > 0 && !text.startsWith(condition.value);
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

function leadingNumber(text: string): number | undefined {
  const match = /^(-?\d+(?:\.\d+)?)(?: [A-Z]{3})?$/.exec(text.trim());
  return match ? Number(match[1]) : undefined;
}
