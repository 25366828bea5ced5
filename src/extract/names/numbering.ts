const numbered =
  /^(?:[lap]p|[pbsetdmarowlσεδπ]|bp|be|lb|cb|wps?|pt|gt|lt|ot|wg|pe|πε|act|task|ip)\d{1,2}$/;

/** “AP1”, “PP2”, “WP3”, “T1”, “ΠΕ2”: a word that numbers partners or parts of a work plan; as words are compared. */
export function isNumbering(key: string): boolean {
  return numbered.test(key);
}

/** The same, and “LP”, “PP”, which stand alone before a name too. */
export function isPartnerNumber(key: string): boolean {
  return isNumbering(key) || /^(?:[lap]?p|bp|be)$/.test(key);
}
