import type { Block, Document } from '../../src/core/document.ts';
import { makePassage } from '../../src/extract/text/make-passage.ts';
import type { Passage } from '../../src/extract/text/passage.ts';

/** A document of paragraphs, as a text file with blank lines between them is read. */
export function documentOf(text: string, language?: string): Document {
  const blocks: Block[] = [];
  for (const part of text.matchAll(/[^\n]+(?:\n[^\n]+)*/g))
    blocks.push({ kind: 'paragraph', start: part.index, end: part.index + part[0].length });
  return {
    format: 'text',
    text,
    blocks,
    metadata: language === undefined ? {} : { language },
    notes: [],
  };
}

/** The passage of a text; of a short one in a language that is given, all blocks have that. */
export function passageOf(text: string, language?: string): Passage {
  const passage = makePassage(documentOf(text, language));
  if (language === undefined) return passage;
  return { ...passage, language, blocks: passage.blocks.map((block) => ({ ...block, language })) };
}
