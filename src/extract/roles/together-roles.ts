import { wordRange } from '../text/labels.ts';
import type { Mention } from '../text/mention.ts';
import type { Passage } from '../text/passage.ts';
import type { SentenceRow } from '../text/sentence-row.ts';
import { firstAt, spansIn } from '../text/spans.ts';
import { targetOf } from './choose-target.ts';
import type { FoundRole } from './found-role.ts';
import { roleOf } from './found-role.ts';
import type { RoleCue, RoleCues } from './role-cues.ts';
import { roleKinds } from './role-kinds.ts';
import type { Salience } from './role-target.ts';

/** Between a cue and “the two bodies” stand no more code units. */
const widest = 14;
/** So many words on either side of the cue are looked at. */
const nearWords = 8;
/** So many sentences back they were named. */
const mostBack = 2;

/** “X and Y met. The fair is organised by the two bodies”: those whom the sentence before names, if they are as many. */
export function togetherRoles(
  passage: Passage,
  row: SentenceRow,
  at: number,
  cue: RoleCue,
  { together }: RoleCues,
  mentions: readonly Mention[],
  salience: Salience,
): FoundRole[] {
  const piece = row.pieces[at];
  if (!piece || !roleKinds[cue.role].actors.includes('organisation')) return [];
  const [from, to] = wordRange(passage.words, piece);
  const [start, end] = wordRange(passage.words, row);
  const [first, last] = [Math.max(start, from - nearWords), Math.min(end, to + nearWords)];
  const said = together(passage.words, first, last).find((each) => {
    const begin = passage.words[each.first]?.start ?? 0;
    const close = passage.words[each.last]?.end ?? 0;
    // “Organizzata dai due enti”: the article is the end of the cue.
    if (begin < piece.end && close > piece.end) return begin > piece.start;
    const gap = begin >= piece.end ? [piece.end, begin] : [close, piece.start];
    return (
      (gap[1] ?? 0) >= (gap[0] ?? 0) &&
      (gap[1] ?? 0) - (gap[0] ?? 0) <= widest &&
      !/[.,;:!?،؛]/.test(passage.text.slice(gap[0], gap[1]))
    );
  });
  if (!said) return [];
  const actors = namedBefore(row, Number(said.meaning), mentions);
  const none = { pieces: [], first: at + 1, last: at, loose: false };
  const entities = new Set(actors.map(({ entity }) => entity));
  const target =
    actors.length > 0 ? targetOf(row, at, none, 1, cue.role, entities, salience) : undefined;
  return target
    ? actors.map((actor) => roleOf(cue.role, actor, target.mention, row, 'together'))
    : [];
}

/** The organisations of the nearest sentence before that names any, where they are so many. */
function namedBefore(
  { block, start }: SentenceRow,
  count: number,
  mentions: readonly Mention[],
): readonly Mention[] {
  const next = firstAt(block.sentences, start);
  const before = block.sentences.slice(Math.max(0, next - mostBack), next);
  for (const sentence of before.toReversed()) {
    const named = new Map(
      spansIn(mentions, sentence)
        .filter(({ kind }) => kind === 'organisation')
        .map((mention) => [mention.entity, mention]),
    );
    if (named.size > 0) return named.size === count ? [...named.values()] : [];
  }
  return [];
}
