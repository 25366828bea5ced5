import type { Kind } from '../core/kind.ts';
import { partFacts } from '../values/common.ts';
import { country } from '../values/concept.ts';
import { period } from '../values/period.ts';
import { text } from '../values/text.ts';

export default {
  name: 'programme',
  aliases: ['program'],
  plural: 'programmes',
  folders: ['programs'],
  summary: 'a source of funding with its calls and rules',
  fields: {
    period: { value: period, single: true },
    strand: { value: text },
    area: { value: country },
    calls: { value: text },
    rules: { value: text },
  },
  relations: {
    funders: { to: ['organisation'], inverse: 'funds', role: 'funder', facts: partFacts },
    part_of: { to: ['programme'], inverse: 'includes' },
  },
  span: ['period'],
  asks: ['title', 'acronym', 'period', 'area', 'funders', 'summary'],
} satisfies Kind;
