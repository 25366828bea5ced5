import type { Node, NodeMap } from '../core/node.ts';
import { shownNumber } from './number.ts';
import { isMap, isText } from '../core/node.ts';
import { shipped } from '../shipped.ts';
import { languages } from '../vocabulary/world.ts';

/** What headers and pages say in one language; what it lacks is said in English, else by its key. */
export interface Catalogue {
  /** The header of a column, a field or a relation. */
  readonly column: (key: string) => string;
  readonly kind: (name: string, plural?: boolean) => string;
  /** So many records of a kind; in Arabic, where a noun has a form for two, few and many, the number stands after it. */
  readonly counted: (name: string, count: number) => string;
  readonly relation: (name: string) => string;
  /** How a relation reads from the other end, by the text that its kind declares. */
  readonly inverse: (text: string) => string;
  readonly phrase: (key: string) => string;
}

const texts = new Map<string, NodeMap>();

/** The catalogue of one of the eight languages; its file is read when something is first asked of it. */
export function catalogue(language: string): Catalogue {
  const find = (...path: readonly string[]) =>
    textAt(textsIn(language), path) ?? textAt(textsIn('en'), path);
  const kind = (name: string, plural = false) =>
    find('kinds', name, plural ? 'many' : 'one') ?? name;
  return {
    column: (key) => find('columns', key) ?? find('relations', key) ?? key,
    kind,
    counted: (name, count) =>
      language === 'ar'
        ? `${kind(name, true)}: ${shownNumber(count, language)}`
        : `${shownNumber(count, language)} ${kind(name, count !== 1).toLowerCase()}`,
    relation: (name) => find('relations', name) ?? name,
    inverse: (text) => find('inverses', text) ?? text,
    phrase: (key) => find('phrases', key) ?? key,
  };
}

/** The language that a tag such as `fr`, `fr_FR.UTF-8` or `FR-fr` means; undefined where koinon does not speak it. */
export function languageOf(tag: string): string | undefined {
  const primary = /^\s*([a-z]{2})(?![a-z])/i.exec(tag)?.[1]?.toLowerCase();
  return languages.find((language) => language === primary);
}

/** The language of the user's system, by the variables of POSIX in their order; undefined for one that koinon does not speak. */
export function environmentLanguage(
  env: Readonly<{ [name: string]: string | undefined }>,
): string | undefined {
  const written = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'];
  return written === undefined ? undefined : languageOf(written);
}

function textsIn(language: string): NodeMap {
  const known = texts.get(language);
  if (known) return known;
  const name = languages.find((each) => each === language) ?? 'en';
  const read = shipped(`languages/${name}`) as NodeMap;
  texts.set(language, read);
  return read;
}

function textAt(map: NodeMap, path: readonly string[]): string | undefined {
  let node: Node | undefined = map;
  for (const key of path) node = isMap(node) && Object.hasOwn(node, key) ? node[key] : undefined;
  return isText(node) ? node : undefined;
}
