import type { Values } from '../core/kind.ts';
import type { Problem } from '../core/message.ts';
import type { NodeMap } from '../core/node.ts';
import type { Heading, Link, ReadRecord } from '../core/record.ts';
import type { Selection } from '../core/selection.ts';
import type { RecordRows } from './record-rows.ts';

/** How a file looked when it was read; any difference means that it must be looked at again. */
export interface FileState {
  readonly size: number;
  /** Milliseconds since 1970, with fractions. */
  readonly mtime: number;
  readonly ctime: number;
  readonly inode: number;
  /** SHA-256 of the content, in hex. */
  readonly hash: string;
  /** Written so shortly before it was read that a later write could look the same. */
  readonly racy: boolean;
}

/** One step of bringing the index up to date. Paths are relative to the base, with `/`. */
export type Change =
  | {
      readonly put: string;
      readonly state: FileState;
      readonly record?: ReadRecord;
      /** In place of the record, where somebody has made them already. */
      readonly rows?: RecordRows;
      readonly problems: readonly Problem[];
      readonly movedFrom?: string;
    }
  /** The file looks otherwise and holds what the index has; nothing happens where it has another content by now. */
  | { readonly touch: string; readonly state: FileState }
  | { readonly flag: string; readonly problems: readonly Problem[] }
  | { readonly drop: string };

/** A record as the index holds it. `key` is stable as long as its file is. */
export interface StoredRecord {
  readonly key: number;
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly path: string;
  readonly values: Values;
  readonly extra: Values;
}

/** A record with all that only one record's page needs. */
export interface FullRecord extends StoredRecord {
  readonly text: string;
  readonly front: string;
  readonly headings: readonly Heading[];
}

/** The least that names a record. */
export interface RecordName {
  readonly key: number;
  readonly id: string;
  readonly kind: string;
  readonly title: string;
}

/**
 * `resolved`: it leads to one record; `unresolved`: to none; `ambiguous`: to several; `misplaced`: to one of a kind that the
 * relation does not allow; `doubled`: to one that already stands in a relation that excludes this one.
 */
export type LinkState = 'unresolved' | 'resolved' | 'ambiguous' | 'misplaced' | 'doubled';

/** A link as the index holds it. */
export interface StoredLink extends Link {
  readonly from: number;
  readonly to: number | null;
  readonly state: LinkState;
}

/** A link as the record at its beginning states it, in the order of its front matter. */
export interface StatedLink {
  readonly relation: string;
  readonly target: string;
  /** The record it leads to, if to one. */
  readonly to: number | null;
  /** What that record is by this link: the role written with it, else the one of its relation. */
  readonly role: string | null;
  readonly facts?: NodeMap;
}

/** Links by the record that states them. */
export type LinksOf = readonly [from: number, links: readonly StatedLink[]];

/** A part that an organisation has in a record, such as that of a partner in a project. */
export type PartOf = readonly [work: number, actor: number, role: string];

/** With whom an organisation works: distinct partners, and the countries of its work and theirs. */
export interface Company {
  readonly partners: number;
  readonly countries: readonly string[];
  /** When the latest of its work ends, or else began. */
  readonly latest: string | null;
}

/** A link of the graph: both ends are known. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly relation: string;
  readonly facts?: NodeMap;
}

export interface Hit {
  readonly record: StoredRecord;
  /** Higher is better among those that matched alike; 0 where no words were asked for. */
  readonly score: number;
  /** `literal`: it has the words themselves, or none were asked for; `meaning`: it has others that mean the same. */
  readonly matched: 'literal' | 'meaning';
}

export interface Hits {
  /** How many there are beyond the limit. */
  readonly total: number;
  /** So many were found that not each of them was ranked: after those with the words in their names, the first ones read were. */
  readonly bounded: boolean;
  readonly hits: readonly Hit[];
}

/** Which records a key of a name leads to; asked for thousands of times a call, and so without waiting. */
export interface NamePostings {
  /** How many records there are. */
  readonly size: number;
  df(key: string): number;
  records(keys: readonly string[]): Iterable<readonly [key: string, records: readonly number[]]>;
}

/** A link that somebody should look at, with the file that it stands in and the records it may mean. */
export interface OpenLink {
  readonly link: StoredLink;
  readonly path: string;
  readonly candidates: readonly RecordName[];
}

/** What was wrong with a file when it was read. */
export interface FileProblem extends Problem {
  readonly file: string;
}

/** Several records that claim one id, or that share a stem and are told apart by their folders. */
export interface SharedId {
  readonly id: string;
  readonly explicit: boolean;
  readonly records: readonly {
    readonly path: string;
    readonly id: string;
    readonly title: string;
    /** Its id is written in the file. */
    readonly explicit: boolean;
  }[];
}

/**
 * The index of a base. Everything in it follows from the files: the same files give the same rows, whatever the order in
 * which they came. One answer is a promise, many are an iterable; an iterable must be read to its end or returned.
 */
export interface Store extends AsyncDisposable {
  /** Set when the index on disk could not be used and was made anew; a sentence that says why. */
  readonly rebuilt: string | undefined;
  /** Known files by path. */
  files(): Promise<Map<string, FileState>>;
  /** What was last remembered, until something is applied. */
  seen(): Promise<Buffer | undefined>;
  /** Whether it holds nothing yet, not even of a file that is no record. */
  isEmpty(): Promise<boolean>;
  /** Whether somebody else wrote since it was last asked what was seen; asked while changes are applied, it stays so. */
  overtaken(): Promise<boolean>;
  /** Keeps bytes that stand for the state of the files with which the index agrees, unless it was overtaken. */
  remember(print: Buffer): Promise<void>;
  /** All or nothing: applies the changes and resolves every link that they touch; waits so many milliseconds for another one that writes. */
  apply(changes: AsyncIterable<Change> | Iterable<Change>, patience?: number): Promise<void>;
  search(selection: Selection): Promise<Hits>;
  /** Records in the order asked for, else by id. */
  records(selection: Selection): AsyncIterable<StoredRecord>;
  /** The same, up to a thousand at a time: waiting for each takes as long as reading it. */
  recordPages(selection: Selection): AsyncIterable<readonly StoredRecord[]>;
  /** Keys of the records that a selection means, in no order; at most its limit. */
  keys(selection: Selection): Promise<readonly number[]>;
  record(key: number): Promise<FullRecord | undefined>;
  /** The front matter of records, by the paths of their files. */
  fronts(
    paths: readonly string[],
  ): AsyncIterable<{ readonly path: string; readonly front: string }>;
  names(keys: readonly number[]): Promise<Map<number, RecordName>>;
  /** What a reference means: the records of the first step that matches. */
  find(target: string): Promise<readonly RecordName[]>;
  /** Keys of the records that bear any of these folded names. */
  bearing(names: readonly string[]): Promise<readonly number[]>;
  /** Those of these runs of folded words with which longer names begin. */
  beginning(runs: readonly string[]): Promise<readonly string[]>;
  /** Records for whose names no keys are kept since they last changed. */
  unposted(): AsyncIterable<StoredRecord>;
  /** Keeps keys by which the names of records are found again, all or none. */
  post(keys: Iterable<readonly [record: number, keys: readonly string[]]>): Promise<void>;
  postings(): NamePostings;
  /** Folded names that a reference may use, with the record each one leads to; by name, then by id. */
  knownNames(): AsyncIterable<{ readonly name: string; readonly key: number }>;
  linksFrom(key: number): Promise<readonly StoredLink[]>;
  linksTo(key: number): Promise<readonly StoredLink[]>;
  /** Links of some relations by the records that state them, in the order of the keys; records without any are left out. */
  linksOf(keys: readonly number[], relations: readonly string[]): AsyncIterable<LinksOf>;
  /** The same, those of up to a thousand records at a time. */
  linkPages(
    keys: readonly number[],
    relations: readonly string[],
  ): AsyncIterable<readonly LinksOf[]>;
  /** All parts in some works, or the parts by these relations that some actors have, those in mere ideas left out; those of one work follow each other. */
  parts(
    of:
      | { readonly works: readonly number[]; readonly actors?: never }
      | {
          readonly works?: never;
          readonly actors: readonly number[];
          readonly relations: readonly string[];
        },
  ): Promise<readonly PartOf[]>;
  /** Resolved links by these relations that begin or end at any of the records, without their facts; some come twice. */
  ties(
    keys: readonly number[],
    relations: readonly string[],
  ): Promise<readonly Omit<Edge, 'facts'>[]>;
  /** In how many works, ideas left out, some actors have a part by these relations, the busiest first; those without any are left out. */
  busiest(
    actors: readonly number[],
    relations: readonly string[],
    limit?: number,
  ): Promise<ReadonlyMap<number, number>>;
  /** First and last day of the time of records, as precise as they are known; a project that is no more than an idea has none. */
  spans(
    keys: readonly number[],
  ): Promise<ReadonlyMap<number, readonly [since: string | null, until: string | null]>>;
  /** What these relations tell of those with whom organisations work. */
  company(
    actors: readonly number[],
    relations: readonly string[],
  ): Promise<ReadonlyMap<number, Company>>;
  /** Resolved links that begin or end at any of the records, or all of them. */
  edges(of?: {
    readonly keys?: readonly number[];
    readonly relations?: readonly string[];
  }): AsyncIterable<Edge>;
  openLinks(): AsyncIterable<OpenLink>;
  problems(): AsyncIterable<FileProblem>;
  /** Names of the fields that no kind declares and records have. */
  extraFields(): Promise<ReadonlySet<string>>;
  /** Paths of known files that are no records. */
  strays(): Promise<readonly string[]>;
  sharedIds(): AsyncIterable<SharedId>;
  /** The values of a vocabulary or of `tags` that occur, as filters know them, with the number of records of each. */
  facets(name: string): Promise<ReadonlyMap<string, number>>;
  /** Words of the full text that begin with a folded text, with the number of records of each. */
  indexedWords(
    beginning: string,
  ): Promise<readonly { readonly word: string; readonly records: number }[]>;
  /** A digest of the rows of each table that follow from the files alone: the same files give the same digests. */
  examine(): Promise<ReadonlyMap<string, string>>;
  /** Empties the index so that no byte of what it held stays in its files; the next ingest fills it again. */
  clear(): Promise<void>;
  counts(): Promise<{
    readonly kinds: ReadonlyMap<string, number>;
    readonly links: ReadonlyMap<LinkState, number>;
  }>;
}
