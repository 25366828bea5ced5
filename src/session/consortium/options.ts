import type { Option } from '../../command.ts';

/** The words by which `check` and `suggest` are told of a consortium, and of what its records lack. */
export const consortiumOptions: readonly Option[] = [
  { flags: '--rules <call>', summary: 'the call, by the id that “koinon consortium rules” lists' },
  {
    flags: '--partners <records>',
    summary: 'organisations, separated by commas, beside those of the project or without one',
    many: true,
  },
  { flags: '--lead <record>', summary: 'the organisation that leads' },
  {
    flags: '--role <record=role>',
    summary: 'what an organisation is in it: --role cecop=associated',
    many: true,
  },
  {
    flags: '--share <record=percent>',
    summary: 'its part of the budget: --share acpp=12.5',
    many: true,
  },
  {
    flags: '--legal-status <record=status>',
    summary: 'what its form leaves open: --legal-status cecop=non-profit (public, for-profit)',
    many: true,
  },
  { flags: '--budget <money>', summary: 'the whole budget: --budget "1.2 million EUR"' },
  { flags: '--grant <money>', summary: 'what the programme pays of it' },
  { flags: '--months <n>', summary: 'how long the work takes' },
  {
    flags: '--count-countries',
    summary: 'one partner more for each country that the project names without an organisation',
  },
];
