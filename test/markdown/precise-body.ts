import type { Nodes, Parents } from 'mdast';
import remarkParse from 'remark-parse';
import { unified, type Data } from 'unified';

import { toBody, type Body, type BodyOptions } from '../../src/markdown/body-contents.ts';
import { wikilinkLength } from '../../src/markdown/body-wikilink.ts';
import { normaliseBody, readBody } from '../../src/markdown/body.ts';
import { codeBlock, collectRuns, type Block } from '../../src/markdown/inline.ts';

// micromark needs more than linear time: 1.7 s for 20 kB of short underlined headings.
const maxLength = 20_000;

/** Reads the body of a record with remark, which knows the place of everything; what may be slow is left to the fast way. */
export function readBodyPrecisely(markdown: string, options: BodyOptions): Body {
  const fast = readBody(markdown, options);
  if (fast.partial === true || markdown.length > maxLength) return fast;
  return toBody(remarkBlocks(normaliseBody(markdown)), options);
}

type Runs = ReturnType<typeof collectRuns>;
type Definitions = ReadonlyMap<string, string>;

function remarkBlocks(source: string): readonly Block[] {
  const root = withWikilinks(source).parse(source);
  const definitions = new Map<string, string>();
  collectDefinitions(root, definitions);
  const blocks: Block[] = [];
  collectBlocks(root, blocks, collectRuns(), definitions);
  return blocks;
}

type Code = number | null;
type State = (code: Code) => State | undefined;
type Constructs = NonNullable<NonNullable<Data['micromarkExtensions']>[number]['text']>;

/** A parser of this source in which a wikilink is raw HTML (see `collectRuns`), so that it needs no token type of its own. */
function withWikilinks(source: string) {
  const wikilink: Constructs[number] = {
    name: 'wikilink',
    tokenize(effects, ok, nok) {
      const offset = () => this.now().offset;
      let end = 0;
      const start: State = (code) => {
        const length = wikilinkLength(source, offset());
        if (length === 0) return nok(code);
        end = offset() + length;
        effects.enter('htmlText');
        effects.enter('htmlTextData');
        return inside(code);
      };
      const inside: State = (code) => {
        effects.consume(code);
        return offset() < end ? inside : after;
      };
      const after: State = (code) => {
        effects.exit('htmlTextData');
        effects.exit('htmlText');
        return ok(code);
      };
      return start;
    },
  };
  return unified()
    .use(remarkParse)
    .data('micromarkExtensions', [{ text: { 33: wikilink, 91: wikilink } }]);
}

function collectDefinitions(parent: Parents, definitions: Map<string, string>): void {
  for (const node of parent.children) {
    if (node.type === 'definition') {
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
    } else if ('children' in node) collectDefinitions(node, definitions);
  }
}

function collectBlocks(
  parent: Parents,
  blocks: Block[],
  runs: Runs,
  definitions: Definitions,
): void {
  let first = parent.type === 'listItem';
  for (const node of parent.children) {
    if (node.type === 'paragraph' || node.type === 'heading') {
      collectInline(node, runs, definitions);
      const kind = node.type === 'heading' ? node.type : first ? 'item' : node.type;
      const depth = node.type === 'heading' ? node.depth : 0;
      // An underlined heading begins, to micromark, with the definitions before it.
      const { line } = placeOf(node.children[0] ?? node);
      blocks.push({ kind, depth, line, runs: runs.take() });
    } else if (node.type === 'code') {
      blocks.push(codeBlock(node.value, placeOf(node).line));
    } else if ('children' in node) {
      collectBlocks(node, blocks, runs, definitions);
    }
    if (node.type !== 'definition') first = false;
  }
}

function collectInline(parent: Parents, runs: Runs, definitions: Definitions): void {
  for (const node of parent.children) {
    switch (node.type) {
      case 'text':
        node.value.split('\n').forEach((text, index) => {
          if (index > 0) runs.lineBreak();
          runs.text(text);
        });
        break;
      case 'break':
        runs.lineBreak();
        break;
      case 'inlineCode':
        runs.opaque(node.value);
        break;
      case 'html':
        runs.html(node.value, () => placeOf(node));
        break;
      case 'image':
      case 'imageReference':
        runs.opaque(node.alt ?? '');
        break;
      case 'link':
      case 'linkReference': {
        const destination =
          node.type === 'link' ? node.url : (definitions.get(node.identifier) ?? '');
        runs.link(destination.toWellFormed(), () => placeOf(node));
        collectInline(node, runs, definitions);
        runs.push({ kind: 'end' });
        break;
      }
      default:
        if ('children' in node) collectInline(node, runs, definitions);
    }
  }
}

function placeOf(node: Nodes) {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}
