import { decisionsFile, readDecisions } from '../../base/decisions.ts';
import type { Decision } from '../../core/decision.ts';
import { UsageError } from '../../core/usage-error.ts';
import type { Examination, Finding } from '../finding.ts';

export default {
  rank: 5,
  look: async ({ base, store }) => {
    let decisions: readonly Decision[];
    try {
      decisions = readDecisions(base.folder);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      const remedy = 'Mend the file by hand: no decision is known until it can be read';
      return [{ where: decisionsFile, what: error.message, remedy }];
    }
    const found: Finding[] = [];
    for (const [at, decision] of decisions.entries()) {
      const ids = 'a' in decision ? [decision.a, decision.b] : [decision.record];
      for (const id of ids.filter((each) => each !== 'none')) {
        if ((await store.find(id)).length > 0) continue;
        found.push({
          where: `${decisionsFile}, item ${at + 1}`,
          what: `There is no record “${id}”`,
          remedy: 'Write the id that the record has now, or remove the item',
        });
      }
    }
    return found;
  },
} satisfies Examination;
