import type { HeadKind } from './name-kinds.ts';
import type { NameScan } from './name-scan.ts';

/** “X is a cooperative”, “X, una federación”. */
export function definitionAfter(scan: NameScan, first: number, last: number): HeadKind | undefined {
  const announced = announcedBefore(scan, last);
  if (announced || last >= scan.last) return announced;
  const { cues } = scan;
  let at = last;
  const isComma = scan.gap(last - 1) === 'comma';
  // “Ensuite, le projet …”
  if (
    isComma &&
    last - first === 1 &&
    scan.isFirst(first) &&
    scan.words[first]?.shape === 'capital'
  )
    return undefined;
  if (!isComma) {
    at = pastBrackets(scan, last);
    if (!cues.copulas.has(scan.key(at))) return undefined;
    at++;
  }
  // “Avise, agence d’ingénierie …”: beside a comma the head may stand alone.
  const head =
    isComma && scan.words[at]?.shape === 'lower'
      ? cues.heads.at(scan.words, at, scan.last)
      : undefined;
  if (head && cues.language !== 'en') return head.value;
  if (!cues.articles.has(scan.key(at)) && cues.language !== 'el' && cues.language !== 'ar')
    return undefined;
  if (!isComma || cues.articles.has(scan.key(at))) at++;
  for (let step = 0; step < 4 && at < scan.last; step++, at++) {
    if (step > 0 && scan.gap(at - 1) !== 'space' && scan.gap(at - 1) !== 'joined') return undefined;
    const head = cues.heads.at(scan.words, at, scan.last);
    if (head && scan.words[at]?.shape === 'lower') {
      const isLast =
        cues.language !== 'en' || !cues.heads.at(scan.words, at + head.length, scan.last);
      if (isLast) return head.value;
    }
    if (cues.ends.has(scan.key(at)) && !cues.articles.has(scan.key(at))) return undefined;
  }
  return undefined;
}

/** “A new association of cooperatives has been created: Medcoop.” */
function announcedBefore(scan: NameScan, last: number): HeadKind | undefined {
  const { shadow } = scan.passage;
  let first = last - 1;
  while (
    first > scan.first &&
    last - first < 4 &&
    scan.isCapital(first - 1) &&
    scan.gap(first - 1) === 'space'
  )
    first--;
  const start = scan.words[first]?.start ?? 0;
  const end = scan.words[last - 1]?.end ?? 0;
  if (
    shadow.slice(start - 2, start) !== ': ' ||
    !/^(?:[.!]?(?:\n|$)|[.!] )/.test(shadow.slice(end, end + 2)) ||
    last - first > 4
  )
    return undefined;
  for (let at = Math.max(scan.first, first - 16); at < first; at++) {
    const head =
      scan.words[at]?.shape === 'lower' ? scan.cues.heads.at(scan.words, at, scan.last) : undefined;
    if (
      head &&
      head.value !== 'none' &&
      scan.words.slice(Math.max(scan.first, at - 3), at).some((word) => singles.has(word.key))
    )
      return head.value;
  }
  return undefined;
}

const singles = new Set('a an un una une um uma μια ενα ενασ'.split(' '));

/** Past “(ACR)” and “, ACR,”. */
export function pastBrackets(scan: NameScan, last: number): number {
  const before = scan.words[last - 1];
  const word = scan.words[last];
  if (!before || !word) return last;
  if (!/^ \($/.test(scan.passage.shadow.slice(before.end, word.start))) return last;
  for (let at = last; at < Math.min(last + 4, scan.last - 1); at++) {
    const between = scan.passage.shadow.slice(
      scan.words[at]?.end ?? 0,
      scan.words[at + 1]?.start ?? 0,
    );
    if (between.startsWith(')')) return at + 1;
  }
  return last;
}
