import type { Database } from 'better-sqlite3';
import type { Kinds } from '../../core/kind.ts';
import type { Problem } from '../../core/message.ts';
import type { NameKey } from '../../core/resolve.ts';
import type { RecordRows } from '../record-rows.ts';
import { recordRows } from '../record-rows.ts';
import type { Change, FileState } from '../store.ts';
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

/** The columns of the full text of a record. */
interface Worded {
  readonly key: number;
  readonly words: readonly string[];
}

/**
 * The full text takes the words of so many records at a time: what it sorts them in is in the processor's cache then, from where
 * all the rest of a record would push it out (a third less of its time).
 */
const together = 400;

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
  let unworded: Worded[] = [];
  const putWords = () => {
    for (const { key, words } of unworded) statements.putWords.run(key, ...words);
    unworded = [];
  };

  const put = (
    path: string,
    state: FileState,
    rows: RecordRows | undefined,
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
    if (rows) putRecord(before, path, rows);
    else if (before) dropRecord(before);
  };

  const putFile = (path: string, { size, mtime, ctime, inode, hash, racy }: FileState) =>
    statements.putFile.run(path, size, mtime, ctime, inode, hash, racy ? 1 : 0);

  const putProblems = (path: string, problems: readonly Problem[]) => {
    statements.dropProblems.run(path);
    problems.forEach((problem, number) =>
      statements.putProblem.run(path, number, JSON.stringify(problem)),
    );
  };

  const putRecord = (before: Before | undefined, path: string, rows: RecordRows) => {
    const { kind, folder, slug, explicit, title, since, until, fields, extra } = rows;
    const { lastInsertRowid } = statements.putRecord.run(
      before?.key ?? null,
      path,
      folder,
      kind,
      slug,
      slug,
      explicit ? 1 : 0,
      title,
      since,
      until,
      fields,
      extra,
    );
    const key = before?.key ?? Number(lastInsertRowid);
    const moved = before && (before.kind !== kind || before.folder !== folder);
    putNames(key, rows.names, before ? statements.namesOf.all(key) : [], moved);
    statements.putPage.run(key, rows.front, rows.headings, rows.text);
    for (const facet of rows.facets) statements.putFacet.run(key, ...facet);
    rows.links.forEach((link, number) => statements.putLink.run(key, number, ...link));
    unworded.push({ key, words: rows.words });
    if (unworded.length >= together) putWords();
    written.add(key);
    if (!bulk) slugs.add(slug);
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
    putWords();
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
        put(change.put, change.state, rowsOf(change, kinds), change.problems, change.movedFrom);
      else if ('touch' in change) {
        // Another ingest may have put another content since: then the rows are not those of this hash.
        if (statements.hashOf.get(change.touch) === change.state.hash)
          putFile(change.touch, change.state);
      } else if ('flag' in change) {
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
      putWords();
      if (bulk) createNameIndexes(database);
      settleIds(statements, bulk ? statements.sharedSlugs.all() : slugs, touch);
      resolveLinks(database, kinds, written, touched);
      if (bulk) createIndexes(database);
    },
  };
}

function rowsOf(
  { put: path, record, rows }: Extract<Change, { put: string }>,
  kinds: Kinds,
): RecordRows | undefined {
  return rows ?? (record && recordRows(record, path, kinds));
}

function has(names: readonly NameKey[], wanted: NameKey): boolean {
  return names.some(({ name, rank: step }) => name === wanted.name && step === wanted.rank);
}
