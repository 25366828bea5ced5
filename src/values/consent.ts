import type { Node } from '../core/node.ts';
import { isText } from '../core/node.ts';
import { fold } from '../vocabulary/fold.ts';
import { parseDate } from './date.ts';

const yes = 'yes,true,oui,sí,sì,sim,ναι,نعم'.split(',');
const no = 'no,false,non,não,όχι,لا,كلا'.split(',');

/** Whether a written consent is one: a word for yes in one of the eight languages, or the date on which it was given. */
export function isConsent(written: Node | undefined): boolean {
  if (!isText(written)) return false;
  return isOneOf(yes, written) || 'value' in parseDate(written.trim());
}

/** Whether a written consent says clearly that there is none. */
export function isRefusal(written: string): boolean {
  return written.trim() === '' || isOneOf(no, written);
}

function isOneOf(words: readonly string[], written: string): boolean {
  const folded = fold(written);
  return words.some((word) => fold(word) === folded);
}
