import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rolesIn } from './marked-text.ts';

/**
 * Ways of telling a part, a line each: `{P} is led by {A}. => ALP`, where a letter stands for a name, and what follows the arrow
 * is who, the part by its first letter, and in what; `C` is a co-organiser, `T` who took part.
 */
const folder = new URL('./role-phrases/', import.meta.url);
const names: Readonly<{ [letter: string]: string }> = {
  A: '[o Alfa]',
  B: '[o Beta]',
  C: '[o Gamma]',
  F: '[o Federa]',
  P: '[p Noria]',
  E: '[e Feria]',
};
const parts: Readonly<{ [letter: string]: string }> = {
  L: 'lead',
  P: 'partner',
  A: 'associated',
  F: 'funder',
  H: 'host',
  O: 'organiser',
  C: 'co-organiser',
  S: 'speaker',
  T: 'participant',
  M: 'member',
};
const bare = (letter: string) => names[letter]?.slice(3, -1) ?? letter;

function rolesOf(written: string): string[] {
  return written.split(' ').flatMap((each) => {
    const [actors, part = '', of = ''] = [each.slice(0, -2), each.at(-2), each.at(-1)];
    return actors.split('').map((actor) => `${bare(actor)} ${parts[part]} ${bare(of)}`);
  });
}

describe.each(['en', 'fr', 'es', 'it', 'pt', 'ca', 'el', 'ar'])('phrases of %s', (language) => {
  const lines = readFileSync(new URL(`${language}.txt`, folder), 'utf8')
    .trim()
    .split('\n');

  it.each(lines)('%s', (line) => {
    const [text = '', roles = ''] = line.split(' => ');
    const marked = text.replaceAll(/\{([A-Z])\}/g, (_, letter: string) => names[letter] ?? letter);
    expect([...new Set(rolesIn(marked, language))].toSorted()).toEqual(rolesOf(roles).toSorted());
  });
});
