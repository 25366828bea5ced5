import type { Problem } from '../core/message.ts';
import type { Reading } from '../core/record.ts';
import type { WrittenField } from '../core/written-fields.ts';
import { writtenFields } from '../core/written-fields.ts';
import type { FrontEdit } from '../markdown/front-edit.ts';
import { EditRefused } from '../markdown/front-edit.ts';
import { editFront } from '../markdown/edit-front.ts';
import { readFront } from '../markdown/front.ts';
import { inItsWords } from '../markdown/in-its-words.ts';
import type { ReadContext } from '../markdown/read-record.ts';
import { readRecord } from '../markdown/read-record.ts';

/** A record's text as it was read, once for each change: a long body takes a while. */
export interface Page {
  readonly text: string;
  readonly reading: Reading;
  readonly fields: ReadonlyMap<string, WrittenField>;
}

export function opened(text: string, file: string, context: ReadContext): Page {
  const reading = readRecord(text, file, context);
  const kind = context.kinds.get(reading.record?.kind ?? '');
  const fields = kind ? writtenFields(readFront(text).data, kind, context) : new Map();
  return { text, reading, fields };
}

/** The page after the edits, if it can be read as before and says nothing wrong that it did not say. */
export function attempt(
  page: Page,
  edits: readonly FrontEdit[],
  file: string,
  context: ReadContext,
): Page | { readonly reason: string } {
  try {
    const text = editFront(
      page.text,
      edits.map((edit) => inItsWords(edit, page.fields)),
    );
    if (text === page.text) return page;
    const made = opened(text, file, context);
    const before = errorsOf(page.reading.problems);
    const fresh = errorsOf(made.reading.problems).find((each) => !before.includes(each));
    return fresh === undefined ? made : { reason: fresh };
  } catch (error) {
    if (error instanceof EditRefused) return { reason: `${file}: ${error.message}` };
    throw error;
  }
}

function errorsOf(problems: readonly Problem[]): readonly string[] {
  return problems.filter(({ severity }) => severity === 'error').map(({ reason }) => reason);
}
