#!/usr/bin/env node
// Plain enough for any Node: an old one hands over to the one that npm brought along, or says what to install.
const { enableCompileCache } = require('node:module');
const { constants, homedir } = require('node:os');
const { join } = require('node:path');

const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 12)) {
  // Compiled once for its user and not, as Node would have it, until the computer starts again.
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const caches = XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache');
  enableCompileCache(join(caches, 'koinon', 'compiled'));
  void require('../dist/cli.cjs')
    .main(process.argv.slice(2))
    .then((code) => {
      process.exitCode = code;
    });
} else {
  const { spawnSync } = require('node:child_process');
  const { existsSync } = require('node:fs');
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = join(__dirname, '../node_modules/node/bin', name);
  if (existsSync(pinned)) {
    const { status, signal, error } = spawnSync(pinned, [__filename, ...process.argv.slice(2)], {
      stdio: 'inherit',
    });
    if (error)
      process.stderr.write(
        `koinon cannot start ${pinned}: ${error.message}; install Node 22.12 or newer from https://nodejs.org\n`,
      );
    if (signal) process.exitCode = 128 + constants.signals[signal];
    else process.exitCode = status === null ? 2 : status;
  } else {
    process.stderr.write(
      `koinon needs Node 22.12 or newer, this is ${process.versions.node}: install it from https://nodejs.org\n`,
    );
    process.exitCode = 2;
  }
}
