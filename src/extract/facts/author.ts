import type { Document, TextSpan } from '../../core/document.ts';
import { fold } from '../../vocabulary/fold.ts';
import type { Mention } from '../text/mention.ts';
import { inOrder } from '../text/mention.ts';
import type { Passage } from '../text/passage.ts';
import type { PartnerRow } from '../roles/partner-rows.ts';
import { roleOfField } from '../roles/sheet-roles.ts';
import type { Labelled } from '../roles/sheet.ts';
import { spanAround } from '../text/spans.ts';
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
  const byMail = mailed(passage, organisations);
  if (byMail) return { entity: byMail.id };
  const head = passage.blocks.slice(0, 4);
  const end =
    head.find(({ kind, sentences }) => kind === 'paragraph' && sentences.length > 1)?.start ??
    head.at(-1)?.end ??
    0;
  // Who is told to lead a project, by a label or in a table, is not said to write.
  const told = inOrder<TextSpan>([
    ...sheet.flatMap(({ field, values }) => (roleOfField[field] === undefined ? [] : values)),
    ...rows,
  ]);
  const first = mentions.find(
    (mention) =>
      mention.kind === 'organisation' && mention.start < end && !spanAround(told, mention),
  );
  const isHead =
    first &&
    passage.blocks.some(
      (block) =>
        block.start <= first.start && first.end <= block.end && block.end - block.start < 100,
    );
  return isHead ? { entity: first.entity } : signed(passage, mentions);
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

/** A domain of fewer letters may stand in any name. */
const shortestDomain = 6;

/** The organisation whose name, or a part of it, stands in the domain of an address. */
function mailed({ text }: Passage, organisations: readonly Thing[]): Thing | undefined {
  const domains = [...text.slice(0, 4000).matchAll(/@([a-z0-9-]{2,40})\.[a-z]/gi)].map((match) =>
    fold(match[1] ?? ''),
  );
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
