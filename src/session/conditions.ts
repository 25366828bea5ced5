import { parseCondition } from '../core/condition.ts';
import type { Condition } from '../core/condition.ts';
import type { Field } from '../core/kind.ts';
import { isText } from '../core/node.ts';
import { declaredKey } from '../core/read-fields.ts';
import { UsageError } from '../core/usage-error.ts';
import type { Session } from './session.ts';

/** Reads the conditions of `--where`: fields by any of their names, values as the field itself would read them. */
export function conditions(written: readonly string[], session: Session): readonly Condition[] {
  return written.map((each) => {
    const condition = parseCondition(each);
    if (!condition) {
      throw new UsageError(
        `--where expects a comparison such as 'attendance>=50', found “${each}”`,
      );
    }
    return typed(condition, session);
  });
}

function typed(condition: Condition, session: Session): Condition {
  const names = new Set<string>();
  let declared: Field | undefined;
  for (const kind of session.kinds.all()) {
    const name = declaredKey(condition.field, kind, session);
    if (name === undefined) continue;
    names.add(name);
    declared ??= kind.fields[name];
  }
  const [field, ...also] = names;
  if (field === undefined) return condition;
  const value = declared ? valueOf(condition, declared, session) : condition.value;
  return { ...condition, field, value, ...(also.length > 0 ? { also } : {}) };
}

/** A part of a text can be looked for in any field; all else must be a value of the field. */
function valueOf(
  { operator, value, field: name }: Condition,
  field: Field,
  session: Session,
): string {
  if (value === '' || operator === '~') return value;
  const parsed = field.value.parse(value, session);
  if ('value' in parsed) return isText(parsed.value) ? parsed.value : value;
  const amount = /^[\d\s.,]+$/.test(value) ? field.value.parse(`${value} EUR`, session) : parsed;
  if ('value' in amount && isText(amount.value)) return amount.value.replace(/ EUR$/, '');
  const hint = parsed.expected?.length ? ` (${parsed.expected.join(', ')}?)` : '';
  throw new UsageError(`--where ${name}: expected ${field.value.expects}, found “${value}”${hint}`);
}
