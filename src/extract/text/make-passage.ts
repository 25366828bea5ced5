import type { Block, Document } from '../../core/document.ts';
import { guessLanguage } from './language.ts';
import type { Passage, PassageBlock } from './passage.ts';
import { sentencesOf } from './sentences.ts';
import { shadow } from './shadow.ts';
import type { Word } from './word.ts';
import { wordsOf } from './word.ts';
import { withZones } from './zone.ts';

/** Fewer letters tell a language only where the margin is wide. */
const shortText = 40;
const wideMargin = 0.8;

/** A document as recognisers read it: words, and blocks with their language, zone and sentences. */
export function makePassage(document: Document): Passage {
  const { text } = document;
  const shaded = shadow(text);
  const words = wordsOf(text, shaded);
  const stated = document.metadata.language?.slice(0, 2).toLowerCase();
  const main = mainLanguage(document, stated);
  let before = main;
  let at = 0;
  const blocks = document.blocks.map((block, index): PassageBlock => {
    const isInList =
      block.kind === 'item' &&
      block.end - block.start <= shortItem &&
      document.blocks[index - 1]?.kind === 'item';
    const own = languageOf(text, block, before, main);
    const isOther = scriptOf(own) !== scriptOf(before);
    const language = isInList && !isOther ? before : own;
    // One name in another script changes nothing for the items after it.
    if (!isInList || !isOther) before = language;
    while (at < words.length && (words[at]?.start ?? 0) < block.start) at++;
    const firstWord = at;
    while (at < words.length && (words[at]?.start ?? 0) < block.end) at++;
    return {
      ...block,
      language,
      zone: 'body',
      sentences:
        block.kind === 'row'
          ? [{ start: block.start, end: block.end }]
          : sentencesOf(text, block, language),
      firstWord,
      lastWord: at,
    };
  });
  return withZones({
    text,
    shadow: shaded,
    words,
    blocks,
    language: mostly(blocks, words) ?? main,
  });
}

/** Of the whole text; what the file says of itself counts only where the text is short. */
function mainLanguage(document: Document, stated: string | undefined): string {
  const { language, margin } = guessLanguage(document.text);
  const isKnown = stated !== undefined && /^(?:en|fr|es|it|pt|ca|el|ar)$/.test(stated);
  return isKnown && (margin < wideMargin || document.text.length < shortText) ? stated : language;
}

/** An item that is no longer, in code units, has the language of the item before it: names of other countries stand in lists. */
const shortItem = 100;

function scriptOf(language: string): string {
  return /^(?:ar|el)$/.test(language) ? language : 'latin';
}

function languageOf(text: string, block: Block, before: string, main: string): string {
  const own = text.slice(block.start, block.end);
  const letters = own.slice(0, 400).match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return before;
  const { language, margin } = guessLanguage(own);
  if (language === before || language === main) return language;
  // Another script needs no length, and Latin names in an Arabic page are no change of language.
  if (letters < shortText) return /^(?:ar|el)$/.test(language) ? language : before;
  return margin >= wideMargin ? language : before;
}

/** The language with most words. */
function mostly(blocks: readonly PassageBlock[], words: readonly Word[]): string | undefined {
  if (words.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const { language, firstWord, lastWord } of blocks)
    counts.set(language, (counts.get(language) ?? 0) + lastWord - firstWord);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}
