/** `error`: the record or the value cannot be used; `warning`: it can, but look at it; `info`: good to know. */
export type Severity = 'error' | 'warning' | 'info';

/** Keys and indexes that lead to a place in front matter, such as `['partners', 2, 'country']`. */
export type Path = readonly (string | number)[];

/** Something wrong in a record while it is being read; its place may still be a path into the front matter. */
export interface Problem {
  readonly severity: Severity;
  readonly rule: string;
  readonly reason: string;
  /** What would have been right, nearest first. */
  readonly expected?: readonly string[];
  readonly path?: Path;
  /** The problem is the key itself, not what it holds. */
  readonly key?: true;
  /** Counted from 1, in the file. */
  readonly line?: number;
  readonly column?: number;
}

/** A {@link Problem} at its place: file, line and column, both counted from 1. */
export interface Message {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly reason: string;
  readonly expected?: readonly string[];
}

const order: Readonly<{ [severity in Severity]: number }> = { error: 0, warning: 1, info: 2 };

/** By file, then line, column, severity and rule: the order in which messages are always shown. */
export function compareMessages(a: Message, b: Message): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    order[a.severity] - order[b.severity] ||
    compareText(a.rule, b.rule) ||
    compareText(a.reason, b.reason)
  );
}

/** By code units: the same order on every machine and in every language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Where a message belongs, as editors open it: `organisations/x.md:5:12`. */
export function placeOf({ file, line, column }: Message): string {
  return `${file}:${line}:${column}`;
}

/** What a message says, in the language of `told`, with what was expected: `Expected a country, found “Frace” (France?)`. */
export function reasonOf({ reason, expected }: Message, told: (reason: string) => string): string {
  const hint = expected?.length ? ` (${expected.join(', ')}?)` : '';
  return `${told(reason)}${hint}`;
}
