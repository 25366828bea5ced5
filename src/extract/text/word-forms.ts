/** Particles that Arabic writes joined before a word: and, then, with, for, like, and the article. */
const joined = /^(?:[وفبك]?ال|[وف]?لل|[وفبلك])(?=[\u0621-\u064a]{2})/;

/** The keys under which a word of a text may stand in a list of cues: itself, and Arabic ones bare of joined particles. */
export function soughtForms(key: string): readonly string[] {
  if (!/^[\u0621-\u064a]/.test(key)) return [key];
  const forms = [key];
  let bare = key;
  for (let step = 0; step < 2; step++) {
    const next = bare.replace(joined, '');
    if (next === bare || next.length < 2) break;
    forms.push(next);
    bare = next;
  }
  // The ending of what is done something to, of an undefined noun.
  if (bare.length > 3 && bare.endsWith('ا')) forms.push(bare.slice(0, -1));
  return forms;
}

/** The forms of the singular of a Greek word, from its nominative; other words stay alone. */
export function storedForms(key: string): readonly string[] {
  for (const [ending, others] of greekEndings) {
    if (!key.endsWith(ending)) continue;
    const stem = key.slice(0, -ending.length);
    return [key, ...others.map((other) => stem + other)];
  }
  return [key];
}

const greekEndings: readonly (readonly [string, readonly string[]])[] = [
  ['ιμο', ['ιμου']],
  ['μα', ['ματοσ']],
  ['ση', ['σησ', 'σεωσ']],
  ['η', ['ησ']],
  ['α', ['ασ']],
  ['εασ', ['εα']],
  ['οσ', ['ου', 'ο']],
  ['ησ', ['η', 'ουσ']],
  ['εσ', ['ουσ']],
  ['ο', ['ου']],
];
