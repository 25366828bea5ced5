import { describe, expect, test } from 'vitest';
import type { Call, Command } from '../../src/command.ts';
import check from '../../src/commands/check.ts';
import dedupe from '../../src/commands/dedupe.ts';
import merge from '../../src/commands/merge.ts';
import forget from '../../src/commands/privacy/forget.ts';
import rename from '../../src/commands/rename.ts';
import undo from '../../src/commands/undo.ts';
import { base, call, run } from './run.ts';

const folder = () =>
  base({
    'koinon.yaml': 'name: X\nlang: fr\n',
    'organisations/a.md':
      '---\ntitle: Coop Sol\nacronym: CS\nfounded: 1990\ncountry: FR\n---\nPar Rosa Marino.\n',
    'organisations/b.md': '---\ntitle: Coop Sol\nacronym: CS\nfounded: 2001\ncountry: FR\n---\n',
    'projects/p.md': '---\ntitle: P\npartners: [Fédération des Mers]\n---\n',
    'organisations/c.md':
      '---\ntitle: Fédération des Mers du Sud\naliases: [Federation des mers]\n---\n',
    'projects/q.md': '---\ntitle: Q\npartners: [Fédération des Mer]\n---\n',
  });

/** What a command asks, each question with its answers; the last answer is taken. */
async function asked(command: Command, where: string, given: Call): Promise<readonly string[]> {
  const heard: string[] = [];
  await run(command, where, given, {
    prompts: async () => ({
      text: async () => '',
      tick: async () => [],
      choose: async (question, choices) => {
        heard.push(question, ...choices.map(({ name }) => name));
        return choices.at(-1)!.value;
      },
    }),
  });
  return heard;
}

describe('a question is asked in the language of the call', () => {
  test.each<[string, Command, Call, readonly string[]]>([
    [
      'dedupe --review',
      dedupe,
      call([], { review: true }),
      [
        'Est-ce une seule ?',
        'Laisser pour plus tard',
        'Elles sont différentes',
        'C’est une seule : a reste',
        'C’est une seule : b reste',
        'S’arrêter ici',
      ],
    ],
    ['check --fix', check, call([], { fix: true }), ['Réparer ces liens ?', 'Oui', 'Non']],
    ['privacy forget', forget, call(['Rosa Marino']), ['Enlever ces mentions pour de bon ?']],
    ['merge', merge, call(['a', 'b']), ['Date de création : laquelle est juste ?']],
  ])('%s', async (_, command, given, questions) => {
    expect(await asked(command, folder(), given)).toEqual(expect.arrayContaining([...questions]));
  });

  test('undo, which names what it would take back', async () => {
    const where = folder();
    await run(rename, where, call(['a', 'coop-sol']));
    expect(await asked(undo, where, call())).toEqual([
      'Annuler “rename a coop-sol” ?',
      'Oui',
      'Non',
    ]);
  });
});
