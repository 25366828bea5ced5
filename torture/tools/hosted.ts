import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Said } from './host.ts';
import { environment } from './koinon.ts';

const program = fileURLToPath(new URL('./host.ts', import.meta.url));

/** A process that makes many calls, each as on a terminal. */
export interface Host {
  /** What a call said; throws where it takes longer than its limit, in milliseconds, or ends the process. */
  readonly call: (folder: string, words: readonly string[], limit?: number) => Promise<Said>;
  readonly end: () => void;
}

export function host(): Host {
  let child: ChildProcess | undefined;
  const end = () => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  return {
    end,
    call: async (folder, words, limit = 20_000) => {
      child ??= fork(program, { env: environment, serialization: 'advanced', stdio: 'ignore' });
      const answer = Promise.withResolvers<Said>();
      const late = setTimeout(() => answer.reject(new Error(`longer than ${limit} ms`)), limit);
      const gone = () => answer.reject(new Error('the process ended'));
      child.once('message', answer.resolve).once('exit', gone);
      child.send({ folder, words });
      try {
        return await answer.promise;
      } catch (error) {
        end();
        throw error;
      } finally {
        clearTimeout(late);
        child?.off('exit', gone).off('message', answer.resolve);
      }
    },
  };
}
