import type { Database } from 'better-sqlite3';

/** Raised with every change of the tables or of what is put in them; each version has an index file of its own. */
export const schemaVersion = 1;

/** `koin`, so that an index is not taken for somebody else's database. */
const applicationId = 0x6b_6f_69_6e;

const tables = `
create table file(
  path text primary key, size real not null, mtime real not null, ctime real not null, inode real not null,
  hash text not null, racy integer not null
) strict, without rowid;
create table problem(
  path text not null references file(path) on delete cascade on update cascade, number integer not null,
  problem text not null, primary key (path, number)
) strict, without rowid;
create table record(
  key integer primary key, path text not null unique, folder text not null, kind text not null, id text not null,
  slug text not null, explicit integer not null, title text not null, since text, until text,
  fields text not null, extra text not null
) strict;
create table page(
  record integer primary key references record(key) on delete cascade,
  front text not null, headings text not null, body text not null
) strict;
create table name(
  name text not null, rank integer not null, record integer not null references record(key) on delete cascade,
  primary key (name, rank, record)
) strict, without rowid;
create table facet(
  field text not null, value text not null, record integer not null references record(key) on delete cascade,
  primary key (field, value, record)
) strict, without rowid;
create table link(
  source integer not null references record(key) on delete cascade, number integer not null, relation text not null,
  role text, target text not null, name text, near text, base text, found integer references record(key) on delete set null,
  state integer not null, detail text, primary key (source, number)
) strict, without rowid;
create virtual table words using fts5(
  title, names, summary, fields, body,
  content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
);
create virtual table word using fts5vocab(words, row);
`;

/** Made after the first rows, when that is quicker. */
const indexes = `
create index record_slug on record(slug);
create index record_kind on record(kind, id);
create index name_record on name(record);
create index facet_record on facet(record);
create index link_found on link(found, relation) where found is not null;
create index link_open on link(state) where state <> 1;
create index link_name on link(name);
create index link_near on link(near) where near is not null;
create index link_base on link(base) where base is not null;
`;

export function createTables(database: Database): void {
  database.exec(tables);
}

export function createIndexes(database: Database): void {
  database.exec(indexes);
}

/** Marks the index as whole; belongs in the transaction that made the tables. */
export function seal(database: Database): void {
  database.pragma(`application_id = ${applicationId}`);
  database.pragma(`user_version = ${schemaVersion}`);
}

/** Whether the database is an index of this version, nothing at all yet, or something else. */
export function inspect(database: Database): 'ours' | 'empty' | 'foreign' {
  const version = database.pragma('user_version', { simple: true });
  const application = database.pragma('application_id', { simple: true });
  if (version === schemaVersion && application === applicationId) return 'ours';
  const objects = database.prepare('select count(*) from sqlite_schema').pluck().get();
  return version === 0 && application === 0 && objects === 0 ? 'empty' : 'foreign';
}
