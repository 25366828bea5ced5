import { isText } from '../core/node.ts';
import type { Value } from '../core/value.ts';

/** A web address; `www.example.org` is read as `https://www.example.org`. */
export const url: Value = {
  name: 'url',
  expects: 'a web address such as https://www.example.org',
  parse: (node) => {
    const written = isText(node) ? node.trim().replace(/^<(.*)>$/, '$1') : '';
    const full = /^https?:\/\//i.test(written) ? written : `https://${written}`;
    return isAddress(full) ? { value: full } : { reason: '' };
  },
};

function isAddress(text: string): boolean {
  if (/[\s<>"]/.test(text)) return false;
  const parsed = URL.parse(text);
  return parsed !== null && /^[^.]+(?:\.[^.]+)+\.?$/.test(parsed.hostname);
}

/** Whether a text is written as a web address, scheme and all. */
export function isUrl(text: string): boolean {
  return /^https?:\/\//i.test(text);
}
