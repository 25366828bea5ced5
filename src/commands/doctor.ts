import { settingsFile } from '../base/base.ts';
import type { Call, Command } from '../command.ts';
import { UsageError } from '../core/usage-error.ts';
import { examine } from '../doctor/examine.ts';
import type { Examined, Found } from '../doctor/examine.ts';
import type { Mend } from '../doctor/finding.ts';
import { refill } from '../doctor/refill.ts';
import { formatOptions } from '../session/format-options.ts';
import type { Session } from '../session/session.ts';
import { counted } from '../terminal/counted.ts';
import { toTerminal } from '../terminal/text.ts';

export default {
  summary: 'says what is wrong with the base and its index, and mends what can be mended',
  options: [
    { flags: '--fix', summary: 'mend what can be mended without a decision of yours' },
    { flags: '--deep', summary: 'read all files again and compare every row of the index' },
    { flags: '--dry-run', summary: 'with --fix: say what would be mended, and write nothing' },
    ...formatOptions({ json: 'the findings as one JSON document', fallback: 'table' }),
  ],
  examples: [
    { call: 'koinon doctor', does: 'what is wrong, where, and what to do; writes nothing' },
    { call: 'koinon doctor --deep', does: 'also finds what an index says that no file does' },
    {
      call: 'koinon doctor --fix',
      does: 'makes a damaged index anew and clears up after killed runs',
    },
  ],
  run: async (call, session) => {
    const deep = call.flag('deep');
    const look = () => found(session, deep);
    const before = await look();
    if (!call.flag('fix') || call.flag('dry-run')) {
      const mends = call.flag('fix') ? mendsOf(before.findings) : [];
      await tell(before, [], call, session);
      for (const { does } of mends) session.note(`Would do: ${does}`);
      if (call.flag('fix') && mends.length === 0) session.note('There is nothing to mend');
      return before.findings.length > 0 ? 1 : 0;
    }
    const mended: string[] = [];
    for (let round = await mendAll(before.findings, session), turn = 0; ; turn++) {
      mended.push(...round);
      const after = await look();
      const again = mendsOf(after.findings);
      // What lay below another fault comes to light when that is mended.
      if (again.length === 0 || turn === 3) {
        await tell(after, mended, call, session);
        return after.findings.length > 0 ? 1 : 0;
      }
      round = await mendAll(after.findings, session);
    }
  },
} satisfies Command;

/** Settings that cannot be used are a finding too; where there is no base at all, there is nothing to look at. */
async function found(session: Session, deep: boolean): Promise<Examined> {
  try {
    return await examine(session.base, session.kinds, { deep });
  } catch (error) {
    if (!(error instanceof UsageError && error.message.startsWith(settingsFile))) throw error;
    const what = error.message.replace(/^koinon\.yaml(?::| ) ?/, '');
    const remedy = 'Mend the file by hand; nothing else can be looked at until then';
    const findings = [{ examination: 'settings', where: settingsFile, what, remedy }];
    return { findings, errors: 0 };
  }
}

function mendsOf(findings: readonly Found[]): readonly Mend[] {
  const mends = findings.flatMap(({ mend }) => (mend ? [mend] : []));
  return [...new Map(mends.map((mend) => [mend.key, mend])).values()];
}

async function mendAll(findings: readonly Found[], session: Session): Promise<readonly string[]> {
  const mends = mendsOf(findings);
  for (const { run } of mends) await run();
  // Whatever became of the files, the index is of them again.
  if (mends.length > 0) await refill(session.base, session.kinds);
  return mends.map(({ does }) => does);
}

async function tell(
  { findings, errors }: Examined,
  mended: readonly string[],
  call: Call,
  session: Session,
): Promise<void> {
  if (call.flag('json')) {
    const plain = findings.map(({ examination, where, what, remedy, mend }) => ({
      examination,
      where,
      what,
      remedy,
      mendable: mend !== undefined,
    }));
    await session.json({ findings: plain, mended });
    return;
  }
  for (const does of mended) session.note(`Mended: ${toTerminal(does)}`);
  if (findings.length === 0) {
    session.note(errors > 0 ? 'The index is sound' : 'The base and its index are sound');
    tellErrors(errors, session);
    return;
  }
  const format = call.text('format') ?? 'table';
  const told = (text: string) => (session.isShown(format) ? session.told(text) : text);
  await session.print(
    {
      columns: session.columns(['where', 'what', 'remedy', 'mendable'], format),
      rows: findings.map(({ where, what, remedy, mend }) => [
        where,
        told(what),
        told(remedy),
        mend ? told('yes') : told('no'),
      ]),
    },
    format,
  );
  const mendable = findings.filter(({ mend }) => mend).length;
  const all = counted(findings.length, 'finding');
  session.note(mendable > 0 ? `${all}; “koinon doctor --fix” mends ${mendable} of them` : all);
  tellErrors(errors, session);
}

/** What is wrong in records is told by another command, and still no sound base. */
function tellErrors(errors: number, session: Session): void {
  if (errors > 0)
    session.note(
      `${counted(errors, 'error')} in records; “koinon check” says where and what to do`,
    );
}
