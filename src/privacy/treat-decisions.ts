import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import type { Treated, Treating } from './treated.ts';
import { treatYaml } from './treat-yaml.ts';

/** Decisions: what was decided about the name goes whole, since without the name it says nothing. */
export function treatDecisions(source: string, file: string, treating: Treating): Treated {
  const { mentions } = treatYaml(source, file, treating);
  const items = itemsOf(source);
  const going = goingItems(source, treating);
  if (items.length === 0 || going.size === 0) return treatYaml(source, file, treating);
  const left = items.filter((_, at) => !going.has(at)).join('');
  const head = source.slice(0, source.length - items.join('').length);
  return { mentions, after: treatYaml(head + left, file, treating).after };
}

/** Numbers of the items that decide what the name means; ids of records that are there stay. */
function goingItems(source: string, { finder, links }: Treating): ReadonlySet<number> {
  let list: unknown;
  try {
    list = load(source, { schema: FAILSAFE_SCHEMA });
  } catch {
    return new Set();
  }
  if (!Array.isArray(list)) return new Set();
  const isMeant = (text: unknown) =>
    typeof text === 'string' &&
    !links.ids.has(text) &&
    finder.find(text).some(({ within }) => within === undefined);
  return new Set(
    list.flatMap((item: unknown, at) => {
      if (typeof item !== 'object' || item === null) return [];
      const texts = ['name', 'is', 'is_not', 'same', 'different'].flatMap(
        (key) => (item as { [key: string]: unknown })[key] ?? [],
      );
      return texts.some(isMeant) ? [at] : [];
    }),
  );
}

/** The items as they are written, each with the comment that stands before it; all that follows the first dash. */
function itemsOf(source: string): readonly string[] {
  const start = source.search(/(?<![^\n])- /);
  return start < 0 ? [] : source.slice(start).split(/(?<=\n)(?=- )/);
}
