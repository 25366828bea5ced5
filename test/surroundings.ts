import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { inquirerPrompts } from '../src/session/prompts.ts';
import type { Surroundings } from '../src/session/session.ts';

/** A folder that is gone when the tests are. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'koinon-test-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the example base that a test may change. */
export function exampleCopy(): string {
  const folder = temporaryFolder();
  cpSync(fileURLToPath(new URL('../data/base', import.meta.url)), folder, {
    recursive: true,
    filter: (path) => !path.endsWith('.koinon'),
  });
  return folder;
}

export interface Heard extends Surroundings {
  readonly written: string[];
  readonly noted: string[];
  /** What a person types, once a question is there to be answered. */
  readonly keyboard: PassThrough;
  readonly screen: PassThrough;
}

/** Surroundings that remember what was said, and a keyboard on which a test can type. */
export async function heard(
  folder: string,
  options: { readonly answering?: boolean; readonly width?: number } = {},
): Promise<Heard> {
  const [written, noted]: [string[], string[]] = [[], []];
  const [keyboard, screen] = [new PassThrough(), new PassThrough()];
  return {
    folder,
    env: {},
    written,
    noted,
    keyboard,
    screen,
    write: async (text) => {
      written.push(text);
    },
    input: () => new PassThrough().end(),
    note: (text) => {
      noted.push(text);
    },
    show: (text) => {
      noted.push(text);
    },
    width: options.width,
    colour: false,
    ...(options.answering
      ? { prompts: (told) => inquirerPrompts({ input: keyboard, output: screen }, told) }
      : {}),
    progress: () => ({ update: () => {}, done: () => {} }),
    call: async () => 0,
    today: '2026-11-22',
  };
}
