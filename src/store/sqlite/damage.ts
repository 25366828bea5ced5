import { rmSync } from 'node:fs';
import { DamagedIndex } from '../../core/usage-error.ts';
import type { NamePostings, Store } from '../store.ts';

/** Whether SQLite says that what it reads is no sound database, or that what stands in it is not what koinon wrote. */
export function isDamage(error: unknown): boolean {
  if (error instanceof DamagedIndex) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^SQLITE_(?:NOTADB|CORRUPT)(?:_|$)/.test(code)) return true;
  return (
    error instanceof Error && code === 'SQLITE_ERROR' && /^malformed JSON$/.test(error.message)
  );
}

/** The files of an index belong to each other: they go together or not at all. */
export function removeIndex(path: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
}

/**
 * Damage deep in an index is only met when that part is needed, since looking through all of it takes longer than making
 * it anew: then the index goes, and a {@link DamagedIndex} says so.
 */
export function guarded(store: Store, remove: () => void): Store {
  const explained = (error: unknown): unknown => {
    if (!isDamage(error)) return error;
    remove();
    return error instanceof DamagedIndex ? error : new DamagedIndex({ cause: error });
  };
  async function* listed(items: AsyncIterable<unknown>): AsyncIterable<unknown> {
    try {
      yield* items;
    } catch (error) {
      throw explained(error);
    }
  }
  const now = <Answer>(answer: () => Answer): Answer => {
    try {
      return answer();
    } catch (error) {
      throw explained(error);
    }
  };
  const postings = (kept: NamePostings): NamePostings => ({
    size: kept.size,
    df: (key) => now(() => kept.df(key)),
    *records(keys) {
      try {
        yield* kept.records(keys);
      } catch (error) {
        throw explained(error);
      }
    },
  });
  return new Proxy(store, {
    get: (target, name) => {
      if (name === 'postings') return () => postings(now(() => target.postings()));
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function' || name === Symbol.asyncDispose) return member;
      return (...given: readonly unknown[]): unknown => {
        const result: unknown = Reflect.apply(member, target, given);
        if (result instanceof Promise)
          return result.catch((error: unknown) => {
            throw explained(error);
          });
        return isList(result) ? listed(result) : result;
      };
    },
  });
}

function isList(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
