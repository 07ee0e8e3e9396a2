/** The essential path on a software GPU: right, and slow; hence few tokens and one load for all of it. */
import { landscapePng } from '../scripts/lib/pictures.mjs';
import { BAND, card, choose, expect, openReady, rawOutput, reaches, setMode, test } from './helpers/site';

test('verdict, stop, next picture and reasoning on WebGPU', async ({ page, site }) => {
  await openReady(page, site, 'device=webgpu&tokens=8');
  await expect(page.getByTestId('ready')).toHaveAttribute('data-device', 'webgpu');
  await setMode(page, 'Answer at once');
  await choose(page, { name: 'hills.png', content: landscapePng(400, 300) });
  const hills = card(page, 'hills.png');
  await reaches(hills, 'done');
  await expect(hills.getByRole('heading', { name: BAND })).toBeVisible();
  await expect(hills).toContainText('on WebGPU');

  await hills.getByRole('button', { name: 'Explain' }).click();
  await reaches(hills, 'thinking');
  await hills.getByRole('button', { name: 'Stop' }).click();
  await reaches(hills, 'stopped');
  await expect(hills.getByRole('heading', { name: BAND })).toBeVisible();

  await setMode(page, 'Explain');
  await choose(page, { name: 'next.png', content: landscapePng(300, 300, 2) });
  const next = card(page, 'next.png');
  await reaches(next, 'done');
  await expect(next).toContainText(/Thought for \d+ tokens/);
  expect(await rawOutput(next)).toMatch(/^<think>\n[^\n]/);
});

test('a software adapter is not taken by itself', async ({ page, site }) => {
  await openReady(page, site, '');
  await expect(page.getByTestId('ready')).toHaveAttribute('data-device', 'wasm');
  await page.getByText('Model and storage').click();
  await expect(page.locator('.model')).toContainText('Not on WebGPU because');
});
