import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Files } from './base-state.ts';
import { filesOf, rowsOf } from './base-state.ts';
import { inTurn, koinon, playground } from './koinon.ts';

/** A call that writes, the base that it is made in, and what that base holds before and after, where nothing disturbs it. */
export interface Operation {
  readonly name: string;
  readonly words: readonly string[];
  readonly before: State;
  readonly after: State;
  /** A copy of the base of before, to be changed. */
  readonly copy: () => string;
  /** Milliseconds that the call takes undisturbed. */
  readonly wall: number;
  /** Made again, the call ends what was begun, and no file below the base, of whatever sort, holds a byte of this any more. */
  readonly forgets?: string;
}

interface State {
  readonly files: Files;
  readonly rows: string;
}

const page = (front: string, body = '') => `---\n${front}\n---\n${body}`;

const report = `Saltpans: work for the lagoon

12 May 2021

The Saltpans project is led by the Lagoon Cooperative Union (LCU) of Faro, Portugal.
It began in March 2020 and ends in February 2023, with a total budget of 1.2 million euros.
Partners of the project are Legacoop, from Italy, and the Sousse Women Association in Tunisia.
`;

const files: Readonly<{ [path: string]: string }> = {
  'koinon.yaml': 'name: Small\n',
  'organisations/legacoop.md': page('title: Legacoop\ncountry: IT\nthemes: [sse]'),
  'organisations/a.md': page(
    'title: Union of Saltworkers\nfounded: 1993\npart_of: legacoop',
    'Since 1993, with [[legacoop]].\n',
  ),
  'organisations/a-2.md': page(
    'title: Saltworkers Union\nfounded: 1994 # says the report\nwebsite: https://example.org',
    'It meets [[a]].\n',
  ),
  ...Object.fromEntries(
    Array.from({ length: 6 }, (_, number) => [
      `projects/p${number}.md`,
      page(
        `title: Project ${number}\nlead: a\npartners:\n  - "[[Saltworkers Union]]"\n  - legacoop`,
        `The Union of Saltworkers and Legacoop work on [[p${(number + 1) % 6}]] with [[a|them]].\n`,
      ),
    ]),
  ),
  'report.txt': report,
};

/** Somebody who stands in records, in the text and the facts of a document, and in an export. */
const person: Readonly<{ [path: string]: string }> = {
  'organisations/reef.md': page(
    'title: Reef Guild\ncontacts:\n  - name: Rosa Quintavalle\n    email: reef@example.org',
    'Led by Rosa Quintavalle, with [[a]].\n',
  ),
  'exports/people.csv': 'name;of\nRosa Quintavalle;Reef Guild\n',
  'report.txt': `${report}The meeting was opened by Rosa Quintavalle.\n`,
};

interface Plan {
  readonly files?: Readonly<{ [path: string]: string }>;
  readonly forgets?: string;
  readonly words: readonly string[];
  readonly prepare?: readonly (readonly string[])[];
  /** Files that are written after everything else was made ready. */
  readonly late?: Readonly<{ [path: string]: string }>;
  readonly cold?: true;
}

const plans: Readonly<{ [name: string]: Plan }> = {
  'ingest, cold': { words: ['ingest'], cold: true },
  'ingest, changed': {
    words: ['ingest'],
    late: {
      'projects/p1.md': page('title: Another title\nlead: legacoop', 'Now [[p0]].\n'),
      'projects/new.md': page('title: New\nlead: a'),
    },
  },
  new: { words: ['new', 'organisation', '--set', 'title=Reef Guild', '--set', 'country=MT'] },
  import: { words: ['import', 'report.txt'] },
  apply: {
    words: ['apply', '--by', 'me'],
    prepare: [
      ['import', 'report.txt'],
      ['review', '--accept', 'all'],
    ],
  },
  merge: { words: ['merge', 'a-2', 'a', '--by', 'me'] },
  rename: { words: ['rename', 'a', 'saltworkers'] },
  undo: { words: ['undo'], prepare: [['rename', 'a', 'saltworkers']] },
  'privacy forget': {
    words: ['privacy', 'forget', 'Rosa Quintavalle', '--yes'],
    files: person,
    prepare: [
      ['import', 'report.txt'],
      ['rename', 'a', 'saltworkers'],
      ['search', 'guild'],
    ],
    forgets: 'quintavalle',
  },
  'link suggest': { words: ['link', 'suggest', '--write'] },
};

/** Makes every operation ready, or those that are named. */
export async function operations(
  names: readonly string[] = Object.keys(plans),
): Promise<Operation[]> {
  const made: Operation[] = [];
  for (const name of names) {
    const plan = plans[name];
    if (!plan) throw new Error(`There is no operation “${name}”`);
    made.push(await operation(name, plan));
  }
  return made;
}

async function operation(name: string, plan: Plan): Promise<Operation> {
  const template = mkdtempSync(join(playground, 'template-'));
  write(template, { ...files, ...plan.files });
  await mustEndWell(template, [['ingest'], ...(plan.prepare ?? [])]);
  if (plan.cold) rmSync(join(template, '.koinon'), { recursive: true });
  if (plan.late) write(template, plan.late);
  const copy = () => {
    const folder = mkdtempSync(join(playground, 'case-'));
    cpSync(template, folder, { recursive: true });
    return folder;
  };
  const before = await settled(copy());
  const folder = copy();
  const { code, error, wall } = await koinon(folder, plan.words);
  if (code !== 0 && code !== 1) throw new Error(`${name} does not end well: ${error}`);
  const { words, forgets } = plan;
  const after = await settled(folder);
  return { name, words, before, after, copy, wall, ...(forgets === undefined ? {} : { forgets }) };
}

async function settled(folder: string): Promise<State> {
  await mustEndWell(folder, [['ingest']]);
  const state = { files: filesOf(folder), rows: rowsOf(folder) };
  rmSync(folder, { recursive: true });
  return state;
}

async function mustEndWell(folder: string, calls: readonly (readonly string[])[]): Promise<void> {
  const { code, error } = await inTurn(folder, calls);
  if (code !== 0 && code !== 1) throw new Error(`${JSON.stringify(calls)}: ${error}`);
}

function write(folder: string, texts: Readonly<{ [path: string]: string }>): void {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
