const formats = new Map<string, Intl.NumberFormat>();

/** A number as people write it in a language; with `decimals`, exactly so many of them. */
export function shownNumber(value: number, language: string, decimals?: number): string {
  if (!Number.isFinite(value)) return '';
  const key = `${language} ${decimals ?? ''}`;
  const known =
    formats.get(key) ??
    new Intl.NumberFormat(language, {
      minimumFractionDigits: decimals ?? 0,
      maximumFractionDigits: decimals ?? 4,
    });
  formats.set(key, known);
  return known.format(value);
}
