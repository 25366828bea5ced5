import type { Database } from 'better-sqlite3';

/**
 * Deleted rows stay in free pages, in the full text's own pages and in the log until something overwrites them: the tables
 * are emptied, the file is written anew without what is free, and the log is cut to nothing.
 */
export function clear(database: Database): void {
  database
    .transaction(() => {
      database.exec(`
        insert into words(words) values ('delete-all');
        delete from link; delete from name; delete from facet; delete from page;
        delete from record; delete from problem; delete from file; delete from seen;
      `);
    })
    .immediate();
  database.exec('vacuum');
  database.pragma('wal_checkpoint(truncate)');
}
