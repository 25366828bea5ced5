import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/** One organisation of the Research Organization Registry. */
export interface RorRecord {
  readonly id: string;
  readonly country: string;
  readonly sub: string | null;
  readonly city: string | null;
  readonly domains: readonly string[];
  readonly names: readonly {
    readonly v: string;
    readonly l: string | null;
    readonly t: readonly string[];
  }[];
  readonly rel: readonly (readonly [string, string])[];
}

/** Two names, and whether they name one organisation. */
export interface NamePair {
  readonly label: number;
  readonly category: string;
  readonly name1: string;
  readonly name2: string;
  readonly id1: string;
  readonly id2: string;
}

/** A name that was taken out of the registry, and whose it was. */
export interface HeldName {
  readonly category: string;
  readonly query: string;
  readonly country: string;
  readonly id: string;
}

const folder = new URL('../../../shared/data/names/', import.meta.url);

/** False where the project stands alone. */
export const hasNames = existsSync(new URL('ror_all.jsonl.gz', folder));

export function readRegistry(): readonly RorRecord[] {
  const text = String(gunzipSync(readFileSync(new URL('ror_all.jsonl.gz', folder))));
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RorRecord);
}

export function readPairs(): readonly NamePair[] {
  return rows('ror_pairs_dev.tsv').map(
    ([label, category = '', name1 = '', name2 = '', ...rest]) => ({
      label: Number(label),
      category,
      name1,
      name2,
      id1: rest[4] ?? '',
      id2: rest[5] ?? '',
    }),
  );
}

export function readHeldNames(): readonly HeldName[] {
  return rows('ror_link_dev.tsv').map(([category = '', query = '', , country = '', id = '']) => ({
    category,
    query,
    country,
    id,
  }));
}

/** Pairs of organisations of the OpenSanctions name bench. */
export function readSanctions(): readonly NamePair[] {
  return sanctions('cases').map(({ name1 = '', name2 = '', is_match, category = '' }) => ({
    label: is_match === 'true' ? 1 : 0,
    category,
    name1,
    name2,
    id1: '',
    id2: '',
  }));
}

/** What OpenSanctions' logic-v2 scored, frozen; some cases are younger than it. */
export function readRival(): readonly Scored[] {
  return sanctions('logicv2-frozen').map(({ is_match, score }) => ({
    label: is_match === 'true' ? 1 : 0,
    score: Number(score),
  }));
}

function sanctions(name: string): readonly { readonly [column: string]: string }[] {
  const file = readFileSync(new URL(`opensanctions_name_bench/${name}.csv`, folder));
  const all = parse<{ readonly [column: string]: string }>(file, { columns: true });
  return all.filter(({ schema }) => schema === 'Company' || schema === 'Organization');
}

function rows(name: string): string[][] {
  return readFileSync(new URL(name, folder), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
}

/** A number from 0 to 1 that depends on a text only. */
export function share(text: string): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return (hash >>> 8) / 0x1000000;
}

/** A score, and whether it should be high. */
export interface Scored {
  readonly score: number;
  readonly label: number;
}

/** The largest share of what should be found above a threshold where so many of those above are right. */
export function recallAt(list: readonly Scored[], precision: number): number {
  let best = 0;
  for (const point of curve(list))
    if (point.precision >= precision) best = Math.max(best, point.recall);
  return best;
}

/** The best harmonic mean of precision and recall. */
export function bestF1(list: readonly Scored[]): number {
  let best = 0;
  for (const { precision, recall } of curve(list))
    best = Math.max(best, (2 * precision * recall) / (precision + recall || 1));
  return best;
}

function* curve(list: readonly Scored[]): Generator<{ precision: number; recall: number }> {
  const sorted = list.toSorted((a, b) => b.score - a.score);
  const all = list.filter(({ label }) => label > 0).length;
  let right = 0;
  for (const [at, { score, label }] of sorted.entries()) {
    right += label;
    if (sorted[at + 1]?.score === score) continue;
    yield { precision: right / (at + 1), recall: right / all };
  }
}
