import { readdirSync } from 'node:fs';

/** Built as JavaScript, tested as TypeScript: the folders hold files of the same sort as this one. */
const extension = import.meta.url.slice(-3);

/** Names of the things in a folder of `src`: a new file is a new thing. A folder in it makes names of two words. */
export function namesIn(folder: string): readonly string[] {
  const entries = readdirSync(new URL(`./${folder}/`, import.meta.url), { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      if (entry.isDirectory())
        return namesIn(`${folder}/${entry.name}`).map((name) => `${entry.name} ${name}`);
      return entry.name.endsWith(extension) ? [entry.name.slice(0, -3)] : [];
    })
    .sort();
}

/** The default export of a file of a folder; `link list` lies in `link/list`. */
export async function load<Thing>(folder: string, name: string): Promise<Thing> {
  const path = name.split(' ').join('/');
  const module = (await import(
    new URL(`./${folder}/${path}${extension}`, import.meta.url).href
  )) as { default: Thing };
  return module.default;
}
