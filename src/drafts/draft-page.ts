import type { Palette } from '../terminal/colour.ts';
import { toTerminal } from '../terminal/text.ts';
import type { Draft, DraftEntity } from './draft.ts';
import { isByPerson, isOnlyLikely, recordOf } from './draft.ts';
import { quoted, quotedLine } from './quoted.ts';
import type { Showing } from './showing.ts';
import { shownFact } from './showing.ts';
import { subjects } from './subjects.ts';

interface Shown extends Showing {
  readonly palette: Palette;
  readonly told: (message: string) => string;
}

/** Names with their facts, each with its id and its quote. */
export function draftPage(draft: Draft, text: string, shown: Shown): string {
  const { palette, told, labels } = shown;
  const lines: string[] = [];
  const about = subjects(draft);
  // Names of which nothing is said are counted, and have to be seen.
  const others = draft.entities
    .filter(({ id }) => !about.some(({ entity }) => entity.id === id))
    .map((entity) => ({ entity, facts: [] }));
  for (const { entity, facts } of [...about, ...others]) {
    const candidates = (entity.candidates ?? []).map((each) => each.record).join(told(' or '));
    const state = stateOf(entity, candidates);
    lines.push(
      `${palette.strong(toTerminal(entity.title))}  ${palette.quiet(toTerminal(`${labels.kind(entity.kind)}, ${state === 'new' ? told('new') : told(state)}; ${told(`its name here is ${entity.id}`)}`))}`,
    );
    for (const fact of facts) {
      const value = toTerminal(shownFact(draft, fact, shown));
      const certainty = isByPerson(fact)
        ? told('set by a person')
        : `${Math.round(fact.confidence * 100)} %${fact.inferred ? told(', inferred') : ''}`;
      lines.push(
        `  ${palette.id(fact.id)}  ${marks(told)[fact.status]}  ${value}  ${palette.quiet(certainty)}`,
      );
      const quote = fact.evidence[0] && quoted(text, fact.evidence[0]);
      if (quote) lines.push(`      ${quotedLine(quote, palette)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function marks(told: (message: string) => string) {
  return { proposed: '?', accepted: told('yes'), rejected: told('no'), applied: told('done') };
}

function stateOf(entity: DraftEntity, candidates: string): string {
  const record = recordOf(entity);
  if (entity.choice === 'none') return 'needs no record';
  if (record !== undefined)
    return isOnlyLikely(entity) ? `most likely the record ${record}` : `the record ${record}`;
  return candidates !== '' && entity.choice === undefined ? `perhaps ${candidates}` : 'new';
}
