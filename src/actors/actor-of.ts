import type { Kind } from '../core/kind.ts';
import type { Node } from '../core/node.ts';
import { isMap, isText, textsOf } from '../core/node.ts';
import type { NamedActor } from '../names/actor.ts';
import type { Name, NameKind } from '../names/name.ts';
import { parseName } from '../names/name.ts';
import type { StoredRecord } from '../store/store.ts';
import { fold } from '../vocabulary/fold.ts';

/** Ids of the records that a record is part of, and of those it takes part in. */
export interface Ties {
  readonly parents: readonly string[];
  readonly works: readonly string[];
}

/** A record as its name and circumstances tell it from others. */
export function actorOf(
  { id, kind, title, values }: StoredRecord,
  ties: Ties = { parents: [], works: [] },
): NamedActor {
  const text = (field: string) => (values[field] ?? []).find(isText);
  const country = text('country') ?? only(values['countries']);
  const [region, city] = [text('region'), text('city')];
  return {
    id,
    kind,
    names: namesOf(title, values, country),
    domains: domainsOf(values),
    identifiers: identifiersOf(values),
    ...ties,
    ...(country === undefined ? {} : { country }),
    ...(region === undefined ? {} : { region }),
    ...(city === undefined ? {} : { city: cityKey(city) }),
  };
}

/** A city as it is compared: Marsiglia, Marseille and Μασσαλία are one. */
function cityKey(city: string): string {
  return parseName(city)
    .words.map(({ text }) => text)
    .join(' ');
}

/** Relations by which a record is a part of another, which therefore is not the same. */
export function parentRelations(kind: Kind): readonly string[] {
  return ['part_of', 'member_of', 'predecessor'].filter((name) => kind.relations[name]);
}

function namesOf(
  title: string,
  values: StoredRecord['values'],
  country: string | undefined,
): readonly Name[] {
  const names = new Map<string, Name>();
  const add = (text: string, kind: NameKind) => {
    const key = fold(text);
    if (key === '' || names.has(key)) return;
    names.set(key, parseName(text, { kind, ...(country === undefined ? {} : { country }) }));
  };
  add(title, 'title');
  for (const text of (values['acronym'] ?? []).filter(isText)) add(text, 'acronym');
  for (const text of (values['aliases'] ?? []).filter(isText)) add(text, 'alias');
  for (const text of (values['names'] ?? []).flatMap(textsOf)) add(text, 'translation');
  return [...names.values()];
}

function only(values: readonly Node[] = []): string | undefined {
  const [first, ...others] = values;
  return others.length === 0 && isText(first) ? first : undefined;
}

/** Hosts of the sites and of the addresses for mail, without `www.`. */
function domainsOf(values: StoredRecord['values']): readonly string[] {
  const hosts = (values['website'] ?? [])
    .filter(isText)
    .flatMap((url) => URL.parse(url)?.hostname ?? []);
  const mail = (values['contacts'] ?? []).flatMap((contact) => {
    const email = isMap(contact) ? contact['email'] : undefined;
    return isText(email) ? (email.split('@')[1] ?? []) : [];
  });
  return [...new Set([...hosts, ...mail].map((host) => host.toLowerCase().replace(/^www\./, '')))];
}

function identifiersOf(values: StoredRecord['values']): readonly string[] {
  return (values['identifiers'] ?? []).flatMap((node) =>
    isMap(node)
      ? Object.entries(node).flatMap(([scheme, value]) =>
          textsOf(value).map((each) => `${scheme}:${fold(each).replaceAll(' ', '')}`),
        )
      : [],
  );
}
