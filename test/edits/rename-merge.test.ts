import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import check from '../../src/commands/check.ts';
import different from '../../src/commands/different.ts';
import merge from '../../src/commands/merge.ts';
import rename from '../../src/commands/rename.ts';
import same from '../../src/commands/same.ts';
import show from '../../src/commands/show.ts';
import undo from '../../src/commands/undo.ts';
import { base, call, run } from '../commands/run.ts';
import { exampleCopy } from '../surroundings.ts';

/** The text of every file, the index and the journal apart. */
function files(folder: string): { [path: string]: string } {
  const found: { [path: string]: string } = {};
  for (const each of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(each.parentPath, each.name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/');
    if (each.isFile() && !path.startsWith('.koinon'))
      found[path] = readFileSync(join(folder, path), 'utf8');
  }
  return found;
}

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

  test('an id that was given away is not given again', async () => {
    const folder = exampleCopy();
    await run(rename, folder, call(['acpp', 'acpp-es']));
    await expect(run(rename, folder, call(['ccpp', 'acpp']))).rejects.toThrow(
      'already means acpp-es',
    );
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
      '---\ntitle: ICS\npartners:\n  - cepes-2 # one\n  - "[[Confederation of Organisations for Social Economy of Andalusia]]"\n---\nWith [[cepes-2|CEPES Andalucía]].\n',
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
    expect(written).toContain('-  - cepes # one\n+  - cepes-2 # one\n');
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
      expect(errors.filter(({ rule }) => rule !== 'exclusive' && rule !== 'doubled')).toEqual([]);
      await run(undo, folder, call());
      expect(files(folder)).toEqual(before);
    }
  });
});
