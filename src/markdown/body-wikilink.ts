const NEWLINE = 10;
const BANG = 33;
const OPEN = 91;
const BACKSLASH = 92;
const CLOSE = 93;
const PIPE = 124;

/** What a wikilink says; without `target` it points into its own record. */
export interface Wikilink {
  readonly target: string;
  readonly fragment?: string;
  readonly label?: string;
  readonly embed: boolean;
}

// What stands between the parentheses of `[[1]](https://…)`: an address, not a remark.
const address = /\((?:[#/<]|\.{1,2}\/|[a-z][a-z0-9+.-]{1,30}:\S|[^\s()[\]]{0,200}\.md\b)/iy;

/**
 * Length of the wikilink that begins at `at` (`[[…]]` or `![[…]]`), or 0. It stays on one line; its target holds no
 * bracket, its label only paired ones; an escaped bracket is no bracket. `[[1]](https://…)` is a Markdown link to CommonMark and here.
 */
export function wikilinkLength(text: string, at: number): number {
  const open = text.charCodeAt(at) === BANG ? at + 1 : at;
  if (text.charCodeAt(open) !== OPEN || text.charCodeAt(open + 1) !== OPEN) return 0;
  let label = 0;
  let depth = 0;
  for (let i = open + 2; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === NEWLINE) return 0;
    if (code === PIPE) {
      if (label === 0) label = i;
    } else if (code === BACKSLASH) {
      const next = text.charCodeAt(i + 1);
      if (next === OPEN || next === CLOSE) {
        if (label === 0) return 0;
        i += 1;
      } else if (next === BACKSLASH) i += 1;
    } else if (code === OPEN) {
      if (label === 0 || text.charCodeAt(i + 1) === OPEN) return 0;
      depth += 1;
    } else if (code === CLOSE) {
      if (depth > 0) depth -= 1;
      else {
        if (text.charCodeAt(i + 1) !== CLOSE) return 0;
        if (text.slice(open + 2, label === 0 ? i : label).trim() === '') return 0;
        address.lastIndex = i + 2;
        return address.test(text) ? 0 : i + 2 - at;
      }
    }
  }
  return 0;
}

/** Reads a wikilink as it is written, brackets included: `[[target#fragment|label]]`. */
export function readWikilink(raw: string): Wikilink {
  const embed = raw.charCodeAt(0) === BANG;
  const inside = raw.slice(embed ? 3 : 2, -2);
  const pipe = inside.indexOf('|');
  // `\|` is the pipe of a link that stands in a table.
  const address = pipe < 0 ? inside : inside.slice(0, pipe).replace(/\\$/, '');
  const label = pipe < 0 ? '' : unescape(inside.slice(pipe + 1)).trim();
  const hash = address.indexOf('#');
  const target = unescape(hash < 0 ? address : address.slice(0, hash)).trim();
  const fragment = hash < 0 ? '' : unescape(address.slice(hash + 1)).trim();
  return {
    target,
    ...(fragment === '' ? {} : { fragment }),
    ...(label === '' ? {} : { label }),
    embed,
  };
}

function unescape(text: string): string {
  return text.includes('\\') ? text.replace(/\\([!-/:-@[-`{-~])/g, '$1') : text;
}
