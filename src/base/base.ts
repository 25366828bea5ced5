import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type * as jsYaml from 'js-yaml';
import { languageOf } from '../language/catalogue.ts';
import { languages } from '../vocabulary/world.ts';
import { UsageError } from '../core/usage-error.ts';
import { readOrdinary } from './own-file.ts';

/** A folder with `koinon.yaml` and the records below it. */
export interface Base {
  readonly folder: string;
  readonly name: string;
  /** Language of labels where none is asked for. */
  readonly lang: string | undefined;
  /** Where its index lies. */
  readonly indexFolder: string;
  /** What its settings hold that this version of koinon does not know. */
  readonly notes: readonly string[];
}

export const settingsFile = 'koinon.yaml';

/** The base that was asked for, or the nearest one upward; throws {@link UsageError} where there is none. */
export function findBase(asked: string | undefined, from: string): Base {
  if (asked !== undefined) {
    const folder = resolve(from, asked);
    if (!existsSync(folder) || !statSync(folder).isDirectory()) {
      throw new UsageError(`There is no folder ${asked}`);
    }
    if (!hasSettings(folder)) {
      throw new UsageError(
        `${asked} is no base yet: run “koinon init ${asked}”; it adds ${settingsFile} and changes nothing else`,
      );
    }
    return openBase(folder);
  }
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (hasSettings(folder)) return openBase(folder);
    if (folder === dirname(folder)) break;
  }
  throw new UsageError(
    `No base here: go to the folder of your records and run “koinon init”, or name it with --base`,
  );
}

/** Also where they cannot be read, such as a link to nothing: that is told, and no other base taken for this one. */
function hasSettings(folder: string): boolean {
  return lstatSync(join(folder, settingsFile), { throwIfNoEntry: false }) !== undefined;
}

function openBase(folder: string): Base {
  const real = realpathSync(folder);
  const { settings, unknown } = readSettings(real);
  const index = settings['index'] || 'here';
  if (index !== 'here' && index !== 'cache') {
    throw new UsageError(
      `${settingsFile}: expected “index: here” or “index: cache”, found “${index}”`,
    );
  }
  const lang = settings['lang'] || undefined;
  if (lang !== undefined && languageOf(lang) === undefined) {
    throw new UsageError(
      `${settingsFile}: expected “lang:” with one of ${languages.join(', ')}, found “${lang}”`,
    );
  }
  return {
    folder: real,
    name: settings['name'] || (real.split(/[/\\]/).at(-1) ?? real),
    lang: lang && languageOf(lang),
    indexFolder: index === 'here' ? join(real, '.koinon') : cacheFolder(real),
    notes: unknown.map(
      (each) =>
        `${settingsFile}: “${each}” is no setting of this version of koinon and is left out; there are ${settingNames.join(', ')}`,
    ),
  };
}

/** A setting of the base in a folder, where it is there and a text. */
export function settingOf(folder: string, name: string): string | undefined {
  return readSettings(folder).settings[name] || undefined;
}

const textSettings = ['name', 'lang', 'index', 'vocabularies'];
const settingNames = [...textSettings, 'views'];

interface Settings {
  readonly settings: { readonly [key: string]: string };
  /** Keys that a later koinon may have written. */
  readonly unknown: readonly string[];
}

/** One setting in a line, written so that YAML reads the same: `name: Rete Sud`. */
const plainSetting =
  /^(\w{1,20}): (?:"([ !#-[\]-~\u00a1-\u1fff]{0,200})"|([\w\u00c0-\u1fff][\w\u00c0-\u1fff .,'()/&-]{0,200}))$/;

/** Settings that are all written in that way, as most are: no call waits for YAML to be loaded then. */
function plainSettings(text: string): { readonly [key: string]: string } | undefined {
  const settings = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    if (/^(?:#.*)?$/.test(line)) continue;
    const [, key, quoted, plain] = plainSetting.exec(line) ?? [];
    if (key === undefined || settings.has(key)) return undefined;
    settings.set(key, quoted ?? plain?.trimEnd() ?? '');
  }
  return Object.fromEntries(settings);
}

/** Bytes that settings may have: hundreds of views, and nothing that anybody waits for. */
const longest = 256 * 1024;

/** The settings of a base as they are written; throws a {@link UsageError} where they cannot be read. */
export function settingsText(folder: string): string {
  const read = readOrdinary(join(folder, settingsFile), longest);
  if ('refused' in read) throw new UsageError(`${settingsFile}: ${read.refused}`);
  return 'gone' in read ? '' : read.bytes.toString('utf8');
}

/** Settings are data: plain texts by key, nothing that could run or lead out of the base. */
function readSettings(folder: string): Settings {
  const text = settingsText(folder);
  const data = plainSettings(text) ?? yamlOf(text);
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return { settings: {}, unknown: [] };
  const entries = Object.entries(data);
  const odd = entries.find(
    ([key, value]) => textSettings.includes(key) && typeof value !== 'string',
  );
  if (odd)
    throw new UsageError(`${settingsFile}: expected one text as “${odd[0]}:”, found several`);
  return {
    settings: Object.fromEntries(entries.filter(([, value]) => typeof value === 'string')),
    unknown: entries.map(([key]) => key).filter((key) => !settingNames.includes(key)),
  };
}

function yamlOf(text: string): unknown {
  const yaml: typeof jsYaml = createRequire(import.meta.url)('js-yaml');
  try {
    return yaml.load(text, { schema: yaml.FAILSAFE_SCHEMA });
  } catch (error) {
    if (!(error instanceof yaml.YAMLException)) throw error;
    throw new UsageError(
      `${settingsFile} cannot be read: ${error.reason} (line ${(error.mark?.line ?? 0) + 1})`,
    );
  }
}

/** For folders that another program keeps in step: the index lies with the user's other caches. */
function cacheFolder(folder: string): string {
  const cache =
    process.env['XDG_CACHE_HOME'] || process.env['LOCALAPPDATA'] || join(homedir(), '.cache');
  // Most bases have their index with them, and do not wait for what hashes to be loaded.
  const { hash } = process.getBuiltinModule('node:crypto');
  return join(cache, 'koinon', hash('sha256', folder).slice(0, 16));
}
