/** A piece of a name, outside or inside brackets. */
export interface Part {
  readonly text: string;
  readonly isAside: boolean;
}

/** A name without its brackets, then what stood in them; a name that is nothing but brackets is no aside. */
export function splitAside(text: string): readonly Part[] {
  const open = text.search(/[([（]/);
  if (open < 0) return [{ text, isAside: false }];
  let main = '';
  let aside = '';
  let depth = 0;
  for (const letter of text) {
    if (opening.has(letter)) {
      depth++;
      main += ' ';
      aside += ' ';
    } else if (closing.has(letter)) depth = Math.max(0, depth - 1);
    else if (depth > 0) aside += letter;
    else main += letter;
  }
  if (main.trim() === '') return [{ text: aside, isAside: false }];
  return [
    { text: main, isAside: false },
    { text: aside, isAside: true },
  ];
}

const opening = new Set('([（');
const closing = new Set(')]）');
