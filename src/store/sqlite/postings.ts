import type { Database } from 'better-sqlite3';
import type { NamePostings, Store } from '../store.ts';

/** Keys of names by their hashes: what names are found by when they are not the same. */
export function postingsOf(database: Database): Pick<Store, 'post' | 'postings'> {
  return {
    post: async (keys) => {
      const drop = database.prepare('delete from post where record = ?');
      const put = database.prepare('insert or ignore into post(hash, record) values (?, ?)');
      const mark = database.prepare(
        'insert or ignore into posted(record) select key from record where key = ?',
      );
      database
        .transaction(() => {
          for (const [record, list] of keys) {
            // A record that another koinon has removed in the meantime has no names any more.
            if (mark.run(record).changes === 0) continue;
            drop.run(record);
            for (const key of list) put.run(hashOf(key), record);
          }
        })
        .immediate();
    },
    postings: () => postings(database),
  };
}

function postings(database: Database): NamePostings {
  const count = database
    .prepare<[number], number>('select count(*) from post where hash = ?')
    .pluck();
  const found = database
    .prepare<[number], number>('select record from post where hash = ? order by record')
    .pluck();
  const size = database.prepare<[], number>('select count(*) from record').pluck().get() ?? 0;
  return {
    size,
    df: (key) => count.get(hashOf(key)) ?? 0,
    *records(keys) {
      for (const key of keys) {
        const records = found.all(hashOf(key));
        if (records.length > 0) yield [key, records];
      }
    },
  };
}

/** 52 bits of two FNV-1a hashes (Fowler, Noll, Vo 1991): of a million keys, hardly ever two share one. */
function hashOf(key: string): number {
  let low = 0x81_1c_9d_c5;
  let high = 0xcb_f2_9c_e4;
  for (let at = 0; at < key.length; at++) {
    const unit = key.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01_00_01_93);
    high = Math.imul(high ^ (unit + at), 0x01_00_01_93);
  }
  return (high >>> 12) * 0x1_00_00_00_00 + (low >>> 0);
}
