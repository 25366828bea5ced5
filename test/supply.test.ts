import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from './surroundings.ts';

interface Package {
  readonly dependencies?: { readonly [name: string]: string };
  readonly devDependencies?: { readonly [name: string]: string };
}

interface Lock {
  readonly packages: { readonly [path: string]: Locked };
}

interface Locked {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
}

/**
 * Packages that come along with koinon, direct and transitive. 43 of them are unified and remark-parse with theirs, which were
 * asked for by name, and 27 are the questions of inquirer; whoever adds one says in ARCHITECTURE.md why.
 */
const most = 103;

const project = fileURLToPath(new URL('..', import.meta.url));
const { dependencies = {}, devDependencies = {} } = read('package.json') as Package;
const locked = Object.entries((read('package-lock.json') as Lock).packages).filter(
  ([path]) => path !== '',
);

/** Types that a package would like to have are only there because koinon is developed with them. */
const running = locked.filter(([, { dev, devOptional }]) => !dev && !devOptional);

function read(path: string): unknown {
  return JSON.parse(readFileSync(`${project}${path}`, 'utf8'));
}

/** Paths of files as the project has them. */
function pathsOf(pattern: string): readonly string[] {
  return globSync(pattern, { cwd: project }).map((path) => path.replaceAll('\\', '/'));
}

test('as many packages as were agreed on come along', () => {
  expect(running.length).toBe(most);
});

test('none of them runs a script when it is installed', () => {
  expect(running.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
});

test('each direct package is one version, and what comes along has one content', () => {
  const versions = Object.values({ ...dependencies, ...devDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  expect(running.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
});

test('each direct dependency has its reason in ARCHITECTURE.md, and no other package has one', () => {
  const [, table = ''] = readFileSync(`${project}ARCHITECTURE.md`, 'utf8').split('## Dependencies');
  const reasons = [
    ...table
      .split('\n## ', 1)
      .join('')
      .matchAll(/^\| ([a-z][^|]*?) \| [^|]{10,} \|$/gm),
  ];
  const named = reasons.flatMap(([, names = '']) => names.split(', '));
  expect(named.toSorted()).toEqual(Object.keys(dependencies).toSorted());
});

test('what is packed is what runs, and no more', () => {
  const { stdout } = spawnSync(
    'npm',
    ['pack', '--dry-run', '--json', '--offline', '--ignore-scripts'],
    { cwd: project, encoding: 'utf8', shell: process.platform === 'win32' },
  );
  const [packed] = JSON.parse(stdout) as [{ readonly files: readonly { readonly path: string }[] }];
  // The other data are in `dist`, as JSON.
  const expected = [
    'package.json',
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    ...pathsOf('docs/*.md'),
    ...pathsOf('bin/*'),
    ...pathsOf('dist/*.cjs'),
    ...pathsOf('dist/data/**/*.json'),
    ...pathsOf('data/vocabularies/calls/*.yaml'),
    ...pathsOf('data/base/koinon.yaml'),
    ...pathsOf('data/base/*/*.md'),
  ];
  expect(packed.files.map(({ path }) => path).toSorted()).toEqual(expected.toSorted());
});

test.skipIf(process.platform === 'win32')(
  'what is packed runs elsewhere, and its README leads nowhere else',
  () => {
    const folder = temporaryFolder();
    const pack = ['pack', '--json', '--offline', '--ignore-scripts', '--pack-destination', folder];
    const made = spawnSync('npm', pack, { cwd: project, encoding: 'utf8' });
    const [{ filename }] = JSON.parse(made.stdout) as [{ readonly filename: string }];
    expect(spawnSync('tar', ['-xzf', filename], { cwd: folder }).status).toBe(0);
    // The packages that it names, as they are installed here: nothing is downloaded.
    symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
    const home = join(folder, 'package');
    const readme = readFileSync(join(home, 'README.md'), 'utf8');
    const told = readme.replaceAll(/^```[^]*?^```$/gm, '');
    const links = [...told.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, to = '']) => to);
    const nowhere = links.filter((to) => !/^https?:/.test(to) && !existsSync(join(home, to)));
    expect(nowhere).toEqual([]);
    const tour = spawnSync(process.execPath, [join(home, 'bin/koinon.js'), 'tour'], {
      cwd: temporaryFolder(),
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: folder, XDG_CACHE_HOME: join(folder, 'cache') },
    });
    expect({ status: tour.status, error: tour.stderr }).toMatchObject({ status: 0 });
    expect(tour.stdout).toContain('conference');
  },
  120_000,
);
