import type { Path } from '../core/message.ts';
import type { YamlText } from './edit-yaml.ts';
import { YamlRefused, editYaml } from './edit-yaml.ts';
import { removedFrom } from './removed.ts';
import { partOf, treatText } from './treat-text.ts';
import type { Mention, Treated, Treating } from './treated.ts';
import { locator } from '../markdown/locate.ts';

/** What a text of YAML becomes: another text, or the same one and why; nothing where it is treated as any other. */
export type Own = (
  text: YamlText,
) => { readonly text: string; readonly stays?: string } | undefined;

/** Settings, decisions, rules of calls, vocabularies, front matter: texts by their fields, and comments. */
export function treatYaml(
  source: string,
  file: string,
  treating: Treating,
  own: Own = () => undefined,
): Treated {
  const { finder, links } = treating;
  const mentions: Mention[] = [];
  const place = locator(source);
  const raw = (written: string) => {
    const going = finder.find(written).filter(({ within }) => within === undefined);
    return removedFrom(written, going).text;
  };
  const changed = (each: YamlText, tell: boolean): string | undefined => {
    const { text, path, isKey } = each;
    const special = isKey ? undefined : own(each);
    const places = finder.find(text);
    const why = isKey
      ? 'It is the name of a field: write another one by hand'
      : links.ids.has(text)
        ? idStays(text)
        : special?.stays;
    if (tell)
      for (const { start, end, within } of places) {
        const stays = why ?? (within === undefined ? undefined : partOf(within));
        const { line } = place(path, isKey);
        mentions.push({
          file,
          line: line - 1,
          field: fieldOf(path),
          text,
          start,
          end,
          ...(stays === undefined ? {} : { stays }),
        });
      }
    if (why !== undefined) return special?.text;
    if (special) return special.text;
    const going = places.filter(({ within }) => within === undefined);
    return going.length === 0 ? undefined : removedFrom(text, going).text;
  };
  const told = new Set<string>();
  const change = (each: YamlText) => {
    const key = JSON.stringify([each.path, each.isKey]);
    const isNew = !told.has(key);
    told.add(key);
    return changed(each, isNew);
  };
  try {
    const after = editYaml(source, change, raw);
    return { mentions: [...mentions, ...comments(source, file, mentions, treating)], after };
  } catch (error) {
    if (!(error instanceof YamlRefused)) throw error;
    // What is no sound YAML is a text like any other.
    return treatText(source, file, treating, 'plain');
  }
}

/** Mentions that stand in none of the texts. */
function comments(
  source: string,
  file: string,
  known: readonly Mention[],
  treating: Treating,
): readonly Mention[] {
  const found: Mention[] = [];
  const told = new Set(known.map(({ line }) => line));
  source.split('\n').forEach((line, at) => {
    const comment = line.search(/(?:^|\s)#/);
    if (comment >= 0 && !told.has(at + 1))
      for (const { start, end } of treating.finder.find(line.slice(comment)))
        found.push({ file, line: at + 1, field: 'comment', text: line.slice(comment), start, end });
  });
  return found;
}

/** Said of an id, which links and other programs hold on to. */
export function idStays(id: string): string {
  return `It is an id: “koinon rename ${id} NEW-ID” gives the record another one`;
}

/** A way such as `contacts 1 name`: numbers count from 1. */
export function fieldOf(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? step + 1 : step)).join(' ');
}
