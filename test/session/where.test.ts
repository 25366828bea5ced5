import { afterAll, describe, expect, test } from 'vitest';
import type { Call } from '../../src/command.ts';
import { UsageError } from '../../src/core/usage-error.ts';
import { readSelection } from '../../src/session/filters.ts';
import { openSession } from '../../src/session/session.ts';
import { exampleCopy, heard } from '../surroundings.ts';

const folder = exampleCopy();
const globals = { base: undefined, language: undefined, quiet: false, refresh: true };
const session = await openSession(await heard(folder), globals);
const store = await session.store();
afterAll(() => session.end());

const call = (where: string, kind: string): Call => ({
  words: [],
  text: () => undefined,
  list: (option) => (option === 'where' ? [where] : option === 'kind' ? [kind] : []),
  flag: () => false,
});

async function idsWhere(where: string, kind: string): Promise<readonly string[]> {
  const selection = await readSelection(call(where, kind), session, store);
  const ids: string[] = [];
  for await (const { id } of store.records(selection)) ids.push(id);
  return ids;
}

describe('--where asks a field as the field itself would read', () => {
  test.each([
    ['attendance>=50', 'event', ['imc-wg-montpellier']],
    ['attendance>=1 000', 'event', []],
    ['budget>=3 million EUR', 'project', ['medtown']],
    ['budget>=3 400 000', 'project', ['medtown']],
    ['budget>3.4 million EUR', 'project', []],
    ['start=2019', 'project', ['medtown']],
    ['pays=Tunisie', 'project', ['medtown']],
    ['country=Belgique', 'organisation', ['cecop']],
    ['lead', 'programme', []],
    ['!lead', 'project', ['ics', 'medrise']],
    ['lead=ACPP', 'project', ['medtown']],
    ['lead=acpp', 'project', ['medtown']],
    ['lead~cooperación', 'project', ['medtown']],
    ['title~final', 'event', ['ics-final-conference', 'medtown-final-conference']],
    ['id=ics', 'project', ['ics']],
  ])('%s among %ss: %j', async (where, kind, ids) => {
    expect(await idsWhere(where, kind)).toEqual(ids);
  });

  test.each(['start>=01/09/2019', 'couleur=rouge', 'attendance>=many', 'country=Frace', '=x'])(
    '%s is refused with a hint',
    async (where) => {
      await expect(idsWhere(where, 'event')).rejects.toThrow(UsageError);
    },
  );
});
