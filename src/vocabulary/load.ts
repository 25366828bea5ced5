import { readFileSync } from 'node:fs';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import type { Node, NodeMap } from '../core/node.ts';
import { isList, isMap, isText, textsOf } from '../core/node.ts';
import type { Concept, ConceptSource, Vocabulary } from './vocabulary.ts';
import { listed, vocabulary } from './vocabulary.ts';
import { worldCountries, worldLanguages } from './world.ts';

/** The vocabularies that come with koinon, each read from `data/vocabularies` when it is first asked for. */
export const vocabularyNames = [
  'themes',
  'forms',
  'roles',
  'countries',
  'regions',
  'languages',
  'statuses',
  'levels',
  'formats',
] as const;

const folder = new URL('../../data/vocabularies/', import.meta.url);
const loaded = new Map<string, Vocabulary>();

/** A vocabulary by its name; throws a `RangeError` for a name that is not in {@link vocabularyNames}. */
export function concepts(name: string): Vocabulary {
  const known = loaded.get(name);
  if (known) return known;
  if (!vocabularyNames.some((each) => each === name))
    throw new RangeError(`no vocabulary “${name}”`);
  const made = vocabulary(name, source(name));
  loaded.set(name, made);
  return made;
}

function source(name: string): ConceptSource {
  if (name === 'languages') return worldLanguages();
  const list = conceptsOf(
    load(readFileSync(new URL(`${name}.yaml`, folder), 'utf8'), {
      schema: FAILSAFE_SCHEMA,
    }) as Node,
  );
  return name === 'countries' ? worldCountries(list) : listed(list);
}

function conceptsOf(file: Node): Concept[] {
  const list = isMap(file) ? file['concepts'] : undefined;
  return (isList(list) ? list : []).filter(isMap).map(conceptOf);
}

function conceptOf(node: NodeMap): Concept {
  const broader = textsOf(node['broader'] ?? node['part_of'] ?? []);
  return {
    id: String(node['id']),
    labels: textMap(node['labels'], (value) => (isText(value) ? value : String(textsOf(value)[0]))),
    aliases: textMap(node['aliases'], textsOf),
    codes: textsOf(node['codes'] ?? []),
    broader,
  };
}

function textMap<Read>(
  node: Node | undefined,
  read: (value: Node) => Read,
): { [key: string]: Read } {
  const entries = Object.entries(isMap(node) ? node : {});
  return Object.fromEntries(entries.map(([key, value]) => [key, read(value)]));
}
