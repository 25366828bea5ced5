import type { Kind } from '../core/kind.ts';
import { country, level } from '../values/concept.ts';
import { date } from '../values/date.ts';
import { region } from '../values/region.ts';
import { text } from '../values/text.ts';

export default {
  name: 'practice',
  plural: 'practices',
  folders: ['good-practices'],
  summary: 'something that worked in one place and may be taken up in another',
  fields: {
    level: { value: level, single: true },
    start: { value: date, single: true },
    country: { value: country },
    region: { value: region },
    city: { value: text },
    resources: { value: text },
    evidence: { value: text },
    challenges: { value: text },
    transfer: { value: text },
  },
  relations: {
    owner: { to: ['organisation'], inverse: 'owns', role: 'owner' },
    project: { to: ['project'], inverse: 'practices' },
    taken_up_by: { to: ['organisation', 'project'], inverse: 'takes up' },
  },
  span: ['start'],
  asks: ['title', 'level', 'country', 'region', 'owner', 'themes', 'summary'],
} satisfies Kind;
