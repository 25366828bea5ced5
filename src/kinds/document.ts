import type { Kind } from '../core/kind.ts';
import { date } from '../values/date.ts';
import { text } from '../values/text.ts';
import { url } from '../values/url.ts';

export default {
  name: 'document',
  plural: 'documents',
  folders: ['sources'],
  summary: 'a report, an article or a page that other records rest on',
  fields: {
    published: { value: date, single: true },
    retrieved: { value: date, single: true },
    url: { value: url },
    type: { value: text },
    file: { value: text },
    sha256: { value: text, single: true },
  },
  relations: {
    publisher: { to: ['organisation'], inverse: 'publishes', role: 'publisher' },
    authors: { to: ['organisation'], inverse: 'author of', role: 'author' },
    about: { to: ['any'], inverse: 'documented in' },
  },
  span: ['published'],
  momentary: true,
  asks: ['title', 'published', 'publisher', 'url', 'lang', 'about'],
} satisfies Kind;
