import { settingsFile, settingsText } from '../base/base.ts';
import type { Call } from '../command.ts';
import type { Node } from '../core/node.ts';
import { isList, isMap, isText, textsOf } from '../core/node.ts';
import { UsageError } from '../core/usage-error.ts';
import { fold } from '../vocabulary/fold.ts';
import { nearest } from '../vocabulary/nearest.ts';
import { filterOptions, orderOptions } from './filter-options.ts';
import type { Session } from './session.ts';
import { splitCall } from './split-call.ts';

/** A search that the base keeps under a name: words, and values by option. */
interface View {
  readonly words: readonly string[];
  readonly options: Readonly<{ [option: string]: readonly string[] }>;
}

/** The call with what its `--view` asks for: words and filters of both, single values of the call where it has them. */
export async function withView(call: Call, session: Session): Promise<Call> {
  const name = call.text('view');
  if (name === undefined) return call;
  const views = await readViews(session);
  const view = views.get(name) ?? [...views].find(([each]) => fold(each) === fold(name))?.[1];
  if (!view) throw new UsageError(unknownView(name, [...views.keys()]));
  if (view instanceof UsageError) throw view;
  const { words, options } = view;
  const kept = (option: string) => options[option] ?? [];
  return {
    words: [...words, ...call.words],
    text: (option) => (option === 'view' ? undefined : (call.text(option) ?? kept(option).at(-1))),
    list: (option) => {
      const typed = call.list(option);
      return option === 'sort' && typed.length > 0 ? typed : [...kept(option), ...typed];
    },
    flag: (option) => call.flag(option),
  };
}

/** Prints the views of the base, each as one would type it. */
export async function listViews(call: Call, session: Session): Promise<void> {
  const all = [...(await readViews(session))];
  for (const [, view] of all) if (view instanceof UsageError) session.note(view.message);
  const views = new Map(
    all.flatMap(([name, view]) => (view instanceof UsageError ? [] : [[name, view] as const])),
  );
  if (call.flag('json')) return session.json([...views].map(([name, view]) => ({ name, ...view })));
  if (all.length === 0) return session.note(`${settingsFile} keeps no searches yet`);
  const format = call.text('format') ?? 'table';
  await session.print(
    {
      columns: session.columns(['view', 'search'], format),
      rows: [...views].map(([name, view]) => [name, asTyped(view)]),
    },
    format,
  );
}

function asTyped({ words, options }: View): string {
  const quote = (value: string) => (/[\s"']/.test(value) ? `"${value}"` : value);
  const filters = Object.entries(options).flatMap(([option, values]) =>
    values.map((value) => `--${option} ${quote(value)}`),
  );
  return [...words, ...filters].join(' ');
}

function unknownView(name: string, known: readonly string[]): string {
  if (known.length === 0)
    return `There is no view “${name}”: ${settingsFile} has none; write “views:” and below it “${name}: words and --filters”`;
  return `There is no view “${name}”; there are ${known.join(', ')}`;
}

/** The views of `koinon.yaml` by name; a broken one is the error that names its line, and keeps nobody from the others. */
async function readViews({ base }: Session): Promise<ReadonlyMap<string, View | UsageError>> {
  const { locate } = await import('../markdown/locate.ts');
  const { readYamlPrecisely } = await import('../markdown/precise-front.ts');
  const text = settingsText(base.folder);
  const views = readYamlPrecisely(text).data['views'] ?? '';
  const wrong = (path: readonly string[], reason: string): UsageError =>
    new UsageError(`${settingsFile}:${locate(text, ['views', ...path]).line - 1}: ${reason}`);
  if (isText(views) && views.trim() === '') return new Map();
  if (!isMap(views))
    throw wrong([], 'expected “views:” with names below it, each with words and filters');
  return new Map(
    Object.entries(views).map(([name, node]) => [name, viewOrError(name, node, wrong)] as const),
  );
}

function viewOrError(name: string, node: Node, wrong: Wrong): View | UsageError {
  try {
    return viewOf(name, node, wrong);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

type Wrong = (path: readonly string[], reason: string) => UsageError;

function viewOf(name: string, node: Node, wrong: Wrong): View {
  if (isText(node)) {
    const split = splitCall(node);
    if ('problem' in split) throw wrong([name], `the view “${name}”: ${split.problem}`);
    const odd = Object.keys(split.options).find((option) => !known.has(option));
    if (odd !== undefined) throw wrong([name], unknownOption(name, odd));
    return split;
  }
  if (!isMap(node))
    throw wrong([name], `the view “${name}” should be a text, or options with their values`);
  const options: { [option: string]: readonly string[] } = {};
  let words: readonly string[] = [];
  for (const [key, value] of Object.entries(node)) {
    const option = key.toLowerCase().replaceAll('_', '-');
    if (isMap(value) || (isList(value) && !value.every(isText)))
      throw wrong([name, key], `the view “${name}” expects a text or a list of texts for “${key}”`);
    if (option === 'words') words = textsOf(value);
    else if (known.has(option)) options[option] = textsOf(value);
    else throw wrong([name, key], unknownOption(name, option));
  }
  return { words, options };
}

const known = new Set(
  [...filterOptions, ...orderOptions].flatMap(({ flags }) => {
    const option = /^--([\w-]+)/.exec(flags)?.[1] ?? '';
    return option === 'view' ? [] : [option];
  }),
);

function unknownOption(view: string, option: string): string {
  const [near] = nearest(option, known, 1);
  const hint = near === undefined ? `; there are ${[...known].join(', ')}` : ` (${near}?)`;
  return `the view “${view}” has an option “${option}” that searches do not know${hint}`;
}
