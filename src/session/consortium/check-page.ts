import type { Actor } from '../../core/consortium/actor.ts';
import type { Call } from '../../core/consortium/call.ts';
import type { Finding } from '../../core/consortium/check.ts';
import { notCounted } from '../../core/consortium/check.ts';
import type { Wish } from '../../core/consortium/fit.ts';
import type { Mend } from '../../core/consortium/mend.ts';
import { toTerminal, wrap } from '../../terminal/text.ts';
import type { Session } from '../session.ts';
import type { Described } from './consortium.ts';
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
  const put = (indent: number, text: string, paint = (line: string) => line) => {
    for (const line of wrap(toTerminal(text), room - indent))
      lines.push(' '.repeat(indent) + paint(line));
  };
  lines.push('');
  put(
    0,
    `${say('check-consortium')}: ${described.consortium.actors.map((actor) => named(actor, words)).join('; ') || '–'}`,
  );
  for (const { actor, reason, with: other } of notCounted(described.consortium, call)) {
    const detail =
      reason === 'role'
        ? words.role(actor.role)
        : reason === 'form'
          ? actor.forms.map(words.form).join(', ')
          : (other?.title ?? '');
    put(0, say(`not-counted-${reason}`, { name: actor.title, detail }));
  }
  if (described.unnamed.length > 0) {
    const countries = described.unnamed.map(words.country).join(', ');
    put(0, say(counted ? 'check-unnamed-counted' : 'check-unnamed', { countries }));
  }
  const shares = described.consortium.actors.flatMap(({ share }) => share ?? []);
  const sum = Math.round(shares.reduce((total, share) => total + share, 0) * 100) / 100;
  const whole = shares.length === described.consortium.actors.length && shares.length > 0;
  if (sum > 100.5 || (whole && sum < 99.5))
    put(0, say('check-shares', { sum: String(sum) }), palette.warning);
  lines.push('');
  for (const { finding, mend } of checked) {
    const { condition, range, counted: sure, perhaps, missing, verdict } = finding;
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
    if (sure.length > 0)
      put(4, `${say('check-counts')}: ${sure.map((actor) => place(actor, words)).join('; ')}`);
    if (perhaps.length > 0)
      put(4, `${say('check-perhaps')}: ${perhaps.map((actor) => place(actor, words)).join('; ')}`);
    if (!isByHand && missing.length > 0)
      put(4, `${say('check-missing')}: ${missing.map(words.missing).join('; ')}`);
    if (!mend) continue;
    if (!mend.byJoining) put(4, say('mend-not-by-joining'));
    for (const id of mend.insiders) put(4, say('mend-lead', { name: id }));
    if (mend.byJoining && mend.candidates.length === 0) put(4, say('mend-nobody'), palette.warning);
    if (mend.candidates.length > 0) put(4, `${say('mend-could')}:`);
    for (const candidate of mend.candidates) {
      lines.push(
        `      ${palette.id(toTerminal(candidate.id))}  ${palette.strong(toTerminal(candidate.title))} · ${toTerminal(words.seat(candidate))}`,
      );
      const reasons = words.reasons(candidate, wish);
      if (reasons !== '') put(10, reasons, palette.quiet);
    }
    if (mend.candidates.length > 0 && mend.nobodyFrom.length > 0) {
      const countries = mend.nobodyFrom.map(words.country).join(', ');
      put(4, say('mend-nobody-from', { countries }), palette.warning);
    }
    if (mend.more > 0) put(6, say('mend-more', { count: mend.more }), palette.quiet);
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

function named(actor: Actor, words: Words): string {
  if (actor.unnamed) return words.say('check-nobody', { country: words.country(actor.id) });
  const share = actor.share === undefined ? '' : `, ${Math.round(actor.share * 100) / 100} %`;
  return `${actor.title} (${actor.id}; ${words.role(actor.role)}, ${words.seat(actor)}${share})`;
}

function place(actor: Actor, words: Words): string {
  return actor.unnamed ? words.country(actor.id) : `${actor.title} (${words.seat(actor)})`;
}

function shownRange({ least, most }: NonNullable<Finding['range']>, language: string): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const [low, high] = [number.format(least), number.format(most)];
  return least === most ? low : `${low}–${high}`;
}
