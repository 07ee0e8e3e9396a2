/**
 * `npm run screenshots`: pictures of the built page with the real model, desktop and phone, light and dark, into
 * docs/screenshots/. The picture shown is made by scripts/lib/pictures.mjs.
 *
 *   npm run screenshots -- [--device wasm|webgpu] [--out folder]
 */
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { buildPage, installPackages, needChromium, ROOT } from './lib/install.mjs';
import { landscapePng } from './lib/pictures.mjs';
import { startServer } from './serve.mjs';

const { values } = parseArgs({
  options: {
    device: { type: 'string', default: 'wasm' },
    out: { type: 'string', default: 'docs/screenshots' },
  },
});

/** A slow machine decodes a hundred tokens in this time, ms. */
const PATIENCE = 180_000;

const VIEWS = [
  { name: 'desktop', width: 1280, height: 860 },
  { name: 'phone', width: 390, height: 844 },
];

installPackages();
buildPage();
const out = join(ROOT, values.out);
await mkdir(out, { recursive: true });
const server = await startServer(join(ROOT, 'dist'));
const browser = await chromium.launch({
  executablePath: await needChromium(),
  args: ['--no-sandbox', values.device === 'webgpu' ? '--enable-unsafe-webgpu' : '--disable-gpu'],
});

/** One visit: empty page, verdict, reasoning, error. */
async function visit(view, scheme) {
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const shoot = async (what) => {
    const path = join(out, `${view.name}-${scheme}-${what}.png`);
    // The file must not depend on where the mouse happens to be.
    await page.mouse.move(0, 0);
    await page.screenshot({ path, caret: 'hide', animations: 'disabled' });
    console.log(`${path.slice(ROOT.length)}  ${Math.round((await stat(path)).size / 1000)} kB`);
  };
  const card = (name) => page.getByRole('article', { name, exact: true });
  const reaches = (one, phase) => one.and(page.locator(`[data-phase=${phase}]`)).waitFor();
  const choose = (name, buffer) =>
    page.getByTestId('files').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

  await page.goto(`${server.url}?device=${values.device}`);
  await page.getByTestId('ready').waitFor();
  await shoot('empty');

  await page.locator('.intake').getByRole('radio', { name: 'Answer at once' }).check();
  await choose('evening-hills.png', landscapePng(1800, 1300, 11));
  const hills = card('evening-hills.png');
  await reaches(hills, 'done');
  if (view.name === 'phone') await hills.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await shoot('verdict');

  await hills.getByRole('button', { name: 'Explain' }).click();
  await reaches(hills, 'thinking');
  await reaches(hills, 'done');
  const link = hills.locator('.sentence-link').first();
  if (await link.count()) await link.focus();
  await hills.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await shoot('reasoning');

  await hills.getByRole('button', { name: 'Remove evening-hills.png' }).click();
  await choose('shopping-list.jpg', Buffer.from('milk\nbread\n'));
  await reaches(card('shopping-list.jpg'), 'failed');
  await page.evaluate(() => window.scrollTo(0, 0));
  await shoot('error');
  await context.close();
}

for (const view of VIEWS) for (const scheme of ['light', 'dark']) await visit(view, scheme);
await browser.close();
await server.stop();
const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
console.log(`Fake-HR1 nano ${version}: ${VIEWS.length * 2 * 4} pictures in ${values.out}`);
