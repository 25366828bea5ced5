import matter from 'gray-matter';
import { FAILSAFE_SCHEMA, YAMLException, load } from 'js-yaml';
import type { Problem } from '../core/message.ts';
import type { Node, NodeMap } from '../core/node.ts';
import { emptyMap, isForbiddenKey, isMap, nodeMap } from '../core/node.ts';
import { plainFront } from './front-plain.ts';
import { readYamlPrecisely } from './precise-front.ts';

/** A Markdown file cut in two: its front matter, read as text only, and its body. */
export interface Front {
  /** False where the file has no front matter, or none that may be read. */
  readonly found: boolean;
  readonly data: NodeMap;
  /** The front matter as written, without its fences; it begins on line 2 of the file. */
  readonly source: string;
  readonly body: string;
  /** The line of the file on which the body begins, counted from 1. */
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
}

/** Front matter beyond these is refused: YAML readers are quadratic in the number of keys, and records need far less. */
const limits = { characters: 65_536, lines: 2_000 };

/** Cuts a file's text at the fences and reads the front matter as YAML in which every scalar is text. */
export function readFront(written: string): Front {
  const text = written.charCodeAt(0) === 0xfeff ? written.slice(1) : written;
  const none = {
    found: false,
    data: nodeMap([]),
    source: '',
    body: text,
    bodyLine: 1,
    problems: [],
  };
  const opening = /^---[ \t]*\r?\n/.exec(text);
  if (!opening) {
    const reason = otherFrontMatter(text);
    return reason
      ? { ...none, problems: [{ severity: 'error', rule: 'front-matter', reason, line: 1 }] }
      : none;
  }
  const start = opening[0].length;
  const closing = closingFence(text, start);
  if (!closing) {
    const reason =
      'Expected a closing line --- after the front matter, found none; add it below the last field';
    const problem = { severity: 'error', rule: 'front-matter', reason, line: 1 } as const;
    return { ...none, ...unclosed(text, start), problems: [problem] };
  }
  const source = text.slice(start, closing.at);
  const body = text.slice(closing.end);
  const bodyLine = 2 + countLines(source) + 1;
  const cut = { found: true, source, body, bodyLine };
  if (source.length > limits.characters || countLines(source) > limits.lines) {
    const reason = `Front matter is longer than ${limits.characters} characters or ${limits.lines} lines and is not read`;
    return {
      ...cut,
      data: nodeMap([]),
      problems: [{ severity: 'error', rule: 'front-matter', reason, line: 1 }],
    };
  }
  return { ...cut, ...readYaml(source) };
}

/** Front matter that nobody closed goes as far as its first empty line, if fields are what stands there. */
function unclosed(text: string, start: number): Partial<Front> {
  const empty = /^[ \t]*\r?\n/m.exec(text.slice(start, start + limits.characters));
  const end = empty ? start + empty.index : text.length;
  const source = text.slice(start, end);
  if (source.length > limits.characters || countLines(source) > limits.lines) return {};
  const { data, problems } = readYaml(source);
  if (problems.length > 0 || Object.keys(data).length === 0) return {};
  return { found: true, data, source, body: text.slice(end), bodyLine: 2 + countLines(source) };
}

interface Yaml {
  readonly data: NodeMap;
  readonly problems: readonly Problem[];
}

/** An anchor or alias, or what looks like one inside a text: whether it is, the precise reader can tell. */
const anchored = /(?:^|[\s[{,])[&*][^\s*&]/m;

/** The shortest way for front matter in the usual form. */
function readYaml(source: string): Yaml {
  if (source.trim() === '') return { data: nodeMap([]), problems: [] };
  const data = plainFront(source);
  return data ? { data, problems: [] } : readYamlWholly(source);
}

/** What js-yaml gives for front matter that is in order; anything else is read again by the way that can explain it. */
export function readYamlWholly(source: string): Yaml {
  if (anchored.test(source)) return readYamlPrecisely(source);
  try {
    const data = plain(parse(source));
    if (isMap(data)) return { data, problems: [] };
  } catch (error) {
    if (!(error instanceof YAMLException || error instanceof RangeError)) throw error;
  }
  return readYamlPrecisely(source);
}

/**
 * The only place that calls gray-matter: the first line is known to be exactly `---`, the engine is ours, every other
 * language is refused, and options are always given, since without them broken YAML is remembered as an empty record.
 */
function parse(source: string): unknown {
  let data: unknown;
  const yaml = {
    parse: () => {
      data = load(source, { schema: FAILSAFE_SCHEMA });
      return {};
    },
  };
  const refused = { parse: () => ({}) };
  matter(`---\n${source}\n---\n`, {
    language: 'yaml',
    engines: {
      yaml,
      json: refused,
      js: refused,
      javascript: refused,
      coffee: refused,
      cson: refused,
    },
  });
  return data;
}

const most = 20_000;

/** Copies what YAML gave into maps without prototypes; refuses keys that reach a prototype and alias bombs. */
function plain(data: unknown): Node {
  let count = 0;
  const copy = (value: unknown): Node => {
    if (++count > most) throw new RangeError('too many values');
    if (typeof value === 'string') {
      if (value.isWellFormed() && !value.includes('\0')) return value;
      throw new RangeError('no text');
    }
    if (Array.isArray(value)) return value.map(copy);
    if (typeof value !== 'object' || value === null) return '';
    const map = emptyMap();
    for (const [key, each] of Object.entries(value)) {
      if (key === '' || isForbiddenKey(key)) throw new RangeError('forbidden key');
      map[key] = copy(each);
    }
    return map;
  };
  return copy(data);
}

function closingFence(
  text: string,
  from: number,
): { readonly at: number; readonly end: number } | undefined {
  // Each line is looked at from its beginning; with “m”, the separators of Unicode would end it too.
  const fence = /---[ \t]*(?:\r?\n|$)/y;
  for (let at = from; at < text.length; at = text.indexOf('\n', at) + 1) {
    if (text.startsWith('---', at)) {
      fence.lastIndex = at;
      if (fence.test(text)) return { at, end: fence.lastIndex };
    }
    if (text.indexOf('\n', at) < 0 || at - from > limits.characters * 4) return undefined;
  }
  return undefined;
}

function otherFrontMatter(text: string): string | undefined {
  if (/^(?:[ \t]*\r?\n)+---[ \t]*\r?\n[\w-]+:/.test(text)) {
    return 'Expected --- in the first line, found empty lines before it; remove them, or its fields are not read';
  }
  if (/^\+\+\+[ \t]*\r?\n/.test(text))
    return 'Front matter in TOML (+++) is not read; write it in YAML between lines ---';
  const language = /^---[ \t]*(\w+)[ \t]*\r?\n/.exec(text)?.[1];
  return (
    language &&
    `Front matter in “${language}” is never run or read; write it in YAML between lines ---`
  );
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
