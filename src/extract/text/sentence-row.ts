import type { TextSpan } from '../../core/document.ts';
import type { Mention } from './mention.ts';
import type { Passage, PassageBlock } from './passage.ts';
import type { FoundPhrase } from './phrase-book.ts';
import type { RoleCue, RoleCues } from '../roles/role-cues.ts';

/** What stands at one place of a sentence: a mention, a place, a person, a cue, or a single word with its sort. */
export interface Piece extends TextSpan {
  readonly sort:
    | 'mention'
    | 'place'
    | 'person'
    | 'cue'
    | 'and'
    | 'link'
    | 'stop'
    | 'not'
    | 'noun'
    | 'word';
  readonly mention?: Mention;
  readonly cue?: RoleCue;
  /** Of a noun that stands for an entity, also where a cue holds it: its kind. */
  readonly kind?: string;
  /** Of a cue: it begins with a word like “as” or “among”. Of a joining word: it is one like “with”. */
  readonly like?: 'as' | 'among' | 'with';
  readonly key: string;
  /** Signs between it and the piece before. */
  readonly before: string;
  /** Of a noun: a word like “the” or “our” stands before it. */
  readonly definite?: true;
  /** How many brackets are open around it. */
  readonly depth: number;
}

/** Everything whose place in the text matters to roles, in the order of the text and without overlaps. */
export interface Marked {
  readonly mentions: readonly Mention[];
  readonly places: readonly TextSpan[];
  readonly persons: readonly TextSpan[];
}

/** A sentence as a row of pieces. */
export interface SentenceRow extends TextSpan {
  readonly block: PassageBlock;
  readonly pieces: readonly Piece[];
  /** The project or event that the sentences before it in the block spoke of last: a name, or a noun such as “the project”. */
  readonly focus?: Piece;
}

/** The sentences of a block as rows; `from` gives for a place the first mark that ends after it. */
export function rowsOf(
  passage: Passage,
  block: PassageBlock,
  marked: Marked,
  cues: RoleCues,
): SentenceRow[] {
  const rows: SentenceRow[] = [];
  const marks = {
    mention: cursor(marked.mentions, block.start),
    place: cursor(marked.places, block.start),
    person: cursor(marked.persons, block.start),
  };
  let word = block.firstWord;
  let focus: Piece | undefined;
  for (const sentence of block.sentences) {
    while (word < block.lastWord && (passage.words[word]?.start ?? 0) < sentence.start) word++;
    const first = word;
    while (word < block.lastWord && (passage.words[word]?.start ?? Infinity) < sentence.end) word++;
    const pieces = piecesOf(passage, first, word, marks, cues);
    rows.push({ ...sentence, block, pieces, ...(focus ? { focus } : {}) });
    focus = pieces.findLast(isSpokenOf) ?? focus;
  }
  return rows;
}

function isSpokenOf({ sort, mention, kind, definite }: Piece): boolean {
  if (mention) return mention.kind === 'project' || mention.kind === 'event';
  return sort === 'noun' && definite === true && (kind === 'project' || kind === 'event');
}

type Marks = Readonly<{
  [sort in 'mention' | 'place' | 'person']: (at: number) => TextSpan | undefined;
}>;

function piecesOf(
  passage: Passage,
  first: number,
  last: number,
  marks: Marks,
  cues: RoleCues,
): Piece[] {
  const found = cuesBetween(passage, first, last, marks, cues);
  const pieces: Piece[] = [];
  let depth = 0;
  let end = passage.words[first]?.start ?? 0;
  for (let at = first; at < last;) {
    const word = passage.words[at];
    if (!word) break;
    const before = passage.text.slice(end, word.start);
    depth = Math.max(0, depth + opened(before));
    const joined = /^[\u0621-\u064a]/.test(word.key) && !markAt(marks, word.start);
    // Of Arabic, “and” may be written joined to a name.
    const mark = markAt(marks, word.start) ?? (joined ? markAt(marks, word.end - 1) : undefined);
    const cue = found.get(at);
    const piece = mark
      ? { ...mark, start: word.start, key: word.key }
      : cue
        ? {
            sort: 'cue' as const,
            cue: cue.meaning,
            ...nounIn(passage, cue.first, cue.last, cues),
            ...(cues.as.has(word.key)
              ? { like: 'as' as const }
              : cues.among.has(word.key)
                ? { like: 'among' as const }
                : {}),
            start: word.start,
            end: passage.words[cue.last]?.end ?? word.end,
            key: word.key,
          }
        : { ...plain(word.key, cues), start: word.start, end: word.end, key: word.key };
    const isAnd = joined && mark !== undefined && /^[وف]/.test(word.key);
    const isDefinite =
      piece.sort === 'noun' &&
      (/^[وفبك]?(?:ال|لل)/.test(word.key) ||
        [at - 1, at - 2].some(
          (near) => near >= first && cues.definite.has(passage.words[near]?.key ?? ''),
        ));
    pieces.push({
      ...piece,
      ...(isDefinite ? { definite: true as const } : {}),
      before: isAnd ? `${before},` : before,
      depth,
    });
    end = Math.max(piece.end, word.end);
    at++;
    while (at < last && (passage.words[at]?.start ?? end) < end) at++;
  }
  return pieces;
}

function plain(key: string, cues: RoleCues): Pick<Piece, 'sort' | 'kind' | 'like'> {
  if (cues.negation.has(key)) return { sort: 'not' };
  if (cues.stop.has(key)) return { sort: 'stop' };
  if (cues.with.has(key)) return { sort: 'and', like: 'with' };
  if (cues.and.has(key)) return { sort: 'and' };
  const kind = nounKind(key, cues);
  // “Through the programme X”: lists of who funds go on.
  if (kind === 'programme') return { sort: 'link', kind };
  if (kind !== undefined) return { sort: 'noun', kind };
  return { sort: cues.link.has(key) || /^\d/.test(key) ? 'link' : 'word' };
}

function nounKind(key: string, { nouns, link }: RoleCues): string | undefined {
  const known = nouns.get(key);
  // “Until today” is no day that is held, though the words are the same but for the article.
  if (known !== undefined || link.has(key)) return known;
  return nouns.get(key.replace(/^[وفبك]?(?:ال|لل|ل)?/, ''));
}

/** “Took part in the conference” is a cue as a whole. */
function nounIn(
  passage: Passage,
  first: number,
  last: number,
  cues: RoleCues,
): Pick<Piece, 'kind'> {
  for (let at = last; at >= first; at--) {
    const kind = nounKind(passage.words[at]?.key ?? '', cues);
    if (kind !== undefined) return { kind };
  }
  return {};
}

function markAt(
  marks: Marks,
  at: number,
): (TextSpan & Pick<Piece, 'sort' | 'mention'>) | undefined {
  const mention = marks.mention(at) as Mention | undefined;
  if (mention) return { sort: 'mention', mention, start: at, end: mention.end };
  for (const sort of ['person', 'place'] as const) {
    const span = marks[sort](at);
    if (span) return { sort, start: at, end: span.end };
  }
  return undefined;
}

/** Cues by their first word; none runs into a name. */
function cuesBetween(
  passage: Passage,
  first: number,
  last: number,
  marks: Marks,
  cues: RoleCues,
): ReadonlyMap<number, FoundPhrase<RoleCue>> {
  const found = new Map<number, FoundPhrase<RoleCue>>();
  for (let from = first; from < last;) {
    let to = from;
    while (to < last && !marks.mention(passage.words[to]?.start ?? -1)) to++;
    for (const cue of cues.cues(passage.words, from, to))
      if (cue.meaning.shape !== 'label' || hasColon(passage, cue.last)) found.set(cue.first, cue);
    for (const cue of cues.taskCues(passage.words, from, to))
      if (isBesideTask(passage, cue, first, last, cues)) found.set(cue.first, cue);
    from = to + 1;
  }
  return found;
}

/** Words between “coordination of P” and “falls to”, those of names among them. */
const nearTask = 14;

/** Whether a word for a task stands near a cue on either side, with no comma between. */
function isBesideTask(
  { words, text }: Passage,
  cue: FoundPhrase<RoleCue>,
  first: number,
  last: number,
  { tasks }: RoleCues,
): boolean {
  for (const step of [-1, 1] as const) {
    const from = step === 1 ? cue.last : cue.first;
    for (let at = from + step; at >= first && at < last; at += step) {
      const [left, right] = step === 1 ? [at - 1, at] : [at, at + 1];
      const signs = text.slice(words[left]?.end, words[right]?.start);
      if (Math.abs(at - from) > nearTask || /[,،;؛:.]/.test(signs)) break;
      if (tasks.has(words[at]?.key ?? '')) return true;
    }
  }
  return false;
}

/** “Funding: X”, “Financement : X”. */
function hasColon({ text, words }: Passage, last: number): boolean {
  const end = words[last]?.end ?? text.length;
  return /^\s?:\s/.test(text.slice(end, end + 3));
}

/** Looks up the span that covers a place, forwards mostly. */
function cursor<Span extends TextSpan>(
  spans: readonly Span[],
  start: number,
): (at: number) => Span | undefined {
  let index = firstAfter(spans, start);
  return (at) => {
    while (index > 0 && (spans[index - 1]?.end ?? 0) > at) index--;
    while (index < spans.length && (spans[index]?.end ?? 0) <= at) index++;
    const span = spans[index];
    return span && span.start <= at ? span : undefined;
  };
}

/** The first span that ends after a place. */
function firstAfter(spans: readonly TextSpan[], at: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function opened(between: string): number {
  let depth = 0;
  for (const sign of between) {
    if (sign === '(' || sign === '[') depth++;
    if (sign === ')' || sign === ']') depth--;
  }
  return depth;
}
