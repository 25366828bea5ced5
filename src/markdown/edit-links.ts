import { dirname, relative } from 'node:path/posix';
import type { Lines } from '../core/lines.ts';
import { linesOf } from '../core/lines.ts';
import type { Path } from '../core/message.ts';
import { isList, isMap, isText, normalKey } from '../core/node.ts';
import type { Node, NodeMap } from '../core/node.ts';
import type { Link, ReadRecord } from '../core/record.ts';
import type { Replacement } from '../core/replaced.ts';
import { replaced } from '../core/replaced.ts';
import { parseTarget } from '../core/target.ts';
import { readDestination } from './body-destination.ts';
import { wikilinkLength } from './body-wikilink.ts';
import type { FrontEdit } from './front-edit.ts';
import { EditRefused } from './front-edit.ts';
import { editFront } from './edit-front.ts';
import { readFront } from './front.ts';
import type { ReadContext } from './read-record.ts';
import { readRecord } from './read-record.ts';

/** Where a link is to lead: the name by which links mean the record, and its path for those that are paths. */
export interface NewTarget {
  readonly name: string;
  /** Relative to the base. */
  readonly path: string;
}

/**
 * A record's text with some of its links leading elsewhere. Only the targets change, and what people saw of a link stays as
 * its label; the text is read again, and {@link EditRefused} is thrown where it does not say what was meant.
 */
export function editLinks(
  text: string,
  file: string,
  retarget: (link: Link) => NewTarget | undefined,
  context: ReadContext,
): string {
  const before = readRecord(text, file, context).record;
  if (!before) throw new EditRefused('it cannot be read as a record');
  const wanted = before.links.map((link) => ({ link, to: retarget(link) }));
  const lines = linesOf(text);
  const inBody = wanted.flatMap(({ link, to }) =>
    to && link.path === undefined ? [bodyEdit(text, file, link, to, lines)] : [],
  );
  const body = replaced(text, inBody);
  if (body === undefined) throw changesMore();
  const made = editFront(body, frontEdits(body, file, wanted));
  verify(readRecord(made, file, context).record, before, wanted, file);
  return made;
}

type Wanted = readonly { readonly link: Link; readonly to: NewTarget | undefined }[];

function verify(
  after: ReadRecord | undefined,
  before: ReadRecord,
  wanted: Wanted,
  file: string,
): void {
  const links = after?.links ?? [];
  const isMeant =
    links.length === wanted.length &&
    wanted.every(({ link, to }, at) => {
      const made = links[at];
      if (!made || made.relation !== link.relation) return false;
      return made.target === (to ? targetFor(link, to, file) : link.target);
    });
  if (!after || !isMeant || after.title !== before.title || after.id !== before.id)
    throw changesMore();
}

function changesMore(): EditRefused {
  return new EditRefused('a link in it cannot be changed without changing more');
}

function targetFor(link: Link, to: NewTarget, file: string): string {
  return link.pathOnly ? relativePath(to.path, file) : to.name;
}

function relativePath(path: string, from: string): string {
  return relative(dirname(from), path);
}

/** What stands in the place of a body's link. */
function bodyEdit(
  text: string,
  file: string,
  link: Link,
  to: NewTarget,
  lines: Lines,
): Replacement {
  const start = lines.startOf(link.line ?? 1) + (link.column ?? 1) - 1;
  if (!link.pathOnly) {
    const length = wikilinkLength(text, start);
    if (length === 0)
      throw new EditRefused(`the link in line ${link.line} is not where it was read`);
    const raw = text.slice(start, start + length);
    // A body's link begins after the “!” that embeds it.
    const isEmbedded = /(?:^|[^\\])!$/.test(text.slice(Math.max(0, start - 2), start));
    const bar = isInTable(text, start, lines) ? '\\|' : '|';
    return { start, end: start + length, by: rewritten(raw, to.name, isEmbedded, bar) };
  }
  const [from, end] = destinationAt(text, start, link);
  const by = encodeURI(relativePath(to.path, file)).replaceAll(
    /[()#?]/g,
    (each) => `%${each.charCodeAt(0).toString(16)}`,
  );
  return { start: from, end, by };
}

/**
 * A wikilink with another target; without a label it gets the old target for one, after this bar, so that its sentence reads as
 * before (an embedded one shows no label), and a label that says no more than the new target goes.
 */
function rewritten(raw: string, name: string, isEmbedded = raw.startsWith('!'), bar = '|'): string {
  const opening = raw.startsWith('!') ? 3 : 2;
  const inside = raw.slice(opening, -2);
  const [address = '', ...rest] = inside.split(/(\\?\|)/);
  const hash = address.indexOf('#');
  const [target, fragment] =
    hash < 0 ? [address, ''] : [address.slice(0, hash), address.slice(hash)];
  const isMade = rest.length === 0 && !isEmbedded && target.trim() !== name;
  const label = isMade ? `${bar}${target.trim()}` : rest.join('');
  const isPlain = rest.length === 2 && rest[1] === name;
  return `${raw.slice(0, opening)}${name}${fragment}${isPlain ? '' : label}]]`;
}

/** Whether a place lies in a row of a table, where a bar inside a link is written `\|`. */
export function isInTable(text: string, start: number, lines: Lines): boolean {
  const from = lines.startOf(lines.lineAt(start));
  return /^[ \t]*\|/.test(text.slice(from, Math.min(start + 1, from + widestIndent)));
}

/** In characters; no row of a table begins as far from the margin. */
const widestIndent = 200;

/** The path of a Markdown link, as it is written between its parentheses. */
function destinationAt(text: string, start: number, link: Link): readonly [number, number] {
  const until = Math.min(text.length, start + 4_000);
  for (let at = text.indexOf('](', start); at >= 0 && at < until; at = text.indexOf('](', at + 1)) {
    const angled = text[at + 2] === '<';
    const from = at + 2 + Number(angled);
    const ending = angled ? />/g : /[)\s]/g;
    ending.lastIndex = from;
    const end = ending.exec(text)?.index ?? -1;
    if (end < 0) break;
    const written = text.slice(from, end);
    if (readDestination(written)?.target !== link.target) continue;
    const hash = written.search(/[?#]/);
    return [from, hash < 0 ? end : from + hash];
  }
  throw new EditRefused(
    `the link in line ${link.line} stands apart from its address; change it by hand`,
  );
}

/** One edit for each text of the front matter that holds links which change. */
function frontEdits(text: string, file: string, wanted: Wanted): readonly FrontEdit[] {
  const edits = new Map<string, { readonly replace: Path; readonly by: string }>();
  const nodeAt = follower(readFront(text).data);
  for (const { link, to } of wanted) {
    const { path } = link;
    if (!to || !path) continue;
    const way = JSON.stringify(path);
    const written = edits.get(way)?.by ?? nodeAt(path);
    if (!isText(written))
      throw new EditRefused(`“${String(path[0])}” holds a link that is not written as one text`);
    edits.set(way, { replace: path, by: withTarget(written, file, link, to) });
  }
  return [...edits.values()];
}

/** A text of front matter with one of its links leading elsewhere. */
function withTarget(written: string, file: string, link: Link, to: NewTarget): string {
  const parts = written.match(/!?\[\[[^[\]]*\]\]/g);
  const several = parts !== null && parts.length > 1;
  return several
    ? written.replaceAll(/!?\[\[[^[\]]*\]\]/g, (part) =>
        parseTarget(part)?.target === link.target ? inFront(part, file, link, to) : part,
      )
    : inFront(written, file, link, to);
}

function inFront(written: string, file: string, link: Link, to: NewTarget): string {
  const text = written.trim();
  if (link.pathOnly) return `[${link.label ?? ''}](${relativePath(to.path, file)})`;
  return /^!?\[\[/.test(text)
    ? rewritten(text, to.name).replace(/\|[^|]*\]\]$/, text.includes('|') ? '$&' : ']]')
    : to.name;
}

/** Follows ways through front matter; the keys of each map are looked through once. */
function follower(data: NodeMap): (path: Path) => Node | undefined {
  const maps = new Map<NodeMap, ReadonlyMap<string, Node>>();
  const below = (map: NodeMap, step: string) => {
    let keys = maps.get(map);
    if (!keys) maps.set(map, (keys = byKey(map)));
    return keys.get(normalKey(step));
  };
  return (path) => {
    let node: Node | undefined = data;
    for (const step of path) {
      if (isMap(node)) node = below(node, String(step));
      else if (isList(node) && typeof step === 'number') node = node[step];
      else if (step !== 0) return undefined;
    }
    return node;
  };
}

/** Of two keys that are the same, the first. */
function byKey(map: NodeMap): ReadonlyMap<string, Node> {
  return new Map(
    Object.entries(map)
      .toReversed()
      .map(([key, value]) => [normalKey(key), value]),
  );
}
