/** A wrong call: said in one sentence on the error stream, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
