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
import type { Words } from './words.ts';

/** What a page of suggestions tells of. */
export interface SuggestPage {
  readonly described: Described;
  readonly call: Call;
  readonly suggested: Suggested;
  /** The check of the consortium with each suggestion. */
  readonly after: readonly (readonly Finding[])[];
  readonly wish: Wish;
  readonly seconds: number;
}

export function suggestPage(page: SuggestPage, words: Words, session: Session): string {
  const { described, call, suggested, after, wish, seconds } = page;
  const { palette, surroundings } = session;
  const { say } = words;
  const { size, suggestions, hopeless, early } = suggested;
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
  for (const condition of hopeless)
    put(0, say('suggest-hopeless', { condition: words.condition(condition) }), palette.warning);
  if (suggestions.length === 0) put(0, early ? '' : say('suggest-none', { count: size }));
  else put(0, size === 0 ? say('suggest-complete') : say('suggest-size', { count: size }));
  for (const [index, { joining, reasons, points }] of suggestions.entries()) {
    if (joining.length === 0) continue;
    lines.push(
      '',
      `${index + 1}. ${palette.strong(say('suggest-points', { points: inPoints(points) }))}`,
    );
    for (const [at, candidate] of joining.entries()) {
      const why = reasons[at];
      const worth = why ? palette.quiet(` · ${inPoints(pointsOf(why))}`) : '';
      lines.push(
        `   ${palette.id(toTerminal(candidate.id))}  ${palette.strong(toTerminal(candidate.title))} · ${toTerminal(words.seat(candidate))}${worth}`,
      );
      const told = words.reasons(candidate, wish, why);
      if (told !== '') put(7, told, palette.quiet);
    }
    const open = (after[index] ?? []).filter(
      ({ verdict, condition }) => verdict !== 'holds' && !condition.advice,
    );
    if (open.length > 0)
      put(
        3,
        say('suggest-open', {
          list: open.map(({ condition }) => words.condition(condition)).join(' · '),
        }),
        palette.quiet,
      );
  }
  if (early) put(0, say('suggest-early', { seconds }), palette.warning);
  return `${lines.join('\n')}\n`;
}

export function suggestJson(
  { described, call, suggested, after }: SuggestPage,
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

function inPoints(thousandths: number): string {
  return (thousandths / 1000).toFixed(1);
}
