import type { TextSpan } from '../../core/document.ts';
import { cueWords } from './cues.ts';
import { inOrder } from './mention.ts';
import type { Passage } from './passage.ts';
import type { Phrases } from './phrases.ts';
import { firstFrom, piecesOf } from './pieces.ts';

/** Who writes and who is written to, as the head of a letter says it. */
export interface Letter {
  /** In the order of the text: lines such as “To: …”, “Spett.le”, “Dear …”, with the name below those that hold none. */
  readonly addressees: readonly TextSpan[];
  /** The line “From: …”. */
  readonly sender?: TextSpan;
  /** Those of both that a label with its colon begins, or words such as “To the attention of”: no titles. */
  readonly labelled: readonly TextSpan[];
}

/** The head of a letter is no longer, in blocks and in code units, and a line of it neither. */
const head = { blocks: 14, end: 1500, line: 140 } as const;

/** The lines at the head of a text that name who writes and to whom; none in most papers. */
export function letterOf(passage: Passage): Letter {
  const pieces = piecesOf(passage);
  const { text } = passage;
  const { addressee, toward, to, sender } = cues();
  const labelled: TextSpan[] = [];
  const addressees: TextSpan[] = [];
  let from: TextSpan | undefined;
  const blocks = passage.blocks.slice(0, head.blocks).filter(({ start }) => start < head.end);
  const lines = blocks.flatMap((block, at) => linesIn(text, block).map((line) => ({ line, at })));
  lines.forEach(({ line, at: block }, at) => {
    const first = firstFrom(pieces, line.start);
    const told = addressee.at(pieces, first);
    const written = sender.at(pieces, first);
    const hasColon = (cue: Cue) =>
      cue !== undefined && /^\s?:/.test(text.slice(pieces[cue.next - 1]?.end, line.end));
    const isAlone = (cue: Cue) => cue && (pieces[cue.next]?.start ?? Infinity) >= line.end;
    const label = to.at(pieces, first);
    const greeted = told ?? (hasColon(label) || isAlone(label) ? label : toward.at(pieces, first));
    if (hasColon(written)) from ??= line;
    if (hasColon(written) || hasColon(greeted) || told) labelled.push(line);
    if (!greeted || line.end - line.start > head.line) return;
    if (!isAlone(greeted)) {
      addressees.push(line);
      return;
    }
    // “Spett.le” or “To:” above the name
    const below = lines[at + 1];
    if (!below) return;
    const isInBlock = below.at === block;
    const end = isInBlock ? (blocks[block]?.end ?? below.line.end) : below.line.end;
    addressees.push({ start: line.start, end });
  });
  return { addressees: inOrder(addressees), labelled, ...(from ? { sender: from } : {}) };
}

type Cue = { readonly next: number } | undefined;

function linesIn(text: string, { start, end }: TextSpan): TextSpan[] {
  const lines: TextSpan[] = [];
  for (let at = start; at < end && at < head.end;) {
    const next = text.indexOf('\n', at);
    const stop = next < 0 || next > end ? end : next;
    if (stop > at) lines.push({ start: at, end: stop });
    at = stop + 1;
  }
  return lines;
}

interface Cues {
  readonly addressee: Phrases<true>;
  readonly toward: Phrases<true>;
  readonly to: Phrases<true>;
  readonly sender: Phrases<true>;
}

let made: Cues | undefined;

function cues(): Cues {
  return (made ??= {
    addressee: cueWords('letters', 'addressee'),
    toward: cueWords('letters', 'toward'),
    to: cueWords('letters', 'to'),
    sender: cueWords('letters', 'sender'),
  });
}
