import { readdirSync } from 'node:fs';
import type { Topic, Wish } from './tools/topic.ts';

// npm run torture [-- --quick] [--random N] [--runs N] [--seconds N] [--seed N] [kills fuzz …]: every file beside this one is a topic.
const words = process.argv.slice(2);
const quick = words.includes('--quick');
const numbers = ['--random', '--runs', '--seconds', '--seed'];
const named = words.filter(
  (word, at) => !word.startsWith('--') && !numbers.includes(words[at - 1] ?? ''),
);

const wish: Wish = {
  quick,
  random: number('--random', quick ? 8 : 300),
  runs: number('--runs', quick ? 20_000 : 1_000_000),
  seconds: number('--seconds', quick ? 5 : 60),
  seed: number('--seed', 1),
};

process.exitCode = await tortureAll();

async function tortureAll(): Promise<number> {
  print(line('what', 'cases', 'failures', ''));
  let failed = 0;
  for (const name of topics()) {
    const { default: topic } = (await import(`./${name}.ts`)) as { default: Topic };
    for await (const { what, cases, failures, remark } of topic(wish)) {
      failed += failures.length;
      print(line(`${name}: ${what}`, String(cases), String(failures.length), remark ?? ''));
      for (const failure of failures.slice(0, 5))
        print(`    ${failure.replaceAll('\n', '\n    ')}`);
      if (failures.length > 5) print(`    and ${failures.length - 5} more`);
    }
  }
  return failed > 0 ? 1 : 0;
}

function topics(): string[] {
  return readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && entry.name !== 'run.ts')
    .map(({ name }) => name.slice(0, -3))
    .filter((name) => named.length === 0 || named.includes(name))
    .sort();
}

function number(flag: string, usual: number): number {
  const at = words.indexOf(flag);
  return at < 0 ? usual : Number(words[at + 1]);
}

function line(what: string, cases: string, failures: string, remark: string): string {
  return `${what.padEnd(64)}${cases.padStart(8)}${failures.padStart(10)}  ${remark}`.trimEnd();
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
