import type { Concept, ConceptSource, Names } from './concept.ts';
import { listed } from './concept.ts';

/** Concepts of a base over those that come with koinon: what it says of a known id is added, its labels replace. */
export function layered(below: ConceptSource, own: readonly Concept[]): ConceptSource {
  if (own.length === 0) return below;
  const written = listed(own);
  return {
    has: (id) => written.has(id) || below.has(id),
    label: (id, language) =>
      own.find((each) => each.id === id)?.labels[language] ??
      below.label(id, language) ??
      written.label(id, language),
    concepts: () => {
      const byId = new Map(below.concepts().map((each) => [each.id, each]));
      for (const each of own) byId.set(each.id, merged(byId.get(each.id), each));
      return [...byId.values()];
    },
  };
}

function merged(before: Concept | undefined, over: Concept): Concept {
  const own = [...Object.values(over.labels), ...Object.values(over.aliases ?? {}).flat()];
  if (!before) return { ...over, own };
  return {
    ...before,
    own: [...(before.own ?? []), ...own],
    labels: { ...before.labels, ...over.labels },
    aliases: joined(joined(before.aliases, replaced(before, over)), over.aliases),
    codes: [...(before.codes ?? []), ...(over.codes ?? [])],
    ...(over.broader?.length ? { broader: over.broader } : {}),
    ...(over.members?.length ? { members: over.members } : {}),
    ...(over.country === undefined ? {} : { country: over.country }),
  };
}

/** A label that gives way to another one stays a name. */
function replaced(before: Concept, over: Concept): Names {
  return Object.fromEntries(
    Object.entries(before.labels).flatMap(([language, label]) =>
      (over.labels[language] ?? label) === label ? [] : [[language, [label]]],
    ),
  );
}

function joined(a: Names = {}, b: Names = {}): Names {
  const languages = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries(
    [...languages].map((language) => [language, [...(a[language] ?? []), ...(b[language] ?? [])]]),
  );
}
