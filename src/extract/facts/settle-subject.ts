import type { TextSpan } from '../../core/document.ts';
import type { DefinedName } from '../names/defined-name.ts';
import { definedName, headName } from '../names/defined-name.ts';
import type { Passage } from '../text/passage.ts';
import type { Labelled } from '../roles/sheet.ts';
import type { Subject, SubjectHints } from './subject.ts';
import { salientOf, subjectOf } from './subject.ts';
import type { Thing, Things } from './thing.ts';
import { sheetHeading } from './sheet-heading.ts';
import type { FoundTitle } from './title.ts';
import { nested } from '../text/mention.ts';
import { spanAround, spansIn } from '../text/spans.ts';

/** The entity that a document is mainly about, which is not named `elsewhere`; where nothing names it, one is made of the title. */
export function settleSubject(
  passage: Passage,
  things: Things,
  title: FoundTitle | undefined,
  sheet: readonly Labelled[],
  hints: Omit<SubjectHints, 'hasHead'>,
  elsewhere: readonly TextSpan[],
): { readonly entity: string; readonly kind: string } | undefined {
  const mentions = nested(things.mentions()).filter((each) => !spanAround(elsewhere, each));
  const head = title?.span && headName(passage, title.span);
  const hasHead = head !== undefined && spansIn(mentions, head.span).length === 0;
  const subject = subjectOf(passage, title?.span, sheet, mentions, { ...hints, hasHead });
  if (!subject) return undefined;
  const labelled = sheet.find(({ field, sort }) => field === 'title' && sort === 'line');
  const thing =
    (labelled?.values[0] && byLabel(passage, things, subject, labelled.values[0], sheet)) ??
    (labelled ? undefined : byHeading(passage, things, subject, sheet)) ??
    named(passage, things, subject, head) ??
    byShortName(passage, things, subject, title) ??
    (subject.entity === undefined
      ? byTitle(passage, things, subject, title)
      : things.get(subject.entity));
  if (thing) {
    const { id: entity, kind } = isItself(thing, title) ? things.asDocument(thing) : thing;
    return { entity, kind };
  }
  const first = salientOf(mentions, title?.span, passage.text.length).find(
    ({ kind }) => kind !== 'programme' && kind !== 'document',
  );
  return first ? { entity: first.entity, kind: first.kind } : undefined;
}

/** “Annual Report 2023” above the report: what its title names is the document that is read, and no other record. */
function isItself({ kind, record, mentions }: Thing, title: FoundTitle | undefined): boolean {
  const span = title?.span;
  return (
    kind === 'document' &&
    record === undefined &&
    span !== undefined &&
    spansIn(mentions, span).some(({ start, end }) => (end - start) * 2 > span.end - span.start)
  );
}

/** An organisation by the name at the head of the title or by the first sentence that defines it. */
function named(
  passage: Passage,
  things: Things,
  { kind }: Subject,
  head: DefinedName | undefined,
): Thing | undefined {
  const defined = kind === 'organisation' ? (head ?? definedName(passage)) : undefined;
  if (!defined) return undefined;
  const { span, title, mentions } = defined;
  const [known] = spansIn(nested(things.mentions()), span);
  if (known) {
    const isWhole = (known.end - known.start) * 2 > span.end - span.start;
    return known.kind === kind && isWhole ? things.get(known.entity) : undefined;
  }
  return things.add({
    kind: 'organisation',
    title,
    aliases: [],
    mentions,
    rule: 'defined',
    confidence: 0.8,
  });
}

/** “A Barca Azul” above “… Barca Azul – Cooperativa de Pescadores …”: the title is the short name of a body. */
function byShortName(
  { text }: Passage,
  things: Things,
  { kind }: Subject,
  title: FoundTitle | undefined,
): Thing | undefined {
  const short = title?.text.replace(article, '') ?? '';
  if (kind !== 'organisation' || short.length < 3 || short.length > longestShort) return undefined;
  const own = nested(things.mentions()).find(
    (each) =>
      each.kind === kind &&
      /^ [–—-] $/.test(text.slice(each.start - 3, each.start)) &&
      text.slice(each.start - 3 - short.length, each.start - 3) === short,
  );
  const thing = own && things.get(own.entity);
  if (!thing) return undefined;
  things.change(thing.id, { aliases: [...new Set([...thing.aliases, short])] });
  return things.get(thing.id);
}

const longestShort = 60;
const article = /^(?:(?:the|a|o|os|as|la|le|les|el|els|il|lo|gli|η|ο|το|οι|τα) |l['’])/iu;

/** “Title: LIEVITO MADRE – Panifici di comunità”, with “Acronym: …” beside it. */
function byLabel(
  { text }: Passage,
  things: Things,
  { kind }: Subject,
  value: TextSpan,
  sheet: readonly Labelled[],
): Thing | undefined {
  const full = text
    .slice(value.start, value.end)
    .replaceAll(/["“”«»]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const short = sheet.find(({ field, sort }) => field === 'acronym' && sort === 'line')?.values[0];
  const acronym = short && text.slice(short.start, short.end);
  const spans: TextSpan[] = short ? [value, short] : [value];
  const inside = spans.flatMap((span) => spansIn(nested(things.mentions()), span));
  const found =
    inside.find((each) => each.kind === kind) ??
    inside.find(({ start }) => start - value.start < 3 && start >= value.start);
  const before = found && things.get(found.entity);
  const aliases = [...new Set([...(before?.aliases ?? []), full, ...headsOf(full)])];
  if (before) {
    things.change(before.id, {
      kind,
      ...(acronym === undefined || acronym === before.title ? {} : { acronym }),
      aliases: aliases.filter((alias) => alias !== before.title && alias !== acronym),
    });
    return things.get(before.id);
  }
  const [head = full] = headsOf(full);
  return things.add({
    kind,
    title: head,
    ...(acronym === undefined ? {} : { acronym }),
    aliases: aliases.filter((alias) => alias !== head),
    mentions: spans,
    rule: 'label',
    confidence: 0.92,
  });
}

/** What stands right above a sheet, unless what is found to be the subject was named by then. */
function byHeading(
  passage: Passage,
  things: Things,
  subject: Subject,
  sheet: readonly Labelled[],
): Thing | undefined {
  if (!/^(?:project|practice|event)$/.test(subject.kind)) return undefined;
  if (sheet.some(({ field, sort }) => sort === 'line' && ofOneName.has(field))) return undefined;
  const heading = sheetHeading(passage, sheet);
  if (!heading) return undefined;
  const mentions = nested(things.mentions());
  const isNamed = mentions.some(
    ({ entity, start }) => entity === subject.entity && start < heading.end,
  );
  const isOther = spansIn(mentions, heading).some(
    ({ entity, kind, start, end }) =>
      kind !== subject.kind &&
      (end - start) * 2 > heading.end - heading.start &&
      !isLed(things.get(entity), sheet),
  );
  return isNamed || isOther ? undefined : byLabel(passage, things, subject, heading, sheet);
}

/** A name such as “The Workshop”, that a sheet below says another to lead, is no organisation. */
function isLed(thing: Thing | undefined, sheet: readonly Labelled[]): boolean {
  if (!thing || thing.kind !== 'organisation' || thing.record !== undefined) return false;
  const leads = sheet.filter(({ field }) => field === 'lead' || field === 'owner');
  const values = sheet.flatMap((line) => line.values);
  const isInside = thing.mentions.some(({ start, end }) =>
    values.some((value) => value.start <= start && end <= value.end),
  );
  return leads.length > 0 && !isInside;
}

/** Labels that give a name themselves. */
const ofOneName = new Set(['acronym', 'project', 'subject']);

/** The name before “ – ” or “: ” and after “[Letter 3]”, where such are there. */
function headsOf(full: string): string[] {
  const own = full.slice(bracketed.exec(full)?.[0].length ?? 0);
  const cut = /\s[–—-]\s|\s?::?\s/.exec(own);
  if (cut && cut.index > 2) return [own.slice(0, cut.index)];
  return own === full ? [] : [own];
}

/** What a title begins with in brackets: its number or its kind. */
const bracketed = /^\s*[[(][^\])]{1,60}[\])]\s*(?=\S)/u;

/** An event or project without a name of its own has that of the document. */
function byTitle(
  passage: Passage,
  things: Things,
  { kind }: Subject,
  title: FoundTitle | undefined,
): Thing | undefined {
  if (!/^(?:event|project|practice|programme|document)$/.test(kind)) return undefined;
  const span = title?.span ?? (kind === 'event' ? firstClause(passage) : undefined);
  if (!span) return undefined;
  const name =
    kind === 'project'
      ? projectName(passage.text, span)
      : kind === 'programme'
        ? quotedIn(passage.text, span)
        : span;
  // A name alone that nothing tells the kind of has that of the document.
  const [known] = spansIn(nested(things.mentions()), name);
  const before =
    known && known.start === name.start && known.end === name.end
      ? things.get(known.entity)
      : undefined;
  if (before && !told.has(before.rule)) {
    things.change(before.id, { kind });
    return things.get(before.id);
  }
  return things.add({
    kind,
    title: passage.text.slice(name.start, name.end).replaceAll(/\s+/g, ' '),
    aliases: [],
    mentions: [name],
    rule: 'title',
    confidence: 0.6,
  });
}

/** Rules by which a name tells itself what it is. */
const told = new Set(['known', 'head', 'authority', 'acronym']);

/** “Projet OASIS VIVANTES – Annexe 2” and “[Letter 3] OASIS VIVANTES: trees” are about OASIS VIVANTES. */
function projectName(text: string, { start, end }: TextSpan): TextSpan {
  const title = text.slice(start, end);
  const noun =
    /(?:projets?|projects?|proyectos?|progetti|progetto|projetos?|projectes?|έργου?|ل?مشروع)(?:\s?:)?\s{1,3}["«“]?(?=[\p{Lu}\p{Lo}])/iu.exec(
      title,
    ) ?? bracketed.exec(title);
  const from = noun ? start + noun.index + noun[0].length : start;
  const cut = /["»”]|\s[–—-]\s|\s?:\s|\s\(/.exec(text.slice(from, end));
  return { start: from, end: cut && cut.index > 2 ? from + cut.index : end };
}

/** Call “Roots in common” – third edition: what stands in the quotation marks. */
function quotedIn(text: string, span: TextSpan): TextSpan {
  const found = /["“«]\s?([^"”»]{3,90}?)\s?["”»]/.exec(text.slice(span.start, span.end));
  if (!found?.[1]) return span;
  const start = span.start + found.index + found[0].indexOf(found[1]);
  return { start, end: start + found[1].length };
}

function firstClause({ text, blocks }: Passage): TextSpan | undefined {
  const body = blocks.find(({ zone, kind }) => zone === 'body' && kind === 'paragraph');
  const sentence = body?.sentences[0];
  // “Speakers:” heads a list and names nothing.
  if (!sentence || text.slice(sentence.start, sentence.end).trimEnd().endsWith(':'))
    return undefined;
  const end = Math.min(sentence.end, sentence.start + 200);
  return {
    start: sentence.start,
    end: text.slice(sentence.start, end).trimEnd().length + sentence.start,
  };
}
