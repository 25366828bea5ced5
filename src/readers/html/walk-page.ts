import { Parser } from 'htmlparser2';
import { damaged, limits, tooLarge } from '../limits.ts';
import { blockElements, isAround, isUnread } from './elements.ts';
import { pageHead } from './page-head.ts';
import type { Page, PagePiece } from './page-piece.ts';
import { pageTables } from './page-tables.ts';

const captions: ReadonlySet<string> = new Set(['caption', 'figcaption']);
const headingName = /^h[1-6]$/;

/** Where the walk is: the depth at which what it is in began, 0 outside. */
interface Place {
  depth: number;
  unread: number;
  around: number;
  article: number;
  main: number;
  header: number;
  link: number;
  item: number;
}

/** Walks through a page once and tells its pieces in their order. */
export function walkPage(html: string): Page {
  const pieces: PagePiece[] = [];
  const head = pageHead();
  const place: Place = {
    depth: 0,
    unread: 0,
    around: 0,
    article: 0,
    main: 0,
    header: 0,
    link: 0,
    item: 0,
  };
  const numbers = { around: 0, article: 0 };
  let parts: string[] = [];
  let letters = 0;
  let linked = 0;
  const keep = (piece: Pick<PagePiece, 'letters' | 'linked'> & Kind) => {
    if (piece.letters === 0) return;
    if (pieces.length >= limits.pieces)
      throw tooLarge(
        `The page has more than ${limits.pieces.toLocaleString('en')} paragraphs and cells`,
      );
    pieces.push({
      ...piece,
      around: place.around > 0 ? numbers.around : 0,
      article: place.article > 0 ? numbers.article : 0,
      main: place.main > 0,
      header: place.header > 0,
    });
  };
  const tables = pageTables(keep);
  /** Of the heading that is being read. */
  let level: number | undefined;
  let isCaption = false;
  /** Ends the block that is being read. */
  const flush = () => {
    const kind = level === undefined ? (place.item > 0 ? 'item' : 'paragraph') : 'heading';
    const text = parts.join('');
    if (letters > 0 && !tables.take(text, letters, linked, kind === 'heading'))
      keep({
        ...(isCaption ? { kind: 'caption' } : level === undefined ? { kind } : { kind, level }),
        text,
        letters,
        linked,
      });
    parts = [];
    letters = 0;
    linked = 0;
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      place.depth += 1;
      if (place.depth > limits.depth)
        throw damaged('web page', `its elements lie more than ${limits.depth} deep in each other`);
      head.open(name, attributes);
      if (place.unread > 0) return;
      if (isUnread(name, attributes)) {
        place.unread = place.depth;
        return;
      }
      if (name === 'br') parts.push('\n');
      if (name === 'a') place.link ||= place.depth;
      if (!blockElements.has(name)) return;
      flush();
      if (place.around === 0 && isAround(name, attributes)) {
        place.around = place.depth;
        numbers.around += 1;
      }
      if (name === 'article' && place.article === 0) {
        place.article = place.depth;
        numbers.article += 1;
      }
      if (name === 'main' || attributes['role'] === 'main') place.main ||= place.depth;
      if (name === 'header' && place.article === 0 && place.main === 0)
        place.header ||= place.depth;
      if (headingName.test(name)) level = Number(name[1]);
      // A caption may be left open before the first row.
      if (captions.has(name) || name === 'tr') isCaption = name !== 'tr';
      if (name === 'li') place.item ||= place.depth;
      tables.open(name, attributes);
    },
    ontext: (data) => {
      head.text(data);
      if (place.unread > 0) return;
      parts.push(data.replace(/[\r\n]/g, ' '));
      const seen = data.trim().length;
      letters += seen;
      if (place.link > 0) linked += seen;
    },
    onclosetag: (name) => {
      head.close(name);
      if (place.unread === 0 && blockElements.has(name)) {
        flush();
        if (headingName.test(name)) level = undefined;
        if (captions.has(name)) isCaption = false;
        tables.close(name);
      }
      for (const key of ['unread', 'around', 'article', 'main', 'header', 'link', 'item'] as const)
        if (place[key] === place.depth) place[key] = 0;
      place.depth -= 1;
    },
  });
  parser.write(html);
  parser.end();
  flush();
  return { pieces, ...head.found() };
}

type Kind =
  | {
      readonly kind: Exclude<PagePiece['kind'], 'row'>;
      readonly level?: number;
      readonly text: string;
    }
  | { readonly kind: 'row'; readonly cells: readonly string[] };
