import type { Kind } from '../core/kind.ts';
import { partFacts } from '../values/common.ts';
import { country, format } from '../values/concept.ts';
import { date } from '../values/date.ts';
import { number } from '../values/number.ts';
import { person } from '../values/person.ts';
import { place } from '../values/place.ts';
import { region } from '../values/region.ts';
import { text } from '../values/text.ts';

export default {
  name: 'event',
  plural: 'events',
  summary: 'a meeting, a conference, a series of them',
  fields: {
    start: { value: date, single: true },
    end: { value: date, single: true },
    venue: { value: text },
    city: { value: text },
    region: { value: region },
    country: { value: country },
    place: { value: place, single: true },
    format: { value: format, single: true },
    attendance: { value: number, single: true },
    edition: { value: text, single: true },
    speakers: { value: person, personal: true },
  },
  relations: {
    organisers: { to: ['organisation'], inverse: 'organises', role: 'organiser', facts: partFacts },
    co_organisers: {
      to: ['organisation'],
      inverse: 'co-organises',
      role: 'co-organiser',
      facts: partFacts,
    },
    hosts: { to: ['organisation'], inverse: 'hosts', role: 'host', facts: partFacts },
    funders: { to: ['organisation'], inverse: 'funds', role: 'funder', facts: partFacts },
    participants: {
      to: ['organisation'],
      inverse: 'takes part in',
      role: 'participant',
      facts: partFacts,
    },
    part_of: { to: ['event'], inverse: 'includes' },
    about: { to: ['project', 'practice', 'document', 'programme'], inverse: 'presented at' },
  },
  span: ['start', 'end'],
  momentary: true,
  exclusive: [['organisers', 'co_organisers']],
  asks: [
    'title',
    'start',
    'end',
    'city',
    'country',
    'organisers',
    'participants',
    'themes',
    'summary',
  ],
} satisfies Kind;
