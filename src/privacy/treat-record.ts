import type { Kind } from '../core/kind.ts';
import type { Path } from '../core/message.ts';
import type { Node, NodeMap } from '../core/node.ts';
import { isList, isMap, isText, normalKey, textsOf } from '../core/node.ts';
import { declaredKey } from '../core/read-fields.ts';
import { stemOf } from '../core/stem.ts';
import { parseTarget } from '../core/target.ts';
import { UsageError } from '../core/usage-error.ts';
import type { FrontEdit } from '../markdown/front-edit.ts';
import { EditRefused } from '../markdown/front-edit.ts';
import { editFront } from '../markdown/edit-front.ts';
import { readFront } from '../markdown/front.ts';
import { readRecord } from '../markdown/read-record.ts';
import { fold } from '../vocabulary/fold.ts';
import type { YamlText } from './edit-yaml.ts';
import { numberIn } from './links.ts';
import type { OwnLinks } from './links.ts';
import { removedFrom } from './removed.ts';
import { treatBody } from './treat-body.ts';
import { treatText } from './treat-text.ts';
import type { Own } from './treat-yaml.ts';
import { fieldOf, treatYaml } from './treat-yaml.ts';
import type { Mention, Treated, Treating } from './treated.ts';

/** A record: a person goes whole from the fields for persons; elsewhere what is removed is the name. */
export function treatRecord(
  text: string,
  file: string,
  treating: Treating,
  isDraft = false,
): Treated {
  const front = readFront(text);
  if (!front.found) return treatText(text, file, treating);
  const { record } = readRecord(text, file, treating);
  const kind = record && treating.kinds.get(record.kind);
  const links = treating.links.of(file);
  const told: Mention[] = [];
  const edits = removals(text, file, kind, links, treating, told);
  const cut = edited(text, edits, file);
  const left = readFront(cut);
  const at = /^\ufeff?---[ \t]*\r?\n/.exec(cut)?.[0].length ?? 0;
  const own = ownTexts(links, treating, isDraft, quotesOf(left.data, links, treating), kind);
  const yaml = treatYaml(left.source, file, treating, own);
  // Lines are those of the file as it is, so that what goes is told from the file before the cut.
  const before = treatYaml(front.source, file, treating, own);
  const gone = new Set(told.map((each) => key(each)));
  const kept = before.mentions
    .map((each) => ({ ...each, line: each.line + 1 }))
    .filter((each) => !gone.has(key(each)));
  const title = record?.title;
  const hasTitle = ['title', 'name'].some((each) =>
    Object.keys(front.data).some((name) => normalKey(name) === each),
  );
  const body = treatBody(left.body, file, front.bodyLine, treating, {
    links,
    ...(hasTitle || isDraft || title === undefined || title === stemOf(file) ? {} : { title }),
  });
  return {
    mentions: [...told, ...kept, ...body.mentions],
    after:
      cut.slice(0, at) + yaml.after + fences(cut, at + left.source.length, left.body) + body.after,
  };
}

/** What stands between front matter and body. */
function fences(text: string, from: number, body: string): string {
  return text.slice(from, text.length - body.length);
}

function key({ line, field, start, text }: Mention): string {
  return JSON.stringify([line, field, start, text]);
}

/** Persons, old ids and links to nobody that name somebody: the item goes, since the rest of it is about the same person. */
function removals(
  text: string,
  file: string,
  kind: Kind | undefined,
  links: OwnLinks | undefined,
  treating: Treating,
  told: Mention[],
): readonly FrontEdit[] {
  const { finder, kinds } = treating;
  const front = readFront(text);
  const all = treatYaml(front.source, file, treating).mentions;
  const edits: FrontEdit[] = [];
  const has = (text: string) => finder.find(text).some(({ within }) => within === undefined);
  for (const [name, node] of Object.entries(front.data)) {
    const field = (kind && declaredKey(normalKey(name), kind, treating)) ?? normalKey(name);
    const isPersonal = kind
      ? kind.fields[field]?.personal === true
      : kinds.all().some(({ fields }) => fields[field]?.personal === true);
    const isLink = kind?.relations[field] !== undefined;
    if (!isPersonal && !isLink && field !== 'former_ids') continue;
    const items = isList(node) ? node : [node];
    const going = items.map((item) =>
      isLink ? leadsNowhere(item, links, has) : meant(item).some(has),
    );
    if (!going.includes(true)) continue;
    const paths: readonly Path[] = going.every(Boolean)
      ? [[name]]
      : going.flatMap((goes, at) => (goes ? [[name, at]] : []));
    edits.push(...paths.toReversed().map((path) => ({ remove: path })));
    const fields = new Set(paths.map(fieldOf));
    const beside = isPersonal ? items.filter((_, at) => going[at]).flatMap(contactOf) : [];
    for (const mention of all)
      if (waysTo(mention.field).some((each) => fields.has(each))) {
        const { stays: _, ...rest } = mention;
        told.push({ ...rest, line: mention.line + 1, beside });
      }
  }
  return edits;
}

/** A way such as `contacts 1 name` with those that it leads by: `contacts`, `contacts 1`. */
function waysTo(field: string): readonly string[] {
  return [...Array.from(field.matchAll(/ /g), ({ index }) => field.slice(0, index)), field];
}

/** By what an item is about somebody; who else is named in it, as in “assistant of …”, is not the one. */
function meant(item: Node): readonly string[] {
  return isMap(item) ? [item['name'], item['email'], item['phone']].filter(isText) : textsOf(item);
}

function contactOf(item: Node): readonly string[] {
  return isMap(item) ? [item['email'], item['phone']].filter(isText) : [];
}

/** Whether a relation names somebody who has no record. */
function leadsNowhere(
  item: Node,
  links: OwnLinks | undefined,
  has: (text: string) => boolean,
): boolean {
  return textsOf(item).some((text) => {
    const target = parseTarget(text)?.target;
    return target !== undefined && links?.targets.get(target) === null && has(target);
  });
}

function edited(text: string, edits: readonly FrontEdit[], file: string): string {
  try {
    return editFront(text, edits);
  } catch (error) {
    if (error instanceof EditRefused)
      throw new UsageError(`${file}: ${error.message}; nothing is written`);
    throw error;
  }
}

/** Texts of front matter that are more than words: names of the record, links, and what belongs to a quote. */
function ownTexts(
  links: OwnLinks | undefined,
  treating: Treating,
  isDraft: boolean,
  quotes: ReadonlyMap<number, Quoted>,
  kind: Kind | undefined,
): Own {
  const isRelation = (field: string) => {
    const declared = kind && declaredKey(field, kind, treating);
    return declared !== undefined && kind?.relations[declared] !== undefined;
  };
  const { finder, frozen } = treating;
  return ({ path, text }: YamlText) => {
    const field = normalKey(String(path[0]));
    const last = normalKey(String(path.at(-1)));
    const has = (each: string) => finder.find(each).some(({ within }) => within === undefined);
    if (path.length === 1 && !isDraft && ['title', 'name'].includes(field) && has(text))
      return { text, stays: 'It is the title of a record: give it another one by hand' };
    if (path.length === 1 && !isDraft && field === 'id' && has(text))
      return {
        text,
        stays: `It is an id: “koinon rename ${text} NEW-ID” gives the record another one`,
      };
    if (path.length === 1 && field === 'sha256') {
      const made = frozen.get(text.trim().toLowerCase());
      if (made) return { text: made.sha256 };
    }
    if (field === 'sources' && ['start', 'end', 'quote'].includes(last))
      return quotePart(quotes.get(numberIn(path)), last);
    if (!isRelation(field)) return undefined;
    const target = parseTarget(text)?.target;
    const to = target === undefined ? undefined : links?.targets.get(target);
    if (target === undefined || !to || !has(text)) return undefined;
    if (has(to) && has(target))
      return { text, stays: `It leads to the record ${to}, whose id holds the name` };
    return { text: relabelled(text, target, has(target) ? to : target, treating) };
  };
}

/** Where a quote will stand in its text, and what it will say there. */
interface Quoted {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** Sources whose texts change, as they will be; those that do not stand at their places are left to be treated as any text. */
function quotesOf(
  data: NodeMap,
  links: OwnLinks | undefined,
  { frozen }: Treating,
): ReadonlyMap<number, Quoted> {
  const found = new Map<number, Quoted>();
  const [, node] = Object.entries(data).find(([name]) => normalKey(name) === 'sources') ?? [];
  for (const [at, item] of (isList(node) ? node : [node]).entries()) {
    const made = frozen.get(links?.texts.get(at) ?? '');
    if (!made || !isMap(item)) continue;
    const { quote, start, end } = item;
    if (!isText(quote) || !isText(start) || !isText(end)) continue;
    if (made.before.slice(Number(start), Number(end)) !== quote) continue;
    const [from, to] = [made.shifted(Number(start), 'start'), made.shifted(Number(end), 'end')];
    found.set(at, { start: from, end: to, quote: made.after.slice(from, to) });
  }
  return found;
}

function quotePart(
  quoted: Quoted | undefined,
  part: string,
): { readonly text: string } | undefined {
  if (!quoted) return undefined;
  return {
    text: part === 'quote' ? quoted.quote : String(part === 'start' ? quoted.start : quoted.end),
  };
}

/** A link to another name of the same record, with its label without the name. */
function relabelled(text: string, target: string, to: string, { finder }: Treating): string {
  const [head = '', ...labels] = text.split('|');
  const label = labels.join('|');
  const going = finder.find(label).filter(({ within }) => within === undefined);
  const shown = removedFrom(label, going, 'plain').text;
  const link = fold(head) === '' ? head : head.replace(target, to);
  return labels.length === 0 ? link : `${link}|${shown}`;
}
