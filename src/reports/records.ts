import type { Field, Kind } from '../core/kind.ts';
import { isText, textsOf } from '../core/node.ts';
import type { Node } from '../core/node.ts';
import type { Cell } from '../core/table.ts';
import { UsageError } from '../core/usage-error.ts';
import type { Report, ReportRequest } from '../report.ts';
import { endsOf, linksByKey, ofKind } from '../report/linked.ts';
import { urlsOf } from '../report/sources.ts';
import type { RecordName, StatedLink, StoredRecord } from '../store/store.ts';

/**
 * Every declared field of one kind as the index holds it: codes, ids of concepts (their labels where a language is asked
 * for) and of records, dates in ISO 8601. A link
 * that leads to no record shows what was written. Personal fields are left out.
 */
export default {
  summary: 'the records of a kind with all their fields',
  argument: 'kind',
  table: async (request) => {
    const kind = kindOf(request);
    const fields = Object.entries(kind.fields).filter(([, field]) => !field.personal);
    const relations = Object.keys(kind.relations);
    return {
      columns: [
        { key: 'id' },
        { key: 'title' },
        ...fields.map(([key, field]) =>
          isNumber(field) ? { key, type: 'number' as const } : { key },
        ),
        ...relations.map((key) => ({ key })),
      ],
      rows: rows(request, kind, fields, relations),
    };
  },
} satisfies Report;

function kindOf({ kinds, argument }: ReportRequest): Kind {
  const kind = argument === undefined ? undefined : kinds.named(argument);
  if (kind) return kind;
  const names = kinds.all().map(({ name }) => name);
  throw new UsageError(
    `${argument === undefined ? 'Which kind?' : `There is no kind “${argument}”.`} Write one of ${names.join(', ')}`,
  );
}

async function* rows(
  request: ReportRequest,
  kind: Kind,
  fields: readonly (readonly [string, Field])[],
  relations: readonly string[],
): AsyncIterable<readonly Cell[]> {
  const { store, selection, language, languageAsked } = request;
  const fieldCell = (field: Field, nodes: readonly Node[] | undefined): Cell => {
    if (nodes === undefined) return null;
    if (isNumber(field)) return Number(nodes[0]);
    return nodes.map((node) =>
      isText(node) && !(languageAsked && field.value.vocabulary)
        ? node
        : (field.value.show?.(node, request, languageAsked ? language : 'en') ??
          textsOf(node).join(' ')),
    );
  };
  const rowsOf = async function* (records: readonly StoredRecord[]) {
    const keys = records.map(({ key }) => key);
    const links = await linksByKey(store, keys, relations);
    const names = await store.names(endsOf(links.values()));
    for (const { key, id, title, values } of records) {
      const own = links.get(key) ?? [];
      yield [
        id,
        title,
        ...fields.map(([name, field]) => fieldCell(field, values[name])),
        ...relations.map((relation) => [
          ...targetsOf(own, relation, names),
          ...urlsOf(values, relation),
        ]),
      ];
    }
  };
  for await (const page of store.recordPages(ofKind(kind.name, selection))) yield* rowsOf(page);
}

function targetsOf(
  links: readonly StatedLink[],
  relation: string,
  names: ReadonlyMap<number, RecordName>,
): readonly string[] {
  const targets = links
    .filter((link) => link.relation === relation)
    .map(({ to, target }) => (to === null ? target : (names.get(to)?.id ?? target)));
  return [...new Set(targets)];
}

/** Only a single number stays one in a spreadsheet. */
function isNumber(field: Field): boolean {
  return field.value.name === 'number' && field.single === true;
}
