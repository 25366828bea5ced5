/** Words and options of a call as somebody would type them. */
export type SplitCall =
  | {
      readonly words: readonly string[];
      readonly options: Readonly<{ [option: string]: readonly string[] }>;
    }
  | { readonly problem: string };

/** Splits a line such as `"social brand" --country Tunisie --theme 'inclusion sociale'`; quotes around words stay, as they mean a phrase. */
export function splitCall(line: string): SplitCall {
  const words: string[] = [];
  const options: { [option: string]: string[] } = {};
  const pieces = line.match(piece) ?? [];
  for (let at = 0; at < pieces.length; at++) {
    const written = pieces[at] ?? '';
    const option = /^--([a-z][\w-]*)(?:=(.*))?$/s.exec(written);
    const name = option?.[1];
    if (name === undefined) {
      words.push(/^'[^']*'$/.test(written) ? written.slice(1, -1) : written);
      continue;
    }
    const value = option?.[2] ?? pieces[++at];
    if (value === undefined) return { problem: `“--${name}” needs a value after it` };
    (options[name] ??= []).push(unquoted(value));
  }
  return { words, options };
}

/** A single quote opens only at the beginning: inside a word it is an apostrophe. */
const piece = /(?:--[\w-]+=)?'[^']*'(?!\S)|(?:[^\s"]|"[^"]*"?)+/g;

function unquoted(value: string): string {
  if (/^'[^']*'$/.test(value)) return value.slice(1, -1);
  return value.replaceAll(/"([^"]*)"?/g, '$1');
}
