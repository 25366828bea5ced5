import type { Actor } from '../../core/consortium/actor.ts';
import type { Call } from '../../core/consortium/call.ts';
import { notCounted } from '../../core/consortium/check.ts';
import type { Described } from './consortium.ts';
import type { Words } from './words.ts';

/** Who is in a consortium, and who of them does not count: one text a line. `counted` tells whether countries without organisations do. */
export function membersTold(
  { consortium, formerLead, unnamed }: Described,
  call: Call,
  counted: boolean,
  words: Words,
): readonly string[] {
  const { say, label, list, series } = words;
  const { actors } = consortium;
  const countries = list(unnamed.map(words.country));
  return [
    label('check-consortium', series(actors.map((actor) => named(actor, words))) || '–'),
    ...(formerLead === undefined ? [] : [say('check-former-lead', { name: formerLead })]),
    ...notCounted(consortium, call).map(({ actor, reason, with: other }) => {
      const detail =
        reason === 'role'
          ? words.role(actor.role)
          : reason === 'form'
            ? list(actor.forms.map(words.form))
            : (other?.title ?? '');
      return say(`not-counted-${reason}`, { name: actor.title, detail });
    }),
    ...(unnamed.length > 0
      ? [say(counted ? 'check-unnamed-counted' : 'check-unnamed', { countries })]
      : []),
  ];
}

function named(actor: Actor, words: Words): string {
  const { say, list, series, country, role, seat } = words;
  if (actor.unnamed) return say('check-nobody', { country: country(actor.id) });
  const facts = list([role(actor.role), seat(actor), ...shareTold(actor, words)]);
  return `${actor.title} (${series([actor.id, facts])})`;
}

/** `30 %`, or nothing where the share is not known. */
export function shareTold({ share }: Actor, { number }: Words): readonly string[] {
  return share === undefined ? [] : [`${number(share)} %`];
}
