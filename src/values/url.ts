import { isText } from '../core/node.ts';
import type { Value } from '../core/value.ts';

/** A web address; `www.example.org` is read as `https://www.example.org`. */
export const url: Value = {
  name: 'url',
  expects: 'a web address such as https://www.example.org',
  parse: (node) => {
    const written = isText(node) ? node.trim().replace(/^<(.*)>$/, '$1') : '';
    const full = isUrl(written) || otherScheme.test(written) ? written : `https://${written}`;
    return isUrl(full) && isAddress(full) ? { value: full } : { reason: '' };
  },
};

/** `mailto:`, `javascript:`, `ftp:`; what follows the colon of `example.org:8080` is a port. */
const otherScheme = /^[a-z][a-z0-9+.-]*:(?!\d+(?:[/?#]|$))/i;

function isAddress(text: string): boolean {
  if (/[\s<>"]/.test(text)) return false;
  const parsed = URL.parse(text);
  return parsed !== null && /^[^.]+(?:\.[^.]+)+\.?$/.test(parsed.hostname);
}

/** Whether a text is written as a web address, scheme and all. */
function isUrl(text: string): boolean {
  return /^https?:\/\//i.test(text);
}
