/** Another text in the place of a part of a text; half-open. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** A text with these in their places, made in one go; nothing where two of them overlap. */
export function replaced(text: string, replacements: readonly Replacement[]): string | undefined {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end, by } of replacements.toSorted((a, b) => a.start - b.start)) {
    if (start < done) return undefined;
    pieces.push(text.slice(done, start), by);
    done = end;
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}
