import type { Kind, Values } from '../core/kind.ts';
import { isMap, isText } from '../core/node.ts';
import type { Cell } from '../core/table.ts';
import type { ValueContext } from '../core/value.ts';
import type { StoredRecord } from '../store/store.ts';

/** Makes cells of the values of one kind's records, for people who read one language. */
export interface Cells {
  /** As they are in the record. */
  readonly texts: (values: Values, field: string) => readonly string[];
  /** Concepts by their labels, other values as the field shows them. */
  readonly shown: (values: Values, field: string) => readonly string[];
}

export function cells(kind: Kind, context: ValueContext, language: string): Cells {
  const shown = new Map<string, Map<string, string>>();
  return {
    texts: textsOf,
    shown: (values, field) => {
      const texts = textsOf(values, field);
      const value = kind.fields[field]?.value;
      if (!value?.show || texts.length === 0) return texts;
      const known = shown.get(field) ?? new Map<string, string>();
      shown.set(field, known);
      return texts.map((text) => {
        const label = known.get(text) ?? value.show?.(text, context, language) ?? text;
        known.set(text, label);
        return label;
      });
    },
  };
}

export function textsOf(values: Values, field: string): readonly string[] {
  const nodes = values[field];
  return nodes === undefined ? [] : nodes.filter(isText);
}

/** The name by which people speak of a record: its acronym, else its title. */
export function shortName({ values, title }: StoredRecord): string {
  return textsOf(values, 'acronym')[0] ?? title;
}

/** The name in one language, where the record has one. */
export function nameIn(values: Values, language: string): Cell {
  for (const names of values['names'] ?? []) {
    const name = isMap(names) ? names[language] : undefined;
    if (isText(name)) return name;
  }
  return null;
}
