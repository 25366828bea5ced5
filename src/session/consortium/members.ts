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
  const { say } = words;
  const { actors } = consortium;
  const countries = unnamed.map(words.country).join(', ');
  return [
    `${say('check-consortium')}: ${actors.map((actor) => named(actor, words)).join('; ') || '–'}`,
    ...(formerLead === undefined ? [] : [say('check-former-lead', { name: formerLead })]),
    ...notCounted(consortium, call).map(({ actor, reason, with: other }) => {
      const detail =
        reason === 'role'
          ? words.role(actor.role)
          : reason === 'form'
            ? actor.forms.map(words.form).join(', ')
            : (other?.title ?? '');
      return say(`not-counted-${reason}`, { name: actor.title, detail });
    }),
    ...(unnamed.length > 0
      ? [say(counted ? 'check-unnamed-counted' : 'check-unnamed', { countries })]
      : []),
  ];
}

function named(actor: Actor, words: Words): string {
  if (actor.unnamed) return words.say('check-nobody', { country: words.country(actor.id) });
  return `${actor.title} (${actor.id}; ${words.role(actor.role)}, ${words.seat(actor)}${shareTold(actor)})`;
}

/** `, 30 %`, or nothing where the share is not known. */
export function shareTold({ share }: Actor): string {
  return share === undefined ? '' : `, ${Math.round(share * 100) / 100} %`;
}
