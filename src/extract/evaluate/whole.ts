import { fold } from '../../vocabulary/fold.ts';
import type { Extraction } from '../extraction.ts';
import type { Gold } from './gold.ts';
import { meeting } from './places.ts';
import type { Tally } from './tally.ts';
import { compare } from './tally.ts';

/** Language, kind and title: one answer a text. */
export function wholeTallies(extraction: Extraction, gold: Gold, text: string): Tally[] {
  const { document, subject } = extraction;
  const kind = subject?.kind;
  const languageIs = (a: string, b: string) => (a === b ? 'exact' : 'none');
  return [
    compare(
      'language',
      [{ thing: gold.language.primary, value: gold.language.primary }],
      [{ thing: document.language, value: document.language }],
      languageIs,
    ),
    compare(
      'kind',
      [{ thing: gold.kind, value: gold.kind }],
      kind === undefined ? [] : [{ thing: kind, value: kind }],
      (wanted, proposed) =>
        wanted === proposed || kindsOf(gold).includes(proposed) ? 'exact' : 'none',
    ),
    titleTally(extraction, gold, text),
  ];
}

/** A good practice may be drafted as the project that it is. */
function kindsOf({ docType, kind }: Gold): readonly string[] {
  return docType === 'good-practice' ? ['practice', 'project'] : [kind];
}

/** Right where the title of the document, or of the record that it is about, is one that the annotation names. */
function titleTally({ document, subject, entities }: Extraction, gold: Gold, text: string): Tally {
  const about = entities.find(({ id }) => id === subject?.entity);
  const given = [document.title, ...(about === undefined ? [] : [about.title])];
  const { value, recordName, derived, fullTitle, alsoAccept, evidence } = gold.title;
  const names = [value, recordName, derived, fullTitle?.text, alsoAccept]
    .filter((name) => typeof name === 'string')
    .map(fold);
  const isNamed = (title: string) => names.includes(fold(title));
  const isPart = (title: string) => {
    if (evidence === undefined || fold(title).length < 3) return false;
    const [one, other] = [fold(title), fold(evidence.text)];
    if (!one.includes(other) && !other.includes(one)) return false;
    return meeting(standing(text, title), [evidence]) !== 'none';
  };
  return compare(
    'title',
    [{ thing: names, value: value ?? derived ?? '', ...placed(evidence) }],
    [{ thing: given, value: given.join(' | ') }],
    (_, titles) => (titles.some(isNamed) ? 'exact' : titles.some(isPart) ? 'near' : 'none'),
  );
}

function placed(span: Gold['title']['evidence']): { quote?: string; start?: number } {
  return span === undefined ? {} : { quote: span.text, start: span.start };
}

function standing(text: string, quote: string): { start: number; end: number }[] {
  const places = [];
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1))
    places.push({ start, end: start + quote.length });
  return places;
}
