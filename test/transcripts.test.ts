import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { callsOf, fits, play, refused, rewritten } from './play.ts';

const here = new URL('.', import.meta.url);
const pages = [
  new URL('../README.md', here),
  new URL('../docs/ranking.md', here),
  new URL('../docs/search.md', here),
  ...readdirSync(new URL('transcripts/', here))
    .filter((name) => name.endsWith('.md'))
    .map((name) => new URL(`transcripts/${name}`, here)),
];

/** `UPDATE=1 npx vitest run test/transcripts.test.ts` writes what is printed into the pages, to be read before it is kept. */
const update = process.env['UPDATE'] === '1';

describe.each(pages.map((page) => [page.pathname.split('/').slice(-2).join('/'), page] as const))(
  '%s',
  (_, url) => {
    const page = readFileSync(url, 'utf8');
    const calls = callsOf(page);
    const outputs = play(calls);

    if (update) {
      for (const [index, output] of outputs.entries()) {
        const call = calls[index];
        if (refused(output) && call && !refused(call.expected))
          throw new Error(`Line ${call.line}: ${call.call}\n${output.join('\n')}`);
      }
      writeFileSync(url, rewritten(page, outputs));
    }

    test.each(calls.map((call, index) => [call.line, call.call, index] as const))(
      'line %i: %s',
      (_line, _call, index) => {
        const [output, expected] = [outputs[index] ?? [], calls[index]?.expected ?? []];
        if (!update && !fits(output, expected)) expect(output.join('\n')).toBe(expected.join('\n'));
      },
    );
  },
);
