import { FAILSAFE_SCHEMA, YAMLException, load } from 'js-yaml';
import type { Call } from '../core/consortium/call.ts';
import type { Problem } from '../core/message.ts';
import type { Node } from '../core/node.ts';
import { isMap } from '../core/node.ts';
import type { Locator } from '../markdown/locate.ts';
import { locator } from '../markdown/locate.ts';
import { tooLongYaml } from '../markdown/yaml-size.ts';
import type { MapReader, OwnSets, Tell } from './map-reader.ts';
import { mapReader } from './map-reader.ts';
import { fold } from '../vocabulary/fold.ts';
import { concepts } from '../vocabulary/load.ts';
import { readCondition } from './read-condition.ts';

/** A file of rules as it was read: the call, and what is wrong with it. */
export interface ReadCall {
  readonly call?: Call;
  readonly problems: readonly Problem[];
}

/**
 * Reads the rules of a call, with what they say to people in a language; `stem` is its id where it writes none. The text is
 * data: nothing in it is run.
 */
export function readCall(text: string, stem: string, language = 'en'): ReadCall {
  const problems: Problem[] = [];
  const reason = tooLongYaml(text);
  if (reason !== undefined)
    return { problems: [{ severity: 'error', rule: 'yaml', reason, line: 1, column: 1 }] };
  let places: Locator | undefined;
  const tell: Tell = (path, reason, expected = []) => {
    // `locate` counts the fence of front matter as a line.
    const { line, column } = (places ??= locator(text))(path);
    problems.push({ severity: 'error', rule: 'call', reason, expected, line: line - 1, column });
  };
  let node: Node;
  try {
    node = load(text, { schema: FAILSAFE_SCHEMA }) as Node;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { line = 0, column = 0 } = error.mark ?? {};
    const problem = {
      severity: 'error',
      rule: 'yaml',
      reason: `Not readable as YAML: ${error.reason}`,
    } as const;
    return { problems: [{ ...problem, line: line + 1, column: column + 1 }] };
  }
  if (node === null || !isMap(node)) {
    tell([], 'Expected keys such as “title: …” and “conditions: …”');
    return { problems };
  }
  const call = callOf(mapReader(node, [], tell, language), stem, tell);
  return problems.length > 0 ? { problems } : { call, problems };
}

function callOf(read: MapReader, stem: string, tell: Tell): Call {
  read.only([...texts, 'checked', 'sets', 'not-counted', 'same-parent', 'conditions']);
  const needed = (key: string) => {
    const text = read.said(key);
    if (!read.has(key)) tell([], `“${key}” is missing`);
    return text ?? '';
  };
  const own = ownSets(read, tell);
  const counting = read.map('not-counted');
  counting?.only(['roles', 'forms']);
  const roles = counting?.ids('roles', concepts('roles'), 'role') ?? [];
  if (roles.includes('lead')) tell(['not-counted', 'roles'], 'The lead always counts');
  const parent = read.text('same-parent') ?? 'each';
  if (parent !== 'once' && parent !== 'each')
    tell(['same-parent'], `Expected “once” or “each”, found “${parent}”`);
  const conditions = read
    .maps('conditions')
    .flatMap((each) => readCondition(each, own, tell) ?? []);
  if (!read.has('conditions')) tell([], '“conditions” is missing');
  const [programme, note] = [read.text('programme'), read.said('note')];
  return {
    id: read.text('id') ?? stem,
    title: needed('title'),
    titles: read.saidInAll('title'),
    ...(programme === undefined ? {} : { programme }),
    source: needed('source'),
    valid: needed('valid'),
    checked: read.flag('checked') ?? true,
    ...(note === undefined ? {} : { note }),
    sets: Object.fromEntries([...own].map(([id, { title }]) => [id, title])),
    counting: {
      roles,
      forms: counting?.forms('forms') ?? { names: [], ids: [] },
      distinct: parent === 'once',
    },
    conditions,
  };
}

const texts = ['id', 'title', 'programme', 'source', 'valid', 'note'];

function ownSets(read: MapReader, tell: Tell): OwnSets {
  const own = new Map<string, { readonly title: string; readonly members: readonly string[] }>();
  const written = read.map('sets');
  for (const id of written?.keys() ?? []) {
    const set = written?.map(id);
    if (!set) continue;
    set.only(['title', 'members']);
    const area = set.area('members', own);
    if (!area) tell(set.path, 'A set needs “members”: countries, regions or other sets');
    const members = [...(area?.countries ?? []), ...(area?.regions ?? [])];
    own.set(fold(id.replaceAll('_', '-')), { title: set.said('title') ?? id, members });
  }
  return own;
}
