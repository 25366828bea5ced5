import type { Cell, Table } from '../core/table.ts';
import { toTerminal, wrap } from '../terminal/text.ts';
import type { Match, MatchReason } from './matches.ts';
import { filled } from './partner-views.ts';
import { placeLabel } from './place-label.ts';
import type { Session } from './session.ts';

export function asMatchJson(matches: readonly Match[]): readonly unknown[] {
  return matches.map(({ match, who, other, score, reasons }) => ({
    match,
    who: { id: who.id, kind: who.kind, title: who.title },
    other: { id: other.id, kind: other.kind, title: other.title },
    score,
    reasons,
  }));
}

export function asMatchRows(matches: readonly Match[], session: Session, format: string): Table {
  const { labels, number } = session;
  const isShown = session.isShown(format);
  return {
    columns: session.columns(['match', 'id', 'title', 'other', 'name', 'score', 'reasons'], format),
    rows: matches.map(({ match, who, other, score, reasons }): readonly Cell[] => [
      match,
      who.id,
      who.title,
      other.id,
      other.title,
      score,
      reasons.map(({ reason, weight }) =>
        isShown
          ? `${labels.phrase(`reason-${reason}`)} (${number(weight)})`
          : `${reason} ${weight}`,
      ),
    ]),
  };
}

/** A numbered list of sentences, each with its reasons below. */
export function asMatchList(matches: readonly Match[], session: Session): string {
  const { palette, labels, concepts, language, surroundings } = session;
  const room = surroundings.width ?? 100;
  const margin = String(matches.length).length + 2;
  return matches
    .map(({ match, who, other, score, reasons }, index) => {
      const named = { who: toTerminal(who.title), other: toTerminal(other.title) };
      const sentence = filled(labels.phrase(`match-${match}`), named);
      const ids = palette.id(`${toTerminal(who.id)} · ${toTerminal(other.id)}`);
      const number = `${index + 1}.`.padEnd(margin);
      const lines = reasons.map((reason) => line(reason));
      return `${number}${palette.strong(sentence)}  ${ids}  ${session.number(score, 2)}\n${lines.join('')}`;
    })
    .join('\n');

  function line({ reason, weight, evidence }: MatchReason): string {
    const space = margin + 7;
    const text = `${labels.phrase(`reason-${reason}`)}${session.colon}${shown(reason, evidence)}`;
    const [first = '', ...rest] = wrap(toTerminal(text), Math.max(20, room - space));
    const start = ' '.repeat(margin) + session.number(weight, 2).padStart(5) + '  ';
    return [start + first, ...rest.map((each) => ' '.repeat(space) + each)].join('\n') + '\n';
  }

  function shown(reason: MatchReason['reason'], evidence: readonly string[]): string {
    if (reason === 'text') return evidence.map((text) => `“${text}”`).join(' · ');
    if (reason === 'likeThemes')
      return evidence.map((theme) => concepts('themes').label(theme, language)).join(session.comma);
    return evidence.map((place) => placeLabel(place, session)).join(session.comma);
  }
}
