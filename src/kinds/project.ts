import type { Kind } from '../core/kind.ts';
import { asText } from '../core/node.ts';
import { status } from '../values/concept.ts';
import { date, firstDay, lastDay } from '../values/date.ts';
import { partFacts } from '../values/common.ts';
import { money } from '../values/money.ts';
import { text } from '../values/text.ts';

export default {
  name: 'project',
  plural: 'projects',
  summary: 'work that several organisations do together for a time',
  fields: {
    start: { value: date, single: true },
    end: { value: date, single: true },
    status: { value: status, single: true },
    budget: { value: money },
    grant: { value: money },
    call: { value: text },
    outputs: { value: text },
    results: { value: text },
  },
  relations: {
    programme: { to: ['programme'], inverse: 'projects' },
    lead: {
      to: ['organisation'],
      inverse: 'leads',
      role: 'lead',
      facts: partFacts,
      spreads: true,
      single: true,
    },
    partners: {
      to: ['organisation'],
      inverse: 'partner in',
      role: 'partner',
      facts: partFacts,
      spreads: true,
    },
    associates: {
      to: ['organisation'],
      inverse: 'associated in',
      role: 'associated',
      facts: partFacts,
      spreads: true,
    },
    funders: { to: ['organisation'], inverse: 'funds', role: 'funder', facts: partFacts },
    derived_from: { to: ['project', 'practice'], inverse: 'taken up by' },
  },
  span: ['start', 'end'],
  exclusive: [
    ['lead', 'partners'],
    ['partners', 'associates'],
  ],
  derive: (values, today) => {
    const [start, end] = [asText(values['start']?.[0] ?? ''), asText(values['end']?.[0] ?? '')];
    if (end !== '' && lastDay(end) < today) return { status: 'closed' };
    if (start !== '' && firstDay(start) > today) return { status: 'planned' };
    return start !== '' && end !== '' ? { status: 'ongoing' } : {};
  },
  asks: ['title', 'acronym', 'start', 'end', 'programme', 'lead', 'partners', 'themes', 'summary'],
} satisfies Kind;
