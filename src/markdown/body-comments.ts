import type { Block, Run } from './inline.ts';

/** Takes `%%…%%` comments out, also those that reach over several blocks; a last one that is not closed is no comment. */
export function withoutComments(blocks: readonly Block[]): readonly Block[] {
  let marks = 0;
  for (const { runs } of blocks) {
    for (const run of runs) {
      if (run.kind === 'text' && run.text.includes('%%')) marks += run.text.split('%%').length - 1;
    }
  }
  marks -= marks % 2;
  if (marks === 0) return blocks;

  let hidden = false;
  // A link that began in a comment ends unseen; one in another is an address in brackets, `<…>`.
  const links: boolean[] = [];
  const visible = (run: Run): Run[] => {
    if (run.kind === 'text') {
      const parts = run.text.split('%%');
      let text = hidden ? '' : (parts[0] ?? '');
      for (const part of parts.slice(1)) {
        if (marks === 0) text += '%%';
        else {
          marks -= 1;
          hidden = !hidden;
        }
        if (!hidden) text += part;
      }
      return text === '' ? [] : [{ kind: 'text', text }];
    }
    if (run.kind === 'link') links.push(hidden);
    const isHidden = run.kind === 'end' ? links.pop() : hidden;
    return isHidden ? [] : [run];
  };
  return blocks.map((block) => {
    const kind = hidden && block.kind === 'heading' ? 'paragraph' : block.kind;
    return { ...block, kind, runs: block.runs.flatMap(visible) };
  });
}
