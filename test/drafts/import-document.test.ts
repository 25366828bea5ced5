import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import importing from '../../src/commands/import.ts';
import { settle } from '../../src/drafts/decide.ts';
import { drafts, saveDraft } from '../../src/drafts/folder.ts';
import { extractionOf, importDocument } from '../../src/drafts/import-document.ts';
import { readApart } from '../../src/readers/read-apart.ts';
import { decidedNow } from '../../src/session/decided-now.ts';
import { openSession } from '../../src/session/session.ts';
import type { Store } from '../../src/store/store.ts';
import { base, call, run } from '../commands/run.ts';
import { heard } from '../surroundings.ts';

const report = `Saltpans: work for the lagoon

The Saltpans project is led by the Lagoon Cooperative Union (LCU) of Faro, Portugal.
It began in March 2020 and ends in February 2023.
`;

test('what another koinon decides while a document is drafted is kept', async () => {
  const folder = base({});
  writeFileSync(join(folder, 'report.txt'), report);
  await run(importing, folder, call(['report.txt']));
  const [draft] = drafts(folder);
  if (!draft) throw new Error('no draft');
  const globals = { base: undefined, language: undefined, quiet: false, refresh: true };
  const session = await openSession(await heard(folder), globals);
  onTestFinished(() => session.end());
  const store = await session.store();
  let isDecided = false;
  // The draft has been read when the record of its document is looked for.
  const between: Store = Object.assign(Object.create(store) as Store, {
    records: async function* (...given: Parameters<Store['records']>) {
      if (!isDecided) {
        isDecided = true;
        const all = new Set(draft.facts.map(({ id }) => id));
        await saveDraft(folder, settle(draft, all, 'accepted'), draft);
      }
      yield* store.records(...given);
    },
  });
  const bytes = readFileSync(join(folder, 'report.txt'));
  const document = await readApart(bytes, 'report.txt', { timeoutMs: 20_000, memoryMb: 512 });
  const given = {
    folder,
    drafts: [draft],
    made: [],
    store,
    kinds: session.kinds,
    concepts: session.concepts,
    decided: await decidedNow(folder, store),
    ranking: async () => ({ of: async () => [] }),
  };
  const extraction = await extractionOf(document, given);
  await importDocument(document, extraction, { file: 'report.txt' }, { ...given, store: between });
  expect(isDecided).toBe(true);
  const [now] = drafts(folder);
  expect(new Set(now?.facts.map(({ status }) => status))).toEqual(new Set(['accepted']));
});
