// Puts `src` into `dist` as a few files: to find, open and link ninety modules took half of the start of a search.
import { globSync, readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { rolldown } from 'rolldown';

/** Folders of which every file is one thing: those in which `src` asks for one by its name. */
const folders = new Set(
  globSync('src/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\b(?:namesIn|load<\w+>)\('([^']+)'/g)].map(
      ([, folder]) => folder,
    ),
  ),
);

/** Every call needs all of this folder, and one thing at most of each other. */
const whole = 'kinds';

/** What `src/modules.ts` finds in the folders when koinon runs from its source. */
function listing() {
  const imports = [];
  const things = [...folders].map((folder) => {
    const list = globSync(`src/${folder}/**/*.ts`).map((file) => {
      const path = file.replaceAll('\\', '/').slice('src/'.length);
      const name = path.slice(folder.length + 1, -'.ts'.length).replaceAll('/', ' ');
      if (folder !== whole) return `'${name}': () => import('./${path}')`;
      imports.push(`import ${name} from './${path}';`);
      return `'${name}': () => ({ default: ${name} })`;
    });
    return `'${folder}': { ${list.sort().join(', ')} }`;
  });
  return `${imports.join('\n')}
const things = { ${things.join(',\n')} };
export const namesIn = (folder) => Object.keys(things[folder]).sort();
export const load = async (folder, name) => (await things[folder][name]()).default;`;
}

const modules = {
  name: 'modules',
  load: (id) => (isIn('modules.ts', id) ? { code: listing(), moduleType: 'js' } : null),
};

/** Packages that come along, since a search waits for each of their files: without what is native, and without `child_process`. */
const packages = {
  name: 'packages',
  resolveId: (wanted, from) => {
    // Commander starts programs for commands that are ones; none of koinon's is, and what starts them takes 4 ms to be loaded.
    if (wanted === 'node:child_process' && from?.includes('commander')) return '\0none';
    if (wanted === './binding' && from?.includes('better-sqlite3')) return '\0binding';
    return null;
  },
  load: (id) => {
    if (id === '\0none') return 'export default {}';
    return id === '\0binding' ? binding : null;
  },
};

const binding = `import { createRequire } from 'node:module';
import { join } from 'node:path';
const require = createRequire(import.meta.url);
export const { getBinding } = require(join(require.resolve('better-sqlite3'), '../binding.js'));`;

/** All that a search loads in any case, which comes in one file. */
const searched = new Set();

const search = {
  name: 'search',
  buildEnd() {
    const add = (id) => {
      const module = searched.has(id) ? null : this.getModuleInfo(id);
      if (!module?.code) return;
      searched.add(id);
      for (const each of module.importedIds) add(each);
    };
    for (const id of this.getModuleIds())
      if (isIn('cli.ts', id) || isIn('commands/search.ts', id))
        for (const each of this.getModuleInfo(id).importedIds) add(each);
  },
};

function isIn(path, id) {
  return id.replaceAll('\\', '/').endsWith(`/src/${path}`);
}

/**
 * What is not left to `node_modules`: what every call needs, js-yaml because its own form for CommonJS takes an eighth longer
 * to read a record, yaml and commonmark because they are many files (a twentieth of a small ingest), and what the bundler itself
 * brings along for `using`.
 */
const inside =
  /^(?:commander|better-sqlite3|js-yaml|yaml|commonmark|node:child_process)$|^@oxc-project[/]/;

const bundle = await rolldown({
  input: {
    cli: 'src/cli.ts',
    'read-worker': 'src/base/read-worker.ts',
    'read-child': 'src/readers/read-child.ts',
  },
  platform: 'node',
  external: (id) => /^[@a-z]/i.test(id) && !isAbsolute(id) && !inside.test(id),
  plugins: [modules, packages, search],
  checks: { ineffectiveDynamicImport: false },
  transform: { target: 'es2024' },
});
await bundle.write({
  dir: 'dist',
  cleanDir: true,
  // As CommonJS: a module of Node that is imported shows all that it exports, and what is costly to make is made for that (5 ms).
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
  codeSplitting: { groups: [{ name: 'start', test: (id) => searched.has(id) }] },
});
