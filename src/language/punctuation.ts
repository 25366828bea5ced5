/** What stands between the items of a list. */
export function commaIn(language: string): string {
  return language === 'ar' ? '، ' : ', ';
}

/** What stands between a label and what it labels. */
export function colonIn(language: string): string {
  return language === 'fr' ? ' : ' : ': ';
}
