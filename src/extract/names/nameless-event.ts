import type { TextSpan } from '../../core/document.ts';
import type { Passage } from '../text/passage.ts';
import { firstAt } from '../text/spans.ts';
import { wordRange } from '../text/labels.ts';
import type { NameCues } from './name-cues.ts';
import { nameCues } from './name-cues.ts';

/** Whether all that a text calls an event by is that it is still to come: “Next meeting”, “la prochaine rencontre”, “اللقاء القادم”. */
export function isNameless(passage: Passage, mentions: readonly TextSpan[]): boolean {
  return (
    mentions.length > 0 &&
    mentions.every((mention) => {
      const block = passage.blocks[firstAt(passage.blocks, mention.start + 1) - 1];
      return isMereNext(passage, mention, nameCues(block?.language ?? passage.language));
    })
  );
}

/** Of the words, one says that it is to come, and the others are one head word, articles and “our”. */
function isMereNext({ words }: Passage, span: TextSpan, cues: NameCues): boolean {
  const [first, last] = wordRange(words, span);
  let heads = 0;
  let isNext = false;
  for (let at = first; at < last; at++) {
    const key = words[at]?.key ?? '';
    const head = cues.heads.at(words, at, last);
    if (cues.next.has(key)) isNext = true;
    else if (head?.value === 'event' && head.length === 1) heads++;
    else if (!cues.articles.has(key) && !cues.plain.has(key)) return false;
  }
  return isNext && heads === 1;
}
