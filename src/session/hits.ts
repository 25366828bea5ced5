import type { Node } from '../core/node.ts';
import { isText, textsOf as textsOfNode } from '../core/node.ts';
import { literalQuery, wantedWords } from '../core/query.ts';
import type { Query, Words } from '../core/query.ts';
import { snippet } from '../core/snippet.ts';
import type { Snippet } from '../core/snippet.ts';
import type { Cell, Table } from '../core/table.ts';
import type { Hit, Store, StoredRecord } from '../store/store.ts';
import { toTerminal } from '../terminal/text.ts';
import { alsoNamed } from './also-named.ts';
import { placeLabel } from './place-label.ts';
import type { Session } from './session.ts';

/** A found record as it is shown: its facts, and the text around what was looked for. */
export interface ShownHit {
  readonly record: StoredRecord;
  readonly score: number;
  readonly acronym: string | undefined;
  readonly countries: readonly string[];
  readonly themes: readonly string[];
  readonly snippet: Snippet;
  readonly matched: Hit['matched'];
  /** The name by which it was found, where that is another than was asked for. */
  readonly also: string | undefined;
}

export async function shownHits(
  hits: readonly Hit[],
  query: Query | undefined,
  store: Store,
  session: Session,
): Promise<ShownHit[]> {
  const wanted = {
    literal: wantedWords(query && literalQuery(query)),
    meaning: wantedWords(query),
  };
  const shown: ShownHit[] = [];
  for (const { record, score, matched } of hits) {
    const words = wanted[matched];
    const piece = await snippetOf(record, words, store, session);
    shown.push({
      record,
      score,
      matched,
      acronym: textsOf(record, ['acronym'])[0],
      countries: countriesOf(record),
      themes: textsOf(record, ['themes']),
      snippet: piece,
      also: matched === 'meaning' && query ? alsoNamed(record, piece, query, session) : undefined,
    });
  }
  return shown;
}

/** The countries that a record names itself. */
function countriesOf(record: StoredRecord): readonly string[] {
  return textsOf(record, ['country', 'countries', 'area']);
}

function textsOf(record: StoredRecord, fields: readonly string[]): string[] {
  const read = (field: string, node: Node) =>
    isText(node) ? [node] : field === 'names' ? textsOfNode(node) : [];
  return [
    ...new Set(
      fields.flatMap((field) => (record.values[field] ?? []).flatMap((node) => read(field, node))),
    ),
  ];
}

async function snippetOf(
  record: StoredRecord,
  wanted: ReturnType<typeof wantedWords>,
  store: Store,
  { kinds, labels, colon }: Session,
): Promise<Snippet> {
  if (wanted.length === 0) return { text: '', marks: [] };
  const summary = textsOf(record, ['summary']).join(' ');
  const full = await store.record(record.key);
  const fields = kinds.get(record.kind)?.fields ?? {};
  const isCode = (field: string) => fields[field]?.value.vocabulary !== undefined;
  const said = (field: string) =>
    `${labels.column(field)}${colon}${textsOf(record, [field]).join(' · ')}`;
  const others = Object.keys(record.values).filter((field) => field !== 'summary');
  function* prose() {
    yield summary;
    yield full?.text ?? '';
    yield* others.filter((field) => !isCode(field)).map(said);
  }
  for (const texts of [prose(), others.filter(isCode).map(said)]) {
    const best = bestOf(texts, wanted);
    if (best && best.marks.length > 0) return best;
  }
  return snippet(prose().find((text) => text !== '') ?? '', []);
}

/** Of texts the piece that shows most different words, and of equals the first; after one that shows all, none is read. */
function bestOf(texts: Iterable<string>, wanted: readonly Words[]): Snippet | undefined {
  let best: Snippet | undefined;
  for (const text of texts) {
    const piece = snippet(text, wanted);
    if (!best || differing(piece) > differing(best)) best = piece;
    if (differing(best) >= wanted.length) break;
  }
  return best;
}

/** How many different words or phrases a piece of text shows. */
function differing({ text, marks }: Snippet): number {
  return new Set(marks.map(({ start, end }) => text.slice(start, end).toLowerCase())).size;
}

/** Hits as a search engine shows them: a line of facts and a piece of text, the match marked. */
export function asBlocks(hits: readonly ShownHit[], session: Session): string {
  const { palette, labels, comma } = session;
  return hits
    .map(({ record, acronym, countries, snippet: piece, also }) => {
      const name =
        acronym && acronym !== record.title ? `${record.title} (${acronym})` : record.title;
      const named = also === undefined ? '' : toTerminal(session.told(`also: ${also}`));
      const where = countries.map((code) => placeLabel(code, session)).join(comma);
      const facts = [labels.kind(record.kind), where, named]
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
  const isShown = session.isShown(format);
  const cells = (vocabulary: string, ids: readonly string[]) =>
    isShown ? ids.map((id) => session.concepts(vocabulary).label(id, session.language)) : ids;
  return {
    columns: session.columns(['id', 'kind', 'title', 'acronym', 'countries', 'themes'], format),
    rows: hits.map(({ record, acronym, countries, themes }): readonly Cell[] => [
      record.id,
      isShown ? session.labels.kind(record.kind) : record.kind,
      record.title,
      acronym ?? null,
      cells('countries', countries),
      cells('themes', themes),
    ]),
  };
}

/** Hits for programs, with stable keys. */
export function asJson(query: string, total: number, hits: readonly ShownHit[]) {
  return {
    query,
    total,
    results: hits.map(({ record, score, matched, acronym, countries, themes, snippet: piece }) => ({
      id: record.id,
      kind: record.kind,
      title: record.title,
      acronym: acronym ?? null,
      countries,
      themes,
      score,
      matched,
      snippet: piece.text,
      path: record.path,
    })),
  };
}
