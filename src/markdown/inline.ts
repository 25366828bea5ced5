import { readDestination, type Destination } from './body-destination.ts';

/** Where something begins, 1-based. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A piece of a block; a newline in `text` is a line break; `link` lasts until its `end`, and `to` is where it leads in the base. */
export type Run =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'opaque'; readonly text: string }
  | ({ readonly kind: 'wikilink'; readonly raw: string } & Place)
  | { readonly kind: 'link'; readonly to: (Destination & Place) | undefined }
  | { readonly kind: 'end' };

/** A leaf of the document; `item` is the paragraph that opens a list item, `depth` is 0 for all but headings. */
export interface Block {
  readonly kind: 'paragraph' | 'item' | 'heading' | 'code';
  readonly depth: number;
  readonly line: number;
  readonly runs: readonly Run[];
}

/** A code block: its lines without indentation and blank ones, which parsers keep differently in containers. */
export function codeBlock(literal: string, line: number): Block {
  const lines = literal.split('\n').map((text) => text.trim());
  return {
    kind: 'code',
    depth: 0,
    line,
    runs: [{ kind: 'opaque', text: lines.filter(Boolean).join('\n') }],
  };
}

/** Collects the runs of one block after another, merging the text between other runs. */
export function collectRuns() {
  let runs: Run[] = [];
  // Pieces, joined once: a look at the end of a growing text costs its whole length.
  let pieces: string[] = [];
  const flush = () => {
    if (pieces.length > 0) runs.push({ kind: 'text', text: pieces.join('') });
    pieces = [];
  };
  const push = (run: Run) => {
    flush();
    runs.push(run);
  };
  return {
    push,
    text(text: string) {
      if (text !== '') pieces.push(text);
    },
    lineBreak() {
      for (let last = pieces.pop(); last !== undefined; last = pieces.pop()) {
        const text = withoutLastSpaces(last);
        if (text === '') continue;
        pieces.push(text);
        break;
      }
      pieces.push('\n');
    },
    /** Code or the text of an image, which no rule reads further; parsers differ on the white space at its line ends. */
    opaque(literal: string) {
      push({ kind: 'opaque', text: literal.replace(/\s+/g, ' ').trim() });
    },
    /** Raw HTML, or the wikilink that both parsers pass off as raw HTML: which begins with `<`, a wikilink never. */
    html(raw: string, place: () => Place) {
      if (raw.startsWith('<')) push({ kind: 'opaque', text: /^<br\b/i.test(raw) ? '\n' : '' });
      else push({ kind: 'wikilink', raw, ...place() });
    },
    link(destination: string, place: () => Place) {
      const to = readDestination(destination);
      push({ kind: 'link', to: to && { ...to, ...place() } });
    },
    take(): readonly Run[] {
      flush();
      const taken = runs;
      runs = [];
      return taken;
    },
  };
}

/** A line without the spaces and tabs at its end. */
export function withoutLastSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ' || text[end - 1] === '\t') end -= 1;
  return text.slice(0, end);
}
