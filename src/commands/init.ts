import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { settingsFile } from '../base/base.ts';
import type { Command } from '../command.ts';
import { languages } from '../vocabulary/world.ts';

export default {
  summary: 'makes a folder a base; changes nothing that exists',
  arguments: [{ name: '[dir]', summary: 'the folder; the current one where none is named' }],
  options: [
    { flags: '--name <name>', summary: 'what the base is called; else the name of its folder' },
    { flags: '--dry-run', summary: 'say what would be made, and make nothing' },
  ],
  examples: [
    { call: 'koinon init my-network', does: 'a new base with a folder for each kind' },
    {
      call: 'koinon init',
      does: 'makes the folder of an Obsidian, Hugo or Jekyll site a base: adds one file',
    },
  ],
  run: async (call, session) => {
    const { surroundings } = session;
    const folder = resolve(surroundings.folder, call.words[0] ?? '.');
    const settings = join(folder, settingsFile);
    if (existsSync(settings)) {
      session.note(`${folder} is a base already`);
      return 0;
    }
    const isNew = !existsSync(folder) || isEmpty(folder);
    const folders = isNew ? session.kinds.all().map(({ plural }) => plural) : [];
    const name = call.text('name') ?? basename(folder);
    const attributes = join(folder, attributesFile);
    const isOwn = existsSync(attributes);
    const made = [
      ...folders.map((each) => `${each}/`),
      settingsFile,
      ...(isOwn ? [] : [attributesFile]),
    ];
    if (call.flag('dry-run')) {
      await session.write(made.map((each) => `${session.told(`would make ${each}`)}\n`).join(''));
      return 0;
    }
    mkdirSync(folder, { recursive: true });
    for (const each of folders) mkdirSync(join(folder, each), { recursive: true });
    writeFileSync(settings, settingsText(name, session.ownLanguage), { flag: 'wx' });
    if (!isOwn) writeFileSync(attributes, frozenTexts, { flag: 'wx' });
    await session.write(made.map((each) => `${session.told(`made ${each}`)}\n`).join(''));
    session.note(isNew ? 'Next: koinon new organisation' : 'Next: koinon ingest');
    return 0;
  },
} satisfies Command;

/** Git must not touch the line ends of texts that quotes point into. */
const attributesFile = '.gitattributes';
const frozenTexts = 'sources/*.txt -text\ndrafts/sources/*.txt -text\n';

function isEmpty(folder: string): boolean {
  return readdirSync(folder).every((name) => name.startsWith('.git'));
}

function settingsText(name: string, language: string): string {
  return `# A base of koinon. Everything below this folder that is a record is read; nothing else is touched.
name: ${JSON.stringify(name)}
# Language of labels where none is asked for: ${languages.join(', ')}
lang: ${language}
# Where the index lies: “here” (in .koinon), or “cache” (with your other caches, for folders that are synchronised)
index: here
`;
}
