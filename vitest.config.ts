import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One processor is not kept free for watching: with two of them the tests would take twice as long.
    maxWorkers: '100%',
  },
});
