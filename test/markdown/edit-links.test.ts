import { describe, expect, test } from 'vitest';
import type { Link } from '../../src/core/record.ts';
import { EditRefused } from '../../src/markdown/front-edit.ts';
import { editLinks } from '../../src/markdown/edit-links.ts';
import { loadKinds } from '../../src/registry.ts';
import { concepts } from '../../src/vocabulary/load.ts';

const context = { kinds: await loadKinds(), concepts };
const file = 'projects/p.md';
const to = { name: 'legacoop-it', path: 'organisations/legacoop it.md' };

/** Links to the organisation, by whatever they are written. */
function isIt({ target }: Link): boolean {
  return /^(?:legacoop|.*\/legacoop\.md)$/i.test(target);
}

function edited(front: string, body: string): { front: string; body: string } {
  const text = `---\nkind: project\ntitle: P\n${front}---\n${body}`;
  const made = editLinks(text, file, (link) => (isIt(link) ? to : undefined), context);
  const [, after = '', rest = ''] =
    /^---\nkind: project\ntitle: P\n([\s\S]*?)---\n([\s\S]*)$/.exec(made) ?? [];
  return { front: after, body: rest };
}

describe('in the body', () => {
  test.each([
    ['[[Legacoop]] is one', '[[legacoop-it|Legacoop]] is one'],
    ['the [[legacoop|League]] is one', 'the [[legacoop-it|League]] is one'],
    ['[[legacoop#Seat]]', '[[legacoop-it#Seat|legacoop]]'],
    ['| a | [[Legacoop]] |', '| a | [[legacoop-it\\|Legacoop]] |'],
    ['| a | [[legacoop\\|L]] |', '| a | [[legacoop-it\\|L]] |'],
    [
      'see [it](../organisations/legacoop.md#seat "x").',
      'see [it](../organisations/legacoop%20it.md#seat "x").',
    ],
    ['`[[legacoop]]` and [[iesmed]]', '`[[legacoop]]` and [[iesmed]]'],
    [
      '[[legacoop]] [[iesmed]] [[Legacoop]]',
      '[[legacoop-it|legacoop]] [[iesmed]] [[legacoop-it|Legacoop]]',
    ],
    ['- partners [[legacoop]]', '- partners [[legacoop-it|legacoop]]'],
    [
      'مع [[legacoop]] هنا\r\n[[legacoop]]\r\n',
      'مع [[legacoop-it|legacoop]] هنا\r\n[[legacoop-it|legacoop]]\r\n',
    ],
  ])('%s', (before, after) => {
    expect(edited('', before).body).toBe(after);
  });

  test('a link whose address stands elsewhere is left to a person', () => {
    expect(() => edited('', 'see [it][1]\n\n[1]: ../organisations/legacoop.md\n')).toThrow(
      EditRefused,
    );
  });
});

test.each([
  ['lead: legacoop\n', 'lead: legacoop-it\n'],
  ['lead: "[[Legacoop]]"  # why\n', 'lead: "[[legacoop-it]]"  # why\n'],
  ["lead: '[[legacoop|The League]]'\n", 'lead: "[[legacoop-it|The League]]"\n'],
  [
    'partners:\n  - iesmed\n  - organisation: legacoop\n    role: partner\n',
    'partners:\n  - iesmed\n  - organisation: legacoop-it\n    role: partner\n',
  ],
  ['partners: [iesmed, legacoop]\n', 'partners: [iesmed, legacoop-it]\n'],
  ['partners: "[[legacoop]], [[iesmed]]"\n', 'partners: "[[legacoop-it]], [[iesmed]]"\n'],
])('in front matter: %j', (before, after) => {
  expect(edited(before, 'Text.\n')).toEqual({ front: after, body: 'Text.\n' });
});
