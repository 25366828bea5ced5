import type { Lines } from '../core/lines.ts';
import { linesOf } from '../core/lines.ts';
import type { Link, ReadRecord } from '../core/record.ts';
import { replaced } from '../core/replaced.ts';
import { isInTable } from '../markdown/edit-links.ts';
import type { ReadContext } from '../markdown/read-record.ts';
import { readRecord } from '../markdown/read-record.ts';
import type { Unlinked } from './unlinked.ts';

/** A mention with the name by which its link is to mean the record. */
export interface Wanted {
  readonly mention: Unlinked;
  readonly name: string;
}

/** A file in which mentions became links, and the mentions that cannot be one, such as those inside other markup. */
export interface Linked {
  readonly text: string;
  readonly refused: readonly Unlinked[];
}

/** A file is read again so often at most, however many mentions it has; what is not settled then stays as it is. */
const most = 60;

/**
 * Makes links of mentions, which do not overlap, and nothing else: the file is read with all of them at once, and only where it does
 * not say what was meant are the mentions tried without those that are no links, or by halves.
 */
export function withLinks(
  text: string,
  file: string,
  wanted: readonly Wanted[],
  context: ReadContext,
): Linked {
  const before = readRecord(text, file, context).record;
  const lines = linesOf(text);
  const inOrder = wanted.toSorted((a, b) => a.mention.start - b.mention.start);
  let sure: readonly Wanted[] = [];
  let made = text;
  let left = before ? most : 0;
  const settle = (group: readonly Wanted[]) => {
    if (group.length === 0 || left === 0 || !before) return;
    left--;
    const members = new Set([...sure, ...group]);
    const all = inOrder.filter((each) => members.has(each));
    const tried = textWith(text, all, lines);
    const after = readRecord(tried, file, context).record;
    const missing = after ? missingIn(tried, after, text, all, lines) : new Set(all);
    if (after && missing.size === 0 && isSame(before, after, all.length)) {
      [sure, made] = [all, tried];
      return;
    }
    const [gone, there] = [
      group.filter((each) => missing.has(each)),
      group.filter((each) => !missing.has(each)),
    ];
    if (there.length === 0 || group.length === 1) {
      // One that breaks the whole text takes all others with it.
      if (after === undefined && group.length > 1) halves(group);
      return;
    }
    if (gone.length === 0) {
      halves(group);
      return;
    }
    settle(there);
    settle(gone);
  };
  const halves = (group: readonly Wanted[]) => {
    const middle = group.length >> 1;
    settle(group.slice(0, middle));
    settle(group.slice(middle));
  };
  settle(inOrder);
  const done = new Set(sure);
  return {
    text: made,
    refused: inOrder.filter((each) => !done.has(each)).map(({ mention }) => mention),
  };
}

function textWith(text: string, wanted: readonly Wanted[], lines: Lines): string {
  const links = wanted.map((each) => {
    const { start, end } = each.mention;
    return { start, end, by: linkOf(each, text, lines) };
  });
  return replaced(text, links) ?? text;
}

function linkOf({ mention, name }: Wanted, text: string, lines: Lines): string {
  return `[[${name}${isInTable(text, mention.start, lines) ? '\\|' : '|'}${labelOf(mention)}]]`;
}

function labelOf({ text }: Unlinked): string {
  return text.replaceAll(/\s+/g, ' ');
}

/** Those of which the text that was made has no link where it was put. */
function missingIn(
  made: string,
  { links }: ReadRecord,
  text: string,
  wanted: readonly Wanted[],
  lines: Lines,
): ReadonlySet<Wanted> {
  const madeLines = linesOf(made);
  const places = new Map<number, Link>();
  for (const link of links)
    if (link.path === undefined)
      places.set(madeLines.startOf(link.line ?? 1) + (link.column ?? 1) - 1, link);
  const missing = new Set<Wanted>();
  let grown = 0;
  for (const each of wanted) {
    const { mention, name } = each;
    const link = places.get(mention.start + grown);
    if (link?.target !== name || link.label !== labelOf(mention)) missing.add(each);
    grown += linkOf(each, text, lines).length - (mention.end - mention.start);
  }
  return missing;
}

/** Whether a record says the same as before, with so many more links. */
function isSame(before: ReadRecord, after: ReadRecord, more: number): boolean {
  return (
    after.links.length - before.links.length === more && plain(after.text) === plain(before.text)
  );
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
