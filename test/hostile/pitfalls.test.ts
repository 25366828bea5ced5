import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What breaks tools like this one, and the tests that say it does not break koinon: a file below `test` or `torture`, and a name in it. */
const pitfalls: Readonly<{ [trap: string]: readonly (readonly [file: string, name: string])[] }> = {
  // Reading
  'a library runs code that stands in front matter': [
    ['markdown/front.test.ts', 'is never run from YAML or from a body'],
    ['markdown/front.test.ts', 'would be run by the library, were it asked'],
    ['hostile/strings.test.ts', 'no way out of the base, no code'],
  ],
  'broken YAML is remembered as an empty record': [
    ['markdown/front.test.ts', 'is said again when the same file is read again'],
  ],
  'blank lines in front matter cost their square': [
    ['markdown/front.test.ts', 'is not slower than the same length in order, by far'],
  ],
  'YAML makes numbers, dates and truths of texts': [
    ['markdown/front.test.ts', 'every scalar is text'],
    ['values/values.test.ts', "['2024-02-31'"],
  ],
  'a colon, a tab, a key twice, a missing fence stop the run or lose the record': [
    ['markdown/front.test.ts', 'what is wrong has a place and a remedy'],
    ['markdown/front.test.ts', 'may be left open: fields go as far as the first empty line'],
  ],
  'names of prototypes as keys, aliases of aliases': [
    ['markdown/front.test.ts', '“constructor” cannot be the name of a field'],
    ['markdown/front.test.ts', 'what is made to be slow or deep'],
  ],
  'byte order marks, CRLF, decomposed letters, other encodings': [
    ['base/walk.test.ts', 'readFileText'],
    ['base/ingest.test.ts', 'decomposed names are the same to links and ids'],
    ['base/ingest.test.ts', 'a new one in another encoding is named and no record'],
  ],
  'Markdown that takes its square, or all the memory': [
    ['markdown/body-scan.test.ts', 'grows with its length, not with the square of it'],
    ['hostile/linear.test.ts', 'costs by the length of a text'],
    ['hostile/linear.test.ts', 'what is not parsed fully is said to be so'],
  ],
  'links that go round, pipes, names in no encoding': [
    ['base/walk.test.ts', 'ends where links go round'],
    ['base/walk.test.ts', 'never waits for what is no file'],
    ['base/walk.test.ts', 'names a file whose name is not in UTF-8'],
  ],
  'an editor empties a file before it writes it': [
    ['base/ingest.test.ts', 'an editor that empties a file before it writes it is waited for'],
  ],
  'what cannot be read is taken for gone': [
    ['base/ingest.test.ts', 'one that cannot be read does not'],
    ['base/ingest.test.ts', 'a base that is not mounted loses nothing'],
    ['base/ingest.test.ts', 'a mass removal waits for a word'],
  ],
  'times that say nothing changed': [
    ['base/ingest.test.ts', 'sees two writes in one tick'],
    ['hostile/times.test.ts', 'a change of the same length is seen with %s'],
  ],
  'copies of programs for shared folders': [['base/walk.test.ts', 'reports the conflict copy %s']],
  // Linking
  'resolution that takes the square of the links': [
    ['hostile/many-links.test.ts', 'four times as many notes and links'],
  ],
  'the wrong target in silence': [
    ['store/contract.ts', 'several equals are ambiguous, with the candidates, and no link'],
  ],
  'links in front matter, forward links, other spellings are lost': [
    ['store/contract.ts', 'from unresolved to resolved, renamed, removed and back'],
    ['markdown/body.test.ts', 'wikilinks of %j'],
    ['markdown/body.test.ts', 'Markdown links of %j'],
  ],
  'a rename rewrites what is no link, or half of the files': [
    ['edits/rename-merge.test.ts', 'every link follows, the old id leads there'],
    ['base/journal.test.ts', 'leaves all or nothing at every step'],
    ['base/journal.test.ts', 'is taken back where somebody changed one of its files since'],
    ['hostile/fuzz.test.ts', 'can be taken back to the same bytes'],
    ['hostile/kills.test.ts', 'of a rename leaves all or nothing'],
  ],
  // Searching
  'accents, ligatures, slashes and hamzas part what belongs together': [
    ['vocabulary/fold.test.ts', '%j is compared as %j'],
    ['store/contract.ts', "['الاردن'"],
  ],
  'ordinary words are errors of the full text': [
    ['search/hostile.test.ts', 'the naughty strings give answers, not errors of the database'],
    ['core/parse-query.test.ts', 'reads every naughty string, or says that it is too long'],
  ],
  'a stale answer, or all read again': [
    ['base/ingest.test.ts', 'does not open what looks as it did'],
    ['store/same-rows.test.ts', 'give the rows that a new index of the same files has'],
  ],
  'results that are cut off in silence': [
    ['store/contract.ts', 'keep to the limit and count beyond it'],
  ],
  // SQLite
  'a schema that is half made, a transaction that is half written': [
    ['hostile/kills.test.ts', 'killed at fifteen random moments'],
    ['store/contract.ts', 'all of a list of changes, or none'],
  ],
  'a writer that fails because another one writes': [
    ['store/damage.test.ts', 'ingests from several processes all end well'],
    ['hostile/together.test.ts', 'no error of a lock, no half of a change'],
  ],
  'a reader that sees half': [
    ['store/damage.test.ts', 'a reader during an ingest sees what was before, then what is after'],
  ],
  'a log apart from its database': [
    ['store/damage.test.ts', 'was deleted while its log stayed is made anew'],
    ['doctor/damage.test.ts', 'an index without its log'],
  ],
  'a full disk': [
    ['base/journal.test.ts', 'a disk that says %s at any step leaves all or nothing'],
    ['hostile/kills.test.ts', "['ENOSPC'"],
  ],
  'a folder that can only be read': [
    ['store/damage.test.ts', 'cannot be written where it should lie is kept in memory'],
  ],
  'an index of a newer version': [['store/damage.test.ts', 'comes from a newer version']],
  'SQL in texts': [
    ['layers.test.ts', '%s is imported only in %s'],
    ['search/hostile.test.ts', 'nothing that is typed is syntax of the full text'],
  ],
  'a NUL or half a character': [['base/walk.test.ts', "['half of a pair'"]],
  // Writing and showing
  'an edit changes zeros, quotes, line ends and comments': [
    ['markdown/edit-front.test.ts', 'any edit gives what was meant, or nothing at all'],
    ['tools/properties.ts', 'an edit that changes nothing changes no byte'],
  ],
  'a file that is cut off before it is written': [
    ['base/disk.test.ts', 'a file is written whole, in place of the old one'],
    ['base/disk.test.ts', 'a disk that takes only a part is told, and the old file stays'],
  ],
  'a link in the place of a file or folder leads outside': [
    ['base/disk.test.ts', 'a link stays a link, and its target is written'],
    ['base/journal.test.ts', 'leads out of the base'],
    ['commands/check.test.ts', 'whose .koinon leads elsewhere is refused'],
  ],
  'formulas in spreadsheets, and guards that damage numbers': [
    ['formats/csv.test.ts', 'the guard against formulas'],
    ['hostile/strings.test.ts', 'no cell of CSV is a formula'],
  ],
  'accents in Excel': [['formats/csv.test.ts', 'Excel: a mark for UTF-8 and semicolons']],
  'escapes, directions and line ends on a terminal': [
    ['terminal/text.test.ts', 'never lets a control, a separator or an open isolate through'],
    ['hostile/strings.test.ts', 'no crash, no escape'],
  ],
  'a bar in a pipe, a question in a script, colours in a file': [
    ['terminal/progress.test.ts', '%j: silence'],
    ['drafts/import-review-apply.test.ts', 'without a terminal names the flags'],
    ['terminal/colour.test.ts', 'without colours every text stays itself'],
  ],
  'documents that inflate, name other files or run code': [
    ['readers/read-apart.test.ts', 'what is refused with a sentence, before its deadline'],
    ['hostile/documents.test.ts', 'a document that was made to harm'],
  ],
  'settings that come with a folder': [
    ['hostile/settings.test.ts', 'neither lead out of it nor run anything'],
  ],
  'people in exports, others who read the index': [
    ['reports/rules.test.ts', 'only people who agreed are named'],
    ['store/damage.test.ts', 'is read by its owner only, and not by git'],
  ],
};

const cases = Object.entries(pitfalls).flatMap(([trap, tests]) =>
  tests.map(([file, name]) => ({ trap, file, name })),
);

test.each(cases)('$trap: $file, “$name”', ({ file, name }) => {
  const path = ['../', '../../torture/']
    .map((folder) => new URL(`${folder}${file}`, import.meta.url))
    .find((url) => existsSync(url));
  expect(path && readFileSync(path, 'utf8')).toContain(name);
});
