import { isList, textsOf } from '../../core/node.ts';
import { cueKinds, cueNode, cueWords, entriesOf } from '../text/cues.ts';
import type { Phrases } from '../text/phrases.ts';
import { phrases } from '../text/phrases.ts';
import type { Piece } from '../text/pieces.ts';
import { keysOf } from '../text/pieces.ts';
import { shadow } from '../text/shadow.ts';

interface MonthWord {
  /** 1 to 12. */
  readonly month: number;
  readonly languages: readonly string[];
  /** Also another word: only in a block of its languages. */
  readonly isUnsure: boolean;
}

interface DateWords {
  readonly months: Phrases<MonthWord>;
  /** 1 for Monday to 7 for Sunday, as in ISO 8601. */
  readonly weekdays: Phrases<number>;
  readonly quarters: Phrases<true>;
  readonly halves: Phrases<true>;
  readonly counted: Phrases<string>;
  readonly atYear: Phrases<true>;
  readonly nearYear: Phrases<true>;
  readonly numbered: Phrases<true>;
  readonly papers: Phrases<true>;
  readonly streets: Phrases<true>;
  readonly sets: (key: string) => ReadonlySet<string>;
}

let made: DateWords | undefined;

/** The words of dates, from `data/cues/dates.yaml`. */
export function dateWords(): DateWords {
  if (made) return made;
  const of = (key: string) => cueWords('dates', key);
  const sets = new Map<string, ReadonlySet<string>>();
  made = {
    months: months(),
    weekdays: weekdays(),
    quarters: of('quarters'),
    halves: of('halves'),
    counted: cueKinds('dates', 'counted'),
    atYear: of('at_year'),
    nearYear: of('near_year'),
    numbered: of('numbered'),
    papers: of('papers'),
    streets: of('streets'),
    sets: (key) => {
      const set =
        sets.get(key) ??
        new Set(textsOf(cueNode('dates', key)).flatMap((word) => keysOf(word, shadow(word))));
      sets.set(key, set);
      return set;
    },
  };
  return made;
}

/** A month that begins with this piece; one that is also another word only where its language is spoken. */
export function monthAt(
  pieces: readonly Piece[],
  index: number,
): { readonly month: number; readonly next: number } | undefined {
  const piece = pieces[index];
  if (!piece || piece.digits) return undefined;
  const found = dateWords().months.at(pieces, index);
  if (!found) return undefined;
  const { month, languages, isUnsure } = found.value;
  if (isUnsure && !languages.includes(piece.language)) return undefined;
  // In English a month has a capital, and “may” and “march” have none.
  if (isUnsure && piece.language === 'en' && piece.shape === 'lower') return undefined;
  return { month, next: found.next };
}

function months(): Phrases<MonthWord> {
  const unsure = new Set(textsOf(cueNode('dates', 'unsure')).map(shadow));
  const all = new Map<string, { month: number; languages: string[]; isUnsure: boolean }>();
  for (const [language, list] of entriesOf(cueNode('dates', 'months'))) {
    for (const [index, names] of (isList(list) ? list : []).entries()) {
      for (const name of textsOf(names)) {
        const key = shadow(name);
        const before = all.get(key) ?? {
          month: index + 1,
          languages: [],
          isUnsure: unsure.has(key),
        };
        before.languages.push(language);
        all.set(key, before);
      }
    }
  }
  return phrases(all);
}

function weekdays(): Phrases<number> {
  return phrases(
    entriesOf(cueNode('dates', 'weekdays')).flatMap(([, days]) =>
      (isList(days) ? days : []).flatMap((names, index) =>
        textsOf(names).map((name) => [name, index + 1] as const),
      ),
    ),
  );
}
