/** Countries where names are written in Arabic and in Latin letters (ISO 3166-1). */
export const arabicCountries: ReadonlySet<string> = new Set(
  'AE BH DJ DZ EG EH IL IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE'.split(' '),
);
