import { defineConfig } from 'vitest/config';

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
          globalSetup: ['tests/e2e/globalSetup.ts'],
          isolate: false,
          // Bounds, not measures: two hundred rounds in flight take the one stream poller from whoever runs beside them.
          testTimeout: 200_000,
          hookTimeout: 200_000,
          // After the rules: the cloud comes up while they run.
          sequence: { groupOrder: 1 },
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
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
