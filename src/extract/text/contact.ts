import type { TextSpan } from '../../core/document.ts';

/** Two to four plain capitals, as a person's name has them. */
const plain = /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+){1,3}$/u;

/** How to reach somebody, or the office that the next one has. */
const reached =
  /^\s?[,;:(–-]\s?(?:[\w.+-]{1,40}@|(?:tél|tel|tlf|τηλ|e-?mail|mail)(?!\p{L})|(?:comunica|communica|press|prensa|stampa|imprensa|premsa|επικοινων|التواصل)\p{L}*\s?:)/iu;

/** “Ana Ruiz Soler, ruiz@…”, “Ana Ruiz; press: …”: somebody of a team, though a label such as “Coordination” stands before. */
export function isContact(text: string, { start, end }: TextSpan): boolean {
  return plain.test(text.slice(start, end)) && reached.test(text.slice(end, end + 60));
}
