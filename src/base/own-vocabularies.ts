import { readdirSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Problem } from '../core/message.ts';
import { UsageError } from '../core/usage-error.ts';
import type { Concept } from '../vocabulary/concept.ts';
import { concepts, vocabularies, vocabularyNames, vocabularyState } from '../vocabulary/load.ts';
import type { Vocabularies } from '../vocabulary/load.ts';
import { settingOf, settingsFile } from './base.ts';

/** A file by which a base adds to a vocabulary; its path is relative to the base. */
export interface OwnVocabulary {
  readonly path: string;
  readonly hash: string;
  /** What is wrong in it; what is right is used all the same. */
  problems(): readonly Problem[];
}

/** Under this name stands the state of what comes with koinon and decides how records are read. */
const shipped = ':koinon';

/** Whether a known path is no record but something that all records are read by. */
export function isVocabulary(path: string): boolean {
  return path === shipped || /\.ya?ml$/i.test(path);
}

/** The vocabularies of a base: those that come with koinon, and what its own files add. */
export interface BaseVocabularies {
  readonly concepts: Vocabularies;
  readonly files: readonly OwnVocabulary[];
}

/** Reads `vocabularies/<name>.yaml` of a base, or of the folder in it that its settings name; parsed when first asked for. */
export async function baseVocabularies(base: string): Promise<BaseVocabularies> {
  const folder = folderOf(base);
  const names = yamlFiles(join(base, folder));
  const ours: OwnVocabulary = { path: shipped, hash: vocabularyState(), problems: () => [] };
  if (names.length === 0) return { concepts, files: [ours] };
  const { readFileText } = await import('./read-file.ts');
  const { readOwnConcepts } = await import('./read-own-concepts.ts');
  const files = names.map((name) => {
    const path = `${folder}/${name}`;
    const file = readFileText(join(base, path));
    const text = 'text' in file ? file.text : '';
    const vocabulary = name.replace(/\.ya?ml$/, '');
    let read: ReturnType<typeof readOwnConcepts> | undefined;
    const concepts = () => (read ??= readOwnConcepts(text, vocabulary));
    const problems = () => ('problem' in file ? [file.problem] : concepts().problems);
    return { path, hash: 'hash' in file ? file.hash : '-', vocabulary, concepts, problems };
  });
  let made: Vocabularies | undefined;
  return {
    files: [ours, ...files],
    concepts: (name) => {
      if (made) return made(name);
      const own = new Map<string, readonly Concept[]>();
      for (const { vocabulary, concepts: read } of files) {
        if (vocabularyNames.some((each) => each === vocabulary))
          own.set(vocabulary, [...(own.get(vocabulary) ?? []), ...read().concepts]);
      }
      made = vocabularies(own);
      return made(name);
    },
  };
}

function yamlFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^[^.].*\.ya?ml$/.test(name))
      .sort();
  } catch {
    return [];
  }
}

/** The settings are data that may have come with somebody's folder: they name nothing outside of it. */
function folderOf(base: string): string {
  const written = settingOf(base, 'vocabularies') ?? 'vocabularies';
  const folder = written.replace(/\/+$/, '');
  const parts = folder.split(/[/\\]/);
  const outside =
    folder === '' ||
    /^(?:[/\\]|\w:)/.test(folder) ||
    parts.includes('..') ||
    leadsOut(base, folder);
  if (outside)
    throw new UsageError(
      `${settingsFile}: expected “vocabularies: FOLDER” with a folder inside the base, found “${written}”`,
    );
  return parts.join('/');
}

function leadsOut(base: string, folder: string): boolean {
  try {
    return !`${realpathSync(join(base, folder))}${sep}`.startsWith(`${realpathSync(base)}${sep}`);
  } catch {
    return false;
  }
}
