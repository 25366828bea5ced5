import type { Passage, PassageBlock, Zone } from '../../src/extract/text/passage.ts';
import { shadow } from '../../src/extract/text/shadow.ts';
import { wordsOf } from '../../src/extract/text/word.ts';

const zones: Readonly<{ [mark: string]: Zone }> = { '@ ': 'letterhead', '> ': 'navigation' };

/** A passage of paragraphs in one language, one a line; `# ` begins a heading, `@ ` a letterhead, `> ` a menu. */
export function linesAsPassage(written: string, language: string): Passage {
  const lines = written.split('\n');
  const text = lines.map((line) => line.replace(/^[#@>] /, '')).join('\n');
  const shaded = shadow(text);
  const words = wordsOf(text, shaded);
  const blocks: PassageBlock[] = [];
  let start = 0;
  let firstWord = 0;
  for (const line of lines) {
    const end = start + line.replace(/^[#@>] /, '').length;
    let lastWord = firstWord;
    while (lastWord < words.length && (words[lastWord]?.start ?? 0) < end) lastWord++;
    const mark = line.slice(0, 2);
    blocks.push({
      kind: mark === '# ' ? 'heading' : 'paragraph',
      start,
      end,
      language,
      zone: zones[mark] ?? 'body',
      sentences: sentences(text, start, end),
      firstWord,
      lastWord,
    });
    firstWord = lastWord;
    start = end + 1;
  }
  return { text, shadow: shaded, words, blocks, language };
}

function sentences(text: string, start: number, end: number): PassageBlock['sentences'] {
  const found = [...text.slice(start, end).matchAll(/[^.!?;؟]{1,2000}[.!?;؟]{0,3}\s?/gu)];
  if (found.length === 0) return [{ start, end }];
  return found.map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].trimEnd().length,
  }));
}
