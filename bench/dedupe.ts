import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from './tools/measurement.ts';
import type { RorRecord } from './tools/name-data.ts';
import { hasNames, readRegistry, share } from './tools/name-data.ts';
import { koinon } from './tools/run-node.ts';

const wanted = 100_000;
const folderSize = 1_000;

/** The command on 100,000 organisations with names in many languages: a registry, and two copies of it with other words. */
export default (async function* ({ large }) {
  if (!large || !hasNames) return;
  const base = mkdtempSync(join(tmpdir(), 'koinon-dedupe-'));
  try {
    make(base);
    koinon(base, 'ingest');
    const { wall, memory } = koinon(base, 'dedupe', '--limit', '1');
    const what = 'dedupe of 100,000 organisations, the first time';
    yield { what, measured: wall / 1000, unit: 's', bar: 120, sky: 30 };
    yield { what: '  memory', measured: memory, unit: 'MB', bar: 1000 };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}) satisfies Measurement;

function make(base: string): void {
  writeFileSync(join(base, 'koinon.yaml'), 'lang: en\n');
  const registry = readRegistry();
  for (let at = 0; at < wanted; at++) {
    const record = registry[at % registry.length];
    const copy = Math.floor(at / registry.length);
    if (!record) return;
    const folder = join(base, 'organisations', String(Math.floor(at / folderSize)));
    if (at % folderSize === 0) mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `o${at}.md`), textOf(record, copy));
  }
}

function textOf({ country, city, names }: RorRecord, copy: number): string {
  const [title = '', ...aliases] = names.map(({ v }) => JSON.stringify(moved(v, copy)));
  const others = aliases.map((alias) => `  - ${alias}\n`).join('');
  return `---
title: ${title}
${others === '' ? '' : `aliases:\n${others}`}country: ${country}
${city === null ? '' : `city: ${JSON.stringify(city)}\n`}---
`;
}

/** Another name of the same build, so that copies are no twins but their words as common: long words get another letter. */
function moved(name: string, copy: number): string {
  if (copy === 0) return name;
  return name.replaceAll(/\p{L}{7,}/gu, (word) =>
    share(word) < 0.4 ? `${word.slice(0, 3)}${'xz'[copy - 1]}${word.slice(3)}` : word,
  );
}
