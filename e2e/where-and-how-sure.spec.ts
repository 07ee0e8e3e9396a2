import { landscapePng } from '../scripts/lib/pictures.mjs';
import { card, drop, expect, openReady, reaches, setMode, test } from './helpers/site';

test('where it looked, up close, and whether the answer holds', async ({ page, site }) => {
  await openReady(page, site);
  await setMode(page, 'Explain');
  await drop(page, { name: 'hills.png', content: landscapePng(900, 600) });
  const hills = card(page, 'hills.png');
  await reaches(hills, 'done');

  // Heat map: four places, each with its own number, and the sentence's place on top of it.
  const toggle = hills.getByRole('button', { name: 'Heat map' });
  await expect(hills.getByTestId('heat')).toHaveCount(0);
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await expect(hills.locator('.heat-cell')).toHaveCount(4);
  await expect(hills.getByTestId('heat-legend')).toContainText('was not looked at closely');
  const listed = await hills.getByRole('list', { name: 'Scores of the places' }).getByRole('listitem').all();
  expect(listed).toHaveLength(4);
  for (const place of listed) await expect(place).toHaveText(/^Place \d: ([+−]\d+\.\d|0\.0)$/);
  await hills.locator('.sentence-link').first().focus();
  await expect(hills.locator('.place-here').first()).toBeVisible();
  await expect(hills.locator('.heat-cell')).toHaveCount(4);
  await toggle.click();
  await expect(hills.getByTestId('heat')).toHaveCount(0);

  // Magnifier, by keyboard alone.
  const opener = hills.getByRole('button', { name: 'Magnifier' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const surface = hills.getByRole('application', { name: /^Magnifier over hills\.png/ });
  await expect(surface).toBeFocused();
  const where = hills.getByTestId('lens-where');
  await expect(where).toHaveText('2×, pixel 450, 300');
  await page.keyboard.press('+');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('ArrowDown');
  await expect(where).toHaveText('4×, pixel 449, 307');
  // One px of the picture is a plain square of 4 x 4 on the screen: nothing was smoothed.
  const lens = await hills.getByTestId('lens').evaluate((canvas: HTMLCanvasElement) => {
    const at = (x: number, y: number) => [
      ...(canvas.getContext('2d')?.getImageData(x, y, 1, 1).data.slice(0, 3) ?? []),
    ];
    return { square: [at(100, 100), at(103, 100), at(100, 103), at(103, 103)], middle: at(105, 105) };
  });
  expect(new Set(lens.square.map(String)).size).toBe(1);
  const pixel = await hills.locator('.picture-frame img').evaluate((image: HTMLImageElement) => {
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    return [...(context?.getImageData(449, 307, 1, 1).data.slice(0, 3) ?? [])];
  });
  expect(lens.middle).toEqual(pixel);
  await page.keyboard.press('Escape');
  await expect(surface).toHaveCount(0);
  await expect(opener).toBeFocused();

  // Four ways: four answers with a number each, and one sentence about all of them.
  await hills.getByRole('button', { name: 'Try it four ways' }).focus();
  await page.keyboard.press('Enter');
  const rows = hills.locator('[data-testid^=trial-]');
  await expect(hills.getByRole('button', { name: /^(Stop trying|Try the rest)$/ })).toHaveCount(0);
  for (const variant of ['as-it-is', 'reasoned', 'half-size', 'jpeg-70', 'other-crops', 'mirrored']) {
    const row = hills.getByTestId(`trial-${variant}`);
    await expect(row).toHaveAttribute('data-band', /^(likely-ai|cant-tell|no-traces)$/);
    await expect(row).toContainText(/[01]\.\d\d/);
  }
  await expect(rows).toHaveCount(6);
  // The button is gone; the keyboard goes on from the answers.
  await expect(hills.getByRole('heading', { name: 'Does the answer hold?' })).toBeFocused();

  // The page draws the consequence that the answers shown have, and no other.
  const answers = await rows.evaluateAll((all) =>
    all
      .filter((row) => !row.textContent?.includes('set aside'))
      .map((row) => row.getAttribute('data-band') === 'likely-ai'),
  );
  const flips = answers.includes(true) && answers.includes(false);
  const sum = hills.getByTestId('trials-sum');
  await (flips ? expect(sum) : expect(sum).not).toContainText('The answer flips');
  if (flips) await expect(hills.getByRole('heading', { name: 'Can’t tell' })).toBeVisible();
  await expect(hills).toHaveAttribute('data-phase', 'done');
});
