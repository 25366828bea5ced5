import { UsageError } from '../core/usage-error.ts';
import { EditRefused } from '../markdown/front-edit.ts';

/** What an edit of a file gives; where it is refused, nothing at all is written. */
export function edited(path: string, edit: () => string): string {
  try {
    return edit();
  } catch (error) {
    if (error instanceof EditRefused)
      throw new UsageError(`${path}: ${error.message}; nothing is written`);
    throw error;
  }
}
