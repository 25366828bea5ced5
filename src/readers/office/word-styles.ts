import type { ParagraphStyle } from './office-text.ts';
import { walkXml } from './walk-xml.ts';

/** What the styles of a Word document make of paragraphs, by style id; `drop` for the table of contents. */
export type WordStyles = ReadonlyMap<string, ParagraphStyle | 'drop'>;

interface Style {
  name: string;
  parent: string;
  outline: number;
  listed: boolean;
}

/** Reads `word/styles.xml`: ids are in the language of the writer's Word, names are not (ECMA-376-1, 17.7.4). */
export function wordStyles(xml: string): WordStyles {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  walkXml(xml, {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:style') {
        style = { name: '', parent: '', outline: -1, listed: false };
        styles.set(attributes['w:styleId'] ?? '', style);
      } else if (!style) return;
      else if (name === 'w:name') style.name = value.toLowerCase();
      else if (name === 'w:basedOn') style.parent = value;
      else if (name === 'w:outlineLvl') style.outline = Number(value);
      else if (name === 'w:numPr') style.listed = true;
    },
    text: () => undefined,
    close: (name) => {
      if (name === 'w:style') style = undefined;
    },
  });
  const kinds = new Map<string, ParagraphStyle | 'drop'>();
  for (const id of styles.keys()) {
    const kind = kindOf(styles, id);
    if (kind) kinds.set(id, kind);
  }
  return kinds;
}

/** A style says it itself or inherits it; nobody builds styles on more than ten others, a circle would. */
function kindOf(
  styles: ReadonlyMap<string, Style>,
  id: string,
): ParagraphStyle | 'drop' | undefined {
  let style = styles.get(id);
  for (let generation = 0; style && generation < 10; generation += 1) {
    const kind = kindNamed(style);
    if (kind) return kind;
    style = styles.get(style.parent);
  }
  return undefined;
}

function kindNamed({ name, outline, listed }: Style): ParagraphStyle | 'drop' | undefined {
  if (name === 'title') return { kind: 'heading', level: 1 };
  if (name === 'subtitle') return { kind: 'heading', level: 2 };
  if (name === 'caption') return { kind: 'caption' };
  if (/^toc \d/.test(name)) return 'drop';
  const level = /^heading ([1-9])/.exec(name)?.[1];
  if (level !== undefined) return headed(Number(level));
  if (outline >= 0 && outline < 9) return headed(outline + 1);
  return listed || name.startsWith('list bullet') || name.startsWith('list number')
    ? { kind: 'item' }
    : undefined;
}

/** Word has nine levels of headings, documents six. */
export function headed(level: number): ParagraphStyle {
  return { kind: 'heading', level: Math.min(6, Math.max(1, level)) };
}
