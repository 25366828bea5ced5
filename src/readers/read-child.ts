import { writeSync } from 'node:fs';
import { guardMemory } from './guard-memory.ts';
import { limits, tooLarge } from './limits.ts';
import { readDocument } from './read-document.ts';
import { UnreadableDocument } from './unreadable-document.ts';

// A process of its own: the bytes of one document come in, its text or why it is not read goes out as JSON.
// Node's permissions keep it from files and other processes, but not from the network.
for (const name of ['fetch', 'WebSocket', 'EventSource']) Reflect.deleteProperty(globalThis, name);

guardMemory(limits.streamBytes, () => {
  const most = limits.streamBytes / 1024 / 1024;
  const reason = tooLarge(
    `The document unpacks to more than ${most} MB in one part, which no report does`,
  );
  writeSync(1, JSON.stringify(refusal(reason)));
  process.exit(0);
});

void main();

async function main(): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  process.stdout.write(JSON.stringify(await answer(Buffer.concat(parts), process.argv[2] ?? '')));
}

async function answer(bytes: Uint8Array, fileName: string): Promise<object> {
  try {
    return { document: await readDocument(bytes, fileName) };
  } catch (error) {
    if (error instanceof UnreadableDocument) return refusal(error);
    throw error;
  }
}

function refusal({ found, remedy }: UnreadableDocument): object {
  return { unreadable: { found, remedy } };
}
