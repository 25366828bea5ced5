import type { Node } from '../core/node.ts';
import { isText, textsOf } from '../core/node.ts';
import type { KnownRecord } from '../core/known-record.ts';
import type { Store, StoredRecord } from './store.ts';
import { bareArabic } from '../vocabulary/arabic.ts';
import { words } from '../vocabulary/fold.ts';

/** Words of the longest name that is looked for. */
const longest = 16;

/** The records whose names may occur in a text: each run of its words is looked up in the index, many at once. */
export async function knownRecords(store: Store, text: string): Promise<readonly KnownRecord[]> {
  const list = words(text);
  const keys = new Set<number>();
  for (let at = 0; at < list.length; at += portion)
    for await (const key of bearersIn(list.slice(at, at + portion + longest), store)) keys.add(key);
  const known: KnownRecord[] = [];
  for await (const record of store.records({ keys: [...keys] })) known.push(knownRecord(record));
  return known;
}

/** Words that are looked up together, so that a long document takes no more memory than a short one. */
const portion = 4_000;

/** A run of words, with the place of the word after it. */
interface Run {
  readonly run: string;
  readonly next: number;
}

/** Who bears a run of words that begins in the first part of a list; a run grows only while some name begins with it. */
async function* bearersIn(list: readonly string[], store: Store): AsyncIterable<number> {
  let runs: readonly Run[] = list
    .slice(0, portion)
    .flatMap((word, at) => formsOf(word).map((run) => ({ run, next: at + 1 })));
  for (let length = 1; runs.length > 0; length++) {
    const distinct = [...new Set(runs.map(({ run }) => run))];
    yield* await store.bearing(distinct);
    if (length === longest) return;
    const begun = new Set(await store.beginning(distinct));
    runs = runs.flatMap(({ run, next }) => {
      const word = list[next];
      return word !== undefined && begun.has(run)
        ? [{ run: `${run} ${word}`, next: next + 1 }]
        : [];
    });
  }
}

/** An Arabic word may carry “and”, “with” or “for”, which the name itself does not. */
function formsOf(word: string): readonly string[] {
  const bare = bareArabic(word);
  return bare === word ? [word] : [word, bare, `ال${bare}`];
}

/** A record of the index by all its names. */
export function knownRecord({ id, kind, title, values }: StoredRecord): KnownRecord {
  const texts = (field: string) => (values[field] ?? []).flatMap((node: Node) => textsOf(node));
  const first = (field: string) => texts(field)[0];
  const [acronym, country] = [first('acronym'), first('country')];
  return {
    id,
    kind,
    title,
    names: [...texts('aliases'), ...texts('acronym').slice(1), ...texts('names')].filter(isText),
    ...(acronym === undefined ? {} : { acronym }),
    ...(country === undefined ? {} : { country }),
  };
}
