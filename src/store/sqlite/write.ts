import type { Database } from 'better-sqlite3';
import type { Kinds } from '../../core/kind.ts';
import type { Problem } from '../../core/message.ts';
import type { ReadRecord } from '../../core/record.ts';
import type { NameKey } from '../../core/resolve.ts';
import { folderOf, linkKeys, nameKeys, rank } from '../../core/resolve.ts';
import { spanOf } from '../../core/span.ts';
import { stemOf } from '../../core/stem.ts';
import { fold } from '../../vocabulary/fold.ts';
import type { Change, FileState } from '../store.ts';
import { facetsOf, roleOf, textColumns } from './derive.ts';
import { resolveLinks } from './resolve.ts';
import { createIndexes, createNameIndexes, dropIndexes } from './schema.ts';
import { settleIds } from './settle-ids.ts';
import type { Before } from './statements.ts';
import { writeStatements } from './statements.ts';

/** Writes changes within a transaction that the caller has begun; `finish` settles ids and links. */
export interface Writer {
  apply(change: Change): void;
  finish(): void;
}

/** Into an empty index (`bulk`) come first the rows, then what is looked for among them, then the other indexes. */
export function writer(database: Database, kinds: Kinds): Writer {
  const statements = writeStatements(database);
  const bulk = statements.anyFile.get() === undefined;
  if (bulk) dropIndexes(database);
  const written = new Set<number>();
  const slugs = new Set<string>();
  const touched = new Set<string>();
  const touch = (name: string) => {
    if (!bulk) touched.add(name);
  };

  const put = (
    path: string,
    state: FileState,
    record: ReadRecord | undefined,
    problems: readonly Problem[],
    movedFrom?: string,
  ) => {
    const there = statements.before.get(path);
    const before = movedFrom === undefined ? there : (statements.before.get(movedFrom) ?? there);
    // Another ingest may have seen the same move first.
    if (there && before !== there) {
      forget(there);
      dropRecord(there);
    }
    if (movedFrom !== undefined) statements.dropFile.run(movedFrom);
    putFile(path, state);
    putProblems(path, problems);
    if (before) forget(before);
    if (record) putRecord(before, path, record);
    else if (before) dropRecord(before);
  };

  const putFile = (path: string, { size, mtime, ctime, inode, hash, racy }: FileState) =>
    statements.putFile.run(path, size, mtime, ctime, inode, hash, racy ? 1 : 0);

  const putProblems = (path: string, problems: readonly Problem[]) => {
    if (!bulk) statements.dropProblems.run(path);
    problems.forEach((problem, number) =>
      statements.putProblem.run(path, number, JSON.stringify(problem)),
    );
  };

  const putRecord = (before: Before | undefined, path: string, record: ReadRecord) => {
    const kind = kinds.get(record.kind);
    const folder = folderOf(path);
    const [since, until] = spanOf(kind, record.values);
    const { lastInsertRowid } = statements.putRecord.run(
      before?.key ?? null,
      path,
      folder,
      record.kind,
      record.id,
      record.id,
      record.explicitId ? 1 : 0,
      record.title,
      since,
      until,
      JSON.stringify(record.values),
      JSON.stringify(record.extra),
    );
    const key = before?.key ?? Number(lastInsertRowid);
    const moved = before && (before.kind !== record.kind || before.folder !== folder);
    putNames(key, namesOf(record, path), before ? statements.namesOf.all(key) : [], moved);
    statements.putPage.run(key, record.front, JSON.stringify(record.headings), record.text);
    const facets = facetsOf(record, kinds);
    for (const [field, values] of facets) {
      for (const value of values) statements.putFacet.run(key, field, value);
    }
    record.links.forEach((link, number) => {
      const { name, near, base } = linkKeys(link, folder);
      const { relation, target, ...detail } = link;
      const role = roleOf(link, kind);
      const rest = JSON.stringify(detail);
      statements.putLink.run(key, number, relation, role, target, name, near, base, rest);
    });
    statements.putWords.run(key, ...textColumns(record, kinds, facets));
    written.add(key);
    if (!bulk) slugs.add(record.id);
  };

  /** Only names that come or go change where links lead, unless the record now is another kind of candidate. */
  const putNames = (
    key: number,
    names: readonly NameKey[],
    before: readonly NameKey[],
    moved = false,
  ) => {
    const gone = before.filter((each) => !has(names, each));
    const come = names.filter((each) => !has(before, each));
    for (const { name, rank: step } of gone) statements.dropName.run(key, name, step);
    for (const { name, rank: step } of come) statements.putName.run(key, name, step);
    for (const { name } of moved ? [...before, ...names] : [...gone, ...come]) touch(name);
  };

  const forget = ({ key, slug }: Before) => {
    slugs.add(slug);
    statements.dropFacets.run(key);
    statements.dropLinks.run(key);
    statements.dropPage.run(key);
    statements.dropWords.run(key);
    statements.dropPosted.run(key);
  };

  const dropRecord = ({ key }: Before) => {
    putNames(key, [], statements.namesOf.all(key));
    statements.dropRecord.run(key);
  };

  return {
    apply: (change) => {
      if ('put' in change)
        put(change.put, change.state, change.record, change.problems, change.movedFrom);
      else if ('touch' in change) putFile(change.touch, change.state);
      else if ('flag' in change) {
        // Without its hash the file is read again as soon as it changes, even to what it was before.
        const { changes } = statements.dropHash.run(change.flag);
        if (changes > 0) putProblems(change.flag, change.problems);
      } else {
        const before = statements.before.get(change.drop);
        if (before) {
          forget(before);
          dropRecord(before);
        }
        statements.dropFile.run(change.drop);
      }
    },
    finish: () => {
      if (bulk) createNameIndexes(database);
      settleIds(statements, bulk ? statements.sharedSlugs.all() : slugs, touch);
      resolveLinks(database, kinds, written, touched);
      if (bulk) createIndexes(database);
    },
  };
}

/** Every name under which a record can be meant, its id as long as no other record has it. */
function namesOf(record: ReadRecord, path: string): readonly NameKey[] {
  return [...nameKeys(record, path, stemOf(path)), { name: fold(record.id), rank: rank.id }];
}

function has(names: readonly NameKey[], wanted: NameKey): boolean {
  return names.some(({ name, rank: step }) => name === wanted.name && step === wanted.rank);
}
