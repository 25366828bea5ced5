import type { TextSpan } from '../../core/document.ts';
import { nameCues } from '../names/name-cues.ts';
import { shadow } from './shadow.ts';
import { wordsOf } from './word.ts';

/** Two to four plain capitals, as a person's name has them. */
const plain = /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+){1,3}$/u;

/** Two to four Arabic words: a script without capitals says no more. */
const arabic = /^[\p{Script=Arabic}\p{M}]{2,20}(?: [\p{Script=Arabic}\p{M}]{2,20}){1,3}$/u;

/** How to reach somebody, or the office that the next one has. */
const reached =
  /^\s?[,;:،؛(–-]\s?(?:[\w.+-]{1,40}@|(?:tél|tel|tlf|τηλ|e-?mail|mail|الهاتف|هاتف|جوال|البريد|بريد)(?!\p{L})|(?:comunica|communica|press|prensa|stampa|imprensa|premsa|επικοινων|التواصل|الإعلام|الصحافة)\p{L}*\s?:)/iu;

/** “Ana Ruiz Soler, ruiz@…”, “Ana Ruiz; press: …”: somebody of a team, though a label such as “Coordination” stands before. */
export function isContact(text: string, { start, end }: TextSpan): boolean {
  if (!reached.test(text.slice(end, end + 60))) return false;
  const name = text.slice(start, end);
  return plain.test(name) || (arabic.test(name) && !hasHead(name));
}

/** “شبكة النساجات”: the first word says what it is, and it is no person. */
function hasHead(name: string): boolean {
  const words = wordsOf(name, shadow(name));
  return nameCues('ar').heads.at(words, 0, words.length) !== undefined;
}
