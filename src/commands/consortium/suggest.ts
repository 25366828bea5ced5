import type { Call, Command } from '../../command.ts';
import { check } from '../../core/consortium/check.ts';
import type { Candidate } from '../../core/consortium/fit.ts';
import { suggest } from '../../core/consortium/suggest.ts';
import { UsageError } from '../../core/usage-error.ts';
import { findCall } from '../../session/calls.ts';
import { conceptNamed } from '../../session/choices.ts';
import { describedBy } from '../../session/consortium/consortium.ts';
import { consortiumOptions } from '../../session/consortium/options.ts';
import { suggestJson, suggestPage } from '../../session/consortium/suggest-page.ts';
import { whyNobody } from '../../session/consortium/why-nobody.ts';
import { wishFor } from '../../session/consortium/wish.ts';
import { wordsOf } from '../../session/consortium/words.ts';
import { findOne } from '../../session/find-one.ts';
import { readSelection } from '../../session/filters.ts';
import type { Session } from '../../session/session.ts';

/** Seconds after which the best of what was tried is given, and the most organisations that may join. */
const usual = { seconds: 2, sets: 3, joining: 12 };

export default {
  summary: 'completes a consortium: the best organisations of the base under the rules of a call',
  arguments: [{ name: '[project...]', summary: 'an id, a title, an acronym or an alias' }],
  options: [
    ...consortiumOptions,
    {
      flags: '--theme <theme>',
      summary: 'what they should know, instead of the project’s themes',
      many: true,
    },
    { flags: '--country <country>', summary: 'only organisations from there', many: true },
    { flags: '--exclude <record>', summary: 'an organisation that is not asked', many: true },
    { flags: '--size <n>', summary: 'how many partners there shall be; else as few as will do' },
    { flags: '--limit <n>', summary: `how many ways are shown; ${usual.sets} without it` },
    { flags: '--seconds <n>', summary: `stop looking after so long; ${usual.seconds} without it` },
    { flags: '--json', summary: 'one JSON document' },
  ],
  examples: [
    { call: 'koinon consortium suggest ics --rules next-med-1', does: 'whom the project lacks' },
    {
      call: 'koinon consortium suggest --partners iesmed --lead iesmed --rules euro-med --theme "social innovation"',
      does: 'partners for one who leads',
    },
    {
      call: "koinon consortium suggest medtown --rules eni-cbc-med --size 6 --country '!IL' --limit 5",
      does: 'five ways to have six partners',
    },
  ],
  run: async (call, session) => {
    const rules = findCall(call.text('rules'), session);
    const [seconds, sets] = [
      numberOf(call, 'seconds', usual.seconds),
      numberOf(call, 'limit', usual.sets),
    ];
    const store = await session.store();
    const described = await describedBy(call, session, store, true);
    const { consortium, world, organisations } = described;
    const { country } = await readSelection(onlyCountry(call), session, store);
    const excluded = new Set<string>();
    for (const written of call.list('exclude'))
      for (const each of written.split(','))
        excluded.add((await findOne(store, each.trim(), 'organisation')).id);
    const candidates = described.candidates.filter(
      ({ id, countries }) =>
        !excluded.has(id) &&
        (country === undefined ||
          ((country.any.length === 0 || countries.some((code) => country.any.includes(code))) &&
            !countries.some((code) => country.none.includes(code)))),
    );
    const wish = wishFor(described, themesOf(call, session), organisations, session);
    const size = call.text('size') === undefined ? undefined : numberOf(call, 'size', 0);
    const inside = consortium.actors.filter(
      ({ role }) => !rules.counting.roles.includes(role),
    ).length;
    if (size !== undefined && size < inside)
      throw new UsageError(`--size is less than the ${inside} who are in already`);
    const found = (some: readonly Candidate[], joining: number | undefined) => {
      const end = performance.now() + seconds * 1000;
      return suggest(consortium, rules, world, some, {
        wish,
        sets,
        atMost: usual.joining,
        expired: () => performance.now() > end,
        ...(joining === undefined ? {} : { joining }),
      });
    };
    const suggested = found(candidates, size === undefined ? undefined : size - inside);
    const all = described.candidates;
    const why = whyNobody({ suggested, inside, size, all, candidates, again: found });
    const after = suggested.suggestions.map(({ joining }) =>
      check({ ...consortium, actors: [...consortium.actors, ...joining] }, rules, world),
    );
    const now = check(consortium, rules, world);
    const counted = call.flag('count-countries');
    const page = { described, call: rules, suggested, now, after, wish, seconds, counted, why };
    if (call.flag('json')) await session.json(suggestJson(page, wordsOf(rules, session)));
    else await session.write(suggestPage(page, wordsOf(rules, session), session));
    return 0;
  },
} satisfies Command;

function numberOf(call: Call, option: string, fallback: number): number {
  const written = call.text(option);
  if (written === undefined) return fallback;
  const number = Number(written);
  if (
    !/^\d{1,4}(?:\.\d+)?$/.test(written) ||
    (option !== 'seconds' && !Number.isInteger(number)) ||
    number <= 0
  )
    throw new UsageError(
      `--${option} expects a number such as ${fallback || 6}, found “${written}”`,
    );
  return number;
}

function themesOf(call: Call, session: Session): readonly string[] {
  return call.list('theme').map((written) => conceptNamed('theme', 'themes', written, session));
}

/** The filters of `search` without those that mean something else here. */
function onlyCountry(call: Call): Call {
  return {
    words: [],
    text: () => undefined,
    flag: () => false,
    list: (option) => (option === 'country' ? call.list(option) : []),
  };
}
