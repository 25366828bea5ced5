// Loaded into a measured process with `node -r`: at its end it tells on file descriptor 3 what it used.
const { writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage = { cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 };
    writeSync(3, JSON.stringify(usage));
  });
}
