import { defineConfig } from 'vitest/config';

const CROWDS = 'tests/e2e/crowds.test.ts';

export default defineConfig({
  test: {
    reporters: ['default', './tests/closingLine.ts'],
    // The machine is shared: two files at a time keeps timings honest.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['tests/{unit,infra,workflows}/**/*.test.{ts,tsx}'],
          // Rules keep nothing between tests; modules read once instead of for each file halve the time.
          isolate: false,
          // Properties and the synthesis take a second or two; on a busy machine many times that.
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'flows',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: [CROWDS],
          globalSetup: ['tests/e2e/globalSetup.ts'],
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // After the rules: the cloud comes up while they run.
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'crowds',
          include: [CROWDS],
          globalSetup: ['tests/e2e/globalSetup.ts'],
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // By themselves, in the flows' cloud: two hundred rounds in flight take its one stream poller from all others.
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: ['tests/faults/globalSetup.ts'],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // After the flows: their clouds would take the machine from each other.
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
