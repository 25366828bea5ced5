import type { Session } from './session/session.ts';

/** A flag of a command: its spelling as commander reads it, and what it does. */
export interface Option {
  readonly flags: string;
  readonly summary: string;
  /** May be given several times; each adds a value. */
  readonly many?: true;
  readonly choices?: readonly string[];
  readonly fallback?: string;
}

/** A word after the command's name: `<required>`, `[optional]`, `[several...]`. */
interface Argument {
  readonly name: string;
  readonly summary: string;
}

/** A call that can be typed as it stands, and what it does. */
interface Example {
  readonly call: string;
  readonly does: string;
}

/** What the user gave, by the long names of the flags without their hyphens. */
export interface Call {
  readonly words: readonly string[];
  text(option: string): string | undefined;
  list(option: string): readonly string[];
  flag(option: string): boolean;
}

/** 0: done; 1: done, with findings; 2: not done. */
export type ExitCode = 0 | 1 | 2;

/** One definition gives the parsing, the help and the page of a command; its file's name is its name. */
export interface Command {
  readonly summary: string;
  readonly arguments?: readonly Argument[];
  readonly options?: readonly Option[];
  readonly examples: readonly Example[];
  run(call: Call, session: Session): Promise<ExitCode>;
}
