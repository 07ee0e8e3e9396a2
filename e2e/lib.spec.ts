/** The built library in a page of somebody else (examples/embed): as a module, as an element, and from another origin. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { startExample } from '../scripts/lib/example-site.mjs';
import { SECURITY_HEADERS } from '../scripts/lib/headers.mjs';
import { landscapePng } from '../scripts/lib/pictures.mjs';
import { startServer } from '../scripts/serve.mjs';
import { BAND, expect, type Site } from './helpers/site';

const test = base.extend<{ site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of wanted fixtures from this pattern
  site: async ({}, use) => {
    const server = await startExample();
    await use(server);
    await server.stop();
  },
});

const picture = (name: string, content = landscapePng(640, 480)) => ({
  name,
  mimeType: 'image/png',
  buffer: content,
});

const events = (page: Page) => page.locator('#events li');
/** One of the two elements of the example. */
const element = (page: Page, id: 'named' | 'open') => page.locator(`#${id}`);
const card = (page: Page, id: 'named' | 'open') => element(page, id).locator('.card');

/** Records what the elements say, from before they exist. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    for (const type of ['fake-hr1-verdict', 'fake-hr1-error'])
      document.addEventListener(type, (event) => {
        const { detail, target } = event as CustomEvent;
        heard.push({ type, id: (target as Element).id, band: detail.verdict?.band, code: detail.code });
      });
  });
}
const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);

test('createDetector: left at the first verdict, then another picture to its end', async ({ page, site }) => {
  const outside: string[] = [];
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(site.url).host) outside.push(request.url());
  });
  await page.goto(site.url);
  await page.getByLabel('Leave at the first verdict').check();
  await page.getByLabel('Picture', { exact: true }).setInputFiles(picture('left.png'));
  await expect(events(page).last()).toHaveText('end');
  const seen = await events(page).allTextContents();
  expect(seen[0]).toBe('received: ');
  expect(seen.at(-2)).toMatch(/^verdict: (likely-ai|cant-tell|no-traces)$/);
  await expect(page.locator('#status')).toHaveText(/^wasm, threads: [1-4]$/);

  await page.getByLabel('Leave at the first verdict').uncheck();
  await page
    .getByLabel('Picture', { exact: true })
    .setInputFiles(picture('whole.png', landscapePng(500, 400, 3)));
  await expect(events(page).last()).toHaveText('end');
  const all = (await events(page).allTextContents()).map((text) => text.slice(0, text.indexOf(':')));
  expect([...new Set(all)].slice(0, -1).sort()).toEqual(
    ['evidence', 'final', 'gate', 'reasoning', 'received', 'verdict'].sort(),
  );
  expect(all.at(-2)).toBe('final');
  // The left one cost nothing more: no second worker was needed for it.
  expect(page.workers().filter((one) => one.url().includes('/detector-'))).toHaveLength(1);
  expect(outside).toEqual([]);
});

test('<fake-hr1-check>: a picture of the page, one of the visitor, reasoning, and errors', async ({
  page,
  site,
}) => {
  await listen(page);
  await page.goto(`${site.url}element.html`);
  await expect(card(page, 'named')).toHaveAttribute('data-phase', 'done');
  await expect(element(page, 'named').getByRole('heading', { name: BAND })).toBeVisible();
  await expect(element(page, 'named')).toContainText(/real photos.* this high/i);
  const [first] = (await heard(page)) as { type: string; id: string; band: string }[];
  expect(first).toMatchObject({ type: 'fake-hr1-verdict', id: 'named' });
  expect(['likely-ai', 'cant-tell', 'no-traces']).toContain(first?.band);
  await expect(element(page, 'named').getByRole('button', { name: /Choose|another/ })).toHaveCount(0);

  const open = element(page, 'open');
  await open.locator('input[type=file]').setInputFiles(picture('broken.png', Buffer.from('no picture')));
  await expect(open.getByRole('alert')).toContainText('UNSUPPORTED_FORMAT');
  expect(await heard(page)).toContainEqual({
    type: 'fake-hr1-error',
    id: 'open',
    code: 'UNSUPPORTED_FORMAT',
  });

  await open.evaluate(
    (target, base64) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], 'dropped.png'));
      target.shadowRoot
        ?.querySelector('.drop')
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, composed: true }));
    },
    landscapePng(400, 300, 2).toString('base64'),
  );
  await expect(card(page, 'open')).toHaveAttribute('data-phase', 'done');
  await expect(open.getByRole('alert')).toHaveCount(0);
  // The model may have reasoned by its own wish; else it is asked to.
  const explain = open.getByRole('button', { name: 'Explain' });
  if ((await explain.count()) > 0) await explain.click();
  await expect(open.locator('.sentence').first()).toBeVisible();
  await expect(card(page, 'open')).toHaveAttribute('data-phase', 'done');

  await page.evaluate(() => document.getElementById('named')?.setAttribute('src', '/pictures/absent.png'));
  await expect(element(page, 'named').getByRole('alert')).toContainText('IMAGE_UNREACHABLE');
  await page.evaluate(() => document.getElementById('named')?.setAttribute('src', '/pictures/hills.png'));
  await expect(card(page, 'named')).toHaveAttribute('data-phase', 'done');

  await open.evaluate((target) => target.setAttribute('lang', 'de'));
  await expect(open.getByRole('button', { name: 'Ein anderes Bild prüfen' })).toBeVisible();
  await open.evaluate((target) => target.setAttribute('lang', 'en'));
  await expect(open.getByRole('heading', { name: BAND })).toBeVisible();

  // Themed from outside, by property and by part.
  await expect(open.locator('.drop button')).toHaveCSS('background-color', 'rgb(122, 47, 95)');
  await expect(open.getByRole('heading', { name: BAND })).toHaveCSS('font-family', 'Georgia, serif');
});

test('a page that is not isolated has one thread, and says so', async ({ page }) => {
  const {
    'Cross-Origin-Opener-Policy': _,
    'Cross-Origin-Embedder-Policy': __,
    ...headers
  } = SECURITY_HEADERS;
  const site = await startExample(0, headers);
  // With one core nobody would wish for more threads, and nothing would be missing.
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => 4 });
  });
  try {
    await page.goto(site.url);
    await page.getByLabel('Leave at the first verdict').check();
    await page.getByLabel('Picture', { exact: true }).setInputFiles(picture('one.png'));
    await expect(events(page).last()).toHaveText('end');
    await expect(page.locator('#status')).toHaveText('wasm, threads: 1, not-isolated');
  } finally {
    await site.stop();
  }
});

test('library, worker and model from another origin, on an isolated page with a strict policy', async ({
  page,
}) => {
  const assets = await startExample(0, {
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'X-Content-Type-Options': 'nosniff',
  });
  const other = new URL(assets.url).origin;
  const folder = await mkdtemp(join(tmpdir(), 'embedder-'));
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><title>x</title><script type="module" src="page.js"></script><p id="out"></p>`,
  );
  await writeFile(
    join(folder, 'page.js'),
    `import { createDetector } from '${other}/fake-hr1/index.js';
    const out = document.getElementById('out');
    try {
      const picture = await (await fetch('${other}/pictures/hills.png')).blob();
      const detector = await createDetector({ modelUrl: '${other}/models/fake-hr1-nano', threads: 2 });
      const { runtime, stored } = detector;
      for await (const event of detector.analyse(picture, { mode: 'answer' }))
        if (event.kind === 'final') out.textContent = [event.verdict.band, runtime.threads, stored].join();
        else if (event.kind === 'failed') out.textContent = event.error.detail;
    } catch (error) { out.textContent = String(error); }`,
  );
  const page2 = await startServer(folder, 0, '127.0.0.1', {
    headers: {
      ...SECURITY_HEADERS,
      'Content-Security-Policy': `default-src 'none'; script-src 'self' ${other} blob: 'wasm-unsafe-eval'; connect-src ${other}; worker-src blob: ${other}`,
    },
  });
  try {
    await page.goto(page2.url);
    await expect(page.locator('#out')).toHaveText(/^(likely-ai|cant-tell|no-traces),2,true$/);
  } finally {
    await page2.stop();
    await assets.stop();
    await rm(folder, { recursive: true });
  }
});
