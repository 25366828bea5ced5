/**
 * How often each rule was right on the annotated texts that were at hand: a name found by it was an entity of that kind.
 * An entity has the confidence of its best rule; two rules that agree are counted as independent.
 */
export const precisionOf = {
  /** A name that the base knows. */
  known: 0.97,
  /** A cell of a column, or an item of a list, that is headed “partners”, “projects” … */
  table: 0.93,
  /** What stands after “lead partner:”. */
  label: 0.93,
  /** A legal form beside it: `S.Coop.`, `SCOP`, `ΚοινΣΕπ`. */
  'legal-form': 0.95,
  /** A capitalised name with a head word: `Federation of …`, `Asamblea de …`. */
  head: 0.9,
  /** A public body by its place: `mairie de …`, `Region of …`. */
  authority: 0.88,
  /** A name before its acronym in brackets. */
  acronym: 0.93,
  /** Capitals with an acronym of their letters, and no head word. */
  'acronym-brand': 0.7,
  /** A word that says what it is, beside it: `projet X`, `the X project`. */
  apposition: 0.88,
  /** “X is a cooperative that …” */
  definition: 0.9,
  /** In quotation marks after “called” or after a word that says what it is. */
  quoted: 0.85,
  /** It does what organisations do. */
  verb: 0.75,
  /** Named after “organised by”, “results of” … */
  context: 0.75,
  /** Beside an organisation in a list. */
  list: 0.7,
  /** A descriptive phrase: “final conference of X”. */
  'event-phrase': 0.82,
  /** “X report on …” */
  'document-phrase': 0.78,
  /** A programme found by its own grammar. */
  programme: 0.95,
  /** A name whose words say nothing; alone it is no entity. */
  brand: 0.4,
} as const satisfies { readonly [rule: string]: number };

export type NameRule = keyof typeof precisionOf;
