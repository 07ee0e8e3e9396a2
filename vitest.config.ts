import { defineConfig } from 'vitest/config';
import { kernel } from './scripts/lib/kernel.mjs';

export default defineConfig({
  plugins: [kernel()],
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
