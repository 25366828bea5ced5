import { words } from '../vocabulary/fold.ts';

/** Whether a folded word is one of grammar in the eight languages, of three letters or more: it tells no two texts apart. */
export function isGrammar(word: string): boolean {
  return longer.has(word);
}

/**
 * Whether a folded word only joins others in a question, as in `rede de cooperativas do Mediterrâneo`: no record must have it.
 * Narrower than {@link isGrammar}, since `Como` and `la una` may be meant.
 */
export function isJoining(word: string): boolean {
  return shorter.has(word) || (longer.has(word) && !meant.has(word));
}

const longer = new Set(
  [
    'and the for that who with from into their them they this these those are has have not its other others one able such when',
    'les des une pour avec dans par sur qui que aux leur leurs est ont son ses ces entre',
    'los las una uno para con por del sus que entre como mas sobre',
    'gli dei del della delle degli nel nella con per che sono alla alle tra fra come una uno',
    'dos das uma por para com que nos nas aos entre como mais',
    'els les una per amb dels entre que seus seva',
    'και την της των του τους στη στην στο για από απο που οι τις ένα μια με',
    'من في على الى عن مع التي الذي هذا هذه بين او ان',
  ].flatMap(words),
);

const shorter = new Set(
  [
    'a an as at by in is of on or to',
    'au de du en et la le ou un',
    'al de e el en la lo o u un y',
    'a ad ai al da di e ed i il in la le lo nei sul sulla un',
    'a ao as da de do e em na no o os um',
    'a al de del el els en i la o un',
    'η ο το τα τη σε',
    'و',
  ].flatMap(words),
);

/** Also names, or words that change what is asked. */
const meant = new Set(['como', 'not', 'one', 'able', 'other', 'others', 'uno', 'come']);
