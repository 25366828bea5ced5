import type { TextSpan } from '../../core/document.ts';
import { fold } from '../../vocabulary/fold.ts';
import { isContact } from '../text/contact.ts';
import { inOrder } from '../text/mention.ts';
import type { PartnerRow } from '../roles/partner-rows.ts';
import type { Passage } from '../text/passage.ts';
import { roleOfField } from '../roles/sheet-roles.ts';
import type { Labelled } from '../roles/sheet.ts';
import { trim } from '../roles/sheet.ts';
import { meets } from '../text/spans.ts';
import type { Thing, Things } from './thing.ts';

/** A name that stands in more rows than these is no name of an organisation. */
const mostMentions = 100;

/** As long as a name in a sheet is at most. */
const longestName = 140;

/** Adds the organisations that a sheet or a table names where no other rule saw a name; `others` are persons and places. */
export function addDeclared(
  passage: Passage,
  things: Things,
  sheet: readonly Labelled[],
  rows: readonly PartnerRow[],
  others: readonly TextSpan[],
): void {
  const { text } = passage;
  const taken = inOrder<TextSpan>([...things.mentions(), ...others]);
  const made = new Map<string, Thing>();
  const inRow = new Set(rows.map(({ start }) => start));
  const spans: { name: TextSpan; acronym?: TextSpan }[] = rows.map(({ name, acronym }) => ({
    name: nameIn(text, name),
    ...(acronym && isWord(text, acronym) ? { acronym } : {}),
  }));
  for (const { field, values, sort } of sheet) {
    if (roleOfField[field] === undefined || field === 'participants' || field === 'speakers')
      continue;
    for (const value of values) {
      if (inRow.has(value.start)) continue;
      // A contact or an address may follow who leads.
      if (sort === 'list' && (field === 'lead' || field === 'owner') && value !== values[0])
        continue;
      const parts = sort === 'line' ? partsOf(text, value, field) : [value];
      spans.push(...parts.map((part) => ({ name: nameIn(text, part) })));
    }
  }
  for (const { name, acronym } of spans) {
    const title = text.slice(name.start, name.end);
    if (!isName(title) || meets(taken, name) || isContact(text, name)) continue;
    if (isShortOf(text, name, taken)) continue;
    const before = made.get(fold(title));
    if (before) {
      things.change(before.id, {
        mentions: [...(things.get(before.id)?.mentions ?? []), name].slice(0, mostMentions),
      });
      continue;
    }
    const short = acronym && text.slice(acronym.start, acronym.end).trim();
    const thing = things.add({
      kind: 'organisation',
      title: title.replaceAll(/\s+/g, ' '),
      ...(short === undefined ? {} : { acronym: short }),
      aliases: [],
      mentions: acronym ? [name, acronym] : [name],
      rule: 'declared',
      confidence: 0.85,
    });
    made.set(fold(title), thing);
  }
}

/** “Modtex – Centre of Textile Trades”: the short name of what is known by the name beside it. */
function isShortOf(text: string, { start, end }: TextSpan, taken: readonly TextSpan[]): boolean {
  const dash = /^\s[–—-]\s/.exec(text.slice(end, end + 3));
  if (!dash || /\s/.test(text.slice(start, end))) return false;
  return meets(taken, { start: end + dash[0].length, end: end + dash[0].length + 1 });
}

function partsOf(text: string, value: TextSpan, field: string): TextSpan[] {
  const written = text.slice(value.start, value.end);
  const sign = written.includes(';') ? ';' : field === 'lead' || field === 'owner' ? '\n' : ',';
  const parts: TextSpan[] = [];
  let start = value.start;
  for (const part of written.split(sign)) {
    parts.push(trim(text, { start, end: start + part.length }));
    start += part.length + 1;
  }
  return parts;
}

/** The name at the beginning of a value: up to a bracket, a dash or what stands after a comma. */
function nameIn(text: string, span: TextSpan): TextSpan {
  const { start, end } = trim(text, span);
  const cut = /\s[–—-]\s|\s?[([]|\s?[,،;:]\s|\n/.exec(
    text.slice(start, Math.min(end, start + longestName)),
  );
  return trim(text, { start, end: cut && cut.index > 2 ? start + cut.index : end });
}

function isName(title: string): boolean {
  return (
    title.length > 3 &&
    title.length <= longestName &&
    /^["“«‘]?[\p{Lu}\p{Lo}]/u.test(title) &&
    /\p{L}{3}/u.test(title) &&
    title.split(/\s+/).length <= 16
  );
}

function isWord(text: string, { start, end }: TextSpan): boolean {
  return /^\s*[\p{L}\p{N}.&-]{2,20}(?:\s[\p{L}\p{N}.&-]{2,20})?\s*$/u.test(text.slice(start, end));
}
