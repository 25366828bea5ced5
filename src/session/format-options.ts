import type { Option } from '../command.ts';
import { namesIn } from '../registry.ts';

/** How a list may be written: as one of the formats, or as the JSON document that `json` describes. */
export function formatOptions({
  json,
  fallback,
}: {
  readonly json: string;
  readonly fallback?: 'table';
}): readonly Option[] {
  return [
    {
      flags: '--format <format>',
      summary:
        fallback === undefined
          ? 'how the list is written, instead of the usual view'
          : 'how the list is written',
      choices: namesIn('formats'),
      ...(fallback === undefined ? {} : { fallback }),
    },
    { flags: '--json', summary: json },
  ];
}
