import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Scalar } from 'yaml';
import type { Path } from '../core/message.ts';
import { replaced } from '../core/replaced.ts';
import { writeScalar } from '../markdown/write-front.ts';

/** A text in YAML with the way that leads to it. */
export interface YamlText {
  readonly path: Path;
  readonly text: string;
  /** It is the name of a field. */
  readonly isKey: boolean;
}

/** YAML that cannot be changed without changing more than was meant. */
export class YamlRefused extends Error {}

/**
 * YAML with some of its texts changed, byte for byte as it was elsewhere; `change` gives the new text or nothing, `raw` changes
 * what is written as it stands: comments and the lines of block texts. Throws {@link YamlRefused} for YAML with errors.
 */
export function editYaml(
  source: string,
  change: (text: YamlText) => string | undefined,
  raw: (written: string) => string,
): string {
  const found = scalarsOf(source);
  const splices = found.flatMap(({ scalar, path, isKey, inFlow }) => {
    const text = textOf(scalar);
    const made = change({ path, text, isKey });
    const [from, to] = scalar.range ?? [0, 0];
    if (made === undefined || made === text) return [];
    const isBlock = scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED';
    const by = isBlock ? raw(source.slice(from, to)) : written(scalar, made, inFlow);
    return [{ start: from, end: to, by }];
  });
  const edited = replaced(source, splices);
  if (edited === undefined) throw changesMore();
  const result = rawOutside(edited, raw);
  const after = scalarsOf(result);
  const isMeant =
    after.length === found.length &&
    found.every(({ scalar, path, isKey }, at) => {
      const text = textOf(scalar);
      const expected = change({ path, text, isKey }) ?? text;
      const got = textOf(after[at]?.scalar);
      return squeezed(got) === squeezed(expected);
    });
  if (!isMeant) throw changesMore();
  return result;
}

function changesMore(): YamlRefused {
  return new YamlRefused('it cannot be changed without changing more');
}

/** In the failsafe schema every scalar is a text, or nothing. */
function textOf(scalar: Scalar | undefined): string {
  return typeof scalar?.value === 'string' ? scalar.value : '';
}

/** Folded blocks may break their lines elsewhere. */
function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** A text that was quoted stays quoted; in brackets, commas would end one that is not. */
function written({ type }: Scalar, text: string, inFlow: boolean): string {
  const plain = writeScalar(text);
  const wasQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
  return (wasQuoted || inFlow) && !plain.startsWith('"') ? `"${plain}"` : plain;
}

/** Changes what is written between the texts: comments. */
function rawOutside(source: string, raw: (written: string) => string): string {
  const ranges = scalarsOf(source).map(({ scalar }) => scalar.range ?? ([0, 0, 0] as const));
  const pieces: string[] = [];
  let from = 0;
  for (const [start, end] of ranges) {
    pieces.push(raw(source.slice(from, start)), source.slice(start, end));
    from = end;
  }
  pieces.push(raw(source.slice(from)));
  return pieces.join('');
}

interface FoundScalar {
  readonly scalar: Scalar;
  readonly path: Path;
  readonly isKey: boolean;
  readonly inFlow: boolean;
}

/** Every text in the order in which it is written. */
function scalarsOf(source: string): readonly FoundScalar[] {
  const document = parseDocument(source, {
    schema: 'failsafe',
    prettyErrors: false,
    strict: true,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  if (document.errors.length > 0) throw new YamlRefused('it is no YAML without errors');
  const found: FoundScalar[] = [];
  const visit = (node: unknown, path: Path, inFlow: boolean, isKey: boolean): void => {
    if (isScalar(node)) found.push({ scalar: node, path, isKey, inFlow });
    else if (isSeq(node))
      node.items.forEach((item, at) =>
        visit(item, [...path, at], inFlow || node.flow === true, false),
      );
    else if (isMap(node)) {
      for (const { key, value } of node.items) {
        const here = [...path, isScalar(key) ? String(key.value) : ''];
        visit(key, here, inFlow || node.flow === true, true);
        visit(value, here, inFlow || node.flow === true, false);
      }
    } else if (isAlias(node)) return;
  };
  visit(document.contents, [], false, false);
  return found.filter(({ scalar }) => scalar.range);
}
