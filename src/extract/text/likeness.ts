import type { Likeness } from './trie.ts';

/** Names as they bend in prose: Greek by its case endings, Arabic with the particles that are written on to a word. */
export const bent: Likeness = { stored: greekForms, sought: withoutParticles };

/** Names in their plurals and cases too, and Arabic without its article: by a light stem of one language (ISO 639-1). */
export function stemmed(language: string): Likeness {
  return {
    stored: (key) => [stem(bare(key), language)],
    sought: (key) => [...new Set(withoutParticles(key).map((form) => stem(bare(form), language)))],
  };
}

/** An Arabic word and what is left of it when and, so, with, for, as are taken off; a contracted article is spelled out. */
export function withoutParticles(key: string): readonly string[] {
  if (!arabic.test(key) || key.length < 4) return [key];
  const forms = new Set([key]);
  const joined = /^[وف]/.test(key) ? [key, key.slice(1)] : [key];
  for (const form of joined) {
    forms.add(form);
    if (form.length < 4) continue;
    if (form.startsWith('لل')) forms.add(`ال${form.slice(2)}`);
    if (/^[بكل]/.test(form)) forms.add(form.slice(1));
  }
  return [...forms];
}

const arabic = /^[\u0621-\u064a]+$/;
const greek = /^[\u0370-\u03ff]+$/;

function bare(key: string): string {
  return arabic.test(key) ? key.replace(/^ال(?=.{2})/, '') : key;
}

/** Endings that a noun or adjective changes for each other; σ stands for ς as in a shadow. */
const declensions: readonly (readonly [ending: RegExp, forms: readonly string[]])[] = [
  [/οσ$/, ['οσ', 'ου', 'ο', 'ον', 'οι', 'ων', 'ουσ']],
  [/ασ$/, ['ασ', 'α', 'εσ', 'ων']],
  [/ησ$/, ['ησ', 'η', 'εσ', 'ων']],
  [/οι$/, ['οι', 'ων', 'ουσ']],
  [/εισ$/, ['εισ', 'εων']],
  [/εσ$/, ['εσ', 'ων']],
  [/α$/, ['α', 'ασ', 'εσ', 'ων']],
  [/η$/, ['η', 'ησ', 'εωσ', 'εισ', 'εσ', 'ων']],
  [/ο$/, ['ο', 'ου', 'α', 'ων']],
  [/ι$/, ['ι', 'ιου', 'ια', 'ιων']],
];

function greekForms(key: string): readonly string[] {
  if (!greek.test(key) || key.length < 4) return [key];
  for (const [ending, forms] of declensions) {
    if (ending.test(key)) return forms.map((form) => key.replace(ending, form));
  }
  return [key];
}

/** What is cut off or exchanged, in order, in each language. */
const endings: Readonly<{ [language: string]: readonly (readonly [RegExp, string])[] }> = {
  en: [
    [/ies$/, 'y'],
    [/(?<=ss|sh|ch|x)es$/, ''],
    [/(?<![sui])s$/, ''],
  ],
  fr: [
    [/aux$/, 'al'],
    [/[sx]$/, ''],
    [/e$/, ''],
  ],
  es: [
    [/s$/, ''],
    [/[aoe]$/, ''],
  ],
  pt: [
    [/(?:oes|aos|aes)$/, 'ao'],
    [/ais$/, 'al'],
    [/s$/, ''],
    [/[aoe]$/, ''],
  ],
  it: [
    [/(?<=[cg])h[ei]$/, ''],
    [/[aeio]$/, ''],
    [/i$/, ''],
  ],
  ca: [
    [/s$/, ''],
    [/(?<=io)n$/, ''],
    [/[aeo]$/, ''],
    [/qu$/, 'c'],
    [/gu$/, 'g'],
  ],
  el: [[/(?:ουσ|εων|εωσ|εισ|ιου|ων|ου|οι|οσ|ον|ασ|εσ|ησ|η|α|ο|ι|υ)$/, '']],
  ar: [[/(?:ات|ون|ين|يه|ه|ي)$/, '']],
};

function stem(key: string, language: string): string {
  if (key.length < 4) return key;
  let left = key;
  for (const [ending, instead] of endings[language] ?? []) {
    const cut = left.replace(ending, instead);
    if (cut.length >= 3) left = cut;
  }
  return left;
}
