/** The essential path on a software GPU: right, and slow; hence few tokens. */
import { landscapePng } from '../scripts/lib/pictures.mjs';
import { BAND, card, choose, expect, openReady, rawOutput, reaches, setMode, test } from './helpers/site';

test('a verdict, and reasoning, on WebGPU', async ({ page, site }) => {
  await openReady(page, site, 'device=webgpu&tokens=12');
  await expect(page.getByTestId('ready')).toHaveAttribute('data-device', 'webgpu');
  await setMode(page, 'Answer at once');
  await choose(page, { name: 'hills.png', content: landscapePng(400, 300) });
  const hills = card(page, 'hills.png');
  await reaches(hills, 'done');
  await expect(hills.getByRole('heading', { name: BAND })).toBeVisible();
  await expect(hills).toContainText('on WebGPU');

  await hills.getByRole('button', { name: 'Explain' }).click();
  await reaches(hills, 'thinking');
  await reaches(hills, 'done');
  await expect(hills).toContainText(/Thought for \d+ tokens/);
  expect(await rawOutput(hills)).toMatch(/^<think>\n[^\n]/);
});

test('stopping while it reasons frees the GPU for the next picture', async ({ page, site }) => {
  await openReady(page, site, 'device=webgpu');
  await setMode(page, 'Explain');
  await choose(page, { name: 'hills.png', content: landscapePng(400, 300) });
  const hills = card(page, 'hills.png');
  await reaches(hills, 'thinking');
  await hills.getByRole('button', { name: 'Stop' }).click();
  await reaches(hills, 'stopped');
  await setMode(page, 'Answer at once');
  await choose(page, { name: 'next.png', content: landscapePng(300, 300, 2) });
  await reaches(card(page, 'next.png'), 'done');
});

test('a software adapter is not taken by itself', async ({ page, site }) => {
  await openReady(page, site, '');
  await expect(page.getByTestId('ready')).toHaveAttribute('data-device', 'wasm');
  await page.getByText('Model and storage').click();
  await expect(page.locator('.model')).toContainText('Not on WebGPU because');
});
