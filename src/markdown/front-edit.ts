import type { Path } from '../core/message.ts';
import type { Node } from '../core/node.ts';

/** One change of front matter; fields are found by their keys as keys are compared. */
export type FrontEdit =
  /** The field gets these values, whatever it had. */
  | { readonly set: string; readonly values: readonly Node[] }
  /** The field gets these values besides those it has; `split` cuts a text that already names several. */
  | {
      readonly add: string;
      readonly values: readonly Node[];
      readonly split?: (text: string) => readonly string[];
    }
  | PathEdit;

/** One change of what a path leads to. */
export type PathEdit =
  /** The text becomes another one. */
  | { readonly replace: Path; readonly by: string }
  /** A field or an item of a list goes. */
  | { readonly remove: Path };

/** Front matter that cannot be edited without touching more than was meant. */
export class EditRefused extends Error {}
