/** Letters with their form within the word already chosen, and Latin ligatures. */
const forms = /[\uFB00-\uFB06\uFB50-\uFDFF\uFE70-\uFEFC]/g;

/** Whether Arabic words are stored from their last letter to their first: then the article ends them. */
export function isReversed(texts: readonly string[]): boolean {
  let [first, last] = [0, 0];
  for (const text of texts)
    for (const [word] of text.replace(forms, plain).matchAll(/\p{Script=Arabic}{5,40}/gu)) {
      if (word.startsWith('ال')) first += 1;
      if (word.endsWith('لا')) last += 1;
    }
  return last > 2 && last > first * 2;
}

/**
 * Arabic as it is typed: plain letters, first letter first, lam before alef. Programs that draw the two as one sign leave
 * them reversed (LibreOffice); only at the start of words is it sure what was meant.
 */
export function repairArabic(text: string, reversed: boolean): string {
  if (!/[\u0600-\u06FF\uFB00-\uFDFF\uFE70-\uFEFC]/.test(text)) return text;
  // A ligature in a reversed word is already in its order.
  const ordered = reversed ? reverseArabic(text) : text;
  return ordered
    .replace(forms, plain)
    .replace(/(?<![\p{L}\p{M}])([وفبك]?)ا([اأإآ])ل/gu, '$1ال$2')
    .replace(/(?<![\p{L}\p{M}])لال(?=\p{Script=Arabic}{3})/gu, 'للا');
}

/** From the last sign to the first; numbers and Latin words keep their order. */
function reverseArabic(text: string): string {
  const parts = text.match(
    /[\p{Script=Latin}\p{N}](?:[\p{Script=Latin}\p{M}\p{N}.,:/@-]{0,200}[\p{Script=Latin}\p{N}])?|[^]/gu,
  );
  return (parts ?? []).toReversed().join('');
}

function plain(sign: string): string {
  return sign.normalize('NFKC');
}
