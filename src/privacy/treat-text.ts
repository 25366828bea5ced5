import { linesOf } from '../core/lines.ts';
import { removedFrom } from './removed.ts';
import type { Mention, Treated, Treating } from './treated.ts';

/** A text without fields. */
export function treatText(
  text: string,
  file: string,
  { finder }: Treating,
  form?: 'plain',
): Treated {
  const places = finder.find(text);
  const lines = linesOf(text);
  const mentions = places.map(({ start, end, within }): Mention => ({
    file,
    line: lines.lineAt(start),
    field: '',
    text,
    start,
    end,
    ...(within === undefined ? {} : { stays: partOf(within) }),
  }));
  const going = places.filter(({ within }) => within === undefined);
  const isTable = /\.(?:csv|tsv)$/i.test(file);
  return { mentions, after: removedFrom(text, going, isTable ? 'cells' : form).text };
}

/** Why a mention inside the longer name of a record stays. */
export function partOf(name: string): string {
  return `It is a part of the name of the record “${name}”; --also “${name}” removes that too`;
}
