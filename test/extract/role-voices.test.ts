import { describe, expect, it } from 'vitest';
import { rolesIn } from './marked-text.ts';
import { voices } from './role-voices.ts';

const told = voices.map((voice) => ({
  ...voice,
  found: rolesIn(voice.text, voice.language, voice.about),
}));

describe('voices that the cues were not made for', () => {
  it.each(told)('$language, $voice: nothing that is not said', ({ found, roles }) => {
    expect(found.filter((role) => !roles.includes(role))).toEqual([]);
  });

  it('finds most of what they say', () => {
    const wanted = told.flatMap(({ roles }) => roles);
    const met = told.flatMap(({ found, roles }) => roles.filter((role) => found.includes(role)));
    expect(met.length / wanted.length).toBeGreaterThan(0.85);
  });

  it('speaks all eight languages', () => {
    expect(new Set(voices.map(({ language }) => language)).size).toBe(8);
  });
});
