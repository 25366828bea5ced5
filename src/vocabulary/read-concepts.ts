import type { Node, NodeMap } from '../core/node.ts';
import { isList, isMap, isText, textsOf } from '../core/node.ts';
import type { Concept, Names } from './concept.ts';

/** The concepts of a vocabulary's file; what has another shape is left out. */
export function readConcepts(file: Node): Concept[] {
  const list = isMap(file) ? file['concepts'] : undefined;
  return (isList(list) ? list : []).filter(isMap).filter(hasId).map(conceptOf);
}

function hasId(node: NodeMap): boolean {
  return isText(node['id']) && node['id'] !== '';
}

function conceptOf(node: NodeMap): Concept {
  const { id, country, level } = node;
  return {
    id: isText(id) ? id : '',
    labels: textMap(node['labels'], (value) => textsOf(value)[0] ?? ''),
    aliases: namesOf(node['aliases']),
    demonyms: namesOf(node['demonyms']),
    codes: textsOf(node['codes'] ?? []),
    broader: textsOf(node['broader'] ?? node['part_of'] ?? []),
    members: textsOf(node['members'] ?? []),
    ...(isText(country) ? { country } : {}),
    ...(isText(level) ? { level } : {}),
  };
}

function namesOf(node: Node | undefined): Names {
  return textMap(node, textsOf);
}

/** A map whose values are all read the same way; none where the node is no map. */
export function textMap<Read>(
  node: Node | undefined,
  read: (value: Node) => Read,
): { [key: string]: Read } {
  const entries = Object.entries(isMap(node) ? node : {});
  return Object.fromEntries(entries.map(([key, value]) => [key, read(value)]));
}
