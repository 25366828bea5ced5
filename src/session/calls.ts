import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Call } from '../core/consortium/call.ts';
import { formatMessage } from '../core/message.ts';
import { UsageError } from '../core/usage-error.ts';
import { readCall } from '../calls/read-call.ts';
import { shippedFolder } from '../shipped.ts';
import { fold } from '../vocabulary/fold.ts';
import { nearest } from '../vocabulary/nearest.ts';
import type { Session } from './session.ts';

/** The calls that are known, and files of rules that cannot be used, each with the reason. */
export interface Calls {
  readonly calls: readonly Call[];
  readonly broken: readonly { readonly id: string; readonly reason: string }[];
}

const shipped = shippedFolder('vocabularies/calls');

/** Folder of a base for the rules of calls of its own. */
const callsFolder = 'calls';

/** All calls, by id: those of the base's folder `calls`, and those that come with koinon and that it does not replace. */
export function allCalls(session: Session): Calls {
  const folder = baseFolder(session);
  const own = folder === undefined ? none : callsIn(folder, `${callsFolder}/`, session);
  const come = callsIn(shipped, '', session);
  const calls = new Map([...come.calls, ...own.calls].map((call) => [call.id, call]));
  return {
    calls: [...calls.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    broken: [...come.broken, ...own.broken],
  };
}

const none: Calls = { calls: [], broken: [] };

/** The call of this id or title; throws {@link UsageError} with the nearest ones. */
export function findCall(written: string | undefined, session: Session): Call {
  const { calls, broken } = allCalls(session);
  if (written === undefined)
    throw new UsageError(
      `--rules names the call to check against: ${calls.map(({ id }) => id).join(', ')}`,
    );
  const wanted = fold(written);
  const unusable = broken.find(({ id }) => fold(id) === wanted);
  if (unusable) throw new UsageError(unusable.reason);
  const found = calls.find(({ id, title }) => fold(id) === wanted || fold(title) === wanted);
  if (found) return found;
  const byName = new Map(
    calls.flatMap(({ id, title }) => [
      [fold(id), id],
      [fold(title), id],
    ]),
  );
  const near = new Set(nearest(wanted, byName.keys(), 4).map((name) => byName.get(name)));
  throw new UsageError(
    near.size > 0
      ? `There is no call “${written}”; did you mean ${[...near].slice(0, 3).join(', ')}?`
      : `There is no call “${written}”; “koinon consortium rules” lists them`,
  );
}

function callsIn(folder: string, shownAs: string, { told }: Session): Calls {
  const calls: Call[] = [];
  const broken: { readonly id: string; readonly reason: string }[] = [];
  for (const name of filesIn(folder)) {
    const [file, id] = [`${shownAs}${name}`, name.replace(/\.ya?ml$/i, '')];
    const { call, problems } = readCall(read(join(folder, name), file), id);
    if (call) calls.push(call);
    const messages = problems.map(({ line = 1, column = 1, reason, ...problem }) =>
      formatMessage({ ...problem, reason: told(reason), file, line, column }).replace(
        / {2}error {2}call {2}/,
        ': ',
      ),
    );
    if (!call)
      broken.push({ id, reason: `The rules of a call cannot be used: ${messages.join(' · ')}` });
  }
  return { calls, broken };
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /^[^.].*\.ya?ml$/i.test(entry.name))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return [];
    throw error;
  }
}

function read(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    if (isCode(error, 'EACCES'))
      throw new UsageError(`${file} cannot be read: permission is denied`);
    throw error;
  }
}

/** Rules can be listed where there is no base. */
function baseFolder(session: Session): string | undefined {
  try {
    return join(session.base.folder, callsFolder);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
