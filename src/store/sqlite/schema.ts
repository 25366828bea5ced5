import type { Database } from 'better-sqlite3';

/** Raised with every change of the tables or of what is put in them; each version has an index file of its own. */
export const schemaVersion = 9;

/** `koin`, so that an index is not taken for somebody else's database. */
const applicationId = 0x6b_6f_69_6e;

const tables = `
create table seen(print blob not null) strict;
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
  primary key (record, name, rank)
) strict, without rowid;
create table facet(
  field text not null, value text not null, record integer not null references record(key) on delete cascade,
  primary key (record, field, value)
) strict, without rowid;
create table link(
  source integer not null references record(key) on delete cascade, number integer not null, relation text not null,
  role text, target text not null, name text, near text, base text, found integer references record(key) on delete set null,
  state integer not null, detail text, primary key (source, number)
) strict, without rowid;
create table posted(record integer primary key references record(key) on delete cascade) strict;
create table post(
  hash integer not null, record integer not null references record(key) on delete cascade, primary key (hash, record)
) strict, without rowid;
create virtual table words using fts5(
  title, names, summary, fields, body,
  content = '', contentless_delete = 1, tokenize = 'ascii'
);
create virtual table word using fts5vocab(words, row);
-- Words are sorted in memory in pieces of 4 MB, not 1: a quarter less time and a sixth less space.
insert into words(words, rank) values ('hashsize', 4194304);
`;

/** What settling ids and resolving links look through. */
const nameIndexes = `
create index if not exists record_slug on record(slug);
create index if not exists name_name on name(name);
`;

/** What settling and resolving would have to keep in step, row by row. */
const otherIndexes = `
create index if not exists post_record on post(record);
create index if not exists record_kind on record(kind, id);
create index if not exists facet_value on facet(field, value);
create index if not exists link_found on link(found, relation) where found is not null;
create index if not exists link_role on link(role, found) where role is not null and found is not null;
create index if not exists link_open on link(state) where state <> 1;
create index if not exists link_name on link(name);
create index if not exists link_near on link(near) where near is not null;
create index if not exists link_base on link(base) where base is not null;
`;

export function createTables(database: Database): void {
  database.exec(tables);
}

export function createNameIndexes(database: Database): void {
  database.exec(nameIndexes);
}

/** Every index that is missing. */
export function createIndexes(database: Database): void {
  database.exec(nameIndexes + otherIndexes);
}

/** For the first rows of all: an index made after them is made in one go. */
export function dropIndexes(database: Database): void {
  const names = database
    .prepare<[], string>("select name from sqlite_schema where type = 'index' and sql is not null")
    .pluck()
    .all();
  for (const name of names) database.exec(`drop index "${name}"`);
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
