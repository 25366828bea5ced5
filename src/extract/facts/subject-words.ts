import type { TextSpan } from '../../core/document.ts';
import { isMap, textsOf } from '../../core/node.ts';
import { shipped } from '../../shipped.ts';
import { wordRange } from '../text/labels.ts';
import type { Passage } from '../text/passage.ts';
import type { PhraseBook } from '../text/phrase-book.ts';
import { phraseBook } from '../text/phrase-book.ts';

/** Where words tell a kind: in lines at the top, in the title alone, in the first sentences, in the way to a page. */
type Place = 'title' | 'paper' | 'yearly' | 'itself' | 'prose' | 'crumb' | 'signs';

/** Whether a line holds words of titles: “Minutes”, “Project sheet”, “Second forum”. */
export function hasTitleCue(passage: Passage, line: TextSpan): boolean {
  const isIn = (place: Place) => !cuesIn(passage, place, [line])[Symbol.iterator]().next().done;
  return isIn('title') || isIn('paper');
}

/** What the words of spans say of that place: each meaning once a span, or as often as it is said. */
export function* cuesIn(
  passage: Passage,
  place: Place,
  spans: readonly TextSpan[],
  everyOne = false,
): Iterable<string> {
  const seen = new Set<string>();
  for (const span of spans) {
    const [first, last] = wordRange(passage.words, {
      start: span.start,
      end: Math.min(span.end, span.start + 600),
    });
    for (const { meaning } of books()[place](passage.words, first, last)) {
      if (!everyOne && seen.has(meaning)) continue;
      seen.add(meaning);
      yield meaning;
    }
  }
}

let made: { readonly [place in Place]: PhraseBook<string> } | undefined;

function books() {
  if (made) return made;
  const file = shipped('cues/subject');
  const book = (place: string) => {
    const part = isMap(file) ? file[place] : undefined;
    const lists = isMap(part) ? Object.entries(part) : [];
    return phraseBook(
      lists.flatMap(([kind, list]) =>
        textsOf(list)
          .flatMap((each) => each.split(' / '))
          .map((each): [string, string] => [each, kind]),
      ),
    );
  };
  made = {
    title: book('title'),
    paper: book('paper'),
    yearly: book('yearly'),
    itself: book('itself'),
    prose: book('prose'),
    crumb: book('crumb'),
    signs: book('signs'),
  };
  return made;
}
