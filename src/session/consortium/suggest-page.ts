import type { Call } from '../../core/consortium/call.ts';
import type { Finding } from '../../core/consortium/check.ts';
import type { Wish } from '../../core/consortium/fit.ts';
import { ownPoints } from '../../core/consortium/fit.ts';
import type { Reasons } from '../../core/consortium/score.ts';
import type { Suggested } from '../../core/consortium/suggest.ts';
import { toTerminal, wrap } from '../../terminal/text.ts';
import type { Session } from '../session.ts';
import { about, heading } from './check-page.ts';
import type { Described } from './consortium.ts';
import { membersTold } from './members.ts';
import type { Why } from './why-nobody.ts';
import type { Words } from './words.ts';

/** What a page of suggestions tells of. */
export interface SuggestPage {
  readonly described: Described;
  readonly call: Call;
  readonly suggested: Suggested;
  /** The check of the consortium as it is, and with each suggestion. */
  readonly now: readonly Finding[];
  readonly after: readonly (readonly Finding[])[];
  readonly wish: Wish;
  readonly seconds: number;
  /** Countries without organisations count as partners. */
  readonly counted: boolean;
  /** The wish that is in the way, where one is. */
  readonly why: Why | undefined;
}

export function suggestPage(page: SuggestPage, words: Words, session: Session): string {
  const { described, call, suggested, now, after, wish, seconds, counted, why } = page;
  const { palette, surroundings } = session;
  const { say } = words;
  const { size, suggestions, hopeless, early } = suggested;
  const complete = hopeless.length > 0 ? 'suggest-complete-else' : 'suggest-complete';
  const room = Math.max(40, surroundings.width ?? 100);
  const lines = [
    heading(call, described.project?.title, session),
    ...about(call, words, session),
    '',
  ];
  const put = (indent: number, text: string, paint = (line: string) => line) => {
    for (const line of wrap(toTerminal(text), room - indent))
      lines.push(' '.repeat(indent) + paint(line));
  };
  if (described.consortium.actors.length > 0) {
    for (const text of membersTold(described, call, counted, words)) put(0, text);
    lines.push('');
  }
  const putOthers = (findings: readonly Finding[], indent: number) => {
    for (const [key, verdict, paint] of [
      ['suggest-fails', 'fails', palette.warning],
      ['suggest-open', 'unknown', palette.quiet],
    ] as const) {
      const list = findings
        .filter((finding) => finding.verdict === verdict && !finding.condition.advice)
        .filter(({ condition }) => !hopeless.includes(condition))
        .map(({ condition }) => words.condition(condition))
        .join(' · ');
      if (list !== '') put(indent, say(key, { list }), paint);
    }
  };
  for (const condition of hopeless) {
    put(0, say('suggest-hopeless', { condition: words.condition(condition) }), palette.warning);
    const missing = now.find((finding) => finding.condition === condition)?.missing ?? [];
    if (missing.length > 0)
      put(4, words.label('check-missing', words.series(missing.map(words.missing))), palette.quiet);
  }
  if (why) put(0, say(why.key, why.parts), palette.warning);
  if (suggestions.length === 0 && !early && !why) put(0, say('suggest-none'));
  if (suggestions.length > 0)
    put(0, size === 0 ? say(complete) : say('suggest-size', { count: size }));
  for (const [index, { joining, reasons, points }] of suggestions.entries()) {
    const others = after[index] ?? [];
    if (joining.length === 0) {
      putOthers(others, 0);
      continue;
    }
    lines.push(
      '',
      `${index + 1}. ${palette.strong(say('suggest-points', { points: inPoints(points, session) }))}`,
    );
    for (const [at, candidate] of joining.entries()) {
      const why = reasons[at];
      const worth = why ? palette.quiet(` · ${inPoints(pointsOf(why), session)}`) : '';
      lines.push(
        `   ${palette.id(toTerminal(candidate.id))}  ${palette.strong(toTerminal(candidate.title))} · ${toTerminal(words.seat(candidate))}${worth}`,
      );
      const told = words.reasons(candidate, wish, why);
      if (told !== '') put(7, told, palette.quiet);
    }
    putOthers(others, 3);
  }
  if (early) put(0, say('suggest-early', { seconds }), palette.warning);
  return `${lines.join('\n')}\n`;
}

export function suggestJson(
  { described, call, suggested, after, why }: SuggestPage,
  words: Words,
): unknown {
  const { size, suggestions, hopeless, early } = suggested;
  return {
    project: described.project?.id ?? null,
    call: {
      id: call.id,
      title: call.title,
      source: call.source,
      valid: call.valid,
      checked: call.checked,
    },
    partners: described.consortium.actors.map(({ id }) => id),
    size,
    early,
    why: why ? words.say(why.key, why.parts) : null,
    hopeless: hopeless.map((condition) => ({
      about: condition.about,
      text: words.condition(condition),
    })),
    suggestions: suggestions.map(({ joining, reasons, points }, index) => ({
      points: points / 1000,
      joining: joining.map(({ id, title, countries }, at) => ({
        id,
        title,
        countries,
        points: reasons[at] ? pointsOf(reasons[at]) / 1000 : 0,
        reasons: Object.fromEntries(
          Object.entries(reasons[at] ?? {}).map(([name, value]) => [name, Number(value) / 1000]),
        ),
      })),
      open: (after[index] ?? [])
        .filter(({ verdict }) => verdict !== 'holds')
        .map(({ condition, verdict }) => ({
          about: condition.about,
          text: words.condition(condition),
          advice: condition.advice,
          verdict,
        })),
    })),
  };
}

function pointsOf(reasons: Reasons): number {
  return ownPoints(reasons) + reasons.country + reasons.together;
}

function inPoints(thousandths: number, { number }: Session): string {
  return number(thousandths / 1000, 1);
}
