import type { Call, Option } from '../command.ts';
import { UsageError } from '../core/usage-error.ts';
import { quoted } from '../drafts/quoted.ts';
import { mentionsOf } from './mentions.ts';
import type { Found } from './mentions.ts';
import type { Mention } from './treated.ts';
import { counted } from '../terminal/counted.ts';
import { toTerminal } from '../terminal/text.ts';
import { namedPaths } from '../session/paths.ts';
import type { Session } from '../session/session.ts';

/** How a person is named in a call. */
export const personOptions: readonly Option[] = [
  {
    flags: '--also <spelling>',
    summary:
      'another spelling, an e-mail address or a telephone number; may be given several times',
    many: true,
  },
  {
    flags: '--only <file>',
    summary: 'only this file or folder of the base; may be given several times',
    many: true,
  },
];

/** Looks for the person, or for other spellings. */
type PersonSearch = (spellings?: readonly string[]) => Promise<Found>;

/**
 * Looks for the person that a call names, as often as it is called; throws a {@link UsageError} for a name that would be found
 * everywhere, and for files that are not there.
 */
export function personSearch(call: Call, session: Session): PersonSearch {
  const spellings = [call.words.join(' '), ...call.list('also')].map((each) => each.trim());
  const short = spellings.find((each) => each.replaceAll(/[^\p{L}\p{N}]/gu, '').length < 2);
  if (short !== undefined)
    throw new UsageError(`“${short}” is too short to look for; write the whole name`);
  const { kinds, concepts, base } = session;
  const only = call.list('only');
  const named = namedPaths(only, session);
  return async (wanted = spellings) => {
    const found = await mentionsOf({
      folder: base.folder,
      store: await session.store(),
      kinds,
      concepts,
      spellings: wanted,
      ...(only.length > 0 ? { only: named.has } : {}),
    });
    named.verify();
    return found;
  };
}

/** A mention in its line, between what stands before and after it. */
function contextOf({ text, start, end }: Mention): string {
  const shown = quoted(text, { start, end, quote: text.slice(start, end) });
  return shown ? `${shown.before}${shown.quote}${shown.after}`.trim() : text.slice(start, end);
}

/** Mentions as a table for people. */
export async function printMentions(found: Found, format: string, session: Session): Promise<void> {
  const { mentions, kept } = found;
  if (mentions.length > 0) {
    const stays = mentions.some((mention) => mention.stays);
    await session.print(
      {
        columns: session.columns(
          ['file', 'line', 'field', 'quote', ...(stays ? ['stays'] : [])],
          format,
        ),
        rows: mentions.map((mention) => [
          mention.file,
          mention.line === 0 ? null : mention.line,
          mention.field,
          contextOf(mention),
          ...(stays ? [mention.stays === undefined ? null : session.told(mention.stays)] : []),
        ]),
      },
      format,
    );
  }
  const files = new Set(mentions.map(({ file }) => file)).size;
  session.note(`${counted(mentions.length, 'mention')} in ${counted(files, 'file')}`);
  const inIndex = kept.filter(({ file }) => file === 'index').length;
  const operations = new Set(kept.filter(({ file }) => file !== 'index').map(({ file }) => file));
  if (inIndex > 0) session.note(`The index holds it too, in ${counted(inIndex, 'record')}`);
  if (operations.size > 0)
    session.note(
      `The history for “koinon undo” holds it too, in ${counted(operations.size, 'operation')}`,
    );
  noteBesides(found, session);
}

/** What was not looked for, and perhaps should be. */
export function noteBesides({ further, alone, unread }: Found, session: Session): void {
  for (const text of further)
    session.note(`${toTerminal(text)} stands with this name; --also looks for it as well`);
  if (alone)
    session.note(
      `“${toTerminal(alone.word)}” also stands alone in these files, ${counted(alone.places, 'time')}; --also “${toTerminal(alone.word)}” looks for it as well`,
    );
  const noText = unread.filter(({ why }) => why === undefined).map(({ path }) => toTerminal(path));
  if (noText.length > 0)
    session.note(`Not looked into, since they are no text: ${noText.join(', ')}`);
  for (const { path, why } of unread)
    if (why !== undefined)
      session.note(`${toTerminal(path)} was not looked into: ${toTerminal(session.told(why))}`);
}

/** A mention for programs. */
export function plainMention(mention: Mention) {
  const { file, line, field, text, start, end, stays } = mention;
  return {
    file,
    line: line === 0 ? null : line,
    field,
    mention: text.slice(start, end),
    quote: contextOf(mention),
    ...(stays === undefined ? {} : { stays }),
  };
}
