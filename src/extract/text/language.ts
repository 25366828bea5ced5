import type { Node } from '../../core/node.ts';
import { asText, isList, isText, textsOf } from '../../core/node.ts';
import { shipped } from '../../shipped.ts';
import { cueNode, entriesOf } from './cues.ts';

/** A language with how clearly it is that: 0 where nothing tells, about 1 and more for a sentence. */
export interface LanguageGuess {
  /** ISO 639-1, one of the eight. */
  readonly language: string;
  /** Difference of log-likelihood to the next best, per run of three letters, times the root of their number. */
  readonly margin: number;
}

/** Longer texts tell no more. */
const enough = 2000;

/** How much one frequent word weighs against runs of letters: 1 to 4 were tried on the names in the other vocabularies. */
const weightOfWord = 3;

/**
 * The language of a text: by its script for Greek and Arabic, else the most likely of the six Latin ones by runs of three
 * letters (naive Bayes, Cavnar and Trenkle's features) and frequent short words.
 */
export function guessLanguage(written: string): LanguageGuess {
  const text = written.slice(0, enough).normalize('NFC').toLowerCase();
  const latin = countOf(text, /\p{Script=Latin}/gu);
  const greek = countOf(text, /\p{Script=Greek}/gu);
  const arabic = countOf(text, /\p{Script=Arabic}/gu);
  // A Latin name or two within a Greek or Arabic sentence do not make it Latin.
  if (arabic > 0 && arabic * 2 >= latin) return { language: 'ar', margin: 2 };
  if (greek > 0 && greek * 2 >= latin) return { language: 'el', margin: 2 };
  const words = text.match(/[\p{L}\p{M}·]+/gu) ?? [];
  const grams = words.flatMap(gramsOf);
  if (grams.length === 0) return { language: 'en', margin: 0 };
  const ranked = models()
    .map((model) => ({ language: model.language, score: scoreOf(model, words, grams) }))
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (!best || !second) return { language: 'en', margin: 0 };
  return { language: best.language, margin: (best.score - second.score) / Math.sqrt(grams.length) };
}

interface Model {
  readonly language: string;
  readonly words: ReadonlySet<string>;
  readonly grams: ReadonlyMap<string, number>;
  readonly unseen: number;
}

let made: readonly Model[] | undefined;

function models(): readonly Model[] {
  if (made) return made;
  const words = new Map(entriesOf(cueNode('language', 'words')));
  const themes = shipped('vocabularies/themes');
  made = entriesOf(cueNode('language', 'texts')).map(([language, text]) => {
    const own = asText(words.get(language) ?? '');
    const counts = new Map<string, number>();
    let total = 0;
    const learnt = [asText(text), own, ...textsIn(themes, language)].join(' ').toLowerCase();
    for (const word of learnt.match(/[\p{L}\p{M}·]+/gu) ?? []) {
      for (const gram of gramsOf(word)) {
        counts.set(gram, (counts.get(gram) ?? 0) + 1);
        total++;
      }
    }
    // Additive smoothing over as many runs as a language may have.
    const smoothed = (count: number) => Math.log((count + 0.3) / (total + 0.3 * 4000));
    return {
      language,
      words: new Set(own.split(' ')),
      grams: new Map([...counts].map(([gram, count]) => [gram, smoothed(count)])),
      unseen: smoothed(0),
    };
  });
  return made;
}

/** What a vocabulary says in one language, names of themes being much of what titles are made of. */
function textsIn(node: Node, language: string): readonly string[] {
  if (isText(node)) return [];
  if (isList(node)) return node.flatMap((each) => textsIn(each, language));
  return Object.entries(node).flatMap(([key, value]) =>
    key === language ? textsOf(value) : textsIn(value, language),
  );
}

function scoreOf(model: Model, words: readonly string[], grams: readonly string[]): number {
  let score = 0;
  for (const gram of grams) score += model.grams.get(gram) ?? model.unseen;
  for (const word of words) if (model.words.has(word)) score += weightOfWord;
  return score;
}

/** Runs of three letters, with the borders of the word. */
function gramsOf(word: string): string[] {
  const bounded = ` ${word.slice(0, 40)} `;
  const grams: string[] = [];
  for (let at = 0; at + 3 <= bounded.length; at++) grams.push(bounded.slice(at, at + 3));
  return grams;
}

function countOf(text: string, letter: RegExp): number {
  return text.match(letter)?.length ?? 0;
}
