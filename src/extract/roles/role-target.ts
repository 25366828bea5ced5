import type { TextSpan } from '../../core/document.ts';
import type { Mention } from '../text/mention.ts';
import type { Piece, SentenceRow } from '../text/sentence-row.ts';

/** What an entity may be meant by that the sentence does not name. */
export interface Salience {
  /** What the text is about. */
  readonly subject?: Mention;
  /** Who writes, where it is an organisation. */
  readonly author?: Mention;
  /** The entity that “the project”, “this conference” or, without a noun, nothing at all means at a place of the text. */
  at(place: number, kinds: readonly string[], noun?: string): Mention | undefined;
  /** The last of one of the kinds that is named before a place in the same block. */
  above(place: number, kinds: readonly string[]): Mention | undefined;
  /** The same for a label of a sheet: what the sheet is about, before what was named last. */
  sheet(place: number, kinds: readonly string[]): Mention | undefined;
}

export interface Target {
  readonly mention: Mention;
  /** Named in the sentence itself, by a noun such as “the project”, or only by what the text is about. */
  readonly how: 'named' | 'noun' | 'about';
}

/** “The project” stands for one that was named not farther before it, in code units. */
const farBefore = 900;

/** Pieces that are looked through on either side. */
const reach = 40;

/** An entity of a kind in which a role is had: looked for from a piece in one direction, not among the actors. */
export function targetFrom(
  { pieces }: SentenceRow,
  from: number,
  step: 1 | -1,
  kind: string,
  actors: ReadonlySet<string>,
  salience: Salience,
  limit: number = reach,
): Target | undefined {
  for (let at = from, seen = 0; at >= 0 && at < pieces.length && seen < limit; at += step, seen++) {
    const piece = pieces[at];
    // Beyond a name in quotation marks that nothing knows, another thing is spoken of.
    if (step === -1 && piece && piece.sort === 'word' && /["“«]/.test(piece.before))
      return undefined;
    const found = piece && targetIn(piece, kind, actors, salience);
    if (found) return found;
  }
  return undefined;
}

/** The entity that a piece names or stands for, if it is of a kind. */
export function targetIn(
  { mention, kind: noun, key, start, sort }: Piece,
  kind: string,
  actors: ReadonlySet<string>,
  salience: Salience,
): Target | undefined {
  const named = [mention, ...(mention?.inner ?? [])].find(
    (each) => each?.kind === kind && !actors.has(each.entity),
  );
  if (named) return { mention: named, how: 'named' };
  if (noun !== kind) return undefined;
  const meant = salience.at(start, [kind], sort === 'noun' ? key : undefined);
  return meant && !actors.has(meant.entity) ? { mention: meant, how: 'noun' } : undefined;
}

/** Who is meant where nothing is named: the last named in the same block, the subject of the text, the only one of its kind. */
export function salienceOf(
  mentions: readonly Mention[],
  headings: readonly Mention[],
  subject: { readonly entity: string } | undefined,
  author: { readonly entity: string } | undefined,
  blockAt: (place: number) => TextSpan,
  shadow: string,
  headingAt: (place: number) => TextSpan | undefined = () => undefined,
): Salience {
  const byKind = new Map<string, Mention[]>();
  const add = (mention: Mention) => {
    const list = byKind.get(mention.kind);
    if (list) list.push(mention);
    else byKind.set(mention.kind, [mention]);
  };
  for (const mention of mentions) [mention, ...(mention.inner ?? [])].forEach(add);
  const all = [...byKind.values()].flat();
  const own = all.find((each) => each.entity === subject?.entity);
  const writer = all.find((each) => each.entity === author?.entity);
  const only = (kind: string) => {
    const list = byKind.get(kind) ?? [];
    return list.every((each) => each.entity === list[0]?.entity) ? list[0] : undefined;
  };
  const inBlock = (place: number, kind: string) => {
    const { start, end } = blockAt(place);
    const list = byKind.get(kind) ?? [];
    const last = lastBefore(list, place);
    if (last && last.start >= start) return last;
    const next = list[(last ? list.indexOf(last) : -1) + 1];
    return next && next.start < end && kind === 'project' ? next : undefined;
  };
  const stems = new Map<string, Mention[]>();
  /** The mentions of a kind whose words hold a stem; each is looked for once. */
  const byStem = (kind: string, stem: string) => {
    const key = `${kind} ${stem}`;
    const known = stems.get(key);
    if (known) return known;
    const list = (byKind.get(kind) ?? []).filter(({ start, end }) =>
      shadow.slice(start, end).includes(stem),
    );
    stems.set(key, list);
    return list;
  };
  /** “The assembly” is an event that is called so, or the one that the text is about. */
  const called = (place: number, noun: string) => {
    const stem = noun.replace(/^[وفبك]?ال/, '').slice(0, 5);
    const list = byStem('event', stem);
    return (
      lastBefore(list, place) ??
      list[0] ??
      (own?.kind === 'event' ? own : undefined) ??
      recent('event', place)
    );
  };
  /** “The federation”: one whose name says so, the subject, or who writes. */
  const meant = (place: number, noun: string) => {
    const stem = noun.replace(/^[وفبك]?(?:ال|لل)/, '').slice(0, 6);
    const list = byStem('organisation', stem);
    if (own?.kind === 'organisation' && list.some(({ entity }) => entity === own.entity))
      return own;
    if (writer && list.some(({ entity }) => entity === writer.entity)) return writer;
    return lastBefore(list, place) ?? (own?.kind === 'organisation' ? own : writer);
  };
  /** The last of a kind that was named not long before. */
  const recent = (kind: string, place: number) => {
    const last = lastBefore(byKind.get(kind) ?? [], place);
    return last && place - last.start <= farBefore ? last : undefined;
  };
  /** “4.3 STILL WATERS”: what the heading above names. */
  const titled = (place: number, kind: string) => {
    const heading = headingAt(place);
    if (!heading) return undefined;
    const last = lastBefore(byKind.get(kind) ?? [], heading.end);
    return last && last.start >= heading.start ? last : undefined;
  };
  return {
    ...(own ? { subject: own } : {}),
    ...(writer ? { author: writer } : {}),
    at: (place, kinds, noun) => {
      if (noun !== undefined && kinds[0] === 'event') return called(place, noun);
      if (noun !== undefined && kinds[0] === 'organisation') return meant(place, noun);
      // “The initiative” may be a practice too.
      if (noun !== undefined && kinds[0] === 'project' && own?.kind === 'practice')
        return inBlock(place, 'project') ?? own;
      for (const kind of kinds) {
        // Organisations are named all the time: the nearest is seldom meant.
        const found =
          kind === 'organisation' ? undefined : (inBlock(place, kind) ?? titled(place, kind));
        if (found) return found;
      }
      if (own && kinds.includes(own.kind)) return own;
      const alone = kinds.map(only).find((each) => each !== undefined);
      if (alone || noun === undefined) return alone;
      return kinds[0] === 'project' ? recent('project', place) : undefined;
    },
    above: (place, kinds) => {
      const { start } = blockAt(place);
      for (const kind of kinds) {
        const last = lastBefore(byKind.get(kind) ?? [], place);
        if (last && last.start >= start) return last;
      }
      return undefined;
    },
    sheet: (place, kinds) => {
      if (own && kinds.includes(own.kind)) return own;
      const heading = lastBefore(headings, place);
      if (heading && kinds.includes(heading.kind)) return heading;
      return kinds.map(only).find((each) => each !== undefined);
    },
  };
}

function lastBefore(mentions: readonly Mention[], place: number): Mention | undefined {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? Infinity) < place) low = middle + 1;
    else high = middle;
  }
  return mentions[low - 1];
}
