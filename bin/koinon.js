#!/usr/bin/env node
// Plain enough for any Node: an old one hands over to the one that npm brought along, or says what to install.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 12)) {
  module.enableCompileCache();
  void import('../dist/cli.js')
    .then(({ main }) => main(process.argv.slice(2)))
    .then((code) => {
      process.exitCode = code;
    });
} else {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = fileURLToPath(new URL(`../node_modules/node/bin/${name}`, import.meta.url));
  if (existsSync(pinned)) {
    const script = fileURLToPath(import.meta.url);
    const { status, signal, error } = spawnSync(pinned, [script, ...process.argv.slice(2)], {
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
