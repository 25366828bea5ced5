import { cut, toTerminal, width } from './text.ts';

/** A line that says how far a long task has come. */
export interface Progress {
  /** How many are done, of how many; a total of 0 means that it is not known. */
  update(done: number, total: number): void;
  /** Takes the line away. */
  done(): void;
}

/** What the line is written to; `process.stderr` fits. */
interface Screen {
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

const PAUSE_MS = 100;
const BAR_COLUMNS = 24;
const USUAL_COLUMNS = 80;
const ERASE = '\r\u001b[K';

/** A progress line, redrawn at most ten times a second and erased at the end; silent when not on a terminal or when told to be quiet. */
export function progress(
  screen: Screen,
  label: string,
  {
    isTerminal,
    quiet = false,
    now = () => performance.now(),
    told = (text) => text,
  }: {
    readonly isTerminal: boolean;
    readonly quiet?: boolean;
    readonly now?: () => number;
    readonly told?: ((text: string) => string) | undefined;
  },
): Progress {
  if (!isTerminal || quiet) return { update() {}, done() {} };
  const name = toTerminal(label);
  const began = now();
  let drawn = began;
  let shown = false;
  return {
    update(done, total) {
      const time = now();
      // The first tenth of a second stays empty too: what is over at once needs no line.
      if (time - drawn < PAUSE_MS) return;
      drawn = time;
      shown = true;
      // A line that fills the last column wraps on some terminals and cannot be erased.
      const room = Math.max(1, (screen.columns || USUAL_COLUMNS) - 1);
      screen.write(ERASE + line(name, done, total, time - began, room, told));
    },
    done() {
      if (shown) screen.write(ERASE);
      shown = false;
    },
  };
}

function line(
  label: string,
  done: number,
  total: number,
  elapsed: number,
  room: number,
  told: (text: string) => string,
): string {
  if (!(total > 0)) return cut(`${label}  ${done}`, room);
  const part = Math.min(1, Math.max(0, done / total));
  const percentage = `${Math.floor(part * 100)} %`;
  const count = `${done}/${total}`;
  const rest = part > 0 && part < 1 ? told(remaining((elapsed / part) * (1 - part))) : '';
  const words = [percentage, count, rest].filter((word) => word !== '').join('  ');
  const space = room - width(label) - width(words) - 4;
  if (space >= 4) return `${label}  ${bar(part, Math.min(BAR_COLUMNS, space))}  ${words}`;
  const short = room - width(percentage) - 2;
  return short >= 4 ? `${cut(label, short)}  ${percentage}` : cut(percentage, room);
}

function bar(part: number, columns: number): string {
  const full = Math.floor(part * columns);
  return '█'.repeat(full) + '░'.repeat(columns - full);
}

function remaining(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s left`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60
    ? `${minutes} min left`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min left`;
}
