import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { findBase } from '../../src/base/base.ts';
import { decisionsAdded, readDecisions } from '../../src/base/decisions.ts';
import type { Node } from '../../src/core/node.ts';
import type { Link } from '../../src/core/record.ts';
import { UsageError } from '../../src/core/usage-error.ts';
import { draftText, readDraft } from '../../src/drafts/draft.ts';
import type { Unlinked } from '../../src/edits/unlinked.ts';
import { unlinkedFinder } from '../../src/edits/unlinked.ts';
import { withLinks } from '../../src/edits/with-links.ts';
import type { FrontEdit } from '../../src/markdown/front-edit.ts';
import { EditRefused } from '../../src/markdown/front-edit.ts';
import { editFront } from '../../src/markdown/edit-front.ts';
import { editLinks } from '../../src/markdown/edit-links.ts';
import { readFront } from '../../src/markdown/front.ts';
import { proseOf } from '../../src/markdown/prose.ts';
import { readRecord } from '../../src/markdown/read-record.ts';
import { loadKinds } from '../../src/registry.ts';
import { fileDiff } from '../../src/session/file-diff.ts';
import { palette } from '../../src/terminal/colour.ts';
import { concepts } from '../../src/vocabulary/load.ts';
import { playground } from './koinon.ts';
import { anyText, fileText, listFront, recordText } from './texts.ts';

/** What holds for every text that is made up, and how often it is tried, of a thousand. */
export interface Property {
  readonly name: string;
  readonly share: number;
  readonly property: fc.IRawProperty<unknown>;
}

const context = { kinds: await loadKinds(), concepts };
const file = 'projects/p.md';
const plain = await palette(false);

export const properties: readonly Property[] = [
  {
    name: 'a file is read, whatever it holds',
    share: 150,
    property: fc.property(recordText, (text) => {
      const reading = readRecord(text, file, context);
      const lines = text.split(/\r\n|\r|\n/).length;
      for (const { line = 1 } of [...reading.problems, ...(reading.record?.links ?? [])])
        must(line >= 1 && line <= lines, `line ${line} of ${lines}`);
      must(reading.record !== undefined || reading.problems.length > 0, 'no record, and no reason');
      if (text.startsWith('\ufeff')) return;
      same(readRecord(`\ufeff${text}`, file, context), reading, 'with a byte order mark');
    }),
  },
  {
    name: 'an edit of front matter gives what was meant, or is refused',
    share: 80,
    property: fc.property(
      recordText,
      fc.array(frontEdit(), { minLength: 1, maxLength: 3 }),
      (text, edits) => {
        const made = unlessRefused(() => editFront(text, edits));
        if (made === undefined) return;
        const [before, after] = [readFront(text), readFront(made)];
        same(after.body, before.body, 'the body');
        must(
          after.problems.every(({ severity }) => severity !== 'error'),
          'an error is added',
        );
      },
    ),
  },
  {
    name: 'edits of front matter made together are those made one after the other',
    share: 20,
    property: fc.property(listFront, pathEdits(), (text, edits) => {
      const expected = unlessRefused(() =>
        edits.reduce((made, edit) => editFront(made, [edit]), text),
      );
      if (expected !== undefined) same(editFront(text, edits), expected, 'all at once');
    }),
  },
  {
    name: 'an edit that changes nothing changes no byte',
    share: 40,
    property: fc.property(recordText, (text) => {
      same(editFront(text, []), text, 'no edit');
      const { data } = readFront(text);
      for (const [key, node] of Object.entries(data)) {
        const values: readonly Node[] =
          typeof node === 'string' ? [node] : Array.isArray(node) ? node : [];
        if (
          values.length === 0 ||
          values.some((value) => typeof value !== 'string' || value === '')
        )
          continue;
        const made = unlessRefused(() => editFront(text, [{ set: key, values }]));
        same(made ?? text, text, `setting ${key} to what it is`);
        if (typeof node !== 'string') continue;
        const replaced = unlessRefused(() => editFront(text, [{ replace: [key], by: node }]));
        same(replaced ?? text, text, `replacing ${key} by itself`);
      }
      same(
        unlessRefused(() => editLinks(text, file, () => undefined, context)) ?? text,
        text,
        'no link',
      );
    }),
  },
  {
    name: 'links lead elsewhere, and what is read stays',
    share: 40,
    property: fc.property(
      recordText,
      fc.constantFrom('a', 'Union', 'x'),
      (text: string, name: string) => {
        const to = { name: 'another-name', path: 'organisations/another name.md' };
        const meant = ({ target }: Link) =>
          target === name || target.endsWith('a.md') ? to : undefined;
        const made = unlessRefused(() => editLinks(text, file, meant, context));
        if (made === undefined) return;
        const [before, after] = [
          readRecord(text, file, context).record,
          readRecord(made, file, context).record,
        ];
        same(after?.headings.length, before?.headings.length, 'headings');
        same(after?.links.length, before?.links.length, 'links');
        same(after?.title, before?.title, 'the title');
      },
    ),
  },
  {
    name: 'a mention becomes a link, and nothing else changes',
    share: 30,
    property: fc.property(recordText, fc.boolean(), (text, all) => {
      const mentions = finder.find(text, { without: new Set(), all });
      for (const mention of mentions) {
        const { text: made, refused } = linked(text, [mention]);
        if (refused.length > 0) {
          same(made, text, 'the text without a link');
          continue;
        }
        const rest = text.length - mention.end;
        same(made.slice(0, mention.start), text.slice(0, mention.start), 'what stands before');
        same(made.slice(made.length - rest), text.slice(mention.end), 'what stands after');
      }
      const { text: whole, refused } = linked(text, mentions);
      const gone = new Set(refused);
      let expected = text;
      for (const mention of mentions.toReversed())
        if (!gone.has(mention)) expected = linked(expected, [mention]).text;
      same(whole, expected, 'all at once, as one after the other');
    }),
  },
  {
    name: 'prose keeps its length and its lines',
    share: 280,
    property: fc.property(anyText, (text) => {
      const prose = proseOf(text);
      must(prose.length === text.length, 'another length');
      for (let at = 0; at < text.length; at++)
        must(prose[at] === text[at] || (prose[at] === ' ' && text[at] !== '\n'), `at ${at}`);
    }),
  },
  {
    name: 'a difference is shown without what could move the cursor',
    share: 200,
    property: fc.property(
      fc.option(anyText, { nil: null }),
      fc.option(anyText, { nil: null }),
      (before, after) => {
        const shown = fileDiff({ path: 'a\u001b.md', before, after }, plain);
        // eslint-disable-next-line no-control-regex
        must(!/[\0-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.test(shown), shown);
      },
    ),
  },
  {
    name: 'a draft is read, or is none',
    share: 150,
    property: fc.property(fc.oneof(anyText, draftLike()), (text) => {
      const draft = readDraft(text);
      if (draft) same(readDraft(draftText(draft)), draft, 'written and read again');
    }),
  },
  {
    name: 'decisions are read, or refused in words',
    share: 5,
    property: fc.property(yamlLike(), (text) => {
      const folder = folderWith('decisions.yaml', text);
      const before = unlessRefused(() => readDecisions(folder));
      if (before === undefined) return;
      const decision = { verdict: 'is', name: text.trim() || 'x', record: 'a', by: 'me' } as const;
      const change = decisionsAdded(folder, [decision]);
      must(change.after?.startsWith(text) === true, 'what stood there');
      writeFileSync(join(folder, 'decisions.yaml'), change.after ?? '');
      const after = unlessRefused(() => readDecisions(folder));
      if (before.length > 0) same(after, [...before, decision], 'with one more');
    }),
  },
  {
    name: 'settings are read, or refused in words',
    share: 5,
    property: fc.property(settingsLike(), (text) => {
      const folder = folderWith('koinon.yaml', text);
      const base = unlessRefused(() => findBase(folder, folder));
      must(base === undefined || typeof base.name === 'string', 'the name is no text');
    }),
  },
];

const finder = unlinkedFinder([
  { id: 'a', kind: 'organisation', title: 'Union of Saltworkers', names: [] },
  { id: 'legacoop', kind: 'organisation', title: 'Legacoop', names: ['العربية'] },
]);

function linked(text: string, mentions: readonly Unlinked[]) {
  const wanted = mentions.map((mention) => ({ mention, name: 'a' }));
  return withLinks(text, file, wanted, context);
}

function frontEdit(): fc.Arbitrary<FrontEdit> {
  const key = fc.constantFrom(
    'title',
    'lead',
    'partners',
    'note',
    'new_one',
    '__proto__',
    'Ünïcode key',
  );
  const values = fc.array(fileText, { minLength: 1, maxLength: 3 });
  const path = fc
    .tuple(key, fc.option(fc.nat(2)))
    .map(([name, at]) => (at === null ? [name] : [name, at]));
  return fc.oneof(
    fc.record({ set: key, values }),
    fc.record({ add: key, values }),
    fc.record({ replace: path, by: fileText }),
    fc.record({ remove: path }),
  );
}

/** New texts for some fields and items, then items of one list that go, the last one first. */
function pathEdits(): fc.Arbitrary<readonly FrontEdit[]> {
  const key = fc.constantFrom('title', 'lead', 'partners', 'themes', 'associates');
  const path = fc
    .tuple(key, fc.option(fc.nat(3)), fc.option(fc.constant('name'), { freq: 4 }))
    .map((steps) => steps.filter((step) => step !== null));
  const replaced = fc
    .record({
      replace: path,
      by: fc.oneof(fc.constantFrom('a', 'b', 'x, y', 'Legacoop'), fileText),
    })
    .filter(({ replace }) => replace.length > 0);
  const gone = fc
    .tuple(key, fc.uniqueArray(fc.nat(4), { maxLength: 4 }))
    .map(([name, places]) =>
      places.toSorted((a, b) => b - a).map((place) => ({ remove: [name, place] })),
    );
  return fc.tuple(fc.array(replaced, { maxLength: 5 }), gone).map((edits) => edits.flat());
}

function draftLike(): fc.Arbitrary<string> {
  const line = fc.constantFrom(
    '{"draft":{"id":"x","file":"f","document":{"sha256":"0"}}}',
    '{"draft":null}',
    '{"draft":{"id":1}}',
    '{"entity":null}',
    '{"entity":{"id":"e1","title":"A"}}',
    '{"fact":{"id":"f1","status":"proposed"}}',
    '{"fact":[]}',
    '{"found":{}}',
    '{"found":null}',
    'null',
    '3',
    '{',
  );
  return fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'));
}

function yamlLike(): fc.Arbitrary<string> {
  const item = fc.constantFrom(
    '- same: [a, b]\n',
    '- {different: [a, b], by: me}\n',
    '- name: A\n  is: b\n',
    '- name: A\n  is_not: [b]\n',
    '- __proto__: {name: A}\n',
    '- same: a\n',
    '- 3\n',
    '-\n',
    'a: b\n',
    '# c\n',
    '- &x [*x]\n',
    '- "\n',
    '\t- a\n',
  );
  return fc.oneof(
    fc.array(item, { maxLength: 4 }).map((items) => items.join('')),
    fileText,
  );
}

function settingsLike(): fc.Arbitrary<string> {
  const line = fc.constantFrom(
    'name: A\n',
    'name: "A: b"\n',
    'name: [a]\n',
    'name:\n',
    'lang: fr\n',
    'lang: xx\n',
    'index: cache\n',
    'index: ../x\n',
    'vocabularies: ../..\n',
    '__proto__: a\n',
    'constructor: {name: a}\n',
    'name: &a *a\n',
    'toString: x\n',
    'views: {a: b}\n',
    '- a\n',
    '\t\n',
  );
  return fc.oneof(
    fc.array(line, { maxLength: 4 }).map((lines) => lines.join('')),
    fileText,
  );
}

let room: string | undefined;

function folderWith(name: string, text: string): string {
  room ??= mkdtempSync(join(playground, 'fuzz-'));
  const folder = join(room, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
  return folder;
}

/** What is made; nothing where it is refused as it may be. */
function unlessRefused<Made>(make: () => Made): Made | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof EditRefused || error instanceof UsageError) return undefined;
    throw error;
  }
}

function must(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(what);
}

function same(found: unknown, expected: unknown, what: string): void {
  if (isDeepStrictEqual(found, expected)) return;
  throw new Error(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
}
