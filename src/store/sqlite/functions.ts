import type { Database } from 'better-sqlite3';
import type { Condition } from '../../core/condition.ts';
import { holds, valuesOf } from '../../core/condition.ts';
import type { Values } from '../../core/kind.ts';
import { textsOf } from '../../core/node.ts';
import { fold } from '../../vocabulary/fold.ts';
import { stored } from './stored.ts';

/** Functions in SQL that read the values of a record; they see nothing but their arguments. */
export function registerFunctions(database: Database): void {
  const options = { deterministic: true, directOnly: true };
  const fieldTexts = (fields: string, extra: string, field: string) =>
    textsOf(valuesOf(field, read(fields), read(extra)));
  const conditions = new Map<string, Condition>();
  database.function('folded', options, (text: string) => fold(text));
  database.function('field_meets', options, (fields: string, extra: string, written: string) => {
    const known = conditions.get(written) ?? (JSON.parse(written) as Condition);
    conditions.set(written, known);
    return holds(known, read(fields), read(extra)) ? 1 : 0;
  });
  database.function(
    'field_has',
    options,
    (fields: string, extra: string, field: string, value: string) =>
      fieldTexts(fields, extra, field).some((text) => ` ${fold(text)} `.includes(` ${value} `))
        ? 1
        : 0,
  );
  database.function('field_text', options, (fields: string, extra: string, field: string) => {
    const [first] = fieldTexts(fields, extra, field);
    return first === undefined ? null : fold(first);
  });
  database.function('field_number', options, (fields: string, extra: string, field: string) => {
    const first = /^-?\d+(?:\.\d+)?(?= [A-Z]{3}$|$)/.exec(
      fieldTexts(fields, extra, field)[0] ?? '',
    );
    return first ? Number(first[0]) : null;
  });
}

function read(json: string): Values {
  return stored(json) as Values;
}
