import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readFileText } from '../base/read-file.ts';
import type { Call } from '../core/consortium/call.ts';
import { placeOf, reasonOf } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { UsageError } from '../core/usage-error.ts';
import { readCall } from '../calls/read-call.ts';
import { shippedFolder } from '../shipped.ts';
import { fold } from '../vocabulary/fold.ts';
import { nearest } from '../vocabulary/nearest.ts';
import type { Session } from './session.ts';

/** The calls that are known, and files of rules that cannot be used, each with what is wrong in it. */
export interface Calls {
  readonly calls: readonly Call[];
  readonly broken: readonly { readonly id: string; readonly messages: readonly Message[] }[];
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
  if (unusable) {
    tellBroken(unusable.messages, session);
    throw new UsageError(
      `The rules of the call “${unusable.id}” cannot be used until that is mended`,
    );
  }
  const found = calls.find(({ id, titles }) =>
    [id, ...titles].some((name) => fold(name) === wanted),
  );
  if (found) return found;
  const byName = new Map(
    calls.flatMap(({ id, titles }) =>
      [id, ...titles].map((name): readonly [string, string] => [fold(name), id]),
    ),
  );
  const near = new Set(nearest(wanted, byName.keys(), 4).map((name) => byName.get(name)));
  throw new UsageError(
    near.size > 0
      ? `There is no call “${written}”; did you mean ${[...near].slice(0, 3).join(', ')}?`
      : `There is no call “${written}”; “koinon consortium rules” lists them`,
  );
}

/** Files of a base with rules of calls, and what is wrong in them. */
export function ownCalls(session: Session): {
  readonly files: readonly string[];
  readonly messages: readonly Message[];
} {
  const folder = baseFolder(session);
  if (folder === undefined) return { files: [], messages: [] };
  return {
    files: filesIn(folder).map((name) => `${callsFolder}/${name}`),
    messages: callsIn(folder, `${callsFolder}/`, session).broken.flatMap(
      ({ messages }) => messages,
    ),
  };
}

/** Says what is wrong with the rules of a call, each mistake on a line of its own. */
export function tellBroken(
  messages: readonly Message[],
  { surroundings, told }: Pick<Session, 'surroundings' | 'told'>,
): void {
  for (const message of messages)
    surroundings.note(`${placeOf(message)}: ${reasonOf(message, told)}`);
}

function callsIn(folder: string, shownAs: string, { language }: Session): Calls {
  const calls: Call[] = [];
  const broken: { readonly id: string; readonly messages: readonly Message[] }[] = [];
  for (const name of filesIn(folder)) {
    const [file, id] = [`${shownAs}${name}`, name.replace(/\.ya?ml$/i, '')];
    const read = readFileText(join(folder, name));
    if ('gone' in read) continue;
    const { call, problems } =
      'text' in read
        ? readCall(read.text.replace(/^\uFEFF/, ''), id, language)
        : { call: undefined, problems: [read.problem] };
    if (call) calls.push(call);
    else
      broken.push({
        id,
        messages: problems.map(({ line = 1, column = 1, severity, rule, reason, expected }) => {
          const message = { file, line, column, severity, rule, reason };
          return expected ? { ...message, expected } : message;
        }),
      });
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
