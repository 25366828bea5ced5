import { mkdirSync, mkdtempSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeRecord } from '../../src/markdown/write-front.ts';
import { playground } from './koinon.ts';

/** A base in which every text is a hostile one, beside a folder that nothing may read or change. */
export interface HostileBase {
  readonly folder: string;
  /** What was done to the folder beside the base; nothing where all is well. */
  readonly trespasses: () => readonly string[];
  /** Whether this disk tells when a file was read. */
  readonly tellsReading: boolean;
}

/** Stands in the files beside the base, and must never be shown. */
export const secret = 'the-secret-of-the-neighbours';

const [early, late] = [new Date('2001-01-01'), new Date('2002-01-01')];

export function hostileBase(strings: readonly string[]): HostileBase {
  const room = mkdtempSync(join(playground, 'hostile-'));
  const [folder, outside] = [join(room, 'base'), join(room, 'outside')];
  for (const each of ['organisations', 'projects', 'events'])
    mkdirSync(join(folder, each), { recursive: true });
  mkdirSync(outside);
  for (const name of ['secret', 'secret.md', 'control.md']) {
    writeFileSync(join(outside, name), `---\nkind: project\ntitle: ${secret}\n---\n`);
    utimesSync(join(outside, name), early, late);
  }
  readFileSync(join(outside, 'control.md'));
  const tellsReading = statSync(join(outside, 'control.md')).atimeMs !== early.getTime();
  writeFileSync(join(folder, 'koinon.yaml'), settings(strings));
  for (const [at, text] of strings.entries()) writeRecords(folder, at, text.toWellFormed());
  symlinkSync(join(outside, 'secret.md'), join(folder, 'organisations', 'planted.md'));
  symlinkSync(outside, join(folder, 'planted'));
  const listing = readdirSync(outside).sort().join();
  return {
    folder,
    tellsReading,
    trespasses: () => [
      ...(readdirSync(outside).sort().join() === listing
        ? []
        : ['a file was written beside the base']),
      ...['secret', 'secret.md'].flatMap((name) => {
        const { atime, mtime } = statSync(join(outside, name));
        if (mtime.getTime() !== late.getTime()) return [`${name} was changed`];
        return tellsReading && atime.getTime() !== early.getTime() ? [`${name} was read`] : [];
      }),
      ...(readdirSync(folder).includes('PWNED') ? ['a command was run'] : []),
    ],
  };
}

function settings(strings: readonly string[]): string {
  const name = JSON.stringify(strings[0]?.toWellFormed() ?? 'X');
  return `name: ${name}\nviews:\n  ${name}: {kind: organisation}\n`;
}

function writeRecords(folder: string, at: number, text: string): void {
  const body = `# ${text}\n\n${text} and [[${text}]] and [x](${text}).\n\n\`\`\`\n${text}\n\`\`\`\n`;
  const quoted = (id: string) =>
    writeRecord(
      [
        ['title', [text]],
        ['id', [id]],
        ['aliases', [text, `${text} again`]],
        ['acronym', [text]],
        ['website', [text]],
        ['country', [at % 2 === 0 ? 'TN' : text]],
        ['themes', [text]],
        ['tags', [text]],
        ['part_of', [text]],
        ['summary', [text]],
      ],
      body,
    );
  save(join(folder, 'organisations', `o${at}.md`), quoted(`o${at}`));
  const bare = text.replaceAll('\n', ' ');
  save(
    join(folder, 'projects', `p${at}.md`),
    `---\ntitle: ${bare}\nid: ${bare}\n${bare}: ${bare}\nlead: o${at}\npartners:\n  - organisation: ${bare}\n    role: ${bare}\nbudget: ${bare}\nstart: ${bare}\nsources: ${bare}\n---\n${body}`,
  );
  save(
    join(folder, 'events', `${text.replaceAll(/[/\0]/g, '_')}.md`),
    `---\n"${bare.replaceAll(/["\\]/g, '')}": ${JSON.stringify(text)}\nhosts: o${at}\n---\n${text}\n`,
  );
}

function save(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch {
    // No disk takes every name.
  }
}
