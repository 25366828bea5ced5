import { describe, expect, it } from 'vitest';

import { readBody, type BodyLink } from '../../src/markdown/body.ts';
import { readBodyPrecisely } from './precise-body.ts';

const options = { firstLine: 1, isRelation: (key: string) => ['lead', 'member_of'].includes(key) };

/** A link as `place relation target#fragment|label`, with `!` for an embed and `()` for a Markdown link. */
function show(link: BodyLink): string {
  const fragment = link.fragment === undefined ? '' : `#${link.fragment}`;
  const label = link.label === undefined ? '' : `|${link.label}`;
  const target = `${link.target}${fragment}${label}`;
  const form = link.form === 'markdown' ? `(${target})` : `${link.embed ? '!' : ''}${target}`;
  return `${link.line}:${link.column} ${link.relation} ${form}`;
}

describe.each([
  ['fast', readBody],
  ['precise', readBodyPrecisely],
])('%s reading of a body', (_, read) => {
  it.each([
    ['[[acpp]]', ['1:1 mentions acpp']],
    [
      'see [[a_b]] and [[_index]], [[c_]]',
      ['1:5 mentions a_b', '1:17 mentions _index', '1:29 mentions c_'],
    ],
    ['[[ notes/a b | the *label* ]]', ['1:1 mentions notes/a b|the *label*']],
    ['| [[a\\|b]] | [[c]] |', ['1:3 mentions a|b', '1:14 mentions c']],
    ['![[map]]', ['1:2 mentions !map']],
    [
      '[[t#H1#H2]] [[t#^block]] [[t.md#H|l]]',
      ['1:1 mentions t#H1#H2', '1:13 mentions t#^block', '1:26 mentions t.md#H|l'],
    ],
    ['[[#Heading]] [[]] [[ ]] [[|x]]', []],
    ['[[a|see [1]]] [x [[b|c]]](https://x.org)', ['1:1 mentions a|see [1]', '1:18 mentions b|c']],
    ['[[[a]]] **[[b]]** *[[c*d]]*', ['1:2 mentions a', '1:11 mentions b', '1:20 mentions c*d']],
    ['\\[[a]] [\\[b]] [[c\\]] [[d\ne]] [[f', []],
    ['`[[a]]` [[a]] <!-- [[b]] --> <i title="[[c]]">', ['1:9 mentions a']],
    ['    [[code]]\n\n```\n[[code]]\n```\n\n<div>\n[[html]]\n</div>', []],
    [
      '# On [[a]]\n\n> - [[b]]\n>   and [[c]]',
      ['1:6 mentions a', '3:5 mentions b', '4:9 mentions c'],
    ],
    [
      '[[a]](https://x.org) [[b]](b.md) [[c]](since 2019)',
      ['1:22 mentions (b.md|[b])', '1:34 mentions c'],
    ],
  ])('wikilinks of %j', (markdown, links) => {
    expect(read(markdown, options).links.map(show)).toEqual(links);
  });

  it.each([
    ['[x](a.md)', ['1:1 mentions (a.md|x)']],
    [
      '[x *y*](../organisations/a%20b.MD#part-1 "t")',
      ['1:1 mentions (../organisations/a b.MD#part-1|x y)'],
    ],
    ['[x](</a b.md?v=1>)', ['1:1 mentions (/a b.md|x)']],
    ['[x](100%.md) [y](%c3%a9.md)', ['1:1 mentions (100%.md|x)', '1:14 mentions (é.md|y)']],
    ['[x][r], [r]\n\n[r]: r.md', ['1:1 mentions (r.md|x)', '1:9 mentions (r.md|r)']],
    ['[](a.md)', ['1:1 mentions (a.md)']],
    ['[x](https://x.org/a.md) [x](//x.org/a.md) [x](mailto:a.md) [x](a.pdf) [x](#a.md)', []],
    ['![x](a.md) `[x](a.md)` <https://x.org/a.md>', []],
  ])('Markdown links of %j', (markdown, links) => {
    expect(read(markdown, options).links.map(show)).toEqual(links);
  });

  it.each([
    ['lead:: [[a]], [[b|c]]', ['1:8 lead a', '1:15 lead b|c']],
    ['text\nMember-of:: [[a]]\nmember of :: [[b]]', ['2:13 member_of a', '3:14 member_of b']],
    ['**Lead**:: [[a]]', ['1:12 lead a']],
    ['lead:: [[a]] since 2019', ['1:8 mentions a']],
    ['lead:: the [[a]]', ['1:12 mentions a']],
    ['color:: [[a]]', ['1:9 mentions a']],
    ['- lead [[a]] (with [[b]])', ['1:8 lead a', '1:20 mentions b']],
    [
      '- member of [[a]], [[b]]\n- lead:: [[c]]',
      ['1:13 member_of a', '1:20 member_of b', '2:10 lead c'],
    ],
    ['- they lead [[a]]\n- Lead\n  [[b]]', ['1:13 mentions a', '3:3 mentions b']],
    ['- x\n\n  lead [[a]]', ['3:8 mentions a']],
    ['lead [[a]]', ['1:6 mentions a']],
    ['# lead:: [[a]]', ['1:10 mentions a']],
  ])('relations of %j', (markdown, links) => {
    expect(read(markdown, options).links.map(show)).toEqual(links);
  });

  it.each([
    ['a %%b [[c]]%% d', 'a  d', []],
    ['a\n\n%%\n\n# H [[b]]\n\n- c\n\n%% d', 'a\nd', []],
    ['50 %% of [[a]]', '50 %% of a', ['1:10 mentions a']],
    ['`%%` [[a]] `%%`', '%% a %%', ['1:6 mentions a']],
    ['%% [a](b.md) %% [[100%%]]', '100%%', ['1:17 mentions 100%%']],
  ])('comments of %j', (markdown, text, links) => {
    const body = read(markdown, options);
    expect(body.text).toBe(text);
    expect(body.links.map(show)).toEqual(links);
    expect(body.headings).toEqual([]);
  });

  it.each([
    ['*a* **b** `c`  \n[d](x) ![e](y)', 'a b c\nd e'],
    ['- a\n- b\n\n> c\n\n***\n\nd', 'a\nb\nc\nd'],
    ['[[a|b]] [[c#d]] [[#e]] ![[f]]', 'b c e f'],
    ['a<br>b <b>c</b> <!-- d -->', 'a\nb c'],
    ['<div>a</div>\n\n```js\nb\n\n  c\n```', 'b\nc'],
    ['&eacute; \\* &#91;', 'é * ['],
    ['\uFEFFa\0b\r\nc\rd', 'a\uFFFDb\nc\nd'],
    ['', ''],
  ])('text of %j', (markdown, text) => {
    expect(read(markdown, options).text).toBe(text);
  });

  it('headings of both forms, with the line in the file', () => {
    const markdown = '\n# A *b* [[c|d]] #\n\n[r]: r.md\nTwo\nlines\n---\n\n#\n\n> ### Last\n';
    expect(read(markdown, { ...options, firstLine: 10 }).headings).toEqual([
      { depth: 1, text: 'A b d', line: 11 },
      { depth: 2, text: 'Two lines', line: 14 },
      { depth: 3, text: 'Last', line: 20 },
    ]);
  });
});
