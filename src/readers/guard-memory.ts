import { TransformStream } from 'node:stream/web';

/**
 * Calls `stop` as soon as one array or one unpacked stream has more bytes. pdf.js unpacks whatever a stream holds, by itself
 * or by `DecompressionStream`, outside the memory that V8 counts and limits.
 */
export function guardMemory(mostBytes: number, stop: () => never): void {
  globalThis.Uint8Array = new Proxy(Uint8Array, {
    construct: (target, values: unknown[], as) => {
      const [size] = values;
      if (typeof size === 'number' && size > mostBytes) stop();
      return Reflect.construct(target, values, as) as Uint8Array;
    },
  });
  globalThis.DecompressionStream = new Proxy(DecompressionStream, {
    construct: (target, values: unknown[]) => {
      const { readable, writable } = Reflect.construct(target, values) as DecompressionStream;
      let size = 0;
      const counter = new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk, controller) => {
          size += chunk.length;
          if (size > mostBytes) stop();
          controller.enqueue(chunk);
        },
      });
      return { readable: readable.pipeThrough(counter), writable };
    },
  });
}
