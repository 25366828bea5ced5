import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn as files } from '../base/folder.ts';
import check from '../../src/commands/check.ts';
import different from '../../src/commands/different.ts';
import merge from '../../src/commands/merge.ts';
import rename from '../../src/commands/rename.ts';
import same from '../../src/commands/same.ts';
import show from '../../src/commands/show.ts';
import undo from '../../src/commands/undo.ts';
import { base, call, run } from '../commands/run.ts';
import { exampleCopy } from '../surroundings.ts';

/** Links of a record as `show` counts them. */
async function links(folder: string, id: string): Promise<readonly string[]> {
  const { written } = await run(show, folder, call([id], { json: true }));
  const { links } = JSON.parse(written) as {
    links: { direction: string; relation: string; id: string | null }[];
  };
  return links.map(({ direction, relation, id }) => `${direction} ${relation} ${id}`).sort();
}

describe('rename', () => {
  test.each([
    'acpp',
    'medtown',
    'legacoop',
    'cecop-medcoop-article',
    'eni-cbc-med',
    'cooperactivas',
  ])(
    '%s: every link follows, the old id leads there, and undo gives the same bytes',
    async (id) => {
      const folder = exampleCopy();
      const before = files(folder);
      const linked = await links(folder, id);
      await run(rename, folder, call([id, 'another-name']));
      expect((await run(check, folder, call())).noted).toContain('everything is in order');
      const renamed = (await links(folder, 'another-name')).map((each) =>
        each.replace(/ another-name$/, ` ${id}`),
      );
      expect(renamed).toEqual(linked);
      expect(await links(folder, id)).toEqual(await links(folder, 'another-name'));
      await run(undo, folder, call());
      expect(files(folder)).toEqual(before);
    },
  );

  test.each([
    ['Not An Id', 'An id consists of'],
    ['legacoop', 'already means legacoop'],
    ['acpp', 'already has the id'],
  ])('to “%s” is refused', async (id, reason) => {
    await expect(run(rename, exampleCopy(), call(['acpp', id]))).rejects.toThrow(reason);
  });

  test.each([
    ['title: Old Name\n', 'title: New Name\n'],
    ['titre: Old Name\nalias: Other\n', 'titre: New Name\n'],
    ['name: Old Name\n', 'name: New Name\n'],
    ['', 'title: New Name\n'],
  ])(
    '--title corrects a title written as “%s”, and the old one still leads there',
    async (written, after) => {
      const folder = base({
        'organisations/old-name.md': `---\nkind: organisation\n${written}---\n${written === '' ? '# Old Name\n' : ''}`,
        'projects/p.md': '---\ntitle: P\nlead: "[[Old Name]]"\n---\n',
      });
      const before = files(folder);
      const { code, noted } = await run(rename, folder, call(['old-name'], { title: 'New Name' }));
      expect([code, noted]).toEqual([0, '“koinon undo” takes it back']);
      const text = files(folder)['organisations/old-name.md'] ?? '';
      expect(text).toContain(after);
      expect(text).toMatch(/alias[^]*Old Name/);
      expect((await run(show, folder, call(['Old Name']))).written).toMatch(/^New Name\n/);
      expect((await run(check, folder, call())).code).toBe(0);
      await run(undo, folder, call());
      expect(files(folder)).toEqual(before);
    },
  );

  test.each([
    [['acpp'], { title: 'Legacoop' }, 'legacoop (Legacoop) has this name already'],
    [['legacoop'], { title: 'Legacoop' }, 'already has the title'],
    [['legacoop'], { title: ' ' }, 'needs a title'],
    [['legacoop'], {}, 'Give a new id or a new title'],
    [['legacoop', 'other'], { title: 'Other' }, 'one at a time'],
  ])('%o with %o is refused', async (words, options, reason) => {
    await expect(run(rename, exampleCopy(), call(words, options))).rejects.toThrow(reason);
  });

  test('an id that was given away is not given again', async () => {
    const folder = exampleCopy();
    await run(rename, folder, call(['acpp', 'acpp-es']));
    await expect(run(rename, folder, call(['ccpp', 'acpp']))).rejects.toThrow(
      'already means acpp-es',
    );
  });

  test.each([
    ['the page of a folder', 'organisations/old/index.md', '', 'id: new-id\n'],
    ['a file that shares its name', 'organisations/es/c.md', '', 'id: new-id\n'],
    ['an id in capitals', 'organisations/old.md', 'ID: old\n', 'ID: new-id\n'],
  ])('%s is found by its new id, and by links to it', async (_, path, front, after) => {
    const folder = base({
      [path]: `---\ntitle: Old\n${front}---\n`,
      'organisations/c.md': '---\ntitle: C\n---\nSee [[Old]] and [[old]].\n',
    });
    const shown = JSON.parse((await run(show, folder, call(['Old'], { json: true }))).written) as {
      id: string;
    };
    await run(rename, folder, call([shown.id, 'new-id']));
    const made = files(folder)[path] ?? files(folder)['organisations/new-id.md'] ?? '';
    expect(made).toContain(after);
    expect(await links(folder, 'new-id')).toContain('in mentions c');
    expect((await run(check, folder, call())).noted).not.toContain('error');
  });

  test('a record that is called by its file keeps its name', async () => {
    const folder = base({ 'organisations/Old Name.md': '---\ncountry: ES\n---\n' });
    await run(rename, folder, call(['old-name', 'new-name']));
    expect(files(folder)['organisations/new-name.md']).toContain('title: Old Name\n');
  });

  test('a record with an error in its front matter is left to a person', async () => {
    const folder = base({ 'organisations/x.md': '---\ntitle: X\ncity: "A\n---\n' });
    await expect(run(rename, folder, call(['x', 'y']))).rejects.toThrow('nothing is written');
  });

  test('a record with an id of its own keeps its file', async () => {
    const folder = base({
      'organisations/long-name.md': '---\nid: ln # short\ntitle: Long name\n---\n',
      'projects/p.md':
        '---\ntitle: P\nlead: ln\npartners: ["[[Long name]]"]\n---\nWith [[ln]] and [[long-name]].\n',
    });
    await run(rename, folder, call(['ln', 'lng']));
    expect(files(folder)).toMatchObject({
      'organisations/long-name.md': '---\nid: lng # short\ntitle: Long name\nformer_ids: ln\n---\n',
      'projects/p.md':
        '---\ntitle: P\nlead: lng\npartners: ["[[Long name]]"]\n---\nWith [[lng|ln]] and [[long-name]].\n',
    });
  });
});

describe('merge', () => {
  const two = {
    'organisations/cepes.md':
      '---\ntitle: CEPES Andalucía\nacronym: CEPES-A\ncountry: ES\nfounded: 1993\nthemes: [sse]\npart_of: cepes-2\n---\nThe Spanish text.\n',
    'organisations/cepes-2.md':
      '---\ntitle: Confederation of Organisations for Social Economy of Andalusia\nfounded: 1994 # says the report\nthemes: work\nwebsite: https://example.org\n---\nThe English text about [[cepes]].\n',
    'projects/ics.md':
      '---\ntitle: ICS\npartners:\n  - cepes # one\n  - "[[Confederation of Organisations for Social Economy of Andalusia]]"\n---\nWith [[CEPES Andalucía]].\n',
  };

  test('unites fields, names, texts and links', async () => {
    const folder = base(two);
    const { noted } = await run(
      merge,
      folder,
      call(['cepes', 'cepes-2'], { by: 'Rosa', why: 'same register' }),
    );
    const {
      'organisations/cepes-2.md': made,
      'projects/ics.md': project,
      'decisions.yaml': decisions,
      ...rest
    } = files(folder);
    expect(made).toBe(`---
title: Confederation of Organisations for Social Economy of Andalusia
founded: 1994 # says the report
themes:
  - work
  - sse
website: https://example.org
country: ES
claims:
  field: founded
  value: 1993
aliases: CEPES Andalucía
acronym: CEPES-A
former_ids: cepes
---
The English text about [[cepes-2|cepes]].

The Spanish text.
`);
    expect(project).toBe(
      '---\ntitle: ICS\npartners:\n  - cepes-2 # one\n---\nWith [[cepes-2|CEPES Andalucía]].\n',
    );
    expect(decisions).toContain(
      '- same:\n    - cepes\n    - cepes-2\n  by: Rosa\n  date: 2026-11-22\n  why: same register\n',
    );
    expect(Object.keys(rest)).toEqual(['koinon.yaml']);
    expect(noted).toContain('founded: 1993 or 1994; both are kept');
    expect(await links(folder, 'cepes')).toContain('in partners ics');
    await run(undo, folder, call());
    expect(files(folder)).toEqual({ 'koinon.yaml': 'name: X\n', ...two });
  });

  test('takes the value that it is told to take', async () => {
    const folder = base(two);
    await run(merge, folder, call(['cepes', 'cepes-2'], { take: 'founded' }));
    expect(files(folder)['organisations/cepes-2.md']).toContain(
      'founded: 1993 # says the report\n',
    );
  });

  test('with --dry-run writes nothing and shows the lines', async () => {
    const folder = base(two);
    const { written } = await run(merge, folder, call(['cepes', 'cepes-2'], { 'dry-run': true }));
    expect(written).toMatch(/^- {2}- cepes # one\n(?:-.*\n)*\+ {2}- cepes-2 # one\n/m);
    expect(files(folder)).toEqual({ 'koinon.yaml': 'name: X\n', ...two });
    expect(existsSync(join(folder, 'decisions.yaml'))).toBe(false);
  });

  test('refuses what cannot be one', async () => {
    const folder = base(two);
    await expect(run(merge, folder, call(['cepes', 'ics']))).rejects.toThrow(
      'only records of one kind',
    );
    await expect(run(merge, folder, call(['cepes', 'CEPES Andalucía']))).rejects.toThrow(
      'nothing to merge',
    );
    await expect(
      run(merge, folder, call(['cepes', 'cepes-2'], { take: 'country' })),
    ).rejects.toThrow('but about founded');
    await run(different, folder, call(['cepes', 'cepes-2']));
    await expect(run(merge, folder, call(['cepes', 'cepes-2']))).rejects.toThrow(
      'noted as different',
    );
    await run(same, folder, call(['cepes', 'cepes-2']));
    await run(merge, folder, call(['cepes', 'cepes-2']));
  });

  test('all pairs of the example base that could be one leave it in order', async () => {
    const folder = exampleCopy();
    for (const [from, into] of [
      ['legacoop-marche', 'legacoop'],
      ['ccpp', 'acpp'],
      ['cpmr-imc', 'cpmr'],
      ['medrise', 'medtown'],
    ] as const) {
      const before = files(folder);
      await run(merge, folder, call([from, into]));
      const { written } = await run(check, folder, call([], { json: true }));
      const errors = (JSON.parse(written) as { severity: string; rule: string }[]).filter(
        ({ severity }) => severity === 'error',
      );
      expect(errors).toEqual([]);
      await run(undo, folder, call());
      expect(files(folder)).toEqual(before);
    }
  });

  /** What merging `b` into `a` makes of two records and what stands around them. */
  async function merged(given: { [path: string]: string }): Promise<{ [path: string]: string }> {
    const folder = base(given);
    await run(merge, folder, call(['b', 'a']));
    const errors = JSON.parse((await run(check, folder, call([], { json: true }))).written) as {
      severity: string;
    }[];
    expect(errors.filter(({ severity }) => severity === 'error')).toEqual([]);
    return files(folder);
  }

  const [a, b] = ['organisations/a.md', 'organisations/b.md'] as const;
  const plain = { [a]: '---\ntitle: A\n---\n', [b]: '---\ntitle: B\naliases: Bee\n---\n' };

  test.each([
    ['other spellings of one name', 'partners:\n  - b\n  - "[[A]]"\n', 'partners:\n  - a\n'],
    [
      'an item with another link',
      'partners:\n  - a\n  - "[[b]], [[c]]"\n',
      'partners:\n  - a\n  - "[[a]], [[c]]"\n',
    ],
    [
      'a link that has facts',
      'partners:\n  - a\n  - organisation: b\n    country: ES\n',
      'partners:\n  - a\n  - organisation: a\n    country: ES\n',
    ],
    ['the same name of others twice', 'partners: [c, c, b]\n', 'partners: [c, c, a]\n'],
    ['a partner who is now the lead', 'lead: a\npartners: [b, c]\n', 'lead: a\npartners: [c]\n'],
    ['a lead who was a partner', 'lead: b\npartners: "[[A]]"\n', 'lead: a\n'],
  ])('leaves one link of two: %s', async (_, before, after) => {
    const made = await merged({
      ...plain,
      'organisations/c.md': '---\ntitle: C\n---\n',
      'projects/p.md': `---\ntitle: P\n${before}---\n`,
    });
    expect(made['projects/p.md']).toBe(`---\ntitle: P\n${after}---\n`);
  });

  test.each([
    ['links to each other, by any name', 'part_of: "[[Bee]]"\n', 'member_of: "[[A]]"\n', ''],
    [
      'a link to each other beside one to others',
      'part_of: "[[b]], [[c]]"\n',
      '',
      'part_of: "[[b]], [[c]]"\n',
    ],
    ['one member in two spellings', 'member_of: c\n', 'member_of: "[[See]]"\n', 'member_of: c\n'],
    ['a link with facts to each other', 'part_of:\n  organisation: b\n  from: 2019\n', '', ''],
  ])('unites the links of both: %s', async (_, ofA, ofB, after) => {
    const made = await merged({
      [a]: `---\ntitle: A\n${ofA}---\n`,
      [b]: `---\ntitle: B\naliases: Bee\n${ofB}---\n`,
      'organisations/c.md': '---\ntitle: C\naliases: See\n---\n',
    });
    const names = 'aliases:\n  - B\n  - Bee\nformer_ids: b\n';
    expect(made[a]).toBe(`---\ntitle: A\n${after}${names}---\n`);
  });

  test.each([
    ['claims', 'field: city\n  value: Rome', 'field: city\n  value: Pisa'],
    ['contacts', 'name: Ada\n  role: chair', 'name: Bea\n  role: clerk'],
  ])('of two %s that stand alone loses none', async (field, ofA, ofB) => {
    const made = await merged({
      [a]: `---\ntitle: A\n${field}:\n  ${ofA}\n---\n`,
      [b]: `---\ntitle: B\n${field}:\n  ${ofB}\n---\n`,
    });
    const item = (text: string) => `  - ${text.replace('\n  ', '\n    ')}\n`;
    expect(made[a]).toContain(`${field}:\n${item(ofA)}${item(ofB)}`);
  });

  test('of two names in a language and two numbers of a register loses none', async () => {
    const made = await merged({
      [a]: '---\ntitle: A\nnames:\n  fr: Un\nidentifiers:\n  pic: 1\n---\n',
      [b]: '---\ntitle: B\nnames:\n  fr: Deux\n  es: Dos\nidentifiers:\n  pic: 2\n  vat: X\n---\n',
    });
    expect(made[a]).toContain('names:\n  fr: Un\n  es: Dos\n');
    expect(made[a]).toMatch(/aliases:\n(?: {2}- .*\n)* {2}- Deux\n/);
    expect(made[a]).toMatch(/pic:\n +- "1"\n +- "2"\n +vat: X/);
  });

  test('unites under the keys that the record has, in whatever language', async () => {
    const folder = base({
      'organisations/a.md':
        '---\ntitre: Union\nsite web: https://union.example\nthèmes: [energy]\nsigle: UNI\nmembre de: "[[c]]"\n---\n',
      'organisations/b.md':
        '---\ntitle: Unione\nwebsite: https://union.example\nthemes: [housing]\ncity: Faro\nmember_of: ["[[d]]"]\n---\n',
      'organisations/c.md': '---\ntitle: C\n---\n',
      'organisations/d.md': '---\ntitle: D\n---\n',
    });
    await run(merge, folder, call(['b', 'a'], { yes: true }));
    const text = files(folder)['organisations/a.md'];
    expect(text).toMatch(/^thèmes: \[energy, housing\]$/m);
    expect(text).toMatch(/^membre de:\n\s+- "?\[\[c\]\]"?\n\s+- "?\[\[d\]\]"?$/m);
    expect(text).not.toMatch(/^(?:themes|website|member_of):/m);
    expect((await run(check, folder, call())).noted).toContain('everything is in order');
  });

  test('links by relative paths lead where they led, from another folder too', async () => {
    const made = await merged({
      [a]: plain[a],
      'organisations/es/b.md': '---\ntitle: B\n---\nWith [us](../../projects/p.md).\n',
      'projects/p.md': '---\ntitle: P\n---\n',
    });
    expect(made[a]).toContain('With [us](../projects/p.md).');
  });

  test('a record that is called by its file keeps its name', async () => {
    const made = await merged({
      [a]: '---\ncountry: ES\n---\n',
      [b]: '---\ncountry: ES\n---\n# Another name\n',
    });
    expect(made[a]).toContain('title: a\n');
  });

  test('ids of records that were merged or renamed lead on, and are decided on as before', async () => {
    const folder = base({ ...plain, 'organisations/c.md': '---\ntitle: C\n---\n' });
    await run(different, folder, call(['a', 'c']));
    await run(merge, folder, call(['b', 'a']));
    await run(rename, folder, call(['a', 'first']));
    await expect(run(merge, folder, call(['c', 'b']))).rejects.toThrow('noted as different');
    await run(rename, folder, call(['first', 'second']));
    expect(await links(folder, 'b')).toEqual(await links(folder, 'second'));
    for (let times = 0; times < 4; times++) await run(undo, folder, call());
    expect(files(folder)).toMatchObject({ ...plain });
  });
});
