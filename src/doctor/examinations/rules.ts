import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readFileText } from '../../base/read-file.ts';
import { readCall } from '../../calls/read-call.ts';
import type { Problem } from '../../core/message.ts';
import type { Examination, Finding } from '../finding.ts';

/** Mistakes in what the base adds to koinon: the rules of calls, and vocabularies. */
export default {
  rank: 8,
  look: async ({ base: { folder }, vocabularies }) => [
    ...callFiles(folder).flatMap((path) => {
      const read = readFileText(join(folder, path));
      const problems =
        'text' in read
          ? readCall(read.text.replace(/^\uFEFF/, ''), stem(path)).problems
          : 'problem' in read
            ? [read.problem]
            : [];
      return problems.map((problem) =>
        findingOf(path, problem, 'the call is not known until then'),
      );
    }),
    ...vocabularies.files.flatMap((file) =>
      file
        .problems()
        .map((problem) => findingOf(file.path, problem, 'what is right in it is used')),
    ),
  ],
} satisfies Examination;

function callFiles(folder: string): readonly string[] {
  try {
    return readdirSync(join(folder, 'calls'))
      .filter((name) => /^[^.].*\.ya?ml$/i.test(name))
      .sort()
      .map((name) => `calls/${name}`);
  } catch {
    return [];
  }
}

function stem(path: string): string {
  return path.replace(/^calls\//, '').replace(/\.ya?ml$/i, '');
}

function findingOf(path: string, problem: Problem, until: string): Finding {
  const { line = 1, column = 1, reason, expected = [] } = problem;
  const hint = expected.length > 0 ? ` (${expected.join(', ')}?)` : '';
  return {
    where: `${path}:${line}:${column}`,
    what: `${reason}${hint}`,
    remedy: `Mend the file by hand; ${until}`,
  };
}
