import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '../../src/core/table.ts';
import { indexedFiles, rowsOf } from './played.ts';

const countries = ['ES', 'FR', 'TN', 'GR'];
const codes = fc.uniqueArray(fc.constantFrom(...countries), { maxLength: 3 });
const organisations = fc.array(codes, { minLength: 1, maxLength: 8 });
const member = fc.record({
  relation: fc.constantFrom('lead', 'partners', 'associates', 'funders'),
  organisation: fc.nat({ max: 9 }),
  role: fc.option(fc.constantFrom('lead', 'partner', 'associated', 'funder', 'host'), {
    nil: undefined,
  }),
  country: fc.option(fc.constantFrom(...countries), { nil: undefined }),
});
const projects = fc.array(fc.record({ countries: codes, members: fc.array(member) }), {
  maxLength: 5,
});
const events = fc.array(codes, { maxLength: 4 });

interface Base {
  readonly organisations: readonly (readonly string[])[];
  readonly projects: readonly {
    readonly countries: readonly string[];
    readonly members: readonly {
      readonly relation: string;
      readonly organisation: number;
      readonly role?: string | undefined;
      readonly country?: string | undefined;
    }[];
  }[];
  readonly events: readonly (readonly string[])[];
}

/** Members beyond the last organisation lead to no record. */
function filesOf(base: Base): { readonly [path: string]: string } {
  const files: { [path: string]: string } = {};
  base.organisations.forEach((own, at) => {
    files[`organisations/o${at}.md`] =
      `title: Organisation ${at % 3}\ncountry: [${own.join(', ')}]`;
  });
  base.events.forEach((own, at) => {
    files[`events/e${at}.md`] = `title: Event ${at}\ncountry: [${own.join(', ')}]`;
  });
  base.projects.forEach((project, at) => {
    const lines = [`title: Project ${at}`, `countries: [${project.countries.join(', ')}]`];
    for (const relation of ['lead', 'partners', 'associates', 'funders']) {
      const members = project.members.filter((each) => each.relation === relation);
      if (members.length > 0) lines.push(`${relation}:`);
      for (const { organisation, role, country } of members) {
        lines.push(`  - organisation: o${organisation}`);
        if (role) lines.push(`    role: ${role}`);
        if (country) lines.push(`    country: ${country}`);
      }
    }
    files[`projects/p${at}.md`] = lines.join('\n');
  });
  return files;
}

const bases: fc.Arbitrary<Base> = fc.record({ organisations, projects, events });
const sum = (cells: readonly (Cell | undefined)[]) =>
  cells.reduce<number>((total, cell) => total + Number(cell), 0);

test('organisations, rows and totals agree in every report', async () => {
  await fc.assert(
    fc.asyncProperty(bases, async (base) => {
      await using store = await indexedFiles(filesOf(base));
      const partners = await rowsOf('partners-by-country', store);
      const totals = await rowsOf('country-totals', store);
      const [total, byCountry] = [totals.at(-1), totals.slice(0, -1)];
      expect(total?.['country']).toBe('Total (distinct)');
      expect(new Set(partners.map((row) => row['organisation_id'])).size).toBe(
        total?.['organisations'],
      );
      for (const { country_code, organisations } of byCountry)
        expect(partners.filter((row) => row['country_code'] === country_code)).toHaveLength(
          Number(organisations),
        );
      for (const column of ['organisations', 'projects', 'leads', 'events'])
        expect(sum(byCountry.map((row) => row[column]))).toBeGreaterThanOrEqual(
          Number(total?.[column]),
        );
      expect(total).toMatchObject({
        organisations: base.organisations.length,
        projects: base.projects.length,
        events: base.events.length,
      });
    }),
    { numRuns: 40 },
  );
});

/** Bases that were once counted wrongly: one organisation with two countries, and a funder that leads. */
const oncePerCountry: readonly [Base, string][] = (
  [
    ['lead', undefined, ['ES', 'FR'], 'FR'],
    ['funders', 'lead', ['GR'], 'GR'],
  ] as const
).map(([relation, role, from, country]) => {
  const members = from.map((code) => ({ relation, organisation: 0, role, country: code }));
  return [{ organisations: [[]], projects: [{ countries: [], members }], events: [] }, country];
});

test('a country has as many projects as its filter finds', async () => {
  await fc.assert(
    fc.asyncProperty(bases, fc.constantFrom(...countries), async (base, country) => {
      await using store = await indexedFiles(filesOf(base));
      const selection = { country: { any: [country], none: [] } };
      const all = await rowsOf('country-totals', store);
      const own = all.find((row) => row['country_code'] === country);
      const filtered = await rowsOf('country-totals', store, { selection });
      expect(filtered.filter((row) => row['country_code'] !== null)).toEqual(own ? [own] : []);
      const kind = { any: ['project'], none: [] };
      expect((await store.search({ ...selection, kind })).total).toBe(own?.['projects'] ?? 0);
    }),
    { numRuns: 40, examples: [...oncePerCountry] },
  );
});

test('the partners of a project are counted as they are listed', async () => {
  await fc.assert(
    fc.asyncProperty(bases, async (base) => {
      await using store = await indexedFiles(filesOf(base));
      const listed = await rowsOf('project-partners', store);
      const roles = ['Lead partner', 'Partner', 'Associated partner'];
      for (const summary of await rowsOf('project-summary', store)) {
        const own = listed.filter(
          (row) =>
            row['project_id'] === summary['project_id'] && roles.includes(String(row['role'])),
        );
        const leads = [summary['lead'] ?? []].flat().length;
        expect(own).toHaveLength(
          leads + Number(summary['partners_count']) + Number(summary['associates_count']),
        );
        expect(new Set(own.map((row) => row['organisation_id'] ?? row['organisation'])).size).toBe(
          own.length,
        );
      }
      const partners = await rowsOf('partners-by-country', store);
      const counted = new Map(
        partners.map((row) => [row['organisation_id'], row['projects_count']]),
      );
      const known = listed.filter(
        (row) => row['organisation_id'] && roles.includes(String(row['role'])),
      );
      expect(sum([...counted.values()])).toBe(known.length);
    }),
    { numRuns: 40 },
  );
});
