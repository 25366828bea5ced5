import type { TextSpan } from '../../core/document.ts';
import { concepts } from '../../vocabulary/load.ts';
import type { Passage } from '../text/passage.ts';

/** A country's code as lists of partners have it: in brackets after a name, or alone in a cell. */
export interface CountryCode extends TextSpan {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
}

/**
 * Codes such as `(IT)`, `(EL)` and the cell `FR`. One alone may be any abbreviation, so there have to be codes of two
 * countries at least, or a city of the country before it; only those of countries whose peoples the vocabulary names are read.
 */
export function findCountryCodes(
  passage: Passage,
  cities: readonly (TextSpan & { readonly country: string })[],
): CountryCode[] {
  const found = [...inBrackets(passage), ...inCells(passage)];
  if (new Set(found.map(({ code }) => code)).size > 1) return found;
  const afterCity = new Set(cities.map(({ end, country }) => `${end + ' ('.length} ${country}`));
  return found.filter(({ start, code }) => afterCity.has(`${start} ${code}`));
}

function inBrackets({ text, blocks }: Passage): CountryCode[] {
  const zones = blocks.filter(({ zone }) => zone !== 'navigation');
  return zones.flatMap((block) => {
    const written = text.slice(block.start, block.end);
    return [
      ...written.matchAll(/(?<=[\p{L}\p{N}.”"»] \(|[\p{L}\p{N}.”"»], )[A-Z]{2}(?=\)|[,;/]? *$)/gmu),
    ].flatMap((match) => coded(match[0], block.start + match.index));
  });
}

function inCells({ text, blocks }: Passage): CountryCode[] {
  return blocks.flatMap(({ cells = [] }) =>
    cells.flatMap(({ start, end }) => {
      const code = /^\s{0,3}([A-Z]{2})\s{0,3}$/.exec(text.slice(start, Math.min(end, start + 9)));
      return end - start < 9 && code?.[1] !== undefined
        ? coded(code[1], text.indexOf(code[1], start))
        : [];
    }),
  );
}

function coded(written: string, start: number): CountryCode[] {
  const code = { EL: 'GR', UK: 'GB' }[written] ?? written;
  const concept = concepts('countries').concept(code);
  if (Object.keys(concept?.demonyms ?? {}).length === 0) return [];
  return [{ start, end: start + 2, code }];
}
