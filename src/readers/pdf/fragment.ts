/** Text at a place of a page, in points from its upper left corner; `y` is the base line. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  /** Of the letters: the size of the font. */
  readonly height: number;
}

/** What stands on one base line without a wide gap: a line, or a part of one in a table or a column. */
export type Segment = Placed;

/** A page as it is read, before its lines are joined. */
export interface PdfPage {
  readonly number: number;
  readonly height: number;
  readonly segments: readonly Segment[];
}

/** Whether more letters are Arabic than not. */
export function isRightToLeft(text: string): boolean {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  return arabic > 0 && arabic * 2 >= (text.match(/\p{L}/gu)?.length ?? 0);
}
