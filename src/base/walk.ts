import { lstatSync, readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import type { Problem } from '../core/message.ts';

/** A Markdown file below a base, as it looks from outside. */
export interface Found {
  /** Relative to the base, with `/` between its parts. */
  readonly path: string;
  readonly size: number;
  readonly mtime: number;
  readonly ctime: number;
  readonly inode: number;
}

export interface Walk {
  readonly files: readonly Found[];
  /** The same as columns, for whoever only compares: an object for each of ten thousand files takes longer than to look at it. */
  readonly paths: readonly string[];
  /** Four for each path: size, mtime, ctime, inode. */
  readonly numbers: readonly number[];
  /** Folders that could not be read: nothing below them is known to be gone. */
  readonly unreadable: readonly string[];
  /** Files that are left out, and why. */
  readonly problems: ReadonlyMap<string, Problem>;
}

/** Folders of other programs, which hold no records. */
const skipped = /^(?:\..*|node_modules)$/;

/** Where koinon keeps what is no record yet, directly in the base. */
const drafts = 'drafts';

/** Copies that programs for shared folders make when two people change one file. */
export const conflictCopy =
  /\([^()]*(?:conflicted copy|case conflict|sfconflict|copie en conflit|copia en (?:conflicto?|conflicte)|copia in conflitto|pia em conflito|konflikt|\bconflict \d{4}-)[^()]*\)|[.-]sync-conflict-|_conflict-\d{8}|_conf\(\d+\)|~HEAD/i;

/**
 * Every regular `.md` file below a folder, by path. Links to folders are not followed, so the walk always ends; what is no
 * regular file is never opened. Their number is told when all have been found, before each is looked at.
 */
export function walk(base: string, counted?: (files: number) => void): Walk {
  const named: string[] = [];
  const paths: string[] = [];
  const numbers: number[] = [];
  const unreadable: string[] = [];
  const problems = new Map<string, Problem>();

  const visit = (folder: string) => {
    let entries: Dirent[];
    try {
      entries = readdirSync(folder === '' ? base : `${base}/${folder}`, { withFileTypes: true });
    } catch {
      unreadable.push(folder);
      problems.set(folder || '.', warning(unreadableFolder));
      return;
    }
    for (const entry of entries) {
      const { name } = entry;
      const path = folder === '' ? name : `${folder}/${name}`;
      if (entry.isDirectory()) {
        if (!skipped.test(name) && path !== drafts) visit(path);
      } else if (isMarkdown(name)) {
        const reason = leftOut(entry);
        if (reason === undefined) named.push(path);
        else problems.set(path, warning(reason));
      }
    }
  };

  const look = (path: string) => {
    try {
      const { size, mtimeMs, ctimeMs, ino } = lstatSync(`${base}/${path}`);
      paths.push(path);
      numbers.push(size, mtimeMs, ctimeMs, ino);
    } catch {
      unreadable.push(path);
    }
  };

  visit('');
  counted?.(named.length);
  named.forEach(look);
  let files: readonly Found[] | undefined;
  return {
    get files() {
      return (files ??= paths.map((path, index) => foundAt(path, numbers, index * 4)));
    },
    paths,
    numbers,
    unreadable,
    problems,
  };
}

function foundAt(path: string, numbers: readonly number[], at: number): Found {
  const [size = 0, mtime = 0, ctime = 0, inode = 0] = numbers.slice(at, at + 4);
  return { path, size, mtime, ctime, inode };
}

const unreadableFolder =
  'This folder cannot be read; what the index knows of it is kept. Give yourself permission to read it';

function warning(reason: string): Problem {
  return { severity: 'warning', rule: 'file', reason, line: 1, column: 1 };
}

function isMarkdown(name: string): boolean {
  return (name.endsWith('.md') || name.endsWith('.MD')) && !name.startsWith('.');
}

function leftOut(entry: Dirent): string | undefined {
  if (entry.isSymbolicLink())
    return 'A link to a file elsewhere is not read; put the file itself into the base';
  if (!entry.isFile()) return 'This is no ordinary file and is not read';
  if (entry.name.includes('\ufffd'))
    return 'The name of this file is not in UTF-8; give it another name';
  if (conflictCopy.test(entry.name))
    return 'A copy made by a program for shared folders; compare it with the original, then remove one';
  return undefined;
}
