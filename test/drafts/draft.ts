import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import apply from '../../src/commands/apply.ts';
import type { Draft, DraftEntity, DraftFact } from '../../src/drafts/draft.ts';
import { draftText } from '../../src/drafts/draft.ts';
import { pageText } from '../../src/drafts/page-text.ts';
import { base, call, run } from '../commands/run.ts';

const text = 'Saltpans is led by LCU with Legacoop. LCU is in Faro. It ends in 2023.\n';
const sha256 = hash('sha256', text);

export function entity(id: string, more: Partial<DraftEntity> = {}): DraftEntity {
  return {
    id,
    kind: 'organisation',
    title: id.toUpperCase(),
    aliases: [],
    status: 'new',
    confidence: 1,
    rule: 'test',
    mentions: [{ start: 19, end: 22, quote: 'LCU' }],
    roles: [],
    ...more,
  };
}

export function fact(subject: string, field: string, value: string, more: Partial<DraftFact> = {}) {
  return {
    id: `${subject}-${field}-${value}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    subject,
    field,
    value,
    evidence: [{ start: 0, end: 8, quote: 'Saltpans' }],
    rule: 'test',
    confidence: 1,
    status: 'accepted',
    ...more,
  } satisfies DraftFact;
}

export const saltpans = entity('saltpans', { kind: 'project', title: 'Saltpans' });

export function draftOf(entities: readonly DraftEntity[], facts: readonly DraftFact[]): Draft {
  return {
    id: 'report',
    file: 'report.txt',
    format: 'text',
    document: { title: 'Report', language: 'en', dates: [], sha256 },
    subject: null,
    entities,
    facts,
    found: { acronyms: [], countries: [], regions: [], money: [], themes: [], figures: [] },
    notes: [],
  };
}

/** A base with these files and a draft in it. */
export function baseWith(draft: Draft, files: { [path: string]: string } = {}): string {
  return base({
    'drafts/report.facts.jsonl': draftText(draft),
    'drafts/report.md': pageText(draft),
    [`drafts/sources/${sha256}.txt`]: text,
    ...files,
  });
}

export function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

/** Applies the draft of a base, and gives what became of each fact. */
export async function outcomes(folder: string) {
  const { code, written } = await run(apply, folder, call([], { json: true }));
  return { code, all: JSON.parse(written) as { outcome: string; detail?: string }[] };
}
