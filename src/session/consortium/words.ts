import type { Actor } from '../../core/consortium/actor.ts';
import type { Area, Call, Condition, Filter, Limits } from '../../core/consortium/call.ts';
import type { Missing } from '../../core/consortium/check.ts';
import type { Candidate, Wish } from '../../core/consortium/fit.ts';
import { sharedThemes } from '../../core/consortium/fit.ts';
import type { Reasons } from '../../core/consortium/score.ts';
import { sets } from '../../vocabulary/sets.ts';
import { placeLabel } from '../place-label.ts';
import type { Session } from '../session.ts';

/** Rules and results in plain words of the session's language; every sentence is a phrase of `data/languages`. */
export interface Words {
  readonly condition: (condition: Condition) => string;
  readonly missing: (missing: Missing) => string;
  /** Its country or countries, or that there is none on record. */
  readonly seat: (actor: Actor) => string;
  readonly country: (code: string) => string;
  readonly role: (id: string) => string;
  readonly form: (id: string) => string;
  /** What speaks for a candidate, best reason first. */
  readonly reasons: (candidate: Candidate, wish: Wish, reasons?: Reasons) => string;
  readonly say: (key: string, parts?: Readonly<{ [name: string]: string | number }>) => string;
  /** A phrase, and after a colon what it is about. */
  readonly label: (key: string, text: string) => string;
  /** Texts with commas between them. */
  readonly list: (items: readonly string[]) => string;
  /** Texts that have commas themselves. */
  readonly series: (items: readonly string[]) => string;
  /** A number with two decimals at most. */
  readonly number: (value: number) => string;
}

export function wordsOf(call: Call | undefined, session: Session): Words {
  const { labels, language } = session;
  const say: Words['say'] = (key, parts = {}) =>
    labels.phrase(key).replaceAll(/\{(\w+)\}/g, (_, name: string) => String(parts[name] ?? ''));
  const label: Words['label'] = (key, text) => say(key) + session.colon + text;
  const called = (vocabulary: string) => (id: string) =>
    session.concepts(vocabulary).label(id, language);
  const [country, role, form] = [called('countries'), called('roles'), called('forms')];
  const number = (value: number) => session.number(Math.round(value * 100) / 100);
  const list = (items: readonly string[]) => items.join(session.comma);
  const series = (items: readonly string[]) => items.join(session.semicolon);

  const area = ({ names }: Area) =>
    list(
      names.map((name) => {
        const own = call?.sets[name];
        if (own !== undefined) return own;
        if (sets().find(name) === name) return sets().label(name, language);
        return placeLabel(name, session);
      }),
    );
  const limits = ({ min, max }: Limits, unit = '') => {
    const [low, high] = [number(min ?? 0) + unit, number(max ?? 0) + unit];
    if (min !== undefined && max !== undefined) return say('rule-between', { min: low, max: high });
    if (min !== undefined) return say('rule-least', { min: low });
    return max === 0 ? say('rule-none') : say('rule-most', { max: high });
  };
  const filter = (
    { in: inside, outside, forms, notForms, statuses }: Filter,
    more: readonly string[] = [],
  ) => {
    const parts = [
      ...(inside ? [say('rule-in', { area: area(inside) })] : []),
      ...(outside ? [say('rule-outside', { area: area(outside) })] : []),
      ...(forms ? [say('rule-form', { forms: list(forms.names.map(form)) })] : []),
      ...(notForms ? [say('rule-not-form', { forms: list(notForms.names.map(form)) })] : []),
      ...(statuses
        ? [say('rule-status', { statuses: list(statuses.map((each) => say(`status-${each}`))) })]
        : []),
      ...more,
    ];
    return parts.length > 0 ? ` (${series(parts)})` : '';
  };

  const condition = (of: Condition): string => {
    switch (of.about) {
      case 'partners':
      case 'countries': {
        const more = [
          ...(of.withoutLead ? [say('rule-without-lead')] : []),
          ...(of.everybody ? [say('rule-everybody')] : []),
        ];
        return `${say(`rule-${of.about}`)}${filter(of.of, more)}${session.colon}${limits(of)}`;
      }
      case 'each-country':
        return label('rule-each-country', list(of.countries.map(country)));
      case 'one-country':
        return label('rule-one-country', limits(of));
      case 'lead':
        return `${say('rule-lead')}${filter(of.of)}`;
      case 'budget-share':
        return `${say('rule-budget-share')}${filter(of.of)}${session.colon}${limits(of, ' %')}`;
      case 'partner-share':
      case 'grant-share':
        return label(`rule-${of.about}`, limits(of, ' %'));
      case 'budget':
        return label('rule-budget', limits(of, ` ${of.currency}`));
      case 'months':
        return label('rule-months', limits(of));
      default:
        return of.text;
    }
  };

  const reasons: Words['reasons'] = (candidate, wish, given) => {
    const { projects, leads, lastYear } = candidate;
    const shared = sharedThemes(candidate, wish.themes);
    return series([
      ...(shared.length > 0
        ? [say('fit-themes', { themes: list(shared.map(called('themes'))) })]
        : []),
      ...(projects > 0
        ? [say(leads > 0 ? 'fit-projects-lead' : 'fit-projects', { projects, leads })]
        : []),
      ...(given && given.country > 0 ? [say('fit-country')] : []),
      ...(given && given.together > 0 ? [say('fit-together')] : []),
      ...(lastYear === undefined ? [] : [say('fit-year', { year: String(lastYear) })]),
    ]);
  };

  return {
    condition,
    say,
    label,
    list,
    series,
    number,
    country,
    role,
    form,
    reasons,
    missing: ({ actor, fact }) =>
      actor
        ? say(`missing-${fact}-of`, { name: actor.title, id: actor.id })
        : say(`missing-${fact}`),
    seat: ({ countries }) =>
      countries.length > 0 ? countries.map(country).join(' / ') : say('missing-seat'),
  };
}
