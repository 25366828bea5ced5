import type { TextSpan } from '../../core/document.ts';
import type { Passage } from '../text/passage.ts';

/** A name that its place in the document makes one, with every place where it stands. */
export interface DefinedName {
  readonly title: string;
  readonly span: TextSpan;
  readonly mentions: readonly TextSpan[];
}

/** “Medcoop: driving innovation”: one to three words with capitals before a colon that stand elsewhere in the text too. */
export function headName({ text }: Passage, { start, end }: TextSpan): DefinedName | undefined {
  const head = /^(\p{Lu}[\p{L}\p{N}&.-]{2,30}(?: \p{Lu}[\p{L}\p{N}&.-]{1,30}){0,2})\s?:\s/u.exec(
    text.slice(start, end),
  )?.[1];
  if (head === undefined) return undefined;
  const found = nameAt(text, { start, end: start + head.length });
  return found.mentions.length > 1 ? found : undefined;
}

/** “Tessere il Mare è un consorzio …”: what the first sentence of prose says the kind of. */
export function definedName({ text, blocks }: Passage): DefinedName | undefined {
  const prose = blocks.find(
    ({ zone, kind, sentences, start, end }) =>
      zone === 'body' && kind !== 'row' && (sentences.length > 1 || end - start > 120),
  );
  const [sentence] = prose?.sentences ?? [];
  if (!sentence) return undefined;
  const match = definition.exec(
    text.slice(sentence.start, Math.min(sentence.end, sentence.start + 160)),
  );
  const name = match?.[2];
  if (!match || name === undefined || !/\s\p{Lu}|\p{Ll}\p{Lu}|^\S{3,}$/u.test(name))
    return undefined;
  const start = sentence.start + (match[1]?.length ?? 0);
  return nameAt(text, { start, end: start + name.length });
}

const definition =
  /^((?:The|La|Le|Les|L['’]|El|Il|Lo|Els|A|O|Η|Ο|Το)\s?)?(\p{Lu}[\p{L}\p{N}&.’'-]{1,30}(?:\s[\p{L}\p{N}&.’'-]{1,30}){0,6}?)\s(?:is|are|est|es|és|è|é|είναι)\s(?:an?|one|une?|uno|una|um|uma|ένα|ένας|μία|μια|το|η|ο|la|le|el|il|the)\s/u;

const mostMentions = 100;

function nameAt(text: string, span: TextSpan): DefinedName {
  const title = text.slice(span.start, span.end);
  const mentions: TextSpan[] = [];
  for (
    let at = text.indexOf(title);
    at >= 0 && mentions.length < mostMentions;
    at = text.indexOf(title, at + title.length)
  ) {
    const around = [text[at - 1], text[at + title.length]];
    if (around.every((sign) => !/[\p{L}\p{N}]/u.test(sign ?? ' ')))
      mentions.push({ start: at, end: at + title.length });
  }
  return { title, span, mentions };
}
