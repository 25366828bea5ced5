/** What each sort of evidence for a partner counts; reasons are sums of these, so that every point can be explained. */
export const weights = {
  /** The organisation names the theme itself; for each doubling of the themes that fit. */
  themes: 3,
  /** Work on the theme, for each doubling of its amount (see {@link amount}). */
  themeWork: 2,
  /** The words stand in its name, in its summary or fields, or only in its text. */
  words: { name: 3, fields: 2, text: 1 },
  wordsWork: 1.5,
  /** Work of any sort, where neither theme nor words were asked for. */
  work: 1,
  /** Work that it led, beside what the work itself counts. */
  leads: 1,
  /** It offers what is needed; all the words of the need in one offer. */
  offers: 2,
  /** It seeks what was asked for with `--seeks`. */
  seeks: 2,
  countries: 1,
  regions: 1,
  workedIn: 1,
  /** It has worked with the one who asks (`--from`). */
  known: 1,
  /** Distinct partners and distinct countries of its work, for each doubling. */
  partners: 0.1,
  workCountries: 0.1,
  /** The record was checked, or work went on, today; half of it after the half-life. */
  fresh: 0.5,
  /** `--like`: for each bit of rarity of a theme that both name. */
  likeThemes: 0.5,
  likeForms: 1,
  /** `--like`: actors and networks that both know, rare ones counting more; for each doubling. */
  likeCompany: 1.5,
  /** `--like`: countries that both have worked in, for each doubling. */
  likeCountries: 0.3,
} as const;

/** Beyond so many, further partners and countries tell nothing more. */
export const breadthLimit = { partners: 31, workCountries: 15 } as const;

/** How much of a piece of work a role is; roles that are not listed are no work. */
export const roleWeights: Readonly<{ [role: string]: number }> = {
  lead: 1.5,
  coordinator: 1.5,
  partner: 1,
  owner: 1,
  associated: 0.6,
  organiser: 0.6,
  'co-organiser': 0.5,
  host: 0.4,
  funder: 0.4,
  participant: 0.25,
};

/** Years after which evidence counts half. */
export const halfLife = 5;

/** Years that are assumed where nothing says when the work was done. */
export const undatedAge = 10;
