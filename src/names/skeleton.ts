/**
 * The consonants of a word in Latin letters, as far as Arabic, Greek and the spellings of them keep them apart: `nizwa`
 * and `nzwy` are both `nzw`-less-glides, `nz`. Vowels, glides and h are gone, and letters that are written for one another are one.
 */
export function skeleton(latin: string): string {
  let out = '';
  for (let at = 0; at < latin.length; at++) {
    const letter = latin[at] ?? '';
    const next = latin[at + 1] ?? '';
    let consonant = consonants[letter] ?? '';
    if (letter === 'c') consonant = next === 'h' ? 's' : softens.has(next) ? 's' : 'k';
    else if (letter === 'd' && next === 'j') consonant = '';
    else if (letter === 'p' && next === 'h') consonant = 'f';
    else if (letter === 'x') consonant = 'ks';
    if (consonant !== '' && out.at(-1) !== consonant) out += consonant;
  }
  return out;
}

const softens = new Set('eiy');

const consonants: Readonly<{ [letter: string]: string }> = {
  b: 'b',
  p: 'b',
  v: 'f',
  f: 'f',
  d: 'd',
  t: 't',
  g: 'g',
  j: 'g',
  k: 'k',
  q: 'k',
  l: 'l',
  m: 'm',
  n: 'n',
  r: 'r',
  s: 's',
  z: 'z',
};
