import { fold } from '../vocabulary/fold.ts';

/** Lower-case ASCII letters, digits and hyphens for a name, or an empty text where it holds none (`Łódź 1` → `lodz-1`). */
export function slug(name: string): string {
  return fold(transliterated(name))
    .replaceAll(/[^a-z0-9 ]/g, '')
    .trim()
    .replaceAll(/ +/g, '-')
    .slice(0, 80)
    .replace(/-$/, '');
}

/** A slug of whole words and no more than 48 characters, for ids that people have to type. */
export function shortSlug(name: string): string {
  const whole = fileSlug(name);
  return whole.length <= 48
    ? whole
    : whole
        .slice(0, 49)
        .replace(/-[^-]*$/, '')
        .slice(0, 48);
}

/** An id as it may be written: parts of letters, digits and hyphens, joined by `/`. */
export function isId(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)*$/.test(text);
}

/** Whether Windows keeps the name for a device, so that no file can be called so. */
export function isDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(name);
}

/** Why a device's name is no id. */
export function deviceName(id: string): string {
  return `Windows keeps the name “${id}” for a device, so that no file can be called so; choose another id`;
}

/** A slug that can be the name of a file on every system. */
export function fileSlug(name: string): string {
  const id = slug(name);
  return isDeviceName(id) ? `${id}-1` : id;
}

/** Greek by ELOT 743, Arabic by a plain consonant table: enough to make readable ids, no more. */
const letters: Readonly<{ [letter: string]: string }> = {
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
  ا: 'a',
  ب: 'b',
  ت: 't',
  ث: 'th',
  ج: 'j',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  و: 'w',
  ي: 'y',
  ء: '',
};

function transliterated(name: string): string {
  let text = '';
  for (const letter of fold(name)) text += letters[letter] ?? letter;
  return text;
}
