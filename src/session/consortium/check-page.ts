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
  const { say } = words;
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
  const sum = rounded(shares.reduce((total, share) => total + share, 0));
  const left = described.consortium.actors
    .filter(({ share, role }) => share === undefined && !call.counting.roles.includes(role))
    .map(({ title }) => title)
    .join(', ');
  const whole = shares.length === described.consortium.actors.length && shares.length > 0;
  const isTooMuch = sum > 100.5;
  if (isTooMuch || (whole && sum < 99.5))
    put(0, say('check-shares', { sum: String(sum) }), palette.warning);
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
    const text = `${words.condition(condition)}${advice}${range ? ` · ${say('check-found', { range: shownRange(range, session.language) })}` : ''}`;
    const [first = '', ...rest] = wrap(toTerminal(text), Math.max(20, room - head.length - 2));
    lines.push(
      `${palette[paint](head)}  ${first}`,
      ...rest.map((line) => ' '.repeat(head.length + 2) + line),
    );
    if (condition.note !== undefined) put(4, condition.note, palette.quiet);
    if (sure.length > 0) put(4, `${say('check-counts')}: ${sure.map(who).join('; ')}`);
    if (perhaps.length > 0) put(4, `${say('check-perhaps')}: ${perhaps.map(who).join('; ')}`);
    if (verdict === 'fails' && against.length > 0)
      put(4, `${say('check-against')}: ${against.map(who).join('; ')}`);
    if (verdict === 'fails' && absent.length > 0)
      put(4, say('check-nobody-from', { countries: absent.map(words.country).join(', ') }));
    if (verdict === 'fails' && isAboutShares) {
      if (isTooMuch) put(4, say('check-shares-cause', { sum: String(sum) }), palette.warning);
      else if (against.length === 0 && left.length > 0)
        put(4, say('check-shares-left', { left: String(rounded(100 - sum)), names: left }));
    }
    if (!isByHand && missing.length > 0)
      put(4, `${say('check-missing')}: ${missing.map(words.missing).join('; ')}`);
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
  return `${actor.title} (${words.seat(actor)}${withShare ? shareTold(actor) : ''})`;
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100;
}

function shownRange({ least, most }: NonNullable<Finding['range']>, language: string): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const [low, high] = [number.format(least), number.format(most)];
  return least === most ? low : `${low}–${high}`;
}
