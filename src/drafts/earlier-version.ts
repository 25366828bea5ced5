import type { Kinds } from '../core/kind.ts';
import { fold } from '../vocabulary/fold.ts';
import type { Draft, DraftEntity, DraftFact, Source } from './draft.ts';
import { keepDecisions } from './keep-decisions.ts';
import { ledTo } from './subjects.ts';

/** A draft with the text that its quotes refer to. */
interface WithText {
  readonly draft: Draft;
  readonly text: string;
}

/** The share of an earlier text that must stand in a later one for both to be versions of one document. */
const leastShared = 0.6;

/** Words that are compared together: fewer stand in any text of the same matter. */
const together = 3;

/** How a document stands to one that is like it; both are needed for one to take the place of the other unasked. */
export interface Standing {
  readonly isSameSource: boolean;
  readonly isSameSubject: boolean;
}

/** How a later document stands to a draft: forms that are filled in share most of their words, and are no versions of each other. */
export function standing(earlier: Draft, later: Source, subject: Draft['subject']): Standing {
  const [there, here] = [earlier.url ?? earlier.path, later.url ?? later.path];
  const about = earlier.entities.find(({ id }) => id === earlier.subject?.entity);
  const names = [earlier.subject?.entity, ...(about?.also ?? [])];
  return {
    isSameSource: here !== undefined && here === there,
    isSameSubject: names.includes(subject?.entity),
  };
}

/** Whether a text may be another version of the one of a draft: it came in a file of the same name or has its title, and says most of it. */
export function isVersion(earlier: WithText, title: string, file: string, text: string): boolean {
  const { draft } = earlier;
  if (draft.file !== file && fold(draft.document.title) !== fold(title)) return false;
  const there = phrasesOf(text);
  const phrases = [...phrasesOf(earlier.text)];
  const shared = phrases.filter((phrase) => there.has(phrase)).length;
  return shared > 0 && shared >= leastShared * phrases.length;
}

/** Every few words that follow one another. */
function phrasesOf(text: string): ReadonlySet<string> {
  const words = fold(text).split(/\s+/);
  return new Set(words.map((_, at) => words.slice(at, at + together).join(' ')));
}

/**
 * What is found in a later version, with the decisions on an earlier one whose quotes still stand; says how many went with theirs. Ids of
 * facts follow from the text, so that facts are the same where they say the same of the same.
 */
export function supersede(
  fresh: WithText,
  earlier: Draft,
  kinds: Kinds,
): { draft: Draft; kept: number; gone: number } {
  const now = new Map(fresh.draft.facts.map((fact) => [sayingOf(fact), fact]));
  const decided = earlier.facts.filter(({ status }) => status !== 'proposed');
  const carried = decided.flatMap((fact): readonly DraftFact[] => {
    if (fact.evidence.some(({ quote }) => !fresh.text.includes(quote))) return [];
    const same = now.get(sayingOf(fact));
    if (same) return [{ ...fact, ...same, status: fact.status }];
    const evidence = fact.evidence.flatMap(({ quote }) => {
      const start = fresh.text.indexOf(quote);
      const isOnly = fresh.text.indexOf(quote, start + 1) < 0;
      return isOnly ? [{ quote, start, end: start + quote.length }] : [];
    });
    return evidence.length === fact.evidence.length ? [{ ...fact, evidence }] : [];
  });
  const used = new Set(
    carried.flatMap((fact) => [fact.subject, ledTo(earlier, fact, kinds)?.id ?? fact.subject]),
  );
  const there = new Set(fresh.draft.entities.map(({ id }) => id));
  const missing = earlier.entities.filter(({ id }) => used.has(id) && !there.has(id));
  const whole = {
    ...fresh.draft,
    entities: [...fresh.draft.entities, ...placed(missing, fresh.text)],
  };
  return {
    draft: keepDecisions(whole, { ...earlier, facts: carried }, kinds),
    kept: carried.length,
    gone: decided.length - carried.length,
  };
}

/** Entities of an earlier text, with those of their mentions that can be found again. */
function placed(entities: readonly DraftEntity[], text: string): readonly DraftEntity[] {
  return entities.map((entity) => ({
    ...entity,
    mentions: entity.mentions.flatMap(({ quote }) => {
      const start = text.indexOf(quote);
      return start < 0 ? [] : [{ quote, start, end: start + quote.length }];
    }),
    roles: [],
  }));
}

function sayingOf({ subject, field, value }: DraftFact): string {
  return JSON.stringify([subject, field, value]);
}
