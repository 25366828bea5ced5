import { isQuote } from '../drafts/quotes-in.ts';
import { removedFrom } from './removed.ts';
import { partOf } from './treat-text.ts';
import { idStays } from './treat-yaml.ts';
import type { Frozen, Mention, Treated, Treating } from './treated.ts';

/**
 * The facts of a draft: its texts without the name, its quotes at the places that they have in the text of the document as it
 * will be; ids within the draft change together, and so does its own, which is the name of its files.
 */
export function treatDraft(text: string, file: string, treating: Treating): Treated {
  const lines = text.split('\n');
  const parsed = lines.map((line) => json(line));
  const frozen = treating.frozen.get(textOfDraft(parsed) ?? '');
  const ids = idsIn(parsed, treating);
  const mentions: Mention[] = [];
  const after = parsed.map((value, at) => {
    if (value === undefined) return lines[at] ?? '';
    const change = changer(file, at + 1, { treating, frozen, ids, mentions });
    const made = JSON.stringify(change(value, []));
    return made === JSON.stringify(value) ? (lines[at] ?? '') : made;
  });
  const stem = file.replace(/^drafts\//, '').replace(/\.facts\.jsonl$/, '');
  const made = ids.get(stem);
  return {
    mentions,
    after: after.join('\n'),
    ...(made === undefined ? {} : { path: `drafts/${made}.facts.jsonl` }),
  };
}

interface Changing {
  readonly treating: Treating;
  readonly frozen: Frozen | undefined;
  readonly ids: ReadonlyMap<string, string>;
  readonly mentions: Mention[];
}

function changer(file: string, line: number, changing: Changing) {
  const { treating, frozen, ids, mentions } = changing;
  const text = (value: string, path: readonly string[]): string => {
    const places = treating.finder.find(value);
    const isId = treating.links.ids.has(value);
    for (const { start, end, within } of places) {
      const stays = isId ? idStays(value) : within === undefined ? undefined : partOf(within);
      const field = path.join(' ');
      mentions.push({ file, line, field, text: value, start, end, ...(stays ? { stays } : {}) });
    }
    if (frozen && path.join(' ') === 'draft document sha256') return frozen.sha256;
    if (isId) return value;
    const going = places.filter(({ within }) => within === undefined);
    return ids.get(value) ?? (going.length === 0 ? value : removedFrom(value, going).text);
  };
  const change = (value: unknown, path: readonly string[]): unknown => {
    if (typeof value === 'string') return text(value, path);
    if (Array.isArray(value))
      return value.map((each, at) => change(each, [...path, String(at + 1)]));
    if (typeof value !== 'object' || value === null) return value;
    const made = Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, change(each, [...path, key])]),
    );
    return isQuote(value) && frozen ? { ...made, ...placed(value, frozen) } : made;
  };
  return change;
}

/** A quote where it will stand; one that stands nowhere only moves. */
function placed(
  { start, end, quote }: { readonly start: number; readonly end: number; readonly quote: string },
  { before, after, shifted }: Frozen,
): object {
  const place = { start: shifted(start, 'start'), end: shifted(end, 'end') };
  if (before.slice(start, end) !== quote) return place;
  return { ...place, quote: after.slice(place.start, place.end) };
}

function json(line: string): unknown {
  try {
    return line.trim() === '' ? undefined : JSON.parse(line);
  } catch {
    return undefined;
  }
}

function textOfDraft(parsed: readonly unknown[]): string | undefined {
  const { draft } = (parsed[0] ?? {}) as { draft?: { document?: { sha256?: string } } };
  return draft?.document?.sha256;
}

/** New ids for those of the draft and of what it speaks of that hold the name; each another one. */
function idsIn(parsed: readonly unknown[], treating: Treating): ReadonlyMap<string, string> {
  const old = parsed.flatMap((line) => {
    const { draft, entity } = (line ?? {}) as { draft?: { id?: string }; entity?: { id?: string } };
    return [draft?.id, entity?.id].filter((id) => typeof id === 'string');
  });
  const taken = new Set(old);
  const made = new Map<string, string>();
  for (const id of old) {
    if (made.has(id) || treating.links.ids.has(id)) continue;
    const going = treating.finder.find(id).filter(({ within }) => within === undefined);
    if (going.length === 0) continue;
    const stem = removedFrom(id, going, 'plain').text;
    let free = stem;
    for (let number = 2; taken.has(free); number++) free = `${stem}-${number}`;
    taken.add(free);
    made.set(id, free);
  }
  return made;
}
