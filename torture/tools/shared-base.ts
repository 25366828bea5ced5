import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const projects = 40;

/** A project that began in an even year has two partners, one that began in an odd year three: a mixture is no state of the base. */
function project(at: number, version: number): string {
  const year = 2000 + (version % 20);
  const partners = year % 2 === 0 ? ['a', 'b'] : ['c', 'd', 'e'];
  return `---\ntitle: Project ${at}\nlead: hub\npartners: [${partners.join(', ')}]\nstart: ${year}\n---\nWork on the saltworks, version ${version}.\n`;
}

/** The parts of the base, and what is wrong with an answer about it. */
export const partOfBase = {
  projects,
  project,
  report: (number: number) =>
    `Report ${number}\n\n12 May 2021\n\nThe Saltpans ${number} project is led by Hub of Saltworkers, Italy. It began in March 2020.\n`,

  hits: (answer: unknown): string | undefined => {
    const { total, results } = answer as { total: number; results: readonly unknown[] };
    return total === projects && results.length === projects
      ? undefined
      : `${total} hits, of which ${results.length} are listed, instead of ${projects}`;
  },

  partners: (answer: unknown): string | undefined => {
    const { total, results } = answer as { total: number; results: readonly unknown[] };
    return results.length === total
      ? undefined
      : `${total} partners, of which ${results.length} are listed`;
  },

  links: (answer: unknown): string | undefined => {
    const { values, links } = answer as {
      values: { start: readonly string[] };
      links: readonly { relation: string; state: string; direction: string }[];
    };
    const out = links.filter(({ direction }) => direction === 'out');
    const open = out.find(({ state }) => state !== 'resolved');
    if (open) return `the link ${open.relation} is ${open.state}`;
    const found = out.filter(({ relation }) => relation === 'partners').length;
    return fits(values.start[0], found);
  },

  summary: (csv: string): string | undefined => {
    const rows: readonly { [column: string]: string }[] = parse(csv, { columns: true, bom: true });
    const own = rows.filter(({ title }) => title?.startsWith('Project '));
    if (own.length !== projects) return `${own.length} projects instead of ${projects}`;
    return own
      .map((row) => fits(row['start'], Number(row['partners_count'])))
      .find((fault) => fault !== undefined);
  },
};

function fits(start: string | undefined, partners: number): string | undefined {
  const expected = Number(start) % 2 === 0 ? 2 : 3;
  return partners === expected
    ? undefined
    : `${partners} partners since ${start}, instead of ${expected}`;
}

export function sharedBase(folder: string): void {
  for (const each of ['projects', 'organisations', 'events']) mkdirSync(join(folder, each));
  const put = (path: string, text: string) => writeFileSync(join(folder, path), text);
  put('koinon.yaml', 'name: Shared\n');
  for (const id of ['a', 'b', 'c', 'd', 'e', 'moving'])
    put(
      `organisations/${id}.md`,
      `---\ntitle: Organisation ${id.toUpperCase()}\ncountry: IT\n---\n`,
    );
  put('organisations/hub.md', '---\ntitle: Hub of Saltworkers\ncountry: IT\n---\n');
  for (let at = 0; at < projects; at++) put(`projects/p${at}.md`, project(at, at));
  for (let at = 0; at < 5; at++)
    put(
      `events/e${at}.md`,
      `---\ntitle: Event ${at}\nhosts: moving\nstart: 2020\n---\nWith [[moving]].\n`,
    );
}
