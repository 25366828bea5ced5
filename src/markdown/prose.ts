import { wikilinkLength } from './body-wikilink.ts';

/**
 * A body of the same length in which only prose is left: code, headings, links, addresses, HTML and comments are blanks, line
 * ends stay. Linear in the length; rather too little is left than too much.
 */
export function proseOf(body: string): string {
  const units = body.split('');
  const blank = (from: number, to: number) => {
    for (let at = from; at < to; at++)
      if (units[at] !== '\n' && units[at] !== '\r') units[at] = ' ';
  };
  blankBlocks(body, blank);
  blankInline(units.join(''), blank);
  return units.join('');
}

type Blank = (from: number, to: number) => void;

function blankBlocks(body: string, blank: Blank): void {
  let fence = '';
  let html = false;
  let code = false;
  let previous = { start: 0, isEmpty: true };
  for (let start = 0; start < body.length;) {
    const newline = body.indexOf('\n', start);
    const end = newline < 0 ? body.length : newline;
    const line = body.slice(start, Math.min(end, start + 1_000));
    const isEmpty = line.trim() === '';
    const mark = /^[ \t>]{0,40}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence !== '') {
      blank(start, end);
      if (mark.startsWith(fence) && line.trim().replace(/^[> ]*/, '') === mark) fence = '';
    } else if (mark !== '') {
      fence = mark;
      blank(start, end);
    } else if (isEmpty) html = false;
    else {
      code = /^(?: {4}|\t)/.test(line) && (previous.isEmpty || code);
      html ||= /^ {0,3}<[a-z!/?]/i.test(line);
      const isHeading = /^ {0,3}#{1,6}(?:[ \t]|$)/.test(line);
      const isDefinition = /^ {0,3}\[[^\]]{1,999}\]:/.test(line);
      if (code || html || isHeading || isDefinition) blank(start, end);
      if (/^ {0,3}(?:=+|-+)[ \t]*\r?$/.test(line) && !previous.isEmpty) blank(previous.start, end);
    }
    previous = { start, isEmpty };
    start = end + 1;
  }
}

function blankInline(text: string, blank: Blank): void {
  const ticks = closers(text, /`+/g);
  const bracketEnd = bracketEnds(text);
  for (let at = 0; at < text.length; at++) {
    const unit = text[at];
    let end = at;
    if (unit === '\\') at++;
    else if (unit === '`') {
      const length = runLength(text, at, '`');
      end = ticks(at, length) || at + length;
    } else if (unit === '<')
      end = text.startsWith('<!--', at) ? after(text, '-->', at + 4) : tagEnd(text, at);
    else if (unit === '%' && text[at + 1] === '%') end = after(text, '%%', at + 2);
    else if (unit === '[') end = bracketEnd(at);
    else if (/[a-z]/i.test(unit ?? '') && !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' '))
      end = addressEnd(text, at);
    if (end > at) {
      blank(at, end);
      at = end - 1;
    }
  }
}

/** Finds where a run of the same length closes the one at a place; each run is looked at once. */
function closers(text: string, run: RegExp): (at: number, length: number) => number {
  const byLength = new Map<number, number[]>();
  for (const match of text.matchAll(run)) {
    const list = byLength.get(match[0].length) ?? [];
    list.push(match.index);
    byLength.set(match[0].length, list);
  }
  const next = new Map<number, number>();
  return (at, length) => {
    const list = byLength.get(length) ?? [];
    let number = next.get(length) ?? 0;
    while ((list[number] ?? Infinity) <= at) number++;
    next.set(length, number);
    const close = list[number];
    return close === undefined ? 0 : close + length;
  };
}

function runLength(text: string, at: number, unit: string): number {
  let length = 0;
  while (text[at + length] === unit) length++;
  return length;
}

/** The end of what is closed by a mark; the rest of the text where nothing closes it. */
function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

/** What stands in pointed brackets on a line is an address or HTML. */
function tagEnd(text: string, at: number): number {
  if (!/[a-z!/?]/i.test(text[at + 1] ?? '')) return at;
  const end = text.slice(at, at + 500).search(/[>\n]/);
  return end > 0 && text[at + end] === '>' ? at + end + 1 : at;
}

/** Whatever stands in brackets, with the address that follows it; each bracket is matched once. */
function bracketEnds(text: string): (at: number) => number {
  const closing = new Map<number, number>();
  let open: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/\\.|[[\]]|\n[ \t]*\r?\n/g)) {
    if (mark === '[') open.push(index);
    else if (mark === ']') {
      const start = open.pop();
      if (start !== undefined) closing.set(start, index + 1);
    } else if (mark.startsWith('\n')) open = [];
  }
  return (at) => {
    const wiki = wikilinkLength(text, at);
    if (wiki > 0) return at + wiki;
    const end = closing.get(at);
    return end === undefined ? at : addressed(text, end);
  };
}

function addressed(text: string, at: number): number {
  const close = text[at] === '(' ? ')' : text[at] === '[' ? ']' : '';
  if (close === '') return at;
  const end = text.slice(at, at + 2_001).indexOf(close);
  return end < 0 ? at : at + end + 1;
}

function addressEnd(text: string, at: number): number {
  const match =
    /^(?:(?:https?:\/\/|www\.|mailto:)[^\s<>"]{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,190})/i.exec(
      text.slice(at, at + 2_100),
    );
  return match ? at + match[0].length : at;
}
