import { settingsFile } from '../../base/base.ts';
import type { Examination } from '../finding.ts';

export default {
  rank: 2,
  look: async ({ base: { notes } }) =>
    notes.map((note) => ({
      where: settingsFile,
      what: note.replace(`${settingsFile}: `, ''),
      remedy: 'Correct its name, or remove it',
    })),
} satisfies Examination;
