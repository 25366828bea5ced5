import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { isMap } from '../../src/core/node.ts';
import type { Node } from '../../src/core/node.ts';
import { readFront } from '../../src/markdown/front.ts';
import { locate, locator } from '../../src/markdown/locate.ts';
import { readYamlPrecisely } from '../../src/markdown/precise-front.ts';
import { cost } from '../cost.ts';

const page = (...lines: readonly string[]) => `---\n${lines.join('\n')}\n---\nBody\n`;

/** Problems as `line:column severity: reason (hints)`. */
function problemsOf(text: string): readonly string[] {
  return readFront(text).problems.map(({ line, column = 1, severity, reason, expected }) => {
    const hints = expected ? ` (${expected.join(', ')})` : '';
    return `${line}:${column} ${severity}: ${reason}${hints}`;
  });
}

describe('the fences', () => {
  it.each([
    ['---\ntitle: A\n---\nBody\n', { title: 'A' }, 'Body\n', 4],
    ['\ufeff---\ntitle: A\n---\nBody\n', { title: 'A' }, 'Body\n', 4],
    ['---\r\ntitle: A\r\nnote: B\r\n---\r\nBody\r\n', { title: 'A', note: 'B' }, 'Body\r\n', 5],
    ['--- \t\ntitle: A\n---  \nBody', { title: 'A' }, 'Body', 4],
    ['---\n---\nBody', {}, 'Body', 3],
    ['---\n\n---\nBody', {}, 'Body', 4],
    ['---\ntitle: A\n---', { title: 'A' }, '', 4],
    ['---\ntitle: A\nnote: ---\n---\nBody', { title: 'A', note: '---' }, 'Body', 5],
    ['---\ntitle: A\n  ----\n---\nBody', { title: 'A ----' }, 'Body', 5],
    ['---\nnote: |\n  a\n  ---\n  b\n---\nBody', { note: 'a\n---\nb\n' }, 'Body', 7],
    ['---\ntitle: A\n---\n---js\nthrow 1\n---\n', { title: 'A' }, '---js\nthrow 1\n---\n', 4],
    ['---\n# only a remark\n---\nBody', {}, 'Body', 4],
    [`---\ntitle: Cafe\u0301\n---\n`, { title: 'Cafe\u0301' }, '', 4],
  ])('cut %j', (text, data, body, bodyLine) => {
    const front = readFront(text);
    expect(front.problems).toEqual([]);
    expect(front.found).toBe(true);
    expect({ ...front.data }).toEqual(data);
    expect(front.body).toBe(body);
    expect(front.bodyLine).toBe(bodyLine);
  });

  it.each(['', 'Body', '# Title\n\nBody', ' ---\ntitle: A\n---\n', '----\nx\n---\n', '***\n'])(
    'are not seen in %j',
    (text) => {
      const { found, data, body, bodyLine, problems } = readFront(text);
      expect({ found, data: { ...data }, body, bodyLine, problems }).toEqual({
        found: false,
        data: {},
        body: text,
        bodyLine: 1,
        problems: [],
      });
    },
  );

  it('end with their line, and not with what else Unicode takes for the end of one', () => {
    expect(readFront('---\n---\u2028\n---\nBody')).toMatchObject({ body: 'Body', bodyLine: 4 });
  });

  it('are named, and not read, below empty lines', () => {
    const text = '\n \r\n---\ntitle: A\n---\n';
    expect(readFront(text)).toMatchObject({ found: false, body: text, bodyLine: 1 });
    expect({ ...readFront(text).data }).toEqual({});
    expect(problemsOf(text)).toEqual([
      '1:1 error: Expected --- in the first line, found empty lines before it; remove them, or its fields are not read',
    ]);
  });

  it('may be left open: fields go as far as the first empty line', () => {
    const front = readFront('---\ntitle: A\nkind: project\n\nBody: here\n');
    expect({ ...front.data }).toEqual({ title: 'A', kind: 'project' });
    expect(front.body).toBe('\nBody: here\n');
    expect(front.bodyLine).toBe(4);
    expect(problemsOf('---\ntitle: A\n\nBody')).toEqual([
      '1:1 error: Expected a closing line --- after the front matter, found none; add it below the last field',
    ]);
  });

  it('left open before what is no field leave the file as it is', () => {
    const text = '---\nJust a line\n\nBody\n';
    expect(readFront(text)).toMatchObject({ found: false, body: text, bodyLine: 1 });
    expect(problemsOf(text)).toHaveLength(1);
  });
});

describe('code in front matter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'koinon-front-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const trace = join(folder, 'it-ran');
  const code = `require('node:fs').writeFileSync(${JSON.stringify(trace)}, '')`;

  it.each([
    '---js',
    '--- js',
    '---JS',
    '--- JS',
    '---\tjs',
    '---javascript',
    '--- JavaScript',
    '---coffee',
    '---cson',
    '---json',
    '---constructor',
    '---toString',
    '---__proto__',
    '---valueOf',
  ])('is never run, and said to be refused, after %j', (fence) => {
    for (const text of [`${fence}\n${code}\n---\nBody`, `${fence}\r\n${code}\r\n---\r\nBody`]) {
      const front = readFront(text);
      expect({ ...front.data }).toEqual({});
      expect(front.found).toBe(false);
      expect(front.problems).toHaveLength(1);
      expect(front.problems[0]?.reason).toMatch(/never run or read; write it in YAML/);
    }
    expect(existsSync(trace)).toBe(false);
  });

  it('is never run from YAML or from a body', () => {
    for (const text of [
      page(`title: !!js/function "function () { ${code} }"`),
      page(`title: !!js/eval ${JSON.stringify(code)}`),
      page(`<<: !!js/undefined ''`),
      `---\ntitle: A\n---\n---js\n${code}\n---\n`,
      `---\n---\n---js\n${code}\n---\n`,
      `---\ntitle: A\n--- js\n${code}\n---\n`,
    ])
      readFront(text);
    expect(existsSync(trace)).toBe(false);
  });

  it('would be run by the library, were it asked', async () => {
    const { default: matter } = await import('gray-matter');
    try {
      matter(`---js\n${code.replace('require(', 'process.getBuiltinModule(')}\n---\n`, {});
    } catch {
      // What the code returns is no front matter; that it ran is all that matters.
    }
    expect(existsSync(trace)).toBe(true);
  });
});

it('TOML is named', () => {
  expect(problemsOf('+++\ntitle = "A"\n+++\nBody')).toEqual([
    '1:1 error: Front matter in TOML (+++) is not read; write it in YAML between lines ---',
  ]);
});

describe('every scalar is text', () => {
  it.each([
    'NO',
    'no',
    'off',
    'y',
    'true',
    'null',
    '~',
    '07001',
    '0033 1',
    '+4712345678',
    '12:30',
    '22:30:45',
    '1.10',
    '1e5',
    '0x1F',
    '.5',
    '.nan',
    '2024-03-01',
    '2024-03',
    '2024-02-31',
    '2019-09-22T10:00:00+02:00',
    '1_000',
    '12345678901234567890',
  ])('%s', (scalar) => {
    for (const read of [
      (text: string) => readFront(text).data,
      (text: string) => readYamlPrecisely(text.slice(4, -9)).data,
    ]) {
      expect({ ...read(page(`value: ${scalar}`)) }).toEqual({ value: scalar });
    }
  });

  it.each(['value:', "value: ''", 'value: ""', 'value: # nothing'])('%s is empty', (line) => {
    expect({ ...readFront(page(line)).data }).toEqual({ value: '' });
  });
});

describe('what is wrong has a place and a remedy', () => {
  it.each([
    [
      page('kind: project', 'title: Projet: la suite'),
      [
        '3:8 error: A colon followed by a space inside a text; put the text in quotes (title: "Projet: la suite")',
      ],
    ],
    [
      page('title: "A"', 'note: say "x": y'),
      [
        '3:7 error: A colon followed by a space inside a text; put the text in quotes (note: "say \\"x\\": y")',
      ],
    ],
    [
      page('title: A', 'note: x', 'title: B'),
      ['4:1 error: This field stands twice; join the two or remove one'],
    ],
    [page('title: A', 'tags:', '\t- x'), ['4:1 error: A tab at the start of a line; use spaces']],
    [page('title: @x'), ['2:8 error: A text cannot begin with @, ` or %; put it in quotes']],
    [page('title: `x`'), ['2:8 error: A text cannot begin with @, ` or %; put it in quotes']],
    [page('title: "A'), ['2:8 error: A quote or bracket is opened and never closed']],
    [page('tags: [a, b', 'note: x'), ['2:7 error: A quote or bracket is opened and never closed']],
    [
      page('title: A', '----'),
      ['3:1 error: This line is no “field: value”; look for a missing colon, quote or bracket'],
    ],
    [
      page('title: A', 'just words', 'city: B'),
      ['3:1 error: This line is no “field: value”; look for a missing colon, quote or bracket'],
    ],
    [
      page('title: A: b', 'note: c', 'city: d: e'),
      [
        '2:8 error: A colon followed by a space inside a text; put the text in quotes (title: "A: b")',
        '4:7 error: A colon followed by a space inside a text; put the text in quotes (city: "d: e")',
      ],
    ],
    [page(': x'), ['2:1 error: A field needs a name before its colon, written as one text']],
    [
      page('? [a, b]', ': x'),
      ['2:3 error: A field needs a name before its colon, written as one text'],
    ],
    [page('title: A', '__proto__: x'), ['3:1 error: “__proto__” cannot be the name of a field']],
    [
      page('title: A', '"__PROTO__": {a: b}'),
      ['3:1 error: “__PROTO__” cannot be the name of a field'],
    ],
    [
      page('title: A', 'constructor: x'),
      ['3:1 error: “constructor” cannot be the name of a field'],
    ],
    [page('names:', '  prototype: x'), ['3:3 error: “prototype” cannot be the name of a field']],
    [
      page('a: &x 1', 'b: *x'),
      [
        '3:4 error: YAML anchors and aliases (&, *) are not read; write the value out, or put it in quotes',
      ],
    ],
    [
      page('note: "a\\0b"'),
      [
        '2:7 error: This text holds a character that cannot be kept (\\0 or half of a pair); remove it',
      ],
    ],
    [
      page('note: "\\uD800"'),
      [
        '2:7 error: This text holds a character that cannot be kept (\\0 or half of a pair); remove it',
      ],
    ],
    [
      page('- a', '- b'),
      ['2:1 error: Expected fields such as “title: …”, one a line, found something else'],
    ],
    [
      page('only words'),
      ['2:1 error: Expected fields such as “title: …”, one a line, found something else'],
    ],
  ])('%j', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
    expect(problemsOf(text.replaceAll('\n', '\r\n'))).toEqual(problems);
    expect(problemsOf(`\ufeff${text}`)).toEqual(problems);
  });

  it.each([
    [
      page('kind: project', 'title: Projet: la suite', 'city: León'),
      { kind: 'project', city: 'León' },
    ],
    [page('title: A', 'title: B', 'city: León'), { title: 'A', city: 'León' }],
    [page('title: @x', 'city: León'), { city: 'León' }],
    [page('__proto__: {polluted: yes}', 'city: León'), { city: 'León' }],
    [page('a: &x 1', 'b: *x', 'city: León'), { a: '1', b: '', city: 'León' }],
  ])('the rest of %j stays', (text, data) => {
    const front = readFront(text);
    expect({ ...front.data }).toMatchObject(data);
    expect(front.body).toBe('Body\n');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('is said again when the same file is read again', () => {
    const text = page('title: Projet: la suite');
    expect(readFront(text)).toEqual(readFront(text));
    expect(readFront(text).problems).toHaveLength(1);
  });

  it('`[[x]]` without quotes is a list in a list', () => {
    expect({ ...readFront(page('lead: [[acpp]]')).data }).toEqual({ lead: [['acpp']] });
  });
});

describe('what is made to be slow or deep', () => {
  it.each([
    ['blank lines', page(`title: A${'\n'.repeat(40_000)}`)],
    ['blank lines within bounds', page(`title: A${'\n'.repeat(1_900)}`)],
    ['remarks', page('#\n'.repeat(1_900))],
    ['one long line', page(`title: ${'a'.repeat(100_000)}`)],
    ['brackets', page(`a: ${'['.repeat(60_000)}`)],
    ['closed brackets', page(`a: ${'['.repeat(900)}${']'.repeat(900)}`)],
    ['braces', page(`a: ${'{a: '.repeat(900)}x${'}'.repeat(900)}`)],
    ['dashes', page('- '.repeat(30_000))],
    ['questions', page('? '.repeat(30_000))],
    ['keys', page(`a: {${Array.from({ length: 12_000 }, (_, n) => n.toString(36)).join(',')}}`)],
    [
      'keys and a slip',
      page(`a: {${Array.from({ length: 12_000 }, (_, n) => n.toString(36)).join(',')}}`, 'b: @'),
    ],
    ['lines of keys', page(...Array.from({ length: 1_990 }, (_, n) => `k${n}: v`))],
    ['anchors', page(`a: ${'&a '.repeat(20_000)}`)],
    [
      'a bomb',
      page(
        'a: &a [x,x]',
        ...'bcdefghijkl'
          .split('')
          .map((k, n) => `${k}: &${k} [*${'abcdefghijkl'[n]},*${'abcdefghijkl'[n]}]`),
      ),
    ],
    ['a circle', page('a: &a [*a]')],
    ['a circle of keys', page('a: &a', '  b: *a')],
    ['commas', page(`a: [${','.repeat(60_000)}]`)],
    ['quotes', page('"'.repeat(60_000))],
    ['directives', page('%a\n'.repeat(1_000))],
    ['documents', page('...\n'.repeat(1_000))],
  ])('%s: an answer without failing, and one that can be kept', (_, text) => {
    const front = readFront(text);
    const depth = (node: Node): number =>
      typeof node === 'string' ? 0 : 1 + Math.max(0, ...Object.values(node).map(depth));
    expect(depth(front.data)).toBeLessThan(200);
    expect(JSON.stringify(front.data).length).toBeLessThan(200_000);
    expect(front.body.endsWith('Body\n')).toBe(true);
    expect(
      Object.keys(front.data).length > 0 || front.problems.length > 0 || !/^\w/m.test(front.source),
    ).toBe(true);
  });

  it('is not slower than the same length in order, by far', () => {
    const time = (text: string) => cost(() => readFront(text));
    const plain = page(...Array.from({ length: 1_900 }, (_, n) => `key-number-${n}: some value`));
    const slow = page(`title: A${'\n'.repeat(40_000)}`, 'b: @');
    const [reference, measured] = [Math.max(time(plain), time(plain), 2), time(slow)];
    expect(measured / reference).toBeLessThan(100);
  });
});

describe('the fast and the precise reader', () => {
  const scalar = fc.oneof(
    fc.string({
      unit: fc.constantFrom(...'aé :#-?[]{},&*!|>\'"%@`~.0\\/\t'.split('')),
      maxLength: 8,
    }),
    fc.constantFrom(
      'a',
      'NO',
      '07001',
      '"a: b"',
      "'it''s'",
      '[[x]]',
      '[a, b]',
      '{a: b, c: d}',
      '"[[x|y]]"',
      '',
      '"\\u00e9\\n"',
      '~',
      '2024-03',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const key = fc.oneof(
    fc.constantFrom('title', 'kind', 'partners', 'a b', 'é', '"q"'),
    fc.string({ unit: fc.constantFrom(...'ab-_ .'.split('')), minLength: 1, maxLength: 4 }),
  );
  const line = fc.oneof(
    fc.tuple(key, scalar).map(([k, v]) => `${k}: ${v}`),
    fc
      .tuple(key, fc.array(scalar, { maxLength: 3 }))
      .map(([k, vs]) => [`${k}:`, ...vs.map((v) => `  - ${v}`)].join('\n')),
    fc
      .tuple(key, fc.array(fc.tuple(key, scalar), { maxLength: 3 }))
      .map(([k, vs]) => [`${k}:`, ...vs.map(([n, v]) => `  ${n}: ${v}`)].join('\n')),
    fc
      .tuple(key, fc.constantFrom('|', '>', '|-', '>+', '|2'), fc.array(scalar, { maxLength: 3 }))
      .map(([k, style, vs]) => [`${k}: ${style}`, ...vs.map((v) => `  ${v}`)].join('\n')),
    fc.constantFrom('# remark', '', '  ', 'a: b # remark'),
  );

  it('give the same data wherever the fast one is content', () => {
    let content = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const source = lines.join('\n').replaceAll('\n', end) + end;
        const front = readFront(`---${end}${source}---${end}`);
        if (!front.found || front.source !== source) return;
        const precise = readYamlPrecisely(source);
        if (front.problems.length === 0) content++;
        expect(front.problems.length === 0 ? precise : front).toMatchObject({
          data: front.data,
          problems: front.problems,
        });
      }),
      { numRuns: 1_500, seed: 11 },
    );
    expect(content).toBeGreaterThan(300);
  });

  it('give the same data for every record of the example base', () => {
    const base = new URL('../../data/base/', import.meta.url);
    const records = readdirSync(base, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.md'),
    );
    expect(records.length).toBeGreaterThan(30);
    for (const path of records) {
      const { data, source, problems } = readFront(readFileSync(new URL(path, base), 'utf8'));
      expect(problems, path).toEqual([]);
      expect(readYamlPrecisely(source), path).toEqual({ data, problems: [] });
    }
  });

  it('place every problem within the front matter', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const front = readFront(page(...lines));
        for (const problem of front.problems) {
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.line).toBeLessThanOrEqual(front.bodyLine);
          expect(problem.column ?? 1).toBeGreaterThanOrEqual(1);
          expect(problem.reason).not.toBe('');
        }
        expect(isMap(front.data)).toBe(true);
        expect(Object.getPrototypeOf(front.data)).toBeNull();
      }),
      { numRuns: 500, seed: 12 },
    );
  });
});

describe('locate', () => {
  const source = [
    'Title: A',
    'partners:',
    '  - acpp',
    '  - organisation: ccpp',
    '    Country: Frace',
    'names: {fr: x, pt-BR: y}',
    'tags: [a, b]',
    'empty:',
    'lead: [[x]]',
    '',
  ].join('\n');

  it.each([
    [['title'], false, '2:8'],
    [['title'], true, '2:1'],
    [['title', 0], false, '2:8'],
    [['partners', 0], false, '4:5'],
    [['partners', 1], false, '5:5'],
    [['partners', 1, 'country'], false, '6:14'],
    [['partners', 1, 'country'], true, '6:5'],
    [['partners', 7], false, '4:3'],
    [['names', 'pt-BR'], false, '7:23'],
    [['tags', 1], false, '8:11'],
    [['empty'], false, '9:7'],
    [['lead'], false, '10:7'],
    [['lead', 0], false, '10:8'],
    [['nothing'], false, '2:1'],
    [[], false, '2:1'],
  ])('%j (key %s): %s', (path, key, place) => {
    const { line, column } = locate(source, path, key);
    expect(`${line}:${column}`).toBe(place);
    const windows = locate(source.replaceAll('\n', '\r\n'), path, key);
    expect(`${windows.line}:${windows.column}`).toBe(place);
  });

  it('for many paths parses once', () => {
    const keys = Array.from({ length: 1_000 }, (_, index) => `key${index}`);
    const long = keys.map((key) => `${key}: [a, b]`).join('\n');
    const once = cost(() => locate(long, ['key9', 1]), 3);
    const place = locator(long);
    const all = cost(() => {
      for (const [index, key] of keys.entries())
        expect(place([key, 1])).toEqual({ line: index + 2, column: key.length + 7 });
    });
    expect(all).toBeLessThan(50 * once);
  });
});
