import { DamagedIndex } from '../../core/usage-error.ts';

/** What the index holds as JSON; koinon wrote it, so that what is none was damaged: a {@link DamagedIndex} is thrown. */
export function stored(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new DamagedIndex({ cause: error });
  }
}
