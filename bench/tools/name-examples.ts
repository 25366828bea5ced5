import type { Name } from '../../src/names/name.ts';
import { parseName } from '../../src/names/name.ts';
import type { NamePair, RorRecord } from './name-data.ts';

/** A pair to learn from; those that were made count less than those that were found. */
export interface Example extends NamePair {
  readonly isMade: boolean;
}

type NameOf = (record: RorRecord) => string | undefined;

/** Random numbers that are the same in each run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 0x100000000;
  };
}

/**
 * What the given pairs lack, as all that differ among them are alike: names that have nothing in common, acronyms of others,
 * names that share one word, names in two scripts; and, of those that are the same, slips of the pen.
 */
export function* madeExamples(records: readonly RorRecord[]): Generator<Example> {
  const next = random(42);
  const pick = <Item>(list: readonly Item[]) => list[Math.floor(next() * list.length)];
  const isLetters = (name: RorRecord['names'][number]) => name.t.includes('acronym');
  const full = (record: RorRecord) => record.names.filter((name) => !isLetters(name));
  const nameOf: NameOf = (record) => pick(full(record))?.v;
  const byCountry = Map.groupBy(records, ({ country }) => country);
  const byInitials = new Map<string, [string, RorRecord][]>();
  const byFirst = new Map<string, [string, RorRecord][]>();
  const byWord = new Map<string, [string, RorRecord][]>();
  for (const record of records) {
    for (const { v } of full(record)) {
      const name = parseName(v);
      for (const initials of new Set([name.initials, name.allInitials]))
        if (initials.length > 1) add(byInitials, initials, [v, record]);
      add(byFirst, `${name.initials[0]}${record.country}`, [v, record]);
      for (const key of tellingKeys(name)) add(byWord, key + record.country, [v, record]);
    }
  }
  const differ = (name1: string, record: RorRecord, name2: string | undefined, other?: RorRecord) =>
    name2 === undefined || !other || other.id === record.id
      ? []
      : [{ label: 0, category: 'made', name1, name2, id1: record.id, id2: other.id, isMade: true }];
  for (const record of records) {
    const near = byCountry.get(record.country) ?? [];
    const stranger = pick(near);
    const name = nameOf(record);
    if (!stranger || name === undefined) continue;
    yield* differ(name, record, nameOf(stranger), stranger);
    for (const { v } of record.names.filter(isLetters)) {
      const letters = parseName(v).fold.replaceAll(' ', '');
      const owners = (byInitials.get(letters) ?? []).filter(([, { id }]) => id !== record.id);
      const owner = owners.find(([, { country }]) => country === record.country) ?? pick(owners);
      yield* differ(v, record, owner?.[0], owner?.[1]);
      const other = pick(near);
      if (other) yield* differ(v, record, nameOf(other), other);
      const alike = pick(byFirst.get(`${letters[0]}${record.country}`) ?? []);
      yield* differ(v, record, alike?.[0], alike?.[1]);
    }
    const key = pick(tellingKeys(parseName(name)));
    const sharer = key === undefined ? undefined : pick(byWord.get(key + record.country) ?? []);
    yield* differ(name, record, sharer?.[0], sharer?.[1]);
    const arabic = full(record).find(({ v }) => /[\u0621-\u064a]/.test(v));
    for (let times = 0; times < (arabic ? 3 : 0); times++) {
      const other = pick(near);
      const latin = other && nameOf(other);
      if (arabic && latin !== undefined && !/[\u0621-\u064a]/.test(latin))
        yield* differ(arabic.v, record, latin, other);
    }
    const slipped = next() < 0.3 ? slip(name, next) : undefined;
    if (slipped !== undefined)
      yield {
        label: 1,
        category: 'slip',
        name1: name,
        name2: slipped,
        id1: record.id,
        id2: record.id,
        isMade: true,
      };
  }
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key) ?? [];
  if (known.length < 60) known.push(value);
  map.set(key, known);
}

function tellingKeys(name: Name): readonly string[] {
  return name.words.filter(({ role }) => role === 'own' || role === 'thing').map(({ key }) => key);
}

/** The name with a letter of a long word left out, put in, changed or swapped, or the word in two. */
function slip(name: string, next: () => number): string | undefined {
  const words = name.split(' ');
  const long = words.flatMap((word, at) => (word.length >= 5 ? [at] : []));
  const place = long[Math.floor(next() * long.length)];
  const word = words[place ?? -1];
  if (place === undefined || word === undefined) return undefined;
  const at = 1 + Math.floor(next() * (word.length - 2));
  const letter = 'aeiourstln'[Math.floor(next() * 10)] ?? '';
  const [before, after] = [word.slice(0, at), word.slice(at + 1)];
  const kind = next();
  if (kind < 0.3) return words.with(place, before + after).join(' ');
  if (kind < 0.5) return words.with(place, before + letter + word.slice(at)).join(' ');
  if (kind < 0.75) return words.with(place, before + letter + after).join(' ');
  if (kind < 0.92)
    return words
      .with(place, before + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2))
      .join(' ');
  return words.with(place, `${before} ${word.slice(at)}`).join(' ');
}
