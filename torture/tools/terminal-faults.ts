/** Whatever could move the cursor, hide or reorder what a terminal shows; colours and the isolates around Arabic may stand. */
const unsafe =
  /(?!\n)[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2067\u206a-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

// oxlint-disable-next-line no-control-regex -- these are what is looked for.
const colour = /\u001b\[\d{1,3}(?:;\d{1,3}){0,4}m/g;

/** The first place of an output at which something stands that no terminal may be given, with what is around it. */
export function terminalFault(text: string): string | undefined {
  const shown = text.replaceAll(colour, '').replaceAll('\r\n', '\n');
  const at = shown.search(unsafe);
  if (at >= 0) return JSON.stringify(shown.slice(Math.max(0, at - 40), at + 20));
  const line = shown.split('\n').find((each) => openIsolates(each) !== 0);
  return line === undefined ? undefined : `an isolate is left open: ${JSON.stringify(line)}`;
}

function openIsolates(line: string): number {
  return line.split('\u2068').length - line.split('\u2069').length;
}
