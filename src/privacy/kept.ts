import { isOperation } from '../base/history.ts';
import type { Store } from '../store/store.ts';
import type { DoubtfulFinder } from './doubtful.ts';
import type { Finder } from './finder.ts';
import type { Mention } from './treated.ts';

/** Mentions in what koinon keeps for itself: in what operations changed, and in whatever else lies there. */
export function ownMentions(
  own: ReadonlyMap<string, string>,
  finder: Finder,
  doubtful: DoubtfulFinder,
): readonly Mention[] {
  return [...own].flatMap(([file, text]) => {
    const changes = changesIn(file, text);
    if (!changes)
      return doubtful(text).map((place) => ({ file, line: 1, field: '', text, ...place }));
    return changes.flatMap(({ path, before, after }) =>
      [before ?? '', after ?? ''].flatMap((each) =>
        finder
          .find(each)
          .map(({ start, end }) => ({ file, line: 1, field: path, text: each, start, end })),
      ),
    );
  });
}

/** Of an operation; a damaged one is a text like any other. */
function changesIn(file: string, text: string) {
  if (!/^\.koinon\/journal\/done-\d+\.json$/.test(file)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isOperation(value) ? value.changes : undefined;
  } catch {
    return undefined;
  }
}

/** The index says again what records say: how many of them it is in. */
export async function indexMentions(
  store: Store,
  finder: Finder,
  records: readonly (readonly [path: string, record: { readonly key: number }])[],
): Promise<readonly Mention[]> {
  const found: Mention[] = [];
  for (const [path, { key }] of records) {
    const record = await store.record(key);
    const text = record ? `${record.title}\n${record.front}\n${record.text}` : '';
    const [place] = finder.find(text);
    if (place)
      found.push({ file: 'index', line: 0, field: path, text, start: place.start, end: place.end });
  }
  return found;
}
