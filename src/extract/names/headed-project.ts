import { textsOf } from '../../core/node.ts';
import { cueNode } from '../text/cues.ts';
import type { PassageBlock } from '../text/passage.ts';
import type { PhraseBook } from '../text/phrase-book.ts';
import { phraseBook } from '../text/phrase-book.ts';
import type { NameMention } from './name-mention.ts';
import { headAt } from './name-run.ts';
import type { NameScan } from './name-scan.ts';

/** The line stands among the first. */
const lowest = 6;
const longestName = 8;
/** One word, in code units. */
const shortestName = 3;

/** The name of a project before what sort of paper on it a line at the head is: “HARBOUR LIGHT – Mid-term review”, “Salt Roads | Partnership”. */
export function headedProject(
  blocks: readonly PassageBlock[],
  scanOf: (block: PassageBlock) => NameScan,
): NameMention | undefined {
  for (const block of blocks.slice(0, lowest)) {
    if (block.kind === 'row' || block.kind === 'item') continue;
    const found = headIn(scanOf(block));
    if (found) return found;
  }
  return undefined;
}

function headIn(scan: NameScan): NameMention | undefined {
  const { first, words, passage } = scan;
  let last = first;
  while (last < scan.last && last - first <= longestName) {
    last++;
    const after = passage.shadow.slice(words[last - 1]?.end ?? 0, words[last]?.start);
    if (/^["»”]? ?(?:-|–|—|\||:) $/.test(after)) break;
    if (!/^(?: |'|-)$/.test(after)) return undefined;
  }
  if (last >= scan.last || last === first || last - first > longestName) return undefined;
  const [paper] = papers()(words, last, scan.last);
  if (paper?.first !== last) return undefined;
  // “Union of Weavers – Final report” is by a body, and “Summary – Final report” of none.
  for (let at = first; at < last; at++)
    if (scan.isTaken(at) || headAt(scan, at) !== undefined) return undefined;
  const own = words.slice(first, last);
  // “À : list of partners”
  if (own.length === 1 && (own[0]?.key.length ?? 0) < shortestName) return undefined;
  if (own.every((_, at) => scan.isPlace(first + at)) || !scan.isCapital(first)) return undefined;
  const isLoud = own.every(
    ({ shape, key }) => shape === 'upper' || shape === 'mixed' || key.length < 4,
  );
  const isTitled =
    own.length > 1 && own.every(({ shape, key }) => shape !== 'lower' || key.length < 4);
  if (!isLoud && !isTitled) return undefined;
  return {
    start: own[0]?.start ?? 0,
    end: own.at(-1)?.end ?? 0,
    first,
    last,
    kind: 'project',
    rule: 'label',
    votes: [{ kind: 'project', weight: 4, rule: 'label' }],
  };
}

let made: PhraseBook<true> | undefined;

function papers(): PhraseBook<true> {
  return (made ??= phraseBook(
    textsOf(cueNode('titles', 'papers'))
      .flatMap((line) => line.split(', '))
      .map((each): [string, true] => [each.replaceAll('-', ' '), true]),
  ));
}
