import type { Option } from '../command.ts';

/** The same words wherever records are chosen. */
export const filterOptions: readonly Option[] = [
  {
    flags: '--kind <kind>',
    summary: 'organisation, project, event, programme, practice, document',
    many: true,
  },
  {
    flags: '--country <country>',
    summary: 'a country by code or name, or a set such as maghreb, EU27, "rive sud"',
    many: true,
  },
  {
    flags: '--region <region>',
    summary: 'a region with its parts, by code or name, a country or a set such as "latin arc"',
    many: true,
  },
  { flags: '--theme <theme>', summary: 'a theme with the narrower ones', many: true },
  { flags: '--form <form>', summary: 'a form of organisation with the narrower ones', many: true },
  { flags: '--programme <record>', summary: 'what belongs to a programme', many: true },
  {
    flags: '--role <role>',
    summary: 'who has this role somewhere: lead, partner, host …',
    many: true,
  },
  { flags: '--year <years>', summary: 'active in a year or a span: 2021, 2019..2023, 2020..' },
  { flags: '--tag <tag>', summary: 'records with a tag', many: true },
  {
    flags: '--where <condition>',
    summary: "any field: 'attendance>=50', 'city=León', website, '!website'",
    many: true,
  },
  { flags: '--linked-to <record>', summary: 'records with a link to or from this one', many: true },
  { flags: '--view <name>', summary: 'a search that koinon.yaml keeps; what is typed adds to it' },
];

export const orderOptions: readonly Option[] = [
  { flags: '--limit <n>', summary: 'at most so many; 0 for all' },
  {
    flags: '--sort <field>',
    summary: 'by title, start, end, id, kind or any field; -start for the latest first',
    many: true,
  },
];
