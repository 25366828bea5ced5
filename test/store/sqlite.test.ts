import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { sqliteStore } from '../../src/store/sqlite/store.ts';
import { context, storeContract } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'koinon-store-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

storeContract('SQLite in memory', () => sqliteStore(undefined, context.kinds));
storeContract('SQLite on disk', () => sqliteStore(join(folder, `${count++}`), context.kinds));
