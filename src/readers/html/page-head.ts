import type { Page } from './page-piece.ts';

/** More of one text than a page needs for its metadata is not kept. */
const longest = 200_000;

/** Collects what a page says of itself, wherever it says it. */
export function pageHead() {
  const meta = new Map<string, string>();
  const linkedData: string[] = [];
  const found = { language: '', title: '', canonical: '', time: '' };
  let reading: 'title' | 'data' | undefined;
  let text = '';
  return {
    open: (name: string, attributes: Readonly<{ [name: string]: string }>) => {
      if (name === 'html') found.language ||= attributes['lang'] ?? attributes['xml:lang'] ?? '';
      else if (name === 'meta') {
        const key = attributes['name'] ?? attributes['property'] ?? attributes['itemprop'] ?? '';
        const content = (attributes['content'] ?? '').trim();
        if (content !== '' && !meta.has(key.toLowerCase())) meta.set(key.toLowerCase(), content);
      } else if (name === 'link' && attributes['rel'] === 'canonical')
        found.canonical ||= attributes['href'] ?? '';
      else if (name === 'time') found.time ||= attributes['datetime'] ?? '';
      else if (name === 'title' && found.title === '') reading = 'title';
      else if (name === 'script' && attributes['type'] === 'application/ld+json') reading = 'data';
    },
    text: (data: string) => {
      if (reading && text.length < longest) text += data;
    },
    close: (name: string) => {
      if (name !== 'title' && name !== 'script') return;
      if (reading === 'title') found.title = text;
      if (reading === 'data' && linkedData.length < 20) linkedData.push(text);
      reading = undefined;
      text = '';
    },
    found: (): Omit<Page, 'pieces'> => ({ ...found, meta, linkedData }),
  };
}
