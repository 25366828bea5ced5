import type { Area, Forms } from '../core/consortium/call.ts';
import type { Path } from '../core/message.ts';
import type { Node, NodeMap } from '../core/node.ts';
import { isList, isMap, isText, normalKeys, textsOf } from '../core/node.ts';
import type { Concepts } from '../core/value.ts';
import { parseNumber } from '../values/number.ts';
import { fold } from '../vocabulary/fold.ts';
import { concepts } from '../vocabulary/load.ts';
import { nearest } from '../vocabulary/nearest.ts';
import { sets } from '../vocabulary/sets.ts';
import { languages } from '../vocabulary/world.ts';

/** Tells what is wrong at a place of a call's file, and what would have been right. */
export type Tell = (path: Path, reason: string, expected?: readonly string[]) => void;

/** Reads the values of one map of a call's file; what cannot be read is told and left out. */
export interface MapReader {
  readonly path: Path;
  text(key: string): string | undefined;
  /** A text that may be written once for each language: the one that is read for, else the English, else the first. */
  said(key: string): string | undefined;
  /** That text in every language in which it is written. */
  saidInAll(key: string): readonly string[];
  texts(key: string): readonly string[];
  number(key: string): number | undefined;
  flag(key: string): boolean | undefined;
  ids(key: string, vocabulary: Concepts, what: string): readonly string[];
  forms(key: string): Forms | undefined;
  area(key: string, own: OwnSets): Area | undefined;
  map(key: string): MapReader | undefined;
  maps(key: string): readonly MapReader[];
  /** Something stands there, though it may be wrong. */
  has(key: string): boolean;
  keys(): readonly string[];
  /** Tells of every key that is none of these. */
  only(keys: readonly string[]): void;
}

/** Sets that a call defines itself. */
export type OwnSets = ReadonlyMap<
  string,
  { readonly title: string; readonly members: readonly string[] }
>;

export function mapReader(node: NodeMap, path: Path, tell: Tell, language: string): MapReader {
  const map = normalKeys(node, (key) => tell([...path, key], `“${key}” stands here twice`));
  const at = (key: string): Node | undefined => map[normal(key)];
  const wrong = (key: string, expected: string) =>
    tell([...path, key], `Expected ${expected} in “${key}”${found(at(key))}`);
  const read: MapReader = {
    path,
    has: (key) => {
      const value = at(key);
      return value !== undefined && !(isText(value) && value.trim() === '');
    },
    keys: () => Object.keys(map),
    text: (key) => {
      const value = at(key);
      if (value !== undefined && !isText(value)) wrong(key, 'a text');
      return isText(value) && value.trim() !== ''
        ? value.trim().replaceAll(/\s+/g, ' ')
        : undefined;
    },
    said: (key) => {
      if (!isMap(at(key) ?? '')) return read.text(key);
      const inEach = read.map(key);
      inEach?.only(languages);
      if (inEach?.keys().length === 0) wrong(key, 'a text');
      const [said] = read.saidInAll(key);
      return inEach?.text(language) ?? inEach?.text('en') ?? said;
    },
    saidInAll: (key) => {
      const inEach = isMap(at(key) ?? '') ? read.map(key) : undefined;
      const one = inEach ? undefined : read.text(key);
      return one === undefined
        ? (inEach?.keys() ?? []).flatMap((each) => inEach?.text(each) ?? [])
        : [one];
    },
    texts: (key) => {
      const value = at(key);
      if (value === undefined) return [];
      if (isMap(value)) wrong(key, 'a list');
      return isMap(value) ? [] : textsOf(value).map((text) => text.trim());
    },
    number: (key) => {
      const value = read.text(key);
      const number = value === undefined ? undefined : parseNumber(value.replace(/\s*%$/, ''));
      if (value !== undefined && (number === undefined || number < 0)) wrong(key, 'a number');
      return number !== undefined && number >= 0 ? number : undefined;
    },
    flag: (key) => {
      const value = read.text(key)?.toLowerCase();
      if (value === undefined) return undefined;
      if (!/^(?:yes|no|true|false)$/.test(value)) wrong(key, '“yes” or “no”');
      return value === 'yes' || value === 'true';
    },
    ids: (key, vocabulary, what) =>
      read.texts(key).flatMap((written, index) => {
        const id = vocabulary.find(written);
        if (id !== undefined) return [id];
        const place = isList(at(key)) ? [...path, key, index] : [...path, key];
        tell(place, `“${written}” is no ${what}`, vocabulary.nearest(written));
        return [];
      }),
    forms: (key) => {
      const names = read.ids(key, concepts('forms'), 'form of organisation');
      if (names.length === 0) return undefined;
      const ids = names.flatMap((name) => concepts('forms').narrower(name));
      return { names, ids: [...new Set(ids)] };
    },
    area: (key, own) => {
      if (at(key) === undefined) return undefined;
      const names: string[] = [];
      const members = read.texts(key).flatMap((written, index) => {
        const known = membersOf(written, own);
        if (known) {
          names.push(known.name);
          return known.members;
        }
        const place = isList(at(key)) ? [...path, key, index] : [...path, key];
        tell(place, `“${written}” is no set, country or region`, near(written, own));
        return [];
      });
      const isCountry = (id: string) => concepts('countries').concept(id) !== undefined;
      return {
        names,
        countries: members.filter(isCountry),
        regions: members.filter((id) => !isCountry(id)),
      };
    },
    map: (key) => {
      const value = at(key);
      if (value === undefined) return undefined;
      if (!isMap(value)) wrong(key, 'a group of keys');
      return isMap(value) ? mapReader(value, [...path, key], tell, language) : undefined;
    },
    maps: (key) => {
      const value = at(key);
      if (value === undefined) return [];
      if (!isList(value)) wrong(key, 'a list');
      return (isList(value) ? value : []).flatMap((each, index) => {
        if (isMap(each)) return [mapReader(each, [...path, key, index], tell, language)];
        tell([...path, key, index], `Expected keys such as “about: partners”${found(each)}`);
        return [];
      });
    },
    only: (keys) => {
      for (const key of Object.keys(map)) {
        if (keys.some((each) => normal(each) === key)) continue;
        tell([...path, key], `“${key}” means nothing here`, nearest(key, keys, 1));
      }
    },
  };
  return read;
}

function membersOf(
  written: string,
  own: OwnSets,
): { readonly name: string; readonly members: readonly string[] } | undefined {
  const mine = own.get(fold(written));
  if (mine) return { name: fold(written), members: mine.members };
  const country = concepts('countries').find(written);
  if (country !== undefined) return { name: country, members: [country] };
  const set = sets().find(written);
  if (set !== undefined) return { name: set, members: sets().members(set) };
  const region = concepts('regions').find(written);
  return region === undefined ? undefined : { name: region, members: [region] };
}

function near(written: string, own: OwnSets): readonly string[] {
  const names = nearest(fold(written), own.keys(), 2);
  return [...names, ...sets().nearest(written), ...concepts('countries').nearest(written)].slice(
    0,
    3,
  );
}

function found(node: Node | undefined): string {
  if (isText(node)) return `, found “${node}”`;
  return node === undefined ? '' : `, found ${isList(node) ? 'a list' : 'a group of keys'}`;
}

function normal(key: string): string {
  return key.replaceAll('-', '_');
}
