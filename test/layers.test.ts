import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** A room of `src`, by its folders and files, and the rooms that it may know. */
interface Room {
  readonly paths: readonly string[];
  readonly may: readonly string[];
}

/** One file that imports another, or a package. */
interface Import {
  readonly from: string;
  readonly to: string;
}

const project = fileURLToPath(new URL('..', import.meta.url));
const rooms = roomsOf(readFileSync(join(project, 'ARCHITECTURE.md'), 'utf8'));
const files = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.ts'));
const imports = files.flatMap((from) => importsOf(from, readFileSync(join(project, from), 'utf8')));

/** The table of rooms is the one place that says what may know what. */
function roomsOf(page: string): Room[] {
  const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);
  return page
    .split('\n')
    .filter((line) => line.startsWith('| `src/'))
    .map((line) => {
      const [, names = '', , may = ''] = line.split('|');
      return { paths: quoted(names), may: quoted(may) };
    });
}

function importsOf(from: string, text: string): Import[] {
  const found = text.matchAll(/(?:\bfrom |\bimport\(|^import )'([^']+)'/gm);
  return [...found].map(([, to = '']) => ({
    from,
    to: to.startsWith('.') ? join(dirname(from), to) : to,
  }));
}

/** The room with the longest path that the file is in: `src/vocabulary/fold.ts` before `src/vocabulary/`. */
function roomOf(file: string): Room | undefined {
  const fit = (room: Room) =>
    Math.max(...room.paths.map((path) => (file.startsWith(path) ? path.length : 0)));
  const best = rooms.toSorted((a, b) => fit(b) - fit(a))[0];
  return best && fit(best) > 0 ? best : undefined;
}

function isAllowed({ from, to }: Import): boolean {
  if (!to.startsWith('src/')) return true;
  const [room, other] = [roomOf(from), roomOf(to)];
  if (!room || !other) return false;
  return room === other || other.paths.some((path) => room.may.includes(path));
}

describe('the rooms of ARCHITECTURE.md', () => {
  test('hold every file', () => {
    expect(files.filter((file) => !roomOf(file))).toEqual([]);
  });

  test('are what the files import', () => {
    const wrong = imports.filter((each) => !isAllowed(each));
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test.each(rooms.map((room) => [room.paths.join(', '), room] as const))(
    '%s knows what its row says, and no more is said',
    (_, room) => {
      const used = imports
        .filter(({ from, to }) => roomOf(from) === room && roomOf(to) !== room)
        .map(({ to }) => roomOf(to));
      const idle = room.may.filter(
        (path) => !used.some((other) => other?.paths.includes(path) === true),
      );
      expect(idle).toEqual([]);
    },
  );

  test.each(rooms.map(({ paths }) => paths[0] ?? ''))('%s is closed at any depth', (path) => {
    const nested = path.endsWith('/') ? `${path}deep/deeper/new.ts` : path;
    for (const other of rooms) {
      const target = other.paths[0] ?? '';
      const file = target.endsWith('/') ? `${target}any.ts` : target;
      const up = '../'.repeat(nested.split('/').length - 1);
      const forms = [`import { x } from '${up}${file}';`, `await import('${up}${file}');`];
      const isKnown = path === target || roomOf(nested)?.may.includes(target) === true;
      for (const form of forms) {
        const [made] = importsOf(nested, form);
        expect(made && isAllowed(made), `${nested}: ${form}`).toBe(isKnown);
      }
    }
  });
});

describe('outside', () => {
  const users = (wanted: RegExp) => imports.filter(({ to }) => wanted.test(to));

  test('the core knows no disk, no process and no package', () => {
    const outside = imports.filter(
      ({ from, to }) => from.startsWith('src/core/') && !to.startsWith('src/'),
    );
    expect(outside).toEqual([]);
  });

  test.each([
    [/^better-sqlite3$/, 'src/store/sqlite/'],
    [/^commander$/, 'src/cli.ts'],
    [/^inquirer$/, 'src/session/prompts.ts'],
    [/^gray-matter$/, 'src/markdown/front.ts'],
    [/^chalk$/, 'src/terminal/colour.ts'],
  ])('%s is imported only in %s', (name, place) => {
    const found = users(name);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ from }) => !from.startsWith(place))).toEqual([]);
  });

  test('only cli.ts speaks to the process that koinon is', () => {
    const touching = files.filter((file) =>
      /\bprocess\.(?:argv|stdin|stdout|stderr|cwd|chdir|exit|exitCode|on|kill)\b/.test(
        readFileSync(join(project, file), 'utf8').replaceAll(/\/\*.*?\*\/|^\s*\/\/.*$/gms, ''),
      ),
    );
    expect(touching.filter((file) => file !== 'src/cli.ts')).toEqual([]);
  });
});
