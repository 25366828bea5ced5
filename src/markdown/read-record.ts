import { createHash } from 'node:crypto';
import type { Kind, Kinds } from '../core/kind.ts';
import type { Problem } from '../core/message.ts';
import { isText, nodeMap, normalKeys } from '../core/node.ts';
import type { NodeMap } from '../core/node.ts';
import type { Fields } from '../core/read-fields.ts';
import { declaredKey, readFields } from '../core/read-fields.ts';
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
import type { Locator } from './locate.ts';
import { locator } from './locate.ts';

/** What reading a record needs to know beside the file itself. */
export interface ReadContext extends ValueContext {
  readonly kinds: Kinds;
}

/** Reads the text of one Markdown file; `path` is relative to the base, with `/` between its parts. */
export function readRecord(text: string, path: string, context: ReadContext): Reading {
  const front = readFront(text);
  const problems: Problem[] = [...front.problems];
  const written = normalKeys(front.data, (key) => {
    const reason = 'This field stands twice in other spellings; the first one is used';
    problems.push({ severity: 'error', rule: 'field', reason, path: [key], key: true });
  });
  const data = titled(written, context);
  const kind = kindOf(data, path, context, front, problems);
  // The index keeps front matter with records only, so that this is the last chance to find the place.
  if (!kind) return { problems: placed(problems, front.source) };
  const fields = readFields(ownFields(data, kind, context), kind, context);
  const body = readBody(front.body, {
    firstLine: front.bodyLine,
    isRelation: (key) => relationOf(key, kind, context) !== undefined,
  });
  problems.push(...fields.problems);
  if (body.partial) {
    const reason =
      'The body is too long or too intricate to be parsed fully; its text and links are read';
    problems.push({ severity: 'warning', rule: 'body', reason, line: front.bodyLine, column: 1 });
  }
  const stem = stemOf(path);
  const ownId = idOf(data, problems);
  const title = titleOf(data, body, stem, problems);
  if (problems.length === 0) problems.push(...unfinished(data, fields, body));
  return {
    record: {
      kind: kind.name,
      id: ownId ?? (slug(stem) || `record-${hexOf(stem)}`),
      explicitId: ownId !== undefined,
      title,
      values: fields.values,
      extra: fields.extra,
      links: [
        ...fields.links,
        ...body.links.filter(isRecordLink).map((link) => linkOf(link, kind, context)),
      ],
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
  context: ReadContext,
  front: Front,
  problems: Problem[],
): Kind | undefined {
  const { kinds } = context;
  const written = data['kind'];
  const named = isText(written) ? kinds.named(written) : undefined;
  if (written !== undefined && written !== '' && !named) {
    const names = kinds.all().map(({ name }) => name);
    const near = isText(written) ? nearest(fold(written), names, 2) : [];
    problems.push({
      severity: 'error',
      rule: 'kind',
      reason: `Expected a kind of record, found ${isText(written) ? `“${written.trim()}”` : 'a list or group'}`,
      expected: near.length > 0 ? near : names,
      path: ['kind'],
    });
  }
  if (!front.found) {
    const reason =
      'No front matter: not a record. Begin it with lines ---, title: … and --- to make it one';
    if (problems.length === 0) problems.push({ severity: 'info', rule: 'kind', reason, line: 1 });
    return undefined;
  }
  const type = isText(data['type']) ? data['type'] : '';
  const typed = kinds.named(type);
  const owned = named ?? (typed && isOwnName(type, typed, context) ? typed : undefined);
  const aside = asideFile.test(path);
  const kind = owned ?? (aside ? undefined : folderKind(path, kinds)) ?? typed;
  if (!kind && problems.length === 0) {
    const reason = aside
      ? 'No kind: _index.md and README.md are records only where they say it themselves; write “kind: project” to make it one'
      : 'No kind: write “kind: organisation” (or project, event …), or move the file to the folder of its kind';
    problems.push({ severity: 'info', rule: 'kind', reason, line: 1, column: 1 });
  }
  return kind;
}

/** Hugo and Git keep words about a folder in these, which are seldom about a record. */
const asideFile = /(?:^|\/)(?:_index|readme)\.md$/i;

/**
 * Whether a word is a name of the kind itself, as `project` and `projet` are; `report` and `workshop` are sorts of
 * documents and events: such a `type` is a field of its own, and a kind only where the folder says none.
 */
function isOwnName(word: string, kind: Kind, context: ReadContext): boolean {
  const concepts = context.concepts('kinds');
  const names = [kind.name, kind.plural, ...(kind.aliases ?? []), ...(kind.folders ?? [])];
  const labels = languages.map((language) => concepts.label(kind.name, language));
  return [...names, ...labels].some((name) => fold(name) === fold(word));
}

const languages = ['en', 'fr', 'es', 'it', 'pt', 'ca', 'el', 'ar'] as const;

function folderKind(path: string, kinds: Kinds): Kind | undefined {
  for (const folder of path.split('/').slice(0, -1).toReversed()) {
    const kind = kinds.inFolder(folder);
    if (kind) return kind;
  }
  return undefined;
}

/** With the title under its own key where it was written in another language. */
function titled(data: NodeMap, context: ReadContext): NodeMap {
  if (data['title'] !== undefined || data['name'] !== undefined) return data;
  const fields = context.concepts('fields');
  const found = Object.keys(data).find((key) => fields.find(key) === 'title');
  if (found === undefined) return data;
  return nodeMap(
    Object.entries(data).map(([key, node]) => [key === found ? 'title' : key, node] as const),
  );
}

/** What is left for fields when the kind and the title have taken theirs. */
function ownFields(data: NodeMap, kind: Kind, context: ReadContext): NodeMap {
  const { type, title } = data;
  const kindWritten = isText(data['kind']) && data['kind'] !== '';
  const taken = new Set<string>();
  if (!kindWritten && isText(type) && isOwnName(type, kind, context)) taken.add('type');
  if (!isText(title) || title.trim() === '') taken.add('name');
  return taken.size === 0 ? data : nodeMap(Object.entries(data).filter(([key]) => !taken.has(key)));
}

function relationOf(key: string, kind: Kind, context: ReadContext): string | undefined {
  const declared = declaredKey(key, kind, context);
  return declared !== undefined && Object.hasOwn(kind.relations, declared) ? declared : undefined;
}

function placed(problems: readonly Problem[], source: string): Problem[] {
  let place: Locator | undefined;
  return problems.map((problem) => {
    if (!problem.path || problem.line !== undefined) return problem;
    place ??= locator(source);
    return { ...problem, ...place(problem.path, problem.key) };
  });
}

function idOf(data: NodeMap, problems: Problem[]): string | undefined {
  const { id = '' } = data;
  const written = isText(id) ? id.trim() : undefined;
  if (written === '') return undefined;
  if (written === undefined) {
    const reason = 'Expected an id, found a list or group';
    problems.push({ severity: 'error', rule: 'id', reason, path: ['id'] });
    return undefined;
  }
  if (isId(written) && !written.includes('/')) return written;
  const read = slug(written.replaceAll('/', ' '));
  problems.push({
    severity: 'error',
    rule: 'id',
    reason: `Expected an id of lower-case letters, digits and hyphens, found “${written}”`,
    ...(read === '' ? {} : { expected: [read] }),
    path: ['id'],
  });
  return read === '' ? undefined : read;
}

function titleOf(data: NodeMap, body: Body, stem: string, problems: Problem[]): string {
  for (const key of ['title', 'name']) {
    if (data[key] === undefined || isText(data[key])) continue;
    const reason = `Expected a text as ${key}, found a list or group; put it in quotes`;
    problems.push({ severity: 'error', rule: key, reason, path: [key] });
  }
  return ownTitle(data, body) ?? stem;
}

function ownTitle(data: NodeMap, body: Body): string | undefined {
  const written = [data['title'], data['name']].find((each) => isText(each) && each.trim() !== '');
  if (isText(written)) return written.trim();
  return body.headings.find(({ depth, text }) => depth === 1 && text !== '')?.text;
}

/** What says that somebody began a record and left, or that a tool was to fill it in. */
function unfinished(data: NodeMap, fields: Fields, body: Body): Problem[] {
  const title = ownTitle(data, body);
  const about = { severity: 'info', rule: 'unfinished' } as const;
  if (title?.includes('{{')) {
    const reason =
      'The title holds “{{”: this looks like a template; move it out of the base, or fill it in';
    return [{ ...about, reason, ...(isText(data['title']) ? { path: ['title'] } : { line: 1 }) }];
  }
  const { values, extra, links } = fields;
  const written = [values, extra, links, body.links].some((each) => Object.keys(each).length > 0);
  if (title !== undefined || written || body.text.trim() !== '') return [];
  const reason = 'Nothing is written here but a kind: this looks unfinished; give it a title';
  return [{ ...about, reason, line: 1 }];
}

/** Pictures and other attachments are no records. */
function isRecordLink({ target }: BodyLink): boolean {
  return !/\.(?:png|jpe?g|gif|svg|webp|avif|pdf|docx?|xlsx?|pptx?|od[stp]|csv|mp[34]|wav|zip|canvas|base)$/i.test(
    target,
  );
}

function linkOf(link: BodyLink, kind: Kind, context: ReadContext): Link {
  const { target, label, fragment, relation, form, line, column } = link;
  return {
    relation: relationOf(relation, kind, context) ?? 'mentions',
    target,
    ...(label === undefined ? {} : { label }),
    ...(fragment === undefined ? {} : { fragment }),
    ...(form === 'markdown' ? { pathOnly: true as const } : {}),
    line,
    column,
  };
}

/** A stand-in for a stem that has no letter of the Latin, Greek or Arabic script; another one for every stem. */
function hexOf(stem: string): string {
  return createHash('sha256').update(stem).digest('hex').slice(0, 12);
}
