import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/lib/install.mjs';

const executablePath = (await findChromium()) ?? undefined;

const launch = (args: string[]) => ({
  // In containers Chromium runs as root, which its sandbox refuses.
  args: ['--no-sandbox', ...args],
  ...(executablePath ? { executablePath } : {}),
});

/**
 * Two projects on the same built page (dist/): WASM without any GPU, and WebGPU on SwiftShader, a software adapter that
 * is correct and slow, so that only the essential path runs there. Each test brings its own server (e2e/helpers).
 */
export default defineConfig({
  testDir: 'e2e',
  // One machine, one model: parallel browsers would only fight for the same cores.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? '.cache/test/e2e.json' }],
  ],
  projects: [
    {
      name: 'wasm',
      testIgnore: '**/*.webgpu.spec.ts',
      timeout: 240_000,
      expect: { timeout: 60_000 },
      use: { launchOptions: launch(['--disable-gpu']) },
    },
    {
      name: 'webgpu',
      testMatch: '**/*.webgpu.spec.ts',
      timeout: 1_500_000,
      expect: { timeout: 600_000 },
      use: { launchOptions: launch(['--enable-unsafe-webgpu']) },
    },
  ],
});
