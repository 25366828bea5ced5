/** The longest name of a field in any language has 36 letters; what stands before a link in prose is often longer. */
const maxKey = 40;

/** Whether a key, in lower case with `_` for space and hyphen, is a declared relation. */
export type IsRelation = (key: string) => boolean;

type Link = { relation: string };

/**
 * Follows the lines of a block and gives its wikilinks the relation that a line declares: all of a line that is `key::` and
 * wikilinks only, or those that follow the key at the very beginning of a list item.
 */
export function followLines(item: boolean, isRelation: IsRelation) {
  let firstLine = true;
  let state: 'before' | 'item' | 'key' | 'prose' = 'before';
  let before = '';
  let key = '';
  let waiting: Link[] = [];

  const within = (text: string) => {
    if (state === 'before') before += text;
    else if (state !== 'prose' && /[^\s,;]/.test(text)) state = 'prose';
  };
  const begin = () => {
    const declared = before.length <= maxKey && before.trimEnd().endsWith('::');
    // Whatever else begins a line is prose, the name of a relation or not.
    if (!declared && !(item && firstLine && before.length <= maxKey)) {
      state = 'prose';
      return;
    }
    key = relationKey(declared ? before.trimEnd().slice(0, -2) : before);
    if (key === '' || !isRelation(key)) state = 'prose';
    else state = declared ? 'key' : 'item';
  };
  const end = () => {
    if (state === 'key') for (const link of waiting) link.relation = key;
    state = 'before';
    before = '';
    waiting = [];
    firstLine = false;
  };
  return {
    text(text: string) {
      let from = 0;
      for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
        within(text.slice(from, to));
        end();
        from = to + 1;
      }
      within(text.slice(from));
    },
    wikilink(link: Link) {
      if (state === 'before') begin();
      if (state === 'item') link.relation = key;
      if (state === 'key') waiting.push(link);
    },
    other() {
      state = 'prose';
    },
    end,
  };
}

function relationKey(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}
