import { withoutComments } from './body-comments.ts';
import { followLines, type IsRelation } from './body-relation.ts';
import { readWikilink } from './body-wikilink.ts';
import type { Block } from './inline.ts';

/** A heading with text; `line` is that of its first line, 1-based. */
interface Heading {
  readonly depth: number;
  readonly text: string;
  readonly line: number;
}

/** A link to another record, in the order of the text. */
export interface BodyLink {
  /** As written, decoded, without the fragment: `acpp`, `notes/a b`, `../organisations/x.md`. */
  readonly target: string;
  /** `Heading`, `Heading#Subheading` or `^block`. */
  readonly fragment?: string;
  readonly label?: string;
  /** `mentions`, or the declared key of `key:: [[x]]` or `- key [[x]]`, in lower case with `_` for space and hyphen. */
  readonly relation: string;
  readonly form: 'wiki' | 'markdown';
  readonly embed: boolean;
  /** Place of the opening bracket, 1-based. */
  readonly line: number;
  readonly column: number;
}

/** The body of a record: readable text without markup, headings and links. */
export interface Body {
  readonly text: string;
  readonly headings: readonly Heading[];
  readonly links: readonly BodyLink[];
  /** Only a linear scan was possible for the whole or a part: too long, or made to be slow. */
  readonly partial?: true;
}

export interface BodyOptions {
  /** The line of the file on which the body begins, 1-based. */
  readonly firstLine: number;
  readonly isRelation: IsRelation;
}

type Draft = { -readonly [Key in keyof BodyLink]: BodyLink[Key] };

/** Makes a body of blocks, whichever parser they come from. */
export function toBody(blocks: readonly Block[], { firstLine, isRelation }: BodyOptions): Body {
  const texts: string[] = [];
  const headings: Heading[] = [];
  const links: Draft[] = [];
  for (const block of withoutComments(blocks)) {
    let text = blockText(block, isRelation, links).trim();
    if (text === '') continue;
    if (block.kind === 'heading') {
      if (text.includes('\n')) text = text.replaceAll('\n', ' ');
      headings.push({ depth: block.depth, text, line: block.line + firstLine - 1 });
    }
    texts.push(text);
  }
  for (const link of links) link.line += firstLine - 1;
  return { text: texts.join('\n'), headings, links };
}

function blockText(block: Block, isRelation: IsRelation, links: Draft[]): string {
  const first = block.runs[0];
  if (first === undefined) return '';
  if (block.runs.length === 1 && (first.kind === 'text' || first.kind === 'opaque'))
    return first.text;
  const lines =
    block.kind === 'heading' ? undefined : followLines(block.kind === 'item', isRelation);
  let text = '';
  const open: { readonly link: Draft | undefined; label: string }[] = [];
  const add = (piece: string) => {
    text += piece;
    for (const outer of open) outer.label += piece;
  };
  for (const run of block.runs) {
    if (run.kind === 'text' || run.kind === 'opaque') {
      add(run.text);
      if (run.kind === 'text') lines?.text(run.text);
      else lines?.other();
    } else if (run.kind === 'wikilink') {
      const { target, ...link } = readWikilink(run.raw);
      add(link.label ?? (target === '' ? (link.fragment ?? '') : target));
      if (target === '') {
        lines?.other();
        continue;
      }
      const draft: Draft = {
        target,
        ...link,
        relation: 'mentions',
        form: 'wiki',
        line: run.line,
        column: run.column + (link.embed ? 1 : 0),
      };
      links.push(draft);
      lines?.wikilink(draft);
    } else if (run.kind === 'link') {
      lines?.other();
      const link: Draft | undefined = run.to && {
        ...run.to,
        relation: 'mentions',
        form: 'markdown',
        embed: false,
      };
      if (link !== undefined) links.push(link);
      open.push({ link, label: '' });
    } else {
      const closed = open.pop();
      const label = closed?.label.trim().replaceAll('\n', ' ') ?? '';
      if (closed?.link !== undefined && label !== '') closed.link.label = label;
    }
  }
  lines?.end();
  return text;
}
