import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { UsageError } from '../core/usage-error.ts';
import type { Session } from './session.ts';

/** The files and folders that a call names. */
export interface NamedPaths {
  /** Whether a path of the base is one of them or lies below one. */
  readonly has: (path: string) => boolean;
  /** Throws a {@link UsageError} for a name that is neither on the disk nor that of any path asked for so far. */
  readonly verify: () => void;
}

/** Named files and folders of the base; each is looked for from here, then from the base. */
export function namedPaths(
  written: readonly string[],
  { base, surroundings }: Session,
): NamedPaths {
  const from = [surroundings.folder, base.folder];
  const named = written.map((each) => {
    const places = from.map((folder) => real(resolve(real(folder), each)));
    const inside = places.filter((place) => below(base.folder, place) !== undefined);
    const place = inside.find((one) => existsSync(one)) ?? inside[0];
    const elsewhere = places.some((one) => existsSync(one) && !inside.includes(one));
    if (place === undefined || (elsewhere && !existsSync(place)))
      throw new UsageError(`${each} lies outside the base ${base.name}`);
    return { each, path: below(base.folder, place) ?? '', known: existsSync(place) };
  });
  return {
    has: (path) => {
      const holding = named.filter(
        (one) => one.path === '' || path === one.path || path.startsWith(`${one.path}/`),
      );
      for (const one of holding) one.known = true;
      return holding.length > 0;
    },
    verify: () => {
      const missing = named.find(({ known }) => !known);
      if (missing)
        throw new UsageError(
          `There is no file or folder ${missing.each} in the base ${base.name}; write its path from here or from ${base.folder}, such as organisations`,
        );
    },
  };
}

/** A path without links, where it is there. */
function real(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

/** The path of a place as the index writes it; undefined outside of the folder. */
function below(folder: string, place: string): string | undefined {
  const path = relative(folder, place).split(sep).join('/');
  return path === '..' || path.startsWith('../') || isAbsolute(path) ? undefined : path;
}
