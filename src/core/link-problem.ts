import type { Problem } from './message.ts';

/** A record as it is named in a message. */
interface Named {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
}

/** What is to be said of a link that does not lead where it should. */
export function linkProblem(
  link: {
    readonly relation: string;
    readonly target: string;
    readonly state: string;
    readonly path?: readonly (string | number)[];
    readonly line?: number;
    readonly column?: number;
  },
  candidates: readonly Named[],
  near: readonly string[],
  to: readonly string[] | undefined,
  rivals: readonly string[],
  file: string | undefined,
): Problem {
  const place = {
    ...(link.path ? { path: link.path } : {}),
    ...(link.line === undefined ? {} : { line: link.line }),
    ...(link.column === undefined ? {} : { column: link.column }),
  };
  const { target, relation } = link;
  const [first] = candidates;
  if (link.state === 'ambiguous') {
    return {
      severity: 'error',
      rule: 'ambiguous',
      reason: `“${target}” can mean ${candidates.length} records; write the id of the one you mean`,
      expected: candidates.map(({ id }) => id),
      ...place,
    };
  }
  if (link.state === 'misplaced' && first) {
    return {
      severity: 'error',
      rule: 'wrong-kind',
      reason: `Expected ${among(to ?? [])} in “${relation}”, found the ${first.kind} ${first.id}`,
      ...place,
    };
  }
  if (link.state === 'doubled') {
    return {
      severity: 'warning',
      rule: 'doubled',
      reason: `${first ? first.title : target} stands in “${relation}” and in “${rivals.join('” or “')}” too; keep one of the two`,
      ...place,
    };
  }
  if (file !== undefined) {
    return {
      severity: 'info',
      rule: 'no-record',
      reason: `“${target}” is the file ${file}, which is no record; give it a kind if it should be one`,
      ...place,
    };
  }
  const isList = /[^\s,],\s+\S/.test(target) && near.length === 0;
  return {
    severity: 'warning',
    rule: 'unresolved',
    reason: isList
      ? `No record is called “${target}”; several names stand in a list, as in [${target}]`
      : `No record is called “${target}”`,
    ...(near.length > 0 ? { expected: near } : {}),
    ...place,
  };
}

function among(kinds: readonly string[]): string {
  return kinds.map((kind) => oneOf[kind] ?? kind).join(' or ');
}

const oneOf: Readonly<{ [kind: string]: string }> = {
  organisation: 'an organisation',
  project: 'a project',
  event: 'an event',
  programme: 'a programme',
  practice: 'a practice',
  document: 'a document',
};
