import { linesOf } from '../core/lines.ts';
import { partOf } from './treat-text.ts';
import { removedFrom } from './removed.ts';
import type { Mention, Treated, Treating } from './treated.ts';

/** A text of JSON as it is written, with its escapes. */
const literal = /"(?:[^"\\\n]|\\.)*"/g;

/** JSON, or lines of it: only its texts change, and whatever else is written stays as it is. */
export function treatJson(text: string, file: string, { finder }: Treating): Treated {
  const mentions: Mention[] = [];
  const lines = linesOf(text);
  const after = text.replaceAll(literal, (written, at: number) => {
    const value = parsed(written);
    if (value === undefined) return written;
    const places = finder.find(value);
    if (places.length === 0) return written;
    for (const { start, end, within } of places)
      mentions.push({
        file,
        line: lines.lineAt(at),
        field: '',
        text: value,
        start,
        end,
        ...(within === undefined ? {} : { stays: partOf(within) }),
      });
    const going = places.filter(({ within }) => within === undefined);
    return going.length === 0 ? written : JSON.stringify(removedFrom(value, going).text);
  });
  return { mentions, after };
}

function parsed(written: string): string | undefined {
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
