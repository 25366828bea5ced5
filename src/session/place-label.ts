import type { Session } from './session.ts';

/** What a country or a region is called in the language of the session, by its code. */
export function placeLabel(code: string, { concepts, language }: Session): string {
  return concepts(/^[A-Z]{2}$/.test(code) ? 'countries' : 'regions').label(code, language);
}
