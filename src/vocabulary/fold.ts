/**
 * The one way that text is compared: lower case, without Latin, Greek or Arabic marks, `œ ł ß đ` spelled out, elided
 * articles dropped (`l'économie`), dotted acronyms joined (`E.S.S.`), anything else that is no letter or digit a single space.
 */
export function fold(text: string): string {
  let out = text.length * 3 > scratch.length ? new Uint16Array(text.length * 3) : scratch;
  let end = 0;
  let wordStart = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const plain = unit < 0x2e80 ? (table[unit] ?? UNKNOWN) : UNKNOWN;
    if (plain > 0) {
      out[end++] = plain;
    } else if (plain === BREAK) {
      if (unit === DOT && joinsAcronym(text, index, end - wordStart)) continue;
      if (isApostrophe(unit) && elided.has(String.fromCharCode(...out.subarray(wordStart, end)))) {
        end = wordStart;
      }
      if (end > 0 && out[end - 1] !== SPACE) out[end++] = SPACE;
      wordStart = end;
    } else if (plain !== DELETE) {
      const character = String.fromCodePoint(text.codePointAt(index) ?? unit);
      index += character.length - 1;
      const folded = foldCharacter(character);
      if (end + folded.length + 2 > out.length) out = grown(out, folded.length);
      if (folded === ' ') {
        if (end > 0 && out[end - 1] !== SPACE) out[end++] = SPACE;
        wordStart = end;
      } else {
        for (let at = 0; at < folded.length; at++) out[end++] = folded.charCodeAt(at);
      }
    }
  }
  if (end > 0 && out[end - 1] === SPACE) end--;
  const folded = out.subarray(0, end);
  return end <= short
    ? Reflect.apply(String.fromCharCode, undefined, folded)
    : decoder.decode(folded);
}

/** Up to here text is made of its characters sooner than by the decoder. */
const short = 24;

/** The folded words of a text, in order. */
export function words(text: string): string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

const SPACE = 32;
const DOT = 46;
const UNKNOWN = 0;
const BREAK = -1;
const DELETE = -2;

/** Most texts are short, and there are many of them. */
const scratch = new Uint16Array(65_536);

const decoder = new TextDecoder('utf-16le');

const elided = new Set(
  'l d s n m t c j qu dell all nell dall sull coll un quest quell lorsqu puisqu jusqu'.split(' '),
);

const spelled: Readonly<{ [character: string]: string }> = {
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ς: 'σ',
  آ: 'ا',
  أ: 'ا',
  إ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
};

const joined = new Set(['·', '\u0640', '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff']);
const characters = new Map<string, string>();

/** Folded form of one character: letters and digits, nothing at all, or a space. */
function foldCharacter(character: string): string {
  const known = characters.get(character);
  if (known !== undefined) return known;
  const folded = joined.has(character) ? '' : foldLetters(character);
  if (characters.size < 65_536) characters.set(character, folded);
  if (folded.length === 1 && folded !== ' ' && character < '\u2e80')
    table[character.charCodeAt(0)] = folded.charCodeAt(0);
  return folded;
}

function foldLetters(character: string): string {
  let letters = '';
  for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    if (joined.has(part)) continue;
    const usual = usualPart(part.charCodeAt(0));
    if (usual === 'letter') letters += spelled[part] ?? part;
    else if (usual === 'mark' || /\p{M}/u.test(part)) continue;
    else if (/\p{Nd}/u.test(part)) letters += digit(part);
    else if (/[\p{L}\p{N}]/u.test(part)) letters += spelled[part] ?? part;
    else return ' ';
  }
  return letters;
}

/** Letters and marks of Latin, Greek and Arabic script, without the classes of Unicode, which take milliseconds to be prepared. */
function usualPart(unit: number): 'letter' | 'mark' | undefined {
  if (unit >= 0x300 && unit <= 0x36f) return 'mark';
  const isLatin =
    (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xdf && unit <= 0x17f && unit !== 0xf7);
  const isGreek = unit >= 0x3b1 && unit <= 0x3c9;
  const isArabic = unit >= 0x621 && unit <= 0x64a;
  return isLatin || isGreek || isArabic ? 'letter' : undefined;
}

function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > code - 10 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

/** Single answers for characters that were met; what folds to several letters stays unknown here. */
const table = new Int32Array(0x2e80);
for (let unit = 0; unit < 0x80; unit++) {
  const character = String.fromCharCode(unit);
  if (/[a-z0-9]/i.test(character)) table[unit] = character.toLowerCase().charCodeAt(0);
  else table[unit] = BREAK;
}
table[0x2019] = BREAK;
for (const mark of [
  '\u0301',
  '\u0300',
  '\u0302',
  '\u0303',
  '\u0308',
  '\u0327',
  '\u00b7',
  '\u0640',
]) {
  table[mark.charCodeAt(0)] = DELETE;
}
function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019;
}

/** A dot joins when it stands between pieces of one or two letters: `Κ.ΑΛ.Ο.`, `E.S.S.`, not `example.org`. */
function joinsAcronym(text: string, dot: number, before: number): boolean {
  if (before === 0 || !letterAt(text, dot - 1) || (before > 2 && !dotted(text, dot))) return false;
  let ahead = dot + 1;
  while (ahead <= dot + 3 && letterAt(text, ahead)) ahead++;
  const length = ahead - dot - 1;
  return length > 0 && length <= 2;
}

function dotted(text: string, dot: number): boolean {
  let back = dot - 1;
  while (back > dot - 4 && letterAt(text, back)) back--;
  return dot - 1 - back <= 2 && text.charCodeAt(back) === DOT;
}

function letterAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (Number.isNaN(unit)) return false;
  const lower = unit | 32;
  return unit < 128 ? lower >= 97 && lower <= 122 : /\p{L}/u.test(text[index] ?? '');
}

function grown(from: Uint16Array<ArrayBuffer>, extra: number): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(from.length * 2 + extra + 2);
  larger.set(from);
  return larger;
}
