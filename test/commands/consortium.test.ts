import { expect, test } from 'vitest';
import checkBase from '../../src/commands/check.ts';
import check from '../../src/commands/consortium/check.ts';
import { base, call, run } from './run.ts';

const organisation = (country: string, form = 'association') =>
  `---\ncountry: ${country}\nform: ${form}\n---\n`;

/** Organisations `es`, `fr`, `pt`, `it` of one country each, and a call with these conditions. */
function withCall(conditions: string, files: Readonly<{ [path: string]: string }> = {}): string {
  const countries = ['es', 'fr', 'pt', 'it'];
  return base({
    'calls/c.yaml': `title: C\nsource: S\nvalid: '2024'\nconditions:\n${conditions}`,
    ...Object.fromEntries(
      countries.map((code) => [`organisations/${code}.md`, organisation(code.toUpperCase())]),
    ),
    ...files,
  });
}

const project = (fields: string) => `---\nkind: project\ntitle: P\n${fields}---\n`;

test.each(['30 %', '30', '"30,0"'])(
  'the share of a partner is read from the record: share: %s',
  async (share) => {
    const folder = withCall('  - {about: partner-share, max: 25}\n', {
      'projects/p.md': project(`lead: es\npartners:\n  - {record: fr, share: ${share}}\n`),
    });
    const { code, written } = await run(check, folder, call(['p'], { rules: 'c' }));
    expect(written).toContain('fr (fr; Partner, France, 30 %)');
    expect(code).toBe(1);
  },
);

test('the mistakes of a call are listed by check, each with its line', async () => {
  const folder = withCall('  - {about: partners, min: deux}\n  - {about: lead, in: mpx}\n');
  const { code, written } = await run(checkBase, folder, call());
  expect(code).toBe(1);
  expect(written.split('\n')).toEqual([
    'calls/c.yaml:5:28  error  call  Expected a number in “min”, found “deux”',
    expect.stringMatching(/^calls\/c\.yaml:6:\d+  error  call  “mpx” is no set, country or region/),
    '',
  ]);
  expect((await run(checkBase, folder, call(['calls/c.yaml']))).code).toBe(1);
  expect((await run(checkBase, folder, call(['organisations']))).code).toBe(0);
});

test('a call with mistakes is not used, and each is told on a line of its own', async () => {
  const folder = withCall('  - {about: partners, min: deux}\n  - {about: months, max: many}\n');
  const noted: string[] = [];
  const said = { note: (text: string) => void noted.push(text) };
  await expect(run(check, folder, call([], { rules: 'c' }), said)).rejects.toThrow(
    'The rules of the call “c” cannot be used until that is mended',
  );
  expect(noted.filter((line) => line.startsWith('calls/c.yaml:'))).toHaveLength(2);
});
