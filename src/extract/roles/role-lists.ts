import type { TextSpan } from '../../core/document.ts';
import type { FoundRole } from './found-role.ts';
import { roleOf } from './found-role.ts';
import { targetOf } from './choose-target.ts';
import type { Mention } from '../text/mention.ts';
import type { Passage } from '../text/passage.ts';
import { roleKinds } from './role-kinds.ts';
import type { Salience } from './role-target.ts';
import type { SentenceRow } from '../text/sentence-row.ts';
import { spansIn } from '../text/spans.ts';

/** An item of a list is no longer, in code units. */
const longestItem = 320;
const mostItems = 60;
/** Words between a cue and the colon that opens the list. */
const beforeColon = 12;

/** “The consortium is made up of:” with the items of a list below it, each of which begins with who has the part. */
export function listedRoles(
  { text, blocks }: Passage,
  index: number,
  row: SentenceRow,
  mentions: readonly Mention[],
  salience: Salience,
): FoundRole[] {
  const block = blocks[index];
  if (!block || !/[:：]\s*$/.test(text.slice(Math.max(block.start, block.end - 4), block.end)))
    return [];
  const at = row.pieces.findLastIndex(({ cue }) => cue !== undefined);
  const cue = row.pieces[at]?.cue;
  if (!cue || cue.shape === 'we' || at < row.pieces.length - beforeColon) return [];
  const { actors: kinds } = roleKinds[cue.role];
  const none = { pieces: [], first: at + 1, last: at, loose: false };
  const target = targetOf(row, at, none, 1, cue.role, new Set(), salience);
  if (!target) return [];
  const found: FoundRole[] = [];
  for (const item of blocks.slice(index + 1, index + 1 + mostItems)) {
    if (item.end - item.start > longestItem) break;
    if (item.kind !== 'item' && !isLettered(text, item)) break;
    const first = spansIn(mentions, item).find(({ kind }) => kinds.includes(kind));
    if (first && first.entity !== target.mention.entity)
      found.push(roleOf(cue.role, first, target.mention, item, 'items'));
  }
  return found;
}

/** “a. from the cooperative X;”: readers take letters for no marks of items. */
function isLettered(text: string, { start }: TextSpan): boolean {
  return /^\s?\(?\p{Ll}[.)]\s/u.test(text.slice(start, start + 6));
}
