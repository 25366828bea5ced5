import { tally } from '../base/findings.ts';
import type { Command } from '../command.ts';
import { counted } from '../terminal/counted.ts';
import { pad, width } from '../terminal/text.ts';
import { namedPaths } from '../session/paths.ts';
import { keptNotes } from '../session/kept-notes.ts';

export default {
  summary: 'brings the index up to date with the files',
  arguments: [{ name: '[path...]', summary: 'only these files and folders of the base' }],
  options: [
    { flags: '--force', summary: 'read every file again' },
    { flags: '--verify', summary: 'compare the contents of files, not their sizes and times' },
    { flags: '--prune', summary: 'allow that more than half of the base has vanished' },
    { flags: '--json', summary: 'the counts as one JSON document' },
  ],
  examples: [
    { call: 'koinon ingest', does: 'reads what is new or changed' },
    {
      call: 'koinon ingest --verify',
      does: 'also finds changes that kept a file’s size and times',
    },
  ],
  run: async (call, session) => {
    const started = performance.now();
    const named = namedPaths(call.words, session);
    const counts = await session.ingest({
      force: call.flag('force'),
      verify: call.flag('verify'),
      prune: call.flag('prune'),
      ...(call.words.length > 0 ? { only: named.has } : {}),
    });
    named.verify();
    const store = await session.store();
    const messages = await tally(store);
    const { kinds, links } = await store.counts();
    const { added, changed, unchanged, moved, removed, kept } = counts;
    if (call.flag('json')) {
      const { error: errors, warning: warnings } = messages;
      const ms = Math.round(performance.now() - started);
      await session.json({ added, changed, unchanged, moved, removed, kept, errors, warnings, ms });
    } else {
      const { told } = session;
      const records = [...kinds].map(([kind, count]) => session.labels.counted(kind, count));
      const total = [...kinds.values()].reduce((sum, count) => sum + count, 0);
      const resolved = (links.get('resolved') ?? 0) + (links.get('doubled') ?? 0);
      const all = [...links.values()].reduce((sum, count) => sum + count, 0);
      const files = Object.entries({ added, changed, unchanged, moved, removed })
        .filter(([name, count]) => count > 0 || name === 'added' || name === 'changed')
        .map(([name, count]) => filesSaid(session.number(count), told)[name]);
      const { error, warning } = messages;
      const lines = [
        [told('Files'), files.join(session.comma)],
        [
          told('Records'),
          `${session.number(total)}${records.length > 0 ? `: ${records.join(session.comma)}` : ''}`,
        ],
        [
          told('Links'),
          told(`${session.number(all)}, of which ${session.number(resolved)} lead to a record`),
        ],
        [
          told('Messages'),
          [counted(error, 'error'), counted(warning, 'warning')].map(told).join(session.comma),
        ],
      ] as const;
      const margin = Math.max(...lines.map(([label]) => width(label))) + 2;
      for (const [label, text] of lines) await session.write(`${pad(label, margin)}${text}\n`);
      if (messages.error + messages.warning > 0)
        session.note('“koinon check” says where and what to do');
    }
    for (const each of keptNotes(counts)) session.note(each);
    return messages.error > 0 || kept > 0 ? 1 : 0;
  },
} satisfies Command;

function filesSaid(
  count: string,
  told: (message: string) => string,
): { readonly [what: string]: string } {
  return {
    added: told(`${count} added`),
    changed: told(`${count} changed`),
    unchanged: told(`${count} unchanged`),
    moved: told(`${count} moved`),
    removed: told(`${count} removed`),
  };
}
