import type { TextSpan } from '../core/document.ts';
import { lastAt } from '../core/last-at.ts';
import { linesOf } from '../core/lines.ts';
import { fold } from '../vocabulary/fold.ts';
import type { OwnLinks } from './links.ts';
import { removedFrom } from './removed.ts';
import { partOf } from './treat-text.ts';
import type { Mention, Treated, Treating } from './treated.ts';

interface Surroundings {
  readonly links: OwnLinks | undefined;
  /** The title of the record, where its first heading is its title. */
  readonly title?: string;
}

/** `[[target#heading|label]]` */
const wikilink = /\[\[([^[\]|#\n]{1,300})(#[^[\]|\n]{0,300})?(?:\|([^[\]\n]{0,300}))?\]\]/g;

/** The place that a link of Markdown leads to, where that is a file of the base. */
const destination = /\]\(([^()\s]{1,300}\.md)(?:#[^()\s]{0,300})?\)/gi;

/** The text of a record; links keep leading where they lead. */
export function treatBody(
  text: string,
  file: string,
  firstLine: number,
  { finder }: Treating,
  { links, title }: Surroundings,
): Treated {
  const places = finder.find(text);
  const own = (each: string) => finder.find(each).filter(({ within }) => within === undefined);
  if (places.length === 0) return { mentions: [], after: text };
  const going: { readonly start: number; readonly end: number }[] = [];
  const whole: { readonly start: number; readonly end: number; readonly by: string }[] = [];
  const mentions: Mention[] = [];
  const lines = linesOf(text);
  const wikilinks = [...text.matchAll(wikilink)];
  const files = [...text.matchAll(destination)];
  const heading = title === undefined ? undefined : headingOf(text, title);
  for (const place of places) {
    const { start, end, within } = place;
    const wiki = around(place, wikilinks);
    const path = around(place, files);
    let stays = within === undefined ? undefined : partOf(within);
    if (wiki && within === undefined) {
      const [written, target = '', fragment = '', label] = wiki;
      const to = links?.targets.get(target.trim()) ?? null;
      const has = (each: string) => own(each).length > 0;
      const isNamed = start < wiki.index + 2 + target.length;
      if (isNamed && to !== null && has(to))
        stays = `It leads to the record ${to}, whose id holds the name`;
      else {
        stays = undefined;
        const cleaned = (each: string) => removedFrom(each, own(each), 'plain').text;
        const by =
          to === null && has(target)
            ? label === undefined
              ? '[removed]'
              : cleaned(label)
            : `[[${has(target) && to !== null ? to : target}${cleaned(fragment)}${label === undefined ? '' : `|${cleaned(label)}`}]]`;
        if (whole.at(-1)?.start !== wiki.index)
          whole.push({ start: wiki.index, end: wiki.index + written.length, by });
      }
    } else if (path && start >= path.index + 2 && leadsSomewhere(path[1] ?? '', links))
      stays = 'It is the name of a file that a link leads to';
    else if (heading && start >= heading.start && end <= heading.end)
      stays = 'It is the title of a record: give it another one by hand';
    else if (stays === undefined) going.push({ start, end });
    const line = firstLine - 1 + lines.lineAt(start);
    mentions.push({ file, line, field: 'body', text, start, end, ...(stays ? { stays } : {}) });
  }
  return { mentions, after: replaced(text, going, whole) };
}

/** Links in their order, and the mentions between them. */
function replaced(
  text: string,
  going: readonly { readonly start: number; readonly end: number }[],
  whole: readonly { readonly start: number; readonly end: number; readonly by: string }[],
): string {
  // With what stands around them, which decides about brackets; what reaches into a link goes with it or stays.
  const cut = removedFrom(
    text,
    going.filter(({ start, end }) => {
      const link = lastAt(whole, end - 1, (each) => each.start);
      return link === undefined || link.end <= start;
    }),
  );
  const pieces: string[] = [];
  let from = 0;
  const part = (to: number) =>
    pieces.push(cut.text.slice(cut.shifted(from, 'start'), cut.shifted(to, 'end')));
  for (const { start, end, by } of whole) {
    part(start);
    pieces.push(by);
    from = end;
  }
  part(text.length);
  return pieces.join('');
}

/** The one of some matches, in their order, that a place lies in. */
function around({ start, end }: TextSpan, matches: readonly RegExpExecArray[]) {
  const last = lastAt(matches, start, ({ index }) => index);
  return last && last.index + last[0].length >= end ? last : undefined;
}

function leadsSomewhere(path: string, links: OwnLinks | undefined): boolean {
  const target = decoded(path);
  return (links?.targets.get(target) ?? links?.targets.get(path) ?? null) !== null;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function headingOf(
  text: string,
  title: string,
): { readonly start: number; readonly end: number } | undefined {
  for (const match of text.matchAll(/^#[ \t]+[^\n]{1,500}$/gm)) {
    if (fold(match[0]) === fold(title))
      return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}
