import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { saveNew } from '../base/disk.ts';
import { mustStayInside } from '../base/inside.ts';
import { recover } from '../base/journal.ts';
import type { Call, Command } from '../command.ts';
import type { Kind } from '../core/kind.ts';
import type { Problem } from '../core/message.ts';
import type { Node } from '../core/node.ts';
import { isText, nodeMap, normalKey } from '../core/node.ts';
import { declaredKey, readFields } from '../core/read-fields.ts';
import type { Reading } from '../core/record.ts';
import { deviceName, fileSlug, isDeviceName, isId, slug } from '../core/slug.ts';
import { UsageError } from '../core/usage-error.ts';
import { readWritten } from '../drafts/readable.ts';
import { readRecord } from '../markdown/read-record.ts';
import { writeRecord } from '../markdown/write-front.ts';
import { separated } from '../session/separated.ts';
import type { Session } from '../session/session.ts';
import { toTerminal } from '../terminal/text.ts';
import type { RecordName, Store } from '../store/store.ts';
import { fieldsInOrder, folderFor } from '../session/new-record.ts';

type Answers = Map<string, Node[]>;

export default {
  summary: 'makes a record, by questions or from --set',
  arguments: [
    { name: '<kind>', summary: 'organisation, project, event, programme, practice, document' },
  ],
  options: [
    {
      flags: '--set <key=value>',
      summary:
        'a field and its value; again for a second one, or “; ” between links, aliases, words of lists (a comma only between names of records)',
      many: true,
    },
    { flags: '--id <id>', summary: 'the id; else it is made from the acronym or the title' },
    { flags: '--dry-run', summary: 'show the file, and write nothing' },
  ],
  examples: [
    { call: 'koinon new organisation', does: 'asks for the usual fields' },
    {
      call: 'koinon new event --set title="Spring meeting" --set start=2025-04-03 --set city=Sfax --set country=TN',
      does: 'without questions',
    },
    {
      call: 'koinon new project --set title=ICS --set "partners=CEPES Andalucía" --dry-run',
      does: 'shows what would be written',
    },
  ],
  run: async (call, session) => {
    const kind = session.kinds.named(call.words[0] ?? '');
    if (!kind) {
      const kinds = session.concepts('kinds');
      const names = session.kinds.all().map(({ name }) => kinds.label(name, session.language));
      throw new UsageError(
        `“${call.words[0] ?? ''}” is no kind of record; there are ${names.join(', ')}`,
      );
    }
    const recovered = await recover(session.base.folder);
    if (recovered) session.note(recovered);
    const store = await session.currentStore();
    const given = await readSets(call, kind, store, session);
    const answers = given.size > 0 ? given : await ask(kind, session);
    const title = answers.get('title')?.[0];
    if (!isText(title) || title.trim() === '')
      throw new UsageError('A record needs a title: --set title="…"');
    const acronym = answers.get('acronym')?.[0];
    const id = idOf(call.text('id'), isText(acronym) ? acronym : title);
    const taken = (await store.find(id)).find((each) => each.id === id);
    const path = `${folderFor(kind, session)}/${id}.md`;
    const file = join(session.base.folder, path);
    mustStayInside(session.base.folder, path);
    if (taken || existsSync(file)) {
      throw new UsageError(
        `There is a record ${id} already${taken ? ` (${taken.title})` : ''}; if this is another one, give it an id with --id`,
      );
    }
    const namesake =
      call.text('id') === undefined ? await namedAlike(title, kind, store) : undefined;
    if (namesake)
      throw new UsageError(
        `${namesake.id} (${namesake.title}) has this name already; if this is another one, give it an id with --id`,
      );
    const text = writeRecord(
      [['kind', [kind.name]], ...(await fieldsInOrder(answers, kind, store, session))],
      '',
    );
    refuseMisread(readRecord(text, path, session), id, session);
    if (call.flag('dry-run')) {
      await session.write(
        `+++ ${toTerminal(path)}\n${text
          .trimEnd()
          .split('\n')
          .map((line) => `+${toTerminal(line)}`)
          .join('\n')}\n`,
      );
      return 0;
    }
    mkdirSync(dirname(file), { recursive: true });
    await saveNew(file, text);
    await session.write(`${toTerminal(path)}\n`);
    session.note(
      'Open it in any editor to add a text; “koinon check” says whether all is in order',
    );
    return 0;
  },
} satisfies Command;

/** A record of the kind whose title, acronym or alias this is. */
async function namedAlike(
  title: string,
  kind: Kind,
  store: Store,
): Promise<RecordName | undefined> {
  return (await store.find(title)).find((each) => each.kind === kind.name);
}

async function readSets(call: Call, kind: Kind, store: Store, session: Session): Promise<Answers> {
  const answers: Answers = new Map();
  for (const written of call.list('set')) {
    const [key = '', ...rest] = written.split('=');
    if (rest.length === 0) throw new UsageError(`--set expects key=value, found “${written}”`);
    const name = normalKey(key);
    const isTitle = name === 'title' || session.concepts('fields').find(name) === 'title';
    refuseIdentity(name, session);
    if (isTitle && answers.has('title'))
      throw new UsageError('A record has one title; write other names as --set aliases=…');
    const declared = isTitle ? 'title' : (declaredKey(name, kind, session) ?? name);
    const values = await separated(rest.join('='), declared, kind, store, session);
    answers.set(declared, [
      ...(answers.get(declared) ?? []),
      ...values.map((value) => asWritten(value, declared, kind, session)),
    ]);
  }
  const problem = problemsOf(answers, kind, session)[0];
  if (problem)
    throw new UsageError(`${String(problem.path?.[0] ?? problem.rule)}: ${told(problem, session)}`);
  return answers;
}

/** A value as its field is written, such as a day in the words of the language; what cannot be read stays, to be told. */
function asWritten(written: string, field: string, kind: Kind, session: Session): string {
  const read = readWritten(kind.fields[field]?.value, written, session.language, session);
  return 'value' in read ? read.value : written;
}

/** What is no field but follows from the call itself. */
function refuseIdentity(name: string, session: Session): void {
  const meant = name === 'id' || name === 'kind' ? name : session.concepts('fields').find(name);
  if (meant === 'id') throw new UsageError('The id is no field: give it as --id …');
  if (meant === 'kind')
    throw new UsageError(
      'The kind is no field: it is the first word, as in “koinon new organisation”',
    );
}

/** What is written must be read again as it was meant; else it is not written. */
function refuseMisread({ record, problems }: Reading, id: string, session: Session): void {
  const errors = problems
    .filter(({ severity }) => severity === 'error')
    .map((problem) => told(problem, session));
  if (record && record.id !== id)
    errors.push(session.told(`its id would be read as “${record.id}”; give another one with --id`));
  if (!record || errors.length > 0)
    throw new UsageError(`Nothing is written: ${errors.join('; ') || 'it would be no record'}`);
}

/** What cannot be read of these values, and keys that are no fields. */
function problemsOf(answers: Answers, kind: Kind, session: Session): readonly Problem[] {
  const data = nodeMap([...answers].map(([key, values]) => [key, values] as const));
  return readFields(data, kind, session).problems.filter(
    ({ severity, rule }) => severity === 'error' || rule === 'field',
  );
}

function told({ rule, reason, expected, path }: Problem, session: Session): string {
  if (rule === 'field')
    return session.told(`There is no field “${String(path?.[0])}” (${expected?.join(', ')}?)`);
  const said = session.told(reason);
  return expected?.length ? `${said} (${expected.join(', ')}?)` : said;
}

async function ask(kind: Kind, session: Session): Promise<Answers> {
  const { prompts } = session.surroundings;
  if (!prompts)
    throw new UsageError(
      'Nobody is here to answer questions: give the fields with --set title="…" --set country=…',
    );
  const { text } = await prompts(session.told);
  session.note('Enter leaves a field out; several values stand with commas between them');
  const answers: Answers = new Map();
  for (const field of kind.asks) {
    const declared = kind.fields[field];
    const many = field !== 'title' && !declared?.single;
    const split = (answer: string): Node[] =>
      (many && !isProse(field) ? answer.split(/[,;]/) : [answer])
        .map((each) => each.trim())
        .filter((each) => each !== '')
        .map((each) => asWritten(each, field, kind, session));
    const check = (answer: string): string | true => {
      if (field === 'title')
        return answer.trim() === '' ? session.told('A record needs a title') : true;
      const [problem] = problemsOf(new Map([[field, split(answer)]]), kind, session);
      return problem ? told(problem, session) : true;
    };
    const answer = await text(question(field, kind, session), { check });
    const values = split(answer);
    if (values.length > 0) answers.set(field, values);
  }
  return answers;
}

/** Commas in these are part of the text. */
function isProse(field: string): boolean {
  return ['summary', 'acronym', 'city', 'website', 'url'].includes(field);
}

function question(field: string, kind: Kind, { labels, told }: Session): string {
  const label = labels.column(field);
  const declared = kind.fields[field];
  if (declared && declared.value.name !== 'text')
    return `${label} (${told(declared.value.expects)})`;
  return kind.relations[field]
    ? `${label} ${told('(ids or names, with commas between them)')}`
    : label;
}

function idOf(written: string | undefined, name: string): string {
  const id = written ?? fileSlug(name);
  if (id === '') throw new UsageError('No id can be made from this title; give one with --id');
  if (!isId(id))
    throw new UsageError(
      `Expected an id of lower-case letters, digits and hyphens, found “${id}”${slug(id) ? ` (${slug(id)}?)` : ''}`,
    );
  if (isDeviceName(id)) throw new UsageError(deviceName(id));
  if (id.includes('/'))
    throw new UsageError(
      `Expected an id without “/”, found “${id}” (${id.replaceAll('/', '-')}?); the folder follows from the kind`,
    );
  return id;
}
