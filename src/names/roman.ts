/** A Roman number from II to XXXIX; I, V and X only in capitals behind another word. */
export function romanNumber(letters: string, isCapital: boolean, at: number): string | undefined {
  if (letters.length > 7 || at === 0 || !/^[ivx]+$/.test(letters)) return undefined;
  if (letters.length === 1 && letters !== 'i' && !isCapital) return undefined;
  const match = /^(x{0,3})(ix|iv|v?i{0,3})$/.exec(letters);
  if (!match) return undefined;
  const value = (match[1] ?? '').length * 10 + ones.indexOf(match[2] ?? '');
  return value > 0 ? String(value) : undefined;
}

const ones = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
