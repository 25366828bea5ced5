import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { FAILSAFE_SCHEMA, YAMLException, load } from 'js-yaml';
import { languageOf } from '../language/catalogue.ts';
import { languages } from '../vocabulary/world.ts';
import { UsageError } from '../core/usage-error.ts';

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
    if (!existsSync(join(folder, settingsFile))) {
      throw new UsageError(
        `${asked} is no base yet: run “koinon init ${asked}”; it adds ${settingsFile} and changes nothing else`,
      );
    }
    return openBase(folder);
  }
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, settingsFile))) return openBase(folder);
    if (folder === dirname(folder)) break;
  }
  throw new UsageError(
    `No base here: go to the folder of your records and run “koinon init”, or name it with --base`,
  );
}

function openBase(folder: string): Base {
  const real = realpathSync(folder);
  const { settings, unknown } = readSettings(join(real, settingsFile));
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
  const path = join(folder, settingsFile);
  return existsSync(path) ? readSettings(path).settings[name] || undefined : undefined;
}

const textSettings = ['name', 'lang', 'index', 'vocabularies'];
const settingNames = [...textSettings, 'views'];

interface Settings {
  readonly settings: { readonly [key: string]: string };
  /** Keys that a later koinon may have written. */
  readonly unknown: readonly string[];
}

/** Settings are data: plain texts by key, nothing that could run or lead out of the base. */
function readSettings(path: string): Settings {
  let data: unknown;
  const text = readFileSync(path, 'utf8');
  if (text.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line)))
    return { settings: {}, unknown: [] };
  try {
    data = load(text, { schema: FAILSAFE_SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new UsageError(
      `${settingsFile} cannot be read: ${error.reason} (line ${(error.mark?.line ?? 0) + 1})`,
    );
  }
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

/** For folders that another program keeps in step: the index lies with the user's other caches. */
function cacheFolder(folder: string): string {
  const cache =
    process.env['XDG_CACHE_HOME'] || process.env['LOCALAPPDATA'] || join(homedir(), '.cache');
  return join(cache, 'koinon', createHash('sha256').update(folder).digest('hex').slice(0, 16));
}
