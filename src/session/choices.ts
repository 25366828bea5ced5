import type { Choice } from '../core/selection.ts';
import { UsageError } from '../core/usage-error.ts';
import { fold } from '../vocabulary/fold.ts';
import { nearest } from '../vocabulary/nearest.ts';
import type { Session } from './session.ts';

/** Reads what an option may be, `!` before it excludes. */
export function choice(
  written: readonly string[],
  read: (value: string) => readonly string[],
): Choice | undefined {
  if (written.length === 0) return undefined;
  const none = written.filter((each) => each.startsWith('!'));
  const any = written.filter((each) => !each.startsWith('!'));
  return { any: any.flatMap(read), none: none.flatMap((each) => read(each.slice(1))) };
}

/** The concept that a word names, with the narrower ones; throws {@link UsageError} with what is near. */
export function conceptsNamed(
  option: string,
  vocabulary: string,
  written: string,
  session: Session,
): readonly string[] {
  return session.concepts(vocabulary).narrower(conceptNamed(option, vocabulary, written, session));
}

/** The concept that a word names; throws a {@link UsageError} with what is near. */
export function conceptNamed(
  option: string,
  vocabulary: string,
  written: string,
  session: Session,
): string {
  const id = session.concepts(vocabulary).find(written);
  if (id === undefined) throw unknown(option, written, nearLabels(written, vocabulary, session));
  return id;
}

/** The country that a word names, or those of a set such as `maghreb`. */
export function countriesNamed(written: string, session: Session): readonly string[] {
  const { concepts, language } = session;
  const [countries, sets, regions] = [concepts('countries'), concepts('sets'), concepts('regions')];
  const id = countries.find(written);
  if (id !== undefined) return [id];
  const set = sets.find(written);
  if (set !== undefined) {
    const members = sets.concept(set)?.members ?? [];
    return [...new Set(members.map((member) => regions.country(member) ?? member))];
  }
  const region = regions.find(written);
  if (region !== undefined)
    throw new UsageError(
      `“${written}” is a region, ${regions.label(region, language)}: ask for it with --region`,
    );
  const near = ['countries', 'sets'].flatMap((each) => nearLabels(written, each, session));
  throw unknown('country', written, near);
}

/**
 * The region that a word names with its parts, those of a set, or those of a country with the country itself, which stands
 * for all of it. A name that countries share means the one in the countries that are asked for too.
 */
export function regionsNamed(
  written: string,
  session: Session,
  countries: readonly string[],
  occurring: ReadonlyMap<string, number>,
): readonly string[] {
  const regions = session.concepts('regions');
  const sets = session.concepts('sets');
  const candidates = regions.candidates(written);
  const inside = candidates.filter((id) => countries.includes(regions.country(id) ?? ''));
  const meant = inside.length > 0 ? inside : candidates;
  if (meant.length > 1) throw ambiguous(written, meant, session);
  if (meant.length === 1) return meant.flatMap((id) => regions.narrower(id));
  const set = sets.find(written);
  if (set !== undefined)
    return (sets.concept(set)?.members ?? []).flatMap((id) => inRegion(id, session));
  const country = session.concepts('countries').find(written);
  if (country !== undefined) return inRegion(country, session);
  const folded = fold(written);
  if (occurring.has(folded)) return [folded];
  const near = [
    ...['regions', 'sets'].flatMap((each) => nearLabels(written, each, session)),
    ...nearest(folded, occurring.keys(), 2),
  ];
  throw unknown('region', written, near);
}

function inRegion(id: string, { concepts }: Session): readonly string[] {
  const regions = concepts('regions');
  if (regions.concept(id)) return regions.narrower(id);
  return [id, ...regions.ids().filter((each) => regions.country(each) === id)];
}

function ambiguous(written: string, ids: readonly string[], { concepts, language }: Session) {
  const named = ids.map((id) => `${id} (${concepts('regions').label(id, language)})`);
  return new UsageError(
    `“${written}” is a region of several countries: write ${named.join(', ')}, or add --country`,
  );
}

/** The concepts near a word, as the language calls them: by labels that are read again, else by ids, which are English words. */
export function nearLabels(
  written: string,
  vocabulary: string,
  { concepts, language }: Session,
): readonly string[] {
  const list = concepts(vocabulary);
  if (language === 'en') return list.nearest(written);
  return list.nearestIds(written).map((id) => {
    const label = list.label(id, language);
    return list.find(label) === id ? label : id;
  });
}

/** A {@link UsageError} for a value that nothing is called, with what is near. */
export function unknown(option: string, written: string, near: readonly string[]): UsageError {
  const list: { readonly [option: string]: string } = {
    theme: '; “koinon vocab themes” lists them',
    form: '; “koinon vocab forms” lists them',
    role: '; “koinon vocab roles” lists them',
    country: '; “koinon vocab countries” lists them, and “koinon vocab sets” several at once',
    region: '; “koinon vocab regions” lists them, and “koinon vocab sets” several at once',
  };
  const suggested = [...new Set(near)].slice(0, most);
  const hint =
    suggested.length > 0 ? `; did you mean ${suggested.join(', ')}?` : (list[option] ?? '');
  return new UsageError(`“${written}” is no ${option} that koinon knows${hint}`);
}

/** As many as there are kinds. */
const most = 6;
