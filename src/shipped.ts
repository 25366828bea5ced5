import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type * as jsYaml from 'js-yaml';
import type { Node } from './core/node.ts';

/** Built, the data lie beside this file as JSON; else they are read as they were written. */
const isBuilt = !import.meta.url.endsWith('.ts');

/** A file of `data` that comes with koinon, such as `vocabularies/themes`. */
export function shippedFile(name: string): URL {
  return new URL(isBuilt ? `./data/${name}.json` : `../data/${name}.yaml`, import.meta.url);
}

/** A folder that comes with koinon and holds files as somebody would write them, such as `base`. */
export function shippedFolder(name: string): string {
  return fileURLToPath(new URL(`../data/${name}`, import.meta.url));
}

/** What it holds, every scalar as text. */
export function shipped(name: string): Node {
  const text = readFileSync(shippedFile(name), 'utf8');
  if (isBuilt) return JSON.parse(text) as Node;
  const { load, FAILSAFE_SCHEMA }: typeof jsYaml = createRequire(import.meta.url)('js-yaml');
  return load(text, { schema: FAILSAFE_SCHEMA }) as Node;
}
