/** A document that is not read: what was found in it, and what the person who has it can do. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';
  readonly found: string;
  readonly remedy: string;

  constructor(found: string, remedy: string) {
    super(`${found}. ${remedy}.`);
    this.found = found;
    this.remedy = remedy;
  }
}
