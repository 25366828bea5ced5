import type { TextSpan } from '../../core/document.ts';
import { textsOf } from '../../core/node.ts';
import { concepts } from '../../vocabulary/load.ts';
import { cueNode, entriesOf } from '../text/cues.ts';
import type { Quote } from '../extraction.ts';
import { sentenceAt } from '../text/sentence-at.ts';
import { stemmed } from '../text/likeness.ts';
import type { Passage, PassageBlock } from '../text/passage.ts';
import { shadow } from '../text/shadow.ts';
import { isAcronym } from '../text/spelling.ts';
import type { Entry, Trie } from '../text/trie.ts';
import { trie } from '../text/trie.ts';

/** A theme (an id of the vocabulary) that a text speaks of. */
export interface ThemeFound {
  readonly id: string;
  /** Between 0 and 1: how often, how plainly and how prominently it is spoken of. */
  readonly score: number;
  /** The sentences that say most of it, the best first. */
  readonly evidence: readonly Quote[];
}

interface Hit extends TextSpan {
  readonly id: string;
  readonly weight: number;
  readonly sentence: TextSpan;
}

/** A document has no more themes than these. */
const most = 8;

/** A name of several words says more than one word, and a general word says little, as does the name of another organisation. */
const weights = { phrase: 1.2, word: 0.9, generic: 0.42, heading: 2, lead: 1.5, named: 0.56 };

/** What a theme must gather, so that a general word in passing makes none. */
const enough = 0.85;

/** What gives a score of a half. */
const half = 2;

/** The themes of a passage, the strongest first: by names in the language of each block, and by acronyms in any. */
export function findThemes(
  passage: Passage,
  /** Names, in order, in which a word says little of what the document is about. */
  names: readonly TextSpan[] = [],
): ThemeFound[] {
  const isNamed = within(names);
  const hits = new Map<string, Hit[]>();
  const lead = passage.blocks.find(({ kind, zone }) => kind === 'paragraph' && zone === 'body');
  for (const block of passage.blocks) {
    if (block.zone !== 'body') continue;
    const prominence =
      block.kind === 'heading' ? weights.heading : block === lead ? weights.lead : 1;
    for (const hit of hitsIn(passage, block, prominence, isNamed)) {
      const of = hits.get(hit.id);
      if (of) of.push(hit);
      else hits.set(hit.id, [hit]);
    }
  }
  return [...hits]
    .map(([id, of]) => ({ id, raw: gathered(of), of }))
    .filter(({ raw }) => raw >= enough)
    .toSorted((a, b) => b.raw - a.raw || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(({ id, raw, of }) => ({
      id,
      score: Number((raw / (raw + half)).toFixed(3)),
      evidence: bestSentences(passage, of),
    }));
}

function hitsIn(
  passage: Passage,
  block: PassageBlock,
  prominence: number,
  isNamed: (span: TextSpan) => boolean,
): Hit[] {
  const { text, words } = passage;
  const names = themeNames(block.language);
  const found = names.find(
    text,
    words,
    block.firstWord,
    block.lastWord,
    ({ first, last, entries }) => {
      const written = text.slice(words[first]?.start, words[last - 1]?.end);
      return entries.filter(
        ({ name }) => !isAcronym(name) || (name === written && !isInName(passage, first, last)),
      );
    },
  );
  let at = 0;
  return found.flatMap(({ first, last, entries }) => {
    const start = words[first]?.start ?? 0;
    const end = words[last - 1]?.end ?? start;
    while (at < block.sentences.length - 1 && start >= (block.sentences[at]?.end ?? end)) at++;
    const sentence = block.sentences[at] ?? block;
    return [...new Map(entries.map((entry) => [entry.payload, entry])).values()].map((entry) => ({
      id: entry.payload,
      start,
      end,
      sentence,
      weight:
        prominence *
        Math.min(
          isCounted(passage, last)
            ? weights.word
            : weightOf(entry, last - first, isInName(passage, first, last)),
          block.kind !== 'heading' && isNamed({ start, end }) ? weights.named : weights.phrase,
        ),
    }));
  });
}

/** Whether a span lies in one of spans in order, and is not all of it. */
function within(spans: readonly TextSpan[]): (span: TextSpan) => boolean {
  return ({ start, end }) => {
    const name = sentenceAt(spans, start);
    return name !== undefined && start < name.end && end - start < name.end - name.start;
  };
}

/** Beside another capital, as in `Γεωργία Παππά` and `ENI CBC MED`, a word is part of a name. */
function isInName({ text, words }: Passage, first: number, last: number): boolean {
  const word = words[first];
  if (last - first > 1 || !word || (word.shape !== 'capital' && word.shape !== 'upper'))
    return false;
  return [first - 1, last].some((at) => {
    const near = words[at];
    if (!near || (near.shape !== word.shape && near.shape !== 'mixed')) return false;
    return (
      text.slice(Math.min(near.end, word.end), Math.max(near.start, word.start)) === ' ' &&
      (word.shape === 'upper' || at === last)
    );
  });
}

function weightOf({ name }: Entry<string>, length: number, isName: boolean): number {
  if (isName || generic().has(shadow(name))) return weights.generic;
  return length > 1 ? weights.phrase : weights.word;
}

/** “Training 160 people”, “formar a 180 personas”: a general word of which a number is told in a sentence is none in passing. */
function isCounted({ text, words }: Passage, last: number): boolean {
  const shape = words[last - 1]?.shape;
  if (shape !== 'lower' && shape !== 'caseless') return false;
  return [last, last + 1].some((at) => {
    const { shape: after, key, start } = words[at] ?? {};
    return (
      after === 'number' &&
      !/^(?:19|20)\d\d$|^0/.test(key ?? '') &&
      /^ (?:\p{L}{1,3} )?$/u.test(text.slice(words[last - 1]?.end, start))
    );
  });
}

/** Each further hit adds less: ten times the same word is not ten themes. */
function gathered(hits: readonly Hit[]): number {
  const sorted = hits.map(({ weight }) => weight).toSorted((a, b) => b - a);
  return sorted.reduce((sum, weight, index) => sum + weight / (1 + index / 3), 0);
}

function bestSentences(passage: Passage, hits: readonly Hit[]): Quote[] {
  const sums = new Map<number, { readonly span: TextSpan; sum: number }>();
  for (const { sentence, weight } of hits) {
    const sum = sums.get(sentence.start) ?? { span: sentence, sum: 0 };
    sum.sum += weight;
    sums.set(sentence.start, sum);
  }
  return [...sums.values()]
    .toSorted((a, b) => b.sum - a.sum || a.span.start - b.span.start)
    .slice(0, 3)
    .map(({ span: { start, end } }) => ({ start, end, quote: passage.text.slice(start, end) }));
}

const made = new Map<string, Trie<string>>();

function themeNames(language: string): Trie<string> {
  const known = made.get(language);
  if (known) return known;
  const names = trie<string>(stemmed(language));
  const vocabulary = concepts('themes');
  const also = new Map(entriesOf(cueNode('themes', 'also')));
  for (const id of vocabulary.ids()) {
    const concept = vocabulary.concept(id);
    const label = concept?.labels[language];
    for (const name of [
      ...(label === undefined ? [] : [label]),
      ...(concept?.aliases?.[language] ?? []),
    ])
      names.add(name, id);
    for (const name of Object.values(concept?.aliases ?? {}).flat())
      if (isAcronym(name)) names.add(name, id);
    for (const [code, list] of entriesOf(also.get(id))) {
      if (code === language) for (const name of textsOf(list)) names.add(name, id);
    }
  }
  made.set(language, names);
  return names;
}

let generals: ReadonlySet<string> | undefined;

function generic(): ReadonlySet<string> {
  generals ??= new Set(textsOf(cueNode('themes', 'generic')).map(shadow));
  return generals;
}
