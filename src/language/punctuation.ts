/** What stands between the items of a list. */
export function commaIn(language: string): string {
  return language === 'ar' ? '، ' : ', ';
}

/** What stands between a label and what it labels. */
export function colonIn(language: string): string {
  return language === 'fr' ? ' : ' : ': ';
}

/** What stands between the items of a list whose items have commas; in Greek our sign asks a question. */
export function semicolonIn(language: string): string {
  const own: { readonly [language: string]: string } = { fr: ' ; ', el: '· ', ar: '؛ ' };
  return own[language] ?? '; ';
}
