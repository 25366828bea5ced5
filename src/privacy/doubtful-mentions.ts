import { linesOf } from '../core/lines.ts';
import type { DoubtfulFinder } from './doubtful.ts';
import type { Mention } from './treated.ts';

/** A file as it is, and as it would be without all that is surely a mention. */
export interface Pass {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** The last pass over all files: what would be left and may be a mention, on lines of which nothing was said yet. */
export function doubtfulMentions(
  passes: Iterable<Pass>,
  known: readonly Mention[],
  doubtful: DoubtfulFinder,
): readonly Mention[] {
  const told = new Set(
    known.flatMap(({ file, line, stays }) => (stays === undefined ? [] : [`${line} ${file}`])),
  );
  return Array.from(passes, (pass) => {
    const { file, after } = pass;
    const places = doubtful(after);
    if (places.length === 0) return [];
    const lineAt = lineInBefore(pass);
    return places.flatMap(({ start, end }): Mention[] => {
      const line = lineAt(start);
      if (told.has(`${line} ${file}`)) return [];
      const stays = 'It may be a mention: look at it, and remove it by hand';
      return [{ file, line, field: '', text: after, start, end, stays }];
    });
  }).flat();
}

/** Lines may have gone before it: what is in doubt is unchanged, so that its line is one of before. */
function lineInBefore({ before, after }: Pass): (at: number) => number {
  const lines = linesOf(after);
  if (after === before) return (at) => lines.lineAt(at);
  const [old, made] = [before.split('\n'), after.split('\n')];
  const numbers = new Map(old.map((line, at) => [line, at + 1] as const).toReversed());
  return (at) => {
    const line = lines.lineAt(at);
    return numbers.get(made[line - 1] ?? '') ?? Math.min(line, old.length);
  };
}
