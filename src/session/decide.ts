import { deciderName, decisionsAdded } from '../base/decisions.ts';
import type { Call, ExitCode } from '../command.ts';
import { UsageError } from '../core/usage-error.ts';
import { changeFiles, editing } from './change-files.ts';
import { decidedNow } from './decided-now.ts';
import { findOne } from './find-one.ts';
import type { Session } from './session.ts';

/** Notes in `decisions.yaml` that two records are one, or that they are not. */
export async function decide(
  verdict: 'same' | 'different',
  call: Call,
  session: Session,
): Promise<ExitCode> {
  const { store, folder } = await editing(session);
  const [first, second] = call.words;
  const [a, b] = [await findOne(store, first ?? ''), await findOne(store, second ?? '')];
  if (a.key === b.key) throw new UsageError(`Both names mean ${a.id}; there is nothing to decide`);
  if (verdict === 'same' && a.kind !== b.kind)
    throw new UsageError(
      `${a.id} is of kind ${a.kind}, ${b.id} of kind ${b.kind}; they cannot be one`,
    );
  const before = (await decidedNow(folder, store)).between(a.id, b.id);
  if (before === verdict) {
    session.note(
      verdict === 'same'
        ? `${a.id} and ${b.id} are noted as same already`
        : `${a.id} and ${b.id} are noted as different already`,
    );
    return 0;
  }
  if (before !== undefined)
    session.note(
      verdict === 'same'
        ? `${a.id} and ${b.id} were noted as different; from now on they are the same`
        : `${a.id} and ${b.id} were noted as same; from now on they are different`,
    );
  const why = call.text('why');
  const decision = {
    verdict,
    a: a.id,
    b: b.id,
    by: call.text('by') ?? deciderName(),
    date: session.surroundings.today,
    ...(why === undefined ? {} : { why }),
  };
  await changeFiles(
    `${verdict} ${a.id} ${b.id}`,
    [decisionsAdded(folder, [decision])],
    call,
    session,
  );
  if (verdict === 'same' && !call.flag('dry-run'))
    session.note(`Next: koinon merge ${a.id} ${b.id}`);
  return 0;
}
