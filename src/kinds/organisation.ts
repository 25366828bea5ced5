import type { Kind } from '../core/kind.ts';
import { country, form } from '../values/concept.ts';
import { date } from '../values/date.ts';
import { person } from '../values/person.ts';
import { place } from '../values/place.ts';
import { region } from '../values/region.ts';
import { text } from '../values/text.ts';

export default {
  name: 'organisation',
  aliases: ['organization', 'org'],
  plural: 'organisations',
  folders: ['organizations', 'orgs'],
  summary: 'an actor: a cooperative, an association, a network, an authority',
  fields: {
    form: { value: form },
    legal_form: { value: text },
    country: { value: country },
    region: { value: region },
    city: { value: text },
    address: { value: text },
    place: { value: place, single: true },
    founded: { value: date, single: true },
    dissolved: { value: date, single: true },
    offers: { value: text },
    seeks: { value: text },
    contacts: { value: person, personal: true },
  },
  relations: {
    member_of: {
      to: ['organisation'],
      inverse: 'members',
      role: 'member',
      facts: { from: date, to: date },
    },
    part_of: { to: ['organisation'], inverse: 'parts', facts: { from: date, to: date } },
    predecessor: { to: ['organisation'], inverse: 'successor' },
    created_by: { to: ['project', 'organisation'], inverse: 'created' },
  },
  span: ['founded', 'dissolved'],
  asks: ['title', 'acronym', 'form', 'country', 'city', 'themes', 'website', 'summary'],
} satisfies Kind;
