import type { Actor } from '../../core/consortium/actor.ts';
import type { Call } from '../../core/consortium/call.ts';
import type { Finding } from '../../core/consortium/check.ts';
import type { Wish } from '../../core/consortium/fit.ts';
import type { Mend } from '../../core/consortium/mend.ts';
import { toTerminal, wrap } from '../../terminal/text.ts';
import type { Session } from '../session.ts';
import type { Described } from './consortium.ts';
import { putMend } from './mend-lines.ts';
import type { Put } from './mend-lines.ts';
import { membersTold, shareTold } from './members.ts';
import type { Words } from './words.ts';

/** A finding, and for a required condition that fails, who could mend it. */
export interface Checked {
  readonly finding: Finding;
  readonly mend: Mend | undefined;
}

/** What a page on a check tells of. */
export interface CheckPage {
  readonly described: Described;
  readonly call: Call;
  readonly checked: readonly Checked[];
  readonly wish: Wish;
  /** Countries without organisations count as partners. */
  readonly counted: boolean;
}

/** The result of a check as people read it. */
export function checkPage(
  { described, call, checked, wish, counted }: CheckPage,
  words: Words,
  session: Session,
): string {
  const { palette, surroundings } = session;
  const room = Math.max(40, surroundings.width ?? 100);
  const { say, label, list, series } = words;
  const lines: string[] = [
    heading(call, described.project?.title, session),
    ...about(call, words, session),
  ];
  const put: Put = (indent, text, paint = (line) => line) => {
    for (const line of wrap(toTerminal(text), room - indent))
      lines.push(' '.repeat(indent) + paint(line));
  };
  lines.push('');
  for (const text of membersTold(described, call, counted, words)) put(0, text);
  const shares = described.consortium.actors.flatMap(({ share }) => share ?? []);
  const sum = shares.reduce((total, share) => total + share, 0);
  const left = described.consortium.actors
    .filter(({ share, role }) => share === undefined && !call.counting.roles.includes(role))
    .map(({ title }) => title);
  const whole = shares.length === described.consortium.actors.length && shares.length > 0;
  const isTooMuch = sum > 100.5;
  if (isTooMuch || (whole && sum < 99.5))
    put(0, say('check-shares', { sum: words.number(sum) }), palette.warning);
  lines.push('');
  for (const { finding, mend } of checked) {
    const { condition, range, counted: sure, perhaps, against, absent, missing, verdict } = finding;
    const isAboutShares = condition.about === 'budget-share' || condition.about === 'partner-share';
    const who = (actor: Actor) => place(actor, words, isAboutShares);
    const isByHand = condition.about === 'by-hand';
    const key = isByHand ? 'by-hand' : verdict === 'fails' && condition.advice ? 'advice' : verdict;
    const { sign, paint } = signs[key];
    const head = `${sign} ${say(`verdict-${key}`)}`;
    const advice = condition.advice ? ` [${say('rule-advice')}]` : '';
    const text = `${words.condition(condition)}${advice}${range ? ` · ${say('check-found', { range: shownRange(range, words) })}` : ''}`;
    const [first = '', ...rest] = wrap(toTerminal(text), Math.max(20, room - head.length - 2));
    lines.push(
      `${palette[paint](head)}  ${first}`,
      ...rest.map((line) => ' '.repeat(head.length + 2) + line),
    );
    if (condition.note !== undefined) put(4, condition.note, palette.quiet);
    if (sure.length > 0) put(4, label('check-counts', series(sure.map(who))));
    if (perhaps.length > 0) put(4, label('check-perhaps', series(perhaps.map(who))));
    if (verdict === 'fails' && against.length > 0)
      put(4, label('check-against', series(against.map(who))));
    if (verdict === 'fails' && absent.length > 0)
      put(4, say('check-nobody-from', { countries: list(absent.map(words.country)) }));
    if (verdict === 'fails' && isAboutShares) {
      if (isTooMuch) put(4, say('check-shares-cause', { sum: words.number(sum) }), palette.warning);
      else if (against.length === 0 && left.length > 0)
        put(4, say('check-shares-left', { left: words.number(100 - sum), names: list(left) }));
    }
    if (!isByHand && missing.length > 0)
      put(4, label('check-missing', series(missing.map(words.missing))));
    if (mend) putMend(condition, mend, wish, words, session, put, lines);
  }
  return `${lines.join('\n')}\n`;
}

export function heading(call: Call, project: string | undefined, { palette }: Session): string {
  const name = project === undefined ? '' : `${palette.strong(toTerminal(project))} · `;
  return `${name}${palette.strong(toTerminal(call.title))} (${palette.id(toTerminal(call.id))})`;
}

/** Where the rules come from and when they were valid, and whether anybody has compared them with their source. */
export function about(
  call: Call,
  { say }: Words,
  { palette, surroundings }: Session,
): readonly string[] {
  const room = Math.max(40, surroundings.width ?? 100);
  const { source, valid, checked, note } = call;
  return [
    ...wrap(toTerminal(say('rules-source', { source, valid })), room).map((line) =>
      palette.quiet(line),
    ),
    ...(note === undefined ? [] : wrap(toTerminal(note), room).map((line) => palette.quiet(line))),
    ...(checked
      ? []
      : wrap(toTerminal(say('rules-unchecked')), room).map((line) => palette.warning(line))),
  ];
}

const signs = {
  holds: { sign: '✓', paint: 'strong' },
  fails: { sign: '✗', paint: 'error' },
  unknown: { sign: '?', paint: 'warning' },
  advice: { sign: '!', paint: 'warning' },
  'by-hand': { sign: '?', paint: 'info' },
} as const;

function place(actor: Actor, words: Words, withShare: boolean): string {
  if (actor.unnamed) return words.country(actor.id);
  const facts = [words.seat(actor), ...(withShare ? shareTold(actor, words) : [])];
  return `${actor.title} (${words.list(facts)})`;
}

function shownRange({ least, most }: NonNullable<Finding['range']>, { number }: Words): string {
  const [low, high] = [number(least), number(most)];
  return least === most ? low : `${low}–${high}`;
}
