/** Words of Arabic script, folded. */
const arabic = /^[\u0621-\u064a]+$/;

/** What stands joined before a word: and, with, for, as, so; and the article, alone or after one of them. */
const joinedArticle = /^(?:[وفبك]?ال|[وف]?لل)(?=.{2})/;

/**
 * A folded text with its Arabic words bare of the article, of the particles joined to it, and of an “and” that stands
 * alone: `الاقتصاد الاجتماعي و التضامني` and `اقتصاد اجتماعي وتضامني` are then alike where names are compared.
 */
export function bareArabic(folded: string): string {
  if (!/[\u0621-\u064a]/.test(folded)) return folded;
  return folded
    .split(' ')
    .filter((word) => word !== 'و')
    .map((word, index) => (arabic.test(word) ? bareWord(word, index > 0) : word))
    .join(' ');
}

/** The same word with and without the article, and with what may be joined before it; the word itself is not among them. */
export function arabicForms(word: string): readonly string[] {
  if (!arabic.test(word) || word.length < 3) return [];
  const bare = bareWord(word, false);
  if (bare.length < 3) return [];
  const defined = [`ال${bare}`, `وال${bare}`, `بال${bare}`, `لل${bare}`];
  const forms =
    bare === word ? [`و${bare}`, `ب${bare}`, `ل${bare}`, ...defined] : [bare, ...defined];
  return forms.filter((form) => form !== word);
}

/** An “and” is taken off only within a name, where it joins: many words begin with its letter. */
function bareWord(word: string, within: boolean): string {
  const bare = word.replace(joinedArticle, '');
  if (bare !== word || !within) return bare;
  return word.startsWith('و') && word.length > 4 ? word.slice(1) : word;
}
