import { main } from '../../src/cli.ts';

/** One call after the other in one process, as on a terminal a hundred columns wide; what it wrote is sent back. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly error: string;
  /** Milliseconds. */
  readonly wall: number;
  /** What a text that was run as code, or a key that reached a prototype, left behind. */
  readonly traces: readonly string[];
}

const said = { out: '', error: '' };

for (const name of ['out', 'error'] as const) {
  const stream = name === 'out' ? process.stdout : process.stderr;
  Object.defineProperty(stream, 'write', {
    value: (text: string | Uint8Array, ...rest: readonly unknown[]) => {
      said[name] += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
      const done = rest.find((each) => typeof each === 'function');
      if (done) queueMicrotask(() => Reflect.apply(done, undefined, []));
      return true;
    },
  });
}
Object.defineProperty(process.stdout, 'isTTY', { value: true });
Object.defineProperty(process.stdout, 'columns', { value: 100 });

const clean = [
  ...Object.getOwnPropertyNames(Object.prototype),
  ...Object.getOwnPropertyNames(Array.prototype),
].join();

interface Asked {
  readonly folder: string;
  readonly words: readonly string[];
}

process.on('message', (asked: Asked) => void answer(asked));

async function answer({ folder, words }: Asked): Promise<void> {
  said.out = '';
  said.error = '';
  process.chdir(folder);
  const started = performance.now();
  const code = await main(words);
  process.send?.({
    code,
    ...said,
    wall: performance.now() - started,
    traces: traces(),
  } satisfies Said);
}

function traces(): readonly string[] {
  const now = [
    ...Object.getOwnPropertyNames(Object.prototype),
    ...Object.getOwnPropertyNames(Array.prototype),
  ].join();
  return [
    ...('PWNED' in globalThis ? ['a text was run as code'] : []),
    ...(now === clean ? [] : ['a prototype was changed']),
  ];
}
