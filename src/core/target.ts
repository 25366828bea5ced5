/** What a written reference names, without its brackets, label and heading. */
export interface Target {
  readonly target: string;
  readonly label?: string;
  readonly fragment?: string;
  readonly pathOnly?: true;
}

/** Reads `[[target#heading|label]]`, `[label](path.md)` or a bare text; undefined for an empty one. */
export function parseTarget(written: string): Target | undefined {
  const text = written.trim();
  const markdown = /^!?\[([^\]]*)\]\(<?([^()<>]+?\.md)(?:#[^()<>]*)?>?\)$/i.exec(text);
  if (markdown) {
    return { target: decoded(markdown[2] ?? ''), label: markdown[1] ?? '', pathOnly: true };
  }
  const inner = /^!?\[\[(.*)\]\]$/s.exec(text)?.[1] ?? text;
  const wiki = inner !== text;
  const [before = '', ...labels] = wiki ? inner.split(/\\?\|/) : [inner];
  const hash = wiki ? before.indexOf('#') : -1;
  const target = (hash < 0 ? before : before.slice(0, hash)).trim();
  if (target === '') return undefined;
  const label = labels.join('|').trim();
  return {
    target,
    ...(label === '' ? {} : { label }),
    ...(hash < 0 ? {} : { fragment: before.slice(hash + 1).trim() }),
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
