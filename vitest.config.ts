import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts', 'workers/**/*.test.ts', 'tests/**/*.test.ts'],
    typecheck: { enabled: false },
    restoreMocks: true,
    // Seconds of work (JPEGs, signatures) take a minute on a machine that trains beside it.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
