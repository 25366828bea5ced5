import type { TextSpan } from '../../core/document.ts';
import { isMap, textsOf } from '../../core/node.ts';
import { shipped } from '../../shipped.ts';
import { fold } from '../../vocabulary/fold.ts';
import type { Vocabularies } from '../../vocabulary/load.ts';
import type { Passage } from './passage.ts';
import type { PhraseBook } from './phrase-book.ts';
import { phraseBook } from './phrase-book.ts';
import { firstAt } from './spans.ts';
import type { Word } from './word.ts';

/** The words that a place of the text holds: from the first to before the last, as places in the words of the passage. */
export function wordRange(words: readonly Word[], span: TextSpan): readonly [number, number] {
  return [firstAt(words, span.start), firstAt(words, span.end)];
}

/** As long as a label is at most. */
const longestLabel = 70;
const mostWords = 7;

/** The field that a label names, whatever its language: `Chef de file`, `Orçamento total`; nothing for other words. */
export function fieldOf(
  passage: Passage,
  written: TextSpan,
  vocabularies: Vocabularies,
): string | undefined {
  const label = bare(passage.text, written);
  if (label.end - label.start > longestLabel) return undefined;
  const [first, last] = wordRange(passage.words, label);
  if (last === first || last - first > mostWords) return undefined;
  return (
    fieldInWords(passage.words, first, last) ??
    byVocabulary(passage.text.slice(label.start, label.end), vocabularies) ??
    // “Les partenaires”, “1. Partners”
    ((passage.words[first]?.key.length ?? 9) < 4
      ? fieldInWords(passage.words, first + 1, last)
      : undefined)
  );
}

/** “Partner 5 (since 2024)” is “Partner”. */
function bare(text: string, { start, end }: TextSpan): TextSpan {
  const numbered = /^.{3,60}?(?=\s*\d{0,2}\s*(?:\(.*)?$)/s.exec(
    text.slice(start, Math.min(end, start + 160)),
  );
  return { start, end: numbered && end - start <= 160 ? start + numbered[0].length : end };
}

/** {@link fieldOf} of words, without the vocabularies. */
export function fieldInWords(
  words: readonly Word[],
  first: number,
  last: number,
): string | undefined {
  return cues()(words, first, last).find((each) => each.first === first && each.last === last - 1)
    ?.meaning;
}

function byVocabulary(text: string, vocabularies: Vocabularies): string | undefined {
  const bare = text.replace(/\(.{0,30}\)/, '').trim();
  if (fold(bare).length < 2) return undefined;
  return vocabularies('fields').find(bare) ?? asField[vocabularies('roles').find(bare) ?? ''];
}

/** The field of a project or event that a role of the vocabulary makes. */
const asField: Readonly<{ [role: string]: string }> = {
  lead: 'lead',
  coordinator: 'lead',
  partner: 'partners',
  associated: 'associates',
  funder: 'funders',
  organiser: 'organisers',
  'co-organiser': 'co_organisers',
  host: 'hosts',
  speaker: 'speakers',
  participant: 'participants',
  member: 'members',
  owner: 'owner',
  publisher: 'publisher',
  author: 'authors',
};

let made: PhraseBook<string> | undefined;

function cues(): PhraseBook<string> {
  if (made) return made;
  const file = shipped('cues/fields');
  const fields = isMap(file) ? Object.entries(file) : [];
  made = phraseBook(
    fields.flatMap(([field, list]) => textsOf(list).map((each): [string, string] => [each, field])),
  );
  return made;
}
