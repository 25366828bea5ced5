const listed = '; “koinon --help” lists the commands';

type Say = (parts: readonly string[], near: string | undefined) => string;

/** What the reader of calls says, by its beginning and its parts, and how it is said here. */
const sayings: readonly (readonly [RegExp, Say])[] = [
  [
    /^unknown option '(.*?)'$/,
    ([option], near) =>
      `There is no option “${option}”${near === undefined ? listed : `; did you mean ${near}?`}`,
  ],
  [
    /^unknown command '(.*?)'$/,
    ([command], near) =>
      `There is no command “${command}”${near === undefined ? listed : `; did you mean ${near}?`}`,
  ],
  [/^option '(.*?)' argument missing$/, ([option]) => `A value is missing after “${option}”`],
  [/^missing required argument '(.*?)'$/, ([name]) => `A word is missing: “${name}”`],
  [
    /^option '(.*?)' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/,
    ([option, found, choices]) => `“${option}” expects one of ${choices}, found “${found}”`,
  ],
  [
    /^too many arguments(?: for '.*?')?\. Expected (\d+) arguments? but got (\d+): (.*)\.$/,
    ([expected, found, words]) => `Words expected: ${expected}, found: ${found} (“${words}”)`,
  ],
];

/** The reader of calls speaks English in its own style: the same as a sentence of koinon, else what it says. */
export function misread(message: string): string {
  const [said = '', suggested = ''] = message.replace(/^error: /, '').split('\n');
  const near = /^\(Did you mean (?:one of )?(.+)\?\)$/.exec(suggested)?.[1];
  for (const [pattern, say] of sayings) {
    const parts = pattern.exec(said);
    if (parts) return say(parts.slice(1), near);
  }
  return said;
}
