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

/** The organisation that writes: the publisher that the file states, the subject, that of the letterhead, or that of an address of mail. */
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
  return first &&
    passage.blocks.some(
      (block) =>
        block.start <= first.start && first.end <= block.end && block.end - block.start < 100,
    )
    ? { entity: first.entity }
    : undefined;
}

/** The organisation whose name stands in the domain of an address. */
function mailed({ text }: Passage, organisations: readonly Thing[]): Thing | undefined {
  const domains = [...text.slice(0, 4000).matchAll(/@([a-z0-9-]{2,40})\.[a-z]/gi)].map((match) =>
    fold(match[1] ?? ''),
  );
  return organisations.find((each) =>
    namesOf(each).some((name) => domains.includes(name.replaceAll(' ', ''))),
  );
}

function namesOf({ title, acronym, aliases }: Thing): string[] {
  return [title, acronym ?? title, ...aliases].map(fold);
}
