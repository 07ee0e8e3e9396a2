/**
 * The built page's own worker, driven from here: a browser, and a page with the evaluation hook open
 * (src/evaluate-hook.ts). Shared by `npm run evaluate` and `npm run reproduce`.
 */
import { readFileSync } from 'node:fs';
import { needChromium } from './install.mjs';

/**
 * Address, below the page's own, at which pictures are found by their index. The server hands them out: a route of Playwright's
 * would send each through the browser's control pipe as base64.
 */
export const ROUTE = '__evaluate/';
/** A built page mounts its hook at once; without it something else is served. ms. */
const HOOK_TIMEOUT = 30_000;

/** The manifest that a built page carries. */
export function manifestOf(dist) {
  return JSON.parse(readFileSync(`${dist}/models/fake-hr1-nano/manifest.json`, 'utf8'));
}

/** A headless Chromium for `device`: 'wasm' or 'webgpu'. */
export async function launchBrowser(device) {
  // Only now: a fresh clone has no packages when this file is read.
  const { chromium } = await import('@playwright/test');
  return chromium.launch({
    executablePath: await needChromium(),
    args: ['--no-sandbox', device === 'webgpu' ? '--enable-unsafe-webgpu' : '--disable-gpu'],
  });
}

/** The pictures as `startServer` wants them (its `files`): by their index below ROUTE. */
export const picturesBy = (paths) => new Map(paths.map((path, index) => [`/${ROUTE}${index}`, path]));

/** Opens the page with its model ready. */
export async function openPage(browser, url, { device, threads }) {
  // The pictures come from the server; what the page keeps for offline use has no part in it.
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const query = new URLSearchParams({ evaluate: '', device, ...(threads ? { threads } : {}) });
  await page.goto(`${url}?${query}`);
  await page
    .waitForFunction(() => window.fakeHr1, null, { timeout: HOOK_TIMEOUT })
    .catch(() => {
      throw new Error('the built page has no evaluation hook (src/evaluate-hook.ts)');
    });
  page.setDefaultTimeout(0);
  const info = await page.evaluate(() => window.fakeHr1.ready());
  return { page, info, close: () => context.close() };
}
