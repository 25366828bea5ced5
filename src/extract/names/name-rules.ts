/**
 * How often each rule was right: a name found by it was an entity of that kind. Counted on 45 annotated documents in eight
 * languages; where a rule was met less than twenty times, the figure is held below what was counted.
 * An entity has the confidence of its best rules, up to three of which count as independent.
 */
export const precisionOf = {
  /** A name that the base knows. */
  known: 0.97,
  /** A cell of a column, or an item of a list, that is headed “partners”, “projects” … */
  table: 0.97, // 60 of 60
  /** What stands after “lead partner:”. */
  label: 0.95, // 33 of 33
  /** A legal form beside it: `S.Coop.`, `SCOP`, `ΚοινΣΕπ`. */
  'legal-form': 0.92, // 5 of 5
  /** A capitalised name with a head word: `Federation of …`, `Asamblea de …`. */
  head: 0.92, // 165 of 175
  /** A public body by its place: `mairie de …`, `Region of …`. */
  authority: 0.92, // 74 of 79
  /** A name before its acronym in brackets. */
  acronym: 0.96, // 64 of 64
  /** Capitals with an acronym of their letters, and no head word. */
  'acronym-brand': 0.72, // 3 of 3
  /** A word that says what it is, beside it: `projet X`, `the X project`. */
  apposition: 0.94, // 51 of 52
  /** “X is a cooperative that …” */
  definition: 0.88, // 8 of 8
  /** In quotation marks after “called” or after a word that says what it is. */
  quoted: 0.93, // 35 of 36
  /** It does what organisations do. */
  verb: 0.7, // 3 of 3
  /** Named after “organised by”, “results of” … */
  context: 0.78, // 5 of 5
  /** Beside an organisation in a list. */
  list: 0.7, // 5 of 7
  /** A well-known name of `data/cues/names/brands`. */
  'brand-list': 0.93, // 57 of 57
  /** A brand that the words before it place or employ somebody in: “the Greek X”, `Ana Silva, X`. */
  'brand-cue': 0.8, // 5 of 5
  /** A name that its own words give away: a brand with a place, `Coop…` within it. */
  'brand-form': 0.6, // 1 of 2
  /** What the next sentence calls “the project”. */
  anaphora: 0.78, // 3 of 3
  /** A descriptive phrase: “final conference of X”. */
  'event-phrase': 0.9, // 25 of 26
  /** A programme found by its own grammar. */
  programme: 0.96, // 49 of 49
  /** A name whose words say nothing; alone it is no entity. */
  brand: 0.4,
} as const satisfies { readonly [rule: string]: number };

export type NameRule = keyof typeof precisionOf;
