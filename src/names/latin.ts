import { bareArabic } from '../vocabulary/arabic.ts';

/** A folded word in Latin letters: Greek by ELOT 743, Arabic without its article by a plain table; others stay as they are. */
export function latin(word: string): string {
  const first = word.charCodeAt(0);
  if (first < 0x370) return word;
  if (first < 0x400) return greek(word);
  return isArabic(word) ? arabic(bareArabic(word)) : word;
}

/** True for a word of Arabic letters. */
export function isArabic(word: string): boolean {
  const first = word.charCodeAt(0);
  return first >= 0x620 && first <= 0x6ff;
}

/** Letters after which αυ, ευ, ηυ end in an f. */
const unvoiced = new Set('θκξπσστφχψ');

const pairs: Readonly<{ [pair: string]: string }> = {
  αι: 'ai',
  ει: 'ei',
  οι: 'oi',
  ου: 'ou',
  υι: 'yi',
  γγ: 'ng',
  γξ: 'nx',
  γχ: 'nch',
};

const letters: Readonly<{ [letter: string]: string }> = Object.fromEntries(
  'α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s τ=t υ=y φ=f χ=ch ψ=ps ω=o'
    .split(' ')
    .map((each) => each.split('=')),
);

function greek(word: string): string {
  let out = '';
  for (let at = 0; at < word.length; at++) {
    const letter = word[at] ?? '';
    const two = letter + (word[at + 1] ?? '');
    if (two === 'μπ' && (at === 0 || at + 2 === word.length)) {
      out += 'b';
      at++;
    } else if ((letter === 'α' || letter === 'ε' || letter === 'η') && two[1] === 'υ') {
      const next = word[at + 2] ?? 'σ';
      out += (letters[letter] ?? '') + (unvoiced.has(next) ? 'f' : 'v');
      at++;
    } else if (pairs[two] !== undefined) {
      out += pairs[two];
      at++;
    } else out += letters[letter] ?? letter;
  }
  return out;
}

const arabicLetters: Readonly<{ [letter: string]: string }> = Object.fromEntries(
  'ا=a ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع=a غ=gh ف=f ق=q ك=k ل=l م=m ن=n ه=h و=w ي=y ء= پ=p چ=ch ڤ=v گ=g'
    .split(' ')
    .map((each) => each.split('=')),
);

function arabic(word: string): string {
  let out = '';
  for (const letter of word) out += arabicLetters[letter] ?? letter;
  return out;
}
