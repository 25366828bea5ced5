import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../src/', import.meta.url));

/** Rooms and files that say nothing to people in their own words: SQL, cues and grammar of languages, drawings, help. */
const silent =
  /^(?:extract(?!\/evaluate\/annotated)|names|store(?!\/sqlite\/(?:damage|index-faults|open))|core\/rank|formats|vocabulary)\/|^readers\/(?:html\/elements|office\/word-styles)|^session\/(?:dot|format-options|consortium\/words)\.ts|^core\/grammar\.ts|^registry\.ts/;

/** What stands before literals that are no messages, but are read by programs. */
const unsaid =
  /\b(?:label|inverse|json):$|\b(?:Set|RangeError|description|helpOption|helpCommand|version|showHelpAfterError|changeFiles|tally|compare|fall)\($/;

/** What stands before help, which stays English; what an examination does is said in its answer. */
const help = /\b(?:summary|does|call|flags):$/;
const helping = /^(?!doctor\/)/;

/** Texts that are no messages though they have several words: what is typed, drawn or written into files, help, settings of SQLite. */
const unspoken =
  /^(?:\$ |# |sources\/\*|koinon[: ]|\nExamples|\+\+\+ |--[\w-]+ \{1\}$|(?:is|not) \{1\}$|\{1\} EUR$|id: \{1\}$|[a-z_]+ = |(?:select|pragma|insert into) )|^(?:the version of koinon|this help|help on a command|links of records|the network|summaries for spreadsheets|consortia and the rules of calls|one of \{1\}: \{2\}|mentioned in|” or “|draft document sha256)$/;

/** Every message in the source, as catalogues know it: with `{1}`, `{2}` for what it tells. */
export function messagesInSource(): readonly string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !silent.test(path));
  const found = files.flatMap((path) =>
    messagesIn(readFileSync(source + path, 'utf8'), helping.test(path)),
  );
  return [...new Set(found)].sort();
}

/** The messages of one source text: its literals of several words, single words that are `told`, and nouns that are `counted`. */
export function messagesIn(code: string, hasHelp = false): readonly string[] {
  return literalsIn(code).flatMap(({ text, before }) => {
    if (/\btold\($/.test(before)) return [text];
    if (hasHelp && help.test(before)) return [];
    if (/\bcounted\([^;]{0,60},$/.test(before) && /^[a-z ]+$/.test(text))
      return [`0 ${text}s`, `{1} ${text}`, `{1} ${text}s`];
    return isSentence(text) && !unsaid.test(before) && !unspoken.test(text)
      ? [text.replace(/\n$/, '')]
      : [];
  });
}

/** A word alone is a name of something; a sentence has several, and a letter. */
function isSentence(text: string): boolean {
  const bare = text.replaceAll(/\{\d\}/g, '');
  return /\p{L}{2}/u.test(bare) && /\S\s+\S/.test(text);
}

interface Literal {
  readonly text: string;
  /** The code before it, without spaces that mean nothing. */
  readonly before: string;
}

/** The strings and templates of a source text, with those inside of templates; no comments, no regular expressions. */
function literalsIn(code: string): readonly Literal[] {
  const found: Literal[] = [];
  let before = '';
  for (let at = 0; at < code.length; at++) {
    const unit = code[at] ?? '';
    const two = code.slice(at, at + 2);
    if (two === '//') at = endOf(code, '\n', at);
    else if (two === '/*') at = endOf(code, '*/', at) + 1;
    else if (unit === '/' && /(?:[(,=:[!&|?{;>+]|\breturn|^)$/.test(before.trimEnd())) {
      at = endOfPattern(code, at);
      before += '/';
    } else if ('\'"`'.includes(unit)) {
      const { text, end, inner } = literalAt(code, at);
      found.push({ text, before }, ...inner.flatMap(literalsIn));
      before += "''";
      at = end;
    } else if (/\s/.test(unit))
      before += before.endsWith(' ') || /[([{:,=]$/.test(before) ? '' : ' ';
    else {
      if (/[ ](?:[:,?)]|$)/.test(before.slice(-1) + unit)) before = before.trimEnd();
      before += unit;
    }
    before = before.slice(-100);
  }
  return found;
}

function endOf(code: string, text: string, from: number): number {
  const end = code.indexOf(text, from + 2);
  return end < 0 ? code.length : end;
}

function endOfPattern(code: string, start: number): number {
  let inClass = false;
  for (let at = start + 1; at < code.length; at++) {
    if (code[at] === '\\') at++;
    else if (code[at] === '[') inClass = true;
    else if (code[at] === ']') inClass = false;
    else if (code[at] === '/' && !inClass) return at;
  }
  return code.length;
}

function literalAt(
  code: string,
  start: number,
): { readonly text: string; readonly end: number; readonly inner: readonly string[] } {
  const quote = code[start];
  const inner: string[] = [];
  let text = '';
  let at = start + 1;
  for (; at < code.length && code[at] !== quote; at++) {
    if (code[at] === '\\') text += code[++at] === 'n' ? '\n' : (code[at] ?? '');
    else if (quote === '`' && code.startsWith('${', at)) {
      const end = endOfPlace(code, at + 2);
      inner.push(code.slice(at + 2, end));
      text += `{${inner.length}}`;
      at = end;
    } else text += code[at];
  }
  return { text, end: at, inner };
}

/** The closing bracket of what is put into a template literal, which may hold literals of its own. */
function endOfPlace(code: string, start: number): number {
  let depth = 0;
  for (let at = start; at < code.length; at++) {
    const unit = code[at] ?? '';
    if (unit === "'" || unit === '`') at = literalAt(code, at).end;
    else if (unit === '/' && /[(,=]\s*$/.test(code.slice(start, at))) at = endOfPattern(code, at);
    else if (unit === '{') depth++;
    else if (unit === '}' && depth-- === 0) return at;
  }
  return code.length;
}
