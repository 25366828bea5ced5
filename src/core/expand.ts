import { arabicForms } from '../vocabulary/arabic.ts';
import { isJoining } from './grammar.ts';
import type { Lexicon, Meaning } from './lexicon.ts';
import type { Query, Words } from './query.ts';
import { isWidened } from './query.ts';

/** More phrases than this are not looked for in one search; each run of words that means something has its share. */
const most = 64;

/**
 * The query with its words widened by all that means the same: names of the same concept in every language, records that
 * carry the concept, Arabic words with and without article. Words that only join others need not occur. What is quoted,
 * excluded, a prefix or in one field stays as it is.
 */
export function expand(query: Query, lexicon: Lexicon): Query {
  const share = Math.floor(most / Math.max(1, countRuns(query, lexicon)));
  return widened(query, lexicon, share);
}

function widened(query: Query, lexicon: Lexicon, share: number): Query {
  if ('any' in query)
    return { ...query, any: query.any.map((part) => widened(part, lexicon, share)) };
  if (!('all' in query) && !('words' in query)) return query;
  const parts = 'all' in query ? query.all : [query];
  const runs = runsOf(parts, lexicon);
  const left = telling(runs);
  const changed = left.map(({ nodes, meanings }) => {
    const [first] = nodes;
    const literal = nodes.length > 1 || !first ? { all: nodes } : first;
    if (meanings.length > 0) return meant(literal, meanings, share);
    return 'words' in literal
      ? otherForms(literal, lexicon, share)
      : widened(literal, lexicon, share);
  });
  if (left.length < runs.length) return { all: changed, typed: wordsOf(parts).join(' ') };
  const [only] = changed;
  return changed.length === 1 && only ? only : { all: changed };
}

interface Run {
  readonly nodes: readonly Query[];
  readonly meanings: readonly Meaning[];
}

/** Words that together are a name, the longest first; every other part stands alone. */
function runsOf(parts: readonly Query[], lexicon: Lexicon): readonly Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < parts.length;) {
    const run = runAt(parts, at, lexicon) ?? { nodes: parts.slice(at, at + 1), meanings: [] };
    runs.push(run);
    at += run.nodes.length;
  }
  return runs;
}

/** The runs without the words that only join others, unless these are all. */
function telling(runs: readonly Run[]): readonly Run[] {
  const others = runs.filter(
    ({ nodes: [node, more], meanings }) =>
      !node || more || meanings.length > 0 || !isPlain(node) || node.capitals || !joins(node),
  );
  return others.some(({ nodes }) => nodes.some((node) => !('not' in node))) ? others : runs;
}

function wordsOf(parts: readonly Query[]): readonly string[] {
  return parts.flatMap((part) => ('words' in part ? part.words : []));
}

function joins({ words }: Words): boolean {
  return words.every(isJoining);
}

function runAt(parts: readonly Query[], at: number, lexicon: Lexicon): Run | undefined {
  const plain: Words[] = [];
  for (let end = at; end < parts.length && plain.length < lexicon.longest; end++) {
    const part = parts[end];
    if (!part || !isPlain(part)) break;
    plain.push(part);
  }
  for (let length = plain.length; length > 0; length--) {
    const nodes = plain.slice(0, length);
    const name = nodes.flatMap(({ words }) => words).join(' ');
    if (name.length < 2 || nodes.every(isSmall)) continue;
    const meanings = lexicon.meanings(name);
    if (meanings.length > 0) return { nodes, meanings };
  }
  return undefined;
}

function isPlain(part: Query): part is Words {
  return 'words' in part && !part.prefix && !part.in && !part.quoted;
}

/** Two letters are a code where they stand in capitals, else most often a small word. */
function isSmall({ words, capitals }: Words): boolean {
  return capitals !== true && words.every((word) => word.length <= 2);
}

function meant(literal: Query, meanings: readonly Meaning[], share: number): Query {
  const typed = 'words' in literal ? literal.words.join(' ') : undefined;
  const phrases = new Set(meanings.flatMap((meaning) => meaning.phrases));
  if (typed !== undefined) phrases.delete(typed);
  const others = [...phrases].slice(0, share).map((phrase) => ({ words: phrase.split(' ') }));
  const facets = meanings.flatMap((meaning) => meaning.facets);
  return { any: [literal, ...others, ...facets], meant: true };
}

/** Words that a sign joins, such as `ESS/SSE`, may each mean something; an Arabic word is found with its article and without. */
function otherForms(words: Words, lexicon: Lexicon, share: number): Query {
  if (!isPlain(words)) return words;
  const [word = '', ...rest] = words.words;
  if (rest.length > 0) {
    const parts = { all: words.words.map((each) => ({ words: [each] })) };
    const apart = widened(parts, lexicon, Math.floor(share / words.words.length));
    return isWidened(apart) ? { any: [words, apart], meant: true } : words;
  }
  const forms = arabicForms(word);
  if (forms.length === 0) return words;
  return { any: [words, ...forms.map((form) => ({ words: [form] }))], meant: true };
}

function countRuns(query: Query, lexicon: Lexicon): number {
  const sum = (parts: readonly Query[]) =>
    parts.reduce((count, part) => count + countRuns(part, lexicon), 0);
  if ('any' in query) return sum(query.any);
  if (!('all' in query) && !('words' in query)) return 0;
  const parts = 'all' in query ? query.all : [query];
  return runsOf(parts, lexicon).reduce(
    (count, { nodes, meanings }) =>
      count + (meanings.length > 0 ? 1 : sum(nodes.filter((node) => !('words' in node)))),
    0,
  );
}
