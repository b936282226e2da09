import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    // The machine is shared: two files at a time keeps timings honest.
    maxWorkers: 2,
  },
});
