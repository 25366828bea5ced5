/** A wrong call: said in one sentence on the error stream, exit code 2. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
}

/** A file that somebody else changed since it was read: the same call again finds it as it now is. */
export class ChangedMeanwhile extends UsageError {
  constructor(path: string) {
    super(`${path} was changed in the meantime; nothing is written, run the command again`);
  }
}

/** The index held what koinon never wrote, and is removed: whoever opens it next makes it anew. */
export class DamagedIndex extends UsageError {
  constructor(options?: ErrorOptions) {
    super('The index was damaged and is removed; the same call again makes it anew', options);
  }
}
