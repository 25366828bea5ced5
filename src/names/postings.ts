/** Which records a key leads to: what a store keeps as rows of key and record, so that no name is compared with all others. */
export interface Postings {
  /** How many records there are. */
  readonly size: number;
  /** How many records a key leads to. */
  df(key: string): number;
  /** The records of each key that leads anywhere. */
  records(keys: readonly string[]): Iterable<readonly [key: string, records: readonly number[]]>;
}

/** Postings that are filled. */
export interface OpenPostings extends Postings {
  /** A key may be posted for a record more than once. */
  post(key: string, record: number): void;
}

/** Postings in memory. */
export function memoryPostings(): OpenPostings {
  const byKey = new Map<string, number[]>();
  let size = 0;
  return {
    get size() {
      return size;
    },
    df: (key) => byKey.get(key)?.length ?? 0,
    *records(keys) {
      for (const key of keys) {
        const found = byKey.get(key);
        if (found) yield [key, found];
      }
    },
    post: (key, record) => {
      size = Math.max(size, record + 1);
      const known = byKey.get(key);
      if (!known) byKey.set(key, [record]);
      else if (known.at(-1) !== record) known.push(record);
    },
  };
}
