import type { Selection } from '../core/selection.ts';
import type { Table } from '../core/table.ts';
import { UsageError } from '../core/usage-error.ts';
import { load, namesIn } from '../registry.ts';
import type { Report, ReportRequest } from '../report.ts';
import type { Store } from '../store/store.ts';
import type { Session } from './session.ts';

/** What the argument of a report names. */
const oneOf: Readonly<{ [argument: string]: string }> = { event: 'an event', kind: 'a kind' };

export async function reportRequest(
  session: Session,
  store: Store,
  selection: Selection,
  argument: string | undefined,
  withPeople: boolean,
): Promise<ReportRequest> {
  const { kinds, concepts, language, languageAsked, surroundings } = session;
  const { today } = surroundings;
  return {
    store,
    kinds,
    concepts,
    selection,
    language,
    languageAsked,
    withPeople,
    today,
    ...(argument === undefined ? {} : { argument }),
  };
}

/** The table of a report; its headers are labels where people read them or asked for a language, else the stable keys. */
export async function reportTable(
  name: string,
  request: ReportRequest,
  session: Session,
  labelled: boolean,
): Promise<Table> {
  const names = namesIn('reports');
  if (!names.includes(name))
    throw new UsageError(`There is no report “${name}”; there are ${names.join(', ')}`);
  const report = await load<Report>('reports', name);
  if (report.argument !== undefined && request.argument === undefined) {
    throw new UsageError(
      `The report ${name} needs the name of ${oneOf[report.argument] ?? report.argument} after it`,
    );
  }
  if (report.argument === undefined && request.argument !== undefined) {
    throw new UsageError(
      `The report ${name} takes no further word, found “${request.argument}”; filters begin with --`,
    );
  }
  const table = await report.table(request);
  if (!session.languageAsked && !labelled) return table;
  return {
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      label: session.labels.column(column.key),
    })),
  };
}
