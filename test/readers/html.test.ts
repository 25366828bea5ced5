import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/readers/read-document.ts';
import { tell } from './tools/tell.ts';

const read = (html: string) => readDocument(Buffer.from(html), 'page.html');
const body = (html: string) => read(`<!doctype html><body>${html}`);
const prose =
  'Four cooperatives of two shores agreed to buy their seeds together from next spring on.';

describe('a web page', () => {
  test('tells its title, language, day, publisher and address', async () => {
    const { metadata } = await read(`<!doctype html><html lang="it-IT"><head>
      <title>Insieme si coopera | Rete Alfa</title><meta property="og:site_name" content="Rete Alfa">
      <link rel="canonical" href="https://example.org/insieme">
      <script type="application/ld+json">{"@graph":[{"datePublished":"2021-03-04T10:00:00+01:00"}]}</script>
      </head><body><h1>Insieme si coopera</h1><p>${prose}</p></body></html>`);
    expect(metadata).toEqual({
      title: 'Insieme si coopera',
      language: 'it',
      published: '2021-03-04',
      publisher: 'Rete Alfa',
      url: 'https://example.org/insieme',
    });
  });

  test.each([
    ['<meta property="article:published_time" content="2020-02-29T08:00:00Z">', '2020-02-29'],
    ['<meta name="DC.date" content="2019-11-05">', '2019-11-05'],
    ['<time datetime="2018-06-01">1 June</time>', '2018-06-01'],
    ['<meta name="date" content="2020-02-31x"><time datetime="June">', undefined],
    ['<script type="application/ld+json">{broken</script>', undefined],
  ])('%s is of %s', async (html, day) => {
    expect((await body(`${html}<p>${prose}</p>`)).metadata.published).toBe(day);
  });

  test('is read without what stands around its content', async () => {
    const document = await body(`<header><a href="/">Site</a></header><nav><ul><li>Home</ul></nav>
      <div id="cookie-banner">We use cookies</div><script>var no = 1;</script><style>p{}</style>
      <div hidden>Hidden</div><p style="display: none">Not shown</p>
      <article><p>Tunis, 4 May 2021</p><p>${prose}</p><div class="social-share">Share</div></article>
      <aside>Other news</aside><footer>Imprint</footer>`);
    expect(tell(document)).toEqual(['paragraph: Tunis, 4 May 2021', `paragraph: ${prose}`]);
  });

  test('keeps its content where it lies in what looks like its surroundings', async () => {
    const document = await body(
      `<form id="aspnet"><div class="has-sidebar menu-open"><p>${prose}</p></div></form>`,
    );
    expect(tell(document)).toEqual([`paragraph: ${prose}`]);
    const social = await body(`<div class="social-economy"><p>${prose}</p></div><p>Short.</p>`);
    expect(tell(social)).toHaveLength(2);
  });

  test('keeps the headline that stands above its article', async () => {
    const document = await body(`<header><h1>News</h1></header><article><p>${prose}</p></article>`);
    expect(tell(document)).toEqual(['heading 1: News', `paragraph: ${prose}`]);
  });

  test.each<[string, string, string[]]>([
    [
      'lists in lists',
      '<ul><li>One <b>bold</b><ul><li>Below</ul><li><p>Two</p></ul>',
      ['item: One bold', 'item: Below', 'item: Two'],
    ],
    ['lines', 'a<br>b &amp; c<p>d&nbsp;e', ['paragraph: a\nb & c', 'paragraph: d\u00A0e']],
    [
      'a table with high and wide cells',
      '<table><caption>Partners<tr><th>Name<th>Country<th>Euro<tr><td rowspan=2>Alfa<td>Italy<td>1<tr><td>Spain<td>2<tr><td colspan=2>Sum<td>3</table>',
      [
        'caption: Partners',
        'row: Name | Country | Euro',
        'row: Alfa | Italy | 1',
        'row:  | Spain | 2',
        'row: Sum |  | 3',
      ],
    ],
    [
      'terms',
      '<dl><dt>Budget<dd>100 euro<dt>Partners<dd>Alfa<dd>Beta</dl>',
      ['row: Budget | 100 euro', 'row: Partners | Alfa', 'row:  | Beta'],
    ],
    [
      'a table that only arranges the page',
      '<table><tr><td><h2>Left</h2><p>Text</p><td><p>More</p></table>',
      ['heading 2: Left', 'paragraph: Text', 'paragraph: More'],
    ],
    [
      'soft hyphens and marks of direction',
      '<p>co\u00ADope\u200Brate \u202Bنعم\u202C',
      ['paragraph: cooperate نعم'],
    ],
    [
      'a heading with blocks in it',
      '<h2><div>Deep</div></h2><p>x',
      ['heading 2: Deep', 'paragraph: x'],
    ],
  ])('%s', async (_, html, blocks) => {
    expect(tell(await body(html))).toEqual(blocks);
  });

  test('is decoded as it says it is', async () => {
    const bytes = Buffer.from(
      '<!doctype html><meta charset="iso-8859-7"><p>\u00E1\u00E2',
      'latin1',
    );
    const document = await readDocument(bytes, 'page');
    expect([document.text, document.encoding]).toEqual(['αβ', 'iso-8859-7']);
  });
});
