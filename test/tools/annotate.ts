import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** What a person writes beside a text: quotes without offsets; `Name#2` is the second place where the quote stands. */
interface Annotations {
  readonly docType: string;
  readonly kind: string;
  readonly alsoDrafts?: readonly string[];
  readonly title: string | { readonly value: string; readonly [key: string]: string };
  readonly language: string | readonly string[];
  readonly dates?: readonly (readonly [
    role: string,
    value: string | number,
    quote: string,
    extra?: Extra,
  ])[];
  readonly countries?: Named;
  readonly implied?: Named;
  readonly regions?: Named;
  readonly places?: readonly string[];
  readonly organisations?: Named;
  readonly generic?: readonly string[];
  readonly persons?: Named;
  readonly projects?: Named;
  readonly events?: Named;
  readonly programmes?: Named;
  readonly documents?: Named;
  readonly labels?: readonly string[];
  readonly budget?: readonly (readonly [number, string, string, Extra?])[];
  readonly themes?: { readonly [id: string]: string | ({ readonly quote: string } & Extra) };
  readonly acronyms?: {
    readonly [short: string]: string | ({ readonly expansion: string } & Extra);
  };
  readonly figures?: readonly (readonly [string, number, string])[];
  readonly traps?: readonly (readonly [string, string])[];
}

type Extra = { readonly [key: string]: unknown };
type Names = string | readonly string[];
type Role = readonly [role: string, of: string, evidence: string, extra?: Extra];
interface Named {
  readonly [id: string]:
    | Names
    | ({ readonly names: Names; readonly roles?: readonly Role[] } & Extra);
}

interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The annotations in the gold format, each quote with its offsets; throws where a quote does not stand in the text. */
function annotate(doc: string, text: string, source: Annotations): object {
  const at = (quote: string): Span => placesOf(text, quote)[0] ?? missing(doc, quote);
  const programmes = classOf(text, doc, source.programmes);
  const inProgrammes = programmes.flatMap(({ mentions }) => mentions);
  const outside = ({ start, end }: Span) =>
    !inProgrammes.some((span) => span.start <= start && end <= span.end);
  const countries = (named: Named | undefined, basis: string) =>
    classOf(text, doc, named).map(({ id, mentions, ...thing }) => ({
      code: id,
      basis,
      ...('optional' in thing ? { optional: thing.optional } : {}),
      mentions: mentions.filter(outside),
    }));
  const title = typeof source.title === 'string' ? { value: source.title } : source.title;
  const { pageHeading, quote, ...titles } = title;
  const languages = [source.language].flat();
  return {
    schema: 'koinon-gold/1',
    doc,
    sha256: createHash('sha256').update(text).digest('hex'),
    chars: text.length,
    docType: source.docType,
    kind: source.kind,
    alsoDrafts: source.alsoDrafts ?? [],
    title: {
      ...titles,
      evidence: at(quote ?? title.value),
      ...(pageHeading === undefined ? {} : { pageHeading: at(pageHeading) }),
    },
    language: { primary: languages[0], others: languages.slice(1) },
    dates: (source.dates ?? []).map(([role, value, quoted, extra]) => ({
      role,
      value: String(value),
      ...extra,
      evidence: at(quoted),
    })),
    countries: [
      ...countries(source.countries, 'explicit'),
      ...countries(source.implied, 'implied'),
    ],
    regions: classOf(text, doc, source.regions).map(({ id, ...rest }) => ({
      id,
      ...(id.includes('-') ? { iso: id } : { nuts: id }),
      ...rest,
    })),
    places: (source.places ?? []).map((name) => ({
      name: bare(name),
      mentions: placesOf(text, name),
    })),
    organisations: classOf(text, doc, source.organisations),
    genericOrganisations: (source.generic ?? []).map(at),
    persons: classOf(text, doc, source.persons),
    projects: classOf(text, doc, source.projects),
    events: classOf(text, doc, source.events),
    programmes,
    documents: classOf(text, doc, source.documents),
    labels: (source.labels ?? []).map((name) => ({
      name: bare(name),
      mentions: placesOf(text, name),
    })),
    budget: (source.budget ?? []).map(([amount, currency, quoted, extra]) => ({
      amount,
      currency,
      ...extra,
      raw: at(quoted),
    })),
    themes: Object.entries(source.themes ?? {}).map(([id, theme]) => {
      const { quote: quoted, ...extra } = typeof theme === 'string' ? { quote: theme } : theme;
      return { id, ...extra, evidence: at(quoted) };
    }),
    acronyms: Object.entries(source.acronyms ?? {}).map(([short, long]) => {
      const { expansion, alsoAccept, ...extra } =
        typeof long === 'string' ? { expansion: long } : long;
      const [acronymSpan, expansionSpan] = closest(
        placesOf(text, short),
        placesOf(text, expansion),
      ) ?? [missing(doc, short), missing(doc, expansion)];
      return {
        acronym: bare(short),
        expansion: expansionSpan.text,
        ...extra,
        acronymSpan,
        expansionSpan,
        ...(Array.isArray(alsoAccept)
          ? { alsoAccept: alsoAccept.map((each) => at(String(each))) }
          : {}),
      };
    }),
    figures: (source.figures ?? []).map(([label, value, quoted]) => ({
      label,
      value,
      evidence: at(quoted),
    })),
    traps: (source.traps ?? []).map(([quoted, why]) => ({ ...at(quoted), why })),
  };
}

/** The things of one class; where two names overlap, the longer one has the place. */
function classOf(text: string, doc: string, named: Named = {}) {
  const things = Object.entries(named).map(([id, given]) => {
    const { names, roles, ...rest } =
      typeof given === 'string' || isNames(given) ? { names: given } : given;
    const written = [names].flat();
    const roleList = (roles ?? []).map(([role, of, evidence, extra]) => ({
      role,
      of,
      ...extra,
      evidence: placesOf(text, evidence)[0] ?? missing(doc, evidence),
    }));
    const found = written.flatMap((name) => {
      const places = placesOf(text, name);
      return places.length > 0 ? places : [missing(doc, name)];
    });
    return { id, written, rest, roleList, found };
  });
  const taken: Span[] = [];
  const all = things.flatMap(({ found }) => found);
  for (const span of all.sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const free = taken.every(({ start, end }) => span.end <= start || end <= span.start);
    if (free) taken.push(span);
  }
  return things.map(({ id, written, rest, roleList, found }) => {
    const mentions = found.filter((span) => taken.includes(span)).sort((a, b) => a.start - b.start);
    if (mentions.length === 0) throw new Error(`${doc}: all places of ${id} lie in longer names`);
    const aliases = [...new Set(written.slice(1).map(bare))];
    return {
      id,
      name: bare(written[0] ?? id),
      ...(aliases.length > 0 ? { aliases } : {}),
      ...rest,
      ...(roleList.length > 0 ? { roles: roleList } : {}),
      mentions,
    };
  });
}

function isNames(given: unknown): given is readonly string[] {
  return Array.isArray(given);
}

/** Where a quote stands as whole words; an Arabic word may have letters such as و and ب before it. */
function placesOf(text: string, quoted: string): Span[] {
  const quote = bare(quoted);
  const all: Span[] = [];
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
    const end = start + quote.length;
    const before = text.slice(Math.max(0, start - 3), start);
    const isStart = !/[\p{L}\p{N}]$/u.test(before) || /(?:^|[^\p{L}])[وفبكل]{1,2}$/u.test(before);
    const isEnd = !/^[\p{L}\p{N}\p{M}]/u.test(text.slice(end, end + 1));
    const isWord = /^[\p{L}\p{N}]/u.test(quote);
    if ((isStart || !isWord) && (isEnd || !/[\p{L}\p{N}]$/u.test(quote)))
      all.push({ text: quote, start, end });
  }
  const nth = /#(\d)$/.exec(quoted)?.[1];
  return nth === undefined ? all : all.slice(Number(nth) - 1, Number(nth));
}

function closest(shorts: readonly Span[], longs: readonly Span[]): [Span, Span] | undefined {
  return shorts
    .flatMap((short) => longs.map((long): [Span, Span] => [short, long]))
    .sort(([a, b], [c, d]) => Math.abs(a.start - b.start) - Math.abs(c.start - d.start))[0];
}

/** In a source `⍽` stands for the no-break space, which nobody sees. */
function bare(quoted: string): string {
  return quoted.replace(/#\d$/, '').replaceAll('⍽', '\u00a0');
}

function missing(doc: string, quote: string): never {
  throw new Error(`${doc}: “${quote}” does not stand in the text`);
}

/** Writes `gold/<name>.json` for every `annotations/<name>.yaml` of a folder, and gives the names. */
function annotateFolder(folder: string): string[] {
  const names = readdirSync(join(folder, 'annotations'))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -5));
  for (const name of names)
    writeFileSync(join(folder, 'gold', `${name}.json`), goldOf(folder, name));
  return names;
}

/** What `gold/<name>.json` should hold. */
export function goldOf(folder: string, name: string): string {
  const text = readFileSync(join(folder, `${name}.txt`), 'utf8');
  const source = parse(
    readFileSync(join(folder, 'annotations', `${name}.yaml`), 'utf8'),
  ) as Annotations;
  return `${JSON.stringify(annotate(`${name}.txt`, text, source), null, 1)}\n`;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const folder = argv[2] ?? fileURLToPath(new URL('../fixtures/documents', import.meta.url));
  process.stdout.write(`${annotateFolder(folder).join('\n')}\n`);
}
