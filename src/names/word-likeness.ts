import { editDistance } from './distance.ts';
import type { Word } from './word.ts';

/** How alike two words are, 0 to 1: the same 1, one meaning .98, one origin .94, a slip or another script less. */
export function wordLikeness(a: Word, b: Word): number {
  if (a.id === b.id) return 1;
  if (a.sense === b.sense) return a.group || a.place ? 0.98 : 0.94;
  if (a.role !== 'own' && b.role !== 'own') return 0;
  if (a.role === 'place' || b.role === 'place' || a.role === 'number' || b.role === 'number')
    return 0;
  if (a.isArabic || b.isArabic) return a.role === b.role ? bonesLikeness(a, b) : 0;
  const [short, long] = a.text.length < b.text.length ? [a.text, b.text] : [b.text, a.text];
  if (short.length < 4) return 0;
  // Most slips leave one end of a word as it was, and distances are dear.
  if (short[0] !== long[0] && short.slice(-2) !== long.slice(-2)) return 0;
  const limit = long.length >= 9 ? 2 : 1;
  const edits = editDistance(short, long, limit);
  if (edits <= limit && short.length >= 5) {
    const likeness = 1 - edits / long.length;
    return short[0] === long[0] ? likeness : likeness - 0.08;
  }
  if (a.key.length >= 7 && b.key.length >= 7 && editDistance(a.key, b.key, 1) <= 1) return 0.84;
  if (a.role === b.role && edits <= 1) return 0.72;
  if (short.length >= 4 && long.startsWith(short) && a.role === b.role) return 0.7;
  return 0;
}

/** Across scripts, and between Arabic spellings, the consonants have to do. */
function bonesLikeness(a: Word, b: Word): number {
  const [short, long] = a.bones.length < b.bones.length ? [a.bones, b.bones] : [b.bones, a.bones];
  if (short.length < 2) return 0;
  if (short === long) return short.length >= 3 ? 0.88 : 0.72;
  return short.length >= 4 && editDistance(short, long, 1) <= 1 ? 0.7 : 0;
}
