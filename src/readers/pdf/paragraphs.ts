import { extentOf } from './extent.ts';
import { isRightToLeft } from './fragment.ts';
import type { Line } from './tables.ts';

/** Lines that belong together, as texts. */
export interface Paragraph {
  readonly lines: readonly string[];
  /** The sign or number of a list before it, `` without one. */
  readonly mark: string;
  readonly height: number;
}

/** A sign of a list at the start of a line; of pictures fonts only their place is left. */
const itemMark =
  /^(?:[-–—•*·▪◦‣●○➢\uF0B7\uF0A7\uF0D8]|o(?=\s)|\d{1,2}[.)](?=\s)|[a-z]\)(?=\s))\s{0,3}(?=\S)/;

/** A line with what of it tells where a paragraph ends. */
interface Measured {
  readonly text: string;
  readonly y: number;
  readonly height: number;
  /** Where its side of beginning and of end lie, whichever way it is written, growing in its direction. */
  readonly start: number;
  readonly end: number;
}

/** Joins the lines of a column: a wider step, another size, a sign of a list, an indent or a short last line parts them. */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const measured = lines.map(measure);
  const step = usualStep(measured);
  const { x: near, right: far } = extentOf(
    measured.map(({ start, end }) => ({ x: start, right: end })),
  );
  const paragraphs: { lines: string[]; mark: string; height: number; start: number }[] = [];
  for (const [index, line] of measured.entries()) {
    const mark = itemMark.exec(line.text)?.[0];
    const before = measured[index - 1];
    const open = paragraphs.at(-1);
    const text = mark === undefined ? line.text : line.text.slice(mark.length);
    const goesOn =
      open &&
      before &&
      mark === undefined &&
      belongs(before, line, step, far, near) &&
      !(open.mark !== '' && line.start < open.start + 0.3 * line.height);
    if (goesOn) open.lines.push(text);
    else
      paragraphs.push({
        lines: [text],
        mark: mark ?? '',
        height: line.height,
        start: line.start,
      });
  }
  return paragraphs;
}

function measure({ segments, y, height }: Line): Measured {
  const texts = segments.map(({ text }) => text);
  const isReversed = isRightToLeft(texts.join(' '));
  const { x, right } = extentOf(segments);
  return {
    text: (isReversed ? texts.toReversed() : texts).join(' '),
    y,
    height,
    start: isReversed ? -right : x,
    end: isReversed ? -x : right,
  };
}

function belongs(
  before: Measured,
  line: Measured,
  step: number,
  far: number,
  near: number,
): boolean {
  if (Math.abs(line.height - before.height) > 0.08 * before.height) return false;
  const down = line.y - before.y;
  if (down > Math.max(step * 1.25, line.height * 1.05) || down > line.height * 2.2) return false;
  const width = far - near;
  const isShort = before.end < far - width * 0.15;
  if (isShort && /[.!?:؟…]["'”’»)]{0,2}$/.test(before.text)) return false;
  const isIndented =
    line.start > before.start + line.height && line.start < before.start + 5 * line.height;
  if (isIndented && /[.!?:؟]$/.test(before.text)) return false;
  // A line that ends long before the next word would not fit: the writer ended it.
  return before.end > far - width * 0.45 || !/^[\p{Lu}\d]/u.test(line.text);
}

/** The step between lines that most lines have. */
function usualStep(lines: readonly Measured[]): number {
  const steps = lines
    .slice(1)
    .map((line, index) => line.y - (lines[index]?.y ?? 0))
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 3)] ?? 0;
}
