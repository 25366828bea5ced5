import { getuid, seteuid } from 'node:process';

/** Root may read everything: what permissions refuse is tried as somebody else. */
export async function asNobody<Result>(run: () => Result | Promise<Result>): Promise<Result> {
  if (getuid?.() !== 0 || !seteuid) return await run();
  seteuid(65_534);
  try {
    return await run();
  } finally {
    seteuid(0);
  }
}
