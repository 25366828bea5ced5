import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const shared = fileURLToPath(new URL('../../../shared/bench/', import.meta.url));
const project = fileURLToPath(new URL('../..', import.meta.url));

/** False where the project stands alone: there is nothing to measure with. */
export const hasData = ['make-base.mjs', 'floor.mjs'].every((file) => existsSync(shared + file));

/** Bases of a run, in a temporary folder of its own. */
export interface Bases extends Disposable {
  /** A fresh base of so many records. */
  make(name: string, records: number): string;
}

export function temporaryBases(): Bases {
  const folder = mkdtempSync(join(tmpdir(), 'koinon-bench-'));
  return {
    make: (name, records) => {
      const base = join(folder, name);
      execFileSync(process.execPath, [`${shared}make-base.mjs`, base, String(records)]);
      return base;
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Milliseconds that the bare substrate takes for a base, in this process's measure of time. */
export function floor(base: string): number {
  const line = execFileSync(process.execPath, [`${shared}floor.mjs`, base], { cwd: project });
  return (JSON.parse(String(line)) as { wall_ms: number }).wall_ms;
}

export function dropIndex(base: string): void {
  rmSync(join(base, '.koinon'), { recursive: true, force: true });
}

/** The index file of a base. */
export function indexOf(base: string): string {
  const folder = join(base, '.koinon');
  const name = readdirSync(folder).find((each) => each.endsWith('.db'));
  if (name === undefined) throw new Error(`no index in ${folder}`);
  return join(folder, name);
}

/** Paths of the records of a base. */
export function recordsOf(base: string): string[] {
  return readdirSync(base, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => join(base, path));
}

export function bytesOf(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + statSync(path).size, 0);
}
