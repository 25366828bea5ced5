#!/usr/bin/env node
// Plain enough for any Node: an old one hands over to the one that npm brought along, or says what to install.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 12)) {
  module.enableCompileCache();
  const { main } = await import('../dist/cli.js');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = fileURLToPath(new URL(`../node_modules/node/bin/${name}`, import.meta.url));
  if (existsSync(pinned)) {
    const script = fileURLToPath(import.meta.url);
    const { status } = spawnSync(pinned, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
    process.exitCode = status === null ? 1 : status;
  } else {
    console.error(`koinon needs Node 22.12 or newer, this is ${process.versions.node}: install it from https://nodejs.org`);
    process.exitCode = 2;
  }
}
