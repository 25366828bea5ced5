import { expect, test } from 'vitest';
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
