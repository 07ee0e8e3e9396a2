import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { landscapePng } from '../scripts/lib/pictures.mjs';
import { startServer } from '../scripts/serve.mjs';
import { BAND, card, choose, expect, openReady, reaches, test } from './helpers/site';

const picture = { name: 'hills.png', content: landscapePng(500, 400) };

test('second visit with the server stopped: a verdict all the same', async ({ context, page, site }) => {
  await openReady(page, site);
  // Active means that the whole shell is stored.
  await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.active?.state));
  await page.close();
  await site.stop();
  await expect(fetch(site.url)).rejects.toThrow();

  const second = await context.newPage();
  await openReady(second, site);
  expect(await second.evaluate(() => crossOriginIsolated)).toBe(true);
  await choose(second, picture);
  await reaches(card(second, picture.name), 'done');
  await expect(card(second, picture.name).getByRole('heading', { name: BAND })).toBeVisible();
});

test('second visit with the server running: no byte of the model is fetched again', async ({
  page,
  site,
}) => {
  await openReady(page, site);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await openReady(page, site);
  await expect
    .poll(() => asked.filter((path) => path.includes('/models/')))
    .toEqual(['/models/fake-hr1-nano/manifest.json']);
});

test('a newer page is offered, taken on wish, and keeps the model', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'page-'));
  await cp('dist', folder, { recursive: true });
  const site = await startServer(folder);
  try {
    await openReady(page, site);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await appendFile(join(folder, 'sw.js'), '\n// another build\n');
    await openReady(page, site);
    await expect(page.getByText('A newer version of this page is ready')).toBeVisible();

    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.getByRole('button', { name: 'Change over' }).click();
    await expect(page.getByText('A newer version of this page is ready')).toHaveCount(0);
    await expect(page.getByTestId('ready')).toBeVisible();
    expect(asked.filter((path) => path.includes('/onnx/'))).toEqual([]);
  } finally {
    await site.stop();
    await rm(folder, { recursive: true });
  }
});
