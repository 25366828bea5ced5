/** Orders what has a title as people who read a language expect; of equal titles the id decides. */
export function titleOrder(
  language: string,
): (a: { readonly title: string; readonly id: string }, b: typeof a) => number {
  const { compare } = new Intl.Collator(language);
  return (a, b) => compare(a.title, b.title) || (a.id < b.id ? -1 : Number(a.id > b.id));
}
