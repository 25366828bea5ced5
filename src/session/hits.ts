import { isText } from '../core/node.ts';
import { wantedWords } from '../core/query.ts';
import type { Query } from '../core/query.ts';
import { snippet } from '../core/snippet.ts';
import type { Snippet } from '../core/snippet.ts';
import type { Cell, Table } from '../core/table.ts';
import type { Hit, Store, StoredRecord } from '../store/store.ts';
import { toTerminal } from '../terminal/text.ts';
import type { Session } from './session.ts';

/** A found record as it is shown: its facts, and the text around what was looked for. */
export interface ShownHit {
  readonly record: StoredRecord;
  readonly score: number;
  readonly acronym: string | undefined;
  readonly countries: readonly string[];
  readonly themes: readonly string[];
  readonly snippet: Snippet;
}

export async function shownHits(
  hits: readonly Hit[],
  query: Query | undefined,
  store: Store,
  { labels }: Session,
): Promise<ShownHit[]> {
  const wanted = wantedWords(query);
  const shown: ShownHit[] = [];
  for (const { record, score } of hits) {
    shown.push({
      record,
      score,
      acronym: textsOf(record, ['acronym'])[0],
      countries: countriesOf(record),
      themes: textsOf(record, ['themes']),
      snippet:
        wanted.length > 0
          ? await snippetOf(record, wanted, store, labels)
          : { text: '', marks: [] },
    });
  }
  return shown;
}

/** The countries that a record names itself. */
export function countriesOf(record: StoredRecord): readonly string[] {
  return textsOf(record, ['country', 'countries', 'area']);
}

function textsOf(record: StoredRecord, fields: readonly string[]): string[] {
  return [...new Set(fields.flatMap((field) => (record.values[field] ?? []).filter(isText)))];
}

async function snippetOf(
  record: StoredRecord,
  wanted: ReturnType<typeof wantedWords>,
  store: Store,
  labels: Session['labels'],
): Promise<Snippet> {
  const summary = textsOf(record, ['summary']).join(' ');
  const full = await store.record(record.key);
  const others = Object.keys(record.values)
    .filter((field) => field !== 'summary')
    .map((field) => `${labels.column(field)}: ${textsOf(record, [field]).join(' · ')}`);
  const candidates = [summary, full?.text ?? '', ...others].filter((text) => text !== '');
  const found = candidates
    .map((text) => snippet(text, wanted))
    .find(({ marks }) => marks.length > 0);
  return found ?? snippet(candidates[0] ?? '', []);
}

/** Hits as a search engine shows them: a line of facts and a piece of text, the match marked. */
export function asBlocks(hits: readonly ShownHit[], session: Session): string {
  const { palette, labels } = session;
  return hits
    .map(({ record, acronym, countries, snippet: piece }) => {
      const name =
        acronym && acronym !== record.title ? `${record.title} (${acronym})` : record.title;
      const facts = [labels.kind(record.kind), countries.join(' ')]
        .filter((fact) => fact !== '')
        .join(' · ');
      const head = `${palette.id(toTerminal(record.id))}  ${palette.strong(toTerminal(name))}  ${palette.quiet(facts)}\n`;
      return piece.text === '' ? head : `${head}    ${marked(piece, palette.match)}\n`;
    })
    .join('');
}

/** Without colours the match stands between « and ». */
function marked({ text, marks }: Snippet, paint: (text: string) => string): string {
  const mark = paint('x') === 'x' ? (match: string) => `«${match}»` : paint;
  let shown = '';
  let at = 0;
  for (const { start, end } of marks) {
    shown += toTerminal(text.slice(at, start)) + mark(toTerminal(text.slice(start, end)));
    at = end;
  }
  return shown + toTerminal(text.slice(at));
}

/** Hits as rows, for tables and files. */
export function asTable(hits: readonly ShownHit[], session: Session, format: string): Table {
  return {
    columns: session.columns(['id', 'kind', 'title', 'acronym', 'countries', 'themes'], format),
    rows: hits.map(({ record, acronym, countries, themes }): readonly Cell[] => [
      record.id,
      record.kind,
      record.title,
      acronym ?? null,
      countries,
      themes,
    ]),
  };
}
