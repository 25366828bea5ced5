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
