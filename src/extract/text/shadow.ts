/**
 * A text of the same length in which look-alikes are the same: lower case, letters without their marks, plain spaces,
 * apostrophes, hyphens and digits; marks of writing direction are spaces. Offsets in it are offsets in the text. Letters that would become longer stay as they are.
 */
export function shadow(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at++) out += unitOf(text[at] ?? '');
  return out;
}

const known = new Map<string, string>();

function unitOf(unit: string): string {
  const before = known.get(unit);
  if (before !== undefined) return before;
  const made = special[unit] ?? plain(unit);
  known.set(unit, made);
  return made;
}

function plain(unit: string): string {
  if (/[\p{Zs}\t\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.test(unit)) return ' ';
  if (/\p{Nd}/u.test(unit)) return digit(unit);
  // A footnote sign is no digit of the number before it.
  if (/\p{No}/u.test(unit)) return unit;
  const base = unit.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return base.length === 1
    ? (special[base] ?? base)
    : unit.toLowerCase().length === 1
      ? unit.toLowerCase()
      : unit;
}

function digit(unit: string): string {
  let zero = unit.charCodeAt(0);
  const code = zero;
  while (zero > code - 10 && /\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero--;
  return String((code - zero) % 10);
}

const special: Readonly<{ [unit: string]: string }> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '′': "'",
  '`': "'",
  '´': "'",
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  ς: 'σ',
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ى: 'ي',
  ة: 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
};
