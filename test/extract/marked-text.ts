import { makePassage } from '../../src/extract/text/make-passage.ts';
import type { Mention } from '../../src/extract/text/mention.ts';
import { nested } from '../../src/extract/text/mention.ts';
import { salienceOf } from '../../src/extract/roles/role-target.ts';
import { findRoles } from '../../src/extract/roles/roles.ts';

const kinds: Readonly<{ [letter: string]: string }> = {
  o: 'organisation',
  p: 'project',
  e: 'event',
  g: 'programme',
};

/** A text whose names are marked, such as `[p Alfa] is led by [o Beta]`; `~` for a person, `@` for a place. */
export function rolesIn(marked: string, language: string, about?: string): string[] {
  const mentions: Mention[] = [];
  const persons: { start: number; end: number }[] = [];
  const places: { start: number; end: number }[] = [];
  let text = '';
  for (const part of marked.split(/(\[[opeg~@] [^\]]*\])/)) {
    const name = /^\[([opeg~@]) ([^\]]*)\]$/.exec(part);
    if (!name) {
      text += part;
      continue;
    }
    const [, letter = '', written = ''] = name;
    const span = { start: text.length, end: text.length + written.length };
    text += written;
    if (letter === '~') persons.push(span);
    else if (letter === '@') places.push(span);
    else mentions.push({ ...span, entity: written, kind: kinds[letter] ?? letter });
  }
  const whole = { start: 0, end: text.length };
  const passage = makePassage({
    format: 'text',
    text,
    blocks: [{ kind: 'paragraph', ...whole }],
    metadata: { language },
    notes: [],
  });
  const forced = {
    ...passage,
    blocks: passage.blocks.map((block) => ({ ...block, language, zone: 'body' as const })),
  };
  const ordered = nested(mentions);
  const subject = about === undefined ? undefined : { entity: about };
  const salience = salienceOf(ordered, [], subject, subject, () => whole, passage.shadow);
  return findRoles(forced, { mentions: ordered, persons, places }, salience)
    .map(({ role, entity, of }) => `${entity} ${role} ${of}`)
    .toSorted();
}
