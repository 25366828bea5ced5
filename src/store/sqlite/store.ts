import { isBusyIndex, isFullDisk } from '../../core/disk-error.ts';
import type { Kinds } from '../../core/kind.ts';
import type { Change, Store } from '../store.ts';
import { guarded, removeIndex } from './damage.ts';
import { inMemory, openDatabase, patience } from './open.ts';
import { reader } from './read.ts';
import { registerFunctions } from './functions.ts';

/** The index in a folder, or in memory where none is given. */
export function sqliteStore(folder: string | undefined, kinds: Kinds): Store {
  const { database, rebuilt, path } = folder === undefined ? inMemory() : openDatabase(folder);
  registerFunctions(database);
  const read = reader(database, kinds);
  // Changes with every commit of somebody else, and with none of ours.
  const version = () => database.pragma('data_version', { simple: true });
  let compared: unknown;
  const store: Store = {
    ...read,
    rebuilt,
    seen: () => {
      compared = version();
      return read.seen();
    },
    overtaken: async () => version() !== compared,
    apply: async (
      changes: AsyncIterable<Change> | Iterable<Change>,
      milliseconds: number = patience,
    ) => {
      database.pragma(`busy_timeout = ${milliseconds}`);
      // Most calls only ask: they do not wait for what writes to be loaded.
      const { writer } = await import('./write.ts');
      database.exec('begin immediate');
      try {
        database.exec('delete from seen');
        const changing = writer(database, kinds);
        for await (const change of changes) changing.apply(change);
        changing.finish();
        database.exec('commit');
      } catch (error) {
        if (database.inTransaction) database.exec('rollback');
        throw error;
      }
    },
    remember: async (print) => {
      database.pragma('busy_timeout = 0');
      try {
        database
          .transaction(() => {
            // What was found in the files may be older than what another koinon wrote since: then nothing is known.
            if (version() !== compared) return;
            database.exec('delete from seen');
            database.prepare('insert into seen(print) values (?)').run(print);
          })
          .immediate();
      } catch (error) {
        // It only spares the next call a look at the files.
        if (!isBusyIndex(error) && !isFullDisk(error)) throw error;
      } finally {
        database.pragma(`busy_timeout = ${patience}`);
      }
    },
    examine: async () => (await import('./digests.ts')).digests(database),
    clear: async () => (await import('./clear.ts')).clear(database),
    [Symbol.asyncDispose]: async () => {
      database.close();
    },
  };
  if (path === undefined) return store;
  return guarded(store, () => {
    database.close();
    removeIndex(path);
  });
}
