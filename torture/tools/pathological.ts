/** A text of about so many characters that slows down a careless reader. */
export interface Pathological {
  readonly name: string;
  readonly make: (size: number) => string;
}

/** As many repetitions as fit. */
const many =
  (unit: string, after = '') =>
  (size: number) =>
    unit.repeat(Math.max(1, Math.floor(size / (unit.length + after.length)))) +
    after.repeat(Math.max(1, Math.floor(size / (unit.length + after.length))));

const numbered = (line: (number: number) => string) => (size: number) => {
  let text = '';
  for (let number = 1; text.length < size; number++) text += line(number);
  return text;
};

const around =
  (start: string, middle: (size: number) => string, end = '') =>
  (size: number) =>
    start + middle(size) + end;

type Table = Readonly<{ [name: string]: (size: number) => string }>;

/** The inputs that the reference implementation of CommonMark in C is tried with. */
const cmark: Table = {
  'nested strong emphasis': many('*a **a ', ' a** a*'),
  'emphasis closers without openers': many('a_ '),
  'emphasis openers without closers': many('_a '),
  'link closers without openers': many('a]'),
  'link openers without closers': many('[a'),
  'mismatched openers and closers': many('*a_ '),
  'openers, then mismatched closers': (size) => many('*a ')(size / 2) + many('_a*_ ')(size / 2),
  'runs whose lengths are multiples of three': around('a**b', many('c* ')),
  'link openers and emphasis closers': many('[ a_'),
  'brackets and parentheses in turn': many('[ (]('),
  'images of images': many('![[]()'),
  'emphasis across links': many('**x [a*b**c*](d)'),
  'nested brackets': many('[', ']'),
  'nested block quotes': around('', many('> '), 'a'),
  'lists nested by indent': (size) => {
    const depth = Math.floor(Math.sqrt(size));
    return Array.from({ length: depth }, (_, at) => `${'  '.repeat(at)}* a\n`).join('');
  },
  'NUL characters': many('abc\0de\0'),
  'runs of backticks, each longer': (size) =>
    Array.from({ length: Math.floor(Math.sqrt(2 * size)) }, (_, at) => `e${'`'.repeat(at)}`).join(
      '',
    ),
  'unclosed links in angles': many('[a](<b'),
  'unclosed links': many('[a](b'),
  'unclosed comments': around('</', many('<!--')),
  'unclosed processing instructions': around('</', many('<?')),
  'unclosed declarations': around('</', many('<!X')),
  'unclosed character data': around('</', many('<![CDATA[')),
  'reference definitions': (size) =>
    numbered((number) => `[${number}]: u\n`)(size / 2) + many('[0] ')(size / 2),
  'empty lines in deep lists': (size) => many('- ')(size / 2) + 'x' + '\n'.repeat(size / 2),
  'empty lines in deep lists in a quote': (size) =>
    `> ${many('- ')(size / 2)}x\n${many('>\n')(size / 2)}`,
};

const front = (middle: (size: number) => string) =>
  around('---\nkind: project\ntitle: A\n', middle, '\n---\nText.\n');

const fronts: Table = {
  'a field as long as a book': front(around('note: ', many('word '))),
  'many fields': front(numbered((number) => `k${number}: v\n`)),
  'one field, many times': front(many('note: v\n')),
  'a long list': front(around('tags:\n', many('  - a\n'))),
  'many partners': front(
    around(
      'partners:\n',
      numbered((number) => `  - organisation: o${number}\n`),
    ),
  ),
  'a list in a line': front(around('tags: [', many('a, '), 'b]')),
  'lists in lists': front(around('note: ', many('[', ']'))),
  'lists in lists, unclosed': front(around('note: ', many('['))),
  'objects in objects': front(around('note: ', many('{a: ', '}'))),
  'dashes in a line': front(around('note:\n  ', many('- '))),
  'question marks': front(many('? ')),
  colons: front(many(': ')),
  anchors: front(numbered((number) => `k${number}: &a${number} v\n`)),
  'anchors on one value': front(around('note: ', many('&a '))),
  aliases: front(around('a: &a v\nnote: [', many('*a, '), '*a]')),
  'aliases of aliases': front((size) =>
    Array.from(
      { length: Math.min(400, Math.floor(size / 60)) },
      (_, at) => `a${at}: &a${at} [${at === 0 ? 'x' : `*a${at - 1}, *a${at - 1}, *a${at - 1}`}]\n`,
    ).join(''),
  ),
  merges: front(around('a: &a {b: c}\n', many('<<: *a\n'))),
  tags: front(around('note: ', many('!!str '))),
  'an unclosed quote': front(around('note: "', many('a '))),
  'backslashes in quotes': front(around('note: "', many('\\\\'), '"')),
  'a block that never ends': front(around('note: |\n', many('  a\n'))),
  'empty lines': front(many('\n')),
  comments: front(many('# a\n')),
  tabs: front(many('\t')),
  'a long key': front(around('', many('key'), ': v')),
  'links without quotes': front(around('partners: ', many('[[a]], '))),
  'no closing line': around('---\ntitle: A\n', many('k: v\n')),
  'closing lines that are none': around('---\ntitle: A\n', many('\n----\n')),
};

const bodies: Table = {
  'wikilinks in one paragraph': many('[[a]] '),
  'wikilinks with labels': many('[[a|b]] '),
  'wikilinks, unclosed': many('[[a '),
  'wikilinks with bars': many('[[a|'),
  'wikilinks with fragments': many('[[a#'),
  'wikilinks, closed only': many(']]'),
  'opening brackets': many('[['),
  'embedded wikilinks': many('![[a]]'),
  'relations in lines': many('- lead: [[a]]\n'),
  'relations between colons': many('lead:: [[a]]\n'),
  'comments of Obsidian': many('%% a '),
  'comments of HTML': many('<!-- a --> '),
  'ends of comments': many('--> '),
  'rows of a table': around('| a | b |\n| --- | --- |\n', many('| a | [[b]] |\n')),
  'columns of a table': (size) =>
    [many('| a ')(size / 3), many('| - ')(size / 3), many('| a ')(size / 3)].join('|\n'),
  bars: many('|'),
  'open elements': many('<div>'),
  'open elements in a line': many('<b>a'),
  'elements without an end': many('<a '),
  'attributes without an end': many('<a href="'),
  attributes: around('<a ', many('b="c" '), '>'),
  entities: many('&amp;'),
  ampersands: many('&'),
  'numeric entities': many('&#x41'),
  'one long word': many('a'),
  'one long line': many('word '),
  spaces: many(' '),
  'lines of spaces': many('   \n'),
  'empty lines': many('\n'),
  'carriage returns': many('\r'),
  hashes: many('#'),
  headings: many('# a\n'),
  'underlined headings': many('a\n===\n'),
  backslashes: many('\\'),
  fences: many('```\n'),
  'fences of tildes': many('~~~ a\n'),
  'indented code': many('    a\n'),
  'a flat list': many('- a\n'),
  'a flat list of links': many('- [[a]]\n'),
  'lists in a line': many('1. '),
  'lists in quotes in a line': many('> - '),
  quotes: many('>'),
  'lazy quotes': many('> a\nb\n'),
  'stars and underscores': many('*_'),
  stars: many('*'),
  'stars around all': many('*a', 'a*'),
  'three stars, then two': many('***a** '),
  footnotes: numbered((number) => `[^${number}]: a\n`),
  links: many('[a](b.md) '),
  'links without an end': many('[a]('),
  'links in links': many('[', '](a)'),
  'link titles without an end': many('[a](b "'),
  addresses: many('<http://a.b> '),
  'bare addresses': many('http://a.b/c '),
  'e-mail addresses': many('a@b.org '),
  'at signs': many('a@'),
  'combining marks': many('e\u0301\u0323'),
  'one letter with all marks': around('e', many('\u0301')),
  'joined emoji': many('\u{1f468}\u200d'),
  'Arabic with marks': many('مُؤَسَّسَة '),
  Greek: many('Κοινωνική οικονομία '),
  Chinese: many('社会的连带经济'),
  directions: many('\u202e\u202c'),
  capitals: many('ABC '),
  acronyms: many('Union of Work (UW) '),
  'capitalised words': many('Union Association '),
  'names that go on': many('Union of the '),
  dates: many('12 May 2021, '),
  'halves of dates': many('12. '),
  money: many('1 000 000 € '),
  digits: many('1'),
  'digits with dots': many('1.'),
  commas: many('a, '),
  hyphens: many('-'),
  'words with hyphens': many('a-'),
  'quotation marks': many('«a '),
  parentheses: many('(a '),
  dots: many('.'),
  initials: many('A. '),
};

export const pathological: readonly Pathological[] = Object.entries({
  cmark,
  fronts,
  bodies,
}).flatMap(([group, table]) =>
  Object.entries(table).map(([name, make]) => ({
    name:
      group === 'fronts' ? `front matter: ${name}` : group === 'cmark' ? `cmark: ${name}` : name,
    make,
  })),
);
