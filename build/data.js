// Puts the files of `data` that koinon reads at every start into `dist` as JSON, which is read ten times as fast as YAML.
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';

for (const path of globSync([
  'data/{vocabularies,evaluation,names}/*.yaml',
  'data/{cues,languages}/**/*.yaml',
])) {
  const target = join('dist', path.replace(/\.yaml$/, '.json'));
  mkdirSync(dirname(target), { recursive: true });
  const data = load(readFileSync(path, 'utf8'), { schema: FAILSAFE_SCHEMA });
  writeFileSync(target, JSON.stringify(data));
}
