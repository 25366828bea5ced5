/** The day here, or the one that `SOURCE_DATE_EPOCH` fixes (seconds since 1970), for answers that can be made again. */
export function today(epoch: string | undefined): string {
  const fixed = /^\d{1,11}$/.test(epoch ?? '') ? new Date(Number(epoch) * 1_000) : undefined;
  return fixed ? fixed.toISOString().slice(0, 10) : dayOf(new Date());
}

/** The day of the user's own calendar; `Intl` would take longer to load than a search. */
function dayOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
