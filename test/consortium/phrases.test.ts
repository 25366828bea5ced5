import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue } from '../../src/language/catalogue.ts';
import { languages } from '../../src/vocabulary/world.ts';

const folder = new URL('../../src/session/consortium/', import.meta.url);
const source = readdirSync(folder)
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');

/** Keys that stand in the source as they are; those that are put together are named here. */
const keys = [
  ...new Set(source.match(/(?<=')(?:check|rule|rules|fit|mend|suggest|missing)-[a-z-]+(?=')/g)),
  ...['holds', 'fails', 'unknown', 'advice', 'by-hand'].map((each) => `verdict-${each}`),
  ...['role', 'form', 'parent'].map((each) => `not-counted-${each}`),
  ...['public', 'non-profit', 'for-profit'].map((each) => `status-${each}`),
  ...['country', 'region', 'form', 'status', 'share'].map((each) => `missing-${each}-of`),
  ...['lead', 'budget', 'grant', 'currency', 'months', 'month'].map((each) => `missing-${each}`),
  ...['partners', 'countries', 'partner-share', 'grant-share'].map((each) => `rule-${each}`),
];

const slots = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

test.each(languages)('every phrase is there in %s, with the same places to fill', (language) => {
  expect(keys.length).toBeGreaterThan(60);
  const english = catalogue('en');
  for (const key of keys) {
    const text = catalogue(language).phrase(key);
    expect(text, key).not.toBe(key);
    expect(slots(text), key).toEqual(slots(english.phrase(key)));
    if (language !== 'en' && /^(?:verdict|mend)-/.test(key))
      expect(text, key).not.toBe(english.phrase(key));
  }
});
