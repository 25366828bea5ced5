import type { AcronymPair } from './acronym-pair.ts';
import { acronymPair } from './acronym-pair.ts';
import { alignAcronym } from './align-acronym.ts';
import type { NameMention } from './name-mention.ts';
import type { NameScan } from './name-scan.ts';
import { shortAt } from './short-name.ts';

/** “الوكالة الألمانية للتعاون الدولي GIZ”: Latin letters right after a name of another script. */
export function latinAfter(
  scan: NameScan,
  at: number,
  byEnd: ReadonlyMap<number, NameMention>,
): AcronymPair | undefined {
  const name = byEnd.get(at);
  if (!name || (name.kind !== 'organisation' && name.kind !== 'authority')) return undefined;
  const isOwn = !/^[a-z]/.test(scan.key(at)) || /^[a-z]/.test(scan.key(at - 1));
  if (isOwn || name.last - name.first < 3 || scan.key(at).length < 3) return undefined;
  // “… Fundación ROSA”: a name of its own begins.
  const goesOn = scan.isCapital(at + 1) && scan.gap(at) !== 'break';
  if (goesOn || scan.isPlace(at) || scan.isTaken(at)) return undefined;
  return shortAt(scan, at, at + 1) === undefined
    ? undefined
    : acronymPair(scan, at, at + 1, name.first, at, 'unaligned', name.start);
}

/** No such phrase is longer, in words. */
const longest = 14;

/** `SHORT, the regional union of weavers,`: a phrase in small letters whose words give the short name its letters. */
export function phraseAfter(scan: NameScan, at: number): AcronymPair | undefined {
  const short = scan.words[at - 1];
  if (short?.shape !== 'upper' || short.key.length < 3) return undefined;
  const first = scan.cues.articles.has(scan.key(at)) ? at + 1 : at;
  if (scan.words[first]?.shape !== 'lower') return undefined;
  if (!scan.cues.heads.at(scan.words, first, scan.last)) return undefined;
  let last = first + 1;
  while (last < scan.last && last - first < longest && scan.gap(last - 1) === 'space') last++;
  const close = scan.passage.shadow[scan.words[last - 1]?.end ?? 0];
  if (close !== undefined && !/[,;.)\n]/.test(close)) return undefined;
  const keys = scan.words.slice(first, last).map(({ key }) => key);
  const aligned = alignAcronym(short.key, keys);
  const isAligned = aligned?.first === 0 && aligned.initials >= 0.7 && last - first >= 2;
  return isAligned || isBegun(scan, short.key, first, last)
    ? acronymPair(scan, at - 1, at, first, last, 'initials')
    : undefined;
}

/** “ANPQ, agencia nacional para la pesca”: the text gives the beginning of what the letters stand for. */
function isBegun(scan: NameScan, short: string, first: number, last: number): boolean {
  const keys = scan.words.slice(first, last).map(({ key }) => key);
  const initials = keys.filter((key) => !scan.cues.connectors.has(key)).map((key) => key[0] ?? '');
  return initials.length >= 3 && short.startsWith(initials.join(''));
}
