import type { Ingested } from '../base/ingest.ts';

/** Said when records of files that vanished are kept: because they are so many, or because nobody knows where the files are. */
export function keptNotes({ kept, unsettled }: Ingested): readonly string[] {
  return [
    ...(kept > 0
      ? [
          `${kept} files are gone, more than half of the base; their records are kept. If they are meant to be gone, run “koinon ingest --prune”`,
        ]
      : []),
    ...(unsettled > 0
      ? [
          `${unsettled} files changed their places at every look; their records are kept as they were. Run “koinon ingest” again when nothing moves them`,
        ]
      : []),
  ];
}
