/** The file's name without `.md`; for an index page the name of its folder. */
export function stemOf(path: string): string {
  const parts = path.split('/');
  const stem = (parts.at(-1) ?? path).replace(/\.md$/i, '');
  return /^(?:_?index|readme)$/i.test(stem) ? (parts.at(-2) ?? stem) : stem;
}
