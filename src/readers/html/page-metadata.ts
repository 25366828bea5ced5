import type { Document } from '../../core/document.ts';
import { tidy } from '../compose.ts';
import type { Piece } from '../compose.ts';
import { languageOf, titled } from '../metadata.ts';
import type { Page } from './page-piece.ts';

/** Names under which pages give the day of their publication, the surest first. */
const dayKeys = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'citation_publication_date',
  'dcterms.issued',
  'dc.date.issued',
  'dcterms.date',
  'dc.date',
  'dcterms.created',
  'date',
  'pubdate',
];

/** Title, language, day, publisher and address as the page gives them: Open Graph, Dublin Core, JSON-LD, HTML itself. */
export function pageMetadata(page: Page, pieces: readonly Piece[]): Document['metadata'] {
  const { meta } = page;
  const data = linkedFacts(page.linkedData);
  const published = [...dayKeys.map((key) => meta.get(key)), data.published, page.time]
    .map(dayOf)
    .find((day) => day !== undefined);
  const publisher = tidy(
    meta.get('og:site_name') ?? data.publisher ?? meta.get('dc.publisher') ?? '',
  );
  const url = [page.canonical, meta.get('og:url')].find(
    (url) => url !== undefined && /^https?:\/\//i.test(url),
  );
  return {
    ...titled(titleOf(page, pieces)),
    ...languageOf(page.language || (meta.get('content-language') ?? meta.get('og:locale') ?? '')),
    ...(published === undefined ? {} : { published }),
    ...(publisher === '' ? {} : { publisher }),
    ...(url === undefined ? {} : { url: url.trim() }),
  };
}

/** The headline where `<title>` only adds the name of the site to it. */
function titleOf({ title, meta }: Page, pieces: readonly Piece[]): string {
  const headings = pieces.flatMap((piece) =>
    piece.kind === 'heading' && piece.level === 1 ? [tidy(piece.text)] : [],
  );
  const written = tidy(title);
  const headline = headings.find((heading) => heading !== '' && written.startsWith(heading));
  return headline ?? meta.get('og:title') ?? (written === '' ? (headings[0] ?? '') : written);
}

function dayOf(written: string | undefined): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|[T\s])/.exec(written?.trim() ?? '')?.[0];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : undefined;
}

/** The first day and publisher in JSON-LD, a few levels deep. */
function linkedFacts(texts: readonly string[]): { published?: string; publisher?: string } {
  const facts: { published?: string; publisher?: string } = {};
  const visit = (node: unknown, depth: number): void => {
    if (typeof node !== 'object' || node === null || depth > 4) return;
    if (Array.isArray(node)) {
      for (const one of node.slice(0, 100)) visit(one, depth + 1);
      return;
    }
    const map = new Map<string, unknown>(Object.entries(node));
    const day = map.get('datePublished');
    if (typeof day === 'string') facts.published ??= day;
    const publisher = map.get('publisher');
    if (typeof publisher === 'object' && publisher !== null && 'name' in publisher)
      if (typeof publisher.name === 'string') facts.publisher ??= publisher.name;
    visit(map.get('@graph'), depth + 1);
    visit(map.get('mainEntity'), depth + 1);
  };
  for (const text of texts)
    try {
      visit(JSON.parse(text), 0);
    } catch {
      // A page with broken data is still a page.
    }
  return facts;
}
