/** Why YAML does not understand a line, in words for somebody who only typed it. */
export interface Mistake {
  readonly reason: string;
  readonly expected?: readonly string[];
}

/** What YAML's error means for somebody who only typed a line. */
export function explain(code: string, isOpen: boolean, source: string, line: number): Mistake {
  const written = source.split('\n')[line - 1]?.replace(/\r$/, '') ?? '';
  const quoted = quotedColon(written);
  if (quoted !== undefined) {
    return {
      reason: 'A colon followed by a space inside a text; put the text in quotes',
      expected: [quoted.trim()],
    };
  }
  if (/^\s*\t/.test(written) || code === 'TAB_AS_INDENT')
    return { reason: 'A tab at the start of a line; use spaces' };
  if (/:\s*[@`%]/.test(written))
    return { reason: 'A text cannot begin with @, ` or %; put it in quotes' };
  if (/^\s*-?\s*[\w-]+:\s*[*&!]/.test(written))
    return { reason: 'A text cannot begin with *, & or !; put it in quotes' };
  const links = severalLinks(written);
  if (links !== undefined) {
    return { reason: 'Several links on one line; put each in quotes', expected: [links] };
  }
  if (isOpen) return { reason: neverClosed };
  if (/^\s*-|:(?:\s|$)/.test(written) && /BAD_INDENT|MULTILINE_IMPLICIT_KEY/.test(code))
    return { reason: 'Expected lines of one list or group to begin in the same column' };
  if (code === 'RESOURCE_EXHAUSTION') return { reason: 'Brackets are nested too deeply' };
  return { reason: 'This line is no “field: value”; look for a missing colon, quote or bracket' };
}

export const neverClosed = 'A quote or bracket is opened and never closed';

/** A line whose plain text holds a colon, with quotes around the text; undefined for any other line. */
export function quotedColon(line: string): string | undefined {
  const colon = /^(\s*-?\s*[\w-]+):\s+(?!["'[{|>])(.*:(?:\s.*)?)$/.exec(line.replace(/\r$/, ''));
  if (!colon) return undefined;
  const text = (colon[2] ?? '').trimEnd().replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  return `${colon[1]}: "${text}"`;
}

/** `key: [[a]], [[b]]` as YAML understands it. */
function severalLinks(line: string): string | undefined {
  const match = /^\s*([\w-]+):\s*(!?\[\[[^[\]]*\]\](?:\s*,\s*!?\[\[[^[\]]*\]\])+)\s*$/.exec(line);
  if (!match) return undefined;
  const links = (match[2] ?? '').match(/\[\[[^[\]]*\]\]/g) ?? [];
  return `${match[1]}: [${links.map((link) => `"${link}"`).join(', ')}]`;
}
