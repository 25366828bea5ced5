import type { TextSpan } from '../../core/document.ts';
import { isMap, isText, textsOf } from '../../core/node.ts';
import type { Node } from '../../core/node.ts';
import { cueNode, entriesOf } from '../text/cues.ts';
import type { KnownRecord } from '../../core/known-record.ts';
import { bent } from '../text/likeness.ts';
import type { Passage, PassageBlock } from '../text/passage.ts';
import { lastOfRun, namedProgramme } from './programme-name.ts';
import { isAcronym, isSpelledLike } from '../text/spelling.ts';
import type { Entry, Trie, TrieMatch } from '../text/trie.ts';
import { trie } from '../text/trie.ts';

/** A funding programme that is named in a text. */
export interface ProgrammeMention extends TextSpan {
  /** Its usual name; where only the text names it, the words of the text. */
  readonly name: string;
  /** Of a programme of `data/cues/programmes`. */
  readonly id?: string;
  /** The records of the base that it may be. */
  readonly records: readonly string[];
  /** A listed name, one of the base, or the word “programme” before or after a name. */
  readonly how: 'listed' | 'known' | 'grammar';
}

/** An empty name is a phrase that is no programme. */
interface Programme {
  readonly name: string;
  readonly id?: string;
  readonly record?: string;
  readonly cued: boolean;
  /** A plus sign has to follow. */
  readonly plus: boolean;
  /** A strand of it may follow, such as `Interreg Greece–Bulgaria`. */
  readonly strands: boolean;
}

/** The funding programmes that a passage names: listed ones, those of the base, and others by the words around them. */
export function findProgrammes(
  passage: Passage,
  records: readonly KnownRecord[],
): ProgrammeMention[] {
  const own = ownNames(records);
  return passage.blocks
    .filter(({ zone }) => zone !== 'navigation')
    .flatMap((block) => {
      const found = [listedNames(), own].flatMap((names) => foundIn(passage, block, names));
      const named = namedProgramme(passage, block).map((each) => ({
        ...each,
        records: [],
        how: 'grammar' as const,
      }));
      return joined(passage.text, [...found, ...named]);
    });
}

/** The longest of those that overlap; what the base and the list say of the same words is one mention. */
function joined(text: string, mentions: readonly ProgrammeMention[]): ProgrammeMention[] {
  const sorted = mentions.toSorted(
    (a, b) => a.start - b.start || order[a.how] - order[b.how] || b.end - a.end,
  );
  const kept: ProgrammeMention[] = [];
  for (const mention of sorted) {
    const before = kept.at(-1);
    if (!before || mention.start >= before.end) kept.push(mention);
    else kept[kept.length - 1] = merged(text, before, mention);
  }
  return kept.filter(({ name }) => name !== '');
}

const order = { listed: 0, known: 1, grammar: 2 } as const;

/** A list knows the name, the base its record; the words around add only the word “programme” and its years. */
function merged(text: string, first: ProgrammeMention, second: ProgrammeMention): ProgrammeMention {
  const [better, other] = order[first.how] <= order[second.how] ? [first, second] : [second, first];
  if (other.how === 'grammar') {
    const isPeriod = /^ (?:programme?\b|\(?(?:19|20)\d\d)/i.test(text.slice(better.end, other.end));
    return { ...better, end: isPeriod ? other.end : better.end };
  }
  const isLonger = better.how === 'listed' && other.end - other.start > better.end - better.start;
  const [main, rest] = isLonger ? [other, better] : [better, other];
  return { ...main, records: [...new Set([...main.records, ...(isLonger ? [] : rest.records)])] };
}

function foundIn(
  passage: Passage,
  block: PassageBlock,
  names: Trie<Programme>,
): ProgrammeMention[] {
  const { text, words } = passage;
  const matches = names.find(text, words, block.firstWord, block.lastWord, (match) =>
    accepted(passage, block, match),
  );
  return matches.map(({ first, last, entries }) => {
    const programme = entries[0]?.payload;
    const reach = programme?.strands === true ? lastOfRun(passage, block, last - 1) : last - 1;
    const end = words[reach]?.end ?? 0;
    const start = words[first]?.start ?? 0;
    const isPlus =
      /^ ?\+/.test(text.slice(end, end + 2)) && entries.some(({ payload }) => payload.plus);
    const records = entries.flatMap(({ payload }) => payload.record ?? []);
    return {
      start,
      end: isPlus ? text.indexOf('+', end) + 1 : end,
      name: reach >= last ? text.slice(start, end) : (programme?.name ?? ''),
      ...(programme?.id === undefined ? {} : { id: programme.id }),
      records: [...new Set(records)],
      how: programme?.record === undefined ? 'listed' : 'known',
    };
  });
}

function accepted(
  passage: Passage,
  block: PassageBlock,
  match: TrieMatch<Programme>,
): readonly Entry<Programme>[] {
  const { text } = passage;
  const words = passage.words.slice(match.first, match.last);
  const end = words.at(-1)?.end ?? 0;
  const isPlus = /^ ?\+/.test(text.slice(end, end + 2));
  const kept = match.entries.filter(({ name, payload }) => {
    if (payload.plus && !isPlus) return false;
    if (
      isAcronym(name) || match.last - match.first === 1
        ? !isSpelledLike(name, text, words)
        : !hasCapital(words)
    )
      return false;
    return !payload.cued || isCued(passage, block, match);
  });
  const plus = kept.filter(({ payload }) => payload.plus);
  return plus.length > 0 ? plus : kept;
}

function hasCapital(words: readonly { readonly shape: string }[]): boolean {
  return words.some(({ shape }) => shape !== 'lower' && shape !== 'number');
}

/** A word for a programme stands within two words, or the name stands in brackets in a sentence that has one. */
function isCued(
  passage: Passage,
  block: PassageBlock,
  { first, last }: TrieMatch<Programme>,
): boolean {
  const { text, words } = passage;
  const isJoined = (at: number) =>
    /^[\p{Pd}]$/u.test(text.slice(words[at - 1]?.end, words[at]?.start));
  if ((first > block.firstWord && isJoined(first)) || (last < block.lastWord && isJoined(last)))
    return false;
  for (
    let at = Math.max(block.firstWord, first - 2);
    at < Math.min(block.lastWord, last + 2);
    at++
  ) {
    if (programmeWord.test(words[at]?.key ?? '')) return true;
  }
  const start = words[first]?.start ?? 0;
  const end = words[last - 1]?.end ?? 0;
  if (text[start - 1] !== '(' || text[end] !== ')') return false;
  return words
    .slice(Math.max(block.firstWord, first - 8), first)
    .some(({ key }) => programmeWord.test(key));
}

const programmeWord = /^(?:programm?[ae]?s?|programmi|προγραμμα(?:τοσ|τα)?|[وبل]?(?:ال)?برنامج)$/;

let made: Trie<Programme> | undefined;

function listedNames(): Trie<Programme> {
  if (made) return made;
  made = trie<Programme>(bent);
  const list = cueNode('programmes', 'programmes');
  for (const node of Array.isArray(list) ? list : []) addListed(made, node);
  const none: Programme = { name: '', cued: false, plus: false, strands: false };
  for (const name of textsOf(cueNode('programmes', 'not-programmes'))) made.add(name, none);
  return made;
}

function addListed(names: Trie<Programme>, node: Node): void {
  if (!isMap(node)) return;
  const of = new Map(entriesOf(node));
  const [id, name] = [of.get('id'), of.get('name')];
  if (!isText(id) || !isText(name)) return;
  const base: Programme = {
    id,
    name,
    cued: false,
    plus: false,
    strands: isText(of.get('strands')),
  };
  const cued = textsOf(of.get('cued') ?? []);
  const listed = [name, ...textsOf(of.get('aliases') ?? [])].filter(
    (each) => !cued.includes(each) && !each.endsWith('+'),
  );
  for (const each of listed) names.add(each, base);
  for (const each of cued) names.add(each, { ...base, cued: true });
  for (const each of textsOf(of.get('plus') ?? [])) names.add(each, { ...base, plus: true });
}

/** The programmes of the base; a short acronym has to be called a programme, since it may be much else. */
function ownNames(records: readonly KnownRecord[]): Trie<Programme> {
  const names = trie<Programme>(bent);
  for (const { id, kind, title, acronym, names: others } of records) {
    if (kind !== 'programme') continue;
    for (const name of new Set([title, ...(acronym === undefined ? [] : [acronym]), ...others])) {
      const cued = isAcronym(name) && name.length < 5 && !name.includes(' ');
      names.add(name, { name: title, record: id, cued, plus: false, strands: false });
    }
  }
  return names;
}
