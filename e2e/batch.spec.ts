import { readFile } from 'node:fs/promises';
import { hills, nthPng, TWELVE } from '../scripts/lib/many-pictures.mjs';
import { names, quick, row, rows, settled, TALL, twelve } from './helpers/many';
import { BAND, card, choose, expect, test } from './helpers/site';

test.use({ viewport: TALL });

test('twelve files at once: a table with verdicts, duplicates and what failed', async ({ page, site }) => {
  test.slow();
  await twelve(page, site);
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '13');
  expect(await names(page)).toEqual(TWELVE.map(({ name }) => name));
  await expect(row(page, 'broken.jpg')).toContainText('This picture is damaged');
  await expect(row(page, 'broken.jpg').locator('[data-flag=damaged]')).toBeVisible();
  for (const name of ['hills-1.png', 'copy-of-1.png'])
    await expect(row(page, name).locator('[data-flag=same-file]')).toBeVisible();
  for (const name of ['hills-2.png', 'near-2.jpg'])
    await expect(row(page, name).locator('[data-flag=near-same]')).toBeVisible();
  for (const name of ['hills-3.png', 'hills-9.png'])
    await expect(row(page, name).locator('[data-flag=same-file],[data-flag=near-same]')).toHaveCount(0);
  await expect(row(page, 'hills-4.png').locator('.row-band')).toHaveText(BAND);
  await expect(page.locator('tr[data-row] img')).toHaveCount(11);
  await expect(page.getByTestId('run')).toHaveCount(0);

  await page.getByRole('combobox', { name: 'Flags', exact: true }).selectOption('All duplicates');
  await expect(rows(page)).toHaveCount(4);
  await page.getByRole('combobox', { name: 'Sort by', exact: true }).selectOption('Duplicates together');
  expect(await names(page)).toEqual(['hills-1.png', 'copy-of-1.png', 'hills-2.png', 'near-2.jpg']);
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
  expect(await names(page)).toEqual(TWELVE.map(({ name }) => name).sort((a, b) => (a < b ? -1 : 1)));
  await page.getByRole('searchbox', { name: 'Search name or note' }).fill('near');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search name or note' }).fill('nothing has this name');
  await expect(page.getByText('No picture passes the filters.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();

  // A table of the batch: a row each, the damaged one included.
  await page.getByTestId('report-all').locator('summary').click();
  const waiting = page.waitForEvent('download');
  await page.getByTestId('report-all').getByRole('button', { name: 'Table (CSV)' }).click();
  const csv = await readFile(await (await waiting).path(), 'utf8');
  expect(csv.trim().split('\r\n')).toHaveLength(13);
});

test('pause, resume and cancel', async ({ page, site }) => {
  await quick(page, site);
  await choose(page, ...TWELVE.slice(0, 9));
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByTestId('run')).toContainText('of 9 examined, paused');
  const done = await settled(page).count();
  expect(done).toBeLessThan(9);
  // The model is idle: a picture that is asked for goes through although the rest waits.
  await expect(page.locator('tr[data-row]:is([data-phase=looking],[data-phase=thinking])')).toHaveCount(0);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(() => settled(page).count()).toBeGreaterThan(done);
  await page.getByRole('button', { name: 'Cancel the rest' }).click();
  const kept = await settled(page).count();
  await expect(page.locator('tr[data-phase=stopped]')).toHaveCount(9 - kept);
  if (9 - kept > 1) {
    await page.getByRole('button', { name: /^Examine the/ }).click();
    await expect(settled(page)).toHaveCount(9, { timeout: 180_000 });
  }
});

test('review by keys alone: open, check, note, next, previous, back', async ({ page, site }) => {
  await twelve(page, site);
  await row(page, 'hills-1.png').getByRole('button').focus();
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 'hills-2.png').getByRole('button')).toBeFocused();
  await page.keyboard.press('c');
  await expect(row(page, 'hills-2.png').getByRole('checkbox')).toBeChecked();
  await page.keyboard.press('Enter');
  const review = page.getByRole('region', { name: 'Review' });
  await expect(review).toContainText('2 of 12');
  await expect(card(page, 'hills-2.png')).toBeVisible();
  await expect(review.getByTestId('kin')).toContainText('near-2.jpg');
  await page.keyboard.press('j');
  await expect(card(page, 'hills-3.png')).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.type('cj k: typed, not commanded');
  await expect(card(page, 'hills-3.png')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await page.keyboard.press('k');
  await expect(card(page, 'hills-2.png')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row(page, 'hills-2.png').getByRole('button')).toBeFocused();
  await expect(row(page, 'hills-3.png').getByRole('checkbox')).toBeChecked();
  await expect(row(page, 'hills-3.png').locator('[data-flag=note]')).toBeVisible();
  await page.keyboard.press('End');
  await expect(row(page, 'broken.jpg').getByRole('button')).toBeFocused();
  await expect(row(page, 'broken.jpg')).toBeInViewport();

  // Removed under review: the one before comes up, since this was the last.
  await page.keyboard.press('Enter');
  await card(page, 'broken.jpg').getByRole('button', { name: 'Remove broken.jpg' }).click();
  await expect(card(page, 'near-2.jpg')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the table' }).click();
  await expect(rows(page)).toHaveCount(11);
});

test('a folder by the picker: nested pictures come with their paths, other files are counted', async ({
  page,
  site,
}, info) => {
  const { mkdir, writeFile } = await import('node:fs/promises');
  const folder = info.outputPath('trip');
  await mkdir(`${folder}/day-2`, { recursive: true });
  for (const seed of [1, 2, 3, 4, 5, 6, 7])
    await writeFile(`${folder}/hills-${seed}.png`, hills(seed).content);
  await writeFile(`${folder}/day-2/hills-8.png`, nthPng(8));
  await writeFile(`${folder}/list.txt`, 'milk');
  await quick(page, site);
  await page.getByTestId('folder').setInputFiles(folder);
  await expect(rows(page)).toHaveCount(8);
  await expect(row(page, 'hills-8.png')).toContainText('trip/day-2');
  await expect(page.getByTestId('told')).toContainText('1 file that is no picture by its name was left out.');
  await expect(settled(page)).toHaveCount(8, { timeout: 180_000 });
});
