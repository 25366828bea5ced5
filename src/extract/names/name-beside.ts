import type { HeadKind } from './name-kinds.ts';
import { kindOf } from './name-kinds.ts';
import type { Vote } from './name-mention.ts';
import { headOver } from './name-run.ts';
import type { NameScan } from './name-scan.ts';

/** What brands without a head tell of themselves, and what places, persons and “called” beside them tell. */
export function votesBeside(scan: NameScan, first: number, last: number): Vote[] {
  const votes: Vote[] = [];
  const named = calledBefore(scan, first);
  const kind = named && kindOf(named);
  if (kind) votes.push({ kind, weight: 3, rule: 'apposition' });
  if (isOfNation(scan, first))
    votes.push({
      kind: 'organisation',
      weight: scan.cues.given.has(scan.key(first)) ? 0.5 : 3,
      rule: 'brand-cue',
    });
  if (isAffiliation(scan, first, last) || isWorkplace(scan, first, last))
    votes.push({ kind: 'organisation', weight: 2, rule: 'brand-cue' });
  if (hasYears(scan, first, last)) votes.push({ kind: 'project', weight: 2, rule: 'context' });
  if (isBranch(scan, first, last))
    votes.push({ kind: 'organisation', weight: 1.5, rule: 'brand-form' });
  if (isCooperative(scan, first, last))
    votes.push({ kind: 'organisation', weight: 1.5, rule: 'brand-form' });
  return votes;
}

/** “a bid named SLOW FERRY”, “una red llamada Arrels”. */
function calledBefore(scan: NameScan, first: number): HeadKind | undefined {
  const { cues, words } = scan;
  for (let at = first - 1; at >= Math.max(scan.first, first - 4); at--) {
    if (scan.gap(at) !== 'space') return undefined;
    const cue = cues.named.at(words, at, first);
    if (!cue || at + cue.length !== first) continue;
    for (let back = at - 1; back >= Math.max(scan.first, at - 4); back--) {
      if (scan.gap(back) !== 'space') return undefined;
      const head = headOver(scan, back);
      if (head && words[back]?.shape === 'lower') return head.kind;
    }
    return undefined;
  }
  return undefined;
}

/** “la catalana Aracoop”, “the Greek Dock”, “i greci di Vio.Me”. */
function isOfNation(scan: NameScan, first: number): boolean {
  let before = first - 1;
  if (/^(?:di|de|d|do|da)$/.test(scan.key(before)) && scan.gap(before) === 'space') before--;
  if (before <= scan.first || scan.gap(before) !== 'space') return false;
  if (!scan.isPlace(before) && !regional.test(scan.key(before))) return false;
  const isWritten =
    scan.words[before]?.shape === 'lower' || (scan.cues.language === 'en' && before === first - 1);
  const article = before - 1;
  return (
    isWritten &&
    scan.gap(article) !== 'break' &&
    (scan.cues.articles.has(scan.key(article)) ||
      /^(?:dei|della|dalla|dal|del|al|alla|pela|pelo|da|do|στην?|της|τησ|του)$/.test(
        scan.key(article),
      ))
  );
}

/** Beginnings of adjectives of regions and nations around the Mediterranean, in languages that write them in lower case. */
const regional =
  /^(?:catalan|andalu[zs]|andalou|valencian|vasc[ao]|basc[ao]|gallec|galleg|galeg|madrile|mallorqu|menorqu|aragon[eè]s|asturian|murcian|extreme[nñ]|canari|sard[aoie]|sicilian|calabres|puglies|pugliese|toscan|campan[aoie]|lombard|piemontes|ligur|venet[aoie]|romagnol|abruzzes|marchigian|umbr[aoie]|lucan[aoie]|cors[aoe]|proven[cç]al|occitan|breton|parisien|marseillais|lyonnais|toulousain|napoletan|milanes|torines|bolognes|palermitan|cretes|cretois|macedon|alentejan|algarvi|lisboet|minhot|madeirens|a[cç]orian|kabyl|rifain|palestin|israel|maltes|cipriot|chypriot|xipriot|grec[aoh]?|greg[ao]|turc[ao]?|turqu|francesa?$|francese|frances$|italian|espa[nñ]ol|espanyol|spagnol|portugu[eê]?s|tunisi|tunecin|marroqu|marocchin|argelin|alg[eé]rien|algerin|argeli|egipci|egizian|egyptien|libane|llibane|jordan|giordan|siri[ao]|syrien|albanes|albanais|croat|eslovè?n|esloven|sloven|b[eéè]lg|neerlandes|holandes|olandes|n[eé]erlandais|alem[aã]n|tedesc|allemand|alemany|austr[ií]ac|austriac|autrichien|suiss?[ao]|suiz[ao]|svizzer|brit[aá]n|irland|sueca?|svedes|polac[ao]|polonais|romanes|rumun|b[uú]lgar)[a-z]{0,4}$|^(?:ιταλικ|ελληνικ|ισπανικ|γαλλικ|πορτογαλικ|κυπριακ|τουρκικ|βουλγαρικ|αλβανικ|μαλτεζικ|τυνησιακ|μαροκιν|αιγυπτιακ|λιβανεζικ|καταλανικ)/;

/** “Ana Silva, Som Energia, Spain”, “(Amel Trabelsi, Lab'ess)”: where somebody comes from. */
function isAffiliation(scan: NameScan, first: number, last: number): boolean {
  const before = first - 1;
  const { shadow } = scan.passage;
  const isRole = scan.cues.roles.at(scan.words, before, first) !== undefined;
  if (
    before < scan.first ||
    (!scan.isTaken(before) && !(isRole && shadow[(scan.words[first]?.start ?? 0) - 1] === '('))
  )
    return false;
  const start = scan.words[first]?.start ?? 0;
  const end = scan.words[last - 1]?.end ?? 0;
  if (!/^(?:, | \(| - )$/.test(shadow.slice(scan.words[before]?.end ?? 0, start))) return false;
  const after = shadow.slice(end, Math.min(end + 3, scan.block.end));
  // “Hind Abbadi (Oasis du Paillon)”
  if (shadow[start - 1] === '(' && after.startsWith(')')) return !scan.isPlace(first);
  if (isMarked(scan, first, last)) return /^(?:$|[,;.)\n]| -)/.test(after);
  return last - first > 1 && /^, ?/.test(after) && scan.isPlace(last);
}

/** “Amina Trabelsi, project manager at CCPP”: beside a person, what somebody is, and where. */
function isWorkplace(scan: NameScan, first: number, last: number): boolean {
  const { cues } = scan;
  const before = first - 1;
  if (!isMarked(scan, first, last) || before <= scan.first || scan.gap(before) === 'break')
    return false;
  if (!cues.connectors.has(scan.key(before)) && !locative.has(scan.key(before))) return false;
  for (let at = before - 1; at > Math.max(scan.first, before - 7); at--) {
    const gap = scan.gap(at);
    if (gap !== 'space' && gap !== 'joined') return false;
    if (
      cues.roles.at(scan.words, at, first) &&
      scan.gap(at - 1) === 'comma' &&
      scan.isTaken(at - 1)
    )
      return true;
  }
  return false;
}

/** Of prepositions after which a place stands. */
const locative = new Set(
  'in at from near to a à au aux en em no na ao à nel nella nello al alla allo dans vers στη στην στον στο από'.split(
    ' ',
  ),
);

/** “ANCI Puglia”, “Habitat Participatif France”: a brand with the place of its branch. */
function isBranch(scan: NameScan, first: number, last: number): boolean {
  if (last - first < 2 || scan.isPlace(first) || !scan.isPlace(last - 1)) return false;
  if (!scan.isCapital(last - 1) || scan.gap(last - 2) !== 'space') return false;
  if (locative.has(scan.key(first - 1))) return false;
  if (scan.cues.given.has(scan.key(first))) return false;
  // “Olesa de Montserrat” is a town.
  if (last - first === 3 && scan.words[last - 2]?.shape === 'lower') return false;
  const shape = scan.words[first]?.shape;
  const isAcronym = (shape === 'upper' || shape === 'mixed') && scan.key(first).length > 2;
  const isWhole = scan.words.slice(first, last).every((word) => word.shape === 'upper');
  return isAcronym ? !isWhole : last - first > 2 && !scan.isFirst(first);
}

/** “CoopLisboa”, “Aracoop”. */
function isCooperative(scan: NameScan, first: number, last: number): boolean {
  return scan.words
    .slice(first, last)
    .some(
      ({ key, shape }) =>
        shape !== 'lower' && /^.{2,}[ck]oop$|^[ck]oop(?!er|$).{2,}|[ck]oop(?!er).{3,}/.test(key),
    );
}

/** “ORILLAS VIVAS (2019-2022)”: what has a beginning and an end. */
function hasYears(scan: NameScan, first: number, last: number): boolean {
  const end = scan.words[last - 1]?.end ?? 0;
  return (
    scan.words.slice(first, last).some(({ shape }) => shape === 'upper' || shape === 'mixed') &&
    /^ \((?:19|20)\d\d ?- ?(?:19|20)\d\d\)/.test(scan.passage.shadow.slice(end, end + 16))
  );
}

function isMarked(scan: NameScan, first: number, last: number): boolean {
  return scan.words
    .slice(first, last)
    .some(({ shape, key }) => (shape === 'upper' || shape === 'mixed') && key.length > 2);
}
