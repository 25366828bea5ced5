import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearNames } from '../../src/core/near-names.ts';
import { choose, folderOf, linkKeys, pathKey } from '../../src/core/resolve.ts';
import { isId, slug } from '../../src/core/slug.ts';
import { stemOf } from '../../src/core/stem.ts';
import { parseTarget } from '../../src/core/target.ts';
import { fold } from '../../src/vocabulary/fold.ts';

describe('slug', () => {
  it.each([
    ['MedTOWN', 'medtown'],
    ['Łódź 1', 'lodz-1'],
    ['L’Économie (sociale & solidaire)', 'economie-sociale-solidaire'],
    ['Κοινωνική Οικονομία', 'koinoniki-oikonomia'],
    ['ΘΕΣΣΑΛΟΝΊΚΗ', 'thessaloniki'],
    ['الأردن', 'alardn'],
    ['تونس', 'twns'],
    ['地中海', ''],
    ['__proto__', 'proto'],
    ['a'.repeat(200), 'a'.repeat(80)],
    [`${'a'.repeat(79)} b`, 'a'.repeat(79)],
    ['  ', ''],
    ['../../etc/passwd', 'etc-passwd'],
  ])('%j: %j', (name, expected) => {
    expect(slug(name)).toBe(expected);
  });

  it('is an id or nothing, and its own slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const made = slug(name);
        expect(made === '' || isId(made)).toBe(true);
        expect(slug(made)).toBe(made);
      }),
      { numRuns: 500, seed: 2 },
    );
  });

  it.each([
    ['medtown', true],
    ['a-1/b', true],
    ['A', false],
    ['a--b', false],
    ['-a', false],
    ['a/', false],
    ['a b', false],
    ['é', false],
    ['', false],
  ])('%j is an id: %s', (text, expected) => {
    expect(isId(text)).toBe(expected);
  });
});

describe('stemOf', () => {
  it.each([
    ['projects/medtown.md', 'medtown'],
    ['projects/medtown.MD', 'medtown'],
    ['projects/medtown/index.md', 'medtown'],
    ['projects/medtown/_index.md', 'medtown'],
    ['projects/medtown/README.md', 'medtown'],
    ['projects/medtown/readme.md', 'medtown'],
    ['projects/indexes.md', 'indexes'],
    ['README.md', 'README'],
    ['a.b.md', 'a.b'],
  ])('%s: %s', (path, stem) => {
    expect(stemOf(path)).toBe(stem);
  });
});

describe('parseTarget', () => {
  it.each([
    ['acpp', { target: 'acpp' }],
    [' acpp ', { target: 'acpp' }],
    ['[[acpp]]', { target: 'acpp' }],
    ['![[acpp]]', { target: 'acpp' }],
    ['[[acpp|ACPP]]', { target: 'acpp', label: 'ACPP' }],
    ['[[acpp\\|ACPP]]', { target: 'acpp', label: 'ACPP' }],
    ['[[acpp#Part|ACPP]]', { target: 'acpp', fragment: 'Part', label: 'ACPP' }],
    ['[[ acpp | ACPP ]]', { target: 'acpp', label: 'ACPP' }],
    [
      '[ACPP](../organisations/acpp.md)',
      { target: '../organisations/acpp.md', label: 'ACPP', pathOnly: true },
    ],
    ['[a](b%20c.md#x)', { target: 'b c.md', label: 'a', pathOnly: true }],
    ['[a](<b c.md>)', { target: 'b c.md', label: 'a', pathOnly: true }],
    ['[a](100%.md)', { target: '100%.md', label: 'a', pathOnly: true }],
    ['C# | Java', { target: 'C# | Java' }],
    ['[[#Heading]]', undefined],
    ['[[]]', undefined],
    ['', undefined],
  ])('%j', (written, target) => {
    expect(parseTarget(written)).toEqual(target);
  });
});

describe('pathKey', () => {
  it.each([
    ['organisations/ACPP.md', '/organisations/acpp'],
    ['./organisations//acpp', '/organisations/acpp'],
    ['projects/../organisations/acpp.md', '/organisations/acpp'],
    ['../acpp.md', ''],
    ['a/../../b', ''],
    ['Économie/l’eau.md', '/economie/eau'],
    ['地/海.md', '/地/海'],
    ['—/x.md', '/—/x'],
  ])('%s: %s', (path, key) => {
    expect(pathKey(path)).toBe(key);
  });

  it('of a target counts from the file and from the base', () => {
    expect(linkKeys({ target: 'x/y.md' }, 'projects')).toEqual({
      name: 'x y',
      near: '/projects/x/y',
      base: '/x/y',
    });
    expect(linkKeys({ target: '/x/y.md' }, 'projects')).toEqual({
      name: 'x y',
      near: null,
      base: '/x/y',
    });
    expect(linkKeys({ target: '../y.md', pathOnly: true }, 'projects')).toEqual({
      name: null,
      near: '/y',
      base: '',
    });
    expect(linkKeys({ target: 'y' }, 'projects')).toEqual({ name: 'y', near: null, base: null });
  });

  it.each([
    ['projects/a.md', 'projects'],
    ['a.md', ''],
    ['x/y/a.md', 'x/y'],
  ])('folder of %s is %j', (path, folder) => {
    expect(folderOf(path)).toBe(folder);
  });
});

describe('choose', () => {
  const candidate = (key: number, rank: number, kind: string, folder: string) => ({
    key,
    rank,
    kind,
    folder,
  });

  it.each([
    ['the earlier step', [candidate(1, 4, 'project', 'a'), candidate(2, 2, 'event', 'b')], [2]],
    ['the same folder', [candidate(1, 4, 'project', 'a'), candidate(2, 4, 'project', 'here')], [2]],
    [
      'the expected kind',
      [candidate(1, 4, 'project', 'a'), candidate(2, 4, 'organisation', 'a')],
      [2],
    ],
    [
      'the folder before the kind',
      [candidate(1, 4, 'project', 'here'), candidate(2, 4, 'organisation', 'a')],
      [1],
    ],
    [
      'none of two equals',
      [candidate(1, 4, 'organisation', 'a'), candidate(2, 4, 'organisation', 'b')],
      [1, 2],
    ],
    [
      'a record once',
      [candidate(1, 4, 'organisation', 'a'), candidate(1, 4, 'organisation', 'a')],
      [1],
    ],
  ])('takes %s', (_, candidates, keys) => {
    expect(choose(candidates, 'here', ['organisation']).map(({ key }) => key)).toEqual(keys);
  });
});

describe('nearNames', () => {
  const list = ['Legacoop', 'Legacoop Marche', 'Les fées spéciales', 'Région Occitanie', 'ACPP'];
  const near = nearNames(list.map((name, key) => ({ name: fold(name), key })));

  it.each([
    ['Legacop', ['Legacoop', 'Legacoop Marche']],
    ['Les fees', ['Les fées spéciales']],
    ['Region Ocitanie', ['Région Occitanie']],
    ['ACPPP', ['ACPP']],
    ['Kooperative', []],
    ['', []],
  ])('%j may be %j', (text, names) => {
    expect(near.near(text, 3).map((key) => list[key])).toEqual(names);
  });

  it('are not those that share less than half with a text', () => {
    const far = nearNames([{ name: 'une note sans cooperative', key: 1 }]);
    expect(far.near('Kooperative XY', 3)).toEqual([]);
    expect(far.near('Note sans koopérative', 3)).toEqual([1]);
  });

  it('takes equals in the order in which they were given', () => {
    for (const keys of [
      [1, 2],
      [2, 1],
    ]) {
      const twins = nearNames(keys.map((key) => ({ name: 'legacoop', key })));
      expect(twins.near('legacop', 3)).toEqual(keys);
    }
  });

  it('keeps to the limit', () => {
    expect(near.near('Legacop', 1)).toHaveLength(1);
  });
});
