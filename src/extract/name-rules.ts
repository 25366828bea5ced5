/**
 * How often each rule was right: a name found by it was an entity of that kind. Counted on 21 annotated documents in eight
 * languages; where a rule was met less than twenty times, the figure is held below what was counted.
 * An entity has the confidence of its best rules, up to three of which count as independent.
 */
export const precisionOf = {
  /** A name that the base knows. */
  known: 0.97,
  /** A cell of a column, or an item of a list, that is headed “partners”, “projects” … */
  table: 0.95, // 26 of 26
  /** What stands after “lead partner:”. */
  label: 0.93, // 21 of 22
  /** A legal form beside it: `S.Coop.`, `SCOP`, `ΚοινΣΕπ`. */
  'legal-form': 0.92, // 3 of 3
  /** A capitalised name with a head word: `Federation of …`, `Asamblea de …`. */
  head: 0.9, // 52 of 58
  /** A public body by its place: `mairie de …`, `Region of …`. */
  authority: 0.92, // 28 of 29
  /** A name before its acronym in brackets. */
  acronym: 0.95, // 30 of 30
  /** Capitals with an acronym of their letters, and no head word. */
  'acronym-brand': 0.72, // 2 of 2
  /** A word that says what it is, beside it: `projet X`, `the X project`. */
  apposition: 0.92, // 18 of 18
  /** “X is a cooperative that …” */
  definition: 0.88, // 4 of 4
  /** In quotation marks after “called” or after a word that says what it is. */
  quoted: 0.9, // 8 of 8
  /** It does what organisations do. */
  verb: 0.7, // 2 of 3
  /** Named after “organised by”, “results of” … */
  context: 0.78, // 5 of 5
  /** Beside an organisation in a list. */
  list: 0.75, // 4 of 4
  /** A well-known name of `data/cues/names/brands`. */
  'brand-list': 0.9,
  /** A brand that the words before it place or employ somebody in: “the Greek X”, `Ana Silva, X`. */
  'brand-cue': 0.8,
  /** A name that its own words give away: a brand with a place, `Coop…` within it. */
  'brand-form': 0.75,
  /** What the next sentence calls “the project”. */
  anaphora: 0.8,
  /** A descriptive phrase: “final conference of X”. */
  'event-phrase': 0.88, // 17 of 18
  /** A programme found by its own grammar. */
  programme: 0.95, // 21 of 21
  /** A name whose words say nothing; alone it is no entity. */
  brand: 0.4,
} as const satisfies { readonly [rule: string]: number };

export type NameRule = keyof typeof precisionOf;
