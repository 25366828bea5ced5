import type { NamedActor } from './actor.ts';
import { actorKeys } from './keys.ts';
import { factorOf, worth } from './key-weight.ts';
import type { Rarity } from './rarity.ts';

/** Actors by the keys they share, in typed arrays: there are some thirty keys an actor. */
export interface Buckets {
  /** Where the keys of each actor begin in `ofKey`. */
  readonly starts: Int32Array;
  /** The bucket of each key of each actor. */
  readonly ofKey: Int32Array;
  /** Where the members of each bucket begin in `members`. */
  readonly bounds: Int32Array;
  readonly members: Int32Array;
  /** The worth of the key at a place of `ofKey`, in a bucket of so many. */
  weightOf(at: number, members: number): number;
}

export function bucketsOf(actors: readonly NamedActor[], rarity: Rarity): Buckets {
  const table = hashTable();
  const starts = new Int32Array(actors.length + 1);
  let ofKey = new Int32Array(actors.length * 32 + 64);
  let factors = new Uint8Array(ofKey.length);
  let end = 0;
  for (const [number, actor] of actors.entries()) {
    starts[number] = end;
    for (const key of actorKeys(actor, rarity)) {
      if (end === ofKey.length) {
        ofKey = larger(ofKey, new Int32Array(end * 2));
        factors = larger(factors, new Uint8Array(end * 2));
      }
      factors[end] = Math.round(factorOf(key) * 20);
      ofKey[end++] = table.number(key);
    }
  }
  starts[actors.length] = end;
  const { bounds, members } = gather(starts, ofKey, table.size());
  const worths = Float32Array.from({ length: 256 }, (_, size) => worth(size, actors.length));
  return {
    starts,
    ofKey,
    bounds,
    members,
    weightOf: (at, size) => ((factors[at] ?? 0) / 20) * (worths[Math.min(size, 255)] ?? 0),
  };
}

function larger<Numbers extends Int32Array | Uint8Array | Float64Array>(
  from: Numbers,
  to: Numbers,
): Numbers {
  to.set(from);
  return to;
}

function gather(
  starts: Int32Array,
  ofKey: Int32Array,
  size: number,
): Pick<Buckets, 'bounds' | 'members'> {
  const bounds = new Int32Array(size + 1);
  const end = starts.at(-1) ?? 0;
  for (let at = 0; at < end; at++) {
    const next = (ofKey[at] ?? 0) + 1;
    bounds[next] = (bounds[next] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < size; bucket++)
    bounds[bucket + 1] = (bounds[bucket + 1] ?? 0) + (bounds[bucket] ?? 0);
  const places = bounds.slice();
  const members = new Int32Array(end);
  for (let actor = 0; actor + 1 < starts.length; actor++) {
    for (let at = starts[actor] ?? 0; at < (starts[actor + 1] ?? 0); at++) {
      const bucket = ofKey[at] ?? 0;
      const place = places[bucket] ?? 0;
      members[place] = actor;
      places[bucket] = place + 1;
    }
  }
  return { bounds, members };
}

/** Numbers strings by their 53-bit hashes: a wrong meeting of two in a million keys is one in ten thousand, and costs one comparison. */
function hashTable(): { number(key: string): number; size(): number } {
  let hashes = new Float64Array(1 << 16);
  let numbers = new Int32Array(1 << 16);
  let size = 0;
  const place = (hash: number) => {
    const mask = hashes.length - 1;
    let at = (hash % hashes.length) & mask;
    while (hashes[at] !== 0 && hashes[at] !== hash) at = (at + 1) & mask;
    return at;
  };
  const grow = () => {
    const [oldHashes, oldNumbers] = [hashes, numbers];
    hashes = new Float64Array(oldHashes.length * 2);
    numbers = new Int32Array(hashes.length);
    for (const [at, hash] of oldHashes.entries()) {
      if (hash === 0) continue;
      const to = place(hash);
      hashes[to] = hash;
      numbers[to] = oldNumbers[at] ?? 0;
    }
  };
  return {
    size: () => size,
    number: (key) => {
      const hash = hashOf(key);
      const at = place(hash);
      if (hashes[at] === hash) return numbers[at] ?? 0;
      hashes[at] = hash;
      numbers[at] = size++;
      if (size * 2 > hashes.length) grow();
      return size - 1;
    },
  };
}

/** Two rounds of FNV-1a, together 53 bits, never 0. */
function hashOf(text: string): number {
  let one = 0x811c9dc5;
  let two = 0x01000193;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ unit, 0x85ebca6b);
  }
  return (one >>> 0) * 0x200000 + (two >>> 11) + 1;
}
