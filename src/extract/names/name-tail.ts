import type { NameCues } from './name-cues.ts';
import type { HeadKind } from './name-kinds.ts';
import type { NameScan } from './name-scan.ts';

/** A head word in a run of capitals. */
export interface Head {
  readonly index: number;
  readonly length: number;
  readonly kind: HeadKind;
  readonly key: string;
  /** English puts it last, or before its first “of”. */
  readonly isEnglish: boolean;
  readonly cues: NameCues;
}

/** Before a place they lead out of a name. */
export const loose = new Set(
  'in at by with to as en a à au aux em no na con com amb avec nel nella nell sur on sobre su dans με σε στη στην στον στο στα στισ'.split(
    ' ',
  ),
);

/** Days and months, which English and Greek write with a capital. */
export const days =
  /^(?:may|march|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|april|june|july|august|september|october|november|december|δευτερα|τριτη|τεταρτη|πεμπτη|παρασκευη|σαββατο|κυριακη|ιανουαριου|φεβρουαριου|μαρτιου|απριλιου|μαιου|ιουνιου|ιουλιου|αυγουστου|σεπτεμβριου|οκτωβριου|νοεμβριου|δεκεμβριου)$/;

/** The words in lower case that belong to a name after its head. */
export function tailEnd(scan: NameScan, from: number, head: Head): number {
  const { cues } = head;
  const afterHead = head.index + head.length === from;
  let good = from;
  let contents = 0;
  let wasSmall = false;
  let isComplement = false;
  for (let at = from; at < scan.last && at - from < 14; at++) {
    const gap = scan.gap(at - 1);
    if ((gap !== 'space' && gap !== 'joined') || scan.isTaken(at) || startsLine(scan, at)) break;
    const key = scan.key(at);
    if (days.test(key) && scan.isCapital(at)) return good;
    if (scan.isCapital(at)) return wasSmall || !head.isEnglish ? at + 1 : good;
    if (cues.articles.has(key) && !wasSmall && contents > 0) {
      // A bare article after a word in lower case shows that this word is a verb.
      return contents > 1 || !isComplement ? Math.max(from, at - 1) : good;
    }
    if (cues.tail.has(key)) {
      if (cues.and.has(key) && cues.articles.has(scan.key(at + 1)) && scan.gap(at) !== 'joined')
        break;
      if (loose.has(key) && (!scan.isCapital(at + 1) || scan.isPlace(at + 1))) break;
      if (cues.and.has(key) && at === from && !afterHead) break;
      if (cues.articles.has(key) && !wasSmall) break;
      wasSmall = true;
      isComplement = true;
      contents = 0;
      continue;
    }
    if (isDative(scan, at)) {
      wasSmall = true;
      isComplement = true;
      contents = 0;
      continue;
    }
    if (cues.ends.has(key) || scan.words[at]?.shape !== 'lower' || key.length < 3) break;
    if (/^[a-z]/.test(key) !== /^[a-z]/.test(head.key)) break;
    if (cues.verbs.at(scan.words, at, scan.last) || isParticiple(scan, at)) break;
    // “Red de Redes met”: in a text of another language, the words of that end a name too.
    if (scan.cues.ends.has(key) || scan.cues.verbs.at(scan.words, at, scan.last)) break;
    if (!isComplement && (head.isEnglish || !afterHead)) break;
    contents++;
    if (contents > 3) break;
    wasSmall = false;
    good = at + 1;
  }
  return good;
}

/** “coopération au développement”, “ayuda a la infancia”: to what a word for doing is directed. */
function isDative(scan: NameScan, at: number): boolean {
  if (!/^(?:au|aux|a|al|als|ao|aos|as)$/.test(scan.key(at)) || scan.cues.language === 'it')
    return false;
  const next = scan.cues.articles.has(scan.key(at + 1)) ? at + 2 : at + 1;
  const isAdjective = /(?:al|ale|ique|ica|ico)$/.test(scan.key(at - 1));
  return (
    (doing.test(scan.key(at - 1)) || (isAdjective && doing.test(scan.key(at - 2)))) &&
    scan.words[next]?.shape === 'lower' &&
    scan.key(next).length > 3 &&
    scan.gap(at) === 'space'
  );
}

const doing =
  /(?:[ct]ion|cio|cao|ment|mento|aide|ayuda|ajuda|appui|apoyo|apoio|suport|soutien|acces|acceso|acesso)$/;

/** A line that begins with a word and a number, as in agendas. */
function startsLine(scan: NameScan, at: number): boolean {
  return (
    scan.words[at + 1]?.shape === 'number' &&
    scan.passage.shadow
      .slice(scan.words[at - 1]?.end ?? 0, scan.words[at]?.start ?? 0)
      .includes('\n')
  );
}

/** “founded in”, “organisée par”: a form of a verb before what is no connector. */
export function isParticiple(scan: NameScan, at: number): boolean {
  const next = scan.key(at + 1);
  if (
    /(?:εται|ονται|ουνται|ειται|θηκε|θηκαν|ησε|ησαν|ωσε|ωσαν|ιζει|ιζουν|ευει|ευουν|αζει)$/.test(
      scan.key(at),
    )
  )
    return true;
  const word = scan.words[at];
  const written = word ? scan.passage.text.slice(word.start, word.end) : '';
  return (
    /(?:ed|ée?s?|ad[oa]s?|id[oa]s?|at[oaie]|it[oaie]|ut[oaie]|ant|ando|endo|ing|[^t]at)$/.test(
      written,
    ) &&
    /^(?:by|in|par|por|pelo|pela|pelos|pelas|da|dal|dalla|dai|dall|per|en|em|a|amb|con|com|avec|at|to|with|from|απο)$/.test(
      next,
    )
  );
}
