import fc from 'fast-check';
import { properties } from './tools/properties.ts';
import type { Row, Wish } from './tools/topic.ts';

/** Made-up files, edits, drafts, decisions and settings; a failure is shown as small as it can be made, with its seed. */
export default async function* fuzz({ runs, seed }: Wish): AsyncIterable<Row> {
  for (const { name, share, property } of properties) {
    const numRuns = Math.round((runs * share) / 1_000);
    const started = performance.now();
    const report = await fc.check(property, { numRuns, seed });
    const perSecond = Math.round((report.numRuns * 1_000) / (performance.now() - started));
    yield {
      what: name,
      cases: report.numRuns,
      failures: report.failed
        ? [`${String(report.errorInstance)}\n${fc.defaultReportMessage(report) ?? ''}`]
        : [],
      remark: `seed ${seed}, ${perSecond} a second`,
    };
  }
}
