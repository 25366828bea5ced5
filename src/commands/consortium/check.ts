import type { Command } from '../../command.ts';
import { check, notCounted } from '../../core/consortium/check.ts';
import { ownPoints, worthOf } from '../../core/consortium/fit.ts';
import type { Wish } from '../../core/consortium/fit.ts';
import { mend } from '../../core/consortium/mend.ts';
import { findCall } from '../../session/calls.ts';
import type { Checked } from '../../session/consortium/check-page.ts';
import { checkPage } from '../../session/consortium/check-page.ts';
import { describedBy } from '../../session/consortium/consortium.ts';
import { consortiumOptions } from '../../session/consortium/options.ts';
import { wishFor } from '../../session/consortium/wish.ts';
import { wordsOf } from '../../session/consortium/words.ts';

/** How many who could mend a condition are named. */
const mostNamed = 5;

export default {
  summary:
    'says which conditions of a call a consortium meets, which fail, and who could mend them',
  arguments: [{ name: '[project...]', summary: 'an id, a title, an acronym or an alias' }],
  options: [...consortiumOptions, { flags: '--json', summary: 'one JSON document' }],
  examples: [
    {
      call: 'koinon consortium check medtown --rules eni-cbc-med',
      does: 'the partners of a project',
    },
    {
      call: 'koinon consortium check --partners legacoop,cepes-andalucia --lead iesmed --rules euro-med',
      does: 'a consortium that is not written down yet',
    },
    {
      call: 'koinon consortium check ics --rules next-med-1 --budget "1.2 million EUR" --months 30',
      does: 'with what the record lacks',
    },
  ],
  run: async (call, session) => {
    const rules = findCall(call.text('rules'), session);
    const store = await session.store();
    const described = await describedBy(call, session, store);
    const { consortium, world, candidates, project, unnamed, organisations } = described;
    const wish = wishFor(described, [], organisations, session);
    const checked = check(consortium, rules, world).map((finding): Checked => {
      const { condition, verdict } = finding;
      const needed = verdict === 'fails' && !condition.advice;
      return {
        finding,
        mend: needed
          ? mend(condition, consortium, rules, world, candidates, wish, mostNamed)
          : undefined,
      };
    });
    const words = wordsOf(rules, session);
    const fails = checked.some((each) => each.mend !== undefined);
    if (!call.flag('json')) {
      const page = { described, call: rules, checked, wish, counted: call.flag('count-countries') };
      await session.write(checkPage(page, words, session));
      return fails ? 1 : 0;
    }
    const { id, title, source, valid } = rules;
    await session.json({
      project: project?.id ?? null,
      call: { id, title, source, valid, checked: rules.checked },
      partners: consortium.actors.map(
        ({ id, title, role, countries, regions, forms, share, unnamed }) => ({
          id,
          title,
          role,
          countries,
          regions,
          forms,
          share: share ?? null,
          unnamed: unnamed ?? false,
        }),
      ),
      not_counted: notCounted(consortium, rules).map(({ actor, reason, with: other }) => ({
        id: actor.id,
        reason,
        with: other?.id ?? null,
      })),
      countries_without_organisation: unnamed,
      conditions: checked.map(({ finding, mend: mending }) => ({
        about: finding.condition.about,
        text: words.condition(finding.condition),
        advice: finding.condition.advice,
        verdict: finding.verdict,
        least: finding.range?.least ?? null,
        most: finding.range?.most ?? null,
        counted: finding.counted.map(({ id }) => id),
        perhaps: finding.perhaps.map(({ id }) => id),
        against: finding.against.map(({ id }) => id),
        countries_missing: finding.absent,
        missing: finding.missing.map(({ actor, fact }) => ({ id: actor?.id ?? null, fact })),
        mend: mending ? mendJson(mending, wish) : null,
      })),
      holds: checked.filter(({ finding }) => finding.verdict === 'holds').length,
      fails: checked.filter(({ finding }) => finding.verdict === 'fails').length,
      unknown: checked.filter(({ finding }) => finding.verdict === 'unknown').length,
    });
    return fails ? 1 : 0;
  },
} satisfies Command;

function mendJson(
  { candidates, more, lack, left, insiders, nobodyFrom, byJoining }: NonNullable<Checked['mend']>,
  wish: Wish,
) {
  return {
    by_joining: byJoining,
    needed: lack,
    left,
    nobody_from: nobodyFrom,
    lead_instead: insiders,
    candidates: candidates.map((candidate) => {
      const worth = worthOf(candidate, wish);
      const { id, title, countries } = candidate;
      return { id, title, countries, points: ownPoints(worth) / 1000, reasons: inPoints(worth) };
    }),
    more,
  };
}

function inPoints(worth: object): { readonly [reason: string]: number } {
  return Object.fromEntries(
    Object.entries(worth).map(([name, points]) => [name, Number(points) / 1000]),
  );
}
