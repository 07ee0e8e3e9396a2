/** The trunk's kernel where a browser lacks something: relaxed SIMD, or a further thread. The self-test at load holds its numbers. */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { landscapePng } from '../scripts/lib/pictures.mjs';
import { startServer } from '../scripts/serve.mjs';
import { BAND, card, drop, expect, openReady, reaches, type Site, setMode, test } from './helpers/site';

// The shell's cache would answer before the routes below.
test.use({ serviceWorkers: 'block' });

const DIST = resolve(import.meta.dirname, '../dist');
const ASSETS = join(DIST, 'assets');
const built = (name: RegExp): string => {
  const found = readdirSync(ASSETS).filter((file) => name.test(file));
  if (found.length !== 1) throw new Error(`${found.length} files like ${name} in dist/assets`);
  return found[0] as string;
};

/** The band of a picture in words. */
async function verdictOf(page: Page, site: Site): Promise<string> {
  await openReady(page, site);
  await setMode(page, 'Answer at once');
  await drop(page, { name: 'hills.png', content: landscapePng(900, 600) });
  const hills = card(page, 'hills.png');
  await reaches(hills, 'done');
  return (await hills.getByRole('heading', { name: BAND }).textContent()) ?? '';
}

test('all builds of the kernel come to the same verdict', async ({ page, site }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const relaxed = await verdictOf(page, site);
  for (const name of ['relaxed-', 'dot-']) expect(asked.some((url) => url.includes(name))).toBe(true);
  expect(asked.some((url) => url.includes('plain-'))).toBe(false);

  // A browser without relaxed SIMD would ask for the plain build, and another machine choose otherwise; here one is handed over for both.
  for (const build of [/^plain-.*\.wasm$/, /^dot-.*\.wasm$/]) {
    let handedOver = 0;
    await page.route(/(relaxed|dot)-[^/]*\.wasm/, (route) => {
      handedOver += 1;
      return route.fulfill({ path: join(ASSETS, built(build)), contentType: 'application/wasm' });
    });
    expect(await verdictOf(page, site)).toBe(relaxed);
    expect(handedOver).toBe(2);
    await page.unrouteAll();
  }
});

test('where no lane comes up, the worker computes alone', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'no-lane-'));
  cpSync(DIST, folder, { recursive: true, filter: (path) => !/lane-[^/]*\.js/.test(path) });
  expect(existsSync(join(folder, 'assets', built(/^lane-.*\.js$/)))).toBe(false);
  const site = await startServer(folder);
  try {
    expect(await verdictOf(page, site)).toMatch(BAND);
  } finally {
    await site.stop();
    rmSync(folder, { recursive: true });
  }
});
