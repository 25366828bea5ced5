import { decisionsFile } from '../base/decisions.ts';
import type { FileChange } from '../base/history.ts';
import { lastAt } from '../core/last-at.ts';
import { textHash } from '../drafts/folder.ts';
import type { ReadContext } from '../markdown/read-record.ts';
import type { Store } from '../store/store.ts';
import { doubtfulMentions } from './doubtful-mentions.ts';
import { doubtfulFinder } from './doubtful.ts';
import type { DoubtfulFinder } from './doubtful.ts';
import { finderOf } from './finder.ts';
import type { Finder } from './finder.ts';
import { indexMentions, ownMentions } from './kept.ts';
import { knownOf, linksOf } from './links.ts';
import { removedFrom } from './removed.ts';
import { wordsOf } from './spelling.ts';
import { textsBelow } from './texts.ts';
import type { Unread } from './texts.ts';
import { treatDecisions } from './treat-decisions.ts';
import { treatDraft } from './treat-draft.ts';
import { treatJson } from './treat-json.ts';
import { treatRecord } from './treat-record.ts';
import { treatText } from './treat-text.ts';
import { treatYaml } from './treat-yaml.ts';
import type { Frozen, Mention, Treated, Treating } from './treated.ts';

/** Where a person is looked for. */
export interface Search extends ReadContext {
  readonly folder: string;
  readonly store: Store;
  /** The name, and other spellings of it. */
  readonly spellings: readonly string[];
  /** The files that may be changed; all where it is absent. */
  readonly only?: (path: string) => boolean;
}

/** All that a base says of a person, and what it would say without. */
export interface Found {
  readonly mentions: readonly Mention[];
  /** Mentions in what koinon keeps for itself, such as what operations changed, and in the index: they go with these. */
  readonly kept: readonly Mention[];
  readonly changes: readonly FileChange[];
  /** Nobody knows what these say. */
  readonly unread: readonly Unread[];
  /** Addresses and numbers that stand with the person, and are not looked for. */
  readonly further: readonly string[];
  /** The last word of the name, where it also stands alone in the files that mention the person. */
  readonly alone?: { readonly word: string; readonly places: number };
}

/** Texts of documents, which are known by their own hash. */
const frozenName = /^(?:drafts\/)?sources\/([0-9a-f]{64})\.txt$/;

export async function mentionsOf(search: Search): Promise<Found> {
  const { folder, store, spellings } = search;
  const isMeant = search.only ?? (() => true);
  const { texts, own, unread: all } = textsBelow(folder);
  const unread = all.filter(({ path }) => path.startsWith('.koinon') || isMeant(path));
  const known = await knownOf(store);
  const finder = finderOf(spellings, known.names);
  const doubtful = doubtfulFinder(spellings);
  const frozen = frozenTexts(texts, finder, isMeant);
  const concerned = [...texts].filter(
    ([path, text]) =>
      finder.mayBeIn(text) ||
      finder.mayBeIn(path) ||
      (frozen.size > 0 && /sources|sha256/i.test(text)),
  );
  const links = await linksOf(
    store,
    known,
    concerned.map(([path]) => path),
  );
  const treating: Treating = { ...search, finder, links, frozen };
  const idle: Treating = { ...treating, finder: { find: () => [], mayBeIn: () => false } };
  const mentions: Mention[] = [];
  const changes: FileChange[] = [];
  const renamed = new Map<string, string>();
  const left = new Map<string, string>();
  for (const [path, text] of concerned) {
    const treated = treat(text, path, isMeant(path) ? treating : idle);
    mentions.push(...treated.mentions);
    if (isMeant(path)) mentions.push(...nameMentions(path, treated, finder, doubtful));
    left.set(path, treated.after);
    const to = pathAfter(path, treated, frozen, renamed, texts);
    if (to === path && treated.after === text) continue;
    if (to !== path) {
      changes.push({ path, before: text, after: null });
      if (texts.get(to) === treated.after) continue;
    }
    changes.push({ path: to, before: to === path ? text : null, after: treated.after });
  }
  for (const { path } of unread)
    if (isMeant(path)) mentions.push(...nameMentions(path, undefined, finder, doubtful));
  // What is in no file is in the index only where it keeps what can no longer be read.
  const touched = new Set(concerned.map(([path]) => path));
  const inIndex = [...known.records].filter(([path]) => touched.has(path) || !texts.has(path));
  const alone = aloneIn(mentions, texts, spellings);
  const passes = [...texts]
    .filter(([path]) => isMeant(path))
    .map(([file, before]) => ({ file, before, after: left.get(file) ?? before }));
  return {
    mentions: [...mentions, ...doubtfulMentions(passes, mentions, doubtful)],
    ...(alone ? { alone } : {}),
    kept: [...ownMentions(own, finder, doubtful), ...(await indexMentions(store, finder, inIndex))],
    changes,
    unread,
    further: furtherOf(mentions, finder),
  };
}

function treat(text: string, path: string, treating: Treating): Treated {
  if (/^drafts\/[^/]+\.facts\.jsonl$/.test(path)) return treatDraft(text, path, treating);
  if (path === decisionsFile) return treatDecisions(text, path, treating);
  if (/\.md$/i.test(path)) return treatRecord(text, path, treating, path.startsWith('drafts/'));
  if (/\.ya?ml$/i.test(path)) return treatYaml(text, path, treating);
  if (/\.(?:jsonl?|ndjson|geojson|canvas)$/i.test(path)) return treatJson(text, path, treating);
  return treatText(text, path, treating);
}

function frozenTexts(
  texts: ReadonlyMap<string, string>,
  finder: Finder,
  isMeant: (path: string) => boolean,
): ReadonlyMap<string, Frozen> {
  const found = new Map<string, Frozen>();
  for (const [path, before] of texts) {
    const sha256 = frozenName.exec(path)?.[1];
    if (sha256 === undefined || !isMeant(path) || textHash(before) !== sha256) continue;
    const going = finder.find(before).filter(({ within }) => within === undefined);
    if (going.length === 0) continue;
    const { text: after, shifted } = removedFrom(before, going);
    found.set(sha256, { before, after, sha256: textHash(after), shifted });
  }
  return found;
}

/** Texts of documents get the name that follows from them; a draft and its page keep one name. */
function pathAfter(
  path: string,
  treated: Treated,
  frozen: ReadonlyMap<string, Frozen>,
  renamed: Map<string, string>,
  texts: ReadonlyMap<string, string>,
): string {
  const made = frozen.get(frozenName.exec(path)?.[1] ?? '');
  if (made) return path.replace(/[0-9a-f]{64}/, made.sha256);
  if (treated.path !== undefined && !texts.has(treated.path)) {
    renamed.set(stem(path), stem(treated.path));
    return treated.path;
  }
  const to = /^drafts\/[^/]+\.md$/.test(path) ? renamed.get(stem(path)) : undefined;
  return to === undefined ? path : `drafts/${to}.md`;
}

function stem(path: string): string {
  return path.replace(/^drafts\//, '').replace(/\.(?:facts\.jsonl|md)$/, '');
}

/** The file's own name is never changed in silence, but for that of a draft. */
function nameMentions(
  path: string,
  treated: Treated | undefined,
  finder: Finder,
  doubtful: DoubtfulFinder,
): readonly Mention[] {
  if (treated?.path !== undefined || /^drafts\/[^/]+\.md$/.test(path)) return [];
  const surely = finder.find(path);
  return (surely.length > 0 ? surely : doubtful(path)).map(({ start, end }) => ({
    file: path,
    line: 0,
    field: 'file name',
    text: path,
    start,
    end,
    stays: /\.md$/i.test(path)
      ? 'It is the name of a file: “koinon rename” gives a record and its file another one'
      : 'It is the name of a file: give it another one by hand',
  }));
}

/** “Ms Marino” means her too, and only a person can tell. */
function aloneIn(
  mentions: readonly Mention[],
  texts: ReadonlyMap<string, string>,
  spellings: readonly string[],
): Found['alone'] {
  const word = wordsOf(spellings[0] ?? '').at(-1);
  const last = word && spellings[0]?.slice(word.start, word.end);
  if (last === undefined || last === spellings[0] || !/^\p{L}{2}/u.test(last)) return undefined;
  const [whole, part] = [finderOf(spellings, []), finderOf([last], [])];
  const files = new Set(mentions.map(({ file }) => file));
  let places = 0;
  for (const file of files) {
    const text = texts.get(file) ?? '';
    const known = whole.find(text);
    places += part.find(text).filter(({ start, end }) => {
      const last = lastAt(known, start, (each) => each.start);
      return last === undefined || last.end < end;
    }).length;
  }
  return places > 0 ? { word: last, places } : undefined;
}

/** E-mail addresses and telephone numbers in the items that go. */
function furtherOf(mentions: readonly Mention[], finder: Finder): readonly string[] {
  return [...new Set(mentions.flatMap(({ beside = [] }) => beside))].filter(
    (text) => finder.find(text).length === 0,
  );
}
