import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const hasOffice = spawnSync('soffice', ['--version']).status === 0;
const golden = new URL('../golden/formats/', import.meta.url);
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'koinon-spreadsheet-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a CSV file in LibreOffice as a user would, and gives what its cells then hold. */
function opened(name: string, separator: string): { formulas: number; rows: string[][] } {
  const source = join(folder, name);
  writeFileSync(source, readFileSync(new URL(name, golden)));
  const utf8 = 76;
  const input = `CSV:${separator.charCodeAt(0)},34,${utf8},1`;
  const output = `csv:Text - txt - csv (StarCalc):44,34,${utf8},1,,0,false,false,false`;
  convert('fods', source, `--infilter=${input}`);
  const sheet = source.replace(/csv$/, 'fods');
  convert(output, sheet);
  const formulas = readFileSync(sheet, 'utf8').split('table:formula=').length - 1;
  return { formulas, rows: parse(readFileSync(source)) };
}

function convert(to: string, file: string, ...more: readonly string[]): void {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const settings = ['--headless', `-env:UserInstallation=${profile}`, ...more];
  execFileSync('soffice', [...settings, '--convert-to', to, '--outdir', folder, file], {
    stdio: 'ignore',
  });
}

/** What becomes of a cell whose text is a number for a spreadsheet, or that begins with a tab. */
const changed: Readonly<Record<string, string>> = {
  '0123': '123',
  '1e5': '100000',
  '+302100000000': '302100000000',
  "'\t=1+1": "'=1+1",
};

describe('LibreOffice', () => {
  const files = [
    ['rfc4180.csv', ','],
    ['excel.csv', ';'],
  ] as const;

  for (const [name, separator] of files) {
    it.runIf(hasOffice)(`opens ${name} with the right cells and runs none`, () => {
      const { formulas, rows } = opened(name, separator);
      const written = parse(readFileSync(new URL(name, golden)), {
        bom: true,
        delimiter: separator,
      });
      expect(rows).toEqual(written.map((row) => row.map((cell) => changed[cell] ?? cell)));
      expect(formulas).toBe(0);
    });
  }

  it.runIf(hasOffice)('would run formulas in cells without the guard', () => {
    expect(opened('raw.csv', ',').formulas).toBeGreaterThan(0);
  });
});
