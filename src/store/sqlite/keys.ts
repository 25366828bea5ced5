import type { Database } from 'better-sqlite3';
import type { Kinds } from '../../core/kind.ts';
import type { Query } from '../../core/query.ts';
import type { Selection } from '../../core/selection.ts';
import { compile } from './select.ts';
import { textual } from './textual.ts';

/** Keys of the records of a selection in no order; facets are asked of the full text, which has them in one list each. */
export function keysOf(database: Database, kinds: Kinds, selection: Selection): readonly number[] {
  const asked = asQuery(selection);
  const text = textual(asked, kinds);
  const column = text ? '+words.rowid' : 'r.key';
  const { where, parameters, needsRecord } = compile(asked, kinds, column, text);
  const record = needsRecord ? 'cross join record r on r.key = words.rowid' : '';
  const from = text ? `words ${record}` : 'record r';
  const conditions = [...(text ? ['words match ?'] : []), ...where].join(' and ') || '1';
  return database
    .prepare<unknown[], number>(
      `select ${text ? 'words.rowid' : 'r.key'} from ${from} where ${conditions} limit ?`,
    )
    .pluck()
    .all(...(text ? [text.filtered(text.meant)] : []), ...parameters, asked.limit ?? -1);
}

/** Where no words are asked for, one of the facets takes their place. */
function asQuery(selection: Selection): Selection {
  if (selection.query || selection.keys) return selection;
  const { theme, kind, ...rest } = selection;
  const facet = (name: string, values: readonly string[]): Query => ({ facet: name, values });
  if (theme && theme.any.length > 0) {
    const themes = {
      ...rest,
      query: facet('themes', theme.any),
      theme: { any: [], none: theme.none },
    };
    return kind ? { ...themes, kind } : themes;
  }
  if (!kind || kind.any.length === 0) return selection;
  const ofKind = { ...rest, query: facet('kind', kind.any), kind: { any: [], none: kind.none } };
  return theme ? { ...ofKind, theme } : ofKind;
}
