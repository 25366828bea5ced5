/** Where a Markdown link into the base points. */
export interface Destination {
  readonly target: string;
  readonly fragment?: string;
}

const elsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
const markdownFile = /\.md$/i;
const encodedCharacter =
  /%[0-7][0-9a-f]|%[cd][0-9a-f]%[89ab][0-9a-f]|%e[0-9a-f](?:%[89ab][0-9a-f]){2}|%f[0-7](?:%[89ab][0-9a-f]){3}/gi;

/** Reads the destination of a Markdown link: a path to a `.md` file without scheme or host, or undefined for any other. */
export function readDestination(destination: string): Destination | undefined {
  if (elsewhere.test(destination)) return undefined;
  const hash = destination.indexOf('#');
  const address = hash < 0 ? destination : destination.slice(0, hash);
  const query = address.indexOf('?');
  const target = decode(query < 0 ? address : address.slice(0, query));
  if (!markdownFile.test(target)) return undefined;
  const fragment = hash < 0 ? '' : decode(destination.slice(hash + 1));
  return fragment === '' ? { target } : { target, fragment };
}

// decodeURIComponent refuses the whole text for one stray %; file names have such.
function decode(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(encodedCharacter, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
}
