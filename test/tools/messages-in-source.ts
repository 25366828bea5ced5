import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../src/', import.meta.url));

/** Rooms that say nothing to people in their own words, or whose words are data. */
const silent = /^(?:readers|extract|names)\//;

/** Where a message begins: what is noted, thrown, told as a reason or expected. */
const openings =
  /\b(?:note|UsageError|EditRefused|failed|warning|unreadable|wrong|tell|say)\(|\breason(?::| =|:\n)|\bexpects: ?/g;

/** Every message in the source, as catalogues know it: with `{1}`, `{2}` for what it tells. */
export function messagesInSource(): readonly string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !silent.test(path));
  const found = files.flatMap((path) => messagesIn(readFileSync(source + path, 'utf8')));
  return [...new Set(found)].filter(isSentence).sort();
}

/** A word alone is a name of something; a sentence has several, and a letter. */
function isSentence(text: string): boolean {
  const bare = text.replaceAll(/\{\d\}/g, '');
  return /\p{L}{2}/u.test(bare) && /\S\s+\S/.test(text) && !/^[\s{}\d·:,]*$/.test(bare);
}

function messagesIn(code: string): readonly string[] {
  const found: string[] = [];
  for (const { index, 0: opening } of code.matchAll(openings))
    found.push(...literalsFrom(code, index + opening.length));
  return found;
}

/** The literals of the expression that begins at a place, as far as its end. */
function literalsFrom(code: string, start: number): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  for (let at = start; at < code.length && depth >= 0; at++) {
    const unit = code[at] ?? '';
    if (unit === "'" || unit === '`') {
      const { text, end } = literalAt(code, at);
      found.push(text);
      at = end;
    } else if ('([{'.includes(unit)) depth++;
    else if (')]}'.includes(unit)) depth--;
    else if ((unit === ';' || unit === ',') && depth === 0) break;
  }
  return found;
}

function literalAt(code: string, start: number): { readonly text: string; readonly end: number } {
  const quote = code[start];
  let text = '';
  let places = 0;
  let at = start + 1;
  for (; at < code.length && code[at] !== quote; at++) {
    if (code[at] === '\\') text += code[++at] === 'n' ? '\n' : (code[at] ?? '');
    else if (quote === '`' && code.startsWith('${', at)) {
      at = endOfPlace(code, at + 2);
      text += `{${++places}}`;
    } else text += code[at];
  }
  return { text, end: at };
}

/** The closing bracket of what is put into a template literal, which may hold literals of its own. */
function endOfPlace(code: string, start: number): number {
  let depth = 0;
  for (let at = start; at < code.length; at++) {
    const unit = code[at] ?? '';
    if (unit === "'" || unit === '`') at = literalAt(code, at).end;
    else if (unit === '{') depth++;
    else if (unit === '}' && depth-- === 0) return at;
  }
  return code.length;
}
