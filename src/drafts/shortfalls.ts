import type { Extraction } from '../extract/extraction.ts';

/** Where a text tells of more partners or countries than were found: the others are to be looked for. Each number once. */
export function shortfalls(figures: Extraction['figures']): readonly string[] {
  const notes = figures.flatMap(({ what, value, found }) => {
    if (found === undefined || found >= value) return [];
    if (what === 'partners') return [`the text tells of ${value} partners, found ${found}`];
    return what === 'countries' ? [`the text tells of ${value} countries, found ${found}`] : [];
  });
  return [...new Set(notes)];
}
