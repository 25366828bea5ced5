import type { Command } from '../command.ts';
import type { Kind } from '../core/kind.ts';
import type { Node } from '../core/node.ts';
import { asText, isList, isMap, isText, textsOf } from '../core/node.ts';
import type { Value } from '../core/value.ts';
import { setByPerson } from '../core/set-by-person.ts';
import { findOne } from '../session/find-one.ts';
import { factsJson, linkRows, stateLabel } from '../session/link-rows.ts';
import type { LinkRow } from '../session/link-rows.ts';
import type { Session } from '../session/session.ts';
import type { FileProblem, FullRecord, Store } from '../store/store.ts';
import { pad, toTerminal, width, wrap } from '../terminal/text.ts';

/** Lines of the body that are shown; the file has the rest. */
const bodyLines = 12;

export default {
  summary: 'shows one record: its fields, its links out and in, its sources',
  arguments: [{ name: '<record>', summary: 'an id, a title, an acronym or an alias' }],
  options: [{ flags: '--json', summary: 'one JSON document' }],
  examples: [
    { call: 'koinon show medtown', does: 'the project with partners, programme and events' },
    {
      call: 'koinon show "CEPES Andalucía" --lang es',
      does: 'an organisation by its name, labels in Spanish',
    },
  ],
  run: async (call, session) => {
    const store = await session.store();
    const { key } = await findOne(store, call.words.join(' '));
    const record = await store.record(key);
    if (!record) return 2;
    const kind = session.kinds.get(record.kind);
    const derived = kind?.derive?.(record.values, session.surroundings.today) ?? {};
    const rows = await linkRows(key, store, session);
    if (call.flag('json')) {
      const { id, title, path, values, extra, text } = record;
      const links = rows.map((row) => ({
        direction: row.direction,
        relation: row.relation,
        id: row.record?.id ?? null,
        title: row.record?.title ?? row.target,
        state: row.state,
        ...factsJson(row),
      }));
      await session.json({
        id,
        kind: record.kind,
        title,
        path,
        values,
        derived,
        extra,
        links,
        text,
      });
      return 0;
    }
    await session.write(page(record, kind, derived, rows, session));
    const wrong = (await problemsOf(record.path, store)).map(({ reason }) =>
      toTerminal(session.told(reason)),
    );
    if (wrong.length > 0)
      session.note(
        `Not understood in this record (“koinon check” says where): ${wrong.join(session.semicolon)}`,
      );
    return 0;
  },
} satisfies Command;

async function problemsOf(path: string, store: Store): Promise<FileProblem[]> {
  const problems: FileProblem[] = [];
  for await (const each of store.problems()) {
    if (each.file === path && each.severity === 'error') problems.push(each);
  }
  return problems;
}

function page(
  record: FullRecord,
  kind: Kind | undefined,
  derived: Readonly<{ [field: string]: Node }>,
  rows: readonly LinkRow[],
  session: Session,
): string {
  const { palette, labels, surroundings } = session;
  const room = surroundings.width ?? 100;
  const claims = claimsOf(record, kind, session);
  const set = fieldsSet(rows);
  const byPerson = ` (${session.told('set by a person')})`;
  const lines: [string, string][] = [];
  for (const [field, { value }] of Object.entries(kind?.fields ?? {})) {
    if (field === 'claims') continue;
    const shown = (record.values[field] ?? []).map(
      (each) => value.show?.(each, session, session.language) ?? asText(each),
    );
    const implied = derived[field];
    if (shown.length === 0 && implied !== undefined) {
      shown.push(
        `${value.show?.(implied, session, session.language) ?? asText(implied)} (${labels.phrase('derived')})`,
      );
    }
    if (shown.length > 0)
      lines.push([labels.column(field), `${joined(shown)}${set.has(field) ? byPerson : ''}`]);
    for (const claim of claims.get(field) ?? [])
      lines.push([`  ${labels.phrase('also-claimed')}`, claim]);
  }
  for (const [field, values] of Object.entries(record.extra))
    lines.push([field, joined(values.map(String))]);
  const links = grouped(
    rows.filter(({ relation }) => relation !== 'mentions'),
    session,
  );
  const related = new Set(
    rows.filter(({ relation }) => relation !== 'mentions').map((row) => row.record?.key),
  );
  const mentions = grouped(
    rows.filter(
      ({ relation, record: other }) =>
        relation === 'mentions' && !(other && related.has(other.key)),
    ),
    session,
  );
  for (const [label, targets] of [...links, ...mentions])
    lines.push([label, [...targets].join('\n')]);
  for (const source of record.values['sources'] ?? [])
    lines.push([
      labels.column('sources'),
      isMap(source) ? asText(source['url'] ?? '') : asText(source),
    ]);
  const margin = Math.min(24, Math.max(...lines.map(([label]) => width(toTerminal(label))), 0)) + 2;
  const body = lines.map(([label, value]) => entry(label, value)).join('');
  const text = bodyOf(record, room);
  const head = `${palette.strong(toTerminal(record.title))}\n${palette.id(toTerminal(record.id))} · ${labels.kind(record.kind)} · ${palette.quiet(toTerminal(record.path))}\n`;
  return `${head}\n${body}${text === '' ? '' : `\n${text}`}`;

  function entry(label: string, value: string): string {
    const wrapped = value
      .split('\n')
      .flatMap((line) => wrap(toTerminal(line), Math.max(20, room - margin)));
    const [first = '', ...rest] = wrapped;
    const name = palette.quiet(pad(toTerminal(label), margin));
    return [`${name}${first}`, ...rest.map((line) => ' '.repeat(margin) + line)].join('\n') + '\n';
  }
}

function joined(values: readonly string[]): string {
  return values.some((value) => value.length > 40) ? values.join('\n') : values.join(', ');
}

/** Facts of a link to a source that are about its fields and quote, or that stand elsewhere. */
const aboutSource = ['role', 'supports', setByPerson, 'quote', 'start', 'end'];

/** The fields that a person set, though the document by them says something else. */
function fieldsSet(rows: readonly LinkRow[]): ReadonlySet<string> {
  const own = rows.filter(
    ({ direction, relation }) => direction === 'out' && relation === 'sources',
  );
  return new Set(own.flatMap(({ facts }) => textsOf(facts?.[setByPerson] ?? [])));
}

/** The other ends of the links by how the link reads, such as `partner in`. */
function grouped(rows: readonly LinkRow[], session: Session): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const { label, record, target, state, facts } of rows) {
    const name = record
      ? `${record.title} (${record.id})`
      : `${target} (${stateLabel(state, session)})`;
    const about = facts
      ? Object.entries(facts).filter(([key, value]) => isText(value) && !aboutSource.includes(key))
      : [];
    const told =
      about.length > 0
        ? ` · ${about.map(([key, value]) => `${key} ${asText(value)}`).join(', ')}`
        : '';
    groups.set(label, (groups.get(label) ?? new Set()).add(name + told));
  }
  return groups;
}

/** What sources say and the record does not adopt, by the field that it is about. */
function claimsOf(
  record: FullRecord,
  kind: Kind | undefined,
  session: Session,
): Map<string, string[]> {
  const claims = new Map<string, string[]>();
  for (const claim of record.values['claims'] ?? []) {
    if (!isMap(claim)) continue;
    const field = asText(claim['field'] ?? '');
    const about = [
      ...(isText(claim['document']) ? [claim['document']] : []),
      ...(claim[setByPerson] === undefined ? [] : [session.told('set by a person')]),
    ];
    const source = about.length > 0 ? ` (${about.join('; ')})` : '';
    const told = claimed(claim['value'] ?? '', kind?.fields[field]?.value, session);
    const known = claims.get(field) ?? [];
    known.push(`${told}${source}`);
    claims.set(field, known);
  }
  return claims;
}

/** A text stands as the source has it; a concept, list or group as the field shows its values. */
function claimed(node: Node, value: Value | undefined, session: Session): string {
  if (isText(node) && !value?.vocabulary) return node;
  return [node]
    .flatMap((each) => (isList(each) ? each : [each]))
    .map((item) => {
      const parsed = value?.parse(item, session);
      if (!parsed || !('value' in parsed)) return asText(item);
      return value?.show?.(parsed.value, session, session.language) ?? asText(parsed.value);
    })
    .join(session.comma);
}

function bodyOf({ text }: FullRecord, room: number): string {
  const all = text
    .split('\n')
    .flatMap((line) =>
      line.trim() === '' ? [] : [...wrap(toTerminal(line), Math.min(room, 100)), ''],
    );
  const shown = all.slice(0, bodyLines);
  return `${shown.join('\n').trimEnd()}${all.length > shown.length + 1 ? '\n…' : ''}\n`.replace(
    /^\n$/,
    '',
  );
}
