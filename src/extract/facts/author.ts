import type { Document, TextSpan } from '../../core/document.ts';
import { fold } from '../../vocabulary/fold.ts';
import { letterOf } from '../text/letter.ts';
import type { Mention } from '../text/mention.ts';
import { inOrder } from '../text/mention.ts';
import type { Passage } from '../text/passage.ts';
import type { PartnerRow } from '../roles/partner-rows.ts';
import { roleOfField } from '../roles/sheet-roles.ts';
import type { Labelled } from '../roles/sheet.ts';
import { meets, spanAround, spansIn } from '../text/spans.ts';
import type { Thing, Things } from './thing.ts';

/** The organisation that writes: the publisher that the file states, the subject, that of an address of mail, of the letterhead, or of the signature. */
export function authorOf(
  document: Document,
  passage: Passage,
  things: Things,
  mentions: readonly Mention[],
  subject: { readonly entity: string; readonly kind: string } | undefined,
  sheet: readonly Labelled[],
  rows: readonly PartnerRow[],
): { readonly entity: string } | undefined {
  const organisations = things.all().filter(({ kind }) => kind === 'organisation');
  const stated = document.metadata.publisher;
  const byName =
    stated === undefined
      ? undefined
      : organisations.find((each) => namesOf(each).includes(fold(stated)));
  if (byName) return { entity: byName.id };
  if (subject?.kind === 'organisation') return subject;
  const { addressees, sender } = letterOf(passage);
  const writer =
    sender && spansIn(mentions, sender).find(({ kind }) => kind === 'organisation')?.entity;
  if (writer !== undefined) return { entity: writer };
  const byMail = mailed(passage, organisations, addressees);
  if (byMail) return { entity: byMail.id };
  const head = passage.blocks.slice(0, 4);
  const end =
    head.find(({ kind, sentences }) => kind === 'paragraph' && sentences.length > 1)?.start ??
    head.at(-1)?.end ??
    0;
  // Who is told to lead a project or to be absent, by a label or in a table, is not said to write, and who is written to neither.
  const told = inOrder<TextSpan>([
    ...sheet.flatMap(({ field, values }) =>
      roleOfField[field] === undefined && field !== 'absent' ? [] : values,
    ),
    ...rows,
    ...addressees,
  ]);
  const first = mentions.find(
    (mention) =>
      mention.kind === 'organisation' &&
      mention.start < end &&
      !spanAround(told, mention) &&
      !isBelowDay(passage.text, mention),
  );
  const isHead =
    first &&
    passage.blocks.some(
      (block) =>
        block.start <= first.start && first.end <= block.end && block.end - block.start < 100,
    );
  if (isHead) return { entity: first.entity };
  const others = mentions.filter((mention) => !spanAround(addressees, mention));
  return signed(passage, others) ?? (addressees.length > 0 ? signer(passage, others) : undefined);
}

/** “Nice, 12 March, in the rooms of X”: after a day on its line a body is told as a place. */
function isBelowDay(text: string, { start }: TextSpan): boolean {
  return /\d/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
}

/** So many blocks at the end of a text may hold its signature. */
const mostAtEnd = 4;

/** A signature is no longer, in code units. */
const longestSignature = 220;

/** The organisation with which a line at the end begins that gives its address: “Guild of Dyers, 3 Mill Lane, 1010 Nicosia”. */
function signed(
  { text, blocks }: Passage,
  mentions: readonly Mention[],
): { readonly entity: string } | undefined {
  for (const { start, end, kind } of blocks.slice(-mostAtEnd).toReversed()) {
    if (end - start > longestSignature || kind === 'row' || kind === 'item') continue;
    const first = mentions.find((mention) => mention.start >= start && mention.end <= end);
    if (first?.kind !== 'organisation' || /\p{L}{4}/u.test(text.slice(start, first.start)))
      continue;
    if (/^["»”)]?\s?(?:\([^()]{2,40}\)\s?)?[,–—·-].*\d{2}/s.test(text.slice(first.end, end)))
      return { entity: first.entity };
  }
  return undefined;
}

/** The organisation below the name of who signs a letter, alone on its line but for an office: “Chair, Guild of Dyers”. */
function signer(
  { text, blocks }: Passage,
  mentions: readonly Mention[],
): { readonly entity: string } | undefined {
  const start = blocks.at(-mostAtEnd)?.start ?? 0;
  const last = spansIn(mentions, { start, end: text.length }).findLast(
    ({ kind }) => kind === 'organisation',
  );
  if (!last) return undefined;
  const rest = /^[^\n]*/.exec(text.slice(last.end, last.end + longestSignature))?.[0] ?? '';
  const line = text.slice(text.lastIndexOf('\n', last.start - 1) + 1, last.start);
  return /\p{L}/u.test(rest) || line.length > longestOffice ? undefined : { entity: last.entity };
}

/** The office of who signs is no longer, in code units. */
const longestOffice = 40;

/** A domain of fewer letters may stand in any name. */
const shortestDomain = 6;

/** The organisation whose name, or a part of it, stands in the domain of an address that is not one of `others`. */
function mailed(
  { text }: Passage,
  organisations: readonly Thing[],
  others: readonly TextSpan[],
): Thing | undefined {
  const domains = [...text.slice(0, 4000).matchAll(/@([a-z0-9-]{2,40})\.[a-z]/gi)]
    .filter(({ index }) => !meets(others, { start: index, end: index + 1 }))
    .map((match) => fold(match[1] ?? ''));
  const named = organisations.map((each) => ({
    each,
    names: namesOf(each).map((name) => name.replaceAll(' ', '')),
  }));
  const whole = named.find(({ names }) => names.some((name) => domains.includes(name)));
  const long = domains.filter(({ length }) => length >= shortestDomain);
  return (
    whole ??
    named.find(({ names }) => names.some((name) => long.some((part) => name.includes(part))))
  )?.each;
}

function namesOf({ title, acronym, aliases }: Thing): string[] {
  return [title, acronym ?? title, ...aliases].map(fold);
}
