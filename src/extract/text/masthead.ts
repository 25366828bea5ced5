const masthead =
  /\S\s?[·|–-]\s?(?:n\.?\s?[°ºo]|no|nr|núm|num|τεύχος|τχ|العدد|عدد)\.?\s?\d{1,4}\b/iu;

/** “THE WEAVER · No. 12 · Meetings”: whether a line names a periodical with its number, and a column of it. */
export function isMasthead(line: string): boolean {
  return masthead.test(line);
}
