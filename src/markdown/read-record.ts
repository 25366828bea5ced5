import type { Kind, Kinds } from '../core/kind.ts';
import type { Problem } from '../core/message.ts';
import { isText, normalKeys } from '../core/node.ts';
import type { NodeMap } from '../core/node.ts';
import { readFields } from '../core/read-fields.ts';
import type { Link, Reading } from '../core/record.ts';
import { isId, slug } from '../core/slug.ts';
import { stemOf } from '../core/stem.ts';
import type { ValueContext } from '../core/value.ts';
import { fold } from '../vocabulary/fold.ts';
import { nearest } from '../vocabulary/nearest.ts';
import type { Body, BodyLink } from './body.ts';
import { readBody } from './body.ts';
import type { Front } from './front.ts';
import { readFront } from './front.ts';

/** What reading a record needs to know beside the file itself. */
export interface ReadContext extends ValueContext {
  readonly kinds: Kinds;
}

/** Reads the text of one Markdown file; `path` is relative to the base, with `/` between its parts. */
export function readRecord(text: string, path: string, context: ReadContext): Reading {
  const front = readFront(text);
  const data = normalKeys(front.data);
  const problems: Problem[] = [...front.problems];
  const kind = kindOf(data, path, context.kinds, front, problems);
  if (!kind) return { problems };
  const fields = readFields(data, kind, context);
  const body = readBody(front.body, {
    firstLine: front.bodyLine,
    isRelation: (key) => Object.hasOwn(kind.relations, key),
  });
  problems.push(...fields.problems);
  if (body.partial) {
    const reason =
      'The body is too long or too intricate to be parsed fully; its text and links are read';
    problems.push({ severity: 'warning', rule: 'body', reason, line: front.bodyLine, column: 1 });
  }
  const stem = stemOf(path);
  const written = idOf(data, problems);
  return {
    record: {
      kind: kind.name,
      id: written ?? (slug(stem) || `record-${hexOf(stem)}`),
      explicitId: written !== undefined,
      title: titleOf(data, body, stem),
      values: fields.values,
      extra: fields.extra,
      links: [...fields.links, ...body.links.map((link) => linkOf(link, kind))],
      headings: body.headings,
      text: body.text,
      front: front.source,
    },
    problems,
  };
}

function kindOf(
  data: NodeMap,
  path: string,
  kinds: Kinds,
  front: Front,
  problems: Problem[],
): Kind | undefined {
  const written = isText(data['kind']) ? data['kind'] : undefined;
  const named = written === undefined ? undefined : kinds.named(written);
  if (written !== undefined && written !== '' && !named) {
    const names = kinds.all().map(({ name }) => name);
    problems.push({
      severity: 'error',
      rule: 'kind',
      reason: `Expected a kind of record, found “${written}”`,
      expected:
        nearest(fold(written), names, 2).length > 0 ? nearest(fold(written), names, 2) : names,
      path: ['kind'],
    });
  }
  const typed = named ?? (isText(data['type']) ? kinds.named(data['type']) : undefined);
  const kind = typed ?? folderKind(path, kinds);
  if (!kind && problems.length === 0) {
    const reason = front.found
      ? 'No kind: write “kind: organisation” (or project, event …), or move the file to the folder of its kind'
      : 'No front matter and no kind: not a record';
    problems.push({ severity: 'info', rule: 'kind', reason, line: 1, column: 1 });
  }
  return kind;
}

function folderKind(path: string, kinds: Kinds): Kind | undefined {
  for (const folder of path.split('/').slice(0, -1).toReversed()) {
    const kind = kinds.inFolder(folder);
    if (kind) return kind;
  }
  return undefined;
}

function idOf(data: NodeMap, problems: Problem[]): string | undefined {
  const written = isText(data['id']) ? data['id'].trim() : '';
  if (written === '') return undefined;
  if (isId(written)) return written;
  const read = written.split('/').map(slug).filter(Boolean).join('/');
  problems.push({
    severity: 'error',
    rule: 'id',
    reason: `Expected an id of lower-case letters, digits and hyphens, found “${written}”`,
    ...(read === '' ? {} : { expected: [read] }),
    path: ['id'],
  });
  return read === '' ? undefined : read;
}

function titleOf(data: NodeMap, body: Body, stem: string): string {
  const written = [data['title'], data['name']].find((each) => isText(each) && each.trim() !== '');
  if (isText(written)) return written.trim();
  const heading = body.headings.find(({ text }) => text !== '');
  return heading?.text ?? stem;
}

function linkOf(link: BodyLink, kind: Kind): Link {
  const { target, label, fragment, relation, form, line, column } = link;
  return {
    relation: Object.hasOwn(kind.relations, relation) ? relation : 'mentions',
    target,
    ...(label === undefined ? {} : { label }),
    ...(fragment === undefined ? {} : { fragment }),
    ...(form === 'markdown' ? { pathOnly: true as const } : {}),
    line,
    column,
  };
}

/** A readable stand-in for a stem that has no letter of the Latin, Greek or Arabic script. */
function hexOf(stem: string): string {
  return Buffer.from(stem).toString('hex').slice(0, 24);
}
